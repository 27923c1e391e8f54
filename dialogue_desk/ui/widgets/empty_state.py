"""What a page or list shows while it is empty: what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column

_HEIGHT_FOR_ICON = 200
"""The least height with room for the icon, in pixels."""


class EmptyState(QWidget):
    """An icon, what is not here yet, what will be, and the first button, which tells ``pressed``."""

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
        edges = (Space.WIDE, Space.VAST, Space.WIDE, Space.VAST)
        self._picture = IconView(theme, icon, 48)
        picture = (self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = column(STRETCH, picture, gap=Space.SNUG, margins=edges, within=self)
        for text, role in ((title, "heading"), (sentence, "muted")):
            label = Label(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            whole.addWidget(label)
        self.button: Button | None = None
        if button:
            self.button = Button(theme, button, weight=weight)
            self.button.clicked.connect(self.pressed)
            whole.addSpacing(Space.TIGHT)
            whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)

    def fit(self, height: int) -> None:
        """Leave the icon and the space around out where so much height is too little for them."""
        low = height < _HEIGHT_FOR_ICON
        self._picture.setHidden(low)
        edge = Space.HAIR if low else Space.VAST
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(Space.WIDE, edge, Space.WIDE, edge)
