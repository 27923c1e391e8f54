"""A session as one bar: each part as long as its minutes, with the times at which parts begin."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.text_block import TextBlock

_BAR = 8
_GAP = 3
_BETWEEN_LABELS = 20
_TINT = 0.27


@dataclass(frozen=True, slots=True)
class TimedPiece:
    """One part: its length in minutes, when it begins with its title, and whether it is a break."""

    minutes: int
    label: str
    rest: bool = False


class TimeBar(QWidget):
    """Paints ``pieces``; screen readers are told ``name``.  Labels that have no room are left out."""

    def __init__(self, theme: AppTheme, name: str, pieces: tuple[TimedPiece, ...]) -> None:
        super().__init__()
        self._theme, self._pieces = theme, pieces
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(400, _BAR + Space.TIGHT + self._label("0", 400).height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def labels(self) -> tuple[tuple[str, float], ...]:
        """Return the labels that have room, each with where it begins from the side of reading."""
        width, free = float(self.width()), 0.0
        shown: list[tuple[str, float]] = []
        places = self._places()
        ends = self._label(self._pieces[-1].label, width).width if len(places) > 1 else 0
        last = width - ends
        for piece, (left, _) in zip(self._pieces[:-1], places, strict=False):
            wide = self._label(piece.label, width).width
            if left >= free and left + wide + _BETWEEN_LABELS <= last:
                shown.append((piece.label, left))
                free = left + wide + _BETWEEN_LABELS
        shown.append((self._pieces[-1].label, last if len(places) > 1 else 0.0))
        return tuple(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        mirrored = self.layoutDirection() is self.layoutDirection().RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part, rest = QColor(tokens.accent), QColor(tokens.line)
        part.setAlphaF(_TINT)
        painter.setPen(QColor(0, 0, 0, 0))
        for piece, (left, wide) in zip(self._pieces, self._places(), strict=True):
            x = self.width() - left - wide if mirrored else left
            painter.setBrush(rest if piece.rest else part)
            painter.drawRoundedRect(QRectF(x, 0, wide, _BAR), _BAR / 2, _BAR / 2)
        for text, left in self.labels():
            block = self._label(text, self.width())
            x = self.width() - left - block.width if mirrored else left
            block.draw(painter, x, _BAR + Space.TIGHT, QColor(tokens.ink))
        painter.end()

    def _places(self) -> list[tuple[float, float]]:
        """Return where each part begins and how wide it is."""
        whole = max(1, sum(piece.minutes for piece in self._pieces))
        room = self.width() - _GAP * (len(self._pieces) - 1)
        places, left = [], 0.0
        for piece in self._pieces:
            wide = max(2.0, room * piece.minutes / whole)
            places.append((left, wide))
            left += wide + _GAP
        return places

    def _label(self, text: str, width: float) -> TextBlock:
        return TextBlock(text, self._theme.font(Size.NOTE, tabular=True), max(1, int(width)), snug=True)
