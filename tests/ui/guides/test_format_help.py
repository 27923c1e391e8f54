import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.guides.format_help import FormatHelp
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def view(context, show):
    return show(FormatHelp(context))


def test_the_page_is_opened_from_the_library_and_left_with_escape(page, qtbot):
    button_saying(page.library, "How guides are written").click()
    assert isinstance(page.views.currentWidget(), FormatHelp)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.library


def test_back_leaves_it(view, qtbot):
    with qtbot.waitSignal(view.left):
        view.back.click()


def test_its_sections_are_at_the_side_and_lead_to_their_text(view, qtbot):
    titles = [row.title for row in view.outline.rows()]
    assert titles[:2] == ["The top", "Headings"]
    view.outline.setFocus()
    qtbot.keyClick(view.outline, Qt.Key.Key_Down)
    qtbot.keyClick(view.outline, Qt.Key.Key_Down)
    assert view.text.textCursor().block().text() == titles[2]
    assert view.text.cursorRect().top() < view.text.viewport().height()
    assert view.outline.current_id() == "2"


def test_scrolling_marks_the_section_that_is_read(view):
    bar = view.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.outline.current_id() == str(len(view.outline.rows()) - 1)


def test_words_are_found_whatever_their_capitals_and_enter_goes_on(view, qtbot):
    view.field.setFocus()
    qtbot.keyClicks(view.field, "TALKING-PIECE")
    assert "2 found" in words_on(view)
    first = view.text.textCursor().position()
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    second = view.text.textCursor().position()
    assert second > first
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view.text.textCursor().position() == first
    assert [mark.cursor.selectedText() for mark in view.text.extraSelections()] == ["talking-piece"] * 2


def test_what_is_nowhere_says_so_and_escape_clears_it(view, qtbot):
    view.field.setFocus()
    qtbot.keyClicks(view.field, "xylophone")
    assert "Nothing found" in words_on(view)
    qtbot.keyClick(view.field, Qt.Key.Key_Escape)
    assert view.field.text() == "" and view.text.extraSelections() == []


def test_another_text_size_keeps_the_page_and_its_marks(view, theme, qtbot):
    qtbot.keyClicks(view.field, "fishbowl")
    before = len(view.text.extraSelections())
    theme.change(scale=200)
    assert len(view.text.extraSelections()) == before > 0
    assert view.text.document().defaultFont().pixelSize() == 30


def test_in_a_narrow_window_the_text_has_all_the_room(view):
    view.resize(700, 600)
    assert not view.outline.isVisible() and view.text.isVisible()
