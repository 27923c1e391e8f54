"""The list of what is read to the circle, worked with keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.notes.read_back_list import ReadBackList
from dialogue_desk.ui.notes.read_back_rows import ReadRow
from tests.ui.notes.keys import ENTER, SHIFT, Key


@pytest.fixture
def lines(context, qtbot):
    lines = ReadBackList(context)
    qtbot.addWidget(lines)
    lines.resize(700, 500)
    lines.show()
    show(lines, "one", "two")
    lines.setFocus()
    qtbot.waitUntil(lines.hasFocus)
    return lines


@pytest.fixture
def heard(lines):
    """What the list told, in order."""
    heard = []
    for name in ("ticked", "unticked", "marked", "edit_wanted", "edited", "kind_wanted", "removal_wanted"):
        getattr(lines, name).connect(lambda *what, name=name: heard.append((name, *what)))
    return heard


def show(lines, *texts, here=None):
    lines.show_lines([ReadRow(text, "Concern", text, text) for text in texts], here or texts[0])


def test_each_key_does_its_own_thing_to_the_current_line(lines, heard, qtbot):
    qtbot.keyClick(lines, Key.Key_Space)
    qtbot.keyClick(lines, Key.Key_Space, SHIFT)
    qtbot.keyClick(lines, Key.Key_K)
    qtbot.keyClick(lines, Key.Key_Delete)
    qtbot.keyClick(lines, ENTER)
    assert heard == [
        ("ticked", "one"),
        ("unticked", "one"),
        ("kind_wanted", "one"),
        ("removal_wanted", "one"),
        ("edit_wanted",),
    ]


def test_without_lines_the_keys_do_nothing(lines, heard, qtbot):
    lines.show_lines([], "")
    qtbot.keyClick(lines, Key.Key_Space)
    qtbot.keyClick(lines, Key.Key_Delete)
    assert heard == []


def test_a_press_on_the_mark_turns_it_and_a_press_on_the_words_does_not(lines, heard, qtbot):
    rect = lines.visualRect(lines.model().index(1, 0))
    line = lines._delegate.line_of(lines.rows()[1], rect)
    mark = lines._delegate.mark_of(line, mirrored=False).center().toPoint()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert heard == [("marked", "two", True)]


def test_enter_tells_what_was_typed_and_the_box_stays_until_it_is_saved(lines, heard, qtbot):
    lines.edit_current()
    box = lines._box
    qtbot.keyClicks(box, " more")
    qtbot.keyClick(box, ENTER)
    assert heard == [("edited", "one", "one more")] and box.isVisible()
    lines.end_editing()
    assert not box.isVisible() and lines.hasFocus()


def test_escape_leaves_the_line_as_it_was(lines, heard, qtbot):
    lines.edit_current()
    qtbot.keyClicks(lines._box, " more")
    qtbot.keyClick(lines._box, Key.Key_Escape)
    assert heard == [] and not lines._box.isVisible()


def test_the_box_closes_when_its_line_is_gone_and_stays_when_another_is(lines):
    lines.edit_current()
    show(lines, "one", "three")
    assert lines._box.isVisible()
    show(lines, "three")
    assert not lines._box.isVisible()


def test_the_box_is_over_the_words_of_its_row_and_the_row_grows_with_what_is_typed(lines, qtbot):
    show(lines, "one", "two", "three", here="two")
    index = lines.model().index(1, 0)
    before = lines.visualRect(index)
    words = lines._delegate.words_of(lines.rows()[1], before.width()).translated(before.topLeft())
    lines.edit_current()
    QApplication.processEvents()
    box = lines._box
    text = box.cursorRect().translated(box.viewport().geometry().topLeft() + box.pos())
    assert lines.visualRect(index).contains(box.geometry().center())
    assert box.geometry().top() >= lines.visualRect(index).top()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    text = box.cursorRect().translated(box.viewport().geometry().topLeft() + box.pos())
    assert abs(text.left() - words.left()) <= 3  # the words stay where they were
    qtbot.keyClicks(box, "many words " * 30)
    QApplication.processEvents()
    grown = lines.visualRect(index)
    assert grown.height() > before.height() + 50 and grown.contains(box.geometry())
    assert lines.visualRect(lines.model().index(2, 0)).top() > box.geometry().bottom()
    qtbot.keyClick(box, Key.Key_Escape)
    QApplication.processEvents()
    assert lines.visualRect(index).height() == before.height()
