"""Widgets in columns of one width, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space


class ResponsiveGrid(QWidget):
    """Puts widgets line by line into columns of ``least`` pixels and more at 100 % text, ``most`` at most.

    Those of a line are of one height, or where it is ``level`` only begin at one height, as fields do.
    """

    def __init__(
        self, theme: AppTheme, least: int, *, most: int = 12, level: bool = False, gap: int = Space.SNUG
    ) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._theme, self._least, self._most = theme, least, most
        self._widgets: tuple[QWidget, ...] = ()
        self._columns = 0
        self._place = Qt.AlignmentFlag.AlignTop if level else Qt.AlignmentFlag(0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        theme.changed.connect(self._fit)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these; who made a widget that is no longer among them deletes it."""
        for one in self._widgets:
            self._grid.removeWidget(one)
        self._widgets = tuple(widgets)
        self._columns = 0
        self._fit()

    def columns(self) -> int:
        """Return how many columns there are."""
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """Return a size as narrow as the widest widget, because columns fold before that."""
        widest = max((one.minimumSizeHint().width() for one in self._widgets), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = self._grid.spacing()
        room = (self.width() + gap) // (self._theme.scaled(self._least) + gap)
        columns = max(1, min(self._most, room))
        if columns == self._columns:
            return
        for place in range(max(columns, self._columns)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns
        for number, widget in enumerate(self._widgets):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, *divmod(number, columns), self._place)
        self.updateGeometry()
