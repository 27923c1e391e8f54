import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.ui.tools.bottom_bars import ParkingBar

Key = Qt.Key


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def page(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    page._controller.go_to("facts")
    return page


def test_one_line_at_a_time_is_shown(page, qtbot):
    tools = page.tools
    press(qtbot, Key.Key_K)
    assert tools.parking.isVisible()
    tools.bars.toggle_speakers()
    assert tools.speakers_bar.isVisible() and not tools.parking.isVisible()
    tools.bars.toggle_speakers()
    assert not tools.speakers_bar.isVisible()


def test_the_speakers_list_is_hidden_and_empty_in_the_next_part(page, clock, qtbot):
    press(qtbot, Key.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    press(qtbot, Key.Key_Return)
    assert page.tools.speakers_bar.speakers_list.order == (4,)
    clock.advance(SECOND)
    page.card.next_button.click()
    assert page.tools.speakers_bar.isHidden()
    assert page.tools.speakers_bar.speakers_list.order == ()


def test_the_speakers_list_comes_back_once_something_is_parked(page, qtbot):
    press(qtbot, Key.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    press(qtbot, Key.Key_Return)
    page.tools.bars.show_parking()
    assert page.tools.speakers_bar.isHidden()
    qtbot.keyClicks(QApplication.focusWidget(), "later")
    press(qtbot, Key.Key_Return)
    assert not page.tools.speakers_bar.isHidden()
    assert page.tools.speakers_bar.speakers_list.order == (4,)


def test_escape_puts_the_line_away_and_keeps_what_is_typed(page, qtbot, folders, session_id):
    press(qtbot, Key.Key_K)
    qtbot.keyClicks(QApplication.focusWidget(), "half a l")
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is page.card.next_button
    press(qtbot, Key.Key_K)
    assert page.tools.parking.box.text() == "half a l"
    assert folders.session(session_id).notes == ()


def test_a_text_is_told_and_stays_until_it_is_saved(context, qtbot):
    bar = ParkingBar(context)
    qtbot.addWidget(bar)
    bar.box.setText("Market days")
    with qtbot.waitSignal(bar.parked, timeout=0) as parked:
        bar.keep_button.click()
    assert parked.args == ["Market days"] and bar.box.text() == "Market days"


def test_an_empty_line_is_not_parked(context, qtbot):
    bar = ParkingBar(context)
    qtbot.addWidget(bar)
    bar.box.setText("  ")
    with qtbot.assertNotEmitted(bar.parked):
        bar.keep_button.click()
