"""What organizers made, as a person reads two versions of it to tell them apart."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportOutline,
    ReportSentence,
    Rung,
    SentenceRole,
    Star,
    Synonyms,
)
from dialogue_desk.ui.notes.version_text import version_text
from dialogue_desk.words import Words

NOTE, IDEA, PARK = RecordId("a"), RecordId("b"), RecordId("park")
LINES = {NOTE: "Half the lamps are out.", IDEA: "Fix the lamps."}
THEMES = {PARK: Theme("Park")}


def shown(body, lines=LINES):
    version = version_text(body, THEMES, Words(), lines=lines)
    return version.text, dict(version.details)


@pytest.mark.parametrize(
    ("body", "text", "details"),
    [
        (Coding(NOTE, (PARK,)), "Half the lamps are out.", {"Themes": "Park"}),
        (Coding(NOTE), "Half the lamps are out.", {"Themes": "no theme"}),
        (
            Likeness(NOTE, IDEA, Rung.NEAR, "one act"),
            "Half the lamps are out.\nFix the lamps.",
            {"How they compare": "Nearly the same", "Why": "one act"},
        ),
        (
            Card(IDEA, "City council", ("School", "Church"), "Fix all lamps", "Count them"),
            "Fix the lamps.",
            {
                "Who must act": "City council",
                "Who would join": "School and Church",
                "First step": "Count them",
            },
        ),
        (Star(NOTE), "Half the lamps are out.", {"In the report": "without its circle"}),
        (
            Star(NOTE, with_circle=True),
            "Half the lamps are out.",
            {"In the report": "with its circle and place"},
        ),
        (
            ReportSentence(
                SentenceRole.ASK, (("en", "Fix them."), ("es", "Arreglarlas.")), (IDEA,), by="2027-06-30"
            ),
            "Fix them.",
            {
                "English": "Fix them.",
                "Spanish": "Arreglarlas.",
                "About": "Fix the lamps.",
                "By when": "2027-06-30",
                "In the report": "yes",
            },
        ),
        (
            ReportOutline(("front", "room"), ("voices",), (("room", "en", "Who came"),)),
            "",
            {"Sections": "front, room", "Left out": "voices", "Headings": "Who came"},
        ),
        (Synonyms(("lamp", "light")), "lamp, light", {}),
        (
            Answer(IDEA, Reply.IN_PART, "half the money", "City council", "2027-06-30"),
            "Fix the lamps.",
            {
                "Answer": "in part",
                "Why": "half the money",
                "By whom": "City council",
                "Next date": "2027-06-30",
            },
        ),
        (
            Progress(IDEA, Status.ON_HOLD, "two lamps work", "seen"),
            "Fix the lamps.",
            {"Status": "on hold", "What changed": "two lamps work", "Evidence": "seen"},
        ),
    ],
)
def test_each_kind_says_what_it_is_about_and_what_it_says(body, text, details):
    said, told = shown(body)
    assert said == text
    assert details.items() <= told.items()


def test_what_it_is_about_may_not_be_here():
    assert shown(Coding(NOTE, (PARK,)), {}) == ("", {"Themes": "Park"})
    assert shown(Likeness(NOTE, IDEA, Rung.RELATED), {NOTE: "Half."})[0] == "Half."
