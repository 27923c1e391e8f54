"""The themes of an evening, and the few that are passed on first."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.closing.top_themes import (
    RankedTheme,
    chosen_themes,
    raised_themes,
    shifted,
    toggled,
)
from dialogue_desk.domain.model.notes import ActionIdea, NoteKind
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from tests.domain.session_folders import a_folder, a_note


def test_the_top_themes_come_first_and_then_the_fullest():
    folder = a_folder(
        a_note(themes=("stops", "light")),
        a_note(themes=("stops",)),
        ActionIdea("A walk", themes=("light", "youth")),
        a_note(NoteKind.DEBRIEF, themes=("food",)),
        themes=("stops", "light", "youth", "food", "parks"),
        closing=ClosingFacts(top_themes=("youth", "gone")),
    )
    assert raised_themes(folder) == (
        RankedTheme("youth", "Youth", 1, 1),
        RankedTheme("light", "Light", 2),
        RankedTheme("stops", "Stops", 2),
    )
    assert chosen_themes(folder) == ("youth",)


def test_a_theme_is_picked_as_the_last_and_taken_back():
    assert toggled((), "a") == ("a",)
    assert toggled(("a",), "b") == ("a", "b")
    assert toggled(("a", "b"), "a") == ("b",)


@pytest.mark.parametrize(
    ("theme", "by", "then"),
    [
        ("b", -1, ("b", "a", "c")),
        ("b", 1, ("a", "c", "b")),
        ("a", -1, ("a", "b", "c")),
        ("c", 1, ("a", "b", "c")),
        ("d", 1, ("a", "b", "c")),
    ],
)
def test_a_top_theme_moves_as_far_as_there_are_places(theme, by, then):
    assert shifted(("a", "b", "c"), theme, by) == then
