"""The live session."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import (
    MOST_ADDED,
    LiveSession,
    Move,
    MoveKind,
    MoveRefused,
    Phase,
    RemainingPlan,
    TimedPart,
)

START = 1_000 * MINUTE
PARTS = (
    TimedPart("welcome", 5 * MINUTE, 3 * MINUTE, Cut.NEVER),
    TimedPart("round", 15 * MINUTE, 10 * MINUTE, Cut.LAST),
    TimedPart("break", 5 * MINUTE, 0, Cut.FIRST),
    TimedPart("close", 5 * MINUTE, 5 * MINUTE, Cut.NEVER),
)


def session():
    return LiveSession.of_parts(PARTS, START, START + 30 * MINUTE)


def played(*moves):
    """A session after ``(kind, minute)`` or ``(kind, minute, more)`` moves."""
    live = session()
    for kind, minute, *more in moves:
        live = live.after(Move(kind, START + minute * MINUTE, **(more[0] if more else {})))
    return live


def minute(at):
    return START + at * MINUTE


def test_a_pause_stops_the_clock():
    live = played((MoveKind.START, 0), (MoveKind.PAUSE, 1))
    assert live.read(minute(9)).part_elapsed == MINUTE


def test_what_remains_can_always_be_planned_again_however_much_time_was_added():
    live = played((MoveKind.START, 0), *[(MoveKind.ADD_TIME, 1, {"by": MOST_ADDED})] * 2)
    remaining = live.remaining_plan
    assert live.given(0) > MOST_ADDED == remaining.given[0]
    move = Move(MoveKind.REPLAN, START + 2 * MINUTE, parts=remaining.parts, given=remaining.given)
    assert live.after(move).given(0) == MOST_ADDED


def test_going_back_keeps_the_time_already_spent():
    live = played((MoveKind.START, 0), (MoveKind.NEXT, 1), (MoveKind.BACK, 3))
    assert live.read(minute(4)).part_elapsed == 2 * MINUTE


def test_it_never_moves_on_by_itself_and_counts_past_zero():
    reading = played((MoveKind.START, 0)).read(minute(8))
    assert (reading.part, reading.left) == (0, -3 * MINUTE)


def test_added_time_is_kept_apart_from_planned_time():
    live = played((MoveKind.START, 0), (MoveKind.ADD_TIME, 1, {"by": 2 * MINUTE}))
    assert live.read(minute(1)).given == 7 * MINUTE
    assert live.parts[0].planned == 5 * MINUTE and live.added[0] == 2 * MINUTE


def test_time_taken_off_never_leaves_a_part_with_less_than_none():
    live = played((MoveKind.START, 0), (MoveKind.ADD_TIME, 1, {"by": -60 * MINUTE}))
    assert live.read(minute(1)).given == 0


def test_on_time_is_neither_late_nor_early():
    assert played((MoveKind.START, 0), (MoveKind.NEXT, 5)).read(minute(6)).late == 0


def test_a_part_that_runs_over_makes_the_circle_late():
    reading = played((MoveKind.START, 0)).read(minute(8))
    assert reading.late == 3 * MINUTE and reading.ends == minute(33)


def test_a_pause_makes_the_circle_late_too():
    assert played((MoveKind.START, 0), (MoveKind.PAUSE, 1)).read(minute(6)).late == 5 * MINUTE


def test_a_part_left_early_gives_its_time_back():
    assert played((MoveKind.START, 0), (MoveKind.NEXT, 2)).read(minute(2)).late == -3 * MINUTE


def test_before_the_start_it_ends_as_planned_and_later_when_nobody_begins():
    assert session().read(minute(-10)).late == 0
    assert session().read(minute(7)).late == 7 * MINUTE


def test_a_closed_session_can_only_be_reopened():
    closed = played((MoveKind.START, 0), (MoveKind.CLOSE, 30))
    assert closed.allowed == {MoveKind.REOPEN, MoveKind.CLOCK_SET}
    with pytest.raises(MoveRefused):
        closed.after(Move(MoveKind.PAUSE, minute(31)))
    assert closed.read(minute(99)).ends == minute(30)
    assert closed.after(Move(MoveKind.REOPEN, minute(31))).phase is Phase.PAUSED


def test_going_to_a_part_that_is_not_there_is_refused():
    with pytest.raises(MoveRefused):
        played((MoveKind.START, 0), (MoveKind.GO_TO, 1, {"part": "nowhere"}))


def test_parts_jumped_over_are_told_from_parts_held():
    live = played((MoveKind.START, 0), (MoveKind.GO_TO, 5, {"part": "close"}))
    assert live.visited == {0, 3}


def test_a_move_that_makes_no_sense_is_passed_over_when_a_session_is_taken_up():
    moves = [
        Move(MoveKind.START, minute(0)),
        Move(MoveKind.RESUME, minute(1)),
        Move(MoveKind.GO_TO, minute(1), part="nowhere"),
        Move(MoveKind.NEXT, minute(5)),
    ]
    assert session().after_all(moves) == played((MoveKind.START, 0), (MoveKind.NEXT, 5))


def test_a_session_without_parts_is_refused():
    with pytest.raises(ValueError, match="at least one part"):
        LiveSession.of_parts((), START, START + MINUTE)


def test_setting_the_clock_moves_neither_the_part_nor_the_promise():
    live = played((MoveKind.START, 0), (MoveKind.CLOCK_SET, 2, {"by": 60 * MINUTE}))
    reading = live.read(minute(62))
    assert reading.part_elapsed == 2 * MINUTE and live.hard_end == minute(30) and live.started == minute(60)


def replan(minute, parts, given, until=0):
    """A re-plan: ids in one text, minutes for each, and a new hard end."""
    end = START + until * MINUTE if until else 0
    times = tuple(time * MINUTE for time in given)
    return Move(
        MoveKind.REPLAN, START + minute * MINUTE, parts=tuple(parts.split()), given=times, hard_end=end
    )


def ids(live):
    """What is still to come."""
    return " ".join(live.remaining_plan.parts)


def test_a_re_plan_gives_the_rest_other_times_and_another_end():
    live = played((MoveKind.START, 0)).after(replan(8, "welcome round break close", (8, 10, 4, 5), until=27))
    reading = live.read(minute(8))
    assert (reading.late, reading.planned_end, reading.left) == (0, minute(27), 0)
    assert live.added == (3 * MINUTE, -5 * MINUTE, -MINUTE, 0)
    assert [part.planned for part in live.parts] == [part.planned for part in PARTS]


def test_a_re_plan_that_names_no_end_keeps_the_one_in_force():
    live = played((MoveKind.START, 0)).after(replan(1, "round break close", (15, 5, 5), until=40))
    assert live.after(replan(2, "round", (9,))).hard_end == minute(40)


def test_a_part_that_was_left_out_is_passed_over_and_takes_no_time():
    live = played((MoveKind.START, 0)).after(replan(1, "round close", (15, 5)))
    assert live.left_out == {2} and ids(live) == "welcome round close"
    assert live.read(minute(1)).late == -5 * MINUTE
    live = live.after(Move(MoveKind.NEXT, minute(5))).after(Move(MoveKind.NEXT, minute(20)))
    assert live.parts[live.current].id == "close" and live.visited == {0, 1, 3}
    assert live.after(Move(MoveKind.BACK, minute(21))).current == 1


def test_a_part_that_was_left_out_stays_standing_where_it_stood():
    live = played((MoveKind.START, 0)).after(replan(1, "round close", (15, 5)))
    assert live.order == (0, 1, 2, 3)
    live = live.after(replan(2, "close round", (5, 15)))
    assert live.order == (0, 3, 1, 2) and live.left_out == {2}


def test_going_to_a_part_that_was_left_out_takes_it_in_again():
    live = played((MoveKind.START, 0)).after(replan(1, "round close", (15, 5)))
    live = live.after(Move(MoveKind.GO_TO, minute(5), part="break"))
    assert live.left_out == frozenset() and live.read(minute(5)).given == 5 * MINUTE


def test_later_parts_can_be_put_in_another_order():
    live = played((MoveKind.START, 0)).after(replan(1, "break round close", (5, 15, 5)))
    assert ids(live) == "welcome break round close" and live.read(minute(1)).late == 0
    live = live.after(Move(MoveKind.NEXT, minute(5)))
    assert (live.current, live.part_before) == (2, 0)
    assert ids(live) == "break round close"


def test_a_part_that_was_jumped_over_can_come_later():
    live = played((MoveKind.START, 0), (MoveKind.GO_TO, 5, {"part": "break"}))
    assert ids(live) == "break close"
    live = live.after(replan(6, "round close", (15, 5)))
    assert ids(live) == "break round close" and live.order == (0, 2, 1, 3)


@pytest.mark.parametrize("parts", ["nowhere", "welcome break close", "break round"])
def test_a_re_plan_of_parts_that_are_unknown_over_or_under_way_is_refused(parts):
    live = played((MoveKind.START, 0), (MoveKind.NEXT, 5))
    with pytest.raises(MoveRefused):
        live.after(replan(6, parts, [5] * len(parts.split())))


def test_a_re_plan_is_taken_back_by_another():
    live = played((MoveKind.START, 0), (MoveKind.NEXT, 9))
    assert live.plan_before_replan is None
    changed = live.after(replan(9, "round close", (11, 5), until=31))
    back = changed.plan_before_replan
    assert (
        back
        == live.remaining_plan
        == RemainingPlan(("round", "break", "close"), (15 * MINUTE, 5 * MINUTE, 5 * MINUTE), minute(30))
    )
    undone = Move(MoveKind.REPLAN, minute(10), parts=back.parts, given=back.given, hard_end=back.hard_end)
    again = changed.after(undone)
    assert (again.remaining_plan, again.order, again.left_out) == (
        live.remaining_plan,
        live.order,
        live.left_out,
    )
    assert again.plan_before_replan == changed.remaining_plan


def test_taking_back_a_re_plan_later_leaves_what_is_over_alone():
    live = played((MoveKind.START, 0)).after(replan(1, "break close round", (5, 5, 9)))
    live = live.after(Move(MoveKind.NEXT, minute(5))).after(Move(MoveKind.NEXT, minute(10)))
    assert live.parts[live.current].id == "close"
    assert live.plan_before_replan.parts == ("close", "round")
    back = live.plan_before_replan
    undone = live.after(Move(MoveKind.REPLAN, minute(10), parts=back.parts, given=back.given))
    assert ids(undone) == "close round" and undone.given(1) == 15 * MINUTE


def test_what_is_to_come_can_be_thinned_and_put_in_order():
    ahead = session().remaining_plan
    assert ahead.without("break").parts == ("welcome", "round", "close")
    assert ahead.ordered(["close", "round"]).given == (5 * MINUTE, 15 * MINUTE)
    with pytest.raises(KeyError):
        ahead.ordered(["nowhere"])


def test_a_session_can_be_re_planned_before_it_starts():
    live = session().after(replan(-5, "round close", (12, 5)))
    assert live.phase is Phase.READY and live.read(minute(3)).late == -5 * MINUTE


def test_the_start_set_earlier_counts_the_time_before_to_the_first_part():
    live = played((MoveKind.START, 10), (MoveKind.NEXT, 14), (MoveKind.SET_START, 20, {"by": -10 * MINUTE}))
    reading = live.read(minute(20))
    assert (live.started, live.spent[0]) == (minute(0), 14 * MINUTE)
    assert (reading.session_elapsed, reading.part_elapsed) == (20 * MINUTE, 6 * MINUTE)


def test_the_start_set_later_takes_time_from_the_first_part_and_no_more_than_it_has():
    live = played((MoveKind.START, 0), (MoveKind.SET_START, 4, {"by": 4 * MINUTE}))
    assert (live.started, live.read(minute(4)).session_elapsed) == (minute(4), 0)
    with pytest.raises(MoveRefused):
        played((MoveKind.START, 0), (MoveKind.SET_START, 4, {"by": 5 * MINUTE}))


def test_the_first_part_is_the_one_the_circle_began_with():
    live = played((MoveKind.GO_TO, 0, {"part": "round"}), (MoveKind.START, 5), (MoveKind.NEXT, 7))
    live = live.after(Move(MoveKind.SET_START, minute(8), by=-5 * MINUTE))
    assert live.spent == (0, 7 * MINUTE, MINUTE, 0)


def test_pauses_are_counted_and_so_is_their_time_and_nothing_else_of_them():
    live = played(
        (MoveKind.START, 0),
        (MoveKind.PAUSE, 5),
        (MoveKind.NEXT, 6),
        (MoveKind.RESUME, 8),
        (MoveKind.PAUSE, 10),
        (MoveKind.CLOSE, 14),
    )
    assert (live.pauses, live.paused) == (2, 7 * MINUTE)


@pytest.mark.parametrize(
    ("parts", "given"), [(("a",), ()), (("a", "a"), (1, 1)), (("a",), (-1,)), (("a",), (MOST_ADDED + 1,))]
)
def test_a_re_plan_that_cannot_be_is_refused_where_it_is_made(parts, given):
    with pytest.raises(ValueError, match="part"):
        Move(MoveKind.REPLAN, START, parts=parts, given=given)


def rest_of_the_evening(kind, dice):
    """Some re-plan: parts in some order, with some time each."""
    if kind is not MoveKind.REPLAN:
        return {}
    chance = random.Random(dice)
    parts = chance.sample([part.id for part in PARTS], chance.randrange(5))
    return {"parts": tuple(parts), "given": tuple(chance.randrange(20) * MINUTE for _ in parts)}


script = st.lists(
    st.tuples(
        st.sampled_from(MoveKind),
        st.integers(0, 100_000),
        st.integers(-7_200_000, 7_200_000),
        st.sampled_from(["welcome", "round", "break", "close"]),
    ),
    max_size=40,
)


@given(script)
def test_the_session_counts_running_time_and_nothing_else(moves):
    """Whatever the moves, and however the laptop's clock is set forward or back."""
    live, room, wall, running, paused = session(), START, 0, 0, 0
    for kind, wait, by, part in moves:
        room += wait
        running += wait if live.phase is Phase.RUNNING else 0
        paused += wait if live.phase is Phase.PAUSED else 0
        move = Move(kind, room + wall, part=part, by=by, **rest_of_the_evening(kind, by))
        try:
            live = live.after(move)
        except MoveRefused:
            continue
        wall += by if kind is MoveKind.CLOCK_SET else 0
        running -= by if kind is MoveKind.SET_START else 0
        assert sorted(live.order) == [0, 1, 2, 3] and live.current not in live.left_out
        assert min(live.spent) >= 0
        assert live.paused == paused - (room + wall - live.since if live.phase is Phase.PAUSED else 0)
    reading = live.read(room + wall)
    assert (
        reading.session_elapsed
        == running
        == sum(live.spent) + (room + wall - live.since if live.phase is Phase.RUNNING else 0)
    )


@given(script)
def test_readings_never_run_backwards(moves):
    live, at = session(), START
    for kind, wait, _, part in moves:
        if kind in live.allowed and kind is not MoveKind.CLOCK_SET:
            at += wait
            before = live.read(at).session_elapsed
            try:
                live = live.after(Move(kind, at, part=part, **rest_of_the_evening(kind, wait)))
            except MoveRefused:
                continue
            assert live.read(at - 5_000).session_elapsed >= before


@given(st.lists(st.tuples(st.integers(0, 20 * MINUTE), st.integers(-3_600_000, 3_600_000)), max_size=30))
def test_readings_are_monotone_under_any_clock_script(clock):
    """Each time the clock is set it is told, and the time on the part only ever grows."""
    live, room, wall, read = played((MoveKind.START, 0)), START, 0, []
    for wait, by in clock:
        room, wall = room + wait, wall + by
        live = live.after(Move(MoveKind.CLOCK_SET, room + wall, by=by))
        read.append(live.read(room + wall))
    assert all(a.part_elapsed <= b.part_elapsed and a.left >= b.left for a, b in pairwise(read))


def test_a_part_without_a_clock_is_read_as_one_and_counts_towards_the_end():
    circle = (TimedPart("circle", 20 * MINUTE, MINUTE, Cut.LAST, clock=False), *PARTS[3:])
    live = LiveSession.of_parts(circle, START, START + 25 * MINUTE).after(Move(MoveKind.START, START))
    assert not live.read(minute(1)).clock and live.read(minute(30)).late == 10 * MINUTE
    assert live.after(Move(MoveKind.NEXT, minute(2))).read(minute(3)).clock
