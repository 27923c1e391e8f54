from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.shell.shortcut_sheet import ShortcutSheet
from dialogue_desk.words import Words
from tests.ui.seen import words_on


def test_what_works_on_the_page_and_everywhere_is_told_once_as_the_page_does_it(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    own, everywhere = Actions(theme, window), Actions(theme, window)
    own.add(Action("find", "Search what was said", ("Ctrl+F", "/"), "", "Notes"), lambda: None)
    everywhere.add(Action("find", "Search what was said", ("Ctrl+F",), "", "Everywhere"), lambda: None)
    sheet = ShortcutSheet([own, everywhere], theme, Words(), window)
    told = words_on(sheet)
    assert told.count("Search what was said") == 1 and "Ctrl+F, /" in told
    assert "Everywhere" not in told  # a heading with nothing under it
