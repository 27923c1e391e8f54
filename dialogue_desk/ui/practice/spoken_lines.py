"""What a circle says, line by line: the latest is large, and those before it move up and out of sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from dialogue_desk.domain.practice.script import FACILITATOR, Spoken
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words

_NEWEST = (Size.PROMPT, Size.HEADING, Size.TEXT)
"""The newest line is as large as has room."""
_KEPT = 6
_BETWEEN = Space.BASE


class SpokenLines(QWidget):
    """Shows the lines that were said last, the newest at the foot."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._lines: tuple[Spoken, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words.tr("What is said"))
        theme.changed.connect(self.update)

    def say(self, line: Spoken) -> None:
        """Show one more line."""
        self._lines = (*self._lines, line)[-_KEPT:]
        self.setAccessibleDescription(spoken_text(line, self._words))
        self.update()

    def lines(self) -> tuple[Spoken, ...]:
        """Return the lines that may be in sight."""
        return self._lines

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(480), self._theme.scaled(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._theme.scaled(2 * Size.PROMPT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom = self.height()
        for back, line in enumerate(reversed(self._lines)):
            top = self._draw(painter, line, bottom, newest=not back)
            if top < 0:
                break
            bottom = top - _BETWEEN
        painter.end()

    def _draw(self, painter: QPainter, line: Spoken, bottom: int, *, newest: bool) -> int:
        """Paint a line that ends at ``bottom``, if all of it has room, and return its top."""
        theme, side = self._theme, self._theme.scaled(28)
        room = max(1, self.width() - side - Space.BASE)
        sizes = _NEWEST if newest else (Size.HEADING,)
        blocks = (TextBlock(line.line.text, theme.font(size), room, snug=True) for size in sizes)
        block = next(blocks)
        for smaller in blocks:
            block = block if block.height <= self.height() else smaller
        high = max(block.height, side)
        top = bottom - high
        if top >= 0 or newest:
            ink = QColor(theme.tokens.ink if newest else theme.tokens.muted)
            top = max(0, top)  # of what has no room even so, the beginning is seen
            place = QRect(side + Space.BASE, top + (high - block.height) // 2, block.width, block.height)
            block.draw(painter, self._mirrored(place).left(), place.top(), ink)
            first_line = min(high, side + (block.height // max(1, block.lines) - side) // 2)
            badge = QRect(0, top + max(0, first_line - side), side, side)
            self._draw_voice(painter, line.line.voice, self._mirrored(badge), newest=newest)
        return top

    def _draw_voice(self, painter: QPainter, voice: str, place: QRect, *, newest: bool) -> None:
        tokens, leads = self._theme.tokens, voice == FACILITATOR
        painter.setPen(QPen(QColor(tokens.accent if newest else tokens.line_strong), 1.5))
        painter.setBrush(QColor(tokens.accent_soft if leads else tokens.surface))
        painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))
        letter = TextBlock(voice, self._theme.font(Size.NOTE, bold=True), 10_000, snug=True)
        middle = QRectF(place).center()
        ink = QColor(tokens.accent if newest else tokens.muted)
        letter.draw(painter, middle.x() - letter.width / 2, middle.y() - letter.height / 2, ink)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def spoken_text(line: Spoken, words: Words) -> str:
    """Return a line with who says it, for whoever hears it read."""
    if line.line.voice == FACILITATOR:
        return words.tr("The facilitator: {said}", said=line.line.text)
    return words.tr("{voice}: {said}", voice=line.line.voice, said=line.line.text)
