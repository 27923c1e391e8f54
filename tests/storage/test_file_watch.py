"""A desk file that is gone from its path while it is open loses nothing: the next start finds all of it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys

import pytest

from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.erase_copies import set_aside_files
from dialogue_desk.storage.file_watch import FileWatch, kept_elsewhere
from dialogue_desk.storage.pending_erasures import BESIDE, task_of
from tests.storage.conftest import small_disk
from tests.storage.damage import SESSION, a_desk, fill_up, note, texts

__all__ = ["small_disk"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The person's home, where a desk goes whose folder cannot be there anymore."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def path(tmp_path, home):
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "desk.db"


@pytest.fixture
def desk(path):
    desk = a_desk(path)
    desk.add(SESSION, note("before"))
    yield desk
    desk.file.close()


@pytest.fixture
def older(desk, path):
    """An older version of the desk, as a service that syncs files has it."""
    older = path.parent.parent / "older.db"
    assert desk.file.scrub()
    shutil.copy(path, older)
    desk.add(SESSION, note("since then"))
    assert desk.file.scrub()
    return older


def killed(desk):
    """Return what the next start finds when the program is killed now."""
    folder = desk.file.path.parent
    left = folder.parent / "after the kill"
    shutil.copytree(folder, left)
    again = a_desk(left / desk.file.path.name, seed=9)
    found = texts(again)
    again.file.close()
    shutil.rmtree(left)
    return found


def delete(path):
    path.unlink()


def move_away(path):
    path.rename(path.with_name("moved.db"))


def delete_all(path):
    for one in path.parent.iterdir():
        one.unlink()


def delete_the_folder(path):
    shutil.rmtree(path.parent)


def move_the_folder(path):
    path.parent.rename(path.parent.with_name("moved"))


def delete_the_logs(path):
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink()


WAYS_TO_VANISH = [delete, move_away, delete_all, delete_the_folder, move_the_folder, delete_the_logs]


@pytest.mark.parametrize("vanish", WAYS_TO_VANISH)
def test_whatever_takes_the_file_away_every_acknowledged_note_is_found_at_the_next_start(desk, path, vanish):
    vanish(path)
    desk.add(SESSION, note("after"))
    assert texts(desk) == ["before", "after"] and desk.file.path == path
    assert killed(desk) == ["before", "after"]
    desk.undo()
    assert killed(desk) == texts(desk) == ["before"]


@pytest.mark.parametrize("vanish", WAYS_TO_VANISH)
def test_a_file_that_was_taken_away_is_there_again_when_the_desk_is_closed(desk, path, vanish):
    vanish(path)
    desk.file.close()
    again = a_desk(path, seed=9)
    assert texts(again) == ["before"]
    again.file.close()


def replace(path, older):
    shutil.copy(older, path.with_name("coming"))
    path.with_name("coming").replace(path)


def write_over(path, older):
    shutil.copyfile(older, path)
    later = path.stat().st_mtime + 2  # nobody is as fast as a test, which writes twice within a tick
    os.utime(path, (later, later))


@pytest.mark.parametrize("put", [replace, write_over])
def test_an_older_version_put_in_its_place_is_set_aside_whole(desk, path, older, put):
    told = []
    desk.file.on_rescue = told.append
    put(path, older)
    desk.add(SESSION, note("after"))
    assert texts(desk) == killed(desk) == ["before", "since then", "after"]
    (aside,) = set_aside_files(path)
    assert [one.aside for one in told] == [aside] and aside.read_bytes() == older.read_bytes()


def test_nothing_is_left_beside_the_desk_after_it_was_rescued(desk, path):
    delete(path)
    desk.add(SESSION, note("after"))
    desk.file.close()
    assert sorted(one.name for one in path.parent.iterdir()) == ["desk.db", "desk.db.lock"]


def test_a_log_that_is_lost_while_somebody_reads_costs_nothing_either(desk, path):
    reader = open_for_reading(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM record").fetchone()
    desk.file._connection.execute("PRAGMA busy_timeout = 10")
    delete_the_logs(path)
    desk.add(SESSION, note("after"))
    reader.close()
    assert texts(desk) == killed(desk) == ["before", "after"]


def test_where_the_folder_cannot_be_again_the_desk_goes_on_in_the_persons_home(desk, path, home):
    told = []
    desk.file.on_rescue = told.append
    delete_the_folder(path)
    path.parent.write_bytes(b"something else has its name")
    desk.add(SESSION, note("after"))
    assert desk.file.path.parent == home and kept_elsewhere(path) == [desk.file.path]
    assert [(one.path, one.moved) for one in told] == [(desk.file.path, True)]
    assert killed(desk) == ["before", "after"]


def test_a_folder_that_another_program_uses_by_now_is_left_to_it(desk, path, home, monkeypatch):
    def locked(descriptor):
        raise BlockingIOError(11, "locked")

    delete_the_folder(path)
    path.parent.mkdir()
    # Locks of one program do not stop itself, so another one is played.
    monkeypatch.setattr(
        "dialogue_desk.storage.file_lock._lock",
        lambda descriptor: locked(descriptor) if not list(home.iterdir()) else None,
    )
    desk.add(SESSION, note("after"))
    assert desk.file.path.parent == home and killed(desk) == ["before", "after"]


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_acknowledged(desk, path, home):
    delete_the_folder(path)
    path.parent.write_bytes(b"something else has its name")
    home.rmdir()
    home.write_bytes(b"no folder either")
    with pytest.raises(DeskTrouble) as refused:
        desk.add(SESSION, note("after"))
    assert refused.value.trouble is Trouble.GONE
    assert texts(desk) == ["before"]
    path.parent.unlink()
    desk.add(SESSION, note("after"))
    assert texts(desk) == killed(desk) == ["before", "after"]


def test_what_is_still_to_be_erased_stays_known(desk, path):
    desk.file.erasures.copied_to("/stick", 5)
    delete_the_folder(path)
    desk.erase([next(desk.file.records.everything()).id])
    assert set(desk.file.erasures.pending().places) == {BESIDE, "/stick"}
    assert desk.file.erasures.pending().places[BESIDE] == task_of(
        one.id for one in desk.file.records.everything()
    )


def test_another_program_may_change_the_desk_through_sqlite(desk, path):
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.execute("INSERT INTO desk VALUES ('of another', '')")
        other.execute("COMMIT")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    desk.add(SESSION, note("after"))
    assert set_aside_files(path) == [] and desk.file.remembered("of another") == ""
    assert texts(desk) == ["before", "after"]


def test_a_file_whose_time_was_set_is_the_same_file(desk, path):
    told = []
    desk.file.on_rescue = told.append
    for _ in range(3):
        path.touch()
        desk.add(SESSION, note("after"))
    os.utime(path, (1, 1))
    desk.file.close()
    assert told == [] and set_aside_files(path) == []
    again = a_desk(path, seed=9)
    assert len(texts(again)) == 4
    again.file.close()


def test_a_desk_that_stays_is_never_taken_for_another(desk, path):
    for number in range(300):
        desk.add(SESSION, note(f"{number} " + "word " * 100))
    desk.file.scrub()
    desk.add(SESSION, note("after"))
    assert set_aside_files(path) == [] and len(texts(desk)) == 302


def test_every_commit_asks_in_microseconds(desk, path):
    watch, steps = FileWatch(path, desk.file._connection), []
    desk.file._connection.set_trace_callback(steps.append)
    for _ in range(100):
        watch.is_in_place()
    desk.file._connection.set_trace_callback(None)
    assert steps == []  # it asks the system for three files, and the database for nothing


def test_a_full_disk_lets_the_desk_go_on_elsewhere(small_disk, home):
    path = small_disk / "desk.db"
    desk = a_desk(path)
    desk.add(SESSION, note("before"))
    (small_disk / "desk.db").unlink()
    fill_up(small_disk / "ballast")
    desk.add(SESSION, note("after"))
    assert desk.file.path.parent == home and texts(desk) == ["before", "after"]
    desk.file.close()


def start_again(desk, path, chance):
    """Close the program or kill it, and start it again."""
    left = path.parent.with_name("left")
    shutil.copytree(path.parent, left)
    desk.file.close()
    if chance.random() < 0.5:
        shutil.rmtree(path.parent)
        left.rename(path.parent)
    else:
        shutil.rmtree(left)
    return a_desk(path, seed=chance.randrange(100, 1_000_000))


def put_back_older(desk, path, chance):
    """Put there what the file was a moment ago, or long ago; the log may hold something since or not."""
    older = path.parent.parent / "older.db"
    if not older.exists() or chance.random() < 0.5:
        shutil.copy(path, older)
    if chance.random() < 0.5:
        desk.file.scrub()
    chance.choice((replace, write_over))(path, older)
    return desk


def take_away(desk, path, chance):
    chance.choice(WAYS_TO_VANISH)(path)
    shutil.rmtree(path.parent.with_name("moved"), ignore_errors=True)
    return desk


def leave_alone(desk, path, chance):
    return desk


def vanish_often(folder, count, seed):
    """Write, take the file away in every way, kill and start again; nothing acknowledged may be missing."""
    chance, path = random.Random(seed), folder / "work" / "desk.db"
    desk, said = a_desk(path), []
    for number in range(count):
        happens = chance.choice((start_again, put_back_older, take_away, take_away, leave_alone))
        desk = happens(desk, path, chance)
        said.append(f"note {number}")
        desk.add(SESSION, note(said[-1]))
        assert sorted(texts(desk)) == sorted(said), (number, happens)
        if number % 7 == 0:
            assert sorted(killed(desk)) == sorted(said), (number, happens)
    desk.file.close()
    again = a_desk(path, seed=9)
    assert sorted(texts(again)) == sorted(said)
    again.file.close()


def test_forty_times_in_a_row_nothing_that_was_acknowledged_is_gone(tmp_path, home):
    vanish_often(tmp_path, 40, seed=20260312)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_hundreds_of_times_in_a_row_nothing_that_was_acknowledged_is_gone(tmp_path, home, seed):
    vanish_often(tmp_path, 300, seed=seed)
