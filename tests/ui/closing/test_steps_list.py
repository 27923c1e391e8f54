"""The steps beside the pane or above it, and which comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.closing.steps_list import next_open
from tests.ui.closing.on_page import press
from tests.ui.seen import words_on


def test_a_reader_hears_each_step_and_its_state(page):
    assert page.steps.list.rows()[3].accessible_text == "Parking lot. open · 1 to decide."


def test_where_the_window_is_narrow_the_steps_are_one_choice(page, qtbot):
    page.resize(820, 640)
    QApplication.processEvents()
    assert page.steps.top.isVisible() and not page.steps.side.isVisible()
    assert page.steps.select.currentText() == f"Read back: {page.steps.list.rows()[0].detail}"
    assert page.steps.list.rows()[0].detail.startswith("open · 0 of ")
    assert " read" in page.steps.select.currentText()
    page.steps.select.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert page._panes.pane(CloseStep.TOP_THEMES).isVisible()
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.steps.select.hasFocus()


def test_the_keyboard_stays_on_the_steps_when_the_window_grows_narrow_and_wide(page):
    page.resize(820, 640)
    QApplication.processEvents()
    assert page.steps.select.hasFocus()
    page.resize(1366, 768)
    QApplication.processEvents()
    assert page.steps.list.hasFocus()


def standing(**states):
    """Return all steps as open, but for those named by their status."""
    return [StepProgress(step, states.get(step.name, StepStatus.OPEN)) for step in CloseStep]


def test_the_next_open_step_comes_after_this_one_and_goes_round_at_the_end():
    assert next_open(standing(), CloseStep.ACTIONS).step is CloseStep.PARKING_LOT
    assert next_open(standing(), CloseStep.EXPORT).step is CloseStep.READ_BACK
    steps = standing(READ_BACK=StepStatus.DONE, TOP_THEMES=StepStatus.NOTHING)
    assert next_open(steps, CloseStep.EXPORT).step is CloseStep.ACTIONS


def test_a_step_left_for_later_comes_only_when_no_other_is_open():
    later = standing(TOP_THEMES=StepStatus.LATER)
    assert next_open(later, CloseStep.READ_BACK).step is CloseStep.ACTIONS
    done = {step.name: StepStatus.DONE for step in CloseStep}
    only_later = standing(**done | {"DEBRIEF": StepStatus.LATER})
    assert next_open(only_later, CloseStep.EXPORT).step is CloseStep.DEBRIEF
    assert next_open(standing(**done), CloseStep.EXPORT) is None


def test_the_list_says_how_many_steps_are_done(page):
    assert "2 of 9 done" in words_on(page.steps.side)
