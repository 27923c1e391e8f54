"""What the signs of the matrix mean: a sample of each that is to be seen, with its words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.overview.arrivals import CircleArrivals, Sign
from dialogue_desk.ui.program.arrival_cells import Cell, paint_session
from dialogue_desk.ui.program.arrival_text import sign_text
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, row
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.words import Words


class Legend(QWidget):
    """Explains the signs that some of the circles have, and no others."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._flow = FlowLayout(self, gap=Space.HAIR)
        self._shown: tuple[tuple[Cell, str], ...] = ()

    def show_arrivals(self, arrivals: Iterable[CircleArrivals]) -> None:
        """Explain what is to be seen of these circles."""
        entries = tuple(self._entries(tuple(arrivals)))
        if entries == self._shown:
            return
        self._shown = entries
        clear_layout(self._flow)
        for cell, text in entries:
            entry = QWidget()
            sample, label = _Sample(self._theme, cell), Label(text, "fine", wrap=False)
            row(sample, label, gap=Space.HAIR, margins=(0, 0, Space.TIGHT, 0), within=entry)
            self._flow.addWidget(entry)

    def _entries(self, arrivals: tuple[CircleArrivals, ...]) -> Iterable[tuple[Cell, str]]:
        words = self._words
        sessions = [one for arrived in arrivals for one in arrived.circle.sessions]
        signs = {sign for one in arrivals for found in one.signs for sign in found}
        if any(one is not None for one in sessions):
            yield Cell("", "", figure="12"), words.tr("people")
        if any(one is not None and one.people is None for one in sessions):
            yield Cell("", "", figure="–"), words.tr("not counted")
        for sign in Sign:
            if sign in signs:
                missing = sign is Sign.GAP
                cell = Cell("", "", missing=missing, figure="7", signs=frozenset({sign}))
                yield cell, sign_text(sign, words)


class _Sample(QWidget):
    """One cell as the matrix paints it."""

    spoken_as = SpokenAs.NOTHING

    def __init__(self, theme: AppTheme, cell: Cell) -> None:
        super().__init__()
        self._theme, self._cell = theme, cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(28), self._theme.scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_session(painter, self._theme, box, self._cell, mirrored=mirrored)
        painter.end()
