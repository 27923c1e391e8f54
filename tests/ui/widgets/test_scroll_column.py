import pytest
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


@pytest.fixture
def column(theme, qtbot):
    """A column of two hundred pixels, with a name and many paragraphs between its first and last button."""
    column = ScrollColumn(theme)
    qtbot.addWidget(column)
    column.add(Label("The words to say", "title"))
    column.resize(400, 200)
    return column


def scrolls_by_key(column, qtbot):
    column.show()
    qtbot.waitUntil(column.isActiveWindow)
    for _ in range(3):
        QApplication.processEvents()
    return bool(column.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_text_that_no_stop_leads_to_is_a_stop_with_a_name_that_the_keys_scroll(column, qtbot):
    for _ in range(30):
        column.add(Label("A paragraph."))
    assert scrolls_by_key(column, qtbot) and column.accessibleName() == "The words to say"
    column.setFocus(Qt.FocusReason.TabFocusReason)
    bar, went = column.verticalScrollBar(), []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(column, key)
        went.append(bar.value())
    assert 0 < went[0] < went[1] < went[2] == bar.maximum() and went[3] == 0


def test_a_column_that_shows_all_of_it_is_no_stop(column, qtbot):
    assert not scrolls_by_key(column, qtbot)


def test_a_column_whose_stops_lead_past_all_of_it_is_no_stop(column, qtbot):
    boxes = [QLineEdit() for _ in range(30)]
    for box in boxes:
        column.add(box)
    column.add(Label("The end."))
    assert not scrolls_by_key(column, qtbot)
    boxes[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert column.verticalScrollBar().value() == column.verticalScrollBar().maximum()
    boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert column.verticalScrollBar().value() == 0


@pytest.mark.parametrize("paragraphs", [(20, 0), (0, 20)])
def test_text_before_the_first_stop_or_after_the_last_makes_it_a_stop(column, qtbot, paragraphs):
    before, after = paragraphs
    for _ in range(before):
        column.add(Label("A paragraph."))
    column.add(QLineEdit(), QLineEdit())
    for _ in range(after):
        column.add(Label("A paragraph."))
    assert scrolls_by_key(column, qtbot)


def test_what_has_the_keyboard_instead_of_a_column_keeps_it(column, qtbot):
    box = QLineEdit()
    column.add(box)
    column.setFocusProxy(box)
    for _ in range(30):
        column.add(Label("A paragraph."))
    scrolls_by_key(column, qtbot)
    assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus


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
