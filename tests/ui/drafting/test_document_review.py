from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on

TEXT = """# An Evening Together

## Welcome (10 min)

"Good evening, and thank you for coming."

Dim the lights when everybody is here.

## First round

- What brought you here?
"""


def keys_on(qtbot, review, *keys):
    for key in keys:
        qtbot.keyClick(review.lines, key)


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.worker.busy())


def test_pasted_text_is_looked_through_and_kept_as_a_guide(read, view, kept, qtbot):
    review = read(TEXT)
    assert [row.meaning for row in review.lines.rows()] == [
        "Title of the guide",
        "Part",
        "Read aloud",
        "Tip, not understood",
        "Part",
        "Question",
    ]
    with qtbot.waitSignal(view.kept) as told:
        qtbot.mouseClick(button_saying(view, "Keep as a guide"), Qt.MouseButton.LeftButton)
    assert told.args == ["guide 1"]
    guide = read_guide(kept[0], "kept", Words())
    assert guide.title == "An Evening Together"
    assert guide.sessions[0].parts[0].tips == ("Dim the lights when everybody is here.",)


def test_a_document_is_read_from_a_file(view, context, tmp_path, qtbot):
    path = tmp_path / "evening.md"
    path.write_text(TEXT, encoding="utf-8")
    view.open(path)
    assert "Reading “evening.md”" in words_on(view)
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
    settle(qtbot, context)
    assert len(view.review.lines.rows()) == 6


def test_a_file_that_is_no_document_is_refused_in_words_and_nothing_is_lost(view, tmp_path, qtbot):
    path = tmp_path / "evening.docx"
    path.write_bytes(b"no archive")
    view.open(path)
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.choice)
    assert any("is not the kind of document that its name says" in said for said in words_on(view))


def test_reading_can_be_stopped(view, context, qtbot):
    view.open_text(TEXT)
    qtbot.mouseClick(button_saying(view, "Stop"), Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert view.views.currentWidget() is view.choice


def test_text_from_the_clipboard_is_shown_before_it_is_used(view, qtbot):
    QGuiApplication.clipboard().setText(TEXT)
    qtbot.keyClick(view.choice.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.choice.box.toPlainText() == TEXT
    qtbot.keyClick(button_saying(view, "Make a guide of this text"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)


def test_a_document_that_was_left_can_be_gone_on_with_and_undone(read, view, ask, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    ask.answer = "later"
    qtbot.keyClick(review.lines, Qt.Key.Key_Escape)
    assert view.views.currentWidget() is view.choice
    qtbot.mouseClick(button_saying(view, "Go on with it"), Qt.MouseButton.LeftButton)
    assert view.review.document.lines[3].meaning is Meaning.NOTE_TAKER
    view.undo_latest()
    assert view.review.document.lines[3].meaning is Meaning.UNKNOWN


def test_leaving_asks_nothing_when_nothing_was_changed(read, view, ask, qtbot):
    review = read(TEXT)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(review.lines, Qt.Key.Key_Escape)
    assert not ask.asked


def test_what_was_thrown_away_is_not_offered_again(read, view, ask, desk, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    ask.answer = "throw away"
    qtbot.keyClick(review.lines, Qt.Key.Key_Escape)
    assert desk.file.kept_review().read() is None
    assert "Go on with it" not in words_on(view)
