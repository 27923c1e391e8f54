"""Rows and columns of widgets, and how one is emptied."""

from __future__ import annotations

from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH: Final = 1
"""Instead of a widget: a stretch that takes the room that is left."""

Item: TypeAlias = (
    QWidget | QLayout | int | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag]
)
"""A widget or layout, with its share of the room that is left and its place there; or a stretch."""

Margins: TypeAlias = int | tuple[int, int, int, int]

Box = TypeVar("Box", bound=QBoxLayout)


def row(
    *items: Item, gap: int | None = 0, margins: Margins = 0, within: QWidget | None = None
) -> QHBoxLayout:
    """Return a layout with ``items`` side by side, ``within`` a widget or to go into another layout.

    ``gap`` and ``margins`` are in pixels; a gap of None leaves it to the style.  Margins are the same on
    each side, or left, top, right and bottom.
    """
    layout = QHBoxLayout() if within is None else QHBoxLayout(within)
    return _arrange(layout, items, gap, margins)


def column(
    *items: Item, gap: int | None = 0, margins: Margins = 0, within: QWidget | None = None
) -> QVBoxLayout:
    """Return a layout with ``items`` one under the other; the arguments are those of :func:`row`."""
    layout = QVBoxLayout() if within is None else QVBoxLayout(within)
    return _arrange(layout, items, gap, margins)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of ``layout``; its widgets are hidden at once and deleted soon."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _arrange(layout: Box, items: tuple[Item, ...], gap: int | None, margins: Margins) -> Box:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*sides)
    if gap is not None:
        layout.setSpacing(gap)
    add_items(layout, *items)
    return layout


def add_items(layout: QBoxLayout, *items: Item) -> None:
    """Put ``items`` at the end of ``layout``."""
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
            continue
        held, share, *place = item if isinstance(item, tuple) else (item, 0)
        if isinstance(held, QLayout):
            layout.addLayout(held, share)
        else:
            layout.addWidget(held, share, *place)
