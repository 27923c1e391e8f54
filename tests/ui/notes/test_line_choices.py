"""The kind, the spread and the part that are chosen for a line."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.ui.notes.shorthand_signs import ACTION, LETTERS
from dialogue_desk.words import LANGUAGES, Words
from tests.ui.notes.keys import ALT, ENTER, press, shown, type_line


@pytest.fixture
def page(page):
    """In a part with two questions in which notes are taken, with the keyboard in the box."""
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_and_a_letter_choose_each_kind_wherever_the_focus_is(
    run_page, session_id, context, qtbot, language
):
    page = run_page(session_id, context=replace(context, words=Words(language)))
    page.card.clock_button.click()
    places = (page.notes.note_input.box, page.card.next_button, page.rail.parts)  # in the list: of its notes
    page._controller.go_to("where-i-stand")
    for kind, letter in LETTERS.items():
        for place in places:
            page.notes.note_input.choices.kinds.chips.choose("")
            place.setFocus()
            qtbot.keyClick(place, getattr(Qt.Key, f"Key_{letter}"), ALT)
            assert page.notes.note_input.choices.kinds.kind() == kind
            assert QApplication.focusWidget() is page.notes.note_input.box
    assert page.notes.note_input.text() == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_on_the_page_takes_a_letter_away_from_the_kinds(run_page, session_id, context, language):
    page = run_page(session_id, context=replace(context, words=Words(language)))
    named = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
    assert len(named) > 40
    labels = [one.text() for one in named if isinstance(one, QLabel)]
    assert [text for text in labels if not QKeySequence.mnemonic(text).isEmpty()] == []
    buttons = [one for one in named if isinstance(one, QAbstractButton)]
    assert [one.text() for one in buttons if not one.shortcut().isEmpty()] == []


def test_a_chip_tells_its_sign_and_its_keys(form):
    chip = next(one for one in form.choices.kinds.chips._chips if one.choice.id == NoteKind.DISAGREEMENT)
    assert (chip.toolTip(), chip.accessibleDescription()) == ("Alt+D", "~, Alt+D")


def test_alt_and_a_number_say_how_many_and_only_for_this_line(form, folder, said, qtbot):
    for number, spread in enumerate(Spread, start=1):
        press(qtbot, getattr(Qt.Key, f"Key_{number}"), ALT)
        assert form.choices.spread is spread
        assert shown(form.below.reading) == f"Experience · {said[-1]}"
        type_line(qtbot, f"line {number}")
        assert (form.choices.spread, shown(form.below.reading)) == (None, "")
    assert [note.body.spread for note in folder().notes] == list(Spread)


def test_the_same_number_again_takes_the_spread_back(form, said, qtbot):
    for _ in range(2):
        press(qtbot, Qt.Key.Key_3, ALT)
    assert (form.choices.spread, said[-1]) == (None, "How many of you: not said")


def test_the_spread_can_be_chosen_with_the_mouse(form, qtbot):
    qtbot.mouseClick(form.choices.spread_button, Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, ENTER)
    assert form.choices.spread is Spread.A_FEW
    assert QApplication.focusWidget() is form.box


def test_an_action_idea_says_that_it_has_no_spread(form, qtbot):
    press(qtbot, Qt.Key.Key_3, ALT)
    press(qtbot, Qt.Key.Key_A, ALT)
    assert form.choices.kinds.kind() == ACTION
    assert shown(form.below.reading) == "Action idea · “most” was left out: only notes say how many of you."


def test_a_late_thought_goes_under_an_earlier_part_and_the_next_line_under_this_one(
    page, form, folder, said, qtbot
):
    page.card.words.questions[0].click()
    press(qtbot, Qt.Key.Key_L, ALT)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    press(qtbot, ENTER)
    assert said[-1] == "goes under 1. Check-in"
    assert shown(form.below.reading) == "Experience · goes under 1. Check-in"
    assert QApplication.focusWidget() is form.box
    type_line(qtbot, "said at the beginning")
    assert shown(form.below.reading) == ""
    type_line(qtbot, "said now")
    assert [(note.body.part, note.body.prompt) for note in folder().notes] == [
        ("check-in", 0),
        ("where-i-stand", 1),
    ]


def test_a_late_thought_can_be_let_go_of(page, form, said, qtbot):
    qtbot.mouseClick(form.choices.earlier_button, Qt.MouseButton.LeftButton)
    press(qtbot, ENTER)
    press(qtbot, Qt.Key.Key_L, ALT)
    press(qtbot, ENTER)
    assert (form.line_part.earlier_part, said[-1]) == ("", "Goes under the current part")


def test_a_late_thought_can_be_written_where_notes_are_off_now(page, form, folder, qtbot):
    page._controller.go_to("six-views")
    assert not form.takes_notes()
    press(qtbot, Qt.Key.Key_L, ALT)
    press(qtbot, ENTER)
    type_line(qtbot, "said before")
    assert folder().notes[0].body.part == "where-i-stand"
    assert not form.takes_notes()


def test_in_the_first_part_there_is_no_earlier_one(run_page, session_id, said, qtbot):
    page = run_page(session_id)
    page.notes.focus_box()
    press(qtbot, Qt.Key.Key_L, ALT)
    assert said[-1] == "There is no earlier part yet."
    assert not page.notes.note_input.choices.earlier_button.isVisible()


def test_a_line_begun_before_notes_went_off_is_finished_where_it_began(page, form, folder, qtbot):
    qtbot.keyClicks(form.box, "half a ")
    page._controller.go_to("six-views")
    assert shown(form.below.reading) == "Experience · goes under 4. Where I stand"
    page.notes.focus_box()
    type_line(qtbot, "line")
    assert [(note.body.text, note.body.part) for note in folder().notes] == [("half a line", "where-i-stand")]
    assert not form.takes_notes()


def test_an_action_idea_gets_no_spread_by_key_and_says_so(page, said, qtbot):
    press(qtbot, Qt.Key.Key_A, ALT)
    press(qtbot, Qt.Key.Key_2, ALT)
    assert page.notes.note_input.choices.spread is None
    assert said[-1] == "“a few” was left out: only notes say how many of you."
