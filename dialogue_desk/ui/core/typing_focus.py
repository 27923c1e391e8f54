"""Tells where a person types: there a key is a letter, and the border of the field shows the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def typing_in(widget: QObject | None) -> bool:
    """Return whether keys that are pressed in ``widget`` write text or a number; False for None."""
    return isinstance(widget, _TEXT_FIELDS)
