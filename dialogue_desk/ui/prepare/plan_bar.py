"""The minutes of a part as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.style.theme import AppTheme

_BAR = 12
"""Its height, in pixels at 100 % text."""


class PlanBar(QWidget):
    """The minutes of a part as a bar, and striped those that it lacks.

    Readers get all it shows from the words beside it.
    """

    def __init__(self, theme: AppTheme, given: int, needed: int, longest: int) -> None:
        super().__init__()
        self._theme, self._given, self._needed, self._longest = theme, given, needed, longest
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self._theme.scaled(_BAR))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(40), self._theme.scaled(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, tall = self._theme.tokens, self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        whole = self.width() * max(self._needed, self._given) / self._longest
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, whole, tall), tall / 2, tall / 2)
        painter.setClipPath(shape)
        accent, warn = QColor(tokens.accent), QColor(tokens.warn)
        accent.setAlphaF(0.27)
        warn.setAlphaF(0.6)
        given = self.width() * self._given / self._longest
        painter.fillRect(QRectF(0, 0, given, tall), accent)
        painter.fillRect(QRectF(given, 0, whole - given, tall), QColor(tokens.warn_soft))
        painter.setPen(QPen(warn, tall / 3))
        painter.setClipRect(QRectF(given, 0, whole - given, tall), Qt.ClipOperation.IntersectClip)
        step = tall * 0.85
        for place in range(int((whole - given) / step) + 3):
            left = given + (place - 1) * step
            painter.drawLine(int(left), tall, int(left + tall), 0)
        painter.end()
