"""Tells a key that is held down from one that is pressed again.

On X11 a key that is held is released and pressed over and over, at one and the same time.  Qt knows most of
these for repeats, not all: while a page is busy some look like presses, and parts were passed over.  From
far away, as over VNC, it is pressed over and over and never released.
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
_STILL_DOWN_MS = 800
"""A key that was not let go is pressed again this soon, or its release went to another program."""


class HeldKeys(QObject):
    """Keeps repeats that look like presses from what has the keyboard, unless a person types there.

    Who holds a key that leads into a field types nothing in it with that press.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key = self._at = self._kept = 0
        self._down = False
        self._began: QObject | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not event.timestamp():
            return False
        key = int(event.key())
        if event.type() is QEvent.Type.ShortcutOverride:
            self._kept = key if self._is_kept(watched, event) else 0
            if self._kept:
                event.accept()  # else it would be a shortcut
                return True
        elif event.type() is QEvent.Type.KeyRelease:
            self._key, self._at, self._down = key, event.timestamp(), False
        return event.type() is QEvent.Type.KeyPress and key == self._kept

    def _is_kept(self, watched: QObject, event: QKeyEvent) -> bool:
        """Take note of a press, and return whether it is a repeat that ``watched`` is not to get."""
        key, at = int(event.key()), event.timestamp()
        soon = _STILL_DOWN_MS if self._down else _AGAIN_MS
        again = event.isAutoRepeat() or (key == self._key and at - self._at < soon)
        if not again:
            self._began = watched
        self._key, self._at, self._down = key, at, True
        if typing_in(watched) and key not in _NEVER_TYPED:
            writes = bool(event.text()) and event.text().isprintable()
            return again and writes and watched is not self._began
        return again and not event.isAutoRepeat()

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if new is None:
            self._down = False  # nobody here hears when it is let go
        else:
            new.installEventFilter(self)
