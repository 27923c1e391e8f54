#!/usr/bin/env python3
"""Sets up, runs, tests and checks Dialogue Desk, each in one command.

It needs nothing but Python.  Every command first sees to ``.venv`` beside this
file (``tools/environment`` says how).  Syntax newer than Python 3.6 stays out,
so that an older Python can still say what it lacks.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Dialogue Desk needs Python 3.11 or newer, and this is Python {}.{}.\n"
        "Install a newer one, then name it: python3.12 dev.py".format(*sys.version_info[:2])
    )

NOT_OURS = (
    *("PATH", "HOME", "STARTUP", "SAFEPATH", "USERBASE", "PLATLIBDIR"),  # which modules are found
    *("OPTIMIZE", "WARNINGS", "INSPECT"),  # how they are run
)
"""What a Python that is set up for another program may be told in the environment, after ``PYTHON``."""


def keep_to_our_own_modules() -> None:
    """Let no module of another program take the place of Python's or of ours, here or in what is started.

    Above this, nothing may be imported but what every Python has loaded before it begins.
    """
    foreign = [os.path.abspath(path) for path in os.environ.get("PYTHONPATH", "").split(os.pathsep)]  # noqa: PTH100
    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
    sys.path[:] = [here] + [path for path in sys.path if path not in foreign]
    for name in NOT_OURS:
        os.environ.pop("PYTHON" + name, None)


if __name__ == "__main__":
    keep_to_our_own_modules()

import subprocess  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from pathlib import Path  # noqa: E402

from dialogue_desk import __version__  # noqa: E402
from tools.environment.environment import Environment  # noqa: E402
from tools.environment.locks import in_use  # noqa: E402
from tools.environment.pip_install import install  # noqa: E402
from tools.environment.stamp import (  # noqa: E402
    APP_LOCK,
    BUILD_LOCK,
    BUILDING,
    OLDER_APP_LOCK,
    OLDER_TOOLS_LOCK,
    TOOLS_LOCK,
)
from tools.environment.system_libraries import SCREENLESS, platforms_here, see_to_libraries  # noqa: E402
from tools.environment.telling import CannotBeDone, refuse, say  # noqa: E402
from tools.offline.laptop import Laptop  # noqa: E402

HERE = Path(__file__).resolve().parent
ENVIRONMENT = Environment(HERE)

TESTS = ("-m", "pytest", "-n", "auto", "--maxprocesses=4")
"""As many at a time as there are cores, and no more than a small machine has memory for."""


# The commands


def python(*arguments: str, offscreen: bool = False, within: Environment = ENVIRONMENT) -> int:
    """Run an environment's Python in the project's folder, and return its exit code."""
    environment = dict(os.environ)
    if offscreen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    mark = in_use(within.folder)
    handed_on = () if mark is None else (mark,)
    command = [str(within.python), *arguments]
    return subprocess.call(command, cwd=HERE, env=environment, pass_fds=handed_on)


def run(arguments: list[str]) -> int:
    """Open the app, or write the sample where there is no display."""
    if arguments or sys.platform != "linux" or platforms_here(os.environ):
        return python("-m", "dialogue_desk", *arguments)
    folder = HERE / "build" / "demo"
    say("There is no display here, so the sample community is written out without a window.")
    return python("-m", "dialogue_desk", "demo", "--out", str(folder), offscreen=True)


def test(arguments: list[str]) -> int:
    """Run the tests, with pytest's own arguments if any (``-n 0`` runs one at a time)."""
    return python(*TESTS, *arguments, offscreen=True)


def check(arguments: list[str]) -> int:
    """Run what must pass before a change is taken in, and stop at the first that does not."""
    lint_imports = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"
    steps = {
        "format": ["-m", "ruff", "format", "--check", "."],
        "lint": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy", "dialogue_desk", "tools", "dev.py"],
        "import contracts": ["-c", lint_imports],
        "tests": [*TESTS],
    }
    if arguments == ["--no-tests"]:
        del steps["tests"]
    elif arguments:
        say("check takes no argument but --no-tests.")
        return 2
    for name, step in steps.items():
        say(f"-- {name}")
        code = python(*step, offscreen=True)
        if code:
            say(f"check stopped at: {name}")
            return code
    say("Passed: " + ", ".join(steps))
    return 0


def gallery(arguments: list[str]) -> int:
    """Draw every screen and document."""
    return python("-m", "tools.gallery", *arguments, offscreen=True)


def bench(arguments: list[str]) -> int:
    """Measure what people wait for."""
    return python("-m", "tools.bench", *arguments, offscreen=True)


def sample(arguments: list[str]) -> int:
    """Make the packages of the sample community that come with the app."""
    return python("-m", "tools.sample", *arguments, offscreen=True)


def words(_: list[str]) -> int:
    """Gather the app's sentences into the catalogs, keep what is translated, and compile."""
    template = HERE / "build" / "dialogue_desk.pot"
    template.parent.mkdir(exist_ok=True)
    sentences = [
        "--no-default-keywords",
        "--keyword=tr",
        "--keyword=ntr:1,2",
        "--add-location=file",
        "--sort-output",
    ]
    keep = ["--no-wrap", "--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
    catalogs = ["-D", "dialogue_desk", "-d", "resources/languages"]
    for step in (
        ["-q", "extract", *sentences, "--no-wrap", f"--output-file={template}", "dialogue_desk"],
        ["-q", "update", *catalogs, *keep, f"--input-file={template}"],
        ["compile", *catalogs, "--statistics"],
    ):
        code = python("-m", "babel.messages.frontend", *step)
        if code:
            return code
    return 0


def licences(_: list[str]) -> int:
    """Gather the licences of everything that comes with the app."""
    return python("-m", "tools.licences")


def lock(arguments: list[str]) -> int:
    """Choose the versions of all libraries anew within ``pyproject.toml``, and write the lock files.

    With ``--upgrade`` the newest ones; without it, those that fit stay.
    """
    try:
        install(ENVIRONMENT.python, "uv")
    except CannotBeDone as trouble:
        refuse(f"{trouble.heard}\n\n{trouble.sentence}")
    code = write_lock(TOOLS_LOCK, "--extra=dev", *arguments)
    # What both name is one and the same, so that the tools come on top of what the app has.
    code = code or write_lock(APP_LOCK, f"--constraint={TOOLS_LOCK}", *arguments)
    if code:
        return code
    # uv keeps the versions in the file that it writes: so all but Qt is the same for older systems.
    (HERE / OLDER_TOOLS_LOCK).write_bytes((HERE / TOOLS_LOCK).read_bytes())
    code = write_lock(OLDER_TOOLS_LOCK, "--extra=dev", "--extra=older")
    code = code or write_lock(OLDER_APP_LOCK, "--extra=older", f"--constraint={OLDER_TOOLS_LOCK}")
    return code or write_lock(BUILD_LOCK, f"--constraint={TOOLS_LOCK}", *arguments, of=("--group=build",))


def write_lock(name: str, *arguments: str, of: Sequence[str] = ("pyproject.toml",)) -> int:
    """Write one lock file for all systems and Pythons, and return uv's exit code."""
    chosen = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    compiled = ("-m", "uv", "pip", "compile", "--quiet", *of, *chosen)
    return python(*compiled, f"--output-file={name}", *arguments)


def build(arguments: list[str]) -> int:
    """Make what people install, from nothing but the app and its libraries, and say where it is.

    With ``--older`` it gets the Qt that older systems take, whatever this one is.
    """
    if arguments[:1] == ["wheels"]:
        set_up("build", arguments)
        return python("-m", "tools.wheels", *arguments[1:])
    laptop = Laptop.here().at_its_oldest() if "--older" in arguments else Laptop.here()
    builds = Environment(HERE, laptop, tools=BUILDING)
    builds.make_ready(tools=True)
    if sys.platform == "linux":
        see_to_libraries(builds.folder, ("xcb",))  # it takes along what screens need
    if arguments[:1] == ["new-key"]:
        return python("-m", "tools.updates", *arguments, within=builds)
    return python("-m", "tools.build", *(one for one in arguments if one != "--older"), within=builds)


HELP = """\
Dialogue Desk: run timed community dialogues, keep what was said, bring many circles together.

  python3 dev.py run                open the app (with no display: write the sample into build/demo)
  python3 dev.py test [...]         run the tests; --soak adds the long ones, --scenes every
                                     screen in each of its states; the rest goes to pytest
  python3 dev.py check              format, lint, types, import contracts, tests; --no-tests leaves those out
  python3 dev.py gallery [...]      draw every screen and document to pictures
  python3 dev.py bench [...]        measure what people wait for
  python3 dev.py sample             make the packages of the sample community that come with the app
  python3 dev.py words              gather the app's sentences for translators, and compile the catalogs
  python3 dev.py licences           gather the licences of everything that comes with the app
  python3 dev.py lock [--upgrade]   choose the versions of all libraries, and write the lock files
  python3 dev.py build [KIND ...]   make what people install on this system: a folder, an archive, packages;
                                     then try it.  build wheels [SYSTEM ...] makes folders to install from
                                     without internet, build new-key FILE a key for updates

The first one you call sets up .venv beside this file, which takes a minute or two and the internet:
350 MB on disk for run, 530 MB with the tools for all others.  From then on none is needed."""


def set_up(command: str, arguments: list[str]) -> None:
    """See to everything that a command needs, and no more."""
    alone = command in ("run", "lock")
    ENVIRONMENT.make_ready(tools=not alone)
    if sys.platform == "linux":
        shown = () if arguments or command == "lock" else platforms_here(os.environ)
        see_to_libraries(ENVIRONMENT.folder, shown if alone else SCREENLESS)


def main(arguments: list[str]) -> int:
    """Do what was asked, and return the exit code."""
    commands = {
        c.__name__: c for c in (run, test, check, gallery, bench, sample, words, licences, lock, build)
    }
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        say(HELP)
        return 0
    if arguments[0] == "--version":
        say(f"Dialogue Desk {__version__}")
        return 0
    command = commands.get(arguments[0])
    if command is None:
        print(f"There is no command {arguments[0]}.\n\n{HELP}", file=sys.stderr)
        return 2
    if command is not build:
        set_up(command.__name__, arguments[1:])
    return command(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.  The same command takes up from here.")
