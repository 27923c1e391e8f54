"""The menu bar of macOS, where every app has one; elsewhere the window has all that is in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar

from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.words import Words

_Standard = QKeySequence.StandardKey
_Role = QAction.MenuRole


def show_menu_bar(
    window: QMainWindow,
    actions: Actions,
    about: Callable[[], object],
    words: Words,
    system: str = sys.platform,
) -> QMenuBar | None:
    """Give ``window`` the menu bar, in place of the one it had; None on a system that has none.

    ``actions`` are those that work on every page, and are in it with the keys they have; ``about`` tells
    about the app.
    """
    if system != "darwin":
        return None
    bar = QMenuBar(window)
    tr = words.tr
    file = bar.addMenu(tr("File"))
    _add(file, actions["open"], actions["folder"], actions["find"])
    file.addSeparator()
    _add(file, _made(tr("Close"), window.close, file, keys=_Standard.Close))
    # These three are moved to the menu of the app by what they are for.
    _add(file, _made(tr("About Dialogue Desk"), about, file), role=_Role.AboutRole)
    _add(file, actions["settings"], role=_Role.PreferencesRole)
    _add(file, _made(tr("Quit"), window.close, file), role=_Role.QuitRole)
    _add_edit(bar.addMenu(tr("Edit")), actions, words)
    shown = bar.addMenu(tr("Window"))
    _add(shown, _made(tr("Minimize"), window.showMinimized, shown, keys=QKeySequence("Ctrl+M")))
    _add(shown, actions["full screen"], actions["home"])
    _add(bar.addMenu(tr("Help")), actions["keys"])
    window.setMenuBar(bar)
    return bar


def _add_edit(menu: QMenu, actions: Actions, words: Words) -> None:
    tr = words.tr
    _add(menu, actions["undo"], actions["redo"])
    menu.addSeparator()
    # Without keys: text fields have their own, and elsewhere pages do.
    for text, name in (
        (tr("Cut"), "cut"),
        (tr("Copy"), "copy"),
        (tr("Paste"), "paste"),
        (tr("Select all"), "selectAll"),
    ):
        _add(menu, _made(text, partial(_do_in_field, name), menu))


def _made(
    text: str, run: Callable[[], object], menu: QMenu, keys: QKeySequence | _Standard | None = None
) -> QAction:
    made = QAction(text, menu)
    made.triggered.connect(lambda _checked: run())
    if keys is not None:
        made.setShortcut(keys)
    return made


def _add(menu: QMenu, *added: QAction, role: QAction.MenuRole = _Role.NoRole) -> None:
    """Add actions with a role; without one, Qt would guess it from their English words."""
    for action in added:
        action.setMenuRole(role)
        menu.addAction(action)


def _do_in_field(name: str) -> None:
    """Do what a text field has a method for, in the one that has the keyboard."""
    act = getattr(QApplication.focusWidget(), name, None)
    if callable(act):
        act()
