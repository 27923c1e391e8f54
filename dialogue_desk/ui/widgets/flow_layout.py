"""A layout that sets things side by side and begins a new line when one is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from dialogue_desk.ui.style.theme import Space


class FlowLayout(QLayout):
    """Fills lines from the side on which reading begins."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = Space.TIGHT) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # The layouts around it ask hundreds of times for one picture.
        if width not in self._heights:
            edges = self.contentsMargins()
            inner = width - edges.left() - edges.right()
            self._heights[width] = self._placed(inner)[1] + edges.top() + edges.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        edges = self.contentsMargins()
        wide = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        tall = max((size.height() for size in shown), default=0)
        return QSize(wide + edges.left() + edges.right(), tall + edges.top() + edges.bottom())

    def minimumSize(self) -> QSize:
        edges = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest + edges.left() + edges.right(), tallest + edges.top() + edges.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        for item, place in self._placed(room.width())[0]:
            item.setGeometry(QStyle.visualRect(direction, room, place.translated(room.topLeft())))

    def _placed(self, width: int) -> tuple[list[tuple[QLayoutItem, QRect]], int]:
        placed: list[tuple[QLayoutItem, QRect]] = []
        at, line = QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if at.x() > 0 and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + self._gap), 0
            placed.append((item, QRect(at, size)))
            at += QPoint(size.width() + self._gap, 0)
            line = max(line, size.height())
        return placed, at.y() + line


def flowing(*widgets: QWidget, gap: int = Space.TIGHT) -> QWidget:
    """Return a widget on which ``widgets`` stand side by side, in as many lines as they need."""
    ground = QWidget()
    line = FlowLayout(ground, gap=gap)
    for widget in widgets:
        line.addWidget(widget)
    return ground
