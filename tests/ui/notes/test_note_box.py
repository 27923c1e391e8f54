import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.notes.note_box import NoteBox, keep_from_shortcuts
from tests.ui.keyboards import send

ENTER, SHIFT, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
A_MILLION = 1_000_000
LONG_PIECES = st.tuples(
    st.text("ab \n\té👍\u202e\u200b\u0301#/", min_size=1, max_size=12), st.integers(1, 300)
).map(lambda piece: piece[0] * piece[1])


@pytest.fixture
def box(theme, qtbot):
    box = NoteBox()
    qtbot.addWidget(box)
    box.resize(330, 72)
    box.show()
    box.setFocus()
    return box


@pytest.fixture
def entered(box):
    heard = []
    box.entered.connect(lambda: heard.append(box.text()))
    return heard


def paste(box, text):
    QGuiApplication.clipboard().setText(text)
    box.paste()


@pytest.mark.parametrize(
    "text", ["x" * A_MILLION, "word " * (A_MILLION // 5), "مرحبا👩🏽‍🌾" * 100_000, "a\n" * 50_000]
)
def test_a_million_characters_are_held_and_edited_to_the_character(box, qtbot, text):
    paste(box, text)
    qtbot.keyClicks(box, "ab")
    assert box.text() == text + "ab"
    longest, block = 0, box.document().firstBlock()
    while block.isValid():
        longest, block = max(longest, block.length()), block.next()
    assert longest <= 4_000, "Qt lays a whole block out anew with each key"
    box.clear()
    assert box.text() == ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(LONG_PIECES, st.booleans()), min_size=1, max_size=5))
def test_whatever_is_pasted_before_and_behind_is_held_to_the_character(box, pastes):
    box.clear()
    held = ""
    for piece, behind in pastes:
        box.moveCursor(QTextCursor.MoveOperation.End if behind else QTextCursor.MoveOperation.Start)
        paste(box, piece)
        held = held + piece if behind else piece + held
        assert box.text() == held
    for _ in pastes:
        box.undo()
    assert box.text() == ""


def test_lines_typed_into_a_long_line_are_lines(box, qtbot):
    paste(box, "x" * 2_500)
    cursor = box.textCursor()
    cursor.setPosition(1_501)
    box.setTextCursor(cursor)
    qtbot.keyClick(box, ENTER, SHIFT)
    assert box.text().count("\n") == 1
    assert box.text().replace("\n", "") == "x" * 2_500
    box.undo()
    assert box.text() == "x" * 2_500


def test_what_is_copied_out_of_a_long_line_has_no_seam(box):
    paste(box, "abc\n" + "x" * 2_500 + "\ndef")
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == box.text() == "abc\n" + "x" * 2_500 + "\ndef"


def test_text_put_into_the_box_is_held_like_text_that_is_pasted(box):
    box.setPlainText("x" * 2_500 + "\nend")
    assert box.text() == "x" * 2_500 + "\nend"
    assert not box.document().isUndoAvailable()


def test_a_paste_of_markup_is_pasted_as_words(box):
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='http://example.org/x.png'>")
    mime.setText("=1+1 <b>bold</b>\r\nnext")
    box.insertFromMimeData(mime)
    assert box.text() == "=1+1 <b>bold</b>\nnext"


def test_an_enter_while_a_word_is_composed_saves_nothing(box, entered, qtbot):
    QApplication.sendEvent(box, QInputMethodEvent("に", []))
    qtbot.keyClick(box, ENTER)
    assert entered == []
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(box, done)
    qtbot.keyClick(box, ENTER)
    assert entered == ["日本"]


def test_a_letter_made_with_a_dead_key_is_one_letter(box, entered, qtbot):
    qtbot.keyClicks(box, "se")
    QApplication.sendEvent(box, QInputMethodEvent("~", []))
    done = QInputMethodEvent()
    done.setCommitString("ñ")
    QApplication.sendEvent(box, done)
    qtbot.keyClicks(box, "or")
    qtbot.keyClick(box, ENTER)
    assert entered == ["señor"]


def test_a_character_typed_by_its_number_is_no_command(box, qtbot):
    box.offer("#Safe")
    key = Qt.KeyboardModifier.KeypadModifier | ALT
    heard = []
    shortcut = QShortcut(QKeySequence("Alt+2"), box)
    shortcut.activated.connect(lambda: heard.append("command"))
    qtbot.keyClick(box, Qt.Key.Key_2, key)
    assert heard == []
    qtbot.keyClick(box, Qt.Key.Key_2, ALT)
    assert heard == ["command"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [("dark #sa", "fety at night", "dark #Safe_streets at night"), ("#sa", "", "#Safe_streets ")],
)
def test_a_theme_is_completed_in_the_middle_of_a_line_too(box, before, after, whole):
    box.setPlainText(before + after)
    cursor = box.textCursor()
    cursor.setPosition(len(before))
    box.setTextCursor(cursor)
    box.complete("#Safe_streets")
    assert box.text() == whole
    assert box.textCursor().position() == whole.index("#Safe_streets ") + len("#Safe_streets ")


def test_enter_takes_a_theme_only_when_the_arrows_chose_it(box, entered, qtbot):
    qtbot.keyClicks(box, "#sa")
    box.offer("#Safe")
    qtbot.keyClick(box, ENTER)
    assert entered == ["#sa"]
    box.offer("#Safe", picked=True)
    qtbot.keyClick(box, ENTER)
    assert (entered, box.text()) == (["#sa"], "#Safe ")


def test_the_arrows_move_the_cursor_where_nothing_is_offered(box, qtbot):
    box.setPlainText("one\ntwo")
    box.moveCursor(QTextCursor.MoveOperation.End)
    turned = []
    box.turned.connect(turned.append)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.textCursor().blockNumber() == 0
    box.offer("#Safe")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (turned, box.textCursor().blockNumber()) == ([1], 0)


def test_only_a_wanted_key_is_kept_from_the_shortcuts():
    for letter, kept in (("a", True), ("b", False)):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, 0, Qt.KeyboardModifier.NoModifier, letter)
        override.ignore()
        assert keep_from_shortcuts(override, lambda event: event.text() == "a") is kept
        assert override.isAccepted() is kept


def test_what_is_no_shortcut_is_left_alone():
    press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "a")
    assert not keep_from_shortcuts(press, lambda event: True)
    assert not keep_from_shortcuts(QEvent(QEvent.Type.ShortcutOverride), lambda event: True)


@pytest.mark.parametrize("mac", [False, True])
def test_option_types_letters_on_a_mac_and_alt_is_a_command_elsewhere(theme, qtbot, mac):
    box, pressed = NoteBox(mac=mac), []
    qtbot.addWidget(box)
    for key in ("Alt+A", "Meta+Shift+E", "Meta+3"):
        QShortcut(QKeySequence(key), box).activated.connect(lambda key=key: pressed.append(key))
    box.show()
    qtbot.waitUntil(box.isActiveWindow)
    box.setFocus()
    send(box, Qt.Key.Key_A, "å", ALT)
    assert (box.text(), pressed) == (("å", []) if mac else ("", ["Alt+A"]))
    send(box, Qt.Key.Key_E, "", Qt.KeyboardModifier.MetaModifier | SHIFT)
    send(box, Qt.Key.Key_3, "", Qt.KeyboardModifier.MetaModifier)
    assert pressed[-2:] == ["Meta+Shift+E", "Meta+3"]
