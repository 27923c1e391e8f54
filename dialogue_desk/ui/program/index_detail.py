"""A list to choose from and what was chosen: side by side, or one at a time where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.layouts import column, row

_LEAST_WIDE, _LOW = 980, 400
"""How wide the page is where both fit, and how low it is where the way back is beside what was chosen."""
_DETAIL_MARGINS = (Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)


class IndexDetailView(QWidget):
    """``index`` on a rail and ``detail`` beside it; one at a time below ``least_wide`` pixels at 100 % text.

    ``back`` is what the button says that goes back to the index ("All themes"), and ``shares`` are those of
    the width.
    """

    def __init__(
        self,
        theme: AppTheme,
        back: str,
        index: QWidget,
        detail: QWidget,
        *,
        least_wide: int = _LEAST_WIDE,
        shares: tuple[int, int] = (3, 7),
    ) -> None:
        super().__init__()
        self._theme, self._index, self._detail, self._least_wide = theme, index, detail, least_wide
        self._detail_open = False
        self._rail = Card("rail", edge=Space.SNUG)
        self._rail.column.setSpacing(Space.TIGHT)
        self._rail.column.addWidget(index)
        self._line = Hairline(upright=True)
        self._back = Button(theme, back, weight=Weight.QUIET, icon="back")
        self._back.clicked.connect(self.go_back)
        self._detail_pane = QWidget()
        edges = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        self._pane = column(
            (self._back, 0, edges),
            (detail, 1),
            gap=Space.SNUG,
            margins=_DETAIL_MARGINS,
            within=self._detail_pane,
        )
        row((self._rail, shares[0]), self._line, (self._detail_pane, shares[1]), within=self)
        theme.changed.connect(self._arrange)
        self._arrange()

    def open_detail(self) -> None:
        """Show what was chosen and put the focus on it."""
        self._detail_open = True
        self._arrange()
        self._detail.setFocus()

    def show_detail(self) -> None:
        """Show what was clicked; beside the index, which keeps the focus, it is shown already."""
        if not self._wide():
            self.open_detail()

    def go_back(self) -> None:
        """Show the index again and put the focus on it."""
        self._detail_open = False
        self._arrange()
        self._index.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._detail_open:
            self.go_back()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        wide = self._wide()
        self._rail.setVisible(wide or not self._detail_open)
        self._detail_pane.setVisible(wide or self._detail_open)
        self._line.setVisible(wide)
        self._back.setVisible(not wide)
        low = self.height() < self._theme.scaled(_LOW)
        directions = QBoxLayout.Direction
        self._pane.setDirection(directions.LeftToRight if low else directions.TopToBottom)
        self._back.show_words(on=not low)

    def _wide(self) -> bool:
        return self.width() >= self._theme.scaled(self._least_wide)
