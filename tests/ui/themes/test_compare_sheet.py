"""Two themes are compared: what each answer would count is seen before it is given."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.ui.themes.compare_sheet import CompareSheet
from tests.ui.program.shown import button, seen
from tests.ui.themes.workbench import choose, rows, theme


@pytest.fixture
def sheet(tab):
    choose(tab, "Lighting in the park")
    tab.shaping.open_compare(
        theme(tab, "Lighting in the park"), theme(tab, "Language at the counter").theme_id
    )
    return tab.window().findChild(CompareSheet)


def answer(sheet, rung):
    sheet.rungs.choose(rung)
    sheet.rungs.chosen.emit(rung)


def test_what_joining_would_count_is_seen_before(sheet):
    told = seen(sheet)
    assert (
        "Now: “Lighting in the park” 2 circles, 2 notes; “Language at the counter” 1 circle, 2 notes." in told
    )
    assert (
        "Then: “Lighting in the park” 3 circles, 4 notes. All names stay: "
        "“Lighting in the park” and “Language at the counter”." in told
    )


def test_an_answer_that_joins_counts_both_as_one_with_its_reason_and_undo(sheet, tab, settled, desk):
    sheet.why.setText("Both are about being seen")
    button(sheet, "Count as one").click()
    settled()
    assert rows(tab)["Lighting in the park"].count == "3 of 5 circles"
    assert "Language at the counter" not in rows(tab)
    assert tab.acts.picture.work.likenesses[0].why == "Both are about being seen"
    desk.undo()
    settled()
    assert rows(tab)["Lighting in the park"].count == "2 of 5 circles"


def test_enter_on_an_answer_gives_it(sheet, tab, settled, qtbot):
    answer(sheet, Rung.RELATED)
    sheet.rungs.focus_choice()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settled()
    assert tab.acts.picture.work.likenesses[0].rung is Rung.RELATED


def test_related_themes_are_counted_apart_and_shown_beside_each_other(sheet, tab, settled):
    answer(sheet, Rung.RELATED)
    assert "Then: the same. Each is counted for itself." in seen(sheet)
    button(sheet, "Keep both, and show this").click()
    settled()
    assert rows(tab)["Lighting in the park"].count == "2 of 5 circles"
    assert any("Related: Language at the counter." in line for line in seen(tab.head))
    choose(tab, "Language at the counter")
    assert any("Related: Lighting in the park." in line for line in seen(tab.head))


def test_closing_the_sheet_decides_nothing(sheet, tab, settled):
    button(sheet, "Cancel").click()
    settled()
    assert tab.acts.picture.work.likenesses == ()
