"""Voices in words: a number that is hidden or not known never looks like one that is small."""

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice, VoiceKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.voices_picture import Coverage, InvitationSums, VoiceStanding, Wanted
from dialogue_desk.ui.voices.voices_text import (
    counted_text,
    invitation_row,
    missing_row,
    sums_text,
    wanted_row,
)
from dialogue_desk.words import Words

AGE, ONE = RecordId("age"), RecordId("v1")


def wanted(hoped=40, *, category=AGE, **facts):
    facts.setdefault("standing", VoiceStanding.TOO_LITTLE_COVERAGE)
    voice = Voice("Young people", VoiceKind.YOUNG, hoped, category, "under 30" if category else "")
    return Wanted(ONE, voice, coverage=facts.pop("coverage", Coverage(21, 48)), **facts)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (wanted(counted=26), "about 26 of 40 · 21 of 48 circles counted"),
        (wanted(0, counted=26), "about 26 · 21 of 48 circles counted"),
        (wanted(hidden=True), "number hidden · hoped for: 40 · 21 of 48 circles counted"),
        (wanted(coverage=Coverage(0, 1)), "not known yet · hoped for: 40 · 0 of 1 circle counted"),
        (wanted(0, category=None), "no question asks for them"),
        (wanted(24, category=None, circles=1), "in 1 circle · hoped for: 24 · 21 of 48 circles counted"),
    ],
)
def test_a_number_says_what_it_is_of(one, said):
    assert counted_text(one, Words()) == said


def test_there_is_a_bar_only_where_there_is_a_number():
    assert wanted_row(wanted(hidden=True), Words()).whole == 0
    assert (wanted_row(wanted(counted=26), Words()).part, wanted_row(wanted(counted=26), Words()).whole) == (
        26,
        40,
    )


def test_who_was_asked_is_named_up_to_a_few_the_latest_first():
    asked = tuple(
        Stored(RecordId(f"i{number}"), RecordId("p"), Invitation(f"Group {number}", day=f"2027-03-0{number}"))
        for number in range(1, 7)
    )
    row = missing_row(wanted(counted=26, missing=14, standing=VoiceStanding.MISSING, asked=asked), Words())
    assert row.figure.startswith("14 missing · about 26 of 40")
    assert row.detail == "young people · asked so far: Group 6, Group 5, Group 4, Group 3 and others"


def test_an_invitation_for_no_voice_is_for_all():
    one = Stored(RecordId("i"), RecordId("p"), Invitation("Food bank", "Tell people", (), 10, 4))
    row = invitation_row(one, {}, Words())
    assert row.detail == "Tell people · for all voices" and row.figure == "invited: 10 · signed up: 4"


def test_sums_count_people_and_never_name_them():
    assert sums_text(InvitationSums(2, 90, 20), Words()) == "2 invitations · invited: 90 · signed up: 20"
    assert "Nobody was asked yet" in sums_text(InvitationSums(0, 0, 0), Words())
