"""Lets the keys of the app work on a keyboard that has other letters in their places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.core.key_places import by_place
from dialogue_desk.ui.core.key_press import claims, press


class LatinKeys(QObject):
    """Sees the keys that ``window`` has no shortcut for, and presses those in the same places instead.

    What a person types stays as it is: only a key that is no text where the keyboard is becomes another.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.winId()  # makes the system's window, whose events are filtered
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        latin, focused = by_place(event), QApplication.focusWidget() or self._window
        return latin is not None and not claims(focused, event) and press(focused, latin)
