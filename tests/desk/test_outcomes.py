"""A view learns from an outcome whether to read the desk again."""

import pytest

from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import Stamp, new_record

NOTE, SESSION = RecordId("note"), RecordId("session")
STAMP = Stamp(DeviceId("device"), 1, 1_000)
RECORD = new_record(NOTE, SESSION, Note(NoteKind.CONCERN, "one"), STAMP)


@pytest.mark.parametrize(
    ("kinds", "under", "touched"),
    [
        ((Kind.NOTE,), None, True),
        ((Kind.NOTE, Kind.THEME), SESSION, True),
        ((), NOTE, True),
        ((), RecordId("elsewhere"), False),
        ((Kind.THEME,), SESSION, False),
    ],
)
def test_a_new_note_touches_its_kind_its_session_and_itself(kinds, under, touched):
    outcome = Outcome.of(Change(Act.WRITE, (Pair(None, RECORD),)))
    assert outcome.touches(*kinds, under=under) is touched


def test_erasing_everything_touches_whatever_there_was():
    assert Outcome.of_everything().touches(Kind.THEME, under=RecordId("anything"))


def test_what_lost_its_words_is_told_apart_from_what_was_removed():
    erased = Outcome.of(Change(Act.ERASE, (Pair(RECORD, RECORD.without_words(STAMP)),)))
    removed = Outcome.of(Change(Act.FORGET, (Pair(RECORD, None),)))
    assert (erased.erased, removed.erased) == (frozenset({NOTE}), frozenset())
    assert erased.ids == removed.ids == frozenset({NOTE})
