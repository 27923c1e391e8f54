"""A ground with a thin edge for things that belong together, and a thin line between things."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.layouts import Item, add_items, column


class Card(QFrame):
    """Holds things in ``column``.  ``role`` may be ``card``, ``notice`` (warm), ``rail`` or ``bar``."""

    def __init__(self, role: str = "card", *, edge: int = Space.WIDE) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = column(gap=Space.SNUG, margins=edge, within=self)

    def add(self, *items: Item) -> None:
        """Put ``items`` under what is there."""
        add_items(self.column, *items)


class Hairline(QFrame):
    """A thin line between things."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("upright", upright)
        self.setProperty("role", "line")
