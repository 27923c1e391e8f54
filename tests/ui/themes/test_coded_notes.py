"""The list of all notes: rows of one height whose selection is dragged."""

from PySide6.QtCore import QMimeData

from dialogue_desk.ui.themes.coded_notes import NOTES
from tests.ui.themes.workbench import choose, select


def test_a_row_says_where_a_note_is_from_with_its_code(tab):
    row = next(row for row in tab.notes.list.rows() if row.text.startswith("Stops near"))
    circle, session, code = row.time.split(" · ")
    assert (circle, session) == ("C01", "session 1")
    assert code.isalnum() and len(code) == 5


def test_what_is_dragged_are_the_selected_notes(tab):
    found = select(tab, "Both sides", "A stop should")
    indexes = tab.notes.list.selectedIndexes()
    mime = tab.notes.list.model().mimeData(indexes)
    assert isinstance(mime, QMimeData)
    assert sorted(bytes(mime.data(NOTES)).decode().split("\n")) == sorted(found)


def test_the_number_of_selected_notes_is_told_to_screen_readers(tab):
    choose(tab, "How stops happen")
    select(tab, "Both sides", "A stop should")
    assert tab.notes.list.selected_count() == 2
    assert tab.notes.list.accessibleDescription() == "9 notes, 2 selected"


def test_every_row_is_as_high_as_the_others_and_a_long_note_is_cut(tab):
    notes = tab.notes.list
    heights = {notes.sizeHintForRow(place) for place in range(len(notes.rows()))}
    assert len(heights) == 1
    assert not any(notes.is_cut(row) for row in notes.rows())
    tab.window().resize(700, 768)
    assert len({notes.sizeHintForRow(place) for place in range(len(notes.rows()))}) == 1
