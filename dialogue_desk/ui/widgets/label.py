"""Text to be read: plain, never taken for markup, wrapped at any width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from dialogue_desk.ui.theme import play
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_COLUMN_EMS = 34
"""About seventy characters: how wide a label asks to be when nothing limits it."""


class Label(QLabel):
    """A sentence or a paragraph.

    Args:
        text: what it says; shown as it is.
        role: how it looks: ``title``, ``heading``, ``strong``, ``prompt``, ``lead``, ``muted``, ``note``,
            ``fine``, ``accent``, ``warn``, ``error``, or nothing for body text.
        wrap: whether it may take several lines.  One that may not asks for its whole width.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self._wrap = wrap
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.play(role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def play(self, role: str) -> None:
        """Take on another role."""
        play(self, role)
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Say something else; saying the same again costs nothing."""
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return super().heightForWidth(width)
        self.ensurePolished()
        if width not in self._heights:
            edges = self.contentsMargins()
            inner = width - edges.left() - edges.right()
            block = TextBlock(self.text(), self.font(), inner)
            self._heights[width] = block.height + edges.top() + edges.bottom()
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Forget how tall it was in another type: a layout asks for heights many times over."""
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        if not self._wrap:
            return super().sizeHint()
        self.ensurePolished()
        edges = self.contentsMargins()
        wide = min(natural_width(self.text(), self.font()) + 1, self.fontMetrics().height() * _COLUMN_EMS)
        wide += edges.left() + edges.right()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        if not self._wrap:
            return super().minimumSizeHint()
        least = min(self.sizeHint().width(), self.fontMetrics().height() * 4)
        return QSize(least, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._wrap:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        asked = self.alignment()
        inner = (
            Qt.AlignmentFlag.AlignHCenter
            if asked & Qt.AlignmentFlag.AlignHCenter
            else Qt.AlignmentFlag.AlignLeft
        )
        block = TextBlock(self.text(), self.font(), room.width(), inner, snug=True)
        place = QStyle.alignedRect(self.layoutDirection(), asked, QSize(block.width, block.height), room)
        painter = QPainter(self)
        block.draw(
            painter, place.left(), max(room.top(), place.top()), self.palette().color(self.foregroundRole())
        )
        painter.end()
