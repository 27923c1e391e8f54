"""A database that takes another's place is the one that was meant, whatever a kill left beside either."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import copy_database, open_for_reading
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.replace_database import Replacement, beside, clear, finish_replacing, put_in_place
from dialogue_desk.storage.restore import restore_copy
from tests.storage.damage import SESSION, a_desk, note, with_notes

DAY = date(2026, 3, 12)


def killed_while_written(path, count=3):
    """Make a desk at ``path`` as a kill leaves it: what was written last is in the log beside it."""
    there = path.with_name("there")
    there.mkdir()
    desk = a_desk(with_notes(there / path.name, 1), seed=9)
    for number in range(count):
        desk.add(SESSION, note(f"in the log {number}"))
    for end in ("", "-wal"):
        shutil.copy(there / (path.name + end), path.with_name(path.name + end))
    desk.file.close()
    shutil.rmtree(there)


def said(path):
    """Every note in a database, read as SQLite reads it, which plays the log beside it."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [text for (text,) in connection.execute("SELECT body ->> 'text' FROM record ORDER BY seq")]


def test_a_copy_is_not_mixed_with_what_a_kill_left_of_the_one_it_replaces(tmp_path):
    path, copy = with_notes(tmp_path / "desk.db", 2), tmp_path / "copy.db"
    killed_while_written(copy)
    with closing(open_for_reading(path)) as source:
        copy_database(source, copy)
    assert said(copy) == said(path)


def test_going_back_is_not_mixed_with_what_a_kill_left_of_an_earlier_try(tmp_path):
    path = with_notes(tmp_path / "desk.db", 2)
    copy = Backups(path).make(DAY).path
    killed_while_written(Replacement.RESTORE.made(path).with_suffix(".restored.part"))
    killed_while_written(Replacement.RESTORE.made(path).with_name(".desk.db.restored.part.part"))
    restore_copy(path, copy, {}, ())
    assert said(path) == said(copy)
    assert sorted(one.name for one in tmp_path.iterdir() if "part" in one.name) == []


def test_a_copy_in_the_second_place_is_not_mixed_either(tmp_path):
    path, stick = with_notes(tmp_path / "desk.db", 2), tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, Erasures(path))
    copied = Backups(path, stick).make(DAY).second
    clear(copied)
    killed_while_written(copied)
    killed_while_written(stick / f".{copied.name}.part")
    Backups(path, stick).make(DAY)
    assert said(copied) == said(path)


def test_until_it_is_replaced_a_database_keeps_what_is_in_its_log(tmp_path):
    path = tmp_path / "desk.db"
    killed_while_written(path)
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "nothing", path)
    assert said(path)[-1] == "in the log 2"


def test_a_log_without_its_database_is_not_played_onto_the_one_that_is_set_aside(tmp_path):
    path = with_notes(tmp_path / "desk.db", 2)
    copy = Backups(path).make(DAY).path
    aside = restore_copy(path, copy, {}, ())
    clear(aside)
    killed_while_written(aside)
    aside.unlink()  # and its log stays
    before = said(path)
    assert said(restore_copy(path, copy, {}, ())) == before


def test_where_no_desk_file_is_left_the_new_one_takes_its_place_and_nothing_is_told_to_be_set_aside(tmp_path):
    path = tmp_path / "desk.db"
    with_notes(Replacement.REPAIR.made(path), 2)
    assert finish_replacing(path) is None
    assert len(said(path)) == 2 and not any(log.exists() for log in beside(path))


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal")
@pytest.mark.parametrize("deed", ["go back", "mend", "erase and copy"])
def test_killed_at_any_step_the_next_start_has_the_one_or_the_other_whole(deed, tmp_path, request):
    kills = 300 if request.config.getoption("--soak") else 6
    command = [sys.executable, "-m", "tests.storage.steps_to_kill", deed, str(tmp_path), str(kills)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["wrong"] == [] and told["kills"] > 5
