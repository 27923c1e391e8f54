"""A box for one text is as high as its words, and tells what a person does to it."""

from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.text import TITLE_LETTERS
from dialogue_desk.ui.editor.text_box import LONGEST, TextBox, TitleBox
from dialogue_desk.words import Words
from tests.ui.wheel import turn_wheel

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def box(theme, qtbot):
    box = TextBox(theme, Words())
    qtbot.addWidget(box)
    box.resize(300, 40)
    box.show()
    return box


def pasted(text):
    data = QMimeData()
    data.setText(text)
    return data


def test_it_grows_with_its_words_and_a_very_long_text_scrolls(box, qapp):
    low = box.height()
    box.show_text("word " * 30)
    assert box.height() > 2 * low and not box.verticalScrollBar().isVisible()
    box.show_text("word " * 3_000)
    qapp.processEvents()
    assert box.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize(
    "text", ["", "word " * 30, "x" * 510, "one two \u0645\u0631\u062d\u0628\u0627 \u6f22\u5b57 " * 9]
)
def test_a_box_that_holds_its_words_leaves_the_wheel_to_the_page(box, theme, qapp, text, scale):
    theme.change(scale=scale)
    box.show_text(text)
    qapp.processEvents()
    assert not turn_wheel(box.viewport(), -120).isAccepted()
    assert box.verticalScrollBar().maximum() == 0, "nor does an arrow move the words out of sight"


def test_a_paste_over_everything_gives_the_box_the_height_of_its_new_words(box, qtbot, qapp):
    low = box.height()
    box.show_text("word " * 3_000)
    qapp.processEvents()
    box.selectAll()
    box.insertFromMimeData(pasted("short"))
    assert box.height() == low
    box.selectAll()
    box.insertFromMimeData(pasted("x" * 510))
    assert box.height() > 3 * low


def test_the_wheel_scrolls_a_text_that_is_longer_than_its_box(box, qapp):
    box.show_text("word " * 3_000)
    qapp.processEvents()
    turn_wheel(box.viewport(), -120)
    assert box.verticalScrollBar().value() > 0


def test_what_is_shown_is_not_told_and_what_is_typed_is(box, qtbot):
    told = []
    box.typed.connect(told.append)
    box.show_text("Hello")
    assert told == []
    box.go_to_end()
    qtbot.keyClicks(box, "!")
    assert told == ["Hello!"]


def test_showing_the_same_text_leaves_the_cursor_where_it_is(box, qtbot):
    box.show_text("Hello")
    cursor = box.textCursor()
    cursor.setPosition(2)
    box.setTextCursor(cursor)
    qtbot.keyClicks(box, " ")
    box.show_text("He llo")
    assert box.textCursor().position() == 3


def test_what_is_typed_is_undone_by_the_editor_and_not_by_the_box(box, qtbot):
    qtbot.keyClicks(box, "abc")
    assert not box.document().isUndoAvailable()


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "entered"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "entered"),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "removal_wanted"),
        (Qt.Key.Key_Up, ALT, "move_wanted"),
        (Qt.Key.Key_Down, ALT, "move_wanted"),
    ],
)
def test_keys_tell_what_is_wanted(box, qtbot, key, modifier, signal):
    with qtbot.waitSignal(getattr(box, signal), timeout=100):
        qtbot.keyClick(box, key, modifier)
    assert box.text() == ""


def test_backspace_in_a_text_deletes_a_letter(box, qtbot):
    box.show_text("ab")
    box.go_to_end()
    with qtbot.assertNotEmitted(box.removal_wanted):
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text() == "a"


def test_several_lines_that_are_pasted_are_several_texts(box, qtbot):
    with qtbot.waitSignal(box.more_pasted, timeout=100) as more:
        box.insertFromMimeData(pasted("one\n\n two \r\nthree"))
    assert (box.text(), more.args[0]) == ("one", ("two", "three"))


def test_a_box_of_several_lines_keeps_them(theme, qtbot):
    box = TextBox(theme, Words(), lines=True)
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.insertFromMimeData(pasted("b\nc"))
    assert box.text() == "a\nb\nc"


def test_what_is_too_long_is_not_pasted_and_says_so_until_something_is_typed(box, qtbot):
    told = []
    box.refused.connect(told.append)
    box.insertFromMimeData(pasted("x" * (LONGEST + 1)))
    assert box.text() == "" and "100000 letters" in told[-1].replace(",", "")
    qtbot.keyClicks(box, "a")
    assert told[-1] == ""


def test_a_no_break_space_stays_one(box):
    box.show_text("7\u00a0PM")
    assert box.text() == "7\u00a0PM"


def test_the_box_follows_the_size_of_the_text(box, theme):
    low = box.height()
    theme.change(scale=200)
    QApplication.processEvents()
    assert box.height() > low


def test_a_text_that_just_fills_the_box_settles_at_every_width(theme, qtbot, qapp):
    """Where the bar at its side takes a line more, box and bar must not change each other for ever."""
    random, box = Random(1), TextBox(theme, Words(), lines=True)
    qtbot.addWidget(box)
    box.show()
    for _ in range(120):
        lines = [
            " ".join("x" * random.randint(1, 12) for _ in range(random.randint(1, 60))) for _ in range(12)
        ]
        box.show_text("\n".join(lines))
        width = random.randint(200, 700)
        for more in range(0, 24, 3):
            box.resize(width + more, box.height())
            qapp.processEvents()
    assert box.height() > 200


@pytest.fixture
def title(theme, qtbot):
    title = TitleBox(theme, Words())
    qtbot.addWidget(title)
    title.resize(300, 40)
    title.show()
    return title


def test_a_title_takes_of_a_long_paste_what_it_has_room_for_and_says_so(title, qtbot):
    told = []
    title.refused.connect(told.append)
    title.insertFromMimeData(pasted("x" * 90_000))
    assert title.text() == "x" * TITLE_LETTERS and "200 letters" in told[-1]
    title.selectAll()
    title.insertFromMimeData(pasted("Our street"))
    assert (title.text(), told[-1]) == ("Our street", "")


def test_a_letter_too_many_leaves_the_title_as_it_was(title, qtbot):
    told, typed = [], []
    title.show_text("ab" * (TITLE_LETTERS // 2))
    title.refused.connect(told.append)
    title.typed.connect(typed.append)
    qtbot.keyClicks(title, "c")
    assert title.text() == "ab" * (TITLE_LETTERS // 2) and typed == [] and "200 letters" in told[-1]


def test_a_longer_title_of_a_file_can_be_made_shorter_letter_by_letter(title, qtbot):
    title.show_text("x" * 300)
    title.go_to_end()
    qtbot.keyClick(title, Qt.Key.Key_Backspace)
    assert title.text() == "x" * 299


def test_a_title_is_one_line_without_marks_that_turn_words_around(title):
    title.insertFromMimeData(pasted("Our \u202estreet\nand we"))
    title.insertPlainText("\u202e!")
    assert title.text() == "Our street and we!"
    assert title.textCursor().atEnd()
