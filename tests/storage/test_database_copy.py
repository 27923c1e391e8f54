"""A copy of a desk file is whole, and goes on under another device name."""

import sqlite3
from contextlib import closing

import pytest

from dialogue_desk.storage.database_copy import add_former_devices, copy_database, mark_of
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from tests.storage.damage import SESSION, a_desk, note, texts


def test_a_copy_holds_everything_and_knows_the_old_device_name_as_a_former_one(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("one"))
    copy_database(desk.file._connection, tmp_path / "copies" / "copy.db")
    copy = a_desk(tmp_path / "copies" / "copy.db", seed=2)
    assert texts(copy) == ["one"] and copy.device != desk.device
    assert copy.file.former_devices() == {desk.device}
    copy.file.close()
    desk.file.close()


def test_names_the_desk_took_since_are_written_into_a_copy_once(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    copy_database(desk.file._connection, tmp_path / "copy.db")
    for _ in range(2):
        add_former_devices(tmp_path / "copy.db", ["a later name", desk.device])
    copy = a_desk(tmp_path / "copy.db", seed=2)
    assert copy.file.former_devices() == {desk.device, "a later name"}
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
