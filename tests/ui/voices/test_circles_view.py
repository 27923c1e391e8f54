"""Circles that are not counted yet come first, and some are chosen for the next pile."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.voices import Voice
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from dialogue_desk.ui.voices.voices_tab import CIRCLES


@pytest.fixture
def view(tab, age, settled):
    settled()
    tab.open_view(CIRCLES)
    return tab.circles


def test_circles_say_language_people_and_whether_they_are_counted(view, counted, settled):
    settled()
    rows = view.rows.rows()
    assert rows[0].title.startswith("C05") and rows[0].above == "Not counted yet · 1"
    assert rows[1].above == "Counted · 4" and rows[1].ticked is None
    assert "Spanish" in next(row for row in rows if row.title.startswith("C03")).detail
    assert all("people" in row.figure for row in rows)


def test_a_circle_that_goes_on_with_another_one_is_no_row_of_its_own(view, desk, picture, settled):
    first, other, *_ = picture().rows
    desk.put(first.circle_id, NO_OWNER, replace(desk.get(first.circle_id).body, into=other.circle_id))
    settled()
    assert first.circle_id not in {row.id for row in view.rows.rows()}
    view.suggest.click()
    assert first.circle_id not in view.chosen()


def test_enter_chooses_a_circle_and_enter_again_leaves_it(view, qtbot, picture):
    first = view.rows.rows()[0]
    view.rows.go_to(first.id)
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert view.chosen() == (first.id,) and view.rows.rows()[0].ticked
    assert "selected" in view.rows.rows()[0].accessible_text
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert view.chosen() == () and not view.count.isEnabled()


def test_a_circle_that_is_counted_cannot_be_chosen(view, counted, settled, picture):
    settled()
    view.rows.opened.emit(picture().rows[0].circle_id)
    assert view.chosen() == ()


def test_the_next_ones_have_enough_people_together(view, qtbot):
    view.suggest.click()
    assert view.chosen() and "together" in view.told.text() and "needs" not in view.told.text()
    with qtbot.waitSignal(view.count_wanted) as told:
        view.count.click()
    assert told.args == [view.chosen()]


def test_what_is_chosen_stays_when_the_program_is_read_again(view, desk, program, settled):
    view.suggest.click()
    before = view.chosen()
    desk.add(program, Voice("Nurses"))
    settled()
    assert view.chosen() == before


def test_the_counting_sheet_opens_for_the_circles_that_are_chosen(view, tab):
    view.suggest.click()
    chosen = view.chosen()
    view.count.click()
    (sheet,) = tab.window().findChildren(CountingSheet)
    assert set(sheet.form.draft().circles) == set(chosen)
    sheet.reject()


def test_from_the_circles_a_person_goes_on_to_form_more(view, filled, program, qtbot):
    with qtbot.waitSignal(filled.forming_wanted) as told:
        view.form.click()
    assert told.args == [program]
