"""Which moments are at hand, in which order, and which one a person finds by typing."""

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Move, MoveKind
from dialogue_desk.domain.run.moment_deck import (
    MomentDeck,
    break_ahead,
    found_by,
    is_whole_number,
    typed_on,
)

TITLES = (
    "Someone uses a slur",
    "Someone starts to cry",
    "Two people go at each other",
    "“You people”, “all of you”",
    "Alguien cuenta que le están haciendo daño",
)


def moments(*names, title=""):
    return tuple(Moment(name, title or name) for name in names)


def test_the_guides_own_moments_come_first():
    deck = MomentDeck.of(moments("lights"), moments("slur", "tears"))
    assert [moment.id for moment in deck.moments] == ["lights", "slur", "tears"]


def test_a_guides_own_moment_stands_for_the_shipped_one_of_the_same_name():
    own = moments("tears", title="Tears here")
    deck = MomentDeck.of(own, moments("slur", "tears", "gun"))
    assert deck.moments == own + moments("slur", "gun")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1", 0),
        ("5", 4),
        ("6", None),
        ("0", None),
        ("s", 0),
        ("cr", 1),
        ("t", 2),
        ("TWO", 2),
        ("you", 3),
        ("p", 2),
        ("dano", 4),
        ("esta", 4),
        ("x", None),
        ("", None),
    ],
)
def test_a_moment_is_found_by_its_number_or_by_how_a_word_of_its_title_begins(typed, place):
    assert found_by(typed, TITLES) == place


def test_what_begins_a_title_comes_before_what_begins_a_word_in_it():
    assert found_by("a", ("Nobody answers", "An answer")) == 1


def test_letters_add_up_until_they_lead_nowhere_and_then_begin_anew():
    typed = ""
    for sign, now in (("s", "s"), ("l", "sl"), ("t", "t"), ("w", "tw"), ("x", ""), ("2", "2")):
        typed = typed_on(typed, sign, TITLES)
        assert typed == now


def test_a_number_is_whole_when_no_digit_can_follow():
    assert is_whole_number("2", 18) and is_whole_number("18", 18) and is_whole_number("1", 9)
    assert not is_whole_number("1", 18) and not is_whole_number("2", 20) and not is_whole_number("s", 5)


def plan(*kinds):
    parts = tuple(Part(f"p{place}", kind, "", 10, 5, Cut.LAST) for place, kind in enumerate(kinds))
    return SessionPlan("s1", "", 10 * len(parts), "", parts)


def moved(live, *kinds):
    for number, kind in enumerate(kinds):
        live = live.after(Move(kind, number * MINUTE))
    return live


TALK, BREAK = PartKind.OPEN_TALK, PartKind.BREAK


def test_the_next_break_to_come_can_be_taken_while_the_session_runs_or_waits():
    evening = plan(TALK, TALK, BREAK, TALK, BREAK)
    live = LiveSession.of(evening, 0, 60 * MINUTE)
    assert break_ahead(evening, live) == ""
    assert break_ahead(evening, moved(live, MoveKind.START)) == "p2"
    assert break_ahead(evening, moved(live, MoveKind.START, MoveKind.PAUSE)) == "p2"
    assert break_ahead(evening, moved(live, MoveKind.START, *[MoveKind.NEXT] * 2)) == "p4"
    assert break_ahead(evening, moved(live, MoveKind.START, *[MoveKind.NEXT] * 4)) == ""
    assert break_ahead(evening, moved(live, MoveKind.START, MoveKind.CLOSE)) == ""
