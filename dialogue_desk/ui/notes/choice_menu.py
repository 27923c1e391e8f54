"""A menu of which one choice holds, above the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


def show_choice_menu(
    button: QWidget, choices: Sequence[tuple[str, str, str]], chosen: str, choose: Callable[[str], object]
) -> None:
    """Show ``choices``, each an id, its words and its key; the keyboard begins at one that is not chosen."""
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    group = QActionGroup(menu)
    for one, text, keys in choices:
        action = QAction(text.replace("&", "&&") + (f"\t{keys}" if keys else ""), group)
        action.setCheckable(True)
        action.setChecked(one == chosen)
        action.triggered.connect(partial(_choose, choose, one))
        menu.addAction(action)
    menu.popup(button.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))
    first = next((one for one in group.actions() if not one.isChecked()), group.actions()[0])
    menu.setActiveAction(first)


def _choose(choose: Callable[[str], object], one: str, _checked: bool = False) -> None:
    choose(one)
