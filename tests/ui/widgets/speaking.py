"""Shows a widget in a window, and returns what a screen reader is told of it."""

from dataclasses import dataclass

from PySide6.QtGui import QAccessible

from dialogue_desk.ui.widgets.toast import Toast


@dataclass(frozen=True)
class Spoken:
    name: str
    role: QAccessible.Role
    description: str
    value: str


def spoken(widget) -> Spoken:
    told = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return Spoken(told.text(text.Name), told.role(), told.text(text.Description), told.text(text.Value))


def spoken_rows(view) -> list[str]:
    told = QAccessible.queryAccessibleInterface(view)
    return [told.child(number).text(QAccessible.Text.Name) for number in range(told.childCount())]


def put(window, widget):
    """Show ``widget`` in ``window``; a message stays hidden until it has something to say."""
    window.layout().addWidget(widget)
    if not isinstance(widget, Toast):
        widget.show()
    return widget
