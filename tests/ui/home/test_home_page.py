from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.sample import import_sample, remove_sample
from dialogue_desk.desk.session.closing_edits import set_step_state
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.home.home_side import HomeSide
from dialogue_desk.ui.home.next_card import NextCard
from dialogue_desk.ui.home.session_table import SessionTable
from dialogue_desk.ui.widgets.button import Button, Weight
from tests.desk.evening import a_desk
from tests.desk.trust.other_circles import handed, opened
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begin, held, prepared, run


@pytest.fixture
def home(desk, folders, context, qtbot):
    page = HomePage(desk, folders, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    return page


def shown(page, qtbot):
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return words_on(page)


def primary(page):
    return [b.text() for b in page.findChildren(Button) if b.weight is Weight.PRIMARY and b.isVisibleTo(page)]


def test_an_empty_desk_says_what_the_app_is_for_and_offers_to_begin(home, qtbot):
    words = shown(home, qtbot)
    assert words[0] == "Welcome!"
    assert primary(home) == ["Start a conversation now"]
    assert "Open the sample community" in words
    assert QApplication.focusWidget().text() == "Start a conversation now"
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.PREPARE)]


def test_the_sample_is_offered_and_wanted_by_a_key(home, qtbot):
    shown(home, qtbot)
    with qtbot.waitSignal(home.sample_wanted):
        qtbot.keyClick(button_saying(home, "Open the sample community"), Qt.Key.Key_Space)


def test_the_next_session_is_first_and_enter_runs_it(home, desk, shelf, folders, qtbot):
    later, today = prepared(desk, shelf, hours=26, code="C09"), prepared(desk, shelf)
    held(desk, shelf, folders, code="C01")
    words = shown(home, qtbot)
    assert words.index("C07, Eastside Library") < words.index("After that") < words.index("Past sessions")
    assert "7:00 to 9:00 PM · 20 min ago" in words
    assert "Session 2 of 2: What is going on here? · 11 people · Safety Together" in words
    assert primary(home) == ["Run"]
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.RUN, today)]
    assert any(text.startswith("Tomorrow, 9:00 PM") for text in words)
    assert later != today


def test_notes_can_be_taken_for_a_session_that_another_laptop_runs(home, desk, shelf, qtbot):
    today = prepared(desk, shelf)
    shown(home, qtbot)
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(button_saying(home, "Take notes"), Qt.Key.Key_Space)
    assert wanted.args == [Route(PageName.NOTES, today)]


def test_of_a_session_that_another_laptop_runs_the_next_thing_is_to_take_notes(
    home, desk, shelf, tmp_path, qtbot
):
    other = a_desk(tmp_path / "other.db", 9, at=desk.clock.now())
    session = prepared(other, shelf)
    run(other, Folders(other, shelf), session, MoveKind.START, minutes=5)
    opened(desk, handed(other, session, tmp_path, profile=Profile.OTHER_LAPTOP))
    other.file.close()
    words = shown(home, qtbot)
    assert "7:00 to 9:00 PM · now · another laptop runs it" in words
    assert primary(home) == ["Take notes"]
    assert button_saying(home, "Run").weight is Weight.NORMAL
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.NOTES, session)]


def test_a_guide_of_one_session_is_named_once(home, desk, shelf, qtbot):
    begin(desk, shelf)
    words = shown(home, qtbot)
    assert "Session 2: One Evening, One Question · 11 people" in words


@pytest.mark.parametrize("ahead", [False, True])
def test_a_laptop_that_only_took_notes_finds_its_way_to_the_close(home, desk, shelf, qtbot, ahead):
    if ahead:
        prepared(desk, shelf, code="C01")
    session = prepared(desk, shelf, hours=1)
    shown(home, qtbot)
    assert home.findChild(Button, f"noted:{session}") is None
    desk.add(session, Note(NoteKind.HOPE, "A bench by the bus stop"))
    more = home.findChild(Button, f"noted:{session}")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.CLOSE, session)]


def test_a_session_left_in_the_middle_is_on_top_with_where_it_stopped(home, desk, shelf, folders, qtbot):
    prepared(desk, shelf, hours=1)
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START, MoveKind.NEXT, minutes=2)
    words = shown(home, qtbot)
    part = folders.session(session_id).plan.parts[1]
    sentence = next(text for text in words if text.startswith("You were in part 2"))
    assert sentence == f"You were in part 2, {part.title}, with {part.minutes - 2}:00 left."
    assert words.index(sentence) < words.index("Run")
    assert primary(home) == ["Resume"]
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.RUN, session_id)]


def test_with_nothing_coming_up_the_first_thing_is_to_start(home, desk, shelf, folders, qtbot):
    closed = held(desk, shelf, folders)
    desk.add(closed, Note(NoteKind.HOPE, "A bench by the bus stop", part="p"))
    words = shown(home, qtbot)
    assert "Nothing is coming up" in words
    assert primary(home) == ["Start a conversation now"]
    table = home.findChild(SessionTable)
    (row,) = table.rows()
    assert (row.code, row.notes, row.act) == ("C07", "1", "Finish: 5 steps left")
    table.setFocus()
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.CLOSE, closed)]


def test_the_page_changes_with_the_desk(home, desk, shelf, qtbot):
    shown(home, qtbot)
    prepared(desk, shelf)
    assert "C07, Eastside Library" in words_on(home)
    desk.undo()
    assert words_on(home)[0] == "Welcome!"


def test_a_change_on_the_desk_leaves_the_focus_where_it_was(home, desk, shelf, qtbot):
    prepared(desk, shelf)
    shown(home, qtbot)
    button_saying(home, "Take notes").setFocus()
    prepared(desk, shelf, hours=30)
    assert QApplication.focusWidget().text() == "Take notes"
    assert home.isAncestorOf(QApplication.focusWidget())


def state_of(home):
    (row,) = home._shown.findChild(SessionTable).rows()
    return row.act or row.choice or row.done


def test_what_is_open_at_a_close_is_an_act_for_two_weeks(home, desk, shelf, folders, qtbot):
    session = held(desk, shelf, folders)
    desk.add(session, Note(NoteKind.HOPE, "A bench."))
    shown(home, qtbot)
    assert state_of(home) == "Finish: 5 steps left"
    for step in (CloseStep.READ_BACK, CloseStep.PRIVACY, CloseStep.ATTENDANCE, CloseStep.DEBRIEF):
        set_step_state(desk, session, step, StepState.DONE)
    assert state_of(home) == "Finish: 1 step left"
    set_step_state(desk, session, CloseStep.EXPORT, StepState.DONE)
    assert state_of(home) == "Wrapped up"
    desk.undo()
    desk.clock.advance(15 * 24 * 60 * MINUTE)
    home.refresh()
    assert state_of(home) == ""


def test_a_session_left_days_ago_is_resumed_from_its_row_and_not_taken_for_over(
    home, desk, shelf, folders, qtbot
):
    session = prepared(desk, shelf)
    run(desk, folders, session, MoveKind.START, MoveKind.NEXT, minutes=2)
    other = prepared(desk, shelf, code="C09")
    run(desk, folders, other, MoveKind.START, MoveKind.CLOSE)
    desk.clock.advance(3 * 24 * 60 * MINUTE)
    shown(home, qtbot)
    table = home.findChild(SessionTable)
    assert {row.code: row.act for row in table.rows()}["C07"] == "Left in part 2"
    table.go_to(session)
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [Route(PageName.RUN, session)]


def test_six_hundred_sessions_are_all_there_and_the_page_follows_the_keys(home, desk, shelf, folders, qtbot):
    held(desk, shelf, folders)
    shown(home, qtbot)
    (row,) = home.findChild(SessionTable).rows()
    rows = tuple(replace(row, id=f"s{number}", code=f"C{number}") for number in range(600))
    past = home._shown.past(rows, 600)
    home._shown.add(past)
    past.show()
    assert "600 circles · 600 sessions" in words_on(past)
    bar = home._shown.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20_000)
    past.table.setFocus()
    qtbot.keyClick(past.table, Qt.Key.Key_End)
    seen = past.table.visualRect(past.table.currentIndex())
    assert past.table.current_id() == "s599"
    corner = past.table.mapTo(home._shown.viewport(), seen.topLeft())
    assert home._shown.viewport().rect().contains(corner)


def test_a_change_on_the_desk_leaves_the_page_scrolled_where_it_was(home, desk, shelf, folders, qtbot):
    for number in range(8):
        held(desk, shelf, folders, code=f"C{number:02}")
    home.resize(1366, 400)
    shown(home, qtbot)
    bar = home._shown.verticalScrollBar()
    for _ in range(6):  # text that wraps is laid out again when its width is known
        QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    scrolled = bar.value()
    assert scrolled > 0
    old = home._shown
    prepared(desk, shelf, hours=30)
    assert home._shown is not old
    qtbot.waitUntil(lambda: home._shown.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: home._shown.verticalScrollBar().value() == scrolled)


def test_a_program_leads_to_its_picture(home, desk, shelf, qtbot):
    import_sample(desk, shelf, home._words)
    words = shown(home, qtbot)
    assert "8 of 10 sessions have arrived" in words
    with qtbot.waitSignal(home.wanted) as wanted:
        qtbot.keyClick(button_saying(home, "Open the program"), Qt.Key.Key_Space)
    (route,) = wanted.args
    assert route.page is PageName.PROGRAM and desk.get(route.id).body.sample


def test_the_sample_is_marked_and_can_be_deleted_whole(home, desk, shelf, qtbot):
    import_sample(desk, shelf, home._words)
    words = shown(home, qtbot)
    assert len([text for text in words if "Sample" in text]) == 1
    home.sample_removal_wanted.connect(lambda: remove_sample(desk))
    qtbot.keyClick(button_saying(home, "Delete the sample"), Qt.Key.Key_Space)
    assert words_on(home)[0] == "Welcome!"


def test_files_and_folders_are_two_answers_to_one_button(home, desk, shelf, qtbot):
    shown(home, qtbot)
    button = button_saying(home, "Open a file or folder")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(home.folder_wanted):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(("width", "scale"), [(1366, 100), (1280, 125), (1366, 200)])
def test_nothing_is_cut_at_any_size_of_text(home, desk, shelf, qtbot, width, scale):
    prepared(desk, shelf, place="The community center behind the old fire station on Alder Bend Road")
    home._theme.change(scale=scale)
    home.resize(width, 720)
    shown(home, qtbot)
    assert home.minimumSizeHint().width() <= width
    column = home._shown
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()


def test_without_past_sessions_the_side_is_where_reading_begins_however_wide_the_window(
    home, desk, shelf, qtbot
):
    prepared(desk, shelf)
    home.resize(1920, 1080)
    shown(home, qtbot)
    QApplication.processEvents()
    side, card = home.findChild(HomeSide), home.findChild(NextCard)
    assert side.mapTo(home, QPoint(0, 0)).x() == card.mapTo(home, QPoint(0, 0)).x()
    assert side.width() >= 240
