"""Attendance: the head count, the police officers, and the notes by kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.widgets.chips import Chip
from tests.ui.closing.on_page import press, type_number
from tests.ui.seen import words_on


def test_the_head_count_is_typed_and_kept(at, desk, evening, qtbot):
    at(CloseStep.ATTENDANCE)
    box = QApplication.focusWidget()
    assert box.accessibleName() == "How many people were there?"
    assert "11 people were expected" in box.accessibleDescription()
    type_number(qtbot, box, 14)
    assert desk.get(evening).body.present == 14
    desk.undo()
    assert desk.get(evening).body.present is None and box.text() == "not counted"


def test_officers_present_or_not_is_one_choice_that_can_be_taken_back(at, desk, evening, qtbot):
    pane = at(CloseStep.ATTENDANCE)
    chips = pane.findChildren(Chip)
    chips[1].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert desk.get(evening).body.officers is Officers.PARTLY
    press(qtbot, Qt.Key.Key_Space)
    assert desk.get(evening).body.officers is None


def test_the_notes_are_counted_by_kind(at):
    told = words_on(at(CloseStep.ATTENDANCE))
    assert {"Concern 2", "Debrief 1", "Quote 2", "Action ideas 2", "12 notes"} <= set(told)
