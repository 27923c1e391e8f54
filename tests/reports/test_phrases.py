"""How lines and counts are put in documents."""

import pytest

from dialogue_desk.domain.model.document import Bullet, Bullets, Heading
from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, NoteKind, Spread
from dialogue_desk.reports.phrases import hours, join_with_dots, kind_and_spread, proposal_aside, section
from dialogue_desk.words import Words

WORDS = Words()


def test_what_is_empty_leaves_no_dot_behind():
    assert join_with_dots(("a", "", "b")) == "a · b"
    assert kind_and_spread(NoteKind.CONCERN, Spread.A_FEW, WORDS) == "Concern · a few"
    assert kind_and_spread(NoteKind.CONCERN, None, WORDS) == "Concern"


def test_an_idea_tells_only_what_was_said_of_it():
    idea = ActionIdea("x", who="the city", horizon=Horizon.NOW, why="rain")
    assert proposal_aside(idea, ["Bus"], WORDS, dots="3 dots").split("\n") == [
        "3 dots · Within three months · Bus",
        "Why: rain",
        "Who: the city",
    ]
    assert proposal_aside(ActionIdea("x"), [], WORDS) == ""


def test_a_list_without_items_has_no_heading():
    assert section("Ideas", []) == ()
    assert section("Ideas", [Bullet("x")], 2) == (Heading("Ideas", 2), Bullets((Bullet("x"),)))


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 hours"),
        (1, "1 hour"),
        (89 * MINUTE, "1 hour"),
        (90 * MINUTE, "2 hours"),
        (18 * HOUR, "18 hours"),
    ],
)
def test_long_lengths_are_said_in_whole_hours_and_a_little_is_one(length, said):
    assert hours(length, WORDS) == said
