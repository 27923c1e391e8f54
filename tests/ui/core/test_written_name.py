from dataclasses import replace

import pytest

from dialogue_desk.desk.session.closing_edits import set_officers, set_step_state, set_top_themes
from dialogue_desk.desk.session.session_edits import set_attendance, set_ground_rules
from dialogue_desk.domain.model.circles import Officers, Program
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone

CONCERN = Note(NoteKind.CONCERN, "Stops near the school feel random.\nNobody says why.")


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (lambda desk, session, _: set_attendance(desk, session, 9), "the attendance"),
        (lambda desk, session, _: set_officers(desk, session, Officers.PRESENT), "the attendance"),
        (
            lambda desk, session, _: set_step_state(desk, session, CloseStep.DEBRIEF, StepState.DONE),
            "a step of the wrap-up",
        ),
        (lambda desk, session, _: desk.add(session, CONCERN), "the note “Stops near the school feel rando…”"),
        (lambda desk, session, _: set_top_themes(desk, session, ()), "top themes"),
        (lambda desk, _, circle: set_ground_rules(desk, circle, ["One at a time."]), "ground rules"),
    ],
)
def test_what_is_undone_and_redone_is_named(desk, context, session_id, write, name):
    write(desk, session_id, desk.get(session_id).owner)
    assert what_can_be_undone(desk, context.words)[0] == name
    undo(desk, context)
    assert context.toast.sentence() == f"Undone: {name}"
    assert what_can_be_undone(desk, context.words)[1] == name
    redo(desk, context)
    assert context.toast.sentence() == f"Redone: {name}"


def test_after_two_notes_it_is_told_which_one_undo_takes_back(desk, context, session_id):
    for text in ("The lamp is broken.", "Stops feel random."):
        desk.add(session_id, Note(NoteKind.CONCERN, text))
    undo(desk, context)
    assert context.toast.sentence() == "Undone: the note “Stops feel random.”"
    assert what_can_be_undone(desk, context.words) == (
        "the note “The lamp is broken.”",
        "the note “Stops feel random.”",
    )


def test_how_many_notes_were_coded_is_told(desk, context, session_id):
    program = desk.add(NO_OWNER, Program("Oak Street"))
    for count, name in ((1, "the themes of a note"), (3, "the themes of 3 notes")):
        coded = [desk.add(session_id, replace(CONCERN, text=f"Note {one}.")) for one in range(count)]
        writes = (Write.of(coding_id(program, note), program, Coding(note)) for note in coded)
        desk.perform(Edit(Act.WRITE, tuple(writes)))
        assert what_can_be_undone(desk, context.words)[0] == name
