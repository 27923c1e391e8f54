"""Filters of notes: a menu with numbers, chips that can be taken off, and how many are shown of how many."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.overview.note_filter import Facet
from dialogue_desk.ui.widgets.button import Button
from tests.ui.program.shown import button, seen
from tests.ui.themes.workbench import choose, texts


def chips(filters):
    return [chip.text() for chip in filters._chips.findChildren(Button) if not chip.isHidden()]


def entries(filters, name):
    part = next(action.menu() for action in filters.menu().actions() if action.text() == name)
    return {action.text(): action for action in part.actions()}


def test_notes_are_found_with_each_key_and_by_theme_too(tab, qtbot):
    line = tab.notes.filters.line
    qtbot.keyClicks(line, "patr")
    assert texts(tab) == ["Whether more patrols calm the block or tense it up.",
                          "Whether a call about noise should bring a patrol car at all."]  # fmt: skip
    assert "2 of 32 notes" in seen(tab.notes)
    line.clear()
    qtbot.keyClicks(line, "language at")
    assert len(texts(tab)) == 2


def test_the_menu_says_how_many_notes_each_value_has_and_checks_those_that_are_chosen(tab):
    filters = tab.notes.filters
    entries(filters, "Kind")["Question (4)"].trigger()
    assert len(texts(tab)) == 4
    assert entries(filters, "Kind")["Question (4)"].isChecked()
    assert "Concern (9)" in entries(filters, "Kind"), "another kind would widen what is shown"
    assert set(entries(filters, "Circle")) == {
        "Circle C01 (1)", "Circle C02 (1)", "Circle C03 (1)", "Circle C05 (1)",
    }  # fmt: skip


def test_chips_stand_for_filters_and_take_them_off(tab, qtbot):
    filters = tab.notes.filters
    for value in (
        (Facet.CIRCLE, "C03"),
        (Facet.KIND, "hope"),
        (Facet.LANGUAGE, "es"),
        (Facet.SPREAD, "most"),
    ):
        filters.take(value)
    assert chips(filters) == ["Circle C03", "Hope", "most", "Spanish", "Clear filters"]
    assert len(texts(tab)) == 1
    chip = button(filters._chips, "Remove the filter “Hope”")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chips(filters) == ["Circle C03", "most", "Spanish", "Clear filters"]
    assert len(texts(tab)) == 2


def test_all_filters_and_what_is_typed_are_taken_off_at_once(tab, qtbot):
    filters = tab.notes.filters
    filters.line.setText("nothing like this")
    filters.take((Facet.SESSION, "1"))
    filters.take((Facet.SESSION, "2"))
    assert texts(tab) == []
    assert "No notes match. Remove a filter or type something else." in seen(tab.notes)
    button(filters._chips, "Clear filters").click()
    assert (filters.line.text(), chips(filters), len(texts(tab))) == ("", [], 32)


def test_parts_are_filtered_by_their_titles(tab, desk, folders, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    first, second = folders.session(session).plan.parts[:2]
    for part in (first, second):
        desk.add(session, Note(NoteKind.HOPE, f"Said in {part.title}.", part=part.id))
    settled()
    entries(tab.notes.filters, "Part")[f"{second.title} (1)"].trigger()
    assert texts(tab) == [f"Said in {second.title}."]


def test_with_nothing_to_tell_notes_apart_by_the_menu_says_so(tab, desk, settled):
    choose(tab, "Knowing who is on the beat")
    assert [action.text() for action in tab.notes.filters.menu().actions()] == [
        "There is nothing to filter by here."
    ]


def test_strange_text_in_the_line_finds_nothing_and_breaks_nothing(tab):
    for typed in ("(*", "\x00\x01", "😀" * 2_000, "a" * 50_000, "   "):
        tab.notes.filters.line.setText(typed)
    assert len(texts(tab)) == 32


def test_in_little_height_the_button_says_how_many_filters_there_are(tab):
    filters = tab.notes.filters
    filters.take((Facet.SESSION, "1"))
    filters.fold(low=True)
    assert (filters.button.text(), filters._chips.isVisible()) == ("Filter (1)", False)
    next(action for action in filters.menu().actions() if action.text() == "Clear filters").trigger()
    assert filters.button.text() == "Filter"
    assert len(texts(tab)) == 32
