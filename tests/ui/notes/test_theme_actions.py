"""A theme is changed where it is met: in the menu of a note, in the sheet of themes."""

import pytest
from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.notes.theme_actions import RenameSheet
from dialogue_desk.ui.widgets.button import Button
from tests.ui.notes.keys import Key, open_menu, press, theme_sheet, type_in


@pytest.fixture
def tagged(added, themes, folder):
    """A note under School."""
    school = next(one for one, theme in folder().themes.items() if theme.name == "School")
    return added(Note(NoteKind.CONCERN, "dark stops", "check-in", themes=(school,)))[0]


def names(folder):
    return folder().theme_names(folder().notes[0].body.themes)


def submenu(menu, words):
    """A menu in a menu; not asked of its action, with which the older Qt lets go of it."""
    return next(one for one in menu.findChildren(QMenu) if one.title() == words)


def act(menu, words):
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_a_theme_is_renamed_in_the_menu_of_its_note_with_the_keys_alone(
    tagged, work, page, folder, desk, qtbot
):
    act(submenu(work.menu(), "Theme “School”"), "Rename it")
    sheet = next(one for one in page.window().findChildren(RenameSheet) if one.isVisible())
    qtbot.waitUntil(sheet.line.hasFocus)
    type_in(qtbot, "Schools and streets")
    press(qtbot, Key.Key_Return)
    assert names(folder) == ("Schools and streets",)
    assert work._context.toast.sentence() == "“School” is called “Schools and streets” now."
    desk.undo()
    assert names(folder) == ("School",)


def test_a_theme_is_joined_with_another_of_a_list_in_the_order_of_the_alphabet(tagged, work, folder, desk):
    join = submenu(submenu(work.menu(), "Theme “School”"), "Join it with another theme")
    assert [one.text() for one in join.actions()] == ["Night bus", "Sábados", "Safe streets"]
    act(join, "Safe streets")
    assert names(folder) == ("Safe streets",)
    assert folder().notes[0].body.text == "dark stops"
    desk.undo()
    assert names(folder) == ("School",)


def test_a_theme_is_removed_from_all_notes(tagged, work, folder, context):
    act(submenu(work.menu(), "Theme “School”"), "Remove it from all notes")
    assert names(folder) == ()
    assert context.toast.sentence() == "“School” is no theme anymore. The notes are all there."


def test_the_sheet_of_themes_saves_what_is_ticked_before_it_changes_one(tagged, page, folder, qtbot):
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    sheet.ticks["Night bus"].click()
    buttons = sheet.rows["School"].findChildren(Button)
    button = next(one for one in buttons if one.accessibleName() == "Change “School” everywhere")
    button.click()
    menu = open_menu()
    act(menu, "Remove it from all notes")
    menu.close()
    assert names(folder) == ("Night bus",)
    assert not sheet.isVisible()
