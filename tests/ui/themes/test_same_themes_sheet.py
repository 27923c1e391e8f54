"""Which themes mean the same is answered beside the theme, by keys or mouse."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.ui.themes.same_themes_sheet import SameThemesSheet
from tests.ui.program.shown import button, seen


@pytest.fixture
def lights(filled, desk, settled):
    """Two circles that wrote one theme in two ways, and the tab with it."""
    sessions = list(desk.file.records.of_kind(Kind.SESSION))
    for session, name in ((sessions[0], "Street lights"), (sessions[4], "Alumbrado público")):
        theme = desk.add(session.owner, Theme(name))
        desk.add(session.id, Note(NoteKind.CONCERN, f"{name} are out.", themes=(theme,)))
    settled()
    filled.open_section(filled.sections.themes)
    settled()
    themes = {theme.name: theme.theme_id for theme in filled._reader.snapshot.picture.themes}
    filled.sections.themes.go_to(themes["Street lights"])
    return filled.sections.themes


def circles_of(tab, name):
    return next((row for row in tab.list.rows() if row.title == name), None)


def open_sheet(tab):
    tab.same.click()
    return tab.window().findChild(SameThemesSheet)


def test_a_theme_says_how_many_are_probably_the_same_in_the_list_and_beside_it(lights):
    assert lights.same.isVisible()
    assert lights.same.text() == "1 theme is probably the same"
    row = next(row for row in lights.list.rows() if row.title == "Street lights")
    assert row.detail == "1 probably the same"
    assert "1 probably the same" in row.accessible_text


def test_a_theme_without_suggestions_shows_no_button(lights):
    lights.go_to(circles_of(lights, "Being heard").id)
    assert not lights.same.isVisible()


def test_the_sheet_says_why_and_what_they_count_together_before_anything_is_done(lights):
    sheet = open_sheet(lights)
    told = seen(sheet)
    assert "Alumbrado público" in told
    assert "The same in another language: street lights, alumbrado público" in told
    assert "1 circle and 1 note. Counted as one: 2 circles and 2 notes." in told


def test_counting_as_one_moves_the_theme_and_stays_on_it(lights, settled, context, desk):
    button(open_sheet(lights), "Count “Street lights” and “Alumbrado público” as one").click()
    settled()
    assert circles_of(lights, "Street lights").count == "2 of 5 circles"
    assert circles_of(lights, "Alumbrado público") is None
    assert lights.list.current_id() == circles_of(lights, "Street lights").id
    assert lights.same.text() == "1 name is counted with it"
    desk.undo()
    settled()
    assert circles_of(lights, "Alumbrado público").count == "Circle C03"


def test_what_is_counted_together_can_be_counted_separately_from_the_same_button(lights, settled):
    button(open_sheet(lights), "Count “Street lights” and “Alumbrado público” as one").click()
    settled()
    sheet = [one for one in lights.window().findChildren(SameThemesSheet) if one.isVisible()]
    assert sheet == [], "with no question left the sheet closes"
    lights.same.click()
    sheet = next(one for one in lights.window().findChildren(SameThemesSheet) if one.isVisible())
    button(sheet, "Count “Alumbrado público” separately").click()
    settled()
    assert {circles_of(lights, name).part for name in ("Street lights", "Alumbrado público")} == {1}


def test_what_is_not_the_same_is_suggested_no_more(lights, settled, desk):
    button(open_sheet(lights), "“Street lights” and “Alumbrado público” are not the same").click()
    settled()
    assert not lights.same.isVisible()
    assert {circles_of(lights, name).part for name in ("Street lights", "Alumbrado público")} == {1}


def test_a_key_pressed_too_early_joins_nothing(lights, qtbot, desk):
    sheet = open_sheet(lights)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert all(record.body.into is None for record in desk.file.records.of_kind(Kind.THEME))


def test_with_more_to_answer_the_sheet_stays_and_counts_on(filled, desk, settled, lights, qtbot):
    session = list(desk.file.records.of_kind(Kind.SESSION))[6]
    theme = desk.add(session.owner, Theme("Lights on the streets"))
    desk.add(session.id, Note(NoteKind.CONCERN, "None.", themes=(theme,)))
    settled()
    sheet = open_sheet(lights)
    button(sheet, "Count “Street lights” and “Alumbrado público” as one").click()
    assert sheet.isVisible()
    qtbot.waitUntil(lambda: any(line.endswith("3 notes.") for line in seen(sheet)))
    assert "Counted together" in seen(sheet)
