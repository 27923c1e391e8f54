"""Undo acts in the text field with the focus until that has nothing to undo, then in the window."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_Field = QLineEdit | QPlainTextEdit | QTextEdit


class UndoRouter(QObject):
    """Passes the keys of Undo and Redo on to ``window`` when its text fields have no use for them.

    By itself a field takes these keys even when there is nothing it could undo.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: _Field | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys, useful in (
                (QKeySequence.StandardKey.Undo, _can_undo),
                (QKeySequence.StandardKey.Redo, _can_redo),
            ):
                if event.matches(keys) and isinstance(watched, _Field) and not useful(watched):
                    event.ignore()
                    return True
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if isinstance(new, _Field) and self._window.isAncestorOf(new):
            self._field = new
            new.installEventFilter(self)


def _can_undo(field: _Field) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _can_redo(field: _Field) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
