"""A part that begins at a time of day: what it does to late and early, and to the plan of the rest."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Move, MoveKind, due_at
from dialogue_desk.domain.run.pacing import RemainingPart, Strategy, remaining_parts, replan
from dialogue_desk.domain.run.spare_time import before_due

SIX = 18 * HOUR
SUPPER = Part("supper", PartKind.BREAK, "Supper", 30, 20, Cut.LAST, at=19 * 60)
PLAN = SessionPlan(
    "s1",
    "",
    120,
    "",
    (
        Part("welcome", PartKind.WELCOME, "Welcome", 10, 10, Cut.NEVER),
        Part("talk", PartKind.OPEN_TALK, "Talk", 40, 25, Cut.LAST),
        SUPPER,
        Part("close", PartKind.CLOSING, "Close", 30, 30, Cut.NEVER),
    ),
)


def begun(at=SIX, hard_end=20 * HOUR, plan=PLAN):
    live = LiveSession.of(plan, SIX, hard_end)
    return live.after(Move(MoveKind.START, at))


def after(live, kind, at, **more):
    return live.after(Move(kind, at, **more))


def supper_of(live, at):
    (due,) = live.read(at).dues
    return due.reached - SIX, due.late // MINUTE


# When it begins


@pytest.mark.parametrize(
    ("start", "at", "zone", "minutes"),
    [
        (SIX, 19 * 60, 0, 60),
        (SIX, 18 * 60, 0, 0),
        (SIX + 30_000, 18 * 60, 0, 0),
        (23 * HOUR, 30, 0, 90),  # across midnight
        (SIX, 19 * 60, 60, 0),  # the room is an hour ahead of UTC
        (SIX, 14 * 60, -5 * 60, 60),
        (SIX, 23 * 60 + 45, 5 * 60 + 30, 15),
    ],
)
def test_a_part_begins_when_a_clock_in_the_room_first_shows_its_time(start, at, zone, minutes):
    due = due_at(replace(SUPPER, at=at), start, start + 4 * HOUR, zone)
    assert due == start // MINUTE * MINUTE + minutes * MINUTE


def test_a_session_that_misses_the_time_has_the_part_when_it_comes():
    assert due_at(SUPPER, 19 * HOUR + MINUTE, 22 * HOUR, 0) is None
    assert due_at(SUPPER, SIX, 19 * HOUR, 0) is None
    assert due_at(PLAN.parts[0], SIX, 22 * HOUR, 0) is None
    live = LiveSession.of(PLAN, 20 * HOUR, 22 * HOUR).after(Move(MoveKind.START, 20 * HOUR))
    assert live.read(20 * HOUR).dues == () and live.read(20 * HOUR).ends == 20 * HOUR + 110 * MINUTE


# Late and early


def test_what_is_to_spare_before_it_does_not_bring_the_end_nearer():
    reading = begun().read(SIX)
    assert (reading.ends, reading.planned_end) == (20 * HOUR, 20 * HOUR)
    assert PLAN.parts[reading.due.part] is SUPPER and reading.late == -10 * MINUTE


def test_who_comes_late_to_it_is_late():
    live = after(begun(), MoveKind.ADD_TIME, SIX + MINUTE, by=25 * MINUTE)
    reading = live.read(SIX + MINUTE)
    assert reading.late == 15 * MINUTE and reading.due.at == 19 * HOUR
    assert reading.ends == 20 * HOUR + 15 * MINUTE


def test_an_end_that_is_later_than_it_counts_before_it():
    reading = begun(hard_end=20 * HOUR - 20 * MINUTE).read(SIX)
    assert reading.due is None and reading.late == 20 * MINUTE


def test_after_it_the_end_counts():
    live = after(begun(), MoveKind.GO_TO, SIX + 58 * MINUTE, part="supper")
    reading = live.read(SIX + 58 * MINUTE)
    assert reading.dues == () and reading.late == -2 * MINUTE


def test_a_part_that_was_on_for_a_moment_by_a_slip_still_waits_for_its_time():
    live = after(begun(), MoveKind.GO_TO, SIX + 20 * MINUTE, part="supper")
    live = after(live, MoveKind.GO_TO, SIX + 20 * MINUTE + 4_000, part="talk")
    assert [due.at for due in live.read(SIX + 21 * MINUTE).dues] == [19 * HOUR]


def test_a_closed_session_waits_for_nothing():
    live = after(begun(), MoveKind.CLOSE, SIX + 5 * MINUTE)
    assert (live.read(SIX + HOUR).dues, live.read(SIX + HOUR).ends) == ((), SIX + 5 * MINUTE)


def test_before_the_start_the_first_part_can_have_a_time_too():
    plan = replace(PLAN, parts=(replace(PLAN.parts[0], at=18 * 60 + 15), *PLAN.parts[1:]))
    live = LiveSession.of(plan, SIX, 20 * HOUR + 15 * MINUTE)
    reading = live.read(SIX - HOUR)
    assert [due.late // MINUTE for due in reading.dues] == [-15, 5]
    assert reading.time_left == 135 * MINUTE


# The plan of the rest


def replanned(live, at, strategy=Strategy.SHRINK):
    reading = live.read(at)
    return replan(remaining_parts(live, reading), reading.time_left, strategy)


def minutes(made):
    return {one.part.id: one.after // MINUTE for one in made.parts}


def test_what_comes_before_it_is_shortened_so_that_it_begins_on_time():
    live = begun(at=SIX + 18 * MINUTE)
    assert live.read(SIX + 18 * MINUTE).late == 8 * MINUTE
    made = replanned(live, SIX + 18 * MINUTE)
    assert minutes(made) == {"welcome": 10, "talk": 32, "supper": 30, "close": 30}
    assert made.starts == (("supper", 0),)
    assert made.finish(SIX + 18 * MINUTE) == 20 * HOUR


def test_floors_that_cannot_meet_it_are_said_with_minutes():
    made = replanned(begun(at=SIX + 35 * MINUTE), SIX + 35 * MINUTE)
    assert minutes(made)["talk"] == 25 and made.starts == (("supper", 10 * MINUTE),)
    assert minutes(made)["supper"] == 20 and made.shortfall == 0


def test_what_was_shortened_before_it_gets_its_time_back_when_there_is_some_to_spare():
    live = after(begun(), MoveKind.GO_TO, SIX + 5 * MINUTE, part="talk")
    live = after(live, MoveKind.ADD_TIME, SIX + 5 * MINUTE, by=-10 * MINUTE)
    assert minutes(replanned(live, SIX + 5 * MINUTE)) == {"talk": 40, "supper": 30, "close": 30}


def test_it_is_never_dropped_and_a_later_end_does_not_move_it():
    first = replace(PLAN, parts=tuple(replace(part, cut=Cut.FIRST) for part in PLAN.parts))
    made = replanned(begun(at=SIX + 40 * MINUTE, plan=first), SIX + 40 * MINUTE, Strategy.DROP)
    assert [one.part.id for one in made.parts if one.dropped] == ["talk"]
    later = replanned(begun(at=SIX + 20 * MINUTE), SIX + 20 * MINUTE, Strategy.MOVE_END)
    assert later.starts == (("supper", 10 * MINUTE),) and later.end_moved == 10 * MINUTE


def test_only_what_comes_before_it_can_use_what_is_to_spare():
    reading = begun().read(SIX)
    parts = remaining_parts(begun(), reading)
    assert [part.id for part in before_due(parts)] == ["welcome", "talk"]


lengths = st.integers(0, 40).map(lambda minutes: minutes * MINUTE)
parts = st.lists(
    st.builds(
        RemainingPart,
        id=st.just("part"),
        given=lengths,
        floor=lengths,
        planned=lengths,
        cut=st.sampled_from(Cut),
        pinned=st.booleans(),
        due=st.none() | st.none() | st.integers(-10 * MINUTE, 200 * MINUTE),
    ),
    min_size=1,
    max_size=8,
)
times = st.integers(-60 * MINUTE, 300 * MINUTE)


@given(parts, times, st.sampled_from(Strategy))
def test_the_time_left_is_taken_or_said_to_the_millisecond(parts, time_left, strategy):
    made = replan(parts, time_left, strategy)
    assert made.takes == time_left + made.end_moved + made.shortfall - made.spare
    assert not (made.shortfall and made.spare)
    assert made.takes >= sum(one.after for one in made.parts)


@given(parts, times, st.sampled_from([Strategy.DROP, Strategy.SHRINK]))
def test_no_part_goes_below_its_floor_to_meet_a_time_and_none_with_a_time_is_dropped(
    parts, time_left, strategy
):
    for one in replan(parts, time_left, strategy).parts:
        if one.dropped:
            assert one.part.due is None and one.part.may_go
        else:
            assert min(one.before, one.part.least) <= one.after <= max(one.before, one.part.most)


@given(parts, times)
def test_a_part_comes_late_only_when_nothing_before_it_can_give(parts, time_left):
    made = replan(parts, time_left, Strategy.SHRINK)
    at = dict(made.starts)  # of parts with one name the last
    if at.get("part", 0) > 0:
        place = max(place for place, one in enumerate(made.parts) if one.part.due is not None)
        since = max((n for n in range(place) if made.parts[n].part.due is not None), default=0)
        assert all(one.after == one.part.least for one in made.parts[since:place])
