"""How two proposals compare is decided on one sheet, which says what comes of it before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.overview.proposals import proposals_of
from dialogue_desk.ui.proposals.join_sheet import JoinSheet
from tests.domain.overview.circle_ideas import ideas_picture, proposed
from tests.ui.program.shown import seen

FOUND = proposals_of(
    ideas_picture(
        proposed("C01", "A bench"), proposed("C02", "More seats"), proposed("C02", "A bench & <b>chairs</b>")
    )
)
BENCH, SEATS, CHAIRS = FOUND


@pytest.fixture
def open_sheet(context, qtbot):
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()

    def make(other=None):
        sheet = JoinSheet(BENCH, FOUND, context, window, other)
        sheet.open()
        sheet.told = []
        sheet.decided.connect(lambda *said: sheet.told.append(said))
        return sheet

    return make


def choose(sheet, rung):
    next(chip for chip in sheet.ladder.chips() if chip.choice.id == rung).click()


def test_it_says_which_circles_one_proposal_would_have(open_sheet):
    sheet = open_sheet(SEATS)
    assert (
        "One proposal of 2 circles: C01 and C02. All their words stay, and you can take them apart again."
        in (seen(sheet))
    )
    assert sheet.accept_button.text() == "Count as one"
    choose(sheet, Rung.CONFLICT)
    assert "Both stay. Each shows that the other stands beside it." in seen(sheet)
    assert not sheet.wording.isVisible()


def test_the_answer_has_the_rung_why_and_the_wording_of_both(open_sheet, qtbot):
    sheet = open_sheet(SEATS)
    sheet.wording.choose("More seats")
    qtbot.keyClicks(sheet.why, "  both to   sit on ")
    sheet.accept_button.click()
    assert sheet.told == [(SEATS, Rung.NEAR, "both to sit on", "More seats")]


def test_related_proposals_get_no_wording(open_sheet):
    sheet = open_sheet(SEATS)
    choose(sheet, Rung.RELATED)
    sheet.accept_button.click()
    assert sheet.told == [(SEATS, Rung.RELATED, "", "")]


def test_the_other_one_is_found_by_typing_and_chosen_by_keys(open_sheet, qtbot):
    sheet = open_sheet()
    assert not sheet.accept_button.isEnabled()
    qtbot.keyClicks(sheet.typed, "chairs bench")
    (found,) = [sheet._found.itemAt(place).widget() for place in range(sheet._found.count())]
    assert found.text() == "A bench & <b>chairs</b>"
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Space)
    assert sheet.accept_button.isEnabled()
    sheet.accept_button.click()
    assert sheet.told[0][0] is CHAIRS


def test_words_that_no_other_proposal_has_are_told(open_sheet, qtbot):
    sheet = open_sheet()
    sheet.typed.setText("elephant")
    qtbot.waitUntil(lambda: "No other proposal has these words." in seen(sheet))


def test_a_key_that_comes_too_early_joins_nothing(open_sheet, qtbot):
    sheet = open_sheet(SEATS)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.told == []
