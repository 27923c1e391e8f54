"""Practicing through the real window, with real keys: nothing of it reaches the desk."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.practice.leading_review import LeadingReview
from dialogue_desk.ui.practice.leading_view import LeadingView
from dialogue_desk.ui.practice.note_practice_view import NotePracticeView
from dialogue_desk.ui.practice.note_review import NoteReview
from dialogue_desk.ui.practice.practice_choice import LEAD, NOTES, PracticeChoice
from dialogue_desk.ui.practice.practice_page import PracticePage
from tests.ui.seen import button_saying, words_on
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def records_of(laptop):
    """Return every row of the desk file that holds what people made."""
    with closing(sqlite3.connect(laptop.paths.desk)) as desk:
        return [desk.execute(f"SELECT * FROM {table}").fetchall() for table in ("record", "change", "before")]


def files_of(laptop):
    """Return every byte in the folder of the desk, but for the log."""
    folder = laptop.paths.desk.parent
    found = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path.name: data for path, data in found.items() if path != laptop.paths.log}


@pytest.fixture
def application(laptop):
    return laptop.start()


@pytest.fixture
def page(application, qtbot):
    application.workspace.go(Route(PageName.GUIDES))
    button = button_saying(application.workspace.stack, "Practice")
    button.setFocus()
    press(qtbot, Key.Key_Return)
    page = application.workspace.stack.currentWidget()
    assert isinstance(page, PracticePage)
    return page


def to_the_circle(page, qtbot):
    """Choose nothing else, and begin."""
    page.view.begin.setFocus()
    press(qtbot, Key.Key_Return)
    view = page.view
    assert isinstance(view, NotePracticeView)
    press(qtbot, Key.Key_Return)
    return view


def hear(view, clock, seconds):
    clock.advance(seconds * 1_000)
    view.tick()


def note(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    press(qtbot, Key.Key_Return)


def test_a_whole_practice_by_keys_changes_no_byte_of_the_desk(laptop, page, clock, qtbot):
    before = files_of(laptop)
    view = to_the_circle(page, qtbot)
    hear(view, clock, 40)
    note(qtbot, "stopped twice on the way to work #stops")
    hear(view, clock, 30)
    note(qtbot, "+ both sides wait")
    assert files_of(laptop) == before  # whatever stops the laptop now leaves nothing either
    hear(view, clock, 1_000)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Return)
    assert isinstance(page.view, NoteReview)
    assert page.view.sentence().startswith("You wrote 2 notes.")
    assert files_of(laptop) == before
    button_saying(page, "Another conversation").click()
    assert isinstance(page.view, PracticeChoice)
    assert files_of(laptop) == before


def test_all_of_it_is_chosen_by_keys(page, qtbot):
    assert QApplication.focusWidget() is button_saying(page, "Take notes")
    for key in (Key.Key_Tab, Key.Key_Right, Key.Key_Space, Key.Key_Tab, Key.Key_Right, Key.Key_Space):
        press(qtbot, key)
    for key in (Key.Key_Tab, Key.Key_Right, Key.Key_Right, Key.Key_Space, Key.Key_Tab, Key.Key_Down):
        press(qtbot, key)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    practice = page.view.practice
    assert (practice.script.id, practice.script.language) == ("heated", "es")
    assert (practice.pace, practice.begun_in) == (Pace.FAST, 1)


def test_a_practice_that_is_left_in_the_middle_changes_no_byte(laptop, application, page, clock, qtbot):
    before = files_of(laptop)
    view = to_the_circle(page, qtbot)
    hear(view, clock, 40)
    note(qtbot, "a note")
    qtbot.keyClicks(QApplication.focusWidget(), "half a note")
    application.workspace.go(Route())
    assert application.workspace.pages.folders.entries() == []
    assert files_of(laptop) == before


def test_a_window_that_closes_in_the_middle_leaves_nothing(laptop, application, page, clock, qtbot):
    before = records_of(laptop)
    view = to_the_circle(page, qtbot)
    hear(view, clock, 40)
    note(qtbot, "Rosa fell")
    laptop.stop(application)
    again = laptop.start()
    assert again.workspace.pages.folders.entries() == []
    assert b"Rosa fell" not in b"".join(files_of(laptop).values())
    assert records_of(laptop) == before


def test_a_session_is_led_by_keys_and_changes_no_byte_of_the_desk(laptop, page, clock, qtbot):
    before = files_of(laptop)
    page.view.show_side(LEAD)
    page.view.begin.setFocus()
    press(qtbot, Key.Key_Return)
    view = page.view
    assert isinstance(view, LeadingView)
    press(qtbot, Key.Key_Space)
    runner = view.run.planning.session.controller
    for _ in view.plan.parts:
        for _ in range(4):
            clock.advance(10_000)
            runner.tick()
            if view.practice.current is not None:
                view.card.on.click()
        press(qtbot, Key.Key_N)
        note(qtbot, "Said in a practice")
        press(qtbot, Key.Key_Escape)
        assert files_of(laptop) == before
        press(qtbot, Key.Key_PageDown)
    assert isinstance(page.view, LeadingReview)
    assert page.view.sentence().startswith("You led the session to its end.")
    assert files_of(laptop) == before
    button_saying(page, "Lead it again").click()
    assert isinstance(page.view, LeadingView)
    page.view.rehearsal_page.bar.end_button.click()
    assert isinstance(page.view, PracticeChoice)


def test_undo_is_about_the_session_that_is_led(page, qtbot):
    page.view.show_side(LEAD)
    page.view.begin.click()
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_N)
    note(qtbot, "Said in a practice")
    page.undo_latest()
    assert page.view.run.notes.list.rows() == ()
    page.redo_latest()
    assert len(page.view.run.notes.list.rows()) == 1


def test_the_same_part_comes_again_and_slower(page, clock, qtbot):
    view = to_the_circle(page, qtbot)
    assert view.practice.pace is Pace.SLOW
    view.finish()
    button_saying(page, "Again, slower").click()
    assert page.view.practice.pace is Pace.LINE_BY_LINE
    press(qtbot, Key.Key_Return)
    page.view.finish()
    button_saying(page, "Again").click()
    assert page.view.practice.pace is Pace.LINE_BY_LINE


def test_undo_is_about_the_practice_and_not_about_the_desk(application, page, clock, qtbot):
    view = to_the_circle(page, qtbot)
    note(qtbot, "a note")
    press(qtbot, Key.Key_Z, Modifier.ControlModifier)
    assert view.practice.folder.notes == ()
    press(qtbot, Key.Key_Y, Modifier.ControlModifier)
    assert len(view.practice.folder.notes) == 1


def test_leaving_the_circle_leads_back_to_the_choice_and_escape_to_the_guides(application, page, qtbot):
    view = to_the_circle(page, qtbot)
    view.bar.back.click()
    assert isinstance(page.view, PracticeChoice)
    press(qtbot, Key.Key_Escape)
    assert application.workspace.route == Route(PageName.GUIDES)


def test_after_a_look_at_the_notes_the_guides_are_one_press_away(application, page, qtbot):
    to_the_circle(page, qtbot).finish()
    page.view.bar.back.click()
    assert application.workspace.route == Route(PageName.GUIDES)
    application.workspace.go(Route(PageName.PRACTICE))
    assert page.view.side.choice() == NOTES
    assert "Try it before your first circle" in words_on(page)


def test_escape_leads_from_the_notes_back_to_the_choice(page, qtbot):
    to_the_circle(page, qtbot).finish()
    press(qtbot, Key.Key_Escape)
    assert isinstance(page.view, PracticeChoice)


def test_undo_and_redo_outside_a_practice_do_nothing(page):
    page.undo_latest()
    page.redo_latest()
    assert isinstance(page.view, PracticeChoice)
