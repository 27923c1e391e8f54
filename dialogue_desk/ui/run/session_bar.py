"""How much of a session is over: a bar with a piece for each part, as long as its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs

_TALL, _GAP, _LEAST = 6, 3, 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One part: how long it is, and how much of it is over, from 0 to 1."""

    length: Milliseconds
    over: float


class SessionBar(QWidget):
    """Paints ``pieces``.  The line beside it says in words how much of the whole is over."""

    spoken_as = SpokenAs.NOTHING

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self.pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; the same ones are not painted again."""
        if tuple(pieces) != self.pieces:
            self.pieces = tuple(pieces)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        whole = sum(piece.length for piece in self.pieces)
        room = self.width() - _GAP * max(0, len(self.pieces) - 1)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0.0
        for piece in self.pieces:
            wide = max(float(_LEAST), room * piece.length / whole) if whole else 0.0
            at = self.width() - left - wide if mirrored else left
            box = QRectF(at, 0, wide, self.height())
            self._paint_piece(painter, box, piece.over, QColor(tokens.line), QColor(tokens.accent), mirrored)
            left += wide + _GAP
        painter.end()

    @staticmethod
    def _paint_piece(
        painter: QPainter, box: QRectF, over: float, ground: QColor, done: QColor, mirrored: bool
    ) -> None:
        round_ = box.height() / 2
        painter.setBrush(ground)
        painter.drawRoundedRect(box, round_, round_)
        if over > 0:
            part = QRectF(box)
            part.setWidth(max(box.height(), box.width() * over))
            if mirrored:
                part.moveRight(box.right())
            painter.setBrush(done)
            painter.drawRoundedRect(part.intersected(box), round_, round_)


def pieces_of(live: LiveSession, reading: Reading) -> tuple[Piece, ...]:
    """Return the parts in the order in which they come, without those that were left out."""
    return tuple(
        Piece(max(MINUTE, live.given(place)), _over(live, reading, place))
        for place in live.order
        if place not in live.left_out
    )


def _over(live: LiveSession, reading: Reading, place: int) -> float:
    """Return how much of a part is over, in steps that the eye can tell apart."""
    if place == live.current:
        given = live.given(place)
        return min(1.0, round(reading.part_elapsed / given, 2)) if given else 1.0
    return 0.0 if place in live.upcoming else 1.0
