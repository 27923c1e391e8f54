from __future__ import annotations

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Move, MoveKind, TimedPart
from dialogue_desk.domain.practice.challenges import Challenge
from dialogue_desk.domain.practice.leading import Ending, Led, Met, led

START, END = 1_000 * MINUTE, 1_060 * MINUTE
PARTS = tuple(TimedPart(name, 20 * MINUTE, 5 * MINUTE, Cut.LAST) for name in ("stories", "talk", "closing"))
MET = (Met(Challenge(MINUTE, "tears"), 14_000),)


def after(*moves: tuple[MoveKind, int], **plan: object) -> LiveSession:
    """Return the session after moves, each at so many minutes from its start."""
    live = LiveSession.of_parts(PARTS, START, END)
    for kind, minute in moves:
        more = plan if kind is MoveKind.REPLAN else {}
        live = live.after(Move(kind, START + minute * MINUTE, **more))  # type: ignore[arg-type]
    return live


def at(live: LiveSession, minute: int) -> Led:
    return led(live, MET, START + minute * MINUTE)


BEGIN = (MoveKind.START, 0)


def test_a_session_that_went_as_planned_kept_everything() -> None:
    whole = after(BEGIN, (MoveKind.NEXT, 20), (MoveKind.NEXT, 40), (MoveKind.CLOSE, 60))
    assert at(whole, 70) == Led(MET, 3, 3, (), (), Ending.KEPT, 0)


def test_what_was_cut_is_told_in_the_order_of_the_session() -> None:
    replan = {"parts": ("stories", "closing"), "given": (10 * MINUTE, 20 * MINUTE)}
    cut = after(BEGIN, (MoveKind.REPLAN, 5), (MoveKind.NEXT, 10), (MoveKind.CLOSE, 30), **replan)
    found = at(cut, 30)
    assert (found.left_out, found.shortened) == (("talk",), ("stories",))
    assert found.ending is Ending.KEPT
    assert found.late == -30 * MINUTE


def test_a_closing_that_was_left_out_is_told() -> None:
    replan = {"parts": ("stories", "talk"), "given": (20 * MINUTE, 20 * MINUTE)}
    assert at(after(BEGIN, (MoveKind.REPLAN, 5), **replan), 10).ending is Ending.LEFT_OUT


def test_a_closing_with_too_little_time_is_told() -> None:
    hurried = after(BEGIN, (MoveKind.NEXT, 30), (MoveKind.NEXT, 62), (MoveKind.CLOSE, 65))
    assert at(hurried, 65).ending is Ending.SHORT
    assert at(hurried, 65).late == 5 * MINUTE


def test_a_session_that_is_stopped_did_not_reach_its_closing() -> None:
    stopped = at(after(BEGIN, (MoveKind.NEXT, 20)), 30)
    assert (stopped.ending, stopped.reached, stopped.parts) == (Ending.NOT_REACHED, 2, 3)
    assert stopped.left_out == ()


def test_a_part_that_was_jumped_over_counts_as_left_out() -> None:
    live = after(BEGIN).after(Move(MoveKind.GO_TO, START + 20 * MINUTE, part="closing"))
    assert at(live, 30).left_out == ("talk",)
