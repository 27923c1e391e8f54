"""The app starts with a desk, whatever became of the file."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import is_lost, open_desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_file import DeskFile
from tests.desk.evening import SEVEN_PM, begun, note, notes, session_runner
from tools.manual_clock import ManualClock


def opened(path, seed=1):
    return open_desk(path, ManualClock(SEVEN_PM, -240), RandomIds(seed))


def test_the_first_start_makes_a_desk_and_has_nothing_to_tell(tmp_path):
    start = opened(tmp_path / "desk.db")
    assert start.mended is None and list(start.desk.file.records.everything()) == []
    start.desk.file.close()


def test_a_path_that_cannot_even_be_looked_at_is_told_as_trouble(tmp_path):
    path = tmp_path / ("x" * 300) / "desk.db"
    assert not is_lost(path, None)
    with pytest.raises(DeskTrouble):
        opened(path)


def test_a_damaged_desk_is_repaired_with_the_latest_copy_and_told(tmp_path):
    path = tmp_path / "desk.db"
    desk = opened(path).desk
    session_id = begun(desk)
    session_runner(desk, session_id).make_move("start")
    desk.add(session_id, note("one"))
    Backups(path).make(date(2026, 3, 11))
    desk.add(session_id, note("two"))
    Backups(path).make(date(2026, 3, 12))
    desk.file.close()
    path.write_bytes(bytes(5_000))
    start = opened(path, seed=2)
    assert notes(start.desk, session_id) == ["one", "two"]
    assert start.mended.aside.read_bytes() == bytes(5_000)
    assert start.mended.earlier == sum(1 for _ in start.desk.file.records.everything())
    assert len(list(start.desk.file.records.under(session_id, Kind.MOVE))) == 1
    start.desk.file.close()
    again = opened(path)
    assert again.mended is None
    again.desk.file.close()


def test_a_desk_that_cannot_even_get_its_name_is_let_go_again(tmp_path):
    path = tmp_path / "desk.db"
    file = DeskFile(path)
    file._connection.execute("CREATE TRIGGER no BEFORE INSERT ON desk BEGIN SELECT RAISE(ABORT, 'no'); END")
    file.close()
    with pytest.raises(sqlite3.IntegrityError):
        opened(path)
    DeskFile(path).close()


def test_any_other_trouble_is_left_to_be_told(tmp_path):
    (tmp_path / "desk.db").write_text("Dear all, this is a letter.")
    with pytest.raises(DeskTrouble):
        opened(tmp_path / "desk.db")
    assert [path.name for path in tmp_path.iterdir()] == ["desk.db"]
