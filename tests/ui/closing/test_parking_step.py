"""What happens with what was parked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.ui.widgets.chips import Chip
from tests.ui.closing.on_page import press, rows
from tests.ui.seen import button_saying, words_on


def test_a_parked_note_is_kept_for_next_time_or_dealt_with(at, page, folders, evening, qtbot):
    at(CloseStep.PARKING_LOT)
    assert isinstance(QApplication.focusWidget(), Chip)
    press(qtbot, Qt.Key.Key_Space)
    assert parked(folders, evening) is Parked.NEXT_TIME
    assert rows(page)[CloseStep.PARKING_LOT] == "done"
    press(qtbot, Qt.Key.Key_Right)
    assert parked(folders, evening) is Parked.DEALT_WITH
    press(qtbot, Qt.Key.Key_Space)
    assert parked(folders, evening) is Parked.OPEN


def parked(folders, session_id):
    return folders.session(session_id).notes_of(NoteKind.PARKING_LOT)[0].body.parked


def test_a_parked_note_becomes_an_action_idea_or_a_question_and_undo_brings_it_back(
    at, page, desk, folders, evening
):
    pane = at(CloseStep.PARKING_LOT)
    button_saying(pane, "Make it an action idea").click()
    assert "Parking on market days." in [action.body.what for action in folders.session(evening).actions]
    assert "Nothing was parked" in words_on(pane) and rows(page)[CloseStep.PARKING_LOT] == "nothing to do"
    desk.undo()
    button_saying(pane, "Make it a question").click()
    assert "Parking on market days." in [
        note.body.text for note in folders.session(evening).notes_of(NoteKind.QUESTION)
    ]
    desk.undo()
    assert parked(folders, evening) is Parked.OPEN


def test_what_is_parked_and_sensitive_is_not_made_an_action_idea_for_all_to_read(at, desk, folders, evening):
    pane = at(CloseStep.PARKING_LOT)
    (note,) = folders.session(evening).notes_of(NoteKind.PARKING_LOT)
    desk.rewrite(note.id, replace(note.body, sensitive=True))
    QApplication.processEvents()
    assert "Make it an action idea" not in words_on(pane) and "Make it a question" in words_on(pane)
    pane._make_idea(note.id)
    assert desk.get(note.id).body.sensitive
