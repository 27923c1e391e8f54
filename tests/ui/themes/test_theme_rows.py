"""The list of themes as rows."""

from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.note_filter import Facet, NoteFilter, NoteIndex, Shelf
from dialogue_desk.ui.themes.theme_rows import row_of, shelf_id, theme_rows, wanted_by
from dialogue_desk.words import Words
from tests.domain.overview.test_note_filter import INDEX

WORDS = Words()


def test_a_row_leads_to_its_notes_and_filters_stay():
    before = NoteFilter(text="lamp", wanted=frozenset({(Facet.KIND, "hope")}))
    assert wanted_by("bus", before) == NoteFilter(Shelf.ALL, RecordId("bus"), "lamp", before.wanted)
    shelf = wanted_by(shelf_id(Shelf.LOOSE), before)
    assert (shelf.shelf, shelf.theme, shelf.text) == (Shelf.LOOSE, None, "lamp")


def test_the_row_of_a_filter_is_the_one_that_leads_to_it():
    for row_id in ("bus", shelf_id(Shelf.ONE_CIRCLE), shelf_id(Shelf.ALL)):
        assert row_of(wanted_by(row_id, NoteFilter())) == row_id


def test_shelves_come_first_and_empty_ones_are_left_out():
    rows = theme_rows(INDEX.picture, INDEX, {}, WORDS)
    assert [(row.title, row.count) for row in rows[:3]] == [
        ("All notes", "4 notes"), ("Without a theme", "1 note"), ("Raised by one circle only", "1 note"),
    ]  # fmt: skip
    assert [(row.title, row.depth) for row in rows[3:]] == [
        ("Safety", 0),
        ("Street lights", 1),
        ("Night bus", 0),
    ]
    assert [row.heading for row in rows[3:]] == ["Themes", "", ""]


def test_before_the_notes_are_ready_all_notes_are_counted_and_no_other_shelf_is_there():
    rows = theme_rows(INDEX.picture, None, {}, WORDS)
    assert [row.title for row in rows if not row.takes] == ["All notes"]


def test_what_is_probably_the_same_is_said_in_the_row():
    rows = theme_rows(INDEX.picture, INDEX, {RecordId("bus"): 2}, WORDS)
    assert rows[-1].detail == "2 probably the same"


def test_a_row_of_a_program_without_themes_is_only_that_of_all_notes():
    empty = replace(INDEX.picture, every_theme=(), themes=(), lines=())
    assert [row.title for row in theme_rows(empty, NoteIndex.of(empty), {}, WORDS)] == ["All notes"]
