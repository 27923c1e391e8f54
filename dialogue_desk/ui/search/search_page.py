"""The search on a page of its own: as wide as a line may be, in the middle."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.search.search_panel import SearchPanel
from dialogue_desk.ui.style.theme import Size

_CHARACTERS = 100


class SearchPage(QWidget):
    """Holds the search."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self.panel = SearchPanel(desk, folders, context)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self.panel, 1_000)
        line.addStretch(1)
        context.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.panel.setMaximumWidth(self._theme.measure(Size.TEXT, characters=_CHARACTERS))
