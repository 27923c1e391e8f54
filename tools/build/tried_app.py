"""A build as trials use it: its two programs, the source beside them, and a folder for what they write."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


class NotSo(Exception):
    """What a trial found to be otherwise than its name says."""


class CannotBeTried(Exception):
    """What this laptop lacks for a trial, such as a program or an administrator."""


@dataclass(frozen=True, slots=True)
class TriedApp:
    """A build in a folder, and where a trial may write.

    Attributes:
        folder: the build.
        work: an empty folder for the trial.
    """

    folder: Path
    work: Path

    @property
    def data(self) -> Path:
        """Where the files of ``resources/`` lie in it."""
        return self.folder / "_internal" / "dialogue_desk" / "data"

    def at(self, folder: Path) -> TriedApp:
        """Return the same build in another folder."""
        return TriedApp(folder, self.work)

    def copied(self, name: str) -> TriedApp:
        """Return a copy of the build in a folder of that name, which may be changed."""
        return self.at(shutil.copytree(self.folder, self.work / name, symlinks=True))

    def command(self, *words: object, before: Sequence[object] = (), **environ: str | None) -> str:
        """Run the command line, started by ``before`` if given, and return what it said.

        A variable of ``environ`` that is None is taken away.

        Raises:
            NotSo: when it did not do what it was asked.
        """
        return self._run([*before, self.folder / "dialogue-desk", "--language", "en", *words], environ)

    def source(self, *words: object) -> str:
        """Run the command line of the source, and return what it said."""
        command = [sys.executable, "-m", "dialogue_desk", "--language", "en", *words]
        return self._run(command, {"PYTHONPATH": str(PROJECT)})

    def window(self, *, before: Sequence[object] = (), **environ: str | None) -> str:
        """Open the window, which closes when it is painted, and return what it said."""
        screen = {"QT_QPA_PLATFORM": "offscreen", **environ}
        return self._run([*before, *self.painting()], screen)

    def painting(self) -> list[object]:
        """Return the words that open the window until it is painted."""
        return [self.folder / "dialogue-desk-window", "--quit-when-painted"]

    def refused(self, *words: object, before: Sequence[object] = (), **environ: str | None) -> str:
        """Run the command line, which cannot do what it is asked, and return what it says about that."""
        command = [*before, self.folder / "dialogue-desk", "--language", "en", *words]
        ran = started(command, self.environ(environ))
        if ran.returncode != 2 or "Traceback" in ran.stderr:
            raise NotSo(f"it ended with {ran.returncode}: {_last(ran)}")
        return ran.stderr

    def environ(self, changes: Mapping[str, str | None]) -> dict[str, str]:
        """Return the variables of a person with a home folder of their own."""
        home = self.work / "home"
        home.mkdir(exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHON"))}
        whole = {**kept, "HOME": str(home), "CI": "1", **changes}
        return {name: value for name, value in whole.items() if value is not None}

    def _run(self, command: Sequence[object], environ: Mapping[str, str | None]) -> str:
        ran = started(command, self.environ(environ))
        if ran.returncode:
            raise NotSo(f"it ended with {ran.returncode}: {_last(ran)}")
        return ran.stdout + ran.stderr


def started(command: Sequence[object], environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a program without a keyboard, outside the project's folder, and return what came of it."""
    return subprocess.run(
        [str(word) for word in command],
        cwd="/",
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def needs(*programs: str, administrator: bool = False) -> None:
    """End a trial that this laptop cannot do.

    Raises:
        CannotBeTried: and says what is missing.
    """
    if sys.platform != "linux":
        raise CannotBeTried("it is written for Linux")
    if missing := [program for program in programs if shutil.which(program) is None]:
        raise CannotBeTried(f"not here: {', '.join(missing)}")
    if administrator and os.geteuid() != 0:
        raise CannotBeTried("it needs an administrator")


def see_equal(one: Path, other: Path, *, but: frozenset[str] = frozenset()) -> str:
    """Compare all files of two folders but those whose endings are named, and return how many there are.

    Raises:
        NotSo: and names those that differ.
    """
    files, others = (_bytes_in(folder, but) for folder in (one, other))
    differing = sorted(name for name in files.keys() | others.keys() if files.get(name) != others.get(name))
    if differing or not files:
        raise NotSo(f"{len(differing)} of {len(files)} files differ: {', '.join(differing[:5])}")
    return f"{len(files)} files"


def _bytes_in(folder: Path, but: frozenset[str]) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in but)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _last(ran: subprocess.CompletedProcess[str]) -> str:
    return (ran.stderr or ran.stdout).strip()[-600:]
