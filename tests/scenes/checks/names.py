"""Names: what a reader calls each thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def whatever_has_the_keyboard_has_a_name(shown):
    for widget in stops(shown):
        if not called(widget).strip():
            yield f"a {type(widget).__name__} has no name"


def stops(shown):
    """Return the widgets in sight that take the keyboard."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        widget
        for widget in (shown, *shown.findChildren(QWidget))
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & tab
    ]


def called(widget):
    """Return the name a reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
