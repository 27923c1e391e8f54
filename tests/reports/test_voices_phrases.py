"""How it is with those a program wants, in one sentence each, and in the cells of tables."""

import pytest

from dialogue_desk.domain.model.voices import Voice, VoiceKind
from dialogue_desk.domain.overview.voices_picture import Coverage, VoiceStanding, Wanted
from dialogue_desk.reports.voices_phrases import counted_text, coverage_text, missing_text, standing_sentence
from dialogue_desk.words import Words

EN = Words()
S = VoiceStanding


def wanted(standing, *, kind=VoiceKind.GROUP, hoped=40, **more):
    return Wanted("v", Voice("Renters", kind, hoped), standing, Coverage(41, 48), **more)


@pytest.mark.parametrize(
    ("one", "sentence", "cell"),
    [
        (
            wanted(S.MISSING, counted=26, missing=14),
            "14 are missing: 26 of 40 hoped for, counted in 41 of 48 circles.",
            "14",
        ),
        (
            wanted(S.MISSING, counted=39, missing=1),
            "1 person is missing: 39 of 40 hoped for, counted in 41 of 48 circles.",
            "1",
        ),
        (
            wanted(S.MISSING, kind=VoiceKind.POLICE, circles=0, missing=40),
            "40 hoped for; in 41 of 48 circles, none was in the room.",
            "40",
        ),
        (
            wanted(S.HIDDEN, hidden=True),
            "Some of 40 may be missing: the number is hidden. Counted in 41 of 48 circles.",
            "maybe some",
        ),
        (wanted(S.ENOUGH, counted=44), "44 of 40 hoped for, counted in 41 of 48 circles.", "nobody"),
        (
            wanted(S.TOO_LITTLE_COVERAGE, counted=12),
            "Not known yet: counted in 41 of 48 circles only.",
            "not known yet",
        ),
        (
            wanted(S.NO_NUMBER_HOPED, hoped=0, counted=12),
            "Nobody said how many are hoped for. Counted in 41 of 48 circles.",
            "–",
        ),
        (wanted(S.NOT_COUNTED), "Not counted: no slip asks for them yet.", "–"),
        (
            wanted(S.NOT_COUNTED, kind=VoiceKind.POLICE, circles=1),
            "Officers were in the room in 1 circle; 41 of 48 circles said whether they were.",
            "–",
        ),
        (
            wanted(S.NOT_COUNTED, kind=VoiceKind.YOUNG, circles=3),
            "3 circles are of young people. How many came to others, nobody counted.",
            "–",
        ),
    ],
)
def test_each_standing_has_its_sentence_and_its_cell(one, sentence, cell):
    assert standing_sentence(one, EN) == sentence
    assert missing_text(one, EN) == cell


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (wanted(S.ENOUGH, counted=1200), "1,200"),
        (wanted(S.HIDDEN, hidden=True), "hidden"),
        (wanted(S.NOT_COUNTED), "not counted"),
        (wanted(S.NOT_COUNTED, kind=VoiceKind.POLICE, circles=2), "in 2 circles"),
        (wanted(S.NOT_COUNTED, kind=VoiceKind.YOUNG, circles=1), "1 youth circle"),
    ],
)
def test_what_was_counted_is_a_number_or_says_why_there_is_none(one, text):
    assert counted_text(one, EN) == text


def test_no_coverage_is_a_dash():
    assert coverage_text(Coverage(0, 48), EN) == "–"
