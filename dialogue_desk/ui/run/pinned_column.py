"""A column to read in, of which one piece is never scrolled out of sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.core.tab_order import StandIn
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

LARGEST_SHARE = 0.6
"""A piece that takes more of the column than this is shown in part while it is pinned."""


class PinnedColumn(ScrollColumn):
    """A column with its ``pinned`` piece at ``place``; where that is out of sight, it is at the near edge."""

    def __init__(self, theme: AppTheme) -> None:
        self.pinned = PinnedPiece(theme)  # first, because events come while the rest is made
        self.place = _Place(self.pinned)
        self.share = LARGEST_SHARE
        super().__init__(theme, edge=Space.WIDE)
        self.pinned.setParent(self.viewport())
        for watched in (self.viewport(), self.place, self.pinned.held):
            watched.installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self.pin)

    def set_measure(self, pixels: int) -> None:
        """Let lines be at most so many ``pixels`` long."""
        self._inner.setMaximumWidth(pixels + 2 * self._edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, moved = event.type(), {QEvent.Type.Resize, QEvent.Type.Move}
        if watched is self.pinned.held:
            if kind is QEvent.Type.LayoutRequest:
                self.pinned.body.activate()
                self.place.updateGeometry()
                self.pin()
        elif watched in {self.viewport(), self.place} and kind in moved:
            self.pin()
        return super().eventFilter(watched, event)

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        """Bring ``widget`` into sight, out from under the pinned piece."""
        if not self.pinned.isAncestorOf(widget):
            super()._scroll_to(widget, covered + self.pinned.height())

    def _room(self) -> int:
        return super()._room() - self.pinned.height()

    def pin(self) -> None:
        """Put the pinned piece at its place, or at the edge that is nearer to it."""
        piece, place, view = self.pinned, self.place, self.viewport()
        piece.setVisible(place.isVisibleTo(self))
        if not place.isVisibleTo(self):
            return
        natural = place.mapTo(view, place.rect().topLeft())
        whole, most = place.height(), view.height()
        part = whole if whole <= most * self.share else piece.fitting(round(most * self.share))
        below, above = natural.y() + part > most, natural.y() + whole < part
        if part == whole:
            top, tall = max(0, min(natural.y(), most - whole)), whole
        elif below or above:
            top, tall = (most - part if below else 0), part
        else:
            top, tall = natural.y(), whole
        piece.setGeometry(0, top, view.width(), tall)
        piece.hold(QRect(natural.x(), 0, place.width(), whole), top, natural.y(), cut=tall < whole)


class PinnedPiece(QWidget):
    """The piece: widgets one under the other in ``body``, over what is scrolled away behind it."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self.held = QWidget(self)
        self.body = column(gap=Space.TIGHT, margins=(0, Space.TIGHT, 0, Space.TIGHT), within=self.held)
        self.first: QWidget | None = None
        """What is shown where there is no room for all."""
        self._over = self._under = False

    def tall(self, width: int) -> int:
        """Return how high all of it is in a column of ``width`` pixels."""
        layout = self.body
        return (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )

    def fitting(self, most: int) -> int:
        """Return the height of as many whole rows as fit in ``most`` pixels, and of at least one."""
        begin = self._begin()
        ends = [one.geometry().bottom() + Space.TIGHT - begin for one in self._rows() if one.y() >= begin]
        least = self.first.geometry().bottom() + Space.TIGHT - begin if self.first is not None else 0
        return max([least, *(end for end in ends if end <= most)], default=most)

    def hold(self, place: QRect, top: int, natural: int, *, cut: bool) -> None:
        """Put what is held at ``place``; show a line where it lies over what is scrolled away."""
        self.held.setGeometry(place.translated(0, -self._begin() if cut else 0))
        lies = natural > top, natural < top
        if lies != (self._over, self._under):
            self._over, self._under = lies
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        for shown, y in ((self._over, 0), (self._under, self.height() - 1)):
            if shown:
                painter.fillRect(0, y, self.width(), 1, QColor(tokens.line_strong))
        painter.end()

    def _begin(self) -> int:
        """Return how much is left out above the first to be seen, where there is no room for all."""
        return max(0, self.first.y() - Space.TIGHT) if self.first is not None and self.first.y() else 0

    def _rows(self) -> Sequence[QWidget]:
        items = (self.body.itemAt(place) for place in range(self.body.count()))
        return [one for item in items if item is not None and (one := item.widget()) is not None]


class _Place(StandIn):
    """Keeps the room of the pinned piece in the column."""

    def __init__(self, piece: PinnedPiece) -> None:
        super().__init__(piece)
        self._piece = piece
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._piece.tall(width)

    def sizeHint(self) -> QSize:
        wide = self._piece.body.totalSizeHint().width()
        return QSize(wide, self.heightForWidth(wide))
