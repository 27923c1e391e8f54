from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.leaving.packages import date_of
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.session_text import warnings
from dialogue_desk.words import Words

ENTER = Qt.Key.Key_Return


def warned(page):
    column = page._notice.column
    shown = [column.itemAt(place).widget().text() for place in range(column.count())]
    return [] if page._notice.isHidden() else shown


def test_enter_is_enough(page, folders, clock, qtbot):
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    folder = folders.session(prepared.args[0])
    assert folder.plan.title == "One Evening, One Question"
    assert folder.circle.code == "C01"
    assert folder.session.people == 9
    assert folder.session.start == clock.now()
    assert folder.session.hard_end - folder.session.start == 90 * MINUTE
    assert len(folder.ground_rules) == 8
    assert folder.live.phase is Phase.READY


def test_enter_on_another_button_presses_that_button(page, qtbot):
    page._back.setFocus()
    with qtbot.assertNotEmitted(page.prepared), qtbot.waitSignal(page.left, timeout=0):
        qtbot.keyClick(page._back, ENTER)


def test_what_will_go_wrong_with_these_numbers_is_said(page):
    assert warned(page) == []
    page.form.people.box.setValue(14)
    page.form.times.hard_end.set_value(time(20, 15))
    said = warned(page)[1:]
    assert said[0] == "This guide is made for 6 to 9 people. You have 14."
    assert said[1].startswith("The parts take 90 minutes and you have 75.")
    assert (
        "“First round: a story”: 14 people with 110 seconds each, plus pauses and silence, "
        "need 27 minutes; the part has 18. 70 seconds each would fit." in said
    )


def test_a_part_that_cannot_be_is_told(shelf):
    guide = shelf.guide(shelf.translations("one-evening")["en"])
    first, *others = guide.sessions[0].parts
    plan = replace(guide.sessions[0], parts=(replace(first, floor=9), *others))
    assert warnings(guide, plan, 8, 90, Words()) == ("“Welcome” has 6 minutes, but needs at least 9.",)


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 768)), (125, (1280, 720)), (200, (1366, 768))])
def test_it_is_whole_on_small_screens(page, theme, scale, size):
    theme.change(scale=scale)
    page.form.people.box.setValue(14)
    page.resize(*size)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
    corner = page.begin_button.mapTo(page, page.begin_button.rect().bottomRight())
    assert corner.x() < size[0]
    assert corner.y() < size[1]


def test_a_session_that_is_over_is_typed_up(page, folders, qtbot):
    page.fill_in(guide_id="one-evening", over=True)
    assert page.begin_button.text() == "Type up the notes" and page.rehearse_button.isHidden()
    assert page.things.isHidden()
    with qtbot.waitSignal(page.held_before, timeout=0) as held, qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    session = folders.session(held.args[0]).session
    assert date_of(session) == "2026-03-11" and session.hard_end - session.start == 90 * MINUTE


def test_a_session_of_another_day_is_kept_for_it(page, folders, qtbot):
    page.form.times.day.set_value(page.form.times.day.value() + timedelta(days=3))
    assert page.begin_button.text() == "Save for that day"
    with qtbot.waitSignal(page.left, timeout=0), qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    (entry,) = folders.entries()
    assert date_of(entry.session) == "2026-03-15"
