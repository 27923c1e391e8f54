"""Who may read what."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.closing.leaving import (
    _FOR_EVERYONE,
    _FOR_ORGANIZER,
    _REASONS,
    Profile,
    Reason,
    _kind_stays,
    leaving,
    lets,
    may_be_placed,
    may_leave,
    may_leave_session,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyAnswer,
    PrivacyDecision,
    ReadBack,
    Tally,
    TopThemes,
)
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.records.records import Stamp, new_record
from tests.domain.session_folders import SESSION, a_folder

OURS, ORGANIZER, EVERYONE = Profile

AGES = Tally(RecordId("age"), (("one", 4), ("two", 8)))
GONE = Tally(RecordId("gone"), (("one", 4),))
EMPTY = Tally(RecordId("language"))
CLOSING = ClosingFacts(
    tallies={tally.category: tally for tally in (AGES, GONE, EMPTY)}, overruled={"check-in": "Asked for"}
)
ASKED = ("age", "language")


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
        (TopThemes((RecordId("t"),)), {OURS, ORGANIZER, EVERYONE}),
        (ReadBack(RecordId("n")), {OURS, ORGANIZER, EVERYONE}),
        (DotVote(3, 11), {OURS, ORGANIZER, EVERYONE}),
        (ClosingStep(CloseStep.DEBRIEF), {OURS, ORGANIZER}),
        (ClosingStep(CloseStep.EXPORT), {OURS}),
        (Overrule("check-in", "Somebody asked for it"), {OURS, ORGANIZER}),
    ],
)
def test_each_profile_lets_out_what_it_says(body, for_whom):
    assert {profile for profile in Profile if lets(profile, body)} == for_whom


def test_every_kind_of_record_says_who_may_have_it():
    named = _FOR_EVERYONE | _FOR_ORGANIZER | set(_REASONS)
    assert named == set(Kind) and not _FOR_EVERYONE & _FOR_ORGANIZER
    assert set(Kind) - _FOR_EVERYONE == set(_REASONS)


def test_a_kind_that_is_named_nowhere_stays():
    assert _kind_stays(EVERYONE, "a new kind") is _kind_stays(ORGANIZER, "a new kind") is Reason.UNKNOWN


@pytest.mark.parametrize(
    ("note", "officers", "placed"),
    [
        (Note(NoteKind.CONCERN, "a"), None, False),
        (Note(NoteKind.CONCERN, "a", spread=Spread.A_FEW), None, True),
        (Note(NoteKind.HOPE, "a"), Officers.NOT_PRESENT, False),
        (Note(NoteKind.COMMON_GROUND, "a"), None, True),
        (Note(NoteKind.DISAGREEMENT, "a"), None, True),
        (Note(NoteKind.CONCERN, "a", spread=Spread.ONE_VOICE), None, False),
        (Note(NoteKind.QUOTE, "a", consent=Consent.YES, spread=Spread.MOST), None, False),
        (Note(NoteKind.EXPERIENCE, "a"), None, False),
        (Note(NoteKind.EXPERIENCE, "a", spread=Spread.A_FEW), None, False),
        (Note(NoteKind.EXPERIENCE, "a", spread=Spread.A_FEW), Officers.NOT_PRESENT, True),
        (Note(NoteKind.EXPERIENCE, "a", spread=Spread.A_FEW), Officers.PARTLY, False),
        (Note(NoteKind.EXPERIENCE, "a", spread=Spread.MOST), Officers.PRESENT, True),
    ],
)
def test_no_circle_stands_beside_what_could_be_only_one_persons(note, officers, placed):
    assert may_be_placed(note, officers) is placed
    assert may_be_placed(note, officers, EVERYONE) is placed
    assert may_be_placed(note, officers, OURS)


def test_the_debrief_goes_to_the_organizer_when_it_is_asked_for_and_never_to_everyone():
    debrief = Note(NoteKind.DEBRIEF, "a")
    assert {profile for profile in Profile if lets(profile, debrief, debrief=True)} == {OURS, ORGANIZER}
    assert not lets(ORGANIZER, Note(NoteKind.DEBRIEF, "a", sensitive=True), debrief=True)


def test_a_record_stays_when_one_of_its_versions_must():
    first = new_record(
        RecordId("n"), RecordId("s"), Note(NoteKind.CONCERN, "a"), Stamp(DeviceId("one"), 1, 0)
    )
    ours = first.written(Note(NoteKind.DEBRIEF, "a"), Stamp(DeviceId("one"), 2, 0))
    theirs = first.written(Note(NoteKind.CONCERN, "b"), Stamp(DeviceId("two"), 1, 9))
    both = ours.merged(theirs)
    assert both.in_conflict and lets(EVERYONE, both.body) and both.kind is Kind.NOTE
    assert not may_leave(both, EVERYONE)
    assert may_leave(both, OURS)


@pytest.mark.parametrize(
    ("profile", "present", "counted", "stays"),
    [
        (ORGANIZER, 12, 1, {Reason.TALLY: 1}),
        (ORGANIZER, 9, 0, {Reason.TALLY: 2}),
        (ORGANIZER, None, 0, {Reason.TALLY: 2}),
        (EVERYONE, 12, 0, {Reason.TALLY: 2, Reason.OVERRULE: 1}),
        (OURS, 9, 2, {}),
    ],
)
def test_what_is_told_of_tallies_is_what_leaves(profile, present, counted, stays):
    folder = a_folder(present=present, categories=ASKED, closing=CLOSING)
    told = leaving(folder, profile)
    assert told.tallies == counted
    assert {why: count for why, count in told.stays.items() if count} == stays


def leaves(folder, *tallies, profile=ORGANIZER):
    laptops = (Stamp(DeviceId(f"laptop {number}"), 1, 0) for number in range(len(tallies)))
    record_id = RecordId(f"{SESSION}:fact")
    first, *others = (
        new_record(record_id, SESSION, tally, by) for tally, by in zip(tallies, laptops, strict=True)
    )
    for other in others:
        first = first.merged(other)
    return may_leave_session(folder, first, profile)


def test_a_tally_leaves_where_the_session_counts_also_when_it_was_emptied():
    folder = a_folder(present=12, categories=ASKED, closing=CLOSING)
    assert leaves(folder, AGES) and leaves(folder, EMPTY)  # else the organizer would keep the old count
    assert not leaves(folder, GONE) and not leaves(folder, AGES, profile=EVERYONE)


def test_no_version_of_a_tally_of_few_people_leaves_but_to_the_other_laptop():
    folder = a_folder(present=9, categories=ASKED, closing=CLOSING)
    assert not leaves(folder, AGES) and not leaves(folder, EMPTY, AGES)
    assert leaves(folder, AGES, profile=OURS)
