"""What a person chooses when two laptops changed one thing."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import count

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.conflicts import can_keep_all, conflicting_editions, keeping_all, written_by
from dialogue_desk.domain.records.records import Record, Stamp, new_record

OURS = Stamp(DeviceId("laptop 1"), 1, 1)


def in_conflict(*bodies):
    """One record as several laptops wrote it, each without having seen the others."""
    stamps = (Stamp(DeviceId(f"laptop {number}"), 1, number) for number in count(1))
    written = (
        new_record(RecordId("n"), RecordId("s"), body, stamp)
        for body, stamp in zip(bodies, stamps, strict=False)
    )
    return reduce(Record.merged, written)


def note(text):
    return Note(NoteKind.CONCERN, text)


@pytest.mark.parametrize("texts", ["ab", "abc", "abcd"])
def test_all_versions_are_kept_however_many_there_are(texts):
    numbers = count(1)
    record = in_conflict(*map(note, texts))
    change = keeping_all(record, lambda: RecordId(f"new {next(numbers)}")).made_to(
        {record.id: record}, Stamp(DeviceId("ours"), 2, 3)
    )
    after = change.made_to({record.id: record})
    assert sorted(one.body.text for one in after.values()) == list(texts)
    assert not any(one.in_conflict for one in after.values())
    assert {one.kind for one in after.values()} == {Kind.NOTE}


def test_two_versions_are_kept_when_a_third_laptop_deleted_it():
    deleted = in_conflict(note("b")).written(None, Stamp(DeviceId("laptop 9"), 1, 9))
    record = in_conflict(note("x"), note("a"), note("c"))
    record = replace(record, editions=(*record.editions[:2], *deleted.editions))
    change = keeping_all(record, lambda: RecordId("new")).made_to({record.id: record}, OURS)
    assert sorted(one.body.text for one in change.made_to({record.id: record}).values()) == sorted(
        edition.body.text for edition in record.editions if edition.body is not None
    )


@pytest.mark.parametrize(
    "record",
    [
        in_conflict(Circle("C1"), Circle("C2")),
        in_conflict(note("a"), note("a")),
        in_conflict(note("a"), note("b")).written(None, OURS),
    ],
    ids=["a circle", "the same words", "removed"],
)
def test_what_cannot_stand_twice_is_not_offered(record):
    assert not can_keep_all(record)
    with pytest.raises(ValueError, match="can be kept"):
        keeping_all(record, lambda: RecordId("new"))


def test_an_undone_choice_was_written_by_the_laptop_that_undid_it():
    record = in_conflict(note("a"), note("b"))
    again = record.written(note("c"), Stamp(DeviceId("ours"), 2, 5)).restored(
        record.editions, Stamp(DeviceId("ours"), 3, 6)
    )
    assert {written_by(edition) for edition in conflicting_editions(again)} == {"ours"}
