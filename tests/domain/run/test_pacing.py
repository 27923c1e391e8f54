"""How late we are, what is worth a word, and what could give."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import HOUR, MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MOST_ADDED, LiveSession, Move, MoveKind, Reading
from dialogue_desk.domain.run.pacing import (
    STEP,
    Drift,
    Lateness,
    Milestone,
    RemainingPart,
    Strategy,
    WarningTime,
    drift,
    milestones,
    reached,
    remaining_parts,
    replan,
    shared,
)
from dialogue_desk.exchange.guide_files import read_guide_file
from dialogue_desk.words import Words
from tests.shelf import GUIDES

START = 1_000 * HOUR
ALL = (Milestone.LITTLE_LEFT, Milestone.ONE_MINUTE, Milestone.TIME_UP)


def reading(left, given=24 * MINUTE, part=0):
    return Reading(START, part, given - left, given, 0, START, START)


def part(name, left, floor, cut=Cut.LAST, **more):
    """A part with minutes left and a floor, as the guide has it."""
    return RemainingPart(name, left * MINUTE, floor * MINUTE, left * MINUTE, cut, **more)


def after(made):
    """The minutes of each part that stays."""
    return {one.part.id: one.after / MINUTE for one in made.parts if not one.dropped}


def dropped(made):
    return [one.part.id for one in made.parts if one.dropped]


# Milestones


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(24, 2), (10, 2), (5, 1), (3, 0.6), (0, 0)],
)
def test_the_warning_comes_two_minutes_before_the_end_or_a_fifth_if_that_is_less(minutes, expected):
    assert WarningTime().before_end(minutes * MINUTE) == expected * MINUTE


def test_a_warning_can_be_set():
    warn = WarningTime(5 * MINUTE, 50)
    assert milestones(reading(6 * MINUTE), reading(5 * MINUTE), warn) == (Milestone.LITTLE_LEFT,)
    assert milestones(reading(6 * MINUTE), reading(-1), WarningTime(0)) == (Milestone.TIME_UP,)


def test_a_part_without_a_clock_has_no_milestones():
    before, now = (replace(reading(left * MINUTE), clock=False) for left in (3, -3))
    assert milestones(before, now) == () and reached(now) is None


def test_each_milestone_is_told_when_its_time_comes():
    seconds = {
        left: milestones(reading((left + 1) * SECOND), reading(left * SECOND)) for left in range(-60, 180)
    }
    assert {left: told for left, told in seconds.items() if told} == {
        120: (Milestone.LITTLE_LEFT,),
        60: (Milestone.ONE_MINUTE,),
        0: (Milestone.TIME_UP,),
    }


def test_a_timer_that_stalls_misses_none():
    assert milestones(reading(3 * MINUTE), reading(-20 * MINUTE)) == ALL


def test_one_minute_is_not_told_after_or_with_a_warning_that_comes_later():
    five = 5 * MINUTE
    told = milestones(reading(five, five), reading(-1, five))
    assert told == (Milestone.LITTLE_LEFT, Milestone.TIME_UP)


def test_what_a_part_had_come_to_before_it_was_gone_to_is_no_news():
    assert milestones(reading(5 * MINUTE, part=0), reading(-1, part=1)) == ()


def test_time_added_makes_a_warning_due_again():
    assert milestones(reading(30 * SECOND), reading(5 * MINUTE)) == ()
    assert milestones(reading(5 * MINUTE), reading(2 * MINUTE)) == (Milestone.LITTLE_LEFT,)


@given(st.lists(st.integers(0, 600_000), min_size=1, max_size=40), st.integers(0, 40))
def test_however_the_readings_fall_each_milestone_is_told_once(waits, minutes):
    length = minutes * MINUTE
    lefts = [length]
    for wait in waits:
        lefts.append(lefts[-1] - wait)
    told = [one for a, b in pairwise(lefts) for one in milestones(reading(a, length), reading(b, length))]
    assert told == list(milestones(reading(length, length), reading(lefts[-1], length)))
    assert len(told) == len(set(told))


def test_the_last_milestone_reached_is_what_a_ring_shows():
    assert [reached(reading(left * SECOND)) for left in (121, 120, 60, 0, -5)] == [
        None,
        Milestone.LITTLE_LEFT,
        Milestone.ONE_MINUTE,
        Milestone.TIME_UP,
        Milestone.TIME_UP,
    ]


# Drift


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (0, Drift(Lateness.ON_TIME)),
        (3 * MINUTE - 1, Drift(Lateness.ON_TIME)),
        (1 - 3 * MINUTE, Drift(Lateness.ON_TIME)),
        (3 * MINUTE, Drift(Lateness.LATE, 3)),
        (3 * MINUTE + 30 * SECOND, Drift(Lateness.LATE, 4)),
        (-3 * MINUTE, Drift(Lateness.EARLY, 3)),
        (6 * MINUTE + 20 * SECOND, Drift(Lateness.LATE, 6)),
        (-9 * MINUTE, Drift(Lateness.EARLY, 9)),
    ],
)
def test_less_than_three_minutes_is_on_time(late, expected):
    assert drift(late) == expected


# Re-planning


EVENING = (
    part("pairs", 16, 10),
    part("break", 8, 5, Cut.FIRST),
    part("talk", 26, 15),
    part("facts", 15, 8, Cut.FIRST),
    part("close", 7, 5, Cut.NEVER),
)
"""72 minutes."""


def test_shrinking_takes_from_each_what_it_can_give_in_whole_minutes():
    made = replan(EVENING, 60 * MINUTE, Strategy.SHRINK)
    assert after(made) == {"pairs": 13, "break": 7, "talk": 21, "facts": 12, "close": 7}
    assert made.takes == 60 * MINUTE and (made.shortfall, made.spare) == (0, 0)


def test_dropping_leaves_out_no_more_than_is_missing_and_what_may_go_first_gives_the_rest_first():
    made = replan(EVENING, 62 * MINUTE, Strategy.DROP)
    assert dropped(made) == ["break"]
    assert after(made) == {"pairs": 16, "talk": 26, "facts": 13, "close": 7}


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (72, []),
        (65, []),  # seven minutes are found without leaving anything out
        (64, ["break"]),
        (57, ["facts"]),
        (49, ["break", "facts"]),
        (10, ["break", "facts"]),
    ],
)
def test_the_longest_part_that_fits_what_is_missing_goes_first(minutes, expected):
    assert dropped(replan(EVENING, minutes * MINUTE, Strategy.DROP)) == expected


def test_of_parts_alike_the_later_one_goes():
    parts = (part("one", 5, 0, Cut.FIRST), part("two", 5, 0, Cut.FIRST), part("close", 5, 5, Cut.NEVER))
    assert dropped(replan(parts, 10 * MINUTE, Strategy.DROP)) == ["two"]


def test_a_part_goes_whole_where_floors_alone_do_not_save_enough_and_what_then_fits_stays():
    parts = (
        part("break", 6, 6, Cut.FIRST),
        part("facts", 15, 15, Cut.FIRST),
        part("close", 8, 5, Cut.NEVER),
    )
    made = replan(parts, 20 * MINUTE, Strategy.DROP)
    assert dropped(made) == ["facts"] and made.spare == 6 * MINUTE


def test_what_is_longer_than_all_that_is_missing_is_shortened_and_nothing_else_is():
    made = replan(EVENING, 67 * MINUTE, Strategy.DROP)
    assert after(made) == {"pairs": 16, "break": 7, "talk": 26, "facts": 11, "close": 7}
    made = replan(EVENING[:1] + EVENING[2:], 55 * MINUTE, Strategy.DROP)
    assert after(made) == {"pairs": 15, "talk": 25, "facts": 8, "close": 7}


def test_when_nothing_more_can_give_the_shortfall_is_said():
    made = replan(EVENING, 30 * MINUTE, Strategy.SHRINK)
    assert after(made) == {"pairs": 10, "break": 5, "talk": 15, "facts": 8, "close": 7}
    assert made.shortfall == 15 * MINUTE
    assert replan(EVENING, 30 * MINUTE, Strategy.DROP).shortfall == 2 * MINUTE


def test_moving_the_end_touches_no_part():
    made = replan(EVENING, 60 * MINUTE, Strategy.MOVE_END)
    assert not any(one.changed for one in made.parts)
    assert (made.end_moved, made.shortfall, made.changes) == (12 * MINUTE, 0, True)
    assert made.remaining_plan(START).hard_end == START + 12 * MINUTE
    early = replan(EVENING, 80 * MINUTE, Strategy.MOVE_END)
    assert (early.end_moved, early.spare, early.changes) == (0, 8 * MINUTE, False)


def test_what_is_pinned_is_left_alone():
    pinned = tuple(replace(one, pinned=one.id in ("break", "talk")) for one in EVENING)
    for strategy in Strategy:
        made = replan(pinned, 60 * MINUTE, strategy)
        assert not any(one.changed for one in made.parts if one.part.pinned)


def test_time_gained_goes_back_to_parts_that_were_shortened_and_what_is_over_is_said():
    shortened = tuple(replace(one, given=10 * MINUTE) if one.id == "pairs" else one for one in EVENING)
    made = replan(shortened, 70 * MINUTE, Strategy.SHRINK)
    assert after(made)["pairs"] == 14 and made.spare == 0
    made = replan(shortened, 80 * MINUTE, Strategy.DROP)
    assert after(made)["pairs"] == 16 and made.spare == 8 * MINUTE and not dropped(made)


def test_the_part_under_way_gives_no_more_than_is_left_of_it_and_is_never_dropped():
    talk = RemainingPart(
        "talk", 20 * MINUTE, 12 * MINUTE, 20 * MINUTE, Cut.FIRST, spent=15 * MINUTE, begun=True
    )
    close = part("close", 5, 5, Cut.NEVER)
    assert replan((talk, close), 4 * MINUTE, Strategy.DROP).shortfall == MINUTE
    made = replan((talk, close), 7 * MINUTE, Strategy.SHRINK)
    assert made.remaining_plan(START).given == (17 * MINUTE, 5 * MINUTE)


def test_a_part_that_runs_over_keeps_the_time_it_was_given():
    over = RemainingPart("over", 5 * MINUTE, 3 * MINUTE, 5 * MINUTE, Cut.LAST, spent=9 * MINUTE, begun=True)
    made = replan((over, part("talk", 20, 10)), 15 * MINUTE, Strategy.SHRINK)
    assert made.remaining_plan(START).given == (5 * MINUTE, 15 * MINUTE)


def test_a_re_plan_gives_no_part_more_time_than_a_move_can_say():
    longer = RemainingPart("talk", MOST_ADDED + HOUR, 0, 0, Cut.LAST)
    shortened = RemainingPart("more", MOST_ADDED + 3 * HOUR, 0, 0, Cut.LAST)
    made = replan((longer, shortened), 2 * MOST_ADDED + 3 * HOUR, Strategy.SHRINK)
    assert all(one.changed for one in made.parts) and max(one.after for one in made.parts) > MOST_ADDED
    kept = replan((longer,), longer.left, Strategy.SHRINK)
    assert not kept.changes
    assert {*made.remaining_plan(START).given, *kept.remaining_plan(START).given} == {MOST_ADDED}


def test_the_rest_of_a_minute_is_shared_out_too():
    parts = (part("one", 10, 0), part("two", 10, 0))
    made = replan(parts, 15 * MINUTE + 17, Strategy.SHRINK)
    assert made.takes == 15 * MINUTE + 17
    assert sum(one.after % STEP != 0 for one in made.parts) == 1


lengths = st.integers(0, 40).map(lambda minutes: minutes * MINUTE)
to_go = st.builds(
    RemainingPart,
    id=st.just("part"),
    given=lengths,
    floor=lengths,
    planned=lengths,
    cut=st.sampled_from(Cut),
    spent=st.just(0),
    pinned=st.booleans(),
)
first = st.builds(replace, to_go, begun=st.just(True), spent=st.integers(0, 50 * MINUTE))
rest = st.tuples(first, st.lists(to_go, max_size=7)).map(lambda some: (some[0], *some[1]))
times = st.integers(-60 * MINUTE, 300 * MINUTE)


@given(rest, times, st.sampled_from(Strategy))
def test_what_remains_is_the_time_left_or_is_said_to_the_millisecond(parts, time_left, strategy):
    made = replan(parts, time_left, strategy)
    assert sum(one.after for one in made.parts) == time_left + made.end_moved + made.shortfall - made.spare
    assert not (made.shortfall and made.spare)
    assert made == replan(parts, time_left, strategy)


@given(rest, times, st.sampled_from(Strategy))
def test_no_part_goes_below_its_floor_or_above_its_plan_and_the_protected_are_untouched(
    parts, time_left, strategy
):
    for one in replan(parts, time_left, strategy).parts:
        if one.dropped:
            assert one.part.cut is Cut.FIRST and not one.part.pinned and not one.part.begun and one.after == 0
        else:
            assert min(one.before, one.part.least) <= one.after <= max(one.before, one.part.most)
        if one.part.pinned or one.part.cut is Cut.NEVER:
            assert not one.changed


@given(rest, times)
def test_a_shortfall_is_said_only_when_nothing_more_can_give(parts, time_left):
    shrunk = replan(parts, time_left, Strategy.SHRINK)
    assert shrunk.shortfall == max(0, sum(one.least for one in parts) - time_left)
    dropped_too = replan(parts, time_left, Strategy.DROP)
    least = sum(0 if one.may_go else one.least for one in parts)
    assert dropped_too.shortfall == max(0, least - time_left)


@given(rest, times)
def test_where_parts_are_dropped_those_that_may_go_first_give_before_the_others(parts, time_left):
    kept = [one for one in replan(parts, time_left, Strategy.DROP).parts if not one.dropped]
    if any(one.after < one.before and one.part.cut is Cut.LAST for one in kept):
        assert all(one.after == one.part.least for one in kept if one.part.cut is Cut.FIRST)


@given(rest, times)
def test_no_more_is_dropped_than_must_be(parts, time_left):
    made = replan(parts, time_left, Strategy.DROP)
    gone = [one.part for one in made.parts if one.dropped]
    kept = [one.part for one in made.parts if not one.dropped]
    assert all(sum(part.left for part in kept) + part.left > time_left for part in gone)
    # With any fewer of those that went, nobody would be on time, or what was dropped is all that was missing.
    missing = sum(part.left for part in parts) - time_left
    if gone and sum(part.left for part in gone) > missing:
        for fewer in combinations(gone, len(gone) - 1):
            stay = [*kept, *(part for part in gone if part not in fewer)]
            assert sum(part.least for part in stay) > time_left or made.shortfall


@given(rest, st.sampled_from([Strategy.DROP, Strategy.SHRINK]))
def test_a_circle_that_is_on_time_is_left_alone(parts, strategy):
    assert not replan(parts, sum(one.left for one in parts), strategy).changes


@given(rest, times)
def test_a_re_plan_made_is_a_re_plan_that_holds(parts, time_left):
    made = replan(parts, time_left, Strategy.SHRINK)
    again = tuple(
        replace(one.part, given=one.part.spent + one.after if one.changed else one.part.given)
        for one in made.parts
    )
    assert not replan(again, time_left, Strategy.SHRINK).changes


@given(st.integers(0, 90 * MINUTE), st.lists(st.integers(0, 30 * MINUTE), min_size=1, max_size=8))
def test_time_is_shared_out_whole_and_within_a_step_of_what_is_fair(time, room):
    shares = shared(time, room)
    total = sum(room)
    assert sum(shares) == min(time, total)
    assert all(0 <= share <= one for share, one in zip(shares, room, strict=True))
    if time <= total:
        fair = [time * one / max(total, 1) for one in room]
        assert all(share > one - STEP for share, one in zip(shares, fair, strict=True))


def test_shares_alike_are_rounded_up_from_the_end():
    assert shared(MINUTE, [5 * MINUTE, 5 * MINUTE]) == [0, MINUTE]


# The evening it is made for


def evening(session_id, late, at_part=3):
    """A session with the shipped guide that comes to its fourth part so many minutes late."""
    path = GUIDES / "safety-together.en.guide.md"
    plan = read_guide_file(path, Words()).session(session_id)
    live = LiveSession.of(plan, START, START + plan.minutes * MINUTE).after(Move(MoveKind.START, START))
    for done in range(at_part):
        at = START + sum(one.minutes for one in plan.parts[: done + 1]) * MINUTE
        live = live.after(Move(MoveKind.NEXT, at + late * MINUTE * (done == at_part - 1)))
    return live


@pytest.mark.parametrize(("session_id", "break_minutes"), [("s1", 8), ("s2", 6)])
@pytest.mark.parametrize("strategy", [Strategy.DROP, Strategy.SHRINK])
def test_nine_minutes_late_at_part_four_the_plan_ends_on_the_hard_end(session_id, break_minutes, strategy):
    live = evening(session_id, late=9)
    now = live.read(live.since)
    assert (now.part, now.late) == (3, 9 * MINUTE)
    parts = remaining_parts(live, now)
    assert [(one.cut, one.left) for one in parts if one.id == "break"] == [
        (Cut.FIRST, break_minutes * MINUTE)
    ]
    made = replan(parts, now.planned_end - now.at, strategy)
    if strategy is Strategy.DROP:
        assert dropped(made) == ["break"]
    assert made.finish(now.at) == live.hard_end and made.shortfall == 0
    assert not made.parts[-1].changed and made.parts[-1].part.id == "close"
    ahead = made.remaining_plan(live.hard_end)
    move = Move(MoveKind.REPLAN, now.at, parts=ahead.parts, given=ahead.given, hard_end=ahead.hard_end)
    live = live.after(move)
    reading = live.read(now.at)
    assert (reading.late, reading.ends) == (0, live.hard_end)
    for one in made.parts:
        if one.part.cut is Cut.NEVER:
            assert ahead.given[ahead.parts.index(one.part.id)] == one.part.planned


def test_pins_are_found_by_the_ids_of_the_parts():
    live = evening("s2", late=9)
    made = replan(
        remaining_parts(live, live.read(live.since), {"break"}), live.hard_end - live.since, Strategy.DROP
    )
    assert dropped(made) == [] and after(made)["break"] == 6 and made.shortfall == 0
