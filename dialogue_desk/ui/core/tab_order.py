"""Finds the order in which a page is read, which is the order in which Tab goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QMainWindow,
    QScrollArea,
    QWidget,
)

_WITHOUT_PIECES = (QAbstractButton, QLabel)


class StandIn(QWidget):
    """Keeps a place in a layout for ``piece``, which is drawn elsewhere and is read at this place."""

    def __init__(self, piece: QWidget) -> None:
        super().__init__()
        self.piece = piece


def takes_tab(widget: QWidget) -> bool:
    """Return whether Tab stops at ``widget`` now."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def tab_stops(page: QWidget) -> list[QWidget]:
    """Return where Tab stops in ``page``, in the order of reading."""
    return [one for one in as_read(page) if takes_tab(one)]


def as_read(page: QWidget) -> Iterator[QWidget]:
    """Return what is in sight in ``page``, and the page itself, in the order of reading.

    That is the order of the layouts, whenever their widgets were made; what floats over them is last.
    """
    yield from _inside(page, set())


def _inside(piece: QWidget, met: set[QWidget]) -> Iterator[QWidget]:
    if piece in met or not piece.isVisible():
        return
    met.add(piece)
    yield piece
    if isinstance(piece, StandIn):
        yield from _inside(piece.piece, met)
    if not isinstance(piece, _WITHOUT_PIECES):
        for child in _children(piece):
            yield from _inside(child, met)


def _children(piece: QWidget) -> Iterator[QWidget]:
    inner = None
    if isinstance(piece, QScrollArea):
        inner = piece.widget()
    elif isinstance(piece, QMainWindow):
        inner = piece.centralWidget()
    if inner is not None:
        yield inner
    layout = piece.layout()
    if layout is not None:
        yield from _laid_out(layout)
    for child in pieces_of(piece):
        if not child.isWindow():
            yield child


def pieces_of(widget: QWidget) -> list[QWidget]:
    """Return what is directly in ``widget``.

    ``children`` would take what it returns into its care anew, and leave other holds on it dead: those on
    the bars of a scroll area.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return list(widget.findChildren(QWidget, options=direct))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, below = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _laid_out(below)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _row_and_column(layout, place))
    return [item for place in places if (item := layout.itemAt(place)) is not None]


def _row_and_column(layout: QGridLayout, place: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", layout.getItemPosition(place))
    return row, column
