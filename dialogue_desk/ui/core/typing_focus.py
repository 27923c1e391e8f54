"""Tells whether a person is typing, so that a key without a modifier is a letter and no shortcut."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def typing_in(widget: QWidget | None) -> bool:
    """Return whether keys that are pressed in ``widget`` write text or a number; False for None."""
    return isinstance(widget, _TEXT_FIELDS)
