"""The newer version that an update put beside a build: which one starts, and which one has proved to.

Nothing of a build is ever replaced: no system lets a running program be replaced whole, and a kill between
two steps would leave none.  An update has a folder of its own inside the build; one small file, written whole
or not at all, says which version starts.  The build itself stays as it came, starts the newer one before it
loads anything else, and goes on by itself when that one does not show a page.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from dialogue_desk.installation import Form, Installation
from dialogue_desk.whole_file import read_plain, write_atomically

FOLDER = "updates"
"""The folder of a build that holds newer versions of it; it is no part of the build."""

UNFINISHED = "unfinished"
"""The folder beside the versions in which one is written until it is whole."""

MOST_TRIES = 2
"""So often a version is started that has not shown a page yet: a person may have turned the laptop off."""

_CHOICE = "choice.json"
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){1,3}")
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """Which version starts.

    Attributes:
        version: the version, which is also the name of its folder.
        previous: the one that starts when this one does not; "" for the build itself.
        tries: how often it was started before it had shown a page.
        shown: whether it has shown one: then it is kept.
    """

    version: str
    previous: str = ""
    tries: int = 0
    shown: bool = False

    @property
    def failed(self) -> bool:
        """Whether it was started in vain as often as it may be."""
        return not self.shown and self.tries >= MOST_TRIES


def numbered(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared; () for what is no version, which is before all."""
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else ()


class VersionsFolder:
    """The newer versions beside a build, and the choice among them.  ``root`` is the build as it came."""

    def __init__(self, root: Path) -> None:
        self.root = root
        inner = root / "Contents" if root.suffix == ".app" else root
        self.folder = inner / FOLDER

    @classmethod
    def around(cls, build: Path) -> VersionsFolder:
        """Return the folder of versions to which a build belongs, or in which it is the first."""
        for folder in build.parents:
            if folder.name == FOLDER:
                outer = folder.parent
                versions = cls(outer.parent if outer.parent.suffix == ".app" else outer)
                version = build.relative_to(folder).parts[0]
                # A person may call a folder of their own the same; there is no choice in that one.
                chosen = versions.folder / _CHOICE
                if numbered(version) and versions.of(version) == build and chosen.exists():
                    return versions
        return cls(build)

    def of(self, version: str) -> Path:
        """Return the folder of a version; "" is the build as it came."""
        if not version:
            return self.root
        place = self.folder / version
        return place / self.root.name if self.root.suffix == ".app" else place

    def choice(self) -> Choice | None:
        """Return which version starts, or None for the build itself, also when nobody can read the choice."""
        try:
            choice = Choice(**json.loads(read_plain(self.folder / _CHOICE, _LONGEST)))
            return choice if _is_sound(choice) else None
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def choose(self, choice: Choice) -> None:
        """Let a version start from now on.

        Raises:
            OSError: it could not be written; then what was chosen before starts.
        """
        write_atomically(self.folder / _CHOICE, json.dumps(asdict(choice)).encode())

    def keep_only(self, *versions: str) -> None:
        """Delete all other versions, and what a kill left of one; what cannot be deleted stays.

        A person may keep something of their own there, which stays too.
        """
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                ours = numbered(path.name) or path.name == UNFINISHED
                if ours and path.is_dir() and not path.is_symlink() and path.name not in versions:
                    shutil.rmtree(path, ignore_errors=True)


def _is_sound(choice: Choice) -> bool:
    """Whether a choice that was read says what it should; with other types of values, it raises TypeError."""
    previous = not choice.previous or bool(numbered(choice.previous))
    return bool(numbered(choice.version)) and previous and choice.tries >= 0 and choice.shown in (True, False)


def has_shown(here: Installation) -> None:
    """Keep the version that is running, which has shown a page, and delete those before it."""
    versions = VersionsFolder.around(here.folder)
    choice = versions.choice() if here.form is Form.FOLDER else None
    if choice is None or choice.shown or versions.of(choice.version) != here.folder:
        return
    with contextlib.suppress(OSError):
        # A stick that cannot be written keeps the one before as well.
        versions.choose(Choice(choice.version, shown=True))
        versions.keep_only(choice.version)


def start_newer(
    here: Installation,
    arguments: Sequence[str],
    *,
    window: bool,
    program: Path | None = None,
    run: Callable[[Sequence[str], Mapping[str, str]], int] | None = None,
) -> int | None:
    """Run the newer version beside a build, and return its exit code; None when the build itself is to go on.

    Only a ``window`` tries a version that has not shown a page yet.  ``program`` is the one that is running;
    ``run`` runs another and returns its exit code.
    """
    versions = VersionsFolder.around(here.folder)
    choice = versions.choice() if here.form is Form.FOLDER and versions.root == here.folder else None
    if choice is None:
        return None
    mine = Path(sys.executable).resolve() if program is None else program
    starts = _Starts(versions, here, mine, arguments, run or _run)
    if choice.shown:
        return starts.start(choice.version)
    code = starts.try_out(choice) if window and not choice.failed else None
    return starts.start(choice.previous) if code is None and choice.previous else code


@dataclass(frozen=True, slots=True)
class _Starts:
    """How versions are started in place of the program ``mine``, with the same arguments."""

    versions: VersionsFolder
    here: Installation
    mine: Path
    arguments: Sequence[str]
    run: Callable[[Sequence[str], Mapping[str, str]], int]

    def start(self, version: str) -> int | None:
        """Run a version, and return its exit code; None when it is not there or not newer than the build."""
        root, place = self.versions.root, self.versions.of(version)
        program = place / self.mine.relative_to(self.here.folder)
        if numbered(version) <= numbered(self.here.version) or not program.is_file():
            return None
        # A link may lead back to this build, which would start itself without end.
        if not program.resolve().is_relative_to(root.resolve() / place.relative_to(root)):
            return None
        try:
            return self.run([str(program), *self.arguments], environment_for_another(os.environ))
        except OSError:
            return None

    def try_out(self, choice: Choice) -> int | None:
        """Run a version that has not shown a page yet; None when it did not show one this time either."""
        try:
            self.versions.choose(replace(choice, tries=choice.tries + 1))
        except OSError:
            return None  # nobody could tell how often it was tried
        code = self.start(choice.version)
        now = self.versions.choice()
        return code if code == 0 or (now is not None and now.shown) else None


def environment_for_another(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which a program of another build finds its own libraries, not ours."""
    clean = {name: value for name, value in environment.items() if not name.startswith("_PYI_")}
    for name in ("LD_LIBRARY_PATH", "LIBPATH", "DYLD_LIBRARY_PATH"):
        before = clean.pop(f"{name}_ORIG", None)
        if before is not None:
            clean[name] = before
        elif environment.get("_PYI_APPLICATION_HOME_DIR"):
            clean.pop(name, None)  # it had no value before our build set it
    clean["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return clean


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a program until it ends; on a Mac, in place of this one, to which the system gives files to open.

    Raises:
        OSError: it could not be started.
    """
    if sys.platform == "darwin":
        os.execve(command[0], list(command), dict(environment))
    with subprocess.Popen(command, env=dict(environment)) as process:
        while True:
            # Ctrl+C reaches both: the other one answers it.
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()
