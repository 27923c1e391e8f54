#!/usr/bin/env python3
"""Sets up, runs, tests and checks Dialogue Desk, each in one command.

It needs nothing but Python.  Every command first makes ``.venv`` beside this
file, or brings it up to date.  Syntax newer than Python 3.6 stays out, so that
an older Python can still say what it lacks.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "Dialogue Desk needs Python 3.11 or newer, and this is Python {}.{}.\n"
        "Install a newer one, then name it: python3.12 dev.py".format(*sys.version_info[:2])
    )

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "dialogue-desk-stamp.txt"
"""Two lines, written last: what made the environment, and a digest of what it was filled from."""

LOCK = HERE / "requirements.lock"
"""Every library at one version, with the digests of its files, for all systems and Pythons alike."""

PIP_LINES_SHOWN = 15

TESTS = ("-m", "pytest", "-n", "auto", "--maxprocesses=4")
"""As many at a time as there are cores, and no more than a small machine has memory for."""


def say(text: str) -> None:
    """Print at once, so that our lines stand in order between those of the programs we start."""
    print(text, flush=True)


def quietly(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program without a person at its keyboard, and keep what it says."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


# The environment


def set_up() -> None:
    """Make ``.venv`` when it is missing, half made or of another Python; fill it when the project changed."""
    made_by = " ".join((sys.version.split()[0], sys.base_prefix, str(HERE)))
    filled_from = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + LOCK.read_bytes()).hexdigest()
    stamp = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() and PYTHON.exists() else []
    if stamp != [made_by, filled_from]:
        if stamp[:1] != [made_by]:
            make_environment()
        fill_environment()
        STAMP.write_text(made_by + "\n" + filled_from + "\n", encoding="utf-8")
        say("Set-up is done.")
    if shutil.which("apt-get") and shutil.which("ldd"):
        packages = missing_qt_packages()
        if packages:
            say("Qt needs system libraries that are not installed here.")
            install_packages(packages)


def make_environment() -> None:
    """Make an empty ``.venv``, in place of whatever is left of an earlier one."""
    say(f"Making .venv with Python {sys.version.split()[0]} ...")
    if importlib.util.find_spec("ensurepip") is None and shutil.which("apt-get"):
        package = f"python3.{sys.version_info[1]}-venv"
        say(f"This Python cannot make environments, because its package {package} is not installed.")
        if not install_packages([package]):
            sys.exit("Then run the same command again.")
    made = quietly(sys.executable, "-m", "venv", "--clear", str(VENV))
    if made.returncode:
        sys.exit(
            f"{made.stdout}\nThe environment .venv could not be made; Python says why above.\n"
            "Close programs that use it, see that this folder is writable and has 1 GB free, and try again."
        )


def fill_environment() -> None:
    """Install the libraries of the lock file, then the app itself beside them."""
    say("Installing the libraries (about 150 MB to download the first time) ...")
    pip_install("--require-hashes", "--requirement", LOCK.name)
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")


def pip_install(*what: str) -> None:
    """Run ``pip install`` in the environment; say what is large, and pip's last lines when it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--progress-bar", "off", *what]
    lines: deque[str] = deque(maxlen=PIP_LINES_SHOWN)
    with subprocess.Popen(
        command,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line.rstrip())
            if "Downloading" in line and " MB" in line:
                say(f"  {line.strip()}")
    if pip.returncode:
        sys.exit(
            "\n".join(lines) + "\n\nThe libraries could not be installed; the lines above are pip's last.\n"
            "The first set-up needs the internet and 1 GB of free disk.  Run the same command again to go on."
        )


# Qt's system libraries, which Debian and Ubuntu leave out of a small installation


def missing_qt_packages() -> list[str]:
    """Return the Debian packages that Qt's window parts look for in vain."""
    names = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqoffscreen.so", "Qt/plugins/platforms/libqxcb.so")
    parts = [part for name in names for part in VENV.glob("lib/python*/site-packages/PySide6/" + name)]
    found = quietly("ldd", *map(str, parts))
    return sorted({debian_package(name) for name in re.findall(r"(\S+) => not found", found.stdout)})


def debian_package(soname: str) -> str:
    """Name the package of a shared library, by the rule of Debian's policy and its few exceptions."""
    if re.match(r"lib(glib|gobject|gio|gmodule|gthread)-2\.0", soname):
        return "libglib2.0-0"
    if soname.startswith("libz."):
        return "zlib1g"
    name, _, version = soname.lower().replace("_", "-").partition(".so.")
    return name + ("-" if name[-1].isdigit() else "") + version


def install_packages(packages: list[str]) -> bool:
    """Install system packages where this person may, and say the command where not."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    root = os.geteuid() == 0
    if root or (shutil.which("sudo") and quietly("sudo", "-n", "true").returncode == 0):
        say("Installing " + " ".join(packages) + " ...")
        become = [*(() if root else ("sudo", "-n")), "env", "DEBIAN_FRONTEND=noninteractive"]
        quietly(*become, "apt-get", "update")
        done = quietly(*become, *install)
        if done.returncode == 0:
            return True
        say(f"{done.stdout}\nThat did not work; apt-get says why above.")
    say("Please run:  sudo " + " ".join(install))
    return False


# The commands


def python(*arguments: str, offscreen: bool = False) -> int:
    """Run the environment's Python in the project's folder, and return its exit code."""
    environment = dict(os.environ)
    if offscreen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.call([str(PYTHON), *arguments], cwd=HERE, env=environment)


def run(arguments: list[str]) -> int:
    """Open the app, or write the sample where there is no display."""
    if arguments or sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ:
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


def lock(arguments: list[str]) -> int:
    """Choose the versions of all libraries anew within ``pyproject.toml``, and write the lock file.

    With ``--upgrade`` the newest ones; without it, those that fit stay.
    """
    pip_install("uv")
    compiled = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    wanted = ["pyproject.toml", "--extra=dev", f"--output-file={LOCK.name}"]
    return python("-m", "uv", "pip", "compile", "--quiet", *compiled, *wanted, *arguments)


def build(_: list[str]) -> int:
    """Say that there are no installers yet."""
    say("Installers are not made yet.  build_spec/README.md says what is planned.")
    return 2


HELP = """\
Dialogue Desk: run timed community dialogues, keep what was said, bring many circles together.

  python3 dev.py run                open the app (with no display: write the sample into build/demo)
  python3 dev.py test [...]         run the tests; --soak adds the long ones, the rest goes to pytest
  python3 dev.py check              format, lint, types, import contracts, tests; --no-tests leaves those out
  python3 dev.py gallery [...]      draw every screen and document to pictures
  python3 dev.py bench [...]        measure what people wait for
  python3 dev.py sample             make the packages of the sample community that come with the app
  python3 dev.py words              gather the app's sentences for translators, and compile the catalogs
  python3 dev.py lock [--upgrade]   choose the versions of all libraries, and write requirements.lock
  python3 dev.py build              make installers (not yet)

The first one you call sets everything up in .venv beside this file; that takes some minutes and internet."""


def main(arguments: list[str]) -> int:
    """Do what was asked, and return the exit code."""
    commands = {c.__name__: c for c in (run, test, check, gallery, bench, sample, words, lock, build)}
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        say(HELP)
        return 0
    command = commands.get(arguments[0])
    if command is None:
        print(f"There is no command {arguments[0]}.\n\n{HELP}", file=sys.stderr)
        return 2
    if command is not build:
        set_up()
    return command(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.  The same command takes up from here.")
