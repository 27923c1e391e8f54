"""A row whose widgets are put one under the other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space


class ResponsiveRow(QWidget):
    """Lays out ``line`` across, and down when it is narrower than ``below`` pixels at 100 % text."""

    def __init__(self, theme: AppTheme, below: int, *, gap: int = Space.SNUG) -> None:
        super().__init__()
        self._theme, self._below = theme, below
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(gap)
        theme.changed.connect(self._fold)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add ``widget`` at the end; without ``stretch`` it keeps its own width."""
        aligned = Qt.AlignmentFlag(0) if stretch else Qt.AlignmentFlag.AlignVCenter
        self.line.addWidget(widget, stretch, aligned)

    def minimumSizeHint(self) -> QSize:
        """Return a size as narrow as the widest widget, because the row folds before that."""
        items = [item for place in range(self.line.count()) if (item := self.line.itemAt(place)) is not None]
        widest = max((item.minimumSize().width() for item in items if not item.isEmpty()), default=0)
        least = super().minimumSizeHint()
        return QSize(min(widest, least.width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._theme.scaled(self._below)
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
