"""A damaged desk file is set aside, and what can be read of it goes on living."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pending_erasures import Erasures, task_of
from dialogue_desk.storage.repair import repair
from dialogue_desk.storage.replace_database import finish_replacing
from tests.storage.damage import PAGE, SESSION, a_desk, fill_up, note, smash, texts, with_notes
from tests.storage.test_database import made_by_sqlite

COUNT = 400


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = with_notes(tmp_path_factory.mktemp("whole") / "desk.db", COUNT)
    return path.read_bytes()


def pages(data):
    return len(data) // PAGE


def pages_of_notes(data):
    """Two pages that hold notes, one after the other."""
    held = [page for page in range(pages(data)) if b'"text":"note' in data[page * PAGE : (page + 1) * PAGE]]
    return held[len(held) // 2 : len(held) // 2 + 2]


def test_what_can_be_read_is_saved_and_the_damaged_file_is_kept(tmp_path, whole):
    path = tmp_path / "desk.db"
    path.write_bytes(whole)
    smash(path, pages_of_notes(whole))
    damaged = path.read_bytes()
    with pytest.raises(DeskTrouble):
        DeskFile(path)
    told = repair(path)
    assert told.aside.read_bytes() == damaged and told.aside.name.startswith("desk-damaged-")
    assert told.known == COUNT and COUNT - 40 < told.saved < COUNT
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) == told.saved
    desk.add(SESSION, note("and on we go"))
    assert desk.can_undo() is Act.WRITE
    desk.undo()
    assert desk.can_undo() is None
    desk.file.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.data())
def test_whatever_pages_are_lost_the_rest_is_saved_and_the_desk_opens(tmp_path_factory, whole, data):
    folder = tmp_path_factory.mktemp("lost")
    lost = data.draw(st.lists(st.integers(1, pages(whole) - 1), min_size=1, max_size=6, unique=True))
    path = folder / "desk.db"
    path.write_bytes(whole)
    smash(path, lost)
    try:
        told = repair(path)
    except DeskTrouble as trouble:
        raise AssertionError(f"{lost}: {trouble}") from trouble
    desk = a_desk(path, seed=2)
    assert len(set(texts(desk))) == told.saved and all(text.startswith("note ") for text in texts(desk))
    desk.file.close()


def test_a_row_that_is_no_record_is_left_behind(tmp_path):
    path = with_notes(tmp_path / "desk.db", 20)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE record SET body = '{\"kind' WHERE seq = 3")
    connection.execute("UPDATE record SET kind = 'nothing' WHERE seq = 4")
    connection.commit()
    connection.close()
    told = repair(path)
    assert (told.saved, told.known) == (18, 20)


def test_the_copy_of_the_day_fills_in_what_could_not_be_read(tmp_path, whole):
    copy, path = tmp_path / "copy.db", tmp_path / "desk.db"
    copy.write_bytes(whole)
    path.write_bytes(whole)
    desk = a_desk(path)
    first = next(desk.file.records.everything())
    desk.rewrite(first.id, note("later than the copy"))
    desk.file.close()
    smash(path, pages_of_notes(whole))
    told = repair(path, copy)
    assert told.saved < COUNT == told.saved + told.earlier
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) == COUNT and desk.get(first.id).body.text == "later than the copy"
    desk.file.close()


@pytest.mark.parametrize("harm", [b"", bytes(PAGE), b"\xff" * PAGE])
def test_a_file_of_which_nothing_is_left_is_set_aside_and_the_copy_takes_its_place(tmp_path, whole, harm):
    copy, path = tmp_path / "copy.db", tmp_path / "desk.db"
    copy.write_bytes(whole)
    path.write_bytes(harm + whole[PAGE : 2 * PAGE])
    told = repair(path, copy)
    assert (told.saved, told.known, told.earlier) == (0, None, COUNT)
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) == COUNT
    desk.file.close()


def test_what_was_still_in_the_log_is_saved_too(tmp_path, whole):
    path = tmp_path / "desk.db"
    path.write_bytes(whole)
    desk = a_desk(path, seed=2)
    desk.add(SESSION, note("the last words"))
    killed = tmp_path / "killed"
    killed.mkdir()
    for name in ("desk.db", "desk.db-wal"):
        (killed / name).write_bytes((tmp_path / name).read_bytes())
    desk.file.close()
    smash(killed / "desk.db", [12])
    told = repair(killed / "desk.db")
    assert told.aside.with_name(told.aside.name + "-wal").exists()
    desk = a_desk(killed / "desk.db", seed=3)
    assert "the last words" in texts(desk)
    desk.file.close()


def test_a_repaired_desk_counts_its_edits_under_a_new_name(tmp_path, whole):
    path = tmp_path / "desk.db"
    path.write_bytes(whole)
    before = a_desk(path)
    before.file.close()
    smash(path, [12])
    repair(path)
    after = a_desk(path, seed=2)
    assert after.device != before.device and after.file.names.former() == {before.device}
    after.file.close()


def test_a_second_damage_on_the_same_day_does_not_take_the_first_ones_place(tmp_path, whole):
    path = tmp_path / "desk.db"
    asides = []
    for _ in range(3):
        path.write_bytes(whole)
        smash(path, [12])
        asides.append(repair(path).aside)
    assert len(set(asides)) == 3 and all(aside.exists() for aside in asides)


@pytest.mark.parametrize("step", ["rebuilt", "log set aside", "file set aside"])
def test_a_repair_that_was_cut_short_is_finished_at_the_next_start(tmp_path, whole, step):
    path, rebuilt = tmp_path / "desk.db", tmp_path / "desk.db.rebuilt"
    with_notes(rebuilt, 10)
    if step != "file set aside":
        path.write_bytes(whole)
        smash(path, [12])
    if step == "rebuilt":
        path.with_name("desk.db-wal").write_bytes(b"of the damaged file")
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) == 10 and not rebuilt.exists()
    desk.file.close()
    assert finish_replacing(path) is None


def test_a_repair_needs_the_desk_to_itself_and_room_on_the_disk(tmp_path, small_disk):
    path = small_disk / "desk.db"
    with_notes(path, 100)
    smash(path, [12])
    fill_up(small_disk / "ballast")
    before = path.read_bytes()
    with pytest.raises(DeskTrouble) as refused:
        repair(path)
    assert refused.value.trouble is Trouble.FULL
    assert path.read_bytes() == before
    assert not list(small_disk.glob("*damaged*"))


def an_edited_desk(path):
    """A desk with two copies, whose second note was written again after each; return the note's id."""
    desk = a_desk(path)
    desk.add(SESSION, note("another"))
    edited = desk.add(SESSION, note("at first"))
    Backups(path).make(date(2026, 3, 11))
    desk.rewrite(edited, note("then"))
    Backups(path).make(date(2026, 3, 12))
    desk.rewrite(edited, note("later"))
    desk.rewrite(edited, note("at last"))
    desk.file.close()
    made_by_sqlite(path, "UPDATE record SET body = replace(body, 'at last', 'at lost')")
    return edited


def test_a_damaged_record_is_as_it_was_before_its_last_change(tmp_path):
    path = tmp_path / "desk.db"
    edited = an_edited_desk(path)
    told = repair(path)
    assert (told.saved, told.known, told.earlier) == (1, 2, 1)
    desk = a_desk(path, seed=2)
    assert desk.get(edited).body.text == "later"
    desk.file.close()


@pytest.mark.parametrize("sound", [0, 1])
def test_where_the_history_is_lost_too_the_latest_copy_that_is_sound_stands_in(tmp_path, sound):
    path = tmp_path / "desk.db"
    edited = an_edited_desk(path)
    made_by_sqlite(path, "DELETE FROM before")
    copies = Backups(path).copies()
    for copy in copies[:sound]:
        made_by_sqlite(copy, "UPDATE record SET body = replace(body, 'then', 'than')", "DELETE FROM before")
    told = repair(path, *copies)
    assert (told.saved, told.known, told.earlier) == (1, 2, 1)
    desk = a_desk(path, seed=2)
    assert desk.get(edited).body.text == ("then", "at first")[sound]
    desk.file.close()


def test_what_is_still_to_be_erased_from_the_copies_does_not_come_back_with_them(tmp_path):
    path = tmp_path / "desk.db"
    edited = an_edited_desk(path)
    made_by_sqlite(path, "DELETE FROM before")
    Erasures(path).begin(task_of([edited]))
    told = repair(path, *Backups(path).copies())
    assert (told.saved, told.known, told.earlier) == (1, 2, 0)


def test_keys_and_where_files_were_written_are_saved_and_what_is_lost_of_them_comes_from_a_copy(tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    desk.file.remember("first", "one")
    Backups(path).make(date(2026, 3, 12))
    desk.file.remember("then", "two")
    desk.file.remember("damaged", "three")
    desk.add(SESSION, note("a note"))
    desk.file.close()
    made_by_sqlite(
        path,
        "UPDATE record SET at = at + 1",
        "UPDATE desk SET value = CAST(x'ff' AS TEXT) WHERE key = 'damaged'",
        "DELETE FROM desk WHERE key = 'first'",
    )
    repair(path, *Backups(path).copies())
    desk = a_desk(path, seed=2)
    assert [desk.file.remembered(key) for key in ("first", "then", "damaged")] == ["one", "two", ""]
    desk.file.close()
