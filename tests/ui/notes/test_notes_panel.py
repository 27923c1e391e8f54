"""The pane in which notes are added, listed and edited."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from dialogue_desk.desk.session.session_edits import find_or_add_theme
from dialogue_desk.domain.closing.leaving import Profile, lets
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind, Spread
from dialogue_desk.ui.closing.quotes import WithdrawSheet
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.entry_editors import ActionEditor, NoteEditor
from tests.ui.notes.keys import ALT, ENTER, SHIFT, on_two_laptops, open_dialog
from tests.ui.seen import words_on

HARD_TEXT = (
    "سلام 👩🏽‍🌾 e\u0301 ሰላም",
    "tab\tand\u00a0no break, \u202bright to left\u202c, zero\u200bwidth",
    "中文字,日本語、한국어",
    "x" * 20_000,
    "=1+1; <b>not bold</b> &amp; \\n",
)


@pytest.fixture
def page(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    page.notes.focus_box()
    return page


@pytest.fixture
def kept(folders, session_id):
    """The notes on disk."""
    return lambda: [note.body for note in folders.session(session_id).notes]


def write(qtbot, text, key=ENTER):
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, key)


def open_details(page, qtbot):
    page.notes.list.setFocus()
    qtbot.keyClick(page.notes.list, ENTER, ALT)


def test_enter_saves_and_empties_the_box(page, kept, qtbot, clock):
    clock.advance(MINUTE)
    write(qtbot, "Stops feel random")
    note = Note(NoteKind.EXPERIENCE, "Stops feel random", "check-in", language="en", said_at=clock.now())
    assert kept() == [note]
    assert page.notes.note_input.text() == ""
    assert QApplication.focusWidget() is page.notes.note_input.box
    assert [row.text for row in page.notes.list.rows()] == ["Stops feel random"]


def test_what_could_not_be_written_stays_in_the_box(page, kept, qtbot, desk):
    box = page.notes.note_input.box
    qtbot.keyClicks(box, "Stops feel random")
    desk.file.close()
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(box, ENTER)
    assert raised
    assert page.notes.note_input.text() == "Stops feel random"
    box.clear()


def test_shift_and_enter_begin_a_line(page, kept, qtbot):
    box = page.notes.note_input.box
    qtbot.keyClicks(box, "one")
    qtbot.keyClick(box, ENTER, SHIFT)
    write(qtbot, "two")
    assert kept()[0].text == "one\ntwo"


def test_a_line_that_nobody_entered_is_kept_when_the_page_is_left(page, kept, qtbot):
    qtbot.keyClicks(page.notes.note_input.box, "Stops feel ran")
    page.leave()
    assert [note.text for note in kept()] == ["Stops feel ran"]
    assert page.notes.note_input.text() == ""


def test_an_empty_line_is_not_saved(page, kept, qtbot):
    write(qtbot, "   ")
    assert kept() == []


@pytest.mark.parametrize("text", HARD_TEXT)
def test_pasted_text_is_kept_exactly(page, kept, qtbot, text):
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    QGuiApplication.clipboard().setText(text)
    page.notes.note_input.box.paste()
    qtbot.keyClick(page.notes.note_input.box, ENTER)
    assert kept()[0].text == unicodedata.normalize("NFC", text)
    assert page.notes.list.rows()[0].text == kept()[0].text


def test_a_sign_says_the_kind(page, kept, qtbot):
    write(qtbot, "?Who reads the forms /2")
    assert (kept()[0].kind, kept()[0].text, kept()[0].spread) == (
        NoteKind.QUESTION,
        "Who reads the forms",
        Spread.A_FEW,
    )


def test_alt_and_a_letter_choose_the_kind(page, kept, qtbot):
    qtbot.keyClick(page.notes.note_input.box, Qt.Key.Key_H, ALT)
    write(qtbot, "To be greeted")
    assert kept()[0].kind is NoteKind.HOPE
    assert page.notes.note_input.choices.kinds.chips.choice() == NoteKind.HOPE


def test_an_action_idea_is_a_row_of_its_own(page, folders, session_id, qtbot):
    write(qtbot, "!A bench at the stop #transport")
    (action,) = folders.session(session_id).actions
    assert action.body.what == "A bench at the stop"
    assert page.notes.list.rows()[0].label == "Action idea"
    assert page.notes.list.rows()[0].themes == ("transport",)


def test_a_theme_is_made_on_the_way_and_found_again(page, folders, session_id, qtbot):
    write(qtbot, "one #getting_around")
    write(qtbot, "two #Getting_Around")
    folder = folders.session(session_id)
    assert [theme.name for theme in folder.themes.values()] == ["getting around"]
    assert folder.notes[0].body.themes == folder.notes[1].body.themes


def test_tab_completes_a_theme(page, kept, desk, folders, session_id, qtbot):
    find_or_add_theme(desk, [folders.session(session_id).circle_id], "Safe streets")
    box = page.notes.note_input.box
    box.insertPlainText("👍 dark #")
    qtbot.keyClicks(box, "str")
    assert page.notes.note_input.offers.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert page.notes.note_input.text() == "👍 dark #Safe_streets "
    qtbot.keyClick(box, ENTER)
    assert kept()[0].text == "👍 dark"
    assert page.notes.list.rows()[0].themes == ("Safe streets",)


def test_a_theme_that_begins_like_it_is_offered_first(page, desk, folders, session_id, qtbot):
    for name in ("Bus", "patrols", "school"):
        find_or_add_theme(desk, [folders.session(session_id).circle_id], name)
    qtbot.keyClicks(page.notes.note_input.box, "dark #s")
    qtbot.keyClick(page.notes.note_input.box, Qt.Key.Key_Tab)
    assert page.notes.note_input.text() == "dark #school "


def test_tab_without_a_theme_leaves_the_box(page, qtbot):
    qtbot.keyClicks(page.notes.note_input.box, "dark")
    qtbot.keyClick(page.notes.note_input.box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.notes.note_input.box


def test_undo_is_for_the_window_only_while_the_box_is_empty(page, qtbot):
    box = page.notes.note_input.box
    undone = []
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, page)
    shortcut.activated.connect(lambda: undone.append("window"))
    qtbot.keyClicks(box, "dark")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (box.text(), undone) == ("", [])
    write(qtbot, "kept")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["window"]


def test_undo_and_redo_are_seen_in_the_list(page, desk, qtbot):
    write(qtbot, "one")
    desk.undo()
    assert page.notes.list.rows() == ()
    assert page.notes._empty.isVisible()
    desk.redo()
    assert len(page.notes.list.rows()) == 1


def test_notes_stand_under_their_parts_the_newest_last(page, clock, qtbot):
    write(qtbot, "one")
    clock.advance(MINUTE)
    page.card.next_button.click()
    page.notes.focus_box()
    write(qtbot, "three")
    clock.advance(MINUTE)
    page.card.back_button.click()
    page.notes.focus_box()
    write(qtbot, "two")
    rows = page.notes.list.rows()
    assert [row.text for row in rows] == ["one", "two", "three"]
    assert [row.above for row in rows] == ["1. Check-in", "", "2. Ground rules check"]


def test_a_heading_has_room_of_its_own(page, qtbot):
    write(qtbot, "one")
    write(qtbot, "two")
    rows = page.notes.list
    first, second = (rows.sizeHintForRow(number) for number in (0, 1))
    assert first > second


def test_a_note_is_put_right_in_its_editor(page, kept, qtbot):
    write(qtbot, "Stops feel randm")
    open_details(page, qtbot)
    editor = open_dialog(page, NoteEditor)
    editor.box.setPlainText("Stops feel random")
    editor.kind.choose(NoteKind.CONCERN)
    editor.spread.choose(Spread.MOST)
    editor.themes.control.setText("stops, the school")
    qtbot.keyClick(editor.box, ENTER)
    (note,) = kept()
    assert (note.text, note.kind, note.spread) == ("Stops feel random", NoteKind.CONCERN, Spread.MOST)
    assert page.notes.list.rows()[0].themes == ("stops", "the school")
    assert page.notes.list.rows()[0].label == "Concern · most"


def test_a_quote_waits_for_consent(page, kept, qtbot):
    write(qtbot, '"I felt seen"')
    assert page.notes.list.rows()[0].flag == "Not shared yet: ask permission first"
    open_details(page, qtbot)
    editor = open_dialog(page, NoteEditor)
    assert editor.consent.isVisible()
    editor.consent.choose(Consent.YES)
    editor.save_button.click()
    assert lets(Profile.EVERYONE, kept()[0])
    assert page.notes.list.rows()[0].flag == ""


def test_a_quote_that_is_withdrawn_is_asked_about_and_goes(page, kept, desk, qtbot):
    write(qtbot, '"I felt seen"')
    open_details(page, qtbot)
    editor = open_dialog(page, NoteEditor)
    editor.consent.choose(Consent.WITHDRAWN)
    editor.save_button.click()
    sheet = open_dialog(page.window(), WithdrawSheet)
    assert kept()[0].consent is Consent.NOT_ASKED
    sheet.out.click()
    assert kept() == []
    assert b"I felt seen" not in desk.file.path.read_bytes()


def test_an_action_idea_is_made_more_exact(page, folders, session_id, qtbot):
    write(qtbot, "!A bench at the stop")
    open_details(page, qtbot)
    editor = open_dialog(page, ActionEditor)
    qtbot.keyClicks(editor.who, "The block club")
    qtbot.keyClicks(editor.first_step, "Ask the transit office")
    editor.level.choose(Level.INSTITUTION)
    editor.horizon.choose(Horizon.NOW)
    editor.save_button.click()
    (action,) = folders.session(session_id).actions
    assert action.body == replace(
        action.body,
        who="The block club",
        first_step="Ask the transit office",
        level=Level.INSTITUTION,
        horizon=Horizon.NOW,
    )
    assert page.notes.list.rows()[0].text.endswith("→ Ask the transit office")


def test_escape_leaves_a_note_as_it_was(page, kept, qtbot):
    write(qtbot, "one")
    open_details(page, qtbot)
    editor = open_dialog(page, NoteEditor)
    editor.box.setPlainText("two")
    qtbot.keyClick(editor.box, Qt.Key.Key_Escape)
    assert kept()[0].text == "one"


def test_what_two_laptops_changed_is_chosen_side_by_side(page, kept, desk, qtbot):
    write(qtbot, "one")
    row = page.notes.list.rows()[0]
    on_two_laptops(desk, row.id, Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    assert page.notes.list.rows()[0].flag == "Changed on two laptops: choose"
    page.notes.list.setFocus()
    qtbot.keyClick(page.notes.list, ENTER)
    dialog = open_dialog(page, ConflictDialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    wordings = ["as we wrote it", "as they wrote it"]
    assert [text for text in shown if text in wordings] == wordings
    keeps = [one for one in dialog.findChildren(QPushButton) if one.text() == "Use this version"]
    keeps[0].click()
    assert [note.text for note in kept()] == ["as we wrote it"]
    assert page.notes.list.rows()[0].flag == ""


def test_the_list_says_each_note_to_readers(page, qtbot):
    write(qtbot, "?Who reads the forms #forms")
    row = page.notes.list.rows()[0]
    assert row.accessible_text == "1. Check-in. Question. Who reads the forms. forms. 7:00"


def test_an_action_that_came_in_a_package_is_listed(page, desk, session_id):
    desk.add(session_id, ActionIdea("Paint the curb", "nowhere"))
    assert page.notes.list.rows()[0].above == "Outside any part"


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 680)), (125, (1280, 660))])
def test_the_kinds_of_a_note_stand_whole_where_there_is_little_height(
    run_page, session_id, theme, qtbot, scale, size
):
    theme.change(scale=scale)
    page = run_page(session_id)
    page.resize(*size)
    QApplication.processEvents()
    chips = page.notes.note_input.choices.kinds.chips
    assert page.notes.note_input.notice.policy.text()
    assert chips.height() >= chips.heightForWidth(chips.width())


NOTE = Note(NoteKind.CONCERN, "Stops feel random", "where-i-stand", prompt=1)


def test_where_there_is_little_height_it_is_for_the_notes_while_they_are_worked_with(
    run_page, session_id, desk, theme, qtbot
):
    theme.change(scale=150)
    page = run_page(session_id, size=(1280, 680))
    record = desk.add(session_id, NOTE)
    desk.add(session_id, replace(NOTE, text="two"))
    page.side.write()
    notes = page.notes
    assert notes.note_input.isVisible()
    notes.workbench.open(record)
    assert not notes.note_input.isVisible()
    QApplication.processEvents()
    assert notes.list.viewport().rect().contains(notes.workbench.editor.geometry())
    qtbot.keyClick(notes.workbench.editor.box, Qt.Key.Key_Escape)
    assert notes.note_input.isVisible()
    notes.list.selectAll()
    assert not notes.note_input.isVisible()
    page.side.write()
    assert notes.note_input.box.isVisible() and len(notes.list.chosen()) == 1


def test_notes_of_a_session_of_another_day_are_not_said_to_be_of_today(run_page, session_id, desk, clock):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench by the bus stop"))
    assert "1 today" in words_on(run_page(session_id).notes)
    clock.advance(24 * 60 * MINUTE)
    said = words_on(run_page(session_id, taking_notes=True).notes)
    assert "1 note" in said and "1 today" not in said
