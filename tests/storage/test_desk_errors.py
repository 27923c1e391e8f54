"""What SQLite and the system raise becomes one trouble, and mistakes of ours stay mistakes."""

import errno
import sqlite3
import sys

import pytest

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from tests.windows_files import denied_on_windows


def trouble_of(error, path):
    with pytest.raises(DeskTrouble) as told, as_desk_trouble(path):
        raise error
    assert told.value.path == path and told.value.__cause__ is error
    return told.value.trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EIO, Trouble.UNREADABLE),
    ],
)
def test_each_error_of_the_system_has_its_trouble(tmp_path, number, trouble):
    assert trouble_of(OSError(number, "x"), tmp_path / "desk.db") is trouble


def test_a_folder_in_the_desks_place_is_unreadable_whatever_the_system_says(tmp_path):
    assert trouble_of(OSError(errno.EACCES, "x"), tmp_path) is Trouble.UNREADABLE


@pytest.mark.parametrize(
    ("code", "trouble"),
    [(32, Trouble.LOCKED), (33, Trouble.LOCKED), (21, Trouble.UNREADABLE), (19, Trouble.READ_ONLY)],
)
def test_a_file_that_another_app_holds_on_windows_is_no_read_only_one(tmp_path, code, trouble):
    assert trouble_of(denied_on_windows(code), tmp_path / "desk.db") is trouble


def test_a_folder_that_macos_keeps_from_apps_has_a_trouble_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert trouble_of(OSError(errno.EPERM, "x"), tmp_path / "desk.db") is Trouble.PRIVACY


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (sqlite3.SQLITE_BUSY, Trouble.LOCKED),
        (sqlite3.SQLITE_FULL, Trouble.FULL),
        (sqlite3.SQLITE_IOERR_READ, Trouble.UNREADABLE),
        (sqlite3.SQLITE_CORRUPT | 1 << 8, Trouble.DAMAGED),
    ],
)
def test_each_error_of_sqlite_has_its_trouble_and_extended_codes_count_as_their_base(tmp_path, code, trouble):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    assert trouble_of(error, tmp_path / "desk.db") is trouble


def test_a_missing_folder_is_told_as_unreadable(tmp_path):
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    assert trouble_of(error, tmp_path / "gone" / "desk.db") is Trouble.UNREADABLE


@pytest.mark.parametrize("mistake", [sqlite3.ProgrammingError, sqlite3.IntegrityError])
def test_a_mistake_in_the_code_is_not_told_as_trouble_with_the_file(tmp_path, mistake):
    with pytest.raises(mistake), as_desk_trouble(tmp_path / "desk.db"):
        raise mistake("x")


def test_a_path_that_cannot_even_be_looked_at_is_told_as_trouble_with_the_file(tmp_path):
    path = tmp_path / ("x" * 300) / "desk.db"
    assert trouble_of(OSError(errno.EACCES, "no"), path) is Trouble.READ_ONLY
