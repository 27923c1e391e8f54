"""Where there is little height the form folds in order, and its box and Save stay whole."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.notes.form_fold import Fold
from dialogue_desk.ui.run.panels import Panel
from dialogue_desk.words import Words
from tests.ui.notes.keys import open_menu
from tests.ui.whole import faults


@pytest.fixture
def small(run_page, session_id, context, theme, qtbot):
    """Make a running session in a window of a size, at a size of text, in a language."""
    holder = QWidget()
    qtbot.addWidget(holder)

    def make(language="en"):
        page = run_page(session_id, context=replace(context, words=Words(language)))
        page.setParent(holder)
        holder.show()
        page.show()
        page.card.clock_button.click()
        return page

    return make


def fit(page, size, scale):
    page._context.theme.change(scale=scale)
    page.parentWidget().resize(*size)
    page.resize(*size)
    page.panels.bring_forward(Panel.NOTES)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("language", "scales"), [("en", (100, 150, 200)), ("es", (125, 175))])
def test_nothing_of_the_form_is_cut_or_covered_at_any_size_of_text(small, desk, session_id, language, scales):
    desk.add(session_id, Note(NoteKind.HOPE, "A lamp at the stop", "check-in"))
    page = small(language)
    wrong = {}
    for scale in scales:
        for size in ((1366, 740), (1024, 576)):
            fit(page, size, scale)
            found = faults(page.notes, page.notes.note_input.findChildren(QWidget))
            if page.notes.note_input.box.verticalScrollBar().isVisible():
                found.append("the empty box scrolls")
            if page.notes.list.height() < 56:
                found.append(f"only {page.notes.list.height()} pixels for the notes")
            if found:
                wrong[size, scale] = found
    assert wrong == {}


@pytest.mark.parametrize("typed", ["", "On the way home from the late shift the lamp was out again. " * 12])
def test_the_form_is_whole_in_wide_text_while_notes_are_selected_or_a_long_one_is_typed(
    small, desk, session_id, theme, typed
):
    ids = [desk.add(session_id, Note(NoteKind.HOPE, text, "check-in")) for text in ("A lamp", "A bench")]
    page = small()
    theme.change(wide=True)
    page.notes.note_input.box.setPlainText(typed)
    if not typed:
        page.notes.list.choose(ids)
    fit(page, (1366, 740), 100)
    assert faults(page.notes, page.notes.note_input.findChildren(QWidget)) == []
    assert page.notes.list.height() >= 56


def test_the_signs_go_first_then_the_kinds_and_the_list_keeps_room_for_a_note(small):
    page = small()
    page._controller.go_to("where-i-stand")
    folds = {}
    for height in (740, 640, 560, 500):
        fit(page, (1024, height), 125)
        folds[height] = page.notes._fold.fold
        assert page.notes._empty_pane.height() >= 48
    assert list(folds.values()) == sorted(folds.values())
    assert folds[740] < Fold.KINDS < folds[500]
    fit(page, (1366, 740), 100)
    assert page.notes._fold.fold is Fold.NOTHING
    assert page.notes.note_input.below.signs.text() and page.notes.note_input.choices.kinds.chips.isVisible()


def test_the_folded_kinds_are_a_menu_and_the_folded_signs_type_themselves(small, folder, qtbot):
    page = small()
    page._controller.go_to("where-i-stand")
    fit(page, (1024, 576), 200)
    form = page.notes.note_input
    assert form.choices.kinds.button.text() == "Experience"
    qtbot.mouseClick(form.choices.kinds.button, Qt.MouseButton.LeftButton)
    next(one for one in open_menu().actions() if one.text().startswith("Hope")).trigger()
    open_menu().close()
    assert (form.choices.kinds.button.text(), form.choices.kinds.kind()) == ("Hope", NoteKind.HOPE)
    qtbot.keyClicks(form.box, "who decides")
    for begins in ("?", "/2"):
        qtbot.mouseClick(form.below.show_button, Qt.MouseButton.LeftButton)
        menu = open_menu()
        next(one for one in menu.actions() if one.text().startswith(begins)).trigger()
        menu.close()
    assert form.text() == "?who decides /2"
