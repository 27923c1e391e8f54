"""The keys that work on every page."""

from __future__ import annotations

from dialogue_desk.ui.core.actions import Action
from dialogue_desk.ui.widgets.toast import KEY
from dialogue_desk.words import Words


def window_keys(words: Words) -> list[Action]:
    """Return the actions of the window, in the order of the sheet of keys."""
    tr = words.tr
    everywhere = tr("Everywhere")
    return [
        Action("undo", tr("Undo"), ("Ctrl+Z",), "undo", everywhere),
        Action("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", everywhere),
        Action("open", tr("Open files"), ("Ctrl+O",), "folder", everywhere),
        Action("folder", tr("Open a folder"), ("Ctrl+Shift+O",), "folder", everywhere),
        Action("find", tr("Search what was said"), ("Ctrl+F",), "search", everywhere),
        Action("home", tr("Home"), ("Alt+Home",), "home", everywhere),
        Action("settings", tr("Settings"), ("Ctrl+,",), "settings", everywhere),
        Action("full screen", tr("Full screen"), ("F11",), "", everywhere),
        Action("message", tr("To the message and back"), (KEY,), "", everywhere),
        Action("keys", tr("Keyboard shortcuts"), ("F1",), "question", everywhere),
    ]
