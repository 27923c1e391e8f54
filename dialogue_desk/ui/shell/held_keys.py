"""Tells a key that is held down from one that is pressed again.

On X11 a key that is held is released and pressed over and over, at one and the same time.  Qt knows most of
these for repeats, not all: while a page is busy some look like presses, and parts were passed over.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.core.typing_focus import typing_in

_NEVER_TYPED = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5}
_AGAIN_MS = 20
"""Nobody lets go of a key and presses it again in so short a time."""


class HeldKeys(QObject):
    """Keeps repeats that look like presses from what has the keyboard, unless a person types there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key = self._at = self._kept = 0
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not event.timestamp():
            return False
        key, at = int(event.key()), event.timestamp()
        if event.type() is QEvent.Type.ShortcutOverride:
            again = key == self._key and at - self._at < _AGAIN_MS and not event.isAutoRepeat()
            typed = typing_in(watched) and key not in _NEVER_TYPED
            self._key, self._at, self._kept = key, at, key if again and not typed else 0
            if self._kept:
                event.accept()  # else it would be a shortcut
                return True
        elif event.type() is QEvent.Type.KeyRelease:
            self._key, self._at = key, at
        return event.type() is QEvent.Type.KeyPress and key == self._kept

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
