"""Values from outside that no screen could show are refused where they are made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import LATEST_INSTANT, MINUTE
from dialogue_desk.domain.model.live_session import MOST_ADDED, LiveSession, Move, MoveKind, TimedPart
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind

FAR = (-1, LATEST_INSTANT + 1, 10**17, 2**63 - 1)


def session(**more):
    return Session(**({"number": 1, "plan": "", "guides": (), "start": 5, "hard_end": 9, "people": 8} | more))


@pytest.mark.parametrize("at", FAR)
def test_an_instant_without_a_date_is_refused(at):
    for make in (
        lambda: session(start=at, hard_end=at + MINUTE),
        lambda: Note(NoteKind.HOPE, "x", said_at=at),
        lambda: ActionIdea("x", said_at=at),
        lambda: Move(MoveKind.START, at),
    ):
        with pytest.raises(ValueError, match="date"):
            make()


@pytest.mark.parametrize("by", [MOST_ADDED + 1, -MOST_ADDED - 1, 2**63 - 1])
def test_more_time_than_a_session_can_take_is_refused(by):
    with pytest.raises(ValueError, match="30 hours"):
        Move(MoveKind.ADD_TIME, 5, by=by)


@pytest.mark.parametrize("by", [LATEST_INSTANT, -LATEST_INSTANT])
def test_clocks_set_again_and_again_still_show_a_date(by):
    live = LiveSession.of_parts((TimedPart("a", MINUTE, 0, Cut.NEVER),), 5, MINUTE)
    moves = [
        Move(MoveKind.START, MINUTE),
        *[Move(MoveKind.CLOCK_SET, 5, by=by)] * 20,
        Move(MoveKind.CLOSE, 5),
    ]
    live = live.after_all(moves)
    for at in (live.since, live.started, live.closed, live.read(0).ends):
        assert datetime.fromtimestamp(at / 1000, UTC).year <= 9000
