"""How a session will go is worked out from its plan, its people and its times."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import AS_SPOKEN, PartFit
from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.outlook import given_what_they_need, outlook, shortened_to_fit, with_fit

PLAN = SessionPlan(
    "s1",
    "",
    60,
    "",
    (
        Part("welcome", PartKind.WELCOME, "Welcome", 10, 5, Cut.LAST),
        Part("round", PartKind.GO_ROUND, "Round", 24, 15, Cut.NEVER, seconds_each=105),
        Part("break", PartKind.BREAK, "Break", 6, 3, Cut.FIRST),
        Part("close", PartKind.CLOSING, "Closing", 20, 10, Cut.LAST),
    ),
)


def seen(people=9, fits=(), factor=AS_SPOKEN, minutes=60):
    return outlook(PLAN, fits, people, factor, (0, minutes * MINUTE))


def test_parts_begin_one_after_the_other_and_it_ends_on_time():
    found = seen()
    assert [one.begins // MINUTE for one in found.parts] == [0, 10, 34, 40]
    assert [one.missing for one in found.parts] == [0, 0, 0, 0]
    assert (found.ends, found.late) == (60 * MINUTE, 0)


def test_a_round_of_too_many_lacks_minutes_and_can_be_mended_in_two_ways():
    found = seen(people=14)
    round_ = found.parts[1]
    assert (round_.needed, round_.missing, round_.shorter_turn) == (25, 1, 100)
    assert (found.late, found.ends_with_shorter_turns) == (1, found.hard_end)
    assert seen(people=14, fits=with_fit((), "round", seconds_each=100)).late == 0
    longer = seen(people=14, fits=with_fit((), "round", minutes=25))
    assert [one.missing for one in longer.parts] == [0, 0, 0, 0] and longer.late == 1


def test_a_turn_that_would_be_too_short_is_not_offered():
    assert seen(people=200).parts[1].shorter_turn == 0


def test_interpretation_takes_longer_but_not_in_a_break_or_where_minutes_were_given():
    found = seen(people=5, factor=160)
    assert [one.needed for one in found.parts] == [16, 24, 6, 32]
    fits = given_what_they_need(found, ())
    assert seen(people=5, factor=160, fits=fits).needed == found.needed == 78
    assert [one.missing for one in seen(people=5, factor=160, fits=fits).parts] == [0, 0, 0, 0]


def test_parts_give_what_is_missing_as_far_as_the_guide_allows():
    fits = shortened_to_fit(seen(minutes=50), ())
    assert seen(minutes=50, fits=fits).late == 0
    assert "round" not in {fit.part for fit in fits}
    fits = shortened_to_fit(seen(people=5, factor=160), ())
    assert seen(people=5, factor=160, fits=fits).late == 0
    fits = shortened_to_fit(seen(minutes=30), ())
    assert seen(minutes=30, fits=fits).late == 12


def test_a_fit_keeps_what_was_changed_before():
    fits = with_fit(with_fit((), "round", minutes=30), "round", seconds_each=60)
    assert fits == (PartFit("round", 30, 60),)
    assert with_fit(fits, "close", minutes=8) == (*fits, PartFit("close", 8))


@pytest.mark.parametrize(("floor", "needed"), [(12, 12), (5, 10)])
def test_a_part_that_cannot_be_shorter_needs_its_least(floor, needed):
    first, *others = PLAN.parts
    plan = replace(PLAN, parts=(replace(first, floor=floor), *others))
    assert outlook(plan, (), 9, AS_SPOKEN, (0, 60 * MINUTE)).parts[0].needed == needed
