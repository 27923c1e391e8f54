from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.storage.kept_review import KeptReview
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


def test_pasted_text_is_looked_through_and_kept_as_a_guide(read, view, own, qtbot):
    review = read(TEXT)
    assert [row.meaning for row in review.lines.rows()] == [
        "Title of the guide",
        "Part · 10 min",
        "Read aloud",
        "Becomes a tip",
        "Part · 10 min",
        "Question",
    ]
    with qtbot.waitSignal(view.kept) as told:
        qtbot.mouseClick(button_saying(view, "Save as a guide"), Qt.MouseButton.LeftButton)
    (kept,) = own.all()
    assert told.args == [kept.key] and kept.origin is Origin.DOCUMENT
    guide = read_guide(kept.texts["en"].text, "kept", Words())
    assert guide.title == "An Evening Together"
    assert guide.sessions[0].parts[0].tips == ("Dim the lights when everybody is here.",)


def test_a_document_is_read_from_a_file(view, settle, tmp_path, qtbot):
    path = tmp_path / "evening.md"
    path.write_text(TEXT, encoding="utf-8")
    view.open(path)
    assert "Reading “evening.md”" in words_on(view)
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
    settle()
    assert len(view.review.lines.rows()) == 6


def test_a_file_that_is_no_document_is_refused_in_words_and_nothing_is_lost(view, tmp_path, qtbot):
    path = tmp_path / "evening.docx"
    path.write_bytes(b"no archive")
    view.open(path)
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.choice)
    assert any("is not the kind of document that its name says" in said for said in words_on(view))


def test_reading_can_be_stopped(view, settle, qtbot):
    view.open_text(TEXT)
    qtbot.mouseClick(button_saying(view, "Stop"), Qt.MouseButton.LeftButton)
    settle()
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
    assert KeptReview(desk.file.path).read() is None
    assert "Go on with it" not in words_on(view)


def test_a_crash_loses_nothing_of_what_was_decided(read, view, make, qtbot):
    review = read(TEXT)
    view.begun._soon.setInterval(0)
    keys_on(qtbot, review, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: not view.begun._soon.isActive())
    again = make()  # without leaving the first one
    assert "You have begun to look through “Pasted text”." in words_on(again)
    qtbot.mouseClick(button_saying(again, "Go on with it"), Qt.MouseButton.LeftButton)
    assert again.review.document.lines[3].meaning is Meaning.NOTE_TAKER


def test_another_page_may_be_shown_in_the_middle(read, view, make, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    view.leave()
    assert not view.begun._soon.isActive()
    assert view.views.currentWidget() is view.review
    assert button_saying(make(), "Go on with it").isVisible()


def test_a_kept_guide_leaves_no_review_behind(read, view, desk, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    view.leave()
    qtbot.mouseClick(button_saying(view, "Save as a guide"), Qt.MouseButton.LeftButton)
    assert KeptReview(desk.file.path).read() is None


def test_a_second_document_takes_the_place_of_the_one_that_is_being_read(view, settle, qtbot):
    view.open_text(TEXT)
    view.open_text("# Another Night\n\n## Talk (5 min)\n\nSit down.\n")
    settle()
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
    settle()
    assert view.review.document.lines[0].source == "Another Night"


def test_another_document_takes_nothing_away_unless_a_person_says_so(read, view, ask, settle, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    other = "# Another Night\n\n## Talk (5 min)\n\nSit down.\n"
    ask.answer = "go on"
    view.open_text(other)
    assert ask.asked == ["Open another document?"]
    assert view.review.document.lines[3].meaning is Meaning.NOTE_TAKER
    ask.answer = "open"
    view.open_text(other)
    settle()
    qtbot.waitUntil(lambda: view.review.document.lines[0].source == "Another Night")


def test_escape_stops_the_reading(view, settle, qtbot):
    view.open_text(TEXT)
    qtbot.keyClick(view.reading.stop, Qt.Key.Key_Escape)
    settle()
    assert view.views.currentWidget() is view.choice


def test_a_full_disk_is_told_and_what_was_decided_stays_on_the_screen(read, view, context, qtbot):
    review = read(TEXT)
    view.begun._kept._path.mkdir()  # nothing can be written there
    keys_on(qtbot, review, Qt.Key.Key_N)
    view.leave()
    assert "could not be written to disk" in context.toast.sentence()
    assert review.document.lines[3].meaning is Meaning.NOTE_TAKER


def test_text_with_half_a_letter_is_read_and_kept_all_the_same(view, own, settle, qtbot):
    view.open_text("# A Night \ud83d\n\n## Talk (5 min)\n\nSit down.\n")
    settle()
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.review)
    keys_on(qtbot, view.review, Qt.Key.Key_A)
    view.leave()
    qtbot.mouseClick(button_saying(view, "Save as a guide"), Qt.MouseButton.LeftButton)
    assert len(own.all()) == 1


def test_a_document_of_which_nothing_is_left_in_is_a_guide_all_the_same(read, view, own, settle, qtbot):
    review = read(TEXT)
    qtbot.keyClick(review.lines, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys_on(qtbot, review, Qt.Key.Key_O)
    settle()
    assert not review._doubts
    qtbot.mouseClick(button_saying(view, "Save as a guide"), Qt.MouseButton.LeftButton)
    assert read_guide(own.all()[0].texts["en"].text, "kept", Words()).title


def test_a_document_that_was_gone_on_with_stays_when_it_is_left_unchanged(read, view, make, ask, qtbot):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    view.leave()
    again = make()
    for _ in range(2):
        qtbot.mouseClick(button_saying(again, "Go on with it"), Qt.MouseButton.LeftButton)
        qtbot.keyClick(again.review.lines, Qt.Key.Key_Escape)
    assert not ask.asked and button_saying(again, "Go on with it").isVisible()


def test_what_was_begun_stays_when_the_other_document_cannot_be_read(
    read, view, ask, settle, tmp_path, qtbot
):
    review = read(TEXT)
    keys_on(qtbot, review, Qt.Key.Key_N)
    ask.answer = "open"
    view.open(tmp_path / "gone.docx")
    settle()
    qtbot.waitUntil(lambda: view.views.currentWidget() is view.choice)
    qtbot.mouseClick(button_saying(view, "Go on with it"), Qt.MouseButton.LeftButton)
    assert view.review.document.lines[3].meaning is Meaning.NOTE_TAKER
    view.undo_latest()
    assert view.review.document.lines[3].meaning is Meaning.UNKNOWN
