import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from tests.ui.run.steps import given, go_on, press
from tests.ui.seen import button_saying


@pytest.fixture
def early(running, clock):
    """A page in its fourth part, fourteen minutes early."""
    for minutes in (8, 3, 4):
        go_on(running, clock, minutes)
    return running


def then(page):
    return {row.id: row.after for row in page.planning.spare.table.rows() if row.changed}


def test_being_early_is_a_button_and_its_time_goes_to_the_part_that_is_on(early, qtbot, said):
    assert early.top.drift.text() == "14 min early: use the time"
    early.top.drift.click()
    sheet = early.planning.spare
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.table
    assert sheet.amount.value() == 14
    assert then(early) == {"where-i-stand": "38 min"}
    assert said[-1] == sheet.verdict() == "Done at 9:00, on time."
    before = given(early)
    press(qtbot, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert early.card.ring._time.total == 38 * MINUTE
    assert early.top.drift.isHidden()
    button_saying(early._context.toast, "Undo").click()
    assert given(early) == before
    press(qtbot, Qt.Key.Key_L)
    assert {row.id for row in sheet.table.rows() if row.fixed} == {"break"}
    sheet.table.pinned.emit("break")
    assert then(early) == {"where-i-stand": "38 min"}
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert then(early) == {"behind-the-views": "40 min"}
    sheet.amount.box.setValue(5)
    assert then(early) == {"behind-the-views": "31 min"}
    assert sheet.verdict() == "Done at 8:51, 9 min before 9:00."
    press(qtbot, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert given(early) == before


def test_what_was_shortened_can_have_its_time_back(late, qtbot, clock):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    clock.advance(SECOND)
    go_on(late, clock, 20)
    press(qtbot, Qt.Key.Key_L)
    sheet = late.planning.spare
    assert sheet.ways.isVisible()
    sheet.ways.choose("shortened")
    sheet.ways.chosen.emit("shortened")
    assert not sheet.amount.isVisible()
    assert then(late)["facts"] == "15 min"
