"""A drawn table with numbered seats around it: who has the turn and who had it, or who sits with whom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.text_block import TextBlock

_SEAT, _TURN = 21, 1.35
"""The greatest radius of a seat at 100 % text, in pixels, and how much larger the seat with the turn is."""

_NUMBER = 0.62
"""How large the number of a group is beside a seat."""
_ASIDE = (0.15, 0.3)
"""How far from the middle of a group its lines may meet, as shares of the way to a seat."""
_STEPS = 720
_LEAST_LINE = 1.2
"""The least height of the first line in the middle while there is a third, in sizes of text."""


class SeatState(StrEnum):
    """How a seat looks.  Each state has a shape of its own, so that it can be told without colours."""

    WAITING = "waiting"
    TURN = "turn"
    NEXT = "next"
    HEARD = "heard"
    PASSED = "passed"
    FOR_NOW = "for now"


BADGES = {SeatState.HEARD: "check", SeatState.PASSED: "minus", SeatState.FOR_NOW: "clock"}
"""The icons of those who had their turn."""


@dataclass(frozen=True, slots=True)
class SeatsView:
    """What the table shows: the ``seats`` from the first on, and the lines in the middle.

    ``figures`` is the clock, empty when none runs; ``accessible_text`` says all of it in one sentence.
    ``groups`` are the numbers of the seats that go together: they are joined over the table.
    """

    seats: tuple[SeatState, ...] = ()
    head: str = ""
    figures: str = ""
    foot: str = ""
    late: bool = False
    accessible_text: str = ""
    groups: tuple[tuple[int, ...], ...] = ()


class SeatingTable(QLabel):
    """Paints a :class:`SeatsView`, clockwise from the top in every language: the room is not mirrored."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self.shown = SeatsView()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    def show_seats(self, shown: SeatsView) -> None:
        """Show ``shown``; the same value is not painted again."""
        if shown != self.shown:
            self.shown = shown
            if self.text() != shown.accessible_text:
                self.setText(shown.accessible_text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(520), self._theme.scaled(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        places, radius = self._places()
        table = self._oval(radius * (2 * _TURN + 0.6) + Space.HAIR)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(table)
        self._paint_middle(painter, table)
        self._paint_groups(painter, places, radius)
        for number, (place, state) in enumerate(zip(places, self.shown.seats, strict=True), 1):
            self._paint_seat(painter, place, radius, number, state)
        painter.end()

    def _paint_groups(self, painter: QPainter, places: Sequence[QPointF], radius: float) -> None:
        """Join the seats of each group, with its number where the lines meet."""
        tokens, side = self._theme.tokens, radius * _NUMBER
        font = resized(self._theme.font(bold=True, tabular=True), max(7, round(side * 1.1)))
        met: list[QPointF] = []
        for group in self.shown.groups:
            seats = [places[seat - 1] for seat in group]
            met.append(_meeting_place(seats, met))
            painter.setPen(QPen(QColor(tokens.accent), max(2.0, radius * 0.14)))
            for seat in seats:
                painter.drawLine(met[-1], seat)
        painter.setPen(QPen(QColor(tokens.surface), 2))
        painter.setBrush(QColor(tokens.accent))
        for number, place in enumerate(met, start=1):
            painter.setPen(QPen(QColor(tokens.surface), 2))
            painter.drawEllipse(place, side, side)
            text = TextBlock(str(number), font, 1_000, snug=True)
            corner = place - QPointF(text.width / 2, text.height / 2)
            text.draw(painter, corner.x(), corner.y(), QColor(tokens.on_accent))

    def _oval(self, inset: float) -> QRectF:
        """Return the oval ``inset`` pixels inside the widget, at most 1.9 times as wide as high."""
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        wide = min(room.width(), (self.height() - 2 * Space.HAIR) * 1.9 - 2 * inset)
        oval = QRectF(0, 0, max(wide, 1), max(room.height(), 1))
        oval.moveCenter(room.center())
        return oval

    def _places(self) -> tuple[list[QPointF], float]:
        """Return the centres of the seats, at equal distances, and their radius."""
        count = max(1, len(self.shown.seats))
        radius = min(float(self._theme.scaled(_SEAT)), self.height() / 14)
        oval = self._oval(radius * (_TURN + 0.4) + Space.HAIR)
        path = [_on(oval, step / _STEPS) for step in range(_STEPS + 1)]
        along = [0.0]
        for before, after in pairwise(path):
            along.append(along[-1] + math.hypot(after.x() - before.x(), after.y() - before.y()))
        radius = min(radius, along[-1] / count * 0.4)
        places, step = [], 0
        for seat in range(count):
            while along[step] < along[-1] * seat / count:
                step += 1
            places.append(path[step])
        return places[: len(self.shown.seats)], radius

    def _paint_seat(
        self, painter: QPainter, place: QPointF, radius: float, number: int, state: SeatState
    ) -> None:
        tokens = self._theme.tokens
        pen, ground, ink = {
            SeatState.WAITING: (QPen(QColor(tokens.line_strong), 1.5), tokens.surface, tokens.ink),
            SeatState.TURN: (QPen(QColor(tokens.accent), 1), tokens.accent, tokens.on_accent),
            SeatState.NEXT: (QPen(QColor(tokens.accent), 3), tokens.surface, tokens.ink),
            SeatState.HEARD: (QPen(Qt.PenStyle.NoPen), tokens.accent_soft, tokens.ink),
            SeatState.PASSED: (QPen(Qt.PenStyle.NoPen), tokens.line, tokens.ink),
            SeatState.FOR_NOW: (
                QPen(QColor(tokens.ink), 1.5, Qt.PenStyle.DashLine),
                tokens.surface,
                tokens.ink,
            ),
        }[state]
        turn = state in {SeatState.TURN, SeatState.NEXT}
        size = radius * (_TURN if turn else 1.0)
        if state is SeatState.TURN:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, size + 4, size + 4)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        box = QRectF(place.x() - size, place.y() - size, 2 * size, 2 * size)
        if state is SeatState.PASSED:
            painter.drawRoundedRect(box.adjusted(size * 0.1, size * 0.1, -size * 0.1, -size * 0.1), 4, 4)
        else:
            painter.drawEllipse(box)
        font = resized(self._theme.font(bold=turn, tabular=True), max(7, round(size * 0.86)))
        text = TextBlock(str(number), font, 1_000, snug=True)
        text.draw(painter, place.x() - text.width / 2, place.y() - text.height / 2, QColor(ink))
        if badge := BADGES.get(state):
            self._paint_badge(painter, place, radius, badge)

    def _paint_badge(self, painter: QPainter, place: QPointF, radius: float, icon: str) -> None:
        tokens, side = self._theme.tokens, max(9.0, radius * 0.95)
        at = place + QPointF(radius * 0.78, -radius * 0.78)
        disc = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        painter.setPen(QPen(QColor(tokens.line_strong), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(disc)
        inner = disc.adjusted(side * 0.16, side * 0.16, -side * 0.16, -side * 0.16)
        self._theme.icons.draw(painter, inner, icon, tokens.ink)

    def _paint_middle(self, painter: QPainter, table: QRectF) -> None:
        tokens, shown = self._theme.tokens, self.shown
        ink = QColor(tokens.warn if shown.late else tokens.ink)
        room = QRectF(0, 0, table.width() * 0.74, table.height() * 0.8)
        lines = [
            (shown.head, self._theme.font(Size.HEADING, bold=True), QColor(tokens.ink)),
            (shown.figures, self._theme.font(Size.CLOCK, bold=True, tabular=True), ink),
            (shown.foot, self._theme.font(Size.TEXT), QColor(tokens.muted)),
        ]
        texts = [(text, font, colour) for text, font, colour in lines if text]
        blocks = _fitted([(text, font) for text, font, _ in texts], room)
        if shown.foot and blocks and blocks[0].height < _LEAST_LINE * self._theme.font().pixelSize():
            texts.pop()  # in little room the first lines are large and the last is left out
            blocks = _fitted([(text, font) for text, font, _ in texts], room)
        top = table.center().y() - sum(block.height for block in blocks) / 2
        left = table.center().x() - room.width() / 2
        for block, (_, _, colour) in zip(blocks, texts, strict=True):
            block.draw(painter, left, top, colour)
            top += block.height


def _meeting_place(seats: Sequence[QPointF], others: Sequence[QPointF]) -> QPointF:
    """Return where the lines of a group meet: near its middle, away from where those of others do."""
    middle = QPointF(sum(one.x() for one in seats), sum(one.y() for one in seats)) / len(seats)
    tried = [middle, *(middle * (1 - part) + seat * part for part in _ASIDE for seat in seats[:2])]
    return max(
        tried,
        key=lambda place: min(
            (math.hypot(place.x() - one.x(), place.y() - one.y()) for one in others), default=0.0
        ),
    )


def _on(oval: QRectF, part: float) -> QPointF:
    """Return the point of ``oval`` at ``part`` of its way around, clockwise from the top."""
    angle = 2 * math.pi * part
    centre = oval.center()
    return QPointF(
        centre.x() + math.sin(angle) * oval.width() / 2, centre.y() - math.cos(angle) * oval.height() / 2
    )


def _fitted(texts: Sequence[tuple[str, QFont]], room: QRectF) -> list[TextBlock]:
    """Return the texts one under the other, in smaller type where they would not fit."""
    share, blocks = 1.0, list[TextBlock]()
    while share > 0.2:
        blocks = []
        for text, font in texts:
            smaller = resized(font, max(9, round(font.pixelSize() * share)))
            blocks.append(TextBlock(text, smaller, room.width(), Qt.AlignmentFlag.AlignHCenter))
        if sum(block.height for block in blocks) <= room.height():
            break
        share -= 0.08
    return blocks
