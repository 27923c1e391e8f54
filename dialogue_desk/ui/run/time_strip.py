"""The clock of a part as a strip: a small ring, the time left in large figures, and of how much."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words

_FIGURES = "00:00"
_BESIDE = 84
"""How wide the words beside the figures may be, in pixels at 100 % text."""
_TALL, _LOW = 60, 32


class TimeStrip(TimeRing):
    """Shows the time across.  Where it is ``low`` it is one line high, without "left of 24 min"."""

    def __init__(self, theme: AppTheme, words: Words, name: str) -> None:
        super().__init__(theme, words, name)
        self.low, self._wide = False, 0
        self._widths: tuple[tuple[int, bool, int] | None, int] = None, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, time: TimeLeft) -> None:
        """Show ``time``; the strip takes more room only for a longer clock."""
        super().show_time(time)
        wide = self.sizeHint().width()
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def fold(self, *, low: bool) -> None:
        """Be one line high, or as high as the ring with its figures."""
        if low is not self.low:
            self.low = low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        tall = self._theme.scaled(_LOW if self.low else _TALL)
        wide = self._ring_side() + Space.SNUG + self._figures_width() + 2
        if not self.low:
            wide += Space.SNUG + self._theme.scaled(_BESIDE) + 1
        return QSize(wide, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._ring_side()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(self.width() - side if mirrored else 0, (self.height() - side) / 2, side, side)
        self._paint_ring(painter, box)
        figures = TextBlock(self.clock(), self._figures_type(), 10_000, snug=True)
        left = side + Space.SNUG
        at = self.width() - left - figures.width if mirrored else left
        figures.draw(painter, at, (self.height() - figures.height) / 2, self._ink())
        if not self.low:
            beside = self._beside()
            left += figures.width + Space.SNUG
            at = self.width() - left - beside.width if mirrored else left
            quiet = self._time.pace is Pace.RUNNING
            color = QColor(self._theme.tokens.muted) if quiet else self._ink()
            beside.draw(painter, at, (self.height() - beside.height) / 2, color)
        painter.end()

    def _ring_side(self) -> int:
        return self._theme.scaled(24 if self.low else _TALL)

    def _figures_type(self) -> QFont:
        return self._theme.font(Size.PROMPT if self.low else Size.CLOCK, bold=True, tabular=True)

    def _figures_width(self) -> int:
        longest = max(len(_FIGURES), len(self.clock()))
        key = longest, self.low, self._theme.scale
        if self._widths[0] != key:
            width = TextBlock("0" * (longest - 1) + ":", self._figures_type(), 10_000).width
            self._widths = key, width
        return self._widths[1]

    def _beside(self) -> TextBlock:
        bold = self._time.pace is not Pace.RUNNING
        font = self._theme.font(Size.TEXT, bold=bold)
        return TextBlock(self._under(), font, self._theme.scaled(_BESIDE), snug=True)

    def _under(self) -> str:
        if self._time.passed is None and self._time.pace in {Pace.RUNNING, Pace.WARNING}:
            said = self._words.tr("left of {minutes} min", minutes=round(self._time.total / MINUTE))
            before, _, unit = said.rpartition(" ")
            return f"{before}\N{NO-BREAK SPACE}{unit}"  # a number stays beside its unit
        return super()._under()
