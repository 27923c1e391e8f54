from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.words import Words
from tests.ui.run.steps import given, live, press
from tests.ui.seen import button_saying


def test_applying_can_be_undone(late, qtbot, clock):
    before = given(late)
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    assert given(late) != before
    clock.advance(SECOND)
    button_saying(late._context.toast, "Undo").click()
    assert given(late) == before
    assert late.top.drift.text() == "9 min late: adjust the plan"


@pytest.fixture
def adjusted(late, desk, qtbot):
    """A page on which a note was taken and then the plan adjusted, with the plan from before."""
    desk.add(late._folder.id, Note(NoteKind.CONCERN, "Stops feel random."))
    before = given(late)
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    assert given(late) != before
    return late, before


def notes(desk, page):
    return [note.body.text for note in page._folders.session(page._folder.id).notes]


def test_undo_takes_back_the_adjustment_and_then_the_note_before_it(adjusted, desk):
    page, before = adjusted
    assert page.top.undo.text() == "Undo: adjusting the plan"
    page.undo_latest()
    assert given(page) == before and notes(desk, page) == ["Stops feel random."]
    assert page._context.toast.sentence() == "Undone: adjusting the plan"
    assert page.top.undo.text() == "Undo: the note “Stops feel random.”"
    page.undo_latest()
    assert notes(desk, page) == []


def test_undo_takes_back_the_note_that_was_written_after_the_adjustment(adjusted, desk):
    page, before = adjusted
    desk.add(page._folder.id, Note(NoteKind.HOPE, "A lamp at the stop."))
    page.undo_latest()
    assert notes(desk, page) == ["Stops feel random."] and given(page) != before
    page.undo_latest()
    assert given(page) == before


def test_redo_makes_the_adjustment_again(adjusted, desk):
    page, _ = adjusted
    new = given(page)
    page.undo_latest()
    assert page.top.redo.text() == "Redo: adjusting the plan"
    page.redo_latest()
    assert given(page) == new
    assert page._context.toast.sentence() == "Redone: adjusting the plan"


def test_undo_takes_back_a_part_that_was_left_out_and_one_that_was_moved(running, desk):
    whole = live(running).remaining_plan.parts
    running.rail.left_out.emit(whole[1])
    assert running.top.undo.text().startswith("Undo: leaving out “")
    running.undo_latest()
    assert live(running).remaining_plan.parts == whole
    running.rail.part_moved.emit(whole[2], -1)
    assert running.top.undo.text().startswith("Undo: moving “")
    running.undo_latest()
    assert live(running).remaining_plan.parts == whole


def test_in_the_next_part_undo_is_about_the_notes_again(adjusted, clock, desk, qtbot):
    page, _ = adjusted
    clock.advance(MINUTE)
    press(qtbot, Qt.Key.Key_PageDown)
    assert page.top.undo.text() == "Undo: the note “Stops feel random.”"


def test_no_re_plan_while_notes_are_taken(run_page, session_id, qtbot):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Delete)
    assert not page.planning.sheet.isVisible()
    assert live(page).left_out == frozenset()


def test_next_passes_over_what_was_left_out(late, qtbot, clock):
    late._controller.skip("behind-the-views")
    assert late.card.next_button.text() == f"Next: {late._folder.plan.part('break').title}"


def test_a_plan_made_here_is_there_after_a_crash(late, qtbot, desk, folders, pulse, session_id):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    again = SessionRunner(desk, folders.session(session_id), pulse)
    assert again.live == live(late)


def test_undo_is_not_offered_where_it_would_do_nothing(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    late.leave()
    assert late._context.toast.sentence() == ""


def test_the_offer_to_undo_a_plan_goes_with_the_part_it_was_made_in(late, qtbot, clock):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    clock.advance(MINUTE)
    late._controller.tick()
    assert late._context.toast.sentence() == "The rest of the session has a new plan."
    press(qtbot, Qt.Key.Key_PageDown)
    assert late._context.toast.sentence() == ""


class LongWords(Words):
    """Every sentence a quarter longer, as in Spanish."""

    def tr(self, sentence, **places):
        said = super().tr(sentence, **places)
        return said if sentence == "12-hour clock" else said + " mm" * (len(said) // 10)

    def ntr(self, one, many, count, **places):
        said = super().ntr(one, many, count, **places)
        return said + " mm" * (len(said) // 10)


def not_cut(page, sheet):
    """See that everything on a sheet has the room it needs, and stands within the window."""
    assert sheet.minimumSizeHint().width() <= sheet.width()
    for widget in sheet.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel):
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0 and left + widget.width() <= page.width(), widget.text()
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        if widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


SIZES = ((100, (1366, 768)), (125, (1280, 720)), (200, (1366, 768)), (200, (1280, 720)))


@pytest.mark.parametrize("look", list(product(SIZES, (Words(), LongWords()), (False, True))))
def test_nothing_of_the_sheets_is_cut(run_page, session_id, clock, context, qtbot, look):
    (scale, size), words, mirrored = look
    context.theme.change(scale=scale)
    page = run_page(session_id, context=replace(context, words=words), size=size)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    clock.advance(9 * MINUTE)
    press(qtbot, Qt.Key.Key_P)
    QApplication.processEvents()
    not_cut(page, page.planning.start_sheet)
    press(qtbot, Qt.Key.Key_Return)
    clock.advance(80 * MINUTE)
    page._controller.tick()
    QApplication.processEvents()
    assert page.top.drift.width() >= page.top.drift.minimumSizeHint().width()
    press(qtbot, Qt.Key.Key_L)
    QApplication.processEvents()
    QApplication.processEvents()
    sheet, table = page.planning.sheet, page.planning.sheet.table
    not_cut(page, sheet)
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.verticalHeader().length() <= table.viewport().height()
    table.setFocus()
    for _ in table.rows():
        press(qtbot, Qt.Key.Key_Down)
    last = table.viewport().mapTo(sheet._page, table.visualRect(table.currentIndex()).center())
    assert 0 <= last.y() <= sheet._page.height()


def test_the_sheet_is_put_away_when_a_session_that_was_left_is_gone_to(late, qtbot, desk, shelf):
    press(qtbot, Qt.Key.Key_L)
    text = shelf.translations("one-evening")["en"]
    plan = shelf.guide(text).sessions[0]
    start = desk.clock.now()
    other = create_session(
        desk, SessionDraft((text,), plan.id, 1, start, start + 90 * MINUTE, 7, circle=Circle("C99"))
    )
    SessionRunner(desk, late._folders.session(other), late._pulse).make_move(MoveKind.START)
    late.show_session(other)
    assert not late.planning.sheet.isVisible()
    assert late.resume.isVisible()
