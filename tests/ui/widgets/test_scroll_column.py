from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tests.ui.widgets.speaking import put


def test_a_column_stops_at_seventy_characters_and_never_scrolls_sideways(window, theme):
    column = put(window, ScrollColumn(theme))
    label = Label("word " * 200)
    column.add(label)
    window.resize(1800, 600)
    QApplication.processEvents()
    assert label.width() <= theme.measure()
    window.resize(300, 600)
    QApplication.processEvents()
    assert label.width() <= column.viewport().width()
    assert column.horizontalScrollBar().maximum() == 0
    assert column.verticalScrollBar().maximum() > 0


def test_a_column_asks_for_what_its_widest_piece_needs(window, theme):
    column = put(window, ScrollColumn(theme))
    column.add(Label("7:41 PM  ·  ends 8:36  ·  and more", wrap=False))
    QApplication.processEvents()
    assert column.minimumSizeHint().width() > Label("7:41 PM", wrap=False).sizeHint().width() * 3


def test_a_column_keeps_in_view_what_the_keyboard_is_put_on(theme, qtbot):
    column = ScrollColumn(theme)
    qtbot.addWidget(column)
    boxes = [QLineEdit() for _ in range(40)]
    for box in boxes:
        column.add(box)
    column.resize(300, 200)
    column.show()
    qtbot.waitUntil(column.isActiveWindow)
    for box in (boxes[-1], boxes[0]):
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        assert not box.visibleRegion().isEmpty()


def test_a_column_opens_at_its_top_where_what_has_the_keyboard_is_in_sight(theme, qtbot):
    column = ScrollColumn(theme, edge=80)
    qtbot.addWidget(column)
    boxes = [QLineEdit() for _ in range(20)]
    for box in boxes:
        column.add(box)
    column.resize(300, 60)  # as a page is before its window lays it out
    column.show()
    boxes[1].setFocus(Qt.FocusReason.OtherFocusReason)
    column.resize(300, 400)
    qtbot.waitUntil(column.isActiveWindow)
    QApplication.processEvents()
    assert boxes[1].hasFocus() and column.verticalScrollBar().value() == 0
    boxes[5].setFocus(Qt.FocusReason.TabFocusReason)
    at = boxes[5].mapTo(column.viewport(), boxes[5].rect().bottomLeft()).y()
    assert at < column.viewport().height() - 8
