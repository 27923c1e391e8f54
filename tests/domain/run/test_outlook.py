"""How a session will go is worked out from its plan, its people and its times."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import AS_SPOKEN, PartFit
from dialogue_desk.domain.model.guide import Cut, Length, Measure, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.domain.run.outlook import (
    Times,
    given_what_they_need,
    outlook,
    shortened_to_fit,
    with_fit,
)

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
    return outlook(PLAN, fits, people, factor, Times(0, minutes * MINUTE))


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
    assert outlook(plan, (), 9, AS_SPOKEN, Times(0, 60 * MINUTE)).parts[0].needed == needed


# Minutes that depend on the people


EACH = replace(PLAN.parts[1], length=Length(Measure.EACH, floor=10))
FOLLOWING = replace(PLAN, parts=(*PLAN.parts[:1], EACH, *PLAN.parts[2:]))


def test_a_part_that_is_as_long_as_its_go_round_follows_the_head_count():
    for people, minutes in ((9, 16), (14, 25), (4, 7)):
        found = outlook(FOLLOWING, (), people, AS_SPOKEN, Times(0, 60 * MINUTE))
        assert (found.parts[1].part.minutes, found.parts[1].missing) == (minutes, 0)
        assert found.parts[2].begins == (10 + minutes) * MINUTE


def test_minutes_that_a_person_gave_it_stay():
    found = outlook(FOLLOWING, with_fit((), "round", minutes=20), 4, AS_SPOKEN, Times(0, 60 * MINUTE))
    assert found.parts[1].part.minutes == 20


# Times of day


SUPPER = Part("supper", PartKind.BREAK, "Supper", 20, 10, Cut.LAST, at=19 * 60)
SIX = 18 * HOUR
WITH_SUPPER = replace(PLAN, minutes=90, parts=(*PLAN.parts[:2], SUPPER, PLAN.parts[3]))


def supper(start, hard_end=20 * HOUR, plan=WITH_SUPPER, fits=(), zone=0):
    return outlook(plan, fits, 9, AS_SPOKEN, Times(start, hard_end, zone))


def test_a_part_is_shown_at_its_time_of_day_with_what_is_to_spare_before_it():
    found = supper(SIX)
    assert [(one.begins - SIX) // MINUTE for one in found.parts] == [0, 10, 60, 80]
    assert (found.parts[2].late, found.delayed, found.ends) == (-26, (), SIX + 100 * MINUTE)
    assert (found.needed, found.waiting) == (74, 26)


def test_parts_before_it_that_take_too_long_delay_it_and_are_shortened_to_fit():
    found = supper(SIX + 35 * MINUTE)
    assert [one.late for one in found.delayed] == [9]
    fits = shortened_to_fit(found, ())
    mended = supper(SIX + 35 * MINUTE, fits=fits)
    assert {fit.part for fit in fits} == {"welcome"} and mended.parts[2].late == 4


def test_a_start_after_its_time_leaves_it_where_it_comes_and_says_so():
    found = supper(19 * HOUR + 30 * MINUTE, 21 * HOUR + 30 * MINUTE)
    assert found.parts[2].misses_its_time and found.parts[2].begins == 20 * HOUR + 4 * MINUTE
    assert [one.part.id for one in found.parts if one.misses_its_time] == ["supper"]


def test_its_time_is_that_of_the_room():
    assert supper(SIX, zone=-60).parts[2].misses_its_time
    assert supper(SIX, 21 * HOUR + 30 * MINUTE, zone=-60).parts[2].begins == 20 * HOUR


# Steps and tracks


def test_a_part_that_was_made_shorter_shortens_its_steps_as_far_as_they_can():
    steps = (PartStep("One tells", 5, floor=2, equal="a"), PartStep("Change", 5, floor=2, equal="a"))
    pairs = Part("pairs", PartKind.PAIRS, "In pairs", 10, 4, Cut.LAST, steps=steps)
    plan = replace(PLAN, parts=(pairs, *PLAN.parts[1:]))
    for minutes, missing in ((10, 0), (6, 0), (3, 1)):
        found = outlook(plan, with_fit((), "pairs", minutes=minutes), 9, AS_SPOKEN, Times(0, 60 * MINUTE))
        assert found.parts[0].missing == missing


def test_a_circle_follows_its_own_track():
    tracks = [replace(PLAN.parts[2], id=track, track=track) for track in ("youth", "elders")]
    plan = replace(PLAN, parts=(*PLAN.parts[:2], *tracks, PLAN.parts[3]))
    for track in plan.tracks:
        found = outlook(plan, (), 9, AS_SPOKEN, Times(0, 60 * MINUTE), track=track)
        assert [one.part.id for one in found.parts] == ["welcome", "round", track, "close"]
        assert found.late == 0
    unknown = outlook(plan, (), 9, AS_SPOKEN, Times(0, 60 * MINUTE), track="no longer there")
    assert len(unknown.parts) == 5
