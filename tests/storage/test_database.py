"""A desk file is opened as it should be, or refused and left as it is; a copy of it is whole."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from dialogue_desk.storage.database import (
    APPLICATION,
    add_former_devices,
    copy_database,
    database_uri,
    mark_of,
    open_for_reading,
)
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.migrations import SCHEMA
from tests.storage.damage import PAGE, SESSION, a_desk, fill_up, note, smash, texts, with_notes


def refusal_of(path):
    with pytest.raises(DeskTrouble) as refused:
        DeskFile(path)
    assert refused.value.path == path
    return refused.value.trouble


def everything_in(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made_by_sqlite(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_a_new_desk_file_is_ours_and_keeps_to_full_care(tmp_path):
    file = DeskFile(tmp_path / "folder" / "desk.db")

    def pragma(name):
        return file._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("application_id"), pragma("user_version")) == (APPLICATION, SCHEMA)
    assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 3)
    assert (pragma("foreign_keys"), pragma("trusted_schema"), pragma("secure_delete")) == (1, 0, 1)
    file.close()
    assert set(everything_in(tmp_path)) == {"desk.db", "desk.db.lock"}


@pytest.mark.parametrize(
    "make",
    [
        lambda path: made_by_sqlite(path, "CREATE TABLE t (x)"),
        lambda path: made_by_sqlite(path, "PRAGMA application_id = 7", "CREATE TABLE t (x)"),
        lambda path: made_by_sqlite(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)"),
        lambda path: path.write_text("Dear all, " * 100),
        lambda path: path.write_bytes(b"PK\x03\x04" + bytes(500)),
        lambda path: path.write_text("short"),
    ],
)
def test_the_file_of_another_program_is_refused_and_nothing_is_written(tmp_path, make):
    path = tmp_path / "desk.db"
    make(path)
    before = everything_in(tmp_path)
    assert refusal_of(path) is Trouble.FOREIGN
    assert everything_in(tmp_path) == before


def test_a_file_of_a_newer_app_is_refused_and_nothing_is_written(tmp_path):
    path = with_notes(tmp_path / "desk.db", 1)
    made_by_sqlite(path, f"PRAGMA user_version = {SCHEMA + 1}")
    before = everything_in(tmp_path)
    assert refusal_of(path) is Trouble.NEWER
    assert everything_in(tmp_path) == before


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / "desk.db").mkdir()
    assert refusal_of(tmp_path / "desk.db") is Trouble.UNREADABLE
    assert everything_in(tmp_path) == {}


def test_a_file_where_its_folder_should_be_is_refused(tmp_path):
    (tmp_path / "folder").write_text("x")
    assert refusal_of(tmp_path / "folder" / "desk.db") is Trouble.UNREADABLE


def test_while_another_program_writes_a_change_is_refused_and_can_be_made_later(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.file._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DeskTrouble) as refused:
        desk.add(SESSION, note("one"))
    assert refused.value.trouble is Trouble.LOCKED and texts(desk) == []
    other.close()
    desk.add(SESSION, note("one"))
    assert texts(desk) == ["one"]
    desk.file.close()


@pytest.mark.parametrize("left_open", [False, True])
def test_a_folder_that_may_only_be_read_is_refused(tmp_path, sealed, left_open):
    folder = tmp_path / "folder"
    path = with_notes(folder / "desk.db", 1)
    if left_open:
        path.with_name("desk.db-wal").write_bytes(b"")
    sealed(folder)
    before = everything_in(folder)
    assert refusal_of(path) is Trouble.READ_ONLY
    assert refusal_of(folder / "new.db") is Trouble.READ_ONLY
    assert everything_in(folder) == before


def test_a_disk_that_is_full_at_the_start_is_said_so(small_disk):
    path = with_notes(small_disk / "desk.db", 10)
    path.with_name("desk.db.lock").unlink()
    fill_up(small_disk / "ballast")
    assert refusal_of(path) is Trouble.FULL
    (small_disk / "ballast").unlink()
    DeskFile(path).close()


def test_a_disk_that_fills_up_costs_the_change_at_hand_and_no_other(small_disk):
    desk = a_desk(small_disk / "desk.db")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_000_000))
    kept = []
    with pytest.raises(DeskTrouble) as refused:
        for number in range(1_000):
            desk.add(SESSION, note(f"{number} " + "word " * 1_000))
            kept.append(number)
    assert refused.value.trouble is Trouble.FULL and kept
    assert [int(text.split()[0]) for text in texts(desk)] == kept
    ballast.unlink()
    desk.add(SESSION, note("1001"))
    desk.undo()
    desk.undo()
    assert [int(text.split()[0]) for text in texts(desk)] == kept[:-1]
    desk.file.close()
    again = a_desk(small_disk / "desk.db")
    assert [int(text.split()[0]) for text in texts(again)] == kept[:-1]
    again.file.close()


def test_a_file_that_may_grow_no_further_costs_the_change_at_hand_and_no_other(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("one"))
    pages = desk.file._connection.execute("PRAGMA page_count").fetchone()[0]
    desk.file._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DeskTrouble) as refused:
        desk.add(SESSION, note("word " * 10_000))
    assert refused.value.trouble is Trouble.FULL and texts(desk) == ["one"]
    desk.file._connection.execute("PRAGMA max_page_count = 100000")
    desk.add(SESSION, note("two"))
    desk.undo()
    assert texts(desk) == ["one"]
    desk.file.close()


def cut_short(path):
    with path.open("r+b") as file:
        file.truncate(6 * PAGE + 100)


def wiped(path):
    path.write_bytes(bytes(path.stat().st_size))


def first_bytes_lost(path):
    with path.open("r+b") as file:
        file.write(b"\xff" * 16)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: smash(path, [9]),
        lambda path: smash(path, [2]),
        lambda path: path.write_bytes(path.read_bytes()[:50]),
        cut_short,
        wiped,
        first_bytes_lost,
    ],
)
def test_a_damaged_file_is_told_at_the_start_and_left_as_it_is(tmp_path, harm):
    path = with_notes(tmp_path / "desk.db", 200)
    harm(path)
    before = path.read_bytes()
    assert refusal_of(path) is Trouble.DAMAGED
    assert path.read_bytes() == before


def test_a_file_is_checked_at_each_start_however_large_and_however_it_was_closed(tmp_path):
    path = with_notes(tmp_path / "desk.db", 200)
    left = a_desk(path)
    left.add(SESSION, note("killed after this"))
    killed = Path(shutil.copytree(tmp_path, tmp_path / "killed")) / "desk.db"
    left.file.close()
    for harmed in (path, killed):
        smash(harmed, [6, 7, 8])
        assert refusal_of(harmed) is Trouble.DAMAGED


def test_damage_met_while_reading_is_told_as_damage(tmp_path):
    desk = a_desk(with_notes(tmp_path / "desk.db", 20))
    desk.file._connection.execute("UPDATE record SET body = replace(body, '\"kind\"', '\"kin') WHERE seq = 7")
    with pytest.raises(DeskTrouble) as told:
        texts(desk)
    assert told.value.trouble is Trouble.DAMAGED and told.value.path.name == "desk.db"
    desk.file.close()


def test_a_page_lost_while_the_desk_is_open_is_told_as_damage(tmp_path):
    path = with_notes(tmp_path / "desk.db", 400)
    desk = a_desk(path)
    desk.file._connection.execute("PRAGMA shrink_memory")
    smash(path, list(range(30, 50)))
    with pytest.raises(DeskTrouble) as told:
        list(desk.file.records.everything())
    assert told.value.trouble is Trouble.DAMAGED
    desk.file._connection.close()
    desk.file.close()


def test_a_desk_file_whose_making_was_cut_short_is_made_whole(tmp_path):
    for statements in ((), (f"PRAGMA application_id = {APPLICATION}",)):
        path = made_by_sqlite(tmp_path / f"desk{len(statements)}.db", *statements)
        desk = a_desk(path)
        desk.add(SESSION, note("one"))
        assert texts(desk) == ["one"]
        desk.file.close()


def test_a_copy_holds_everything_and_knows_the_old_device_name_as_a_former_one(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("one"))
    copy_database(desk.file._connection, tmp_path / "copies" / "copy.db")
    copy = a_desk(tmp_path / "copies" / "copy.db", seed=2)
    assert texts(copy) == ["one"] and copy.device != desk.device
    assert copy.file.names.former() == {desk.device}
    copy.file.close()
    desk.file.close()


def test_names_the_desk_took_since_are_written_into_a_copy_once(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    copy_database(desk.file._connection, tmp_path / "copy.db")
    for _ in range(2):
        add_former_devices(tmp_path / "copy.db", ["a later name", desk.device])
    copy = a_desk(tmp_path / "copy.db", seed=2)
    assert copy.file.names.former() == {desk.device, "a later name"}
    copy.file.close()
    desk.file.close()


def test_where_no_copy_can_be_written_the_older_one_stays(tmp_path):
    (tmp_path / "file").write_text("here already")
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(DeskTrouble) as refused:
        copy_database(connection, tmp_path / "file" / "copy.db")
    assert refused.value.trouble is Trouble.UNREADABLE
    assert (tmp_path / "file").read_text() == "here already"


def test_the_mark_of_a_laptop_is_the_end_of_its_name():
    assert mark_of("019cd9d1-52a0-7007-9f39-0b2018072e8c") == "072e8c"


@pytest.mark.parametrize(
    "name",
    ["100% ours#1?mode=rw&x=y.db", "a%20b.db", "señales & más.db", "desk: tonight.db", "\\\\host\\share.db"],
)
def test_a_desk_file_of_any_name_can_be_read_on_the_side(tmp_path, name):
    path = made_by_sqlite(tmp_path / name, "CREATE TABLE seen (x)", "INSERT INTO seen VALUES (7)")
    with closing(open_for_reading(path)) as connection:
        assert connection.execute("SELECT x FROM seen").fetchone() == (7,)
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("INSERT INTO seen VALUES (8)")


@pytest.mark.skipif(sys.platform == "win32", reason="there these are places of their own")
@pytest.mark.parametrize(
    "path",
    [
        r"\\host\share\copies\desk.db",
        r"\\?\C:\Circles\Ana\a long way down\desk.db",
        r"\\?\UNC\host\share\desk.db",
        r"C:\Circles\Ana\100% ours #1.db",
    ],
)
def test_sqlite_takes_a_windows_path_as_it_is_and_sees_no_host_in_it(tmp_path, path, monkeypatch):
    """Here such a path is one name, so the file that SQLite makes says what it took the path for."""
    monkeypatch.chdir(tmp_path)
    with closing(sqlite3.connect(database_uri(PureWindowsPath(path)), uri=True)) as connection:
        connection.execute("CREATE TABLE seen (x)")
    assert [made.name for made in tmp_path.iterdir()] == [path]
