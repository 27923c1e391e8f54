"""Twelve were expected, nine came: a session is changed while it runs, through the real window."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.prepare.session_sheet import SessionSheet
from tests.ui.seen import button_saying

Key = Qt.Key


@pytest.fixture
def page(run_page, session_id):
    return run_page(session_id)


def opened(page, qtbot):
    qtbot.mouseClick(page.rail._people, Qt.MouseButton.LeftButton)
    sheet = page.window().findChild(SessionSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def typed(qtbot, line, text):
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_fewer_came_and_tools_and_plan_follow(page, folders, qtbot):
    page.card.clock_button.click()
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.people.box, "nine")
    typed(qtbot, sheet.hard_end, "8.50")
    assert sheet.hard_end.value() == time(20, 50)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    session = page._folder.session
    assert (session.people, session.present, session.head_count) == (11, 9, 9)
    assert page._controller.live.hard_end == session.hard_end == session.start + 110 * MINUTE
    assert page.rail._people.text() == "9 people"
    assert page.tools.go_round.setup.people.value() == page.tools.groups.form.people.value() == 9
    page._desk.undo()
    assert page._controller.live.hard_end == session.start + 120 * MINUTE
    assert page.tools.go_round.setup.people.value() == 11


def test_before_the_start_it_is_the_number_that_is_expected(page, qtbot):
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.people.box, "14")
    qtbot.keyClick(sheet.people.box, Key.Key_Tab)
    sheet.save()
    assert (page._folder.session.people, page._folder.session.present) == (14, None)


def test_the_spoken_language_is_another_on_the_card_at_once(page, folders, qtbot):
    english = page._folder.plan.parts[0].title
    sheet = opened(page, qtbot)
    sheet.language.choose("es")
    sheet.second.choose("en")
    sheet.save()
    assert page._folder.session.languages == ("es", "en")
    assert page._folder.plan.parts[0].title != english
    assert page._folder.plan.parts[0].title in page.card._title.text()


def test_what_is_not_understood_is_not_saved(page, qtbot):
    before = page._folder.session
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.hard_end, "late")
    button_saying(sheet, "Save").click()
    assert sheet.isVisible() and QApplication.focusWidget() is sheet.hard_end
    assert sheet.end_field.error().startswith("“late” is not a time.")
    sheet.reject()
    assert page._folder.session == before


def test_an_end_that_has_passed_is_said_and_not_saved(page, clock, qtbot):
    page.card.clock_button.click()
    clock.advance(35 * MINUTE)
    before = page._folder.session
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.people.box, "9")
    typed(qtbot, sheet.hard_end, "7:20 PM")
    qtbot.keyClick(sheet.hard_end, Key.Key_Tab)
    assert sheet.end_field.error() == "7:20 PM is over. Type a time that is still to come."
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible() and QApplication.focusWidget() is sheet.hard_end
    assert page._folder.session == before
    typed(qtbot, sheet.hard_end, "7:50")
    assert sheet.hard_end.value() == time(19, 50)
    sheet.save()
    assert page._folder.session.hard_end == before.start + 50 * MINUTE


def test_past_its_end_the_number_of_people_can_still_be_changed(page, clock, qtbot):
    page.card.clock_button.click()
    clock.advance(125 * MINUTE)
    before = page._folder.session
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.people.box, "9")
    sheet.save()
    assert (page._folder.session.present, page._folder.session.hard_end) == (9, before.hard_end)


def test_an_end_before_the_start_is_said(page, clock, qtbot):
    clock.advance(-60 * MINUTE)
    sheet = opened(page, qtbot)
    typed(qtbot, sheet.hard_end, "6:30 PM")
    sheet.save()
    assert sheet.end_field.error() == "The session would end before it starts. Choose a later end time."
    sheet.reject()
