"""A menu above a button: one choice out of a few, with the keys that make it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.ui.widgets.rounded import round_corners


def open_choices(
    button: QWidget,
    choices: Sequence[tuple[str, str, str]],
    chosen: str | None,
    choose: Callable[[str], object],
    corner: QPoint | None = None,
) -> None:
    """Open a menu above ``button``, or at a ``corner`` of the screen; each choice is an id, words and a key.

    The keyboard starts on the first choice that is not ``chosen``; where that is None, nothing stays chosen.
    """
    menu = QMenu(button)
    round_corners(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    group = QActionGroup(menu)
    for one, text, keys in choices:
        action = QAction(text.replace("&", "&&") + (f"\t{keys}" if keys else ""), group)
        action.setCheckable(chosen is not None)
        action.setChecked(one == chosen)
        action.triggered.connect(lambda _checked, one=one: choose(one))
        menu.addAction(action)
    menu.popup(corner or button.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))
    first = next((one for one in group.actions() if not one.isChecked()), group.actions()[0])
    menu.setActiveAction(first)
