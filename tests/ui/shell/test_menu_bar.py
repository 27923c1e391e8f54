import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow

from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.window_keys import window_keys
from dialogue_desk.ui.shell.menu_bar import show_menu_bar
from dialogue_desk.words import Words

Role = QAction.MenuRole


@pytest.fixture
def window(theme, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.done = []
    window.actions_here = Actions(theme, window)
    for action in window_keys(Words()):
        window.actions_here.add(action, lambda name=action.id: window.done.append(name))
    window.setCentralWidget(QLineEdit("corner"))
    window.show()
    return window


def bar_of(window, system="darwin"):
    return show_menu_bar(window, window.actions_here, lambda: window.done.append("about"), Words(), system)


def entries(bar):
    return [one for menu in bar.actions() for one in menu.menu().actions() if not one.isSeparator()]


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_only_a_mac_has_a_menu_bar(window, system):
    assert bar_of(window, system) is None
    assert window.findChild(type(window.menuBar())).actions() == []


def test_the_menus_of_a_mac_are_there(window):
    assert [one.text() for one in bar_of(window).actions()] == ["File", "Edit", "Window", "Help"]


def test_about_settings_and_quit_are_known_by_what_they_are_for_and_nothing_else_is_guessed(window):
    roles = {one.text(): one.menuRole() for one in entries(bar_of(window))}
    special = {text: role for text, role in roles.items() if role is not Role.NoRole}
    assert special == {
        "About Dialogue Desk": Role.AboutRole,
        "Settings": Role.PreferencesRole,
        "Quit": Role.QuitRole,
    }


def test_no_two_entries_have_one_key(window):
    keys = [key.toString() for one in entries(bar_of(window)) for key in one.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+M", "Ctrl+,", "Ctrl+Z"} <= set(keys)


def test_what_is_chosen_is_done(window):
    by_text = {one.text(): one for one in entries(bar_of(window))}
    for text in ("About Dialogue Desk", "Settings", "Undo"):
        by_text[text].trigger()
    assert window.done == ["about", "settings", "undo"]
    by_text["Minimize"].trigger()
    assert window.isMinimized()


def test_select_all_acts_in_the_field_that_has_the_keyboard(window, qtbot):
    field = window.centralWidget()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    next(one for one in entries(bar_of(window)) if one.text() == "Select all").trigger()
    assert field.selectedText() == "corner"


def test_in_another_language_there_is_still_one_bar(window):
    bar_of(window)
    second = bar_of(window)
    assert window.menuBar() is second
