from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from tests.ui.run.steps import press
from tests.ui.sessions import begun


def test_one_key_shows_the_ground_rules_and_takes_them_away(running, qtbot):
    press(qtbot, Qt.Key.Key_G)
    assert running.center.page is running.rules
    press(qtbot, Qt.Key.Key_Escape)
    assert running.center.page is running.card


def test_the_clock_goes_on_while_the_ground_rules_are_read(running, clock, qtbot):
    press(qtbot, Qt.Key.Key_G)
    clock.advance(MINUTE)
    running._controller.tick()
    assert running._controller.read().part_elapsed == MINUTE


def test_ground_rules_can_be_read_while_notes_are_taken(run_page, session_id, qtbot):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    press(qtbot, Qt.Key.Key_G)
    assert page.rules.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.rules.isVisible()
    assert QApplication.focusWidget() is page.notes.note_input.box


def test_space_goes_on_in_the_session_while_no_page_lies_over_the_part(running):
    assert not running.center.press_primary()
    running.center.toggle_rules()
    assert running.center.press_primary()
    assert running.center.page is running.card


def test_a_page_that_is_folded_away_is_not_pressed(running):
    running.center.toggle_rules()
    running.resize(700, 700)
    running.panels.bring_forward("notes")
    assert not running.rules.isVisible()
    assert not running.center.press_primary()
    assert running.center.page is running.rules


def test_the_part_is_not_put_away(running, qtbot):
    running.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert running.center.page is running.card


def test_the_ground_rules_stay_when_the_page_of_a_tool_goes(running):
    running.tools.show_go_round()
    running.center.toggle_rules()
    running.tools.page_closed.emit()
    assert running.center.page is running.rules


def test_the_plan_gives_way_to_the_pause_that_it_was_opened_in(running):
    running.tools.pause_and_cool_down()
    running.planning.toggle()
    assert running.center.page is running.planning.sheet
    running.planning.toggle()
    assert running.center.page is running.tools.cool_down


def test_another_session_begins_with_its_part(running, desk, shelf):
    running.center.toggle_rules()
    running.show_session(begun(desk, shelf, code="C09"))
    assert running.center.page is running.card
