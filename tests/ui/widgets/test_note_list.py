import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from tests.ui.widgets.speaking import spoken_rows


def note(number, text="Stops feel random."):
    return NoteRow(f"n{number}", "Concern · a few", text, "7:38")


@pytest.fixture
def notes(theme, qtbot):
    notes = NoteList(theme, "Notes")
    notes.show_rows([note(1), note(2), note(3)])
    qtbot.addWidget(notes)
    notes.resize(320, 400)
    notes.show()
    return notes


def told_by(signal):
    told = []
    signal.connect(told.append)
    return told


def test_a_note_opens_by_return_and_several_can_be_chosen(notes, qtbot):
    opened, picked = told_by(notes.opened), told_by(notes.selection_changed)
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Home)
    qtbot.keyClick(notes, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert notes.chosen() == ("n1", "n2") == picked[-1]
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert opened == ["n2"]


def test_a_note_is_said_with_all_that_hangs_on_it(notes):
    notes.show_rows([NoteRow("n", "Concern", "Stops.", "7:38", ("safety",), "Changed twice")])
    assert spoken_rows(notes) == ["Concern. Stops.. safety. Changed twice. 7:38"]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize(
    "text", ["word " * 80, "x" * 500, "مرحبا بكم في هذا اللقاء " * 20, "one\ntwo\nthree"]
)
def test_a_long_note_takes_the_height_it_needs_at_any_width(theme, qapp, notes, text, scale):
    theme.change(scale=scale)
    notes.show_rows([note(1, text), note(2)])
    heights = []
    for width in (200, 320, 600):
        notes.resize(width, 400)
        qapp.processEvents()
        first, second = (notes.visualRect(notes.model().index(row)) for row in range(2))
        assert second.top() >= first.bottom()
        assert first.width() <= notes.viewport().width()
        heights.append(first.height())
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > second.height()


def test_the_narrower_the_list_the_taller_the_note(notes):
    notes.show_rows([note(1, "word " * 80)])
    notes.resize(600, 400)
    wide = notes.visualRect(notes.model().index(0)).height()
    notes.resize(200, 400)
    assert notes.visualRect(notes.model().index(0)).height() > 2 * wide


def test_a_note_of_twenty_thousand_characters_is_shown(notes):
    notes.show_rows([note(1, "ሰላም " * 5_000)])
    assert notes.visualRect(notes.model().index(0)).height() > 5_000
    assert not notes.grab().isNull()


def test_the_choice_stays_when_a_note_comes(notes):
    notes.go_to("n2")
    notes.show_rows([note(9), note(1), note(2), note(3)])
    assert notes.current_id() == "n2" and notes.chosen() == ("n2",)
