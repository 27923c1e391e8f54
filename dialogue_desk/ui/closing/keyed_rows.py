"""Rows that are made anew only where they are others: what is under the hand stays there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import Space


class KeyedRows(QWidget):
    """Widgets one under the other, each known by a key and made from what it says."""

    def __init__(self, gap: int = Space.SNUG) -> None:
        super().__init__()
        self._made: dict[str, tuple[Hashable, QWidget]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_rows(self, rows: Mapping[str, tuple[Hashable, Callable[[], QWidget]]]) -> None:
        """Show ``rows``: for each key what the row says, and what makes it when it says something else."""
        for key, (said, widget) in list(self._made.items()):
            if key not in rows or rows[key][0] != said:
                del self._made[key]
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for place, (key, (says, make)) in enumerate(rows.items()):
            if key not in self._made:
                self._made[key] = (says, make())
            widget = self._made[key][1]
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
        self.setVisible(bool(rows))
