"""Closing a session on a desk: kept, undone in one step, and the same record on every laptop."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.session.closing_edits import (
    remove_dot_vote,
    set_dot_vote,
    set_officers,
    set_read_back,
    set_step_state,
    set_tally,
    set_top_themes,
)
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Officers, Program
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.desk.partners import import_unjudged


@pytest.fixture
def desks(tmp_path):
    made = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2)]
    yield made
    for desk in made:
        desk.file.close()


@pytest.fixture
def desk(desks):
    return desks[0]


def folder_of(desk, session_id):
    return Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)


def hand_on(desk, other):
    records = {record.id: record for record in desk.file.records.everything()}
    import_unjudged(other, [IncomingPackage(desk.device, "stick.dialogue", records)])


def closing(desk, session_id):
    return folder_of(desk, session_id).closing


def test_every_fact_of_a_close_has_a_record_of_its_own(desk):
    session_id = begun(desk)
    said = desk.add(session_id, note("Stops feel random."))
    for step in CloseStep:
        set_step_state(desk, session_id, step, StepState.LATER)
    set_read_back(desk, session_id, said)
    set_top_themes(desk, session_id, [RecordId("t")])
    set_dot_vote(desk, session_id, DotVote(3, 9))
    set_tally(desk, session_id, Tally(RecordId("age"), (("under 30", 4),)))
    known = closing(desk, session_id)
    assert known.steps == dict.fromkeys(CloseStep, StepState.LATER)
    assert known.read == {said} and known.top_themes == ("t",) and known.vote == DotVote(3, 9)
    assert known.tallies[RecordId("age")].counts == (("under 30", 4),)
    set_step_state(desk, session_id, CloseStep.DEBRIEF, StepState.DONE)
    set_read_back(desk, session_id, said, read=False)
    assert closing(desk, session_id).steps[CloseStep.DEBRIEF] is StepState.DONE
    assert not closing(desk, session_id).read
    desk.undo()
    assert closing(desk, session_id).read == {said}


def test_two_laptops_that_close_alike_agree_and_otherwise_a_person_is_asked(desks):
    one, other = desks
    session_id = begun(one)
    hand_on(one, other)
    for desk in desks:
        set_step_state(desk, session_id, CloseStep.DEBRIEF, StepState.DONE)
    set_dot_vote(one, session_id, DotVote(3, 9))
    hand_on(one, other)
    assert closing(other, session_id).steps == {CloseStep.DEBRIEF: StepState.DONE}
    assert closing(other, session_id).vote == DotVote(3, 9)


def test_a_vote_that_is_taken_back_takes_its_dots_along(desk):
    session_id = begun(desk)
    set_dot_vote(desk, session_id, DotVote(3, 9))
    desk.add(session_id, ActionIdea("A lamp walk", dots=5))
    remove_dot_vote(desk, folder_of(desk, session_id))
    after = folder_of(desk, session_id)
    assert after.closing.vote is None and after.actions[0].body.dots is None
    desk.undo()
    assert folder_of(desk, session_id).actions[0].body.dots == 5
    assert closing(desk, session_id).vote == DotVote(3, 9)


def test_whether_officers_were_there_is_kept(desk):
    session_id = begun(desk)
    set_officers(desk, session_id, Officers.PARTLY)
    assert folder_of(desk, session_id).session.officers is Officers.PARTLY
    with pytest.raises(KeyError):
        set_officers(desk, RecordId("none"), None)


@pytest.mark.parametrize(("present", "leaves"), [(None, False), (9, False), (10, True)])
def test_tallies_leave_only_where_the_head_count_allows(desk, present, leaves):
    program = desk.add(NO_OWNER, Program("Bridges"))
    category = desk.add(program, TallyCategory("Age", ("under 30", "over 30")))
    session_id = begun(desk, circle=Circle("C07", "Library", program))
    set_tally(desk, session_id, Tally(category, (("under 30", 4),)))
    set_attendance(desk, session_id, present)
    kinds = {record.kind for record in session_records(desk, folder_of(desk, session_id))}
    assert (Kind.TALLY in kinds) is leaves
    assert Kind.TALLY_CATEGORY in kinds
