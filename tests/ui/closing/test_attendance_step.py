"""Attendance: the head count, the police officers, how long the parts took, and the notes by kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.overview.summary import PartTime
from dialogue_desk.ui.closing.attendance_step import PartBar, PartTimesSection
from dialogue_desk.ui.widgets.chips import Chip
from dialogue_desk.words import Words
from tests.ui.closing.on_page import press, type_number
from tests.ui.seen import words_on
from tests.ui.sessions import begin


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


def test_each_part_says_how_long_it_took_and_how_long_was_planned(at):
    told = words_on(at(CloseStep.ATTENDANCE))
    assert "It took 3 min less than planned." in told
    assert "24 of 18 min" in told and "left out, planned 14 min" in told


def test_without_the_clock_it_says_that_the_notes_can_still_be_shared(desk, folders, shelf, theme, qtbot):
    section = PartTimesSection(theme, Words())
    qtbot.addWidget(section)
    section.show_folder(folders.session(begin(desk, shelf)))
    assert "The clock was not used. You can still share the notes." in words_on(section)


def test_what_runs_over_in_the_circle_is_shown_only_when_something_does(theme, qtbot):
    section = PartTimesSection(theme, Words())
    qtbot.addWidget(section)
    section.show_habit("The first round always runs over.")
    assert "The first round always runs over." in words_on(section)
    section.show_habit("")
    assert "The first round always runs over." not in words_on(section)


@pytest.mark.parametrize(("spent", "marked"), [(30, False), (90, True)])
def test_the_bar_marks_the_end_of_the_plan_when_a_part_ran_over(theme, qtbot, spent, marked):
    part = PartTime("Round", 60 * MINUTE, 0, spent * MINUTE, held=True)
    bar = PartBar(theme, part, 120 * MINUTE)
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    assert (bar.grab().toImage().pixelColor(100, 0) == QColor(theme.tokens.ink)) is marked
