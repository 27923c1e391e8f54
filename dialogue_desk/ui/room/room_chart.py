"""The result of a vote as the room display shows it: a bar for each option, read from the back of a hall."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from dialogue_desk.ui.room.room_typesetting import picture_floor, picture_room
from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_MOST_ROWS, _FEWEST_ROWS = 5, 3
_SMALL = 0.5
"""Type that reads from the back is no smaller than this share of the least size of a question."""
_LARGEST = 0.9
_HEAD, _GAP, _BAR, _BETWEEN = 0.8, 0.5, 0.55, 0.35
"""Shares of the size of type: of the title, under it, how thick a bar is, and between two rows."""
_NOMINAL = (1280, 720)


@dataclass(frozen=True, slots=True)
class RoomBar:
    """One option: its ``place`` ("1", or "2 =" where others are level), its words, and its ``dots``."""

    place: str
    texts: tuple[str, ...]
    dots: int

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ". ".join((self.place, *self.texts, str(self.dots)))


@dataclass(frozen=True, slots=True)
class RoomChart:
    """Some bars under a title; ``most`` is the longest of all, and ``number`` which part of them this is.

    What stands in two languages stands side by side.
    """

    titles: tuple[str, ...]
    bars: tuple[RoomBar, ...] = ()
    most: int = 0
    number: str = ""

    @property
    def spoken(self) -> tuple[str, ...]:
        """What a screen reader says of it."""
        return (*self.titles, *(bar.spoken for bar in self.bars))


def chart_parts(titles: Sequence[str], bars: Sequence[RoomBar], font: QFont) -> tuple[RoomChart, ...]:
    """Return the parts in which a result is shown: as few as can be read from the back of a hall."""
    most = max((bar.dots for bar in bars), default=0)
    floor = picture_floor(*_NOMINAL) * _SMALL
    whole = RoomChart(tuple(titles), tuple(bars), most)
    for rows in range(_MOST_ROWS, _FEWEST_ROWS - 1, -1):
        parts = _parts(whole, rows)
        if all(ChartPicture(part, font, *_NOMINAL).size >= floor for part in parts):
            break
    return parts


def _parts(whole: RoomChart, rows: int) -> tuple[RoomChart, ...]:
    cut = [whole.bars[first : first + rows] for first in range(0, len(whole.bars), rows)] or [()]
    return tuple(
        replace(whole, bars=bars, number=f"{number} / {len(cut)}" if len(cut) > 1 else "")
        for number, bars in enumerate(cut, 1)
    )


class ChartPicture:
    """A chart set in the largest type that fits into a picture of ``width`` and ``height``."""

    def __init__(
        self, chart: RoomChart, font: QFont, width: float, height: float, *, mirrored: bool = False
    ) -> None:
        self._chart, self._font, self._mirrored = chart, QFont(font), mirrored
        self._room = picture_room(width, height)
        largest = max(2, round(picture_floor(width, height) * _LARGEST))
        self.size = max(1, bisect_left(range(1, largest + 1), True, key=self._is_too_large))

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw the chart; a bar has an edge, so that it is seen whatever the colors are."""
        room, top = self._room, self._room.top()
        number = self._number()
        for block, left in self._beside(self._titles(), room.left(), self._head_width(number)):
            block.draw(painter, self._seen(left, block.width), top, QColor(tokens.muted))
        left = room.right() - number.width
        number.draw(painter, self._seen(left, number.width), top, QColor(tokens.muted))
        top += self._head_height()
        for bar in self._chart.bars:
            top = self._paint_bar(painter, bar, top, tokens) + _BETWEEN * self.size

    def _paint_bar(self, painter: QPainter, bar: RoomBar, top: float, tokens: Tokens) -> float:
        left, ink = self._room.left() + self._indent(), QColor(tokens.ink)
        place = self._bold(bar.place)
        place.draw(painter, self._seen(self._room.left(), place.width), top, QColor(tokens.accent))
        tall = 0.0
        for block, x in self._beside(self._words(bar), left, self._across()):
            block.draw(painter, self._seen(x, block.width), top, ink)
            tall = max(tall, block.height)
        top += tall
        figure = self._bold(str(bar.dots))
        share = bar.dots / self._chart.most if self._chart.most else 0
        rail = QRectF(left, top, self._across() - self._figure_room(), figure.height)
        body = QRectF(left, 0, max(_BAR * self.size * 0.3, rail.width() * share), _BAR * self.size)
        body.moveTop(rail.center().y() - body.height() / 2)
        painter.setPen(QPen(ink, max(1.0, self.size * 0.04)))
        painter.setBrush(QColor(tokens.accent) if bar.dots else QColor(tokens.surface))
        painter.drawRect(QRectF(self._seen(body.left(), body.width()), body.top(), *_sides(body)))
        at = body.right() + self.size * 0.35
        figure.draw(painter, self._seen(at, figure.width), top, ink)
        return top + figure.height

    def _is_too_large(self, size: int) -> bool:
        self.size = size
        rows = len(self._chart.bars)
        whole = self._head_height() + sum(map(self._row_height, self._chart.bars))
        return whole + _BETWEEN * size * max(0, rows - 1) > self._room.height()

    def _row_height(self, bar: RoomBar) -> float:
        return max((block.height for block in self._words(bar)), default=0) + self._bold(str(bar.dots)).height

    def _words(self, bar: RoomBar) -> list[TextBlock]:
        return self._set(bar.texts, self._type(), self._across())

    def _titles(self) -> list[TextBlock]:
        return self._set(self._chart.titles, self._small(), self._head_width(self._number()))

    def _set(self, texts: Sequence[str], font: QFont, across: float) -> list[TextBlock]:
        shown = [text for text in texts if text.strip()]
        wide = (across - self._gap() * (len(shown) - 1)) / max(1, len(shown))
        return [TextBlock(text, font, wide, snug=True) for text in shown]

    def _beside(
        self, blocks: Sequence[TextBlock], left: float, across: float
    ) -> list[tuple[TextBlock, float]]:
        wide = (across + self._gap()) / max(1, len(blocks))
        return [(block, left + place * wide) for place, block in enumerate(blocks)]

    def _number(self) -> TextBlock:
        return TextBlock(self._chart.number, self._small(), self._room.width(), snug=True)

    def _bold(self, text: str) -> TextBlock:
        return TextBlock(text, self._type(bold=True), self._room.width(), snug=True)

    def _indent(self) -> float:
        font = self._type(bold=True)
        widest = max((natural_width(bar.place, font) for bar in self._chart.bars), default=0)
        return widest + self.size * 0.5

    def _figure_room(self) -> float:
        return natural_width(str(self._chart.most), self._type(bold=True)) + self.size * 0.7

    def _across(self) -> float:
        return max(1.0, self._room.width() - self._indent())

    def _head_width(self, number: TextBlock) -> float:
        return max(1.0, self._room.width() - number.width - self._gap())

    def _head_height(self) -> float:
        tallest = max((block.height for block in self._titles()), default=0)
        return max(tallest, QFontMetricsF(self._small()).height()) + _GAP * self.size

    def _gap(self) -> float:
        return self.size * 0.8

    def _small(self) -> QFont:
        return resized(self._font, max(1, round(self.size * _HEAD)))

    def _type(self, *, bold: bool = False) -> QFont:
        font = resized(self._font, self.size)
        font.setBold(bold)
        return font

    def _seen(self, left: float, wide: float) -> float:
        """Return where something is in a mirrored picture."""
        return self._room.left() + self._room.right() - left - wide if self._mirrored else left


def _sides(box: QRectF) -> tuple[float, float]:
    return box.width(), box.height()
