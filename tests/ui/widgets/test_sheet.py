import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import NARROW, WIDE, SheetDialog


def shown(theme, qtbot, lines, *, window=None, wide=False):
    sheet = SheetDialog(theme, "Keyboard shortcuts", window, wide=wide)
    if window is None:
        qtbot.addWidget(sheet)
    sheet.column.add(*(Label(f"line {number}") for number in range(lines)))
    sheet.add_button("Close", sheet.accept)
    sheet.show()
    return sheet


def front(qtbot, width=1000, height=700):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    return window


def scrolls(sheet):
    return sheet.column.verticalScrollBar().maximum() > 0


def test_a_sheet_is_as_high_as_what_is_in_it_and_has_one_of_two_widths(theme, qtbot):
    window = front(qtbot)
    short, long = shown(theme, qtbot, 3, window=window), shown(theme, qtbot, 12, window=window, wide=True)
    assert (short.width(), long.width()) == (NARROW, WIDE)
    assert not scrolls(short) and not scrolls(long)
    slack = short.column.viewport().height() - short.column.widget().sizeHint().height()
    assert short.height() < long.height() and slack <= 2


def test_a_sheet_is_never_larger_than_the_window_and_then_a_line_says_that_there_is_more(theme, qtbot):
    window = front(qtbot, 800, 600)
    theme.change(scale=200)
    sheet = shown(theme, qtbot, 30, window=window)
    assert sheet.width() <= 800 and sheet.height() <= 600
    assert scrolls(sheet) and sheet._more_below.isVisible()
    theme.change(scale=100)
    assert not shown(theme, qtbot, 3, window=window)._more_below.isVisible()


def test_a_sheet_grows_with_what_is_put_into_it_and_stays_in_the_middle(theme, qtbot):
    window = front(qtbot)
    sheet = shown(theme, qtbot, 3, window=window)
    before = sheet.height()
    sheet.column.add(*(Label(f"more {number}") for number in range(6)))
    qtbot.waitUntil(lambda: sheet.height() > before + 100)
    assert not scrolls(sheet)


def test_the_pages_of_a_sheet_turn_whichever_button_has_the_keyboard(theme, qtbot):
    window = front(qtbot)  # as in the app, where no sheet is without a window that owns it
    sheet = SheetDialog(theme, "Keyboard shortcuts", window)
    for number in range(40):
        sheet.column.add(Label(f"line {number}"))
    close = Button(theme, "Close")
    sheet.foot.addWidget(close)
    sheet.show()
    close.setFocus()
    bar = sheet.column.verticalScrollBar()
    qtbot.keyClick(close, Qt.Key.Key_PageDown)
    assert bar.value() == min(bar.pageStep(), bar.maximum())
    qtbot.keyClick(close, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_home_and_end_lead_to_the_ends_of_a_sheet_whichever_button_has_the_keyboard(theme, qtbot):
    window = front(qtbot)
    sheet = shown(theme, qtbot, 80, window=window)
    qtbot.waitUntil(lambda: scrolls(sheet))
    button, bar = sheet.findChildren(Button)[-1], sheet.column.verticalScrollBar()
    qtbot.keyClick(button, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(button, Qt.Key.Key_Home)
    assert bar.value() == bar.minimum()


LONG = "Everything that the report has is here. Save it, add what you did, and send it to who helps you. " * 2


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600)])
def test_a_list_in_a_sheet_takes_the_room_there_is_so_that_the_sheet_does_not_scroll(
    theme, qtbot, width, height
):
    window = front(qtbot, width, height)
    sheet = SheetDialog(theme, "Licenses", window, wide=True, characters=0)
    text = QPlainTextEdit()
    sheet.column.add(Label(LONG, "muted"), text)
    sheet.add_button("Close", sheet.accept)
    sheet.let_scroll(text, 100, 420)
    sheet.show()
    high = sheet.height()
    qtbot.waitUntil(lambda: not sheet._growth.isActive())
    assert text.height() == 420 or sheet.height() == height - 2 * Space.VAST
    assert sheet.height() == high, "it has its height at once"
    assert not scrolls(sheet)


def test_a_list_in_a_sheet_has_its_least_height_in_a_small_window(theme, qtbot):
    window = front(qtbot, 600, 250)
    sheet = SheetDialog(theme, "Licenses", window)
    text = QPlainTextEdit()
    sheet.column.add(Label(LONG), text)
    sheet.let_scroll(text, 100, 420)
    sheet.show()
    assert text.height() == 100 and scrolls(sheet)
