"""A laptop whose desk is erased from, with a USB stick for its copies."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.places import MARK_FILE, choose_place
from dialogue_desk.storage.repair import repair
from dialogue_desk.storage.restore import erased_in, restore_copy
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, note
from tools.manual_clock import ManualClock

WORDS = Words()


DAY = date(2026, 3, 12)


SECRET = "the perla at the ñandú gate"


def said(text: str = SECRET, kind: NoteKind = NoteKind.QUOTE):
    return note(text, kind, consent=Consent.YES)


def found_in(folder: Path, text: str = SECRET) -> list[str]:
    """The files of a folder that hold the words, however they are written down."""
    ways = [
        text.encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        json.dumps(text)[1:-1].encode(),
    ]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        str(path.relative_to(folder)) for path in files if any(way in path.read_bytes() for way in ways)
    )


class Laptop:
    """A desk in a folder of its own, and a stick for its copies."""

    def __init__(self, folder: Path, seed: int = 1):
        self.home, self.stick = folder / f"laptop {seed}", folder / f"stick {seed}"
        self.away = folder / f"stick {seed} in a drawer"
        self.home.mkdir()
        self.stick.mkdir()
        self.desk = a_desk(self.home / "desk.db", seed)
        choose_place(self.stick, self.desk.file.erasures)
        self.day = DAY

    def copy(self):
        self.day += timedelta(days=1)
        return Backups(self.desk.file.path, self.stick, self.desk.file.erasures).make(self.day)

    def on_stick(self) -> list[Path]:
        """The files on the stick, but for the mark by which it is known."""
        return sorted(path for path in self.stick.iterdir() if path.name != MARK_FILE)

    def unplug(self):
        self.stick.rename(self.away)

    def plug_in(self):
        self.away.rename(self.stick)

    def restart(self, seed: int = 50):
        self.desk.file.close()
        self._start(seed)

    def _start(self, seed: int):
        clock = ManualClock(self.desk.clock.now() + 60_000, -240)
        self.desk = open_desk(self.home / "desk.db", clock, RandomIds(seed)).desk

    def repair(self, seed: int = 60):
        path = self.desk.file.path
        self.desk.file.close()
        repair(path, *Backups(path).copies())
        self._start(seed)

    def go_back_to(self, copy: Path, seed: int = 70):
        path, names = self.desk.file.path, self.desk.names()
        self.desk.file.close()
        restore_copy(path, copy, erased_in(path), names)
        self._start(seed)

    def package(self, session_id, to: Path) -> Path:
        folder = Folders(self.desk, a_shelf(to)).session(session_id)
        ready = session_package(self.desk, folder)
        path = to / ready.name
        path.write_bytes(ready.data)
        return path

    def take(self, *paths: Path):
        return import_packages(self.desk, read_packages(paths, PackageReader(WORDS), WORDS), WORDS)

    def holds(self, text: str = SECRET) -> list[str]:
        return found_in(self.home, text) + (found_in(self.stick, text) if self.stick.exists() else [])


@pytest.fixture
def laptop(tmp_path):
    laptop = Laptop(tmp_path)
    yield laptop
    laptop.desk.file.close()


@pytest.fixture
def other(tmp_path):
    other = Laptop(tmp_path, 2)
    yield other
    other.desk.file.close()
