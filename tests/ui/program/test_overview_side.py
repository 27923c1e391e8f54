from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.arrivals import Sign, arrivals_of
from dialogue_desk.domain.overview.setup_gaps import SetupGap
from dialogue_desk.ui.program.overview_side import OverviewSide
from tests.domain.arrived import came, pictured
from tests.ui.program.shown import seen

ROWS = [(came(), came(), came())] * 9 + [(came(), None, came(notes=0))]


@pytest.fixture
def side(context, qtbot):
    side = OverviewSide(context)
    qtbot.addWidget(side)
    side.resize(320, 700)
    side.show()
    return side


def show(side, *, dense):
    picture = pictured(*ROWS)
    side.show_picture(picture, arrivals_of(picture), (), dense=dense)


def test_of_many_circles_each_kind_that_waits_is_one_row_that_leads_to_them(side, qtbot):
    show(side, dense=True)
    said = [row.accessible_text for row in side.waiting.rows()]
    assert said == ["1 session is not here yet. C10", "1 session without notes. C10"]
    side.waiting.setFocus()
    with qtbot.waitSignal(side.wanted) as told:
        qtbot.keyClick(side.waiting, Qt.Key.Key_Return)
    assert told.args == [Sign.GAP]
    with qtbot.waitSignal(side.wanted) as told:
        row = side.waiting.visualRect(side.waiting.model().index(1))
        qtbot.mouseClick(side.waiting.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert told.args == [Sign.NO_NOTES]


def test_what_waits_is_as_high_as_its_rows_and_does_not_scroll(side):
    show(side, dense=True)
    assert side.waiting.verticalScrollBar().maximum() == 0


def test_of_a_few_circles_all_that_is_not_here_is_named(side):
    show(side, dense=False)
    assert "C10: session 2" in seen(side)
    assert not side.waiting.isVisible() and not side.copy.isVisible()


def test_the_list_of_what_is_not_here_is_copied(side):
    show(side, dense=True)
    side.copy.click()
    assert QGuiApplication.clipboard().text().endswith("C10, Library: session 2\n")


def test_who_will_answer_waits_until_it_is_set_and_leads_to_the_set_up(side, qtbot):
    picture = replace(pictured(*ROWS), program=Program("Alder"))
    side.show_picture(picture, arrivals_of(picture), (), dense=False)
    (row,) = side.waiting.rows()
    assert row.accessible_text == "Who will answer is not set. Settle it before the first circle meets."
    side.waiting.setFocus()
    with qtbot.waitSignal(side.setup_wanted) as told:
        qtbot.keyClick(side.waiting, Qt.Key.Key_Return)
    assert told.args == [SetupGap.ANSWER]
    settled = Program("Alder", answers="City manager", answer_by="2027-09-01")
    side.show_picture(replace(picture, program=settled), arrivals_of(picture), (), dense=False)
    assert not side.waiting.isVisible()
