"""Who may read what."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.closing import PrivacyAnswer, PrivacyDecision, Tally
from dialogue_desk.domain.ids import DeviceId, RecordId
from dialogue_desk.domain.leaving import Profile, lets, may_leave
from dialogue_desk.domain.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.records import Stamp, written_first

OURS, ORGANIZER, EVERYONE = Profile


@pytest.mark.parametrize(
    ("body", "for_whom"),
    [
        (Note(NoteKind.CONCERN, "a"), {OURS, ORGANIZER, EVERYONE}),
        (ActionIdea("a"), {OURS, ORGANIZER, EVERYONE}),
        (None, {OURS, ORGANIZER, EVERYONE}),
        (Note(NoteKind.CONCERN, "a", sensitive=True), {OURS, ORGANIZER}),
        (Note(NoteKind.QUOTE, "a"), {OURS}),
        (Note(NoteKind.QUOTE, "a", consent=Consent.WITHDRAWN), {OURS}),
        (Note(NoteKind.QUOTE, "a", consent=Consent.YES), {OURS, ORGANIZER, EVERYONE}),
        (Note(NoteKind.QUOTE, "a", consent=Consent.YES, sensitive=True), {OURS, ORGANIZER}),
        (Note(NoteKind.DEBRIEF, "a"), {OURS}),
        (Tally(RecordId("age"), (("under 30", 4),)), {OURS, ORGANIZER}),
        (PrivacyDecision("a", PrivacyAnswer.KEEP), {OURS}),
    ],
)
def test_each_profile_lets_out_what_it_says(body, for_whom):
    assert {profile for profile in Profile if lets(profile, body)} == for_whom


def test_the_debrief_goes_to_the_organizer_when_it_is_asked_for_and_never_to_everyone():
    debrief = Note(NoteKind.DEBRIEF, "a")
    assert {profile for profile in Profile if lets(profile, debrief, debrief=True)} == {OURS, ORGANIZER}
    assert not lets(ORGANIZER, Note(NoteKind.DEBRIEF, "a", sensitive=True), debrief=True)


def test_a_record_stays_when_one_of_its_wordings_must():
    first = written_first(
        RecordId("n"), RecordId("s"), Note(NoteKind.CONCERN, "a"), Stamp(DeviceId("one"), 1, 0)
    )
    ours = first.written(Note(NoteKind.DEBRIEF, "a"), Stamp(DeviceId("one"), 2, 0))
    theirs = first.written(Note(NoteKind.CONCERN, "b"), Stamp(DeviceId("two"), 1, 9))
    both = ours.merged(theirs)
    assert both.clash and lets(EVERYONE, both.body) and both.kind is Kind.NOTE
    assert not may_leave(both, EVERYONE)
    assert may_leave(both, OURS)
