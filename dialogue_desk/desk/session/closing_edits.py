"""Closing a session: each function is one edit, undone in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers, Session
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    ReadBack,
    StepState,
    Tally,
    TopThemes,
    fact_id,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write

TOP_THEMES = "themes"
DOT_VOTE = "dot vote"
"""What the facts are called that no step and no record gives its name."""


def set_step_state(desk: Desk, session_id: RecordId, step: CloseStep, state: StepState) -> Outcome:
    """Keep what a person said of a step."""
    return desk.put(fact_id(session_id, step), session_id, ClosingStep(step, state))


def set_read_back(desk: Desk, session_id: RecordId, said: RecordId, *, read: bool = True) -> Outcome:
    """Keep that a note or an action idea was read to the circle, or that it was not."""
    return desk.put(fact_id(session_id, said), session_id, ReadBack(said, read))


def set_top_themes(desk: Desk, session_id: RecordId, themes: Sequence[RecordId]) -> Outcome:
    """Let these be the top themes, in this order."""
    return desk.put(fact_id(session_id, TOP_THEMES), session_id, TopThemes(tuple(themes)))


def set_tally(desk: Desk, session_id: RecordId, tally: Tally) -> Outcome:
    """Keep how many people gave each answer of a category."""
    return desk.put(fact_id(session_id, tally.category), session_id, tally)


def set_dot_vote(desk: Desk, session_id: RecordId, vote: DotVote) -> Outcome:
    """Keep how many dots there were to give."""
    return desk.put(fact_id(session_id, DOT_VOTE), session_id, vote)


def remove_dot_vote(desk: Desk, folder: SessionFolder) -> Outcome:
    """Let the ideas of a session be weighed no more: their dots go too."""
    writes = [Write(fact_id(folder.id, DOT_VOTE), Kind.DOT_VOTE, folder.id, None)]
    writes += [
        Write.of(action.id, action.owner, replace(action.body, dots=None))
        for action in folder.actions
        if action.body.dots is not None
    ]
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def set_officers(desk: Desk, session_id: RecordId, officers: Officers | None) -> Outcome:
    """Keep whether police officers were in the room.

    Raises:
        KeyError: when there is no such session.
    """
    record = desk.get(session_id)
    if record is None or not isinstance(record.body, Session):
        raise KeyError(session_id)
    return desk.rewrite(session_id, replace(record.body, officers=officers))
