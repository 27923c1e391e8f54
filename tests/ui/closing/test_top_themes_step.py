"""The top themes: selected with Space, put in order with Alt and the arrows."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import ActionIdea
from tests.ui.closing.on_page import press
from tests.ui.notes.keys import open_menu


def test_space_picks_a_theme_and_alt_with_the_arrows_orders_them(at, desk, folders, evening, qtbot, said):
    for name in ("light", "school"):
        theme = desk.add(folders.session(evening).circle_id, type(next(iter_themes(folders, evening)))(name))
        desk.add(evening, ActionIdea("An idea", themes=(theme,)))
    pane = at(CloseStep.TOP_THEMES)
    assert [(row.title, row.detail) for row in pane.list.rows()] == [
        ("Getting home", "3 notes"),
        ("light", "1 note"),
        ("school", "1 note"),
    ]
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Space)
    assert [row.figure for row in pane.list.rows()] == ["1", "2", ""]
    assert pane.list.rows()[1].title == "school" == title_here(pane)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in pane.list.rows()] == ["school", "Getting home", "light"]
    assert said[-1] == "1: school. 1 note."
    assert not pane.earlier_button.isEnabled() and pane.later_button.isEnabled()
    pane.pick_button.click()
    assert [row.title for row in pane.list.rows()] == ["Getting home", "light", "school"]
    desk.undo()
    chosen = folders.session(evening).closing.top_themes
    assert folders.session(evening).theme_names(chosen) == ("school", "Getting home")


def iter_themes(folders, session_id):
    return iter(folders.session(session_id).themes.values())


def title_here(pane):
    return next(row.title for row in pane.list.rows() if row.id == pane.list.current_id())


def test_a_theme_is_removed_where_the_top_themes_are_chosen(at, desk, folders, evening):
    pane = at(CloseStep.TOP_THEMES)
    pane.change_button.click()
    menu = open_menu()
    next(one for one in menu.actions() if one.text() == "Remove it from all notes").trigger()
    menu.close()
    assert not pane.list.rows()
    desk.undo()
    assert [row.title for row in pane.list.rows()] == ["Getting home"]


def test_enter_after_space_goes_on_and_leaves_the_theme_selected(page, at, qtbot):
    step = at(CloseStep.TOP_THEMES)
    press(qtbot, Qt.Key.Key_Space)
    selected = step._top
    assert len(selected) == 1
    press(qtbot, Qt.Key.Key_Return)
    assert step._top == selected
    assert page.foot.go_button.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page._here is not CloseStep.TOP_THEMES and step._top == selected
