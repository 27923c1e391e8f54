"""Edits made while a session is wrapped up: each function is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.closing.coverage import (
    covered,
    marks_for_export,
    themes_raised,
    with_other_audiences,
)
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Officers, Session
from dialogue_desk.domain.model.closing import (
    DOT_VOTE,
    CloseStep,
    ClosingStep,
    DotVote,
    Fact,
    Marks,
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
from dialogue_desk.domain.records.marks import Thing, marks_of
from dialogue_desk.domain.records.wording import SAID


def set_step_state(
    desk: Desk,
    session_id: RecordId,
    step: CloseStep,
    state: StepState,
    *,
    debrief: bool = False,
    answered: bool = False,
) -> Outcome:
    """Save the state that a person gave a step, and what the step is about at this moment.

    ``debrief``: the privacy check was about the debrief too.  ``answered``: each of its matches has an
    answer.
    """
    saw: Marks = ()
    if state is StepState.DONE:
        records = session_scope(desk, session_id)
        if step is CloseStep.EXPORT:
            return set_exported(desk, session_id, marks_for_export(records, session_id, Profile.ORGANIZER))
        saw = marks_of(covered(records, session_id, step, debrief=debrief))
    return _put_fact(desk, session_id, ClosingStep(step, state, saw, answered))


def set_exported(desk: Desk, session_id: RecordId, got: Marks) -> Outcome:
    """Save that a session was exported; ``got`` are the marks of what is in the files."""
    record = desk.get(fact_id(session_id, CloseStep.EXPORT))
    editions = () if record is None else record.editions
    before = [mark for one in editions if isinstance(one.body, ClosingStep) for mark in one.body.saw or ()]
    saw = with_other_audiences(got, tuple(before))
    return _put_fact(desk, session_id, ClosingStep(CloseStep.EXPORT, StepState.DONE, saw))


def set_read_back(desk: Desk, session_id: RecordId, said: RecordId, *, read: bool = True) -> Outcome:
    """Save whether a note or an action idea was read to the circle, in the words it has."""
    record = desk.get(said)
    saw = () if record is None else marks_of((Thing(record, SAID),))
    return _put_fact(desk, session_id, ReadBack(said, read, saw))


def set_top_themes(desk: Desk, session_id: RecordId, themes: Sequence[RecordId]) -> Outcome:
    """Save the top themes, in this order, and among which they were chosen."""
    saw = marks_of(themes_raised(session_scope(desk, session_id), session_id))
    return _put_fact(desk, session_id, TopThemes(tuple(themes), saw))


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
