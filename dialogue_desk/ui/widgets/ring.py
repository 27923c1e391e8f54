"""The time of a part: a ring that shrinks, with the big clock inside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds
from dialogue_desk.ui.style.theme import AppTheme, Size
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words
from dialogue_desk.words.times import clock_text

_SIDE = 224
_LEAST_SIDE = 150


class Pace(StrEnum):
    """How the time of a part runs."""

    RUNNING = "running"
    PAUSED = "paused"
    WARNING = "warning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What the ring shows.  ``left`` is below zero when the part is over its time.

    ``passed`` is the time that has passed, where only that is shown; then there is none left, of no total.
    """

    left: Milliseconds
    total: Milliseconds
    pace: Pace = Pace.RUNNING
    passed: Milliseconds | None = None

    @property
    def figures(self) -> str:
        """The time as a clock shows it."""
        return clock_text(self.left if self.passed is None else self.passed // SECOND * SECOND)


class TimeRing(QWidget):
    """Shows the time left.  Screen readers are told it in whole minutes when they ask, and only then."""

    spoken_as = SpokenAs.TIME

    def __init__(self, theme: AppTheme, words: Words, name: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._time = TimeLeft(0, 0)
        self._shown: tuple[object, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)

    def show_time(self, time: TimeLeft) -> None:
        """Show ``time``; paint only when the picture differs."""
        self._time = time
        shown = (
            self.clock(),
            self._under(),
            time.pace,
            round(self._part() * self._diameter() * 3.2),
        )
        if shown != self._shown:
            self._shown = shown
            self.update()

    def clock(self) -> str:
        """Return the clock as it is shown."""
        return self._time.figures

    def spoken_now(self) -> str:
        """Return the time for screen readers."""
        left, passed = self._time.left, self._time.passed
        if passed is not None:
            return self._words.ntr("{count} minute so far", "{count} minutes so far", passed // MINUTE)
        if left >= 0:
            return self._words.ntr("{count} minute left", "{count} minutes left", -(-left // MINUTE))
        return self._words.ntr("{count} minute over", "{count} minutes over", -left // MINUTE)

    def sizeHint(self) -> QSize:
        side = _SIDE + _SIDE * (self._theme.scale - 100) // 300
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self._diameter(), self._diameter())
        box.moveCenter(QRectF(self.rect()).center())
        self._paint_ring(painter, box)
        self._paint_words(painter, box.adjusted(*_inside(_stroke(box))))
        painter.end()

    def _paint_ring(self, painter: QPainter, room: QRectF) -> None:
        """Paint the ring as large as there is ``room``."""
        stroke, tokens = _stroke(room), self._theme.tokens
        box = room.adjusted(*_inside(stroke))
        pen = QPen(QColor(tokens.line), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self._part() > 0:
            calm = self._time.pace is Pace.RUNNING
            pen.setColor(QColor(tokens.accent) if calm else self._ink(QColor(tokens.muted)))
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * self._part()))

    def _ink(self, calm: QColor | None = None) -> QColor:
        """Return the color of the figures: ``calm``, or that of the text, while there is time."""
        tokens = self._theme.tokens
        late = self._time.pace in {Pace.WARNING, Pace.OVER}
        return QColor(tokens.warn) if late else calm or QColor(tokens.ink)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        font = self._theme.font(Size.CLOCK, bold=True, tabular=True)
        room = box.width() * 0.78
        wide = TextBlock("0" * max(5, len(self.clock())), font, 10_000).width
        font.setPixelSize(max(12, round(min(self._diameter() * 0.29, font.pixelSize() * room / wide))))
        figures = TextBlock(self.clock(), font, 10_000, snug=True)
        under = TextBlock(
            self._under(), self._theme.font(Size.NOTE), room * 0.9, Qt.AlignmentFlag.AlignHCenter
        )
        top = box.center().y() - figures.height * 0.58
        figures.draw(painter, box.center().x() - figures.width / 2, top, self._ink())
        muted = QColor(self._theme.tokens.muted)
        plain = self._time.pace is Pace.RUNNING
        left = box.center().x() - room * 0.45
        under.draw(painter, left, top + figures.height * 0.98, muted if plain else self._ink())

    def _diameter(self) -> int:
        return min(self.width(), self.height())

    def _part(self) -> float:
        time = self._time
        return min(1.0, abs(time.left) / time.total) if time.total > 0 else 0.0

    def _under(self) -> str:
        minutes = round(self._time.total / MINUTE)
        match self._time.pace:
            case Pace.PAUSED:
                return self._words.tr("paused")
            case Pace.OVER:
                return self._words.tr("over its {minutes} min", minutes=minutes)
            case _ if self._time.passed is not None:
                return self._words.tr("so far")
            case _:
                return self._words.tr("of {minutes} min", minutes=minutes)


def _stroke(room: QRectF) -> float:
    return max(min(6.0, room.width() * 0.11), room.width() * 0.058)


def _inside(stroke: float) -> tuple[float, float, float, float]:
    return stroke, stroke, -stroke, -stroke
