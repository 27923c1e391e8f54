"""A laptop whose disk has no room: what people do on it, and how disks run full."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erase, erase_from_copies
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.notes.note_edits import split
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import NOT_SEALED, Keyring, Seal, new_key
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.restore import erased_in, restore_copy
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM, a_desk, a_shelf, begun, note
from tests.journeys.wholeness import all_said
from tests.storage.damage import fill_up
from tools.manual_clock import ManualClock

WORDS = Words()
FIRST_DAY, SECOND_DAY = date(2026, 3, 12), date(2026, 3, 13)
SECRET = "the secret of the gate"
BASE = tuple(f"line {number} " + "and on " * 30 for number in range(25))
KEY = new_key()


@dataclass
class Laptop:
    """A desk with a session on it and a copy, a stick with another copy, and a folder for what leaves."""

    home: Path
    out: Path
    stick: Path
    session_id: RecordId
    quote: RecordId
    desk: Desk | None = None

    @property
    def path(self) -> Path:
        return self.home / "desk.db"

    def open(self) -> Desk:
        self.desk = open_desk(self.path, ManualClock(SEVEN_PM + 3_600_000, -240), RandomIds(77)).desk
        return self.desk

    def close(self) -> None:
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None

    def moved(self, *, home: Path, outside: Path) -> Laptop:
        """Return the same laptop with its desk in ``home``, and its stick and folder in ``outside``."""
        places = {"home": home / "home", "out": outside / "out", "stick": outside / "stick"}
        for name, place in places.items():
            shutil.copytree(getattr(self, name), place)
        old = Backups(self.path, self.stick).second_copies()
        there = replace(self, **places)
        assert len(old) == 1 and there.desk is None
        # Where the copies lie is known by path, and the stick has another one now.
        erasing = there.home / "desk.db.erasing"
        erasing.write_text(erasing.read_text().replace(str(self.stick), str(there.stick)))
        return there

    def folder(self) -> SessionFolder:
        found = Folders(self.desk, a_shelf(self.home)).session(self.session_id)
        assert found is not None
        return found

    def backups(self) -> Backups:
        return Backups(self.path, self.stick, self.desk.file.erasures if self.desk else None)


def an_evening(folder: Path) -> Laptop:
    """Return a laptop as it is before anything goes wrong, closed."""
    home, out, stick = (folder / name for name in ("home", "out", "stick"))
    for place in (home, out, stick):
        place.mkdir()
    desk = a_desk(home / "desk.db")
    session_id = begun(desk)
    desk.perform(Edit(Act.WRITE, tuple(Write.of(desk.new_id(), session_id, note(one)) for one in BASE)))
    quote = desk.add(session_id, note(SECRET, NoteKind.QUOTE))
    laptop = Laptop(home, out, stick, session_id, quote, desk)
    choose_place(stick, desk.file.erasures)
    laptop.backups().make(FIRST_DAY)
    laptop.close()
    SettingsFile(home / "settings.toml").write(Settings(theme="dark"))
    other = a_desk(folder / "other.db", 2)
    theirs = begun(other, "C08")
    for number in range(20):
        other.add(theirs, note(f"theirs {number} " + "and on " * 30))
    guest = Laptop(folder, home, stick, theirs, quote, other)
    guest.path.unlink(missing_ok=True)
    export_files(other, guest.folder(), WORDS, ExportChoices(papers=SummaryOptions(()))).save(
        home, lambda *_: None
    )
    other.file.close()
    return laptop


# What people do.  Each says whether it is done, which is asked when the desk was opened again.

Do = Callable[[Laptop], None]


@dataclass(frozen=True)
class Deed:
    """Something a person does: ``do`` returns when it is done, and raises when it was refused."""

    do: Do
    done: Callable[[Laptop], bool]
    """Whether all of it is there.  That nothing of it is there otherwise is asked by ``nothing``."""
    nothing: Callable[[Laptop], bool] | None = None
    outside: bool = False

    def none_of_it(self, laptop: Laptop) -> bool:
        return (self.nothing or (lambda one: not self.done(one)))(laptop)


def _type(laptop: Laptop) -> None:
    laptop.desk.add(laptop.session_id, note("typed " + "word " * 600))


def _typed(laptop: Laptop) -> bool:
    return any(one.startswith("typed") for one in all_said(laptop.desk))


def _catch(laptop: Laptop) -> None:
    add_entry(laptop.desk, laptop.folder(), "! caught in time " + "word " * 600 + "#lamps", EntryDefaults())


def _caught(laptop: Laptop) -> bool:
    there = {any(one.startswith("caught") for one in all_said(laptop.desk)), bool(laptop.folder().themes)}
    assert len(there) == 1
    return there.pop()


def _split(laptop: Laptop) -> None:
    first = laptop.folder().notes[0]
    laptop.desk.perform(split(first, "first half", "second half " * 200, laptop.desk.new_id))


def _is_split(laptop: Laptop) -> bool:
    said = all_said(laptop.desk)
    there = {"first half" in said, any(one.startswith("second half") for one in said)}
    assert len(there) == 1 and (BASE[0] in said) != there.copy().pop()
    return there.pop()


def _take_in(laptop: Laptop) -> None:
    plan = read_packages(files_found([laptop.home]).files, PackageReader(WORDS), WORDS)
    assert len(plan.packages) == 1
    import_packages(laptop.desk, plan, WORDS)


def _is_taken_in(laptop: Laptop) -> bool:
    count = sum(one.startswith("theirs") for one in all_said(laptop.desk))
    assert count in (0, 20)
    return count == 20


def _export(laptop: Laptop, seal: Seal = NOT_SEALED) -> None:
    """Save as the window does: kept in mind, written, and told."""
    choices = ExportChoices(seal=seal, papers=SummaryOptions((".md", ".html")))
    leavers = export_files(laptop.desk, laptop.folder(), WORDS, choices)
    pending_export = leavers.begin(laptop.desk, laptop.out)
    try:
        leavers.save(laptop.out, lambda done, total: None)
    except BaseException:
        pending_export.failed()
        raise
    pending_export.done()


def _export_sealed(laptop: Laptop) -> None:
    _export(laptop, Seal(to=(KEY.public,)))


def _is_exported(laptop: Laptop) -> bool:
    names = sorted(path.name for path in laptop.out.iterdir())
    known = {one.path.name for one in laptop.desk.file.exports.of(laptop.session_id)}
    assert set(names) <= known, "it knows of every file that lies there"
    packages = files_found([laptop.out]).files
    for package in packages:
        read = PackageReader(WORDS, Keyring((KEY.secret,))).read(package)
        assert sum(isinstance(one.body, Note) for one in read.records.values()) == len(BASE)
    return len(packages) == 1 and {Path(name).suffix for name in names} >= {".md", ".html"}


def _not_exported(laptop: Laptop) -> bool:
    return not list(laptop.out.iterdir())


def _copy(laptop: Laptop) -> None:
    made = laptop.backups().make(SECOND_DAY)
    if made.second_missed is not None:
        raise made.second_missed


def _is_copied(laptop: Laptop) -> bool:
    backups = laptop.backups()
    return len(backups.copies()) == len(backups.second_copies()) == 2


def _not_copied_twice(laptop: Laptop) -> bool:
    return len(laptop.backups().second_copies()) == 1


def _erase(laptop: Laptop) -> None:
    laptop.desk.erase([laptop.quote])


def _is_erased(laptop: Laptop) -> bool:
    record = laptop.desk.get(laptop.quote)
    return record is not None and record.erased


def _erase_everything(laptop: Laptop) -> None:
    erase(laptop.desk, None)


def _is_empty(laptop: Laptop) -> bool:
    count = len(list(laptop.desk.file.records.everything()))
    assert count == 0 or len(all_said(laptop.desk)) == len(BASE) + 1
    return count == 0


def _go_back(laptop: Laptop) -> None:
    laptop.desk.add(laptop.session_id, note("after the copy"))
    copy, names = laptop.backups().copies()[-1], laptop.desk.names()
    laptop.close()
    restore_copy(laptop.path, copy, erased_in(laptop.path), names)


def _is_back(laptop: Laptop) -> bool:
    return bool(list(laptop.home.glob("desk-set-aside-*.db"))) and "after the copy" not in all_said(
        laptop.desk
    )


def _set(laptop: Laptop) -> None:
    SettingsFile(laptop.home / "settings.toml").write(Settings(theme="contrast", text_size=150))


def _is_set(laptop: Laptop) -> bool:
    settings = SettingsFile(laptop.home / "settings.toml").read()
    assert settings in (Settings(theme="dark"), Settings(theme="contrast", text_size=150))
    return settings.text_size == 150


DEEDS = {
    "type": Deed(_type, _typed),
    "catch": Deed(_catch, _caught),
    "split": Deed(_split, _is_split),
    "take in": Deed(_take_in, _is_taken_in),
    "export": Deed(_export, _is_exported, _not_exported, outside=True),
    "export sealed": Deed(_export_sealed, _is_exported, _not_exported, outside=True),
    "copy": Deed(_copy, _is_copied, _not_copied_twice, outside=True),
    "erase": Deed(_erase, _is_erased),
    "erase everything": Deed(_erase_everything, _is_empty),
    "go back": Deed(_go_back, _is_back),
    "set": Deed(_set, _is_set),
}


# How disks run full.


@contextmanager
def only(room: int, disk: Path) -> Iterator[None]:
    """Leave only ``room`` bytes free on a disk."""
    ballast = disk / "ballast"
    fill_up(ballast)
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - room))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow over ``size`` bytes, as a quota does."""
    limit = pytest.importorskip("resource")
    before = limit.getrlimit(limit.RLIMIT_FSIZE)
    limit.setrlimit(limit.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        limit.setrlimit(limit.RLIMIT_FSIZE, before)


@contextmanager
def full_from(step: int, laptop: Laptop) -> Iterator[None]:
    """Let the disk be full from the ``step``-th time on that the app waits for it, or gives a file its name.

    The desk file may grow by as many pages before that.
    """
    steps = itertools.count(1)

    def failing(real: Callable[..., None]) -> Callable[..., None]:
        def fail(*told: object, **more: object) -> None:
            if next(steps) >= step:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(*told, **more)

        return fail

    with pytest.MonkeyPatch.context() as patch:
        for name, deed in (("sync", "fsync"), ("replace", "replace")):
            broken = failing(getattr(os, deed))
            patch.setattr(os, deed, broken)
            patch.setitem(write_atomically.__kwdefaults__, name, broken)
        connection = laptop.desk.file._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + step - 1}")
        yield
        if laptop.desk is not None:
            connection.execute("PRAGMA max_page_count = 4294967294")


@contextmanager
def pulled_out_at(step: int, laptop: Laptop) -> Iterator[None]:
    """Let the stick, and the folder that is on it, be pulled out before the ``step``-th wait for a disk."""
    steps = itertools.count(1)
    pulled: list[Path] = []

    def pulling(real: Callable[..., None]) -> Callable[..., None]:
        def go_on(*told: object, **more: object) -> None:
            if next(steps) == step:
                for place in (laptop.out, laptop.stick):
                    place.rename(place.with_name(f"{place.name} in a pocket"))
                    pulled.append(place)
            real(*told, **more)

        return go_on

    with pytest.MonkeyPatch.context() as patch:
        for name, deed in (("sync", "fsync"), ("replace", "replace")):
            slow = pulling(getattr(os, deed))
            patch.setattr(os, deed, slow)
            patch.setitem(write_atomically.__kwdefaults__, name, slow)
        yield
    for place in pulled:
        place.with_name(f"{place.name} in a pocket").rename(place)


def take_parts_off(folder: Path) -> None:
    """A stick that was pulled out keeps what was half written, under names that nobody takes for a file."""
    for part in folder.glob(".*.part"):
        part.unlink()


def reached(laptop: Laptop) -> bool:
    return erase_from_copies(laptop.desk).unerased == ()
