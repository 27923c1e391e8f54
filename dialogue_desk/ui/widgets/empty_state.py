"""What a place is for while there is nothing in it, and the first thing to do there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label


class EmptyState(QWidget):
    """An icon, a heading, a sentence and the first button; ``pressed`` tells that it was pressed.

    Args:
        theme: how it looks.
        icon: the name of an icon.
        title: what is not here yet ("No notes yet").
        sentence: what this place is for.
        button: the words of the first button, or nothing.
        weight: how loud the button is.
    """

    pressed = Signal()

    def __init__(
        self,
        theme: AppTheme,
        icon: str,
        title: str,
        sentence: str,
        button: str = "",
        weight: Weight = Weight.PRIMARY,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.VAST, Space.WIDE, Space.VAST)
        column.setSpacing(Space.SNUG)
        column.addStretch(1)
        column.addWidget(IconView(theme, icon, 48), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in ((title, "heading"), (sentence, "muted")):
            label = Label(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.button: Button | None = None
        if button:
            self.button = Button(theme, button, weight=weight)
            self.button.clicked.connect(self.pressed)
            column.addSpacing(Space.TIGHT)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
