"""A few words on a soft ground: how late it is, what kind of part this is."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.text_block import TextBlock


class Tone(StrEnum):
    """What a pill means to say."""

    CALM = "calm"
    WARN = "warn"
    PLAIN = "plain"


class Pill(QLabel):
    """Shows ``text``; hidden while there is none."""

    def __init__(self, theme: AppTheme, text: str = "", tone: Tone = Tone.CALM) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self.updateGeometry)
        self.setText(text)
        if not text:
            # Asking to be seen, before it stands anywhere, would make it a window of its own.
            self.hide()

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Say something else, in another tone if one is given."""
        self._tone = tone or self._tone
        self.setText(text)
        self.setHidden(not text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        block = self._block()
        return QSize(block.width + 2 * Space.SNUG, block.height + Space.TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ink, ground = {
            Tone.CALM: (tokens.accent, tokens.accent_soft),
            Tone.WARN: (tokens.warn, tokens.warn_soft),
            Tone.PLAIN: (tokens.muted, tokens.background),
        }[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line) if self._tone is Tone.PLAIN else QColor(ground))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        block = self._block()
        block.draw(painter, (self.width() - block.width) / 2, (self.height() - block.height) / 2, QColor(ink))
        painter.end()

    def _block(self) -> TextBlock:
        return TextBlock(self.text(), self._theme.font(Size.NOTE, bold=True, tabular=True), 10_000, snug=True)
