"""The measures of a chart of horizontal bars, the same in every kind of file.

A chart is made of rows: the label in one column, the bar and the words at its end in the other.  So words
wrap, grow and are read aloud like all other text, and only the bars are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.document import BarChart, ChartBar

_SHORT = 16
"""The most letters at the end of a bar; longer words go under its label."""

_LETTER = 0.6
"""The width of a letter as a part of its height, a little above the average."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar; ``share`` is its length from 0 to 1, where 1 is the longest of the chart."""

    label: str
    value_text: str
    share: float


@dataclass(frozen=True, slots=True)
class ChartMeasures:
    """A chart's rows, and the shares of its width for the labels and for the longest bar."""

    rows: tuple[BarRow, ...]
    label_width: float
    bar_width: float


def measured(chart: BarChart, ems: float) -> ChartMeasures:
    """Return the measures of ``chart`` on a page as wide as ``ems`` letters are high.

    Words get the room they need; the bars get the rest, and never less than a quarter.
    """
    longest = max((bar.value for bar in chart.bars), default=0.0)
    rows = tuple(_row(bar, longest) for bar in chart.bars)
    label = max((len(row.label) for row in rows), default=0) * _LETTER / ems
    said = max((len(row.value_text) for row in rows), default=0) * _LETTER / ems
    label_width = max(0.2, min(label, 0.4))
    return ChartMeasures(rows, label_width, max(0.25, 1 - label_width - said - 1 / ems))


def _row(bar: ChartBar, longest: float) -> BarRow:
    share = bar.value / longest if longest else 0.0
    if len(bar.value_text) > _SHORT or "\n" in bar.value_text:
        return BarRow(f"{bar.label}\n{bar.value_text}", "", share)
    return BarRow(bar.label, bar.value_text, share)


BESIDE_EMS = 40
"""From this width, in the sizes of its text, a page has room for columns beside each other."""
_LONG_TITLE = 300
_FIGURE_EMS = 8.5
"""How wide a figure with its words is, in the sizes of these."""
_RING_SHARE, _RING_SHARE_IN_LARGE_PRINT = 0.6, 0.4
"""How high the rings of a cover are together at most, for a page of a width of 1."""


def part_widths(chart: BarChart, ems: float) -> tuple[float, ...] | None:
    """Return the share of the width of each part of a whole, or None where one bar would say nothing.

    That is where there are no two parts, or their words have no room.  A small part is as wide as its words,
    or as the longest of them where all are too wide on one line, and the others give it the room.
    """
    whole = sum(bar.value for bar in chart.bars)
    if len(chart.bars) < 2 or not whole or len(chart.title) > _LONG_TITLE:
        return None
    said = [f"{bar.label} {bar.value_text}" for bar in chart.bars]
    words = [max(text.split(), key=len, default="") for text in said]
    least = next((room for room in (_room(said, ems), _room(words, ems)) if sum(room) <= 1), None)
    if least is None:
        return None
    shares = [bar.value / whole for bar in chart.bars]
    wide = [max(share, need) for share, need in zip(shares, least, strict=True)]
    over = sum(wide) - 1
    spare = [width - need for width, need in zip(wide, least, strict=True)]
    give = sum(spare)
    return tuple(width - (over * room / give if give else 0) for width, room in zip(wide, spare, strict=True))


def _room(texts: Sequence[str], ems: float) -> list[float]:
    """Return the share of the width that each text takes on one line of a part."""
    return [(0.55 * len(text) + 1.2) / ems for text in texts]


def figures_across(count: int, ems: float) -> int:
    """Return how many figures are in a row, so that no row has one alone."""
    most = max(1, min(count, int(ems / _FIGURE_EMS)))
    rows = -(-count // most) if count else 1
    return -(-count // rows) if count else 1


def ring_grid(count: int, width: float, size: float) -> tuple[int, float]:
    """Return how many rings are in a row, and how large each is, on a cover in print of such a ``size``."""
    height = width * (_RING_SHARE if width / size >= BESIDE_EMS else _RING_SHARE_IN_LARGE_PRINT)
    largest, best = 0.0, 1
    for across in range(1, max(count, 1) + 1):
        cell = min(width / across, height / -(-max(count, 1) // across), width / 6)
        if cell > largest - 0.01:
            largest, best = cell, across
    return best, largest
