from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE, SECOND

ENTER = Qt.Key.Key_Return


def later(at, minutes):
    return (datetime.combine(date(2026, 3, 12), at) + timedelta(minutes=minutes)).time()


def test_a_session_that_begins_now_ends_so_many_minutes_from_now(page, clock):
    clock.advance(31 * MINUTE + 20 * SECOND)
    page.fill_in(guide_id="one-evening")
    assert page.fields.times.start.value() == time(19, 32)
    assert page.fields.times.hard_end.value() == time(21, 2)


def test_filling_in_takes_no_time_from_a_session_that_begins_now(page, clock, folders, qtbot):
    clock.advance(7 * MINUTE)
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    session = folders.session(prepared.args[0]).session
    assert (session.start, session.hard_end) == (clock.now(), clock.now() + 90 * MINUTE)


def test_a_start_that_a_person_set_stays_while_they_fill_in(page, clock, folders, qtbot):
    page.fields.times.start.setFocus()
    qtbot.keyClick(page.fields.times.start, Qt.Key.Key_Up)
    start = clock.now() + 5 * MINUTE
    clock.advance(7 * MINUTE)
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    assert folders.session(prepared.args[0]).session.start == start


def test_a_day_that_has_passed_says_why_notes_are_typed_up(page):
    page.fields.times.day.set_value(date(2026, 3, 1))
    assert page.title.text() == "Type up a session from paper notes"
    assert page.fields.times.hint.text().startswith("This time has passed")
    page.fields.times.day.set_value(date(2027, 3, 1))
    assert "passed" not in page.fields.times.hint.text()


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


def test_an_end_typed_before_the_start_is_told_at_its_field_as_soon_as_it_is_left(page, qtbot):
    times = page.fields.times  # it begins now, at 7 PM
    times.hard_end.setFocus()
    times.hard_end.selectAll()
    qtbot.keyClicks(times.hard_end, "6pm")
    qtbot.keyClick(times.hard_end, Qt.Key.Key_Tab)
    assert not times.hard_end.hasFocus()
    assert times.end_field.error() == "The session would end before it starts. Choose a later end time."
    assert times.hard_end.property("invalid") is True
    times.hard_end.setFocus()
    times.hard_end.selectAll()
    qtbot.keyClicks(times.hard_end, "9pm")
    qtbot.keyClick(times.hard_end, Qt.Key.Key_Tab)
    assert times.end_field.error() == ""
