"""Texts of one sort are added, removed and moved by keys; an empty one is deleted when it is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.ui.editor.text_list import TextList
from dialogue_desk.words import Words

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def told():
    return []


@pytest.fixture
def texts(theme, told, qtbot):
    texts = TextList(theme, Words(), "Say", "Add", optional=True)
    qtbot.addWidget(texts)
    for name in ("changed", "added", "deleted", "moved", "let_out"):
        getattr(texts, name).connect(lambda *args, name=name: told.append((name, *args)))
    texts.show_texts(("one", "two", "three"), (False, True, False))
    texts.show()
    texts.activateWindow()
    qtbot.waitUntil(texts.isActiveWindow)
    return texts


def shown(texts):
    return [row.box.text() for row in texts.rows]


def test_each_text_has_a_name_with_its_place(texts):
    assert [row.box.accessibleName() for row in texts.rows][1] == "Say, 2 of 3"
    assert [row.note.isVisible() for row in texts.rows] == [False, True, False]


def test_a_new_text_is_told_with_its_first_letter_and_changed_from_then_on(texts, told, qtbot):
    qtbot.keyClick(texts.rows[0].box, Qt.Key.Key_Return)
    assert told == []
    qtbot.keyClicks(QApplication.focusWidget(), "ab")
    assert told == [("added", 1, "a"), ("changed", 1, "ab")]
    assert shown(texts) == ["one", "ab", "two", "three"]


def test_a_new_text_that_stays_empty_goes_when_it_is_left(texts, told, qtbot):
    qtbot.keyClick(texts.rows[2].box, Qt.Key.Key_Return)
    assert len(texts.rows) == 4
    texts.rows[0].box.setFocus()
    assert shown(texts) == ["one", "two", "three"] and told == []


def test_a_text_that_is_emptied_is_deleted_only_when_it_is_left(texts, told, qtbot):
    box = texts.rows[1].box
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert told == []
    qtbot.keyClicks(box, "new")
    assert [one[0] for one in told] == ["changed"] * 3
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    texts.rows[0].box.setFocus()
    assert told[-1] == ("deleted", 1) and shown(texts) == ["one", "three"]


def test_alt_and_an_arrow_move_a_text_and_stop_at_the_ends(texts, told, qtbot):
    qtbot.keyClick(texts.rows[0].box, Qt.Key.Key_Up, ALT)
    assert told == []
    qtbot.keyClick(texts.rows[0].box, Qt.Key.Key_Down, ALT)
    assert told == [("moved", 0, 1)] and shown(texts) == ["two", "one", "three"]
    assert QApplication.focusWidget() is texts.rows[1].box


def test_lines_that_are_pasted_become_texts_in_their_order(texts, told):
    texts.rows[2].box.more_pasted.emit(("four", "five"))
    assert shown(texts) == ["one", "two", "three", "four", "five"]
    assert told == [("added", 3, "four"), ("added", 4, "five")]


def test_the_menu_of_a_text_moves_it_deletes_it_and_lets_it_be_left_out(texts, told):
    for words in ("May be left out", "Move down", "Must be asked", "Delete"):
        texts.rows[0].more.click()
        menu = texts.findChildren(QMenu)[-1]
        next(one for one in menu.actions() if one.text() == words).trigger()
        menu.close()
    assert told == [("let_out", 0, True), ("moved", 0, 1), ("let_out", 0, False), ("deleted", 0)]
    assert shown(texts) == ["one", "three"]


def test_other_texts_are_shown_in_the_boxes_that_are_there(texts, told):
    box = texts.rows[0].box
    texts.show_texts(("uno",))
    assert shown(texts) == ["uno"] and texts.rows[0].box is box and told == []
