"""A ground with a thin edge for things that belong together, and a thin line between things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from PySide6.QtWidgets import QFrame, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.layouts import Item, add_items, column
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs


class Card(QFrame):
    """Holds things in ``column``.  ``role`` may be ``card``, ``notice`` (warm), ``rail`` or ``bar``."""

    def __init__(self, role: str = "card", *, edge: int = Space.WIDE) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = column(gap=Space.SNUG, margins=edge, within=self)

    def add(self, *items: Item) -> None:
        """Put ``items`` under what is there."""
        add_items(self.column, *items)

    @classmethod
    def of_rows(cls, rows: Iterable[QWidget]) -> Self:
        """Return a card of ``rows`` with a thin line between two of them."""
        card = cls(edge=0)
        card.column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        for number, row in enumerate(rows):
            card.add(*([Hairline()] if number else []), row)
        return card


class Hairline(QFrame):
    """A thin line between things."""

    spoken_as = SpokenAs.NOTHING

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("upright", upright)
        self.setProperty("role", "line")
