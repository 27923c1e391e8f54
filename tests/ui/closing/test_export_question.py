"""Export asks at its own button while something that leaves was not looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.words import Words
from tests.ui.closing.on_page import at_export, button, paper, press, press_space, rows, seen

NAMES_SOMEBODY = "Call Marta at 218-555-0147."


@pytest.fixture
def checked(page, desk, evening, qtbot):
    """The page once everything was ticked, at the export."""
    for step in CloseStep:
        page._tick(step)
    page.go_to(CloseStep.EXPORT)
    page._enter()
    QApplication.processEvents()
    return page


def question(page):
    return page._panes.pane(CloseStep.EXPORT).bar.question


def ask(page, qtbot):
    press_space(qtbot, button(page, "Save to…"))
    QApplication.processEvents()


def test_a_line_typed_after_the_check_opens_it_and_the_paper_says_so(checked, desk, evening):
    assert rows(checked)[CloseStep.PRIVACY].startswith("done")
    assert "Someone checked that it does not name anyone." in paper(checked)
    desk.add(evening, Note(NoteKind.CONCERN, NAMES_SOMEBODY))
    assert rows(checked)[CloseStep.PRIVACY] == "open · 1 line since you looked"
    assert rows(checked)[CloseStep.READ_BACK] == "open · 1 line since you looked"
    assert "Check that it does not name anyone before you pass it on." in paper(checked)
    checked.go_to(CloseStep.PRIVACY)
    QApplication.processEvents()
    shared = checked._panes.pane(CloseStep.PRIVACY).shared
    assert [row.text for row in shared.lines.rows()] == [NAMES_SOMEBODY]
    assert NAMES_SOMEBODY in checked._panes.pane(CloseStep.PRIVACY).line.accessibleName()


def test_done_waits_until_each_match_has_an_answer(page, desk, evening, folders, context, qtbot):
    desk.add(evening, Note(NoteKind.CONCERN, NAMES_SOMEBODY))
    page.go_to(CloseStep.PRIVACY)
    pane = page._panes.pane(CloseStep.PRIVACY)
    press_space(qtbot, page.foot.go_button)
    assert context.toast.sentence().startswith("2 matches have no answer yet.")
    assert page._here is CloseStep.PRIVACY and pane.answers.keep.hasFocus()
    page.take_focus()
    press(qtbot, Qt.Key.Key_Space)
    assert CloseStep.PRIVACY not in folders.session(evening).closing.steps
    pane.take_focus()
    press(qtbot, Qt.Key.Key_K)
    desk.clock.advance(SECOND)
    press(qtbot, Qt.Key.Key_K)
    press_space(qtbot, page.foot.go_button)
    assert rows(page)[CloseStep.PRIVACY].startswith("done")
    page.go_to(CloseStep.EXPORT)
    assert "Someone checked that it does not name anyone." in paper(page)


def test_the_preview_shows_the_languages_and_the_minutes_that_are_asked_for(page, evening):
    at_export(page, evening)
    papers, took = page._panes.pane(CloseStep.EXPORT).papers, "Time taken"
    tomado = Words("es").tr(took)
    assert took not in paper(page)
    papers.times.click()
    assert took in paper(page)
    papers.language.choose("es")
    papers.language.chosen.emit("es")
    assert tomado in paper(page) and took not in paper(page)
    papers.language.choose("all")
    papers.language.chosen.emit("all")
    assert tomado in paper(page) and took in paper(page)
    papers.large.click()
    labels = page.findChild(DocumentView).findChildren(QLabel)
    assert {"lead"} <= {one.property("role") for one in labels if one.text() == took}


def test_it_asks_before_it_saves_and_the_way_back_is_the_first_choice(checked, desk, evening, stick, qtbot):
    desk.add(evening, Note(NoteKind.CONCERN, NAMES_SOMEBODY))
    ask(checked, qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert not question(checked).isVisible() and button(checked, "Save to…").hasFocus()
    ask(checked, qtbot)
    assert "1 line came in or changed after the privacy check." in seen(question(checked))
    assert question(checked).back.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert checked._here is CloseStep.PRIVACY and not list(stick.iterdir())


def test_export_anyway_saves_and_opens_again_when_something_changes(
    checked, desk, evening, stick, context, qtbot
):
    desk.add(evening, Note(NoteKind.CONCERN, NAMES_SOMEBODY))
    ask(checked, qtbot)
    press_space(qtbot, question(checked).anyway)
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    QApplication.processEvents()
    assert list(stick.iterdir()) and rows(checked)[CloseStep.EXPORT] == "done"
    assert checked.foot.go_button.hasFocus() and not checked.foot.again_button.hasFocus()
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert rows(checked)[CloseStep.EXPORT] == "open · 1 change since you exported"


def test_quotes_are_answered_on_the_same_page(page, desk, evening, qtbot):
    for step in (CloseStep.READ_BACK, CloseStep.PRIVACY):
        page._tick(step)
    at_export(page, evening)
    ask(page, qtbot)
    assert question(page).back.text() == "To the quotes"
    press(qtbot, Qt.Key.Key_Space)
    quotes = page._panes.pane(CloseStep.EXPORT).quotes
    assert quotes.isAncestorOf(QApplication.focusWidget())
