"""What an interpreted session takes, and what fits tonight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.guide import (
    Concern,
    ConcernKind,
    Cut,
    Part,
    PartKind,
    SessionPlan,
    Step,
    concerns,
    fitting_seconds_each,
)
from dialogue_desk.domain.interpretation import CONSECUTIVE, SIMULTANEOUS, with_factor

ROUND = Part("round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=105, pause=5, silence=120)
PAIRS = Part(
    "pairs",
    PartKind.PAIRS,
    "Pairs",
    13,
    10,
    Cut.LAST,
    steps=(Step("one", 6), Step("other", 6), Step("end", 1)),
)
BREAK = Part("break", PartKind.BREAK, "Break", 8, 5, Cut.FIRST)
CLOSE = Part("close", PartKind.CLOSING, "Close", 9, 5, Cut.NEVER)
PLAN = SessionPlan("s1", "Evening", 54, "", (ROUND, PAIRS, BREAK, CLOSE))


def test_what_is_said_takes_longer_and_a_break_does_not():
    parts = with_factor(PLAN, SIMULTANEOUS).parts
    assert [(part.minutes, part.floor) for part in parts] == [(30, 23), (17, 13), (8, 5), (12, 7)]
    assert (parts[0].seconds_each, parts[0].pause, parts[0].silence) == (131, 5, 120)
    assert [step.minutes for step in parts[1].steps] == [7, 7, 1]


def test_the_promise_stays_so_that_what_does_not_fit_is_said():
    found = concerns(with_factor(PLAN, CONSECUTIVE[0]), 12)
    assert found == (Concern(ConcernKind.DOES_NOT_ADD_UP, planned=54, needed=39 + 21 + 8 + 15),)


def test_a_go_round_that_keeps_its_part_is_offered_shorter_turns():
    assert concerns(PLAN, 12) == ()
    (found,) = concerns(PLAN, 12, factor=160)
    assert found == Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", planned=24, needed=37, seconds_each=65)
    assert fitting_seconds_each(ROUND, 12, factor=160) == 65


def test_interpretation_makes_nothing_shorter():
    assert with_factor(PLAN, 100) == PLAN
    with pytest.raises(ValueError, match="shorter"):
        with_factor(PLAN, 99)


@given(st.integers(100, 300), st.integers(1, 60), st.integers(1, 40), st.integers(0, 300))
def test_what_fitted_its_part_fits_when_it_is_interpreted(percent, people, minutes, each):
    part = Part("round", PartKind.GO_ROUND, "", minutes, 1, Cut.FIRST, seconds_each=each, pause=5)
    plan = SessionPlan("s", "", minutes, "", (part,))
    fitted = all(found.kind is not ConcernKind.GO_ROUND_TOO_LONG for found in concerns(plan, people))
    found = [one.kind for one in concerns(with_factor(plan, percent), people)]
    assert not fitted or ConcernKind.GO_ROUND_TOO_LONG not in found
