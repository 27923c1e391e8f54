"""What a person sees or hears on the program page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget, words):
    return next(b for b in widget.findChildren(QPushButton) if b.accessibleName() == words)


def spoken(matrix):
    model = matrix.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return {
        model.index(row, column).data(role)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }


def titles(bars):
    return [row.title for row in bars.rows()]


def texts(lines):
    return [row.text for row in lines.list.rows()]
