"""A copy is judged by where it comes from, never by pieces of its name."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from dialogue_desk.desk.erasing.erase import erase, erase_from_copies
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.copy_names import CopyNames, DatedName
from dialogue_desk.storage.erase_copies import CopyErasure, UnerasedReason, set_aside_files
from dialogue_desk.storage.pending_erasures import ErasureTask
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.restore import list_copies
from dialogue_desk.storage.settings import SettingsFile
from dialogue_desk.whole_file import clear_abandoned
from tests.storage.conftest import sealed
from tests.storage.damage import SESSION, a_desk, note, texts

__all__ = ["sealed"]

DAY = date(2026, 3, 12)

ODD_NAMES = [
    "north.partners.db",
    "desk-damaged-2026-03-12.db",
    "x-before-schema-2.db",
    "desk-set-aside-2026-03-12.db",
    "a.part.db",
    "[a-z]**.db",
    "desk",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_whatever_a_desk_is_called_its_copies_lose_the_words_and_stay(tmp_path, name):
    desk = a_desk(tmp_path / name)
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(tmp_path / name, stick, desk.file.erasures)
    desk.add(SESSION, note("what stays"))
    secret = desk.add(SESSION, note("a secret that must go"))
    made = [backups.make(date(2026, 3, day)) for day in range(1, 4)]
    desk.erase([secret])
    assert erase_from_copies(desk) == CopyErasure(mended=6)
    days = [copy.day for copy in list_copies(backups)]
    assert days == [date(2026, 3, day) for day in (3, 2, 1)]
    for one in (*(copy.path for copy in made), *(copy.second for copy in made)):
        assert b"secret" not in one.read_bytes()
        shutil.copy(one, tmp_path / "opened.db")
        opened = a_desk(tmp_path / "opened.db", seed=9)
        assert texts(opened) == ["what stays"]
        opened.file.close()
    desk.file.close()


def test_a_file_that_was_set_aside_and_is_used_again_loses_the_words_and_stays(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    secret = desk.add(SESSION, note("a secret that must go"))
    desk.file.scrub()
    aside = tmp_path / "desk-damaged-2026-03-12.db"
    shutil.copy(tmp_path / "desk.db", aside)
    again = a_desk(aside, seed=2)
    again.add(SESSION, note("what was written since"))
    again.file.erasures.begin(ErasureTask(("of its own",)))
    again.file.close()
    desk.erase([secret])
    assert erase_from_copies(desk) == CopyErasure(mended=1)
    again = a_desk(aside, seed=2)
    assert texts(again) == ["what was written since"] and b"secret" not in aside.read_bytes()
    assert again.file.erasures.pending().desk.ids == ("of its own",)
    again.file.close()
    desk.file.close()


def test_a_file_that_was_set_aside_and_cannot_be_read_anymore_goes_whole(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    secret = desk.add(SESSION, note("a secret"))
    (tmp_path / "desk-damaged-2026-03-12.db").write_bytes(b"a secret in what is no database anymore")
    desk.erase([secret])
    assert erase_from_copies(desk) == CopyErasure(removed=1) and set_aside_files(tmp_path / "desk.db") == []
    desk.file.close()


def test_erasing_everything_leaves_a_file_alone_that_another_program_has_open(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("a secret"))
    desk.file.scrub()
    aside = Path(shutil.copy(tmp_path / "desk.db", tmp_path / "desk-set-aside-2026-03-12.db"))
    erase(desk, None)

    def locked(descriptor):
        raise BlockingIOError(11, "locked")

    # Locks of one program do not stop itself, so another one is played.
    with monkeypatch.context() as patch:
        patch.setattr("dialogue_desk.storage.file_lock._lock", locked)
        told = erase_from_copies(desk)
    assert [(one.path, one.why) for one in told.unerased] == [(aside, UnerasedReason.IN_USE)]
    assert aside.exists()
    assert erase_from_copies(desk).unerased == () and not aside.exists()
    desk.file.close()


def test_copies_of_a_neighbour_with_a_longer_name_are_none_of_ours(tmp_path):
    north, partners = a_desk(tmp_path / "north.db"), a_desk(tmp_path / "north.partners.db", seed=2)
    for desk in (north, partners):
        Backups(desk.file.path).make(DAY)
    half = tmp_path / "backups" / f".{Backups(partners.file.path).copies()[0].name}.part"
    half.write_bytes(b"being written")
    secret = north.add(SESSION, note("a secret"))
    north.erase([secret])
    assert erase_from_copies(north) == CopyErasure(mended=1)
    assert half.exists() and len(Backups(partners.file.path).copies()) == 1
    north.file.close()
    partners.file.close()


@pytest.mark.parametrize(
    ("name", "dated"),
    [
        ("desk-2026-03-12-4f0c2e.db", DatedName("2026-03-12", "4f0c2e")),
        ("desk-2026-03-12-**]*[?.db", DatedName("2026-03-12", "**]*[?")),
        ("desk-2026-03-12-4f0c2e.db.part", None),
        ("desk-2026-03-12.db", None),
        ("desk-2-2026-03-12-4f0c2e.db", None),
        ("my desk-2026-03-12-4f0c2e.db", None),
    ],
)
def test_a_copy_has_the_name_of_its_desk_a_day_and_a_mark(name, dated):
    assert CopyNames(Path("desk.db")).dated(name) == dated


# What kills leave.


def old(path, content=b"half"):
    path.write_bytes(content)
    long_ago = time.time() - 3_600
    os.utime(path, (long_ago, long_ago))
    return path


def test_what_a_kill_left_half_written_is_cleared_at_the_next_start_and_nothing_else(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "desk.db")
    stick, out = tmp_path / "stick", tmp_path / "out"
    stick.mkdir()
    out.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(tmp_path / "desk.db", stick, desk.file.erasures)
    made = backups.make(DAY)
    desk.file._connection.execute(
        "INSERT INTO export (subject, profile, revision, digest, identity, at, path, sealed)"
        " VALUES ('s', '', 1, '', '', 0, ?, 0)",
        (str(out / "package.dialogue"),),
    )
    ours = [
        tmp_path / "backups" / f".{made.path.name}.part",
        tmp_path / "backups" / f".{made.path.name}.part-journal",
        stick / f".{made.path.name}.part",
        tmp_path / "desk.db.rebuilt.part",
        tmp_path / ".desk.db.restored.part.part",
    ]
    for one in ours:
        one.write_bytes(b"half")
    ours += [old(folder / ".dialogue-desk-0123456789abcdef.part") for folder in (tmp_path, stick, out)]
    being_written = out / ".dialogue-desk-fedcba9876543210.part"
    being_written.write_bytes(b"by another window")
    others = [
        old(out / ".0123456789abcdef.part"),
        old(out / "film.part"),
        old(stick / ".desk-2026-03-12-others.db.part"),
        old(tmp_path / "backups" / ".north-2026-03-12-4f0c2e.db.part"),
        old(tmp_path / "book.part"),
    ]
    backups.tidy()
    assert [path for path in ours if path.exists()] == []
    assert all(path.exists() for path in (*others, being_written, made.path, made.second))
    desk.file.close()


def test_half_written_settings_are_cleared_at_the_next_start(tmp_path):
    half, other = old(tmp_path / ".dialogue-desk-0123456789abcdef.part"), old(tmp_path / "settings.part")
    SettingsFile(tmp_path / "settings.toml").read()
    assert not half.exists() and other.exists()


def test_a_folder_that_is_away_or_may_only_be_read_stops_nobody(tmp_path, sealed):
    folder = tmp_path / "folder"
    clear_abandoned(folder)
    folder.mkdir()
    half = old(folder / ".dialogue-desk-0123456789abcdef.part")
    sealed(folder)
    clear_abandoned(folder)
    assert half.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot sync a folder")
def test_a_copy_is_told_only_when_its_name_is_on_disk_in_both_places(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "desk.db")
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups_folder = tmp_path / "backups"
    on_disk, fsync = {}, os.fsync

    def sync(descriptor):
        for folder in (tmp_path, backups_folder, stick):
            if folder.is_dir() and os.path.samestat(os.fstat(descriptor), folder.stat()):
                on_disk[folder] = {path.name for path in folder.iterdir()}
        fsync(descriptor)

    monkeypatch.setattr("dialogue_desk.whole_file.sync_folder.__defaults__", (sync,))
    made = Backups(tmp_path / "desk.db", stick, desk.file.erasures).make(DAY)
    assert made.path.name in on_disk[backups_folder] and "backups" in on_disk[tmp_path]
    assert made.second.name in on_disk[stick]
    desk.file.close()
