"""What a person chooses when two laptops changed one thing."""

from __future__ import annotations

from itertools import count

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.conflicts import can_keep_all, conflicting_editions, keeping_all, written_by
from dialogue_desk.domain.records.records import Stamp, new_record

OURS, THEIRS = Stamp(DeviceId("ours"), 1, 1), Stamp(DeviceId("theirs"), 1, 2)


def clashing(ours, theirs):
    first = new_record(RecordId("n"), RecordId("s"), ours, OURS)
    return first.merged(new_record(RecordId("n"), RecordId("s"), theirs, THEIRS))


def note(text):
    return Note(NoteKind.CONCERN, text)


def test_all_wordings_are_kept_and_the_record_is_at_rest():
    numbers = count(1)
    record = clashing(note("a"), note("b"))
    change = keeping_all(record, lambda: RecordId(f"new {next(numbers)}")).made_to(
        {record.id: record}, Stamp(DeviceId("ours"), 2, 3)
    )
    after = change.made_to({record.id: record})
    assert [one.in_conflict for one in after.values()] == [False, False]
    assert {one.body.text for one in after.values()} == {"a", "b"}
    assert {one.kind for one in after.values()} == {Kind.NOTE}


@pytest.mark.parametrize(
    "record",
    [
        clashing(Circle("C1"), Circle("C2")),
        clashing(note("a"), note("a")),
        clashing(note("a"), note("b")).written(None, OURS),
    ],
    ids=["a circle", "the same words", "removed"],
)
def test_what_cannot_stand_twice_is_not_offered(record):
    assert not can_keep_all(record)
    with pytest.raises(ValueError, match="beside"):
        keeping_all(record, lambda: RecordId("new"))


def test_an_undone_choice_was_written_by_the_laptop_that_undid_it():
    record = clashing(note("a"), note("b"))
    again = record.written(note("c"), Stamp(DeviceId("ours"), 2, 5)).restored(
        record.editions, Stamp(DeviceId("ours"), 3, 6)
    )
    assert {written_by(edition) for edition in conflicting_editions(again)} == {"ours"}
