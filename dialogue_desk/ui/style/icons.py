"""The icons: line drawings, painted sharply at any size in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dialogue_desk.resources import resource

MIRRORED = frozenset({"next", "back", "undo", "redo", "rules"})
"""The icons that point in the direction of reading; they are mirrored where that is from right to left."""

_RESOLUTIONS = (1.0, 1.25, 1.5, 2.0, 3.0)


class Icons:
    """Draws the icons, each of which is read once."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], QSvgRenderer] = {}
        self._made: dict[tuple[str, str, int], QIcon] = {}

    def draw(
        self, painter: QPainter, rect: QRectF, name: str, colour: str, *, mirrored: bool = False
    ) -> None:
        """Paint the icon ``name`` into ``rect``; ``mirrored`` where the widget reads from right to left.

        Raises:
            FileNotFoundError: when there is no icon of that name.
        """
        drawing = self._renderer(name, colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mirrored and name in MIRRORED:
            painter.translate(rect.center().x() * 2, 0)
            painter.scale(-1, 1)
        drawing.render(painter, rect)
        painter.restore()

    def icon(self, name: str, colour: str, pixels: int = 20) -> QIcon:
        """Return the icon for what Qt paints by itself: menus and the title bar."""
        key = (name, colour, pixels)
        if key not in self._made:
            icon = QIcon()
            for ratio in _RESOLUTIONS:
                icon.addPixmap(self._pixmap(name, colour, pixels, ratio))
            self._made[key] = icon
        return self._made[key]

    def _pixmap(self, name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(pixels, pixels) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.draw(painter, QRectF(0, 0, pixels, pixels), name, colour)
        painter.end()
        return pixmap

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._read:
            drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._read[key] = QSvgRenderer(QByteArray(drawn.replace("currentColor", colour).encode()))
        return self._read[key]
