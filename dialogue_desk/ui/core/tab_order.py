"""Sets the tab order of a page to the order of reading, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def set_tab_order(page: QWidget) -> None:
    """Make Tab go through ``page`` in the order of its layouts.

    By itself Qt puts a widget that is made later at the end of the window's tab order.
    """
    for before, after in pairwise(_tab_stops(page)):
        QWidget.setTabOrder(before, after)


def _tab_stops(piece: QWidget) -> Iterator[QWidget]:
    if piece.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield piece
    inner = piece.widget() if isinstance(piece, QScrollArea) else None
    if inner is not None:
        yield from _tab_stops(inner)
    elif (layout := piece.layout()) is not None:
        yield from _tab_stops_in(layout)


def _tab_stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, below = item.widget(), item.layout()
        if widget is not None:
            yield from _tab_stops(widget)
        elif below is not None:
            yield from _tab_stops_in(below)
