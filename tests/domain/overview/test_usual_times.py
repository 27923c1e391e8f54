"""What the sessions of a circle tell of its time."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.overview.usual_times import KindTimes, times_by_part_kind
from tests.reports.folders import MOVES, RUN, START, a_folder


def evening(welcome, close, *, until=None):
    """A session in which the break was left out, with minutes for the two parts that were held."""
    moves = [
        Move(MoveKind.START, START, RUN, 1),
        Move(MoveKind.REPLAN, START, RUN, 2, parts=("welcome", "close"), given=(5 * MINUTE, 4 * MINUTE)),
        Move(MoveKind.NEXT, START + welcome * MINUTE, RUN, 3),
        Move(MoveKind.CLOSE, START + (welcome + close) * MINUTE, RUN, 4),
    ]
    return a_folder(moves=moves[:until])


def test_planned_adapted_and_actual_are_told_by_kind_of_part():
    told = {times.kind: times for times in times_by_part_kind([evening(7, 5), evening(6, 3)])}
    assert told[PartKind.CLOSING] == KindTimes(
        PartKind.CLOSING, 2, 0, planned=10 * MINUTE, adapted=8 * MINUTE, spent=8 * MINUTE, over=0
    )
    assert told[PartKind.BREAK] == KindTimes(PartKind.BREAK, 0, 2, 0, 0, 0, 0)
    assert told[PartKind.WELCOME].spent == 13 * MINUTE


def test_what_runs_over_each_time_is_known_for_it_and_within_a_minute_is_on_time():
    told = {times.kind: times for times in times_by_part_kind([evening(7, 9), evening(8, 6)])}
    assert told[PartKind.WELCOME].always_over
    assert (told[PartKind.CLOSING].over, told[PartKind.CLOSING].always_over) == (1, False)


def test_once_is_not_always_and_never_held_is_never_over():
    told = {times.kind: times for times in times_by_part_kind([evening(9, 9)])}
    assert not any(times.always_over for times in told.values())


def test_a_session_that_is_not_over_tells_nothing_yet():
    assert times_by_part_kind([evening(9, 9, until=2), a_folder(moves=()), evening(9, 9, until=3)]) == ()


def test_a_part_that_was_jumped_over_was_not_held():
    told = {times.kind: times for times in times_by_part_kind([a_folder(moves=MOVES)])}
    assert (told[PartKind.BREAK].held, told[PartKind.BREAK].left_out) == (0, 1)
