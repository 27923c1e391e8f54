"""Going back to a copy: the desk as it was, nothing lost of what it is, and nothing erased comes back."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import pytest

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.record_table import COLUMNS, record_of_row
from dialogue_desk.storage.restore import erased_in, list_copies, restore_copy
from tests.desk.partners import import_unjudged
from tests.storage.damage import SESSION, a_desk, fill_up, note, smash, texts
from tests.storage.earlier import of_schema

DAY = date(2026, 3, 12)


@pytest.fixture
def path(tmp_path):
    """A desk of which a copy was made, and that went on."""
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    desk.add(SESSION, note("one"))
    Backups(path).make(DAY)
    desk.add(SESSION, note("two"))
    Backups(path).make(DAY + timedelta(days=1))
    desk.add(SESSION, note("three"))
    desk.file.close()
    return path


def test_copies_are_told_with_how_much_is_in_them(path):
    first, second = reversed(list_copies(Backups(path)))
    assert (first.day, first.notes, first.sound) == (DAY, 1, True)
    assert (second.day, second.notes, second.elsewhere) == (DAY + timedelta(days=1), 2, False)


def test_the_desk_is_as_it_was_then_and_the_present_one_is_next_to_it_whole(path):
    before = a_desk(path)
    names = before.names()
    before.file.close()
    aside = restore_copy(path, list_copies(Backups(path))[1].path, erased_in(path), names)
    desk = a_desk(path, seed=5)
    assert texts(desk) == ["one"] and desk.device not in names and desk.file.names.former() == names
    desk.file.close()
    assert aside.name.startswith("desk-set-aside-")
    kept = a_desk(aside, seed=6)
    assert texts(kept) == ["one", "two", "three"]
    kept.file.close()


def test_what_was_erased_since_the_copy_does_not_come_back_with_it(path, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = a_desk(path, seed=4)
    secret = desk.add(SESSION, note("a secret that must go"))
    choose_place(stick, desk.file.erasures)
    made = Backups(path, stick, desk.file.erasures).make(DAY + timedelta(days=2))
    desk.erase([secret])
    names = desk.names()
    desk.file.close()
    restore_copy(path, made.second, erased_in(path), names)
    desk = a_desk(path, seed=5)
    assert texts(desk) == ["one", "two", "three"] and desk.get(secret).erased
    assert b"secret" not in path.read_bytes()
    desk.file.close()


def test_a_damaged_copy_is_not_offered_as_good_and_the_second_one_stands_in(path, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, Erasures(path))
    made = Backups(path, stick).make(DAY + timedelta(days=1))
    smash(made.path, [1, 2, 3])
    assert not list_copies(Backups(path))[0].sound
    best = list_copies(Backups(path, stick))[0]
    assert (best.path, best.sound, best.elsewhere) == (made.second, True, True)


def test_going_back_to_what_is_no_copy_leaves_the_desk_as_it_is(path):
    before = path.read_bytes()
    copy = Backups(path).copies()[0]
    smash(copy, [1, 2, 3])
    with pytest.raises(DeskTrouble):
        restore_copy(path, copy, {}, ())
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["backups", "desk.db", "desk.db.lock"]


def test_going_back_on_a_full_disk_leaves_the_desk_as_it_is(small_disk):
    path = small_disk / "desk.db"
    desk = a_desk(path)
    desk.add(SESSION, note("one " * 2_000))
    made = Backups(path).make(DAY)
    desk.file.close()
    fill_up(small_disk / "ballast")
    with pytest.raises(DeskTrouble) as refused:
        restore_copy(path, made.path, {}, ())
    assert refused.value.trouble is Trouble.FULL
    (small_disk / "ballast").unlink()
    desk = a_desk(path)
    assert len(texts(desk)) == 1
    desk.file.close()


def test_a_kill_before_the_copy_is_in_place_is_put_right_at_the_next_start(path, monkeypatch):
    copy = Backups(path).copies()[1]
    with monkeypatch.context() as patch:
        patch.setattr("dialogue_desk.storage.replace_database.finish_replacing", lambda _: None)
        restore_copy(path, copy, {}, ())
    desk = a_desk(path, seed=5)
    assert texts(desk) == ["one"] and list(path.parent.glob("desk-set-aside-*.db"))
    desk.file.close()


def test_a_copy_from_before_an_update_can_be_gone_back_to_and_nothing_erased_comes_back(path):
    copy = Backups(path).copies()[1]
    copy.unlink()
    of_schema(copy, 3)
    (told,) = [one for one in list_copies(Backups(path)) if one.path == copy]
    assert (told.sound, told.notes) == (True, 12)
    desk = a_desk(path, seed=4)
    import_unjudged(desk, [IncomingPackage("1", "x", {"id3": there(copy, "id3")})])
    desk.erase([RecordId("id3")])
    desk.file.close()
    restore_copy(path, copy, erased_in(path), ())
    assert b"note 3 for" not in path.read_bytes()
    assert not list((path.parent / "backups").glob("*restored*"))
    desk = a_desk(path, seed=5)
    assert len(texts(desk)) == 11
    desk.file.close()


def there(copy, record_id):
    with closing(open_for_reading(copy)) as connection:
        sql = f"SELECT {COLUMNS} FROM record WHERE id = ?"
        return record_of_row(connection.execute(sql, (record_id,)).fetchone())


def test_a_copy_with_a_letter_that_is_another_one_is_not_offered_as_good(path):
    copy = Backups(path).copies()[0]
    data = copy.read_bytes()
    assert b'"two"' in data
    copy.write_bytes(data.replace(b'"two"', b'"tvo"'))
    assert not list_copies(Backups(path))[0].sound
