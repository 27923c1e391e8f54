from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE

ENTER = Qt.Key.Key_Return


def later(at, minutes):
    return (datetime.combine(date(2026, 3, 12), at) + timedelta(minutes=minutes)).time()


@pytest.mark.parametrize("past", [0, 2, -2])
def test_the_start_is_now_to_the_nearest_five_minutes(page, clock, past):
    clock.advance(50 * MINUTE + past * MINUTE)
    page.fill_in(guide_id="one-evening")
    assert page.fields.times.start.value() == time(19, 50)
    assert page.fields.times.hard_end.value() == time(21, 20)


def test_the_hard_end_follows_the_start_until_it_is_set(page, qtbot):
    page.fields.times.start.setFocus()
    qtbot.keyClick(page.fields.times.start, Qt.Key.Key_Up)
    assert page.fields.times.hard_end.value() == later(page.fields.times.start.value(), 90)
    page.fields.times.hard_end.setFocus()
    qtbot.keyClick(page.fields.times.hard_end, Qt.Key.Key_Down)
    kept = page.fields.times.hard_end.value()
    page.fields.times.start.setFocus()
    qtbot.keyClick(page.fields.times.start, Qt.Key.Key_Down)
    assert page.fields.times.hard_end.value() == kept


def test_an_end_before_the_start_is_explained_at_its_field(page, qtbot):
    page.fields.times.hard_end.set_value(time(18, 0))
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    assert (
        page.fields.times.end_field.error()
        == "The session would end before it starts. Choose a later end time."
    )
    assert QApplication.focusWidget() is page.fields.times.hard_end


def test_a_session_may_go_past_midnight(page, folders, qtbot):
    page.fields.times.start.set_value(time(23, 0))
    page.fields.times.hard_end.set_value(time(0, 30))
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    session = folders.session(prepared.args[0]).session
    assert session.hard_end - session.start == 90 * MINUTE


def test_one_that_ended_an_hour_ago_is_over_too(page):
    page.fields.times.start.set_value(time(16, 0))
    page.fields.times.hard_end.set_value(time(18, 0))
    assert page.begin_button.text() == "Type up the notes"
