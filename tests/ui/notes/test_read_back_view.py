"""Reading back, in the close and while the session runs, with the keys a person presses."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.closing.circle_page_sheet import CirclePageSheet
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.read_back_view import ReadBack
from dialogue_desk.ui.notes.room_choice import RoomReadBack
from dialogue_desk.ui.style.theme import Size
from dialogue_desk.ui.widgets.button import Button
from tests.desk.partners import import_unjudged
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begin

LINES = ("Stops near the school feel random.", "A key to the gym.", "Who reads the forms?")
KINDS = (NoteKind.CONCERN, NoteKind.STRENGTH, NoteKind.QUESTION)
PRIVATE = (
    Note(NoteKind.DEBRIEF, "Two people left early."),
    Note(NoteKind.QUOTE, "If the lamp works, I walk.", consent=Consent.WITHDRAWN),
    Note(NoteKind.QUOTE, "", consent=Consent.WITHDRAWN),
)
ASKED = "I call my son."


@pytest.fixture
def evening(desk, shelf):
    """A session of three notes and an action idea, with three notes more that are nobody's business."""
    session_id = begin(desk, shelf)
    for kind, text in zip(KINDS, LINES, strict=True):
        desk.add(session_id, Note(kind, text, "round-one"))
    for note in PRIVATE:
        desk.add(session_id, note)
    desk.add(session_id, ActionIdea("A lamp walk", "round-two"))
    return session_id


class ShownWindows(QObject):
    """Remembers which windows were shown, however short."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.shown.append(watched)
        return False


def test_its_title_is_never_a_window_of_its_own(desk, context, qtbot):
    windows = ShownWindows()
    QApplication.instance().installEventFilter(windows)
    titled, untitled = ReadBack(desk, context, title="Read back"), ReadBack(desk, context)
    QApplication.instance().removeEventFilter(windows)
    assert windows.shown == []
    for view in (titled, untitled):
        qtbot.addWidget(view)
        view.show()
    assert titled.title.isVisible() and not untitled.title.isVisible()


@pytest.fixture
def page(desk, folders, context, room, qtbot, evening):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_session(evening)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


@pytest.fixture
def view(page, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    return page._panes.pane("read-back").view


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def here(view):
    return next(row.text for row in view.list.rows() if row.id == view.list.current_id())


def texts(view):
    return [row.text for row in view.list.rows()]


def read(folders, session_id):
    folder = folders.session(session_id)
    said = {one.id: one.body for one in (*folder.notes, *folder.actions)}
    return {getattr(said[one], "text", "") or said[one].what for one in folder.closing.read}


def test_enter_leads_to_the_first_note_and_the_rest_is_in_sight(view):
    assert view.list.hasFocus() and here(view) == LINES[0]
    assert texts(view) == [*LINES, "A lamp walk"]
    assert "0 of 4 read" in words_on(view)


def test_a_note_that_came_in_later_is_the_one_to_read_when_a_person_comes_back(
    view, page, desk, evening, qtbot
):
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Space)
    assert "4 of 4 read" in words_on(view)
    page.go_to(CloseStep.EXPORT)
    desk.add(evening, Note(NoteKind.CONCERN, "Nobody rings back.", "round-two"))
    page.go_to(CloseStep.READ_BACK)
    assert here(view) == "Nobody rings back."


def test_what_is_private_is_left_out_and_that_is_said(view):
    assert "Not read aloud: 1 debrief note, 2 quotes without permission" in words_on(view)
    assert not set(texts(view)) & {note.text for note in PRIVATE}


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 716)), (125, (1280, 655)), (200, (1366, 699))])
def test_the_note_and_what_is_done_with_it_are_in_sight_on_small_screens(view, page, theme, scale, size):
    """Below the bar of the window, which has the rest of the height."""
    theme.change(scale=scale)
    page.resize(*size)
    QApplication.processEvents()
    view.take_focus()
    QApplication.processEvents()
    assert (page.width(), page.height()) == size
    for button in (view.primary, view.edit_button, *view.room_choice.findChildren(QAbstractButton)):
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()
    line = view.list.visualRect(view.list.currentIndex())
    assert line.top() >= 0 and view.list.viewport().visibleRegion().contains(line.center())


def test_a_quote_is_asked_about_where_it_is_read(view, desk, evening, qtbot):
    quote = desk.add(evening, Note(NoteKind.QUOTE, ASKED))
    row = next(row for row in view.list.rows() if row.text == ASKED)
    assert row.note == "ask: may it be shared? (Q)"
    assert any("1 quote: ask permission (Q)." in words for words in words_on(view))
    view.list.go_to(row.id)
    press(qtbot, Qt.Key.Key_Q)
    menu = view.findChild(QMenu)
    named, *answers = menu.actions()
    assert named.text() == f"“{ASKED}”"
    assert [action.text() for action in answers] == ["Ask permission", "May be repeated", "Not shared …"]
    answers[1].trigger()
    menu.close()
    assert desk.get(quote).body.consent is Consent.YES
    assert not any("ask permission" in words for words in words_on(view))


def test_a_quote_that_was_just_read_is_asked_about_and_reading_goes_on(
    view, desk, evening, context, folders, qtbot
):
    quote = desk.add(evening, Note(NoteKind.QUOTE, ASKED, "round-one"))
    view.list.go_to(quote)
    press(qtbot, Qt.Key.Key_Space)
    assert context.toast.sentence() == f"Ask now: may “{ASKED}” be shared? (Q)"
    assert here(view) != ASKED and quote in folders.session(evening).closing.read
    press(qtbot, Qt.Key.Key_Q)
    menu = view.findChild(QMenu)
    assert menu.actions()[0].text() == f"“{ASKED}”"
    menu.actions()[2].trigger()
    menu.close()
    assert desk.get(quote).body.consent is Consent.YES


def test_quotes_that_nobody_was_asked_about_are_told_when_all_is_read(view, desk, evening, context, qtbot):
    quote = desk.add(evening, Note(NoteKind.QUOTE, ASKED))
    view.list.go_to(quote)
    for _ in range(5):
        press(qtbot, Qt.Key.Key_Space)
    assert view._folder.closing.read >= {row.id for row in view.list.rows()}
    assert context.toast.sentence() == "1 quote: ask permission (Q)."


def test_a_line_that_was_read_and_gets_another_kind_is_unread_and_that_is_said(
    view, folders, evening, context, qtbot
):
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_K)
    menu = view.findChild(QMenu)
    next(one for one in menu.actions() if one.text() == "Disagreement").trigger()
    menu.close()
    assert read(folders, evening) == set()
    assert context.toast.sentence().startswith("Its kind changed, so it does not count as read now.")


def test_space_ticks_a_note_and_goes_on(view, folders, evening, qtbot, said):
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Space)
    assert here(view) == LINES[2]
    assert read(folders, evening) == set(LINES[:2])
    assert "2 of 4 read" in words_on(view) and said[-1] == "2 of 4 read"


def test_space_comes_back_to_a_note_that_was_passed_over(view, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Space)
    assert here(view) == LINES[0]
    press(qtbot, Qt.Key.Key_Space)
    assert len(read(folders, evening)) == 4 and "4 of 4 read" in words_on(view)


def test_a_tick_is_taken_back_with_shift_and_by_undo(view, folders, evening, desk, qtbot):
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert read(folders, evening) == set() and here(view) == LINES[0]
    desk.undo()
    assert read(folders, evening) == {LINES[0]}


def test_the_mark_is_pressed_with_the_mouse(view, folders, evening, qtbot):
    row = view.list.rows()[1]
    rect = view.list.visualRect(view.list.model().index(1, 0))
    line = view.list._delegate.line_of(row, rect)
    mark = view.list._delegate.mark_of(line, mirrored=False).center().toPoint()
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    assert read(folders, evening) == {LINES[1]}
    QApplication.processEvents()
    row = view.list.rows()[1]
    rect = view.list.visualRect(view.list.model().index(1, 0))
    mark = view.list._delegate.mark_of(view.list._delegate.line_of(row, rect), mirrored=False).center()
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=mark.toPoint())
    assert read(folders, evening) == set()


def test_a_note_is_mended_in_its_place_and_the_hand_stays_there(view, folders, evening, desk, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, NoteBox) and box.toPlainText() == LINES[0]
    assert box.parentWidget() is view.list.viewport()
    assert box.font().pixelSize() == Size.TITLE
    qtbot.keyClicks(box, " Nobody says why.")
    press(qtbot, Qt.Key.Key_Return)
    assert here(view) == f"{LINES[0]} Nobody says why." and view.list.hasFocus()
    assert not box.isVisible()
    desk.undo()
    assert here(view) == LINES[0]


def test_escape_leaves_a_note_as_it_was_and_an_empty_one_is_not_kept(view, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " Oh.")
    press(qtbot, Qt.Key.Key_Escape)
    assert here(view) == LINES[0] and view.list.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    QApplication.focusWidget().clear()
    press(qtbot, Qt.Key.Key_Return)
    assert here(view) == LINES[0]


def test_who_goes_elsewhere_keeps_what_was_mended(page, view, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " Still.")
    page.go_to("debrief")
    assert folders.session(evening).notes[0].body.text == f"{LINES[0]} Still."


def test_what_could_not_be_kept_stands_in_its_box_still(view, desk, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, " Nobody says why.")
    desk.file.close()
    with qtbot.capture_exceptions() as troubles:
        press(qtbot, Qt.Key.Key_Return)
    assert troubles and box.isVisible() and box.toPlainText().endswith("Nobody says why.")
    view.list.end_editing()


def test_an_action_idea_is_mended_too(view, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " in April")
    press(qtbot, Qt.Key.Key_Return)
    assert folders.session(evening).actions[0].body.what == "A lamp walk in April"


def test_k_offers_another_kind(view, folders, evening, qtbot):
    press(qtbot, Qt.Key.Key_K)
    (menu,) = [one for one in view.findChildren(QMenu) if one.isVisible()]
    hope = next(one for one in menu.actions() if one.text() == "Hope")
    hope.trigger()
    menu.close()
    assert folders.session(evening).notes[0].body.kind is NoteKind.HOPE


def test_delete_takes_a_note_out_and_it_comes_back_alone(view, desk, context, evening, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Delete)
    assert texts(view) == [LINES[0], LINES[2], "A lamp walk"]
    assert here(view) == LINES[2]
    desk.add(evening, Note(NoteKind.HOPE, "A bench.", "round-one"))
    context.toast.acted.emit("bring back read")
    assert LINES[1] in texts(view) and "A bench." in texts(view)


def test_the_notes_of_one_part_are_chosen(view, qtbot):
    offered = [view.part.itemText(one) for one in range(view.part.count())]
    assert offered[0] == "The whole session (4)" and len(offered) == 3
    view.show_part("round-two")
    assert texts(view) == ["A lamp walk"]
    view.show_part("a part without notes")
    assert len(texts(view)) == 4


@pytest.fixture
def other(tmp_path, clock):
    """The desk of the other laptop."""
    other = Desk(DeskFile(tmp_path / "other.db"), clock, RandomIds(8))
    yield other
    other.file.close()


def test_a_note_that_two_laptops_changed_is_chosen_before_it_is_mended(page, view, desk, other, qtbot):
    note = view._entries[0]
    for one, to in ((desk, other), (other, desk)):
        if one is other:
            desk.rewrite(note.id, replace(note.body, text="Stops feel random."))
            other.rewrite(note.id, replace(note.body, text="Nobody says why.", sensitive=True))
        records = {record.id: record for record in one.file.records.everything()}
        import_unjudged(to, [IncomingPackage(one.device, "stick", records)])
    press(qtbot, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(ConflictDialog)
    dialog.reject()


def wall(room):
    return [content.texts for content in room.shown if content.mode == "lines"]


def choose_on_wall(view, what):
    view.room_choice.choose(what)
    view.room_choice.chosen.emit(what)


def test_the_wall_shows_nothing_until_somebody_asks(view, room, qtbot):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down):
        press(qtbot, key)
    assert wall(room) == [] and not room.is_open()


def test_the_wall_shows_the_note_that_is_read_and_follows(view, room, qtbot):
    choose_on_wall(view, RoomReadBack.THIS)
    assert room.is_open() and wall(room)[-1] == (LINES[0],)
    press(qtbot, Qt.Key.Key_Space)
    assert wall(room)[-1] == (LINES[1],)
    choose_on_wall(view, RoomReadBack.NOTHING)
    assert not room.is_open() and wall(room)[-1] == ()


def page_on_wall(room):
    return room.shown[-1].page


def test_the_page_on_the_wall_has_every_line_with_its_code_and_marks_the_one_that_is_read(view, room, qtbot):
    choose_on_wall(view, RoomReadBack.PAGE)
    page = page_on_wall(room)
    assert room.is_open() and [line.text for line in page.lines] == [*LINES, "A lamp walk"]
    assert [line.code for line in page.lines] == [line_code(row.id) for row in view.list.rows()]
    assert (page.at, page.marked) == (0, True)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    assert page_on_wall(room).at == 1


def test_what_is_edited_aloud_is_on_the_wall_once_it_is_saved(view, room, qtbot):
    choose_on_wall(view, RoomReadBack.PAGE)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(view.list._box, " Really.")
    assert page_on_wall(room).lines[0].text == LINES[0]
    qtbot.keyClick(view.list._box, Qt.Key.Key_Return)
    assert page_on_wall(room).lines[0].text == f"{LINES[0]} Really."


def test_the_page_can_be_printed_with_what_is_being_edited(view, qtbot, desk):
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(view.list._box, " Really.")
    view.print_button.click()
    (sheet,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CirclePageSheet)]
    assert any("Really." in text for text in words_on(sheet))
    sheet.reject()


def test_a_sensitive_note_is_read_and_never_on_the_wall(view, desk, folders, evening, room, qtbot):
    first = folders.session(evening).notes[0]
    desk.rewrite(first.id, replace(first.body, sensitive=True))
    choose_on_wall(view, RoomReadBack.THIS)
    assert here(view) == LINES[0] and view.list.rows()[0].note == "sensitive, never on the room display"
    assert wall(room)[-1] == ()
    choose_on_wall(view, RoomReadBack.PAGE)
    page = page_on_wall(room)
    assert [line.text for line in page.lines] == [*LINES[1:], "A lamp walk"]
    assert (page.at, page.marked) == (0, False)


@pytest.mark.parametrize("how", ["another step", "the page", "another session"])
def test_the_wall_is_off_again_when_reading_is_left(page, view, desk, room, how):
    choose_on_wall(view, RoomReadBack.THIS)
    if how == "another step":
        page.go_to("debrief")
    elif how == "the page":
        page.leave()
    else:
        page.show_session(desk.add(desk.add("", Circle("C08")), desk.get(page._session).body))
    assert not room.is_open() and wall(room)[-1] == ()
    assert view.room_choice.choice() == RoomReadBack.NOTHING


def test_the_room_never_sees_a_note_while_the_session_is_closed_otherwise(page, room, qtbot):
    for step in CloseStep:
        page.go_to(step)
        QApplication.processEvents()
    assert room.shown == [] and not room.is_open()


def test_a_session_without_notes_says_so(page, desk, shelf):
    page.show_session(begin(desk, shelf))
    page.go_to("read-back")
    assert "Nothing to read back" in words_on(page)


# While the session runs.


def test_v_reads_the_part_that_is_on_and_escape_comes_back(run_page, desk, session_id, folders, qtbot):
    part = folders.session(session_id).plan.parts[0].id
    desk.add(session_id, Note(NoteKind.HOPE, "A bench.", part))
    desk.add(session_id, Note(NoteKind.HOPE, "Elsewhere."))
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_V)
    view = page.tools.read_back.view
    assert view.list.hasFocus() and texts(view) == ["A bench."]
    press(qtbot, Qt.Key.Key_Space)
    assert folders.session(session_id).closing.read
    assert view.list.rows()[0].read
    press(qtbot, Qt.Key.Key_Escape)
    assert page.card.isVisible() and not view.isVisible()


def test_k_is_a_kind_while_reading_and_the_parking_lot_otherwise(run_page, desk, session_id, qtbot):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_V)
    press(qtbot, Qt.Key.Key_K)
    assert page.tools.parking.isHidden()
    for menu in page.findChildren(QMenu):
        menu.close()
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_K)
    assert page.tools.parking.isVisible()


def test_a_part_for_reading_back_offers_it_and_reads_the_whole_session(run_page, desk, shelf, folders, qtbot):
    session_id = begin(desk, shelf)
    desk.add(session_id, Note(NoteKind.HOPE, "A bench.", "round-one"))
    page = run_page(session_id, taking_notes=True)
    page._moves.go_to("read-back")
    page.tools.show_read_back("read-back")
    assert texts(page.tools.read_back.view) == ["A bench."]
    live = run_page(session_id)
    assert not live.card.tools.read_back.isVisible()
    live._moves.start_or_pause()
    live._moves.go_to("read-back")
    assert live.card.tools.read_back.isVisible()
    live.card.tools.read_back.click()
    assert texts(live.tools.read_back.view) == ["A bench."]


def test_the_note_taker_reads_back_beside_the_notes(run_page, desk, session_id, qtbot):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
    page = run_page(session_id, taking_notes=True)
    button_saying(page.top, "Read back").click()
    QApplication.processEvents()
    assert page.tools.read_back.isVisible() and page.notes.isVisible()
    button_saying(page.tools.read_back, "Back to the part").click()
    QApplication.processEvents()
    assert not page.tools.read_back.isVisible() and page.notes.note_input.box.hasFocus()


def test_the_wall_of_a_running_session_goes_back_to_what_was_there(run_page, desk, session_id, room, qtbot):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_F5)
    press(qtbot, Qt.Key.Key_V)
    assert wall(room) == []
    choose_on_wall(page.tools.read_back.view, RoomReadBack.THIS)
    assert wall(room)[-1] == ("A bench.",) and page.room_bar.sources.chosen == "lines"
    press(qtbot, Qt.Key.Key_Escape)
    assert room.is_open() and room.shown[-1].mode == "question"
    assert page.room_bar.sources.chosen == "question"


def test_a_wall_that_was_opened_for_the_notes_closes_with_them(run_page, desk, session_id, room, qtbot):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_V)
    choose_on_wall(page.tools.read_back.view, RoomReadBack.THIS)
    assert room.is_open()
    press(qtbot, Qt.Key.Key_Escape)
    assert not room.is_open() and room.shown[-1].mode == "question"


@pytest.mark.parametrize("where", ["close", "run"])
def test_who_closes_the_wall_has_asked_for_no_more_notes_there(where, request, desk, session_id, room, qtbot):
    if where == "close":
        view = request.getfixturevalue("view")
    else:
        desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
        view = request.getfixturevalue("run_page")(session_id).tools.read_back.view
        press(qtbot, Qt.Key.Key_V)
    choose_on_wall(view, RoomReadBack.THIS)
    room.close()
    press(qtbot, Qt.Key.Key_Down)
    assert view.room_choice.choice() == RoomReadBack.NOTHING and not room.is_open()


def test_one_button_is_primary_while_reading(run_page, desk, session_id, qtbot):
    desk.add(session_id, Note(NoteKind.HOPE, "A bench."))
    page = run_page(session_id)
    press(qtbot, Qt.Key.Key_V)
    loud = [one.text() for one in page.findChildren(Button) if one.weight == "primary" and one.isVisible()]
    assert loud == ["Read. Next"]


def test_a_line_typed_over_while_it_is_read_back_is_read_as_one_typed_fresh(view, desk, folders, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " #school /3")
    press(qtbot, Qt.Key.Key_Return)
    note = next(one.body for one in view._folder.notes if one.body.text.startswith("Stops near"))
    assert note.text == LINES[0]
    assert view._folder.theme_names(note.themes) == ("school",)
    assert note.spread is Spread.MOST


def test_words_that_look_like_marks_stay_words_when_they_are_typed_over(view, desk, evening, qtbot):
    odd = desk.add(evening, Note(NoteKind.CONCERN, "Take the bus home /2", "round-one"))
    view.list.go_to(odd)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "5")
    press(qtbot, Qt.Key.Key_Return)
    assert desk.get(odd).body.text == "Take the bus home /25"
    assert desk.get(odd).body.spread is None


def test_who_goes_on_while_a_note_is_edited_has_saved_and_read_it_and_is_at_the_next(
    run_page, folders, evening, desk, qtbot
):
    page = run_page(evening)
    page.card.clock_button.click()
    page._controller.go_to("read-back")
    press(qtbot, Qt.Key.Key_V)
    view, part = page.tools.read_back.view, page._controller.live.current
    first = view._here
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " Nobody says why.")
    press(qtbot, Qt.Key.Key_PageDown)
    assert desk.get(first).body.text == f"{LINES[0]} Nobody says why."
    assert first in folders.session(evening).closing.read
    assert page._controller.live.current == part
    assert here(view) == LINES[1] and view.list.hasFocus()
