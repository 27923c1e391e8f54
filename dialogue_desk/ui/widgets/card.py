"""A white ground with a hairline: what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dialogue_desk.ui.style.theme import Space


class Card(QFrame):
    """Holds things in ``column``.  ``role`` may be ``card``, ``notice`` (warm), ``rail`` or ``bar``."""

    def __init__(self, role: str = "card", *, edge: int = Space.WIDE) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(Space.SNUG)


class Hairline(QFrame):
    """A thin line between things."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("upright", upright)
        self.setProperty("role", "line")
