"""What waits, in numbers, and the three answers to it; the same never asks again."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.trust.known_laptops import known_laptops
from dialogue_desk.desk.trust.waiting_changes import (
    CircleNumbers,
    keep_both,
    leave_out,
    settle,
    take,
    waiting_changes,
)
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.changes import Act, Edit
from tests.desk.evening import begun, note, notes
from tests.desk.trust.strangers import Stranger, handed, opened, texts


@pytest.fixture
def desk(laptops):
    return laptops[0]


@pytest.fixture
def said(desk):
    return desk.add(begun(desk), note("hers"))


@pytest.fixture
def change(desk, said, stranger):
    """The file of a stranger that changes the note."""
    return stranger.file(stranger.over(desk.get(said), note("theirs")))


@pytest.fixture
def erasing(desk, said, stranger):
    return stranger.file(stranger.trace(desk.get(said)))


def waiting_of(desk):
    return [claim for one in waiting_changes(desk) for claim in one.claims]


def test_nothing_waits_on_a_desk_of_which_nobody_wants_anything(desk, said):
    assert waiting_changes(desk) == () and settle(desk) is None


def test_what_waits_is_told_by_laptop_kind_and_circle(desk, stranger, laptops):
    one, two = begun(desk, "C01"), begun(desk, "C02")
    ids = [desk.add(session, note(text)) for session in (one, two) for text in ("a", "b")]
    theirs = opened(desk, handed(laptops[1], begun(laptops[1], "C03"), Profile.ORGANIZER))
    assert theirs.waiting == ()
    foreign = next(one for one in desk.file.records.of_kind(Kind.SESSION) if one.id not in (one, two))
    path = stranger.file(
        stranger.over(desk.get(ids[0]), note("x")), *(stranger.trace(desk.get(key)) for key in ids[1:])
    )
    opened(desk, path)
    (waiting,) = waiting_changes(desk)
    assert waiting.signer == stranger.name and waiting.files == (path.name,)
    assert (waiting.changed, waiting.erased) == ({Kind.NOTE: 1}, {Kind.NOTE: 3})
    assert waiting.circles == (CircleNumbers("C01", 1, 1), CircleNumbers("C02", 0, 2))
    assert waiting.writers == 1 and foreign is not None


def test_to_take_a_change_makes_it_once(desk, said, change, stranger):
    opened(desk, change)
    take(desk, waiting_of(desk))
    assert texts(desk.get(said)) == {"theirs"} and waiting_changes(desk) == ()
    assert opened(desk, change).outcome is None
    later = stranger.file(stranger.over(desk.get(said), note("theirs again")))
    assert len(opened(desk, later).waiting) == 1 and texts(desk.get(said)) == {"theirs"}


def test_undo_of_taking_lets_it_wait_again(desk, said, change):
    opened(desk, change)
    take(desk, waiting_of(desk))
    desk.undo()
    assert texts(desk.get(said)) == {"hers"} and len(waiting_of(desk)) == 1
    desk.redo()
    assert texts(desk.get(said)) == {"theirs"} and waiting_of(desk) == []


def test_to_keep_both_leaves_two_versions_of_which_a_person_chooses(desk, said, change):
    opened(desk, change)
    keep_both(desk, waiting_of(desk))
    assert texts(desk.get(said)) == {"hers", "theirs"} and waiting_changes(desk) == ()
    assert opened(desk, change).waiting == ()
    desk.choose(said, note("hers"))
    assert opened(desk, change).waiting == () and texts(desk.get(said)) == {"hers"}


def test_undo_of_keeping_both_leaves_what_was_and_asks_again(desk, said, change):
    opened(desk, change)
    keep_both(desk, waiting_of(desk))
    desk.undo()
    assert texts(desk.get(said)) == {"hers"} and len(waiting_of(desk)) == 1


def test_there_is_nothing_to_keep_both_of_where_something_is_erased(desk, said, erasing):
    opened(desk, erasing)
    keep_both(desk, waiting_of(desk))
    assert texts(desk.get(said)) == {"hers"} and waiting_changes(desk) == ()


def test_what_was_left_out_never_asks_again(desk, said, change, erasing):
    opened(desk, change, erasing)
    leave_out(desk, waiting_of(desk))
    for path in (change, erasing, change):
        assert opened(desk, path).waiting == ()
    assert texts(desk.get(said)) == {"hers"} and not desk.get(said).erased


def test_what_was_left_out_stays_out_whatever_is_undone_and_in_any_file(desk, said, stranger):
    claim, more = stranger.over(desk.get(said), note("theirs")), desk.new_id()
    opened(desk, stranger.file(claim))
    desk.add(desk.get(said).owner, note("another"))
    leave_out(desk, waiting_of(desk))
    for _ in range(2):
        desk.undo()
    desk.rewrite(said, note("hers, better"))
    added = stranger.new(more, desk.get(said).owner, note("more"))
    assert opened(desk, stranger.file(claim, added)).waiting == ()
    assert texts(desk.get(said)) == {"hers, better"} and texts(desk.get(more)) == {"more"}


def test_something_is_left_out_also_after_a_step_that_changed_nothing(desk, said, change):
    opened(desk, change)
    desk.perform(Edit(Act.WRITE, ()))
    leave_out(desk, waiting_of(desk))
    assert waiting_changes(desk) == ()


def test_from_now_on_takes_what_comes_later_too(desk, said, change, erasing, stranger):
    opened(desk, change)
    take(desk, waiting_of(desk), from_now_on=True)
    assert [one.name for one in known_laptops(desk)] == [stranger.name]
    later = stranger.file(stranger.over(desk.get(said), note("theirs again")))
    assert opened(desk, later).waiting == () and texts(desk.get(said)) == {"theirs again"}
    assert opened(desk, erasing).waiting == () and desk.get(said).erased


def test_from_now_on_takes_what_waits_of_that_laptop_already(desk, said, change, stranger):
    other = desk.add(desk.get(said).owner, note("another"))
    opened(desk, change, stranger.file(stranger.over(desk.get(other), note("another of theirs"))))
    take(desk, [one for one in waiting_of(desk) if one.record.id == said], from_now_on=True)
    assert texts(desk.get(other)) == {"another of theirs"} and waiting_changes(desk) == ()


def test_nobody_is_never_taken_unasked(desk, said, nobody):
    for text in ("one", "two"):
        opened(desk, nobody.file(nobody.over(desk.get(said), note(text))))
        take(desk, waiting_of(desk), from_now_on=True)
        assert texts(desk.get(said)) == {text}
    assert known_laptops(desk) == ()


def test_undo_of_the_import_takes_its_question_away_and_redo_brings_it(desk, said, change):
    opened(desk, change)
    desk.undo()
    assert waiting_changes(desk) == ()
    desk.redo()
    assert len(waiting_of(desk)) == 1


def test_a_change_of_what_was_erased_meanwhile_asks_nothing(desk, said, change):
    opened(desk, change)
    desk.erase((said,))
    assert waiting_changes(desk) == () and settle(desk) is None


def test_what_is_redone_still_belongs_to_the_laptop_that_wrote_it(laptops):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("first"))
    opened(two, handed(one, session))
    two.undo()
    two.redo()
    one.rewrite(said, note("second"))
    assert opened(two, handed(one, session)).waiting == () and texts(two.get(said)) == {"second"}


def test_what_one_writes_where_an_import_was_undone_belongs_to_this_desk(desk, laptops, stranger):
    session = begun(laptops[1])
    said = stranger.new(laptops[1].add(session, note("x")), session, note("theirs"))
    above = [one for one in laptops[1].file.records.everything() if one.kind is not Kind.NOTE]
    opened(desk, stranger.file(*above, said))
    desk.undo()
    desk.put(said.id, session, note("ours"))
    opened(desk, stranger.file(*above, stranger.over(said, note("theirs again"))))
    assert texts(desk.get(said.id)) == {"ours"} and len(waiting_of(desk)) == 1


def test_waiting_words_of_something_erased_are_in_no_byte(desk, said, stranger):
    opened(desk, stranger.file(stranger.over(desk.get(said), note("whispered words"))))
    held = b"".join(path.read_bytes() for path in desk.file.path.parent.glob("desk.db*"))
    assert b"whispered words" in held
    desk.erase((said,))
    held = b"".join(path.read_bytes() for path in desk.file.path.parent.glob("desk.db*"))
    assert b"whispered words" not in held


def test_two_strangers_who_say_different_things_wait_both(desk, said, stranger, tmp_path):
    (tmp_path / "x").mkdir()
    second = Stranger(tmp_path / "x", b"\x0b" * 32)
    opened(desk, *(one.file(one.over(desk.get(said), note(one.name))) for one in (stranger, second)))
    assert {one.signer for one in waiting_changes(desk)} == {stranger.name, second.name}
    take(desk, waiting_of(desk))
    assert texts(desk.get(said)) == {stranger.name, second.name}
    assert notes(desk, desk.get(said).owner)


def test_undo_puts_back_what_another_thing_took_the_place_of(laptops, stranger):
    desk = laptops[0]
    session = begun(desk)
    said = desk.add(session, note("said"))
    (circle,) = desk.file.records.of_kind(Kind.CIRCLE)
    theme = stranger.new(said, circle.id, Theme("not a note"))
    result = opened(desk, stranger.file(circle, theme))
    take(desk, result.waiting[0].claims)
    assert desk.get(said).kind is Kind.THEME
    desk.undo()
    assert texts(desk.get(said)) == {"said"} and len(waiting_changes(desk)) == 1
