"""Tallies: counted where no count points to one person."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import CloseStep, Tally, TallyCategory
from dialogue_desk.domain.records.records import NO_OWNER
from tests.ui.closing.on_page import rows, type_number
from tests.ui.seen import words_on


@pytest.fixture
def ages(desk, folders, evening):
    """A category of the program to which the circle belongs."""
    folder = folders.session(evening)
    program = desk.add(NO_OWNER, Program("Bridges"))
    desk.rewrite(folder.circle_id, replace(folder.circle, program=program))
    return desk.add(program, TallyCategory("Age", ("under 30", "30 and over")))


def test_without_categories_there_is_nothing_to_count(at, page):
    assert "Nothing to count" in words_on(at(CloseStep.TALLIES))
    assert rows(page)[CloseStep.TALLIES] == "nothing to do"


def test_the_head_count_comes_first(at, ages):
    assert "Enter the head count first" in words_on(at(CloseStep.TALLIES))


def test_few_people_are_not_counted_and_told_why(at, page, desk, evening, ages):
    set_attendance(desk, evening, 9)
    told = " ".join(words_on(at(CloseStep.TALLIES)))
    assert "With 9 people in the room, a count could point to one of them" in told
    assert rows(page)[CloseStep.TALLIES] == "nothing to do"


@pytest.fixture
def eleven(desk, evening):
    set_attendance(desk, evening, 11)


@pytest.mark.usefixtures("eleven")
def test_counts_are_held_softly_against_the_head_count(at, page, folders, evening, ages, qtbot):
    pane = at(CloseStep.TALLIES)
    sheet = pane._cards[ages]
    assert sheet.sum.text() == "Not counted"
    box = QApplication.focusWidget()
    assert box.accessibleName() == "Age: under 30"
    type_number(qtbot, box, 4)
    assert folders.session(evening).closing.tallies[ages] == Tally(
        ages, (("under 30", 4), ("30 and over", 0))
    )
    assert sheet.sum.text() == "4 of 11 people counted. The others may not have wanted to say."
    second = list(sheet._numbers.values())[1].box
    type_number(qtbot, second, 7)
    assert (
        sheet.sum.text() == "All 11 people counted"
        and rows(page)[CloseStep.TALLIES] == "done · 1 of 1 counted"
    )
    type_number(qtbot, second, 8)
    assert sheet.sum.text() == "12 counted, but 11 people were there. Someone may have given two answers."
