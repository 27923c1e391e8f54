"""The live session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.guide import Cut
from dialogue_desk.domain.ids import MINUTE
from dialogue_desk.domain.live_session import LiveSession, Move, MoveKind, MoveRefused, Phase, TimedPart

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
    assert live.read(minute(9)).on_part == MINUTE


def test_going_back_keeps_the_time_already_spent():
    live = played((MoveKind.START, 0), (MoveKind.NEXT, 1), (MoveKind.BACK, 3))
    assert live.read(minute(4)).on_part == 2 * MINUTE


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
    assert reading.on_part == 2 * MINUTE and live.hard_end == minute(30) and live.started == minute(60)


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
    live, room, wall, running = session(), START, 0, 0
    for kind, wait, by, part in moves:
        room += wait
        if live.phase is Phase.RUNNING:
            running += wait
        if kind not in live.allowed:
            continue
        if kind is MoveKind.CLOCK_SET:
            wall += by
        live = live.after(Move(kind, room + wall, part=part, by=by))
    reading = live.read(room + wall)
    assert (
        reading.on_session
        == running
        == sum(live.spent) + (room + wall - live.since if live.phase is Phase.RUNNING else 0)
    )


@given(script)
def test_readings_never_run_backwards(moves):
    live, at = session(), START
    for kind, wait, _, part in moves:
        if kind in live.allowed and kind is not MoveKind.CLOCK_SET:
            at += wait
            before = live.read(at).on_session
            live = live.after(Move(kind, at, part=part))
            assert live.read(at - 5_000).on_session >= before
