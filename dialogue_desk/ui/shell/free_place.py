"""Finds room for a rectangle among others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize

_CELL = 4
"""The pixels to a cell of the grid in which is searched."""


def free_place(size: QSize, room: QRect, taken: Iterable[QRect]) -> QRect | None:
    """Return the lowest place for ``size`` in ``room`` that none of ``taken`` touches, or None.

    Of the places that are as low, it is the one nearest to the middle.
    """
    wide, high = -(-size.width() // _CELL), -(-size.height() // _CELL)
    columns, rows = room.width() // _CELL, room.height() // _CELL
    if wide > columns or high > rows:
        return None
    taken_in = _cells(room, taken, columns, rows)
    for bottom in range(rows, high - 1, -1):
        over = 0
        for row in taken_in[bottom - high : bottom]:
            over |= row
        begins = _runs(((1 << columns) - 1) & ~over, wide)
        if begins:
            left = _nearest(begins, (columns - wide) // 2)
            return QRect(room.topLeft() + QPoint(left, bottom - high) * _CELL, size)
    return None


def _cells(room: QRect, taken: Iterable[QRect], columns: int, rows: int) -> list[int]:
    """Return for each row of the grid the cells that are taken, as bits."""
    cells = [0] * rows
    for one in taken:
        part = (one & room).translated(-room.topLeft())
        if part.isEmpty():
            continue
        first, last = part.left() // _CELL, min(part.right() // _CELL, columns - 1)
        bits = (1 << (last + 1)) - (1 << first) if last >= first else 0
        for row in range(part.top() // _CELL, min(part.bottom() // _CELL + 1, rows)):
            cells[row] |= bits
    return cells


def _runs(free: int, wide: int) -> int:
    """Return the bits at which ``wide`` free cells begin."""
    have = 1
    while have < wide and free:
        step = min(have, wide - have)
        free &= free >> step
        have += step
    return free


def _nearest(bits: int, wanted: int) -> int:
    """Return the bit that is nearest to ``wanted``; there is at least one."""
    below = (bits & ((1 << (wanted + 1)) - 1)).bit_length() - 1
    above = bits >> wanted
    if not above:
        return below
    next_up = wanted + (above & -above).bit_length() - 1
    return next_up if below < 0 or next_up - wanted <= wanted - below else below
