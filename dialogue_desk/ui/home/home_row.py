"""One row of Home: what it is about, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

Line = tuple[str, str]
"""A text and the role it is dressed by."""


class NamedButton(Button):
    """Tells ``pressed_name(name)``, so that one listener can tell many apart."""

    pressed_name = Signal(str)

    def __init__(
        self,
        theme: AppTheme,
        name: str,
        text: str,
        weight: Weight = Weight.NORMAL,
        icon: str = "",
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(theme, text, weight=weight, icon=icon, bare=bare)
        self.setObjectName(name)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.pressed_name.emit(self.objectName())


class HomeRow(ResponsiveRow):
    """Says ``lines``, the first with ``mark`` beside it, and has ``buttons`` at the far end."""

    def __init__(
        self, theme: AppTheme, lines: Sequence[Line], buttons: Sequence[Button] = (), mark: str = ""
    ) -> None:
        super().__init__(theme, 620, gap=Space.BASE)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for number, (text, role) in enumerate(lines):
            label = Label(text, role)
            if mark and number == 0:
                column.addLayout(_marked(label, Pill(theme, mark, Tone.PLAIN)))
            else:
                column.addWidget(label)
        self.add(said, 1)
        if not buttons:
            return
        row = QWidget()
        flow = FlowLayout(row, gap=Space.SNUG)
        for button in buttons:
            button.setAccessibleDescription(". ".join(text for text, _ in lines))
            flow.addWidget(button)
        self.add(row)


def _marked(label: Label, pill: Pill) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SNUG)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return line
