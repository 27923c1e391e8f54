"""Edits made while a session is wrapped up: each function is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers, Session
from dialogue_desk.domain.model.closing import (
    DOT_VOTE,
    CloseStep,
    ClosingStep,
    DotVote,
    Fact,
    ReadBack,
    StepState,
    Tally,
    TopThemes,
    fact_id,
    fact_of,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write


def set_step_state(desk: Desk, session_id: RecordId, step: CloseStep, state: StepState) -> Outcome:
    """Save the state that a person gave a step."""
    return _put_fact(desk, session_id, ClosingStep(step, state))


def set_read_back(desk: Desk, session_id: RecordId, said: RecordId, *, read: bool = True) -> Outcome:
    """Save whether a note or an action idea was read to the circle."""
    return _put_fact(desk, session_id, ReadBack(said, read))


def set_top_themes(desk: Desk, session_id: RecordId, themes: Sequence[RecordId]) -> Outcome:
    """Save the top themes, in this order."""
    return _put_fact(desk, session_id, TopThemes(tuple(themes)))


def set_tally(desk: Desk, session_id: RecordId, tally: Tally) -> Outcome:
    """Save how many people gave each answer of a category."""
    return _put_fact(desk, session_id, tally)


def set_dot_vote(desk: Desk, session_id: RecordId, vote: DotVote) -> Outcome:
    """Save how many dots each person had, and how many people voted."""
    return _put_fact(desk, session_id, vote)


def remove_dot_vote(desk: Desk, folder: SessionFolder) -> Outcome:
    """Remove the dot vote of a session, and the dots of its ideas."""
    writes = [Write(fact_id(folder.id, DOT_VOTE), Kind.DOT_VOTE, folder.id, None)]
    writes += [
        Write.of(action.id, action.owner, replace(action.body, dots=None))
        for action in folder.actions
        if action.body.dots is not None
    ]
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def set_officers(desk: Desk, session_id: RecordId, officers: Officers | None) -> Outcome:
    """Save whether police officers were in the room; None for not said.

    Raises:
        KeyError: when there is no such session.
    """
    record = desk.get(session_id)
    if record is None or not isinstance(record.body, Session):
        raise KeyError(session_id)
    return desk.rewrite(session_id, replace(record.body, officers=officers))


def _put_fact(desk: Desk, session_id: RecordId, fact: Fact) -> Outcome:
    return desk.put(fact_id(session_id, fact_of(fact)), session_id, fact)
