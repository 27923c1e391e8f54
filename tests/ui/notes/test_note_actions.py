"""The list of notes, worked without the mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Level, Note, NoteKind, Spread
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from tests.ui.notes.test_notes_panel import on_two_laptops, open_dialog
from tests.ui.widgets.speaking import spoken

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier


@pytest.fixture
def page(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    return page


@pytest.fixture
def notes(page):
    return page.notes.list


@pytest.fixture
def work(page):
    return page.notes.workbench


@pytest.fixture
def folder(folders, session_id):
    """The session as it is on disk."""
    return lambda: folders.session(session_id)


@pytest.fixture
def texts(notes):
    """What the list shows, from top to bottom."""
    return lambda: [row.text for row in notes.rows()]


@pytest.fixture
def caught(page, desk, session_id, clock, notes):
    """Catch notes, a minute apart, in the first part; the keys are then on the first."""

    def catch(*bodies):
        ids = []
        for body in bodies:
            note = Note(NoteKind.CONCERN, body, "check-in") if isinstance(body, str) else body
            ids.append(desk.add(session_id, replace(note, said_at=clock.now())))
            clock.advance(MINUTE)
        notes.setFocus()
        notes.go_to(ids[0])
        return ids

    return catch


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def choose_all(qtbot):
    press(qtbot, Key.Key_A, CTRL)


def open_menu():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())


def theme_sheet(page, qtbot):
    sheet = next(one for one in page.window().findChildren(ThemeSheet) if one.isVisible())
    qtbot.waitUntil(sheet.line.hasFocus)
    return sheet


# Choosing.


def test_arrows_home_and_end_go_through_the_list(caught, notes, qtbot):
    ids = caught("one", "two", "three")
    press(qtbot, Key.Key_Down)
    assert notes.current_id() == ids[1]
    press(qtbot, Key.Key_End)
    assert notes.current_id() == ids[2]
    press(qtbot, Key.Key_Home)
    assert notes.chosen() == (ids[0],)


def test_shift_goes_on_choosing_and_ctrl_and_space_choose_one_by_one(caught, notes, qtbot):
    ids = caught("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    assert notes.chosen() == (ids[0], ids[1])
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Down, CTRL)
    press(qtbot, Key.Key_Down, CTRL)
    press(qtbot, Key.Key_Space, CTRL)
    assert notes.chosen() == (ids[0], ids[2])


def test_escape_leaves_one_chosen(caught, notes, qtbot):
    ids = caught("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_Escape)
    assert notes.chosen() == (ids[0],)
    assert QApplication.focusWidget() is notes


def test_a_note_on_its_own_is_marked_while_the_keyboard_is_on_it(caught, page, notes, theme):
    caught(Note(NoteKind.HOPE, "a lamp"), Note(NoteKind.HOPE, "a bench"))

    def marked():
        QApplication.processEvents()
        rect = notes.visualRect(notes.currentIndex())
        picture = notes.viewport().grab().toImage()
        return (
            picture.pixelColor(rect.left() + 4, rect.center().y()).name().upper() == theme.tokens.accent_soft
        )

    notes.setFocus()
    assert marked()
    page.notes.focus_box()
    assert not marked()
    notes.selectAll()
    assert marked()


def test_the_keyboard_comes_to_the_line_that_was_just_written(caught, page, notes, qtbot):
    caught("first", "second")
    for line in ("third", "fourth"):
        page.notes.focus_box()
        qtbot.keyClicks(page.notes.note_input.box, line)
        press(qtbot, Key.Key_Return)
        notes.setFocus(Qt.FocusReason.BacktabFocusReason)
        assert notes.rows()[-1].text == line and notes.current_id() == notes.rows()[-1].id
    press(qtbot, Key.Key_Home)
    page.notes.focus_box()
    notes.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert notes.current_id() == notes.rows()[0].id


def test_space_in_the_list_does_not_go_on_to_the_next_part(caught, page, qtbot):
    caught("one")
    here = page._controller.live.current
    press(qtbot, Key.Key_Space)
    assert page._controller.live.current == here


def test_several_chosen_bring_a_bar_that_says_how_many(caught, work, qtbot):
    caught("one", "two", "three")
    assert not work.bar.isVisible()
    choose_all(qtbot)
    assert work.bar.isVisible()
    assert work.bar._count.text() == "3 notes selected"
    press(qtbot, Key.Key_Down)
    assert not work.bar.isVisible()


def test_the_same_notes_stay_chosen_when_they_move(caught, notes, desk, qtbot):
    ids = caught("one", "two", "three")
    notes.choose([ids[0], ids[1]])
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, part="where-i-stand"))
    assert set(notes.chosen()) == {ids[0], ids[1]}


def test_after_removing_the_keys_are_on_the_next_note(caught, notes, qtbot):
    ids = caught("one", "two", "three")
    press(qtbot, Key.Key_Delete)
    assert notes.current_id() == ids[1]
    press(qtbot, Key.Key_Delete)
    assert notes.current_id() == ids[2]


# Typing over one.


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_a_note_is_typed_over_in_its_place(caught, work, folder, said, qtbot, key):
    caught("Stops feel randm", "two")
    press(qtbot, key)
    box = QApplication.focusWidget()
    assert box is work.editor.box and box.text() == "Stops feel randm"
    press(qtbot, Key.Key_Backspace)
    type_in(qtbot, "om")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "Stops feel random"
    assert QApplication.focusWidget() is work.list
    assert not work.editor.isVisible()
    assert said[-1] == "Saved."


def test_the_editor_stands_where_the_row_stands_under_its_heading(caught, work, notes, qtbot):
    caught("one", "two")
    heading = notes.visualRect(notes.model().index(0)).top()
    press(qtbot, Key.Key_F2)
    first, second = (notes.visualRect(notes.model().index(row)) for row in range(2))
    place = work.editor.geometry()
    assert heading < place.top() and place.bottom() <= first.bottom() < second.top()
    assert place.width() > 200


def test_escape_leaves_the_row_as_it_was(caught, folder, work, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    press(qtbot, Key.Key_Escape)
    assert folder().notes[0].body.text == "one"
    assert not work.editing()


def test_shift_and_enter_begin_a_line_in_the_row(caught, folder, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Return, SHIFT)
    type_in(qtbot, "two")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "one\ntwo"


def test_the_row_grows_with_what_is_typed(caught, work, notes, qtbot):
    caught("one", "two")
    press(qtbot, Key.Key_F2)
    before = work.editor.height()
    for _ in range(4):
        press(qtbot, Key.Key_Return, SHIFT)
    assert work.editor.height() > before
    assert notes.visualRect(notes.model().index(1)).top() > work.editor.geometry().bottom()


def test_marks_in_the_row_are_those_of_capture_and_one_step_of_undo(caught, folder, desk, qtbot):
    caught("Stops feel random")
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().text() == "Stops feel random"
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #safe_streets /2")
    press(qtbot, Key.Key_Return)
    (note,) = folder().notes
    assert folder().theme_names(note.body.themes) == ("safe streets",)
    assert note.body.spread is Spread.A_FEW
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().text() == "Stops feel random #safe_streets /2"
    press(qtbot, Key.Key_Escape)
    desk.undo()
    assert folder().notes[0].body.themes == () and folder().themes == {}


def test_tab_completes_a_theme_in_the_row(caught, folder, work, qtbot):
    caught("one #school", "two")
    work.list.go_to(work.list.rows()[0].id)
    press(qtbot, Key.Key_F2)
    work.editor.offers.show_themes(["Safe streets"])
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #str")
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().text().endswith("#Safe_streets ")


def test_a_key_splits_a_note_at_the_cursor(caught, folder, texts, said, notes, qtbot):
    caught("They nodded. Who reads the forms?", "three")
    press(qtbot, Key.Key_F2)
    box = QApplication.focusWidget()
    cursor = box.textCursor()
    cursor.setPosition(len("They nodded."))
    box.setTextCursor(cursor)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["They nodded.", "Who reads the forms?", "three"]
    assert notes.rows()[1].id == notes.current_id()
    assert said[-1] == "Split in two."


def test_a_split_at_the_end_says_where_to_put_the_cursor(caught, texts, context, work, qtbot):
    caught("They nodded.")
    press(qtbot, Key.Key_Return, CTRL)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["They nodded."]
    assert context.toast.sentence() == "Put the cursor between two words, to split the note there."
    assert work.editing()


def test_letters_beyond_the_first_plane_are_split_where_they_stand(caught, texts, qtbot):
    caught("👩🏽‍🌾 one two")
    press(qtbot, Key.Key_F2)
    box = QApplication.focusWidget()
    box.setTextCursor(box.document().find(" two"))
    cursor = box.textCursor()
    cursor.setPosition(cursor.selectionStart())
    box.setTextCursor(cursor)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["👩🏽‍🌾 one", "two"]


def test_what_is_typed_stays_when_another_note_comes(caught, work, desk, session_id, folder, qtbot):
    caught("one", "two")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.add(session_id, Note(NoteKind.HOPE, "from the other laptop", "check-in", said_at=1))
    assert QApplication.focusWidget() is work.editor.box
    assert work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Return)
    assert {note.body.text for note in folder().notes} == {"one and more", "two", "from the other laptop"}


def test_what_is_typed_stays_when_its_note_has_gone_and_brings_it_back(caught, work, desk, folder, qtbot):
    ids = caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.remove(ids[0])
    assert work.editor.isVisible() and work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Return)
    assert [note.body.text for note in folder().notes] == ["one and more"]


def test_what_another_laptop_changed_while_it_is_typed_over_stays_changed(caught, desk, folder, qtbot):
    ids = caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, kind=NoteKind.HOPE))
    press(qtbot, Key.Key_Return)
    (note,) = folder().notes
    assert (note.body.text, note.body.kind) == ("one and more", NoteKind.HOPE)


def test_an_untouched_row_shows_what_it_says_by_now(caught, work, desk, qtbot):
    ids = caught("one")
    press(qtbot, Key.Key_F2)
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, text="uno"))
    assert work.editor.box.text() == "uno"


def test_leaving_the_page_saves_what_is_typed_over(caught, page, folder, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    page.leave()
    assert folder().notes[0].body.text == "one and more"


def test_going_on_to_another_row_saves_the_first(caught, work, folder, qtbot):
    ids = caught("one", "two")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    work.open(ids[1])
    assert folder().notes[0].body.text == "one and more"
    assert work.editor.box.text() == "two"


def test_what_could_not_be_written_stays_in_the_row(caught, work, desk, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.file.close()
    with qtbot.captureExceptions() as raised:
        press(qtbot, Key.Key_Return)
    assert raised
    assert work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Escape)


def test_alt_and_a_letter_change_the_kind_of_what_is_typed_over(caught, work, folder, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    press(qtbot, Key.Key_H, ALT)
    assert folder().notes[0].body.kind is NoteKind.HOPE
    assert (work.editor.box.text(), work.editor._head.text()) == ("one and more", "Hope")


def test_two_wordings_are_chosen_between_before_a_note_is_typed_over(caught, page, desk, qtbot):
    ids = caught("one", "two")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    press(qtbot, Key.Key_F2)
    assert open_dialog(page, ConflictDialog)
    assert not page.notes.workbench.editing()


def test_what_waits_for_a_choice_is_not_joined_over(caught, desk, texts, context, qtbot):
    ids = caught("one", "two")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    choose_all(qtbot)
    press(qtbot, Key.Key_J)
    assert len(texts()) == 2
    assert context.toast.sentence().startswith("One of these was changed on two laptops")


def test_typing_over_what_another_laptop_changed_meanwhile_asks_for_its_wording_first(
    caught, page, work, desk, texts, qtbot
):
    ids = caught("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    press(qtbot, Key.Key_Return)
    assert open_dialog(page, ConflictDialog)
    assert work.editor.box.text() == "one and more"
    assert desk.get(ids[0]).in_conflict
    work.keep_what_is_typed()
    assert desk.get(ids[0]).in_conflict
    assert "one and more" in texts()


def test_what_undo_brings_back_is_chosen_and_in_sight(caught, notes, desk, qtbot):
    ids = caught(*(f"note {number}" for number in range(30)))
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_End)
    desk.undo()
    assert notes.chosen() == (ids[0],)
    assert notes.viewport().rect().intersects(notes.visualRect(notes.model().index(0)))


def test_a_half_typed_letter_is_composed_before_it_is_kept(caught, folder, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    QApplication.focusWidget().insertPlainText(" cafe\u0301")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "one caf\u00e9"


# With several.


def test_j_joins_what_is_chosen(caught, texts, notes, said, desk, qtbot):
    ids = caught("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_J)
    assert texts() == ["one\ntwo", "three"]
    assert notes.current_id() == ids[0]
    assert said[-1] == "2 notes joined into one."
    assert desk.can_undo() is Act.JOIN
    desk.undo()
    assert texts() == ["one", "two", "three"]


def test_one_alone_is_not_joined(caught, context, texts, qtbot):
    caught("one", "two")
    press(qtbot, Key.Key_J)
    assert context.toast.sentence() == "Select two or more notes to join them."
    assert len(texts()) == 2


def test_m_puts_notes_under_another_part(caught, folder, notes, said, qtbot):
    ids = caught("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_M)
    menu = open_menu()
    assert menu.activeAction().text() == "1. Check-in"
    press_in = [action for action in menu.actions() if action.text().startswith("4. ")]
    press_in[0].trigger()
    menu.close()
    assert {note.body.part for note in folder().notes} == {"where-i-stand"}
    assert said[-1] == "2 notes moved to 4. Where I stand."
    assert notes.chosen() == tuple(ids)


def test_the_chooser_of_parts_is_worked_with_the_keys(caught, folder, qtbot):
    caught("one")
    press(qtbot, Key.Key_M)
    menu = open_menu()
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert folder().notes[0].body.part == folder().plan.parts[1].id


def test_a_number_sign_puts_themes_on_and_takes_them_off(caught, page, folder, desk, qtbot):
    caught("one", "two", "three")
    choose_all(qtbot)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    qtbot.keyClicks(sheet.line, "the_school")
    qtbot.keyClick(sheet.line, Key.Key_Return)
    qtbot.keyClick(sheet.line, Key.Key_Return)
    assert {folder().theme_names(note.body.themes) for note in folder().notes} == {("the school",)}
    desk.undo()
    assert folder().themes == {}
    desk.redo()
    page.activateWindow()
    qtbot.waitUntil(page.notes.list.hasFocus)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    sheet.ticks["the school"].click()
    sheet.saved.emit()
    assert {note.body.themes for note in folder().notes} == {()}


def test_a_theme_that_only_some_have_stays_where_nobody_touches_it(caught, page, folder, qtbot):
    caught("one", "two")
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #school")
    press(qtbot, Key.Key_Return)
    choose_all(qtbot)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    assert sheet.ticks["school"].accessibleName() == "school (on 1 of 2)"
    qtbot.keyClicks(sheet.line, "stops")
    qtbot.keyClick(sheet.line, Key.Key_Return)
    sheet.saved.emit()
    names = [folder().theme_names(note.body.themes) for note in folder().notes]
    assert names == [("school", "stops"), ("stops",)]


def test_alt_and_a_letter_change_the_kind_of_all_that_is_chosen(caught, folder, page, qtbot):
    caught("one", ActionIdea("two", "check-in", who="The city"))
    choose_all(qtbot)
    press(qtbot, Key.Key_Q, ALT)
    assert [(note.body.kind, note.body.text) for note in folder().notes] == [
        (NoteKind.QUESTION, "one"),
        (NoteKind.QUESTION, "two\nWho: The city"),
    ]
    assert folder().actions == ()
    assert len(page.notes.list.chosen()) == 2


def test_alt_and_a_digit_say_how_many(caught, folder, said, qtbot):
    caught("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_3, ALT)
    assert {note.body.spread for note in folder().notes} == {Spread.MOST}
    assert said[-1] == "How many of you: most"
    press(qtbot, Key.Key_0, ALT)
    assert {note.body.spread for note in folder().notes} == {None}


def test_an_exclamation_mark_makes_an_action_idea_and_a_note_again(caught, folder, texts, said, qtbot):
    caught("one", "a bench", "three")
    press(qtbot, Key.Key_Down)
    type_in(qtbot, "!")
    assert [action.body.what for action in folder().actions] == ["a bench"]
    assert texts() == ["one", "a bench", "three"]
    assert said[-1] == "1 note is an action idea now."
    type_in(qtbot, "!")
    assert folder().actions == ()
    assert texts() == ["one", "a bench", "three"]


def test_an_action_idea_turned_twice_is_whole_again(caught, folder, qtbot):
    idea = ActionIdea(
        "a bench", "check-in", who="The city", why="Nobody rests", level=Level.INSTITUTION, dots=4
    )
    caught(idea)
    type_in(qtbot, "!")
    assert (
        folder().notes[0].body.text
        == "a bench\nWhy: Nobody rests\nWho: The city\nWhere: Institutions\nDots: 4"
    )
    type_in(qtbot, "!")
    (again,) = folder().actions
    assert again.body == replace(idea, said_at=again.body.said_at)


def test_a_note_that_must_not_leave_stays_a_note_and_it_is_said_why(caught, folder, context, qtbot):
    caught(Note(NoteKind.QUOTE, "I felt seen", "check-in"))
    type_in(qtbot, "!")
    assert len(folder().notes) == 1
    assert "stay notes" in context.toast.sentence()


def test_s_keeps_notes_from_everyone(caught, folder, notes, page, qtbot):
    caught("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_S)
    assert all(note.body.sensitive for note in folder().notes)
    assert notes.rows()[0].label == "Concern · sensitive"
    assert not page.tools.speakers_bar.isVisible()
    press(qtbot, Key.Key_S)
    assert not any(note.body.sensitive for note in folder().notes)


def test_delete_removes_all_that_is_chosen_in_one_step(caught, texts, context, desk, qtbot):
    caught("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_Delete)
    assert texts() == ["three"]
    assert context.toast.sentence() == "2 notes were deleted."
    desk.undo()
    assert texts() == ["one", "two", "three"]


def test_the_keys_of_the_page_work_where_the_list_does_not_use_them(caught, page, qtbot):
    caught("one")
    part = page._controller.live.current
    press(qtbot, Key.Key_PageDown)
    assert page._controller.live.current == part + 1


# The menu.


@pytest.mark.parametrize("way", ["menu key", "shift and F10", "right click"])
def test_the_menu_holds_all_that_can_be_done_with_its_keys(caught, notes, qtbot, way):
    caught("one")
    if way == "shift and F10":
        press(qtbot, Key.Key_F10, SHIFT)
    else:
        reasons = QContextMenuEvent.Reason
        reason = reasons.Mouse if way == "right click" else reasons.Keyboard
        event = QContextMenuEvent(reason, QPoint(9, 9), notes.viewport().mapToGlobal(QPoint(9, 9)))
        QApplication.sendEvent(notes.viewport(), event)
    menu = open_menu()
    shown = {
        action.text(): action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for action in menu.actions()
        if not action.isSeparator() and action.menu() is None
    }
    assert shown == {
        "Edit": "F2",
        "Split it in two": "Ctrl+Return",
        "Details": "Alt+Return",
        "Move to another part": "M",
        "Themes": "#",
        "Change to action idea, or back to note": "!",
        "Sensitive": "S",
        "Delete": "Del",
    }
    menus = {action.text(): len(action.menu().actions()) for action in menu.actions() if action.menu()}
    assert menus == {"Kind": 11, "How many of you": 6}
    menu.close()


def test_the_menu_of_several_joins_them(caught, work, texts, qtbot):
    caught("one", "two")
    choose_all(qtbot)
    menu = work.menu()
    (join,) = [action for action in menu.actions() if action.text() == "Join them into one"]
    join.trigger()
    assert texts() == ["one\ntwo"]


def test_the_menu_of_an_action_idea_asks_for_no_spread(caught, work):
    caught(ActionIdea("a bench", "check-in"))
    words = [action.text() for action in work.menu().actions()]
    assert "How many of you" not in words and "Sensitive" not in words


def test_the_sheet_of_keys_knows_the_keys_of_the_list(page):
    told = dict(page.notes.list.keys.shortcuts()["Selected notes"])
    assert told["Join them into one"] == "J"
    assert told["Edit"].startswith("F2")


# What readers hear, and the bar.


def test_the_editor_in_a_row_says_what_it_is(caught, work, qtbot):
    caught("one")
    press(qtbot, Key.Key_F2)
    told = spoken(work.editor.box)
    assert told.name == "Edit: Concern"
    assert "Esc cancels" in told.description


def test_the_bar_joins_with_the_mouse(caught, work, texts, qtbot):
    caught("one", "two")
    choose_all(qtbot)
    join = next(
        button for button in work.bar.findChildren(type(work.editor.save_button)) if button.text() == "Join"
    )
    join.click()
    assert texts() == ["one\ntwo"]
    assert not work.bar.isVisible()


def test_ctrl_z_in_a_row_takes_back_typing_and_then_what_was_done(caught, page, work, qtbot):
    caught("one")
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, page).activated.connect(lambda: undone.append("window"))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, "!!")
    press(qtbot, Key.Key_Z, CTRL)
    assert (work.editor.box.text(), undone) == ("one", [])


def test_what_was_joined_can_be_taken_apart_after_a_restart(caught, desk, shelf, session_id, qtbot):
    caught("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_J)
    desk.file.close()
    again = Desk(DeskFile(desk.file.path), desk.clock, RandomIds(8))
    assert again.can_undo() is Act.JOIN
    again.undo()
    assert [note.body.text for note in Folders(again, shelf).session(session_id).notes] == ["one", "two"]
    again.redo()
    assert [note.body.text for note in Folders(again, shelf).session(session_id).notes] == ["one\ntwo"]
    again.file.close()


def test_a_quote_says_whether_it_may_be_repeated(caught, notes):
    caught(Note(NoteKind.QUOTE, "I felt seen", "check-in", consent=Consent.YES))
    assert notes.rows()[0].label == "Quote · may be repeated"
