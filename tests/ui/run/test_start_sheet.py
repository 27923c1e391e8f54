import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from tests.ui.run.steps import live, press


def test_a_late_start_is_asked_about(waiting, qtbot, said, clock):
    press(qtbot, Qt.Key.Key_Space)
    sheet = waiting.planning.start_sheet
    assert sheet.isVisible()
    assert live(waiting).phase is Phase.READY
    assert said[-1] == "It is 7:09 PM. The session was planned for 7:00."
    assert QApplication.focusWidget() is sheet.now_button
    clock.advance(MINUTE)
    waiting._controller.tick()
    assert sheet.sentence() == "It is 7:10 PM. The session was planned for 7:00."
    press(qtbot, Qt.Key.Key_Return)
    assert live(waiting).started == clock.now()
    assert not sheet.isVisible()
    assert waiting.top.drift.text() == "10 min late: adjust the plan"
    assert waiting.top.drift.isVisible()


def test_a_late_start_can_count_from_when_it_was_to_begin(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert live(waiting).phase is Phase.RUNNING
    assert live(waiting).started == clock.now() - 9 * MINUTE
    assert "on time" in waiting.top._time.text()
    assert waiting.card.ring.clock() == "3:00"


def test_a_remote_starts_with_its_second_press(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(waiting).phase is Phase.READY
    press(qtbot, Qt.Key.Key_PageDown)
    assert (live(waiting).phase, live(waiting).current) == (Phase.RUNNING, 0)
    assert waiting.card.isVisible()


def test_a_late_start_can_be_at_another_time(waiting, qtbot, clock):
    press(qtbot, Qt.Key.Key_P)
    sheet = waiting.planning.start_sheet
    sheet.other_button.click()
    assert live(waiting).phase is Phase.RUNNING
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.time
    sheet.time.show_value(sheet.time.stepped(sheet.time.value(), -1))
    press(qtbot, Qt.Key.Key_Return)
    assert live(waiting).started == clock.now() - 5 * MINUTE
    assert waiting.card.isVisible()


def test_a_late_start_can_wait(waiting, qtbot):
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Escape)
    assert waiting.card.isVisible()
    assert live(waiting).phase is Phase.READY


@pytest.mark.parametrize("minutes", [0, 1, 121])
def test_on_time_or_after_the_end_nothing_is_asked(run_page, session_id, clock, qtbot, minutes):
    clock.advance(minutes * MINUTE)
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_Space)
    assert live(page).phase is Phase.RUNNING


def test_the_real_start_is_set_later(run_page, session_id, clock, qtbot):
    clock.advance(9 * MINUTE)
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_P)
    press(qtbot, Qt.Key.Key_Return)
    started = live(page).started
    clock.advance(3 * MINUTE)
    page._controller.tick()
    page.rail.start_wanted.emit()
    sheet = page.planning.start_sheet
    assert QApplication.focusWidget() is sheet.time
    assert sheet.time.text() == "7:09 PM"
    qtbot.keyClicks(sheet.time, "about seven")
    press(qtbot, Qt.Key.Key_Return)
    assert sheet.isVisible() and sheet.field.error().startswith("“about seven” is not a time.")
    qtbot.keyClicks(sheet.time, "7.04")
    press(qtbot, Qt.Key.Key_Return)
    assert live(page).started == started - 5 * MINUTE
    assert page.card.isVisible()
    assert page._controller.read().part_elapsed == 8 * MINUTE


def test_a_start_that_cannot_have_been_has_its_words(late, qtbot):
    late.rail.start_wanted.emit()
    sheet = late.planning.start_sheet
    sheet.time.show_value(sheet.time.stepped(sheet.time.value(), 8))
    press(qtbot, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.field.error().startswith("It cannot have started then")
    press(qtbot, Qt.Key.Key_Escape)
    assert late.card.isVisible()
