"""A column with lists as tall as their rows: it scrolls to the row that the keys are on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.report.ordered_rows import OrderedRows
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class FollowingColumn(ScrollColumn):
    """Keeps the row that the keys are on in sight, in lists as tall as their rows."""

    def follow(self, *lists: OrderedRows) -> None:
        """Follow the keys through these lists."""
        for one in lists:
            one.moved.connect(lambda _, one=one: self._follow(one))

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        if isinstance(widget, OrderedRows):
            self._follow(widget)
        else:
            super()._scroll_to(widget, covered)

    def _follow(self, rows: OrderedRows) -> None:
        place = rows.visualRect(rows.currentIndex())
        middle = rows.mapTo(self.ground, place.center())
        above = 0 if rows.currentIndex().row() else 2 * place.height()  # the heading over the first row
        self.ensureVisible(middle.x(), middle.y(), 0, place.height() + above)
