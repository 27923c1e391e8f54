"""A next date is kept as it is understood; what is past or no date is told and not kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.follow.next_date_line import NextDateLine
from dialogue_desk.words import Words


@pytest.fixture
def line(qtbot):
    made = NextDateLine(Words(), "Next date")
    made.today = date(2027, 6, 1)
    made.kept_days = []
    made.kept.connect(made.kept_days.append)
    qtbot.addWidget(made)
    return made


def typed(line, qtbot, text):
    line.box.setText("")
    qtbot.keyClicks(line.box, text)
    qtbot.keyClick(line.box, Qt.Key.Key_Return)


def test_a_date_is_kept_once_and_written_out(line, qtbot):
    typed(line, qtbot, "6/30/2027")
    line.keep()
    assert line.kept_days == ["2027-06-30"] and line.box.text() == "June 30, 2027"


@pytest.mark.parametrize(("text", "said"), [("May 1, 2027", "already past"), ("someday", "no date")])
def test_what_cannot_be_kept_is_told_until_it_is_mended(line, qtbot, text, said):
    typed(line, qtbot, text)
    assert said in line.field.error() and line.kept_days == []
    typed(line, qtbot, "tomorrow")
    assert line.field.error() == "" and line.kept_days == ["2027-06-02"]


def test_a_date_that_is_taken_out_is_told(line, qtbot):
    line.show_day("2027-01-01")
    typed(line, qtbot, "")
    assert line.kept_days == [""]


def test_a_kept_date_may_have_passed_and_escape_brings_it_back(line, qtbot):
    line.show_day("2027-01-01")
    line.keep()
    qtbot.keyClicks(line.box, "x")
    qtbot.keyClick(line.box, Qt.Key.Key_Escape)
    line.keep()
    assert line.box.text() == "January 1, 2027" and line.kept_days == [] and line.field.error() == ""
