"""The parts of a session down the side: which are done, which is current, which are to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.mark_list import CircleDelegate
from dialogue_desk.ui.widgets.row_list import RowList


class PartState(StrEnum):
    """Whether a part is over, is the current one, or is still to come."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part; ``accessible_text`` is all of it as a sentence for screen readers."""

    id: str
    number: int
    title: str
    detail: str
    state: PartState
    accessible_text: str


class PartList(RowList):
    """The parts in order.  A click or Enter tells ``opened(id)``; the session decides whether to go there."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(_PartDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clicked.connect(self.open_row)

    def sizeHint(self) -> QSize:
        return QSize(250, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)


class _PartDelegate(CircleDelegate[PartRow]):
    def least_height(self) -> int:
        return 56

    def title_look(self, row: PartRow) -> tuple[bool, str]:
        over = row.state in {PartState.DONE, PartState.SKIPPED}
        tokens = self.theme.tokens
        return row.state is PartState.CURRENT, tokens.muted if over else tokens.ink

    def draw(self, painter: QPainter, row: PartRow, rect: QRect, *, mirrored: bool) -> None:
        if row.state is PartState.CURRENT:
            self.ground(painter, rect, self.theme.tokens.accent_soft)
        super().draw(painter, row, rect, mirrored=mirrored)

    def draw_mark(self, painter: QPainter, row: PartRow, box: QRectF) -> None:
        tokens = self.theme.tokens
        done, current = row.state is PartState.DONE, row.state is PartState.CURRENT
        edge = QPen(QColor(tokens.accent if current else tokens.line_strong), 2.0 if current else 1.2)
        painter.setPen(Qt.PenStyle.NoPen if done else edge)
        painter.setBrush(QColor(tokens.accent if done else tokens.surface))
        painter.drawEllipse(box)
        if done:
            self.draw_icon(painter, box, "check", tokens.on_accent)
            return
        figure = "–" if row.state is PartState.SKIPPED else str(row.number)
        self.draw_figure(painter, box, figure, tokens.accent if current else tokens.muted)
