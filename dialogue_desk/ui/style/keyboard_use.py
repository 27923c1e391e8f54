"""Knows whether a person is at the keyboard, which decides whether the ring is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

Key = Qt.Key

_LEADS = frozenset(
    {
        Key.Key_Tab,
        Key.Key_Backtab,
        *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down),
        *(Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown),
    }
)
_TURNS = frozenset({Key.Key_Tab, Key.Key_Backtab})
"""In a text field the other keys move the cursor."""

_SILENT = frozenset(
    {
        *(Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock),
        *(Key.Key_Escape, Key.Key_Return, Key.Key_Enter),
    }
)
"""Keys that people press with the other hand at the mouse."""

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyboardUse(QObject):
    """``shown`` from the first Tab, arrow or shortcut until the next click; ``changed`` tells both.

    When the app begins nobody has clicked yet: it is shown then too.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = False

    def begin(self) -> None:
        """Take it that a person is at the keyboard, who may press Enter first of all."""
        self._show(on=True)

    def pressed(self, event: QKeyEvent, *, typing: bool) -> None:
        """Take note of a key; ``typing``: the keyboard is in a text field."""
        if _leads(event, typing=typing):
            self._show(on=True)

    def clicked(self) -> None:
        """Take note of a click."""
        self._show(on=False)

    def _show(self, *, on: bool) -> None:
        if self.shown is not on:
            self.shown = on
            self.changed.emit()


def _leads(event: QKeyEvent, *, typing: bool) -> bool:
    key = Key(event.key())
    if key in _SILENT:
        return False
    if event.modifiers() & _COMMANDS or Key.Key_F1 <= key <= Key.Key_F35:
        return True
    if typing:
        return key in _TURNS
    return key in _LEADS or bool(event.text().strip()) or key == Key.Key_Space
