"""What a screen reader is told of a widget."""

from dataclasses import dataclass

from PySide6.QtGui import QAccessible


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
