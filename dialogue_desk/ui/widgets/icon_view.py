"""An icon beside or over a sentence that says the same in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs


class IconView(QWidget):
    """Shows ``icon``, ``side`` pixels wide at 100 % text, in the muted colour."""

    spoken_as = SpokenAs.NOTHING

    def __init__(self, theme: AppTheme, icon: str, side: int = 20) -> None:
        super().__init__()
        self._theme, self._icon, self._side = theme, icon, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._theme.scaled(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.scaled(self._side)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        self._theme.icons.draw(painter, place, self._icon, self._theme.tokens.muted, mirrored=mirrored)
        painter.end()
