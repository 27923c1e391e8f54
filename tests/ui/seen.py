"""What a person sees: the words that stand on a widget now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QWidget


def words_on(widget):
    """Return every text that is shown on ``widget``, in the order it was made."""
    return [
        child.text()
        for child in widget.findChildren(QWidget)
        if isinstance(child, QLabel | QAbstractButton) and child.isVisibleTo(widget) and child.text()
    ]


def button_saying(widget, text):
    """Return the first visible button with these words."""
    for button in widget.findChildren(QAbstractButton):
        if button.text() == text and button.isVisibleTo(widget):
            return button
    raise AssertionError(f"no button says {text!r}: {words_on(widget)}")


def nameless(page):
    """Return what on a page takes the keyboard, and has no name to be read out."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QAbstractSpinBox)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
