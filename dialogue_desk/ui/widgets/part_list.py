"""The parts of a session down the side: which are done, which is current, which are to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.mark_list import CircleDelegate
from dialogue_desk.ui.widgets.row_list import RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_ROW = 36
"""The height of a part on one line, in pixels at 100 % text, where that is a target large enough."""


class PartState(StrEnum):
    """Whether a part is over, is the current one, or is still to come."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part; ``accessible_text`` is all of it as a sentence for screen readers.

    ``minutes`` stand at the end of its line; ``detail`` says more of them where the mouse rests.
    """

    id: str
    number: int
    title: str
    detail: str
    state: PartState
    accessible_text: str
    minutes: str = ""


class PartList(RowList):
    """The parts in order.  A click or Enter tells ``opened(id)``; the session decides whether to go there."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(_PartDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clicked.connect(self.open_row)
        self.entered.connect(self._show_detail)

    def _show_detail(self, index: QModelIndex) -> None:
        row = self.rows()[index.row()]
        self.viewport().setToolTip(row.detail if isinstance(row, PartRow) else "")

    def sizeHint(self) -> QSize:
        return QSize(250, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)


class _PartDelegate(CircleDelegate[PartRow]):
    def least_height(self) -> int:
        return max(LEAST_TARGET, self.theme.scaled(_ROW))

    def height(self, row: PartRow, width: int) -> int:
        title, _ = self._line(row, width)
        return max(self.least_height(), title.height + 2 * Space.HAIR)

    def title_look(self, row: PartRow) -> tuple[bool, str]:
        over = row.state in {PartState.DONE, PartState.SKIPPED}
        tokens = self.theme.tokens
        return row.state is PartState.CURRENT, tokens.muted if over else tokens.ink

    def draw(self, painter: QPainter, row: PartRow, rect: QRect, *, mirrored: bool) -> None:
        if row.state is PartState.CURRENT:
            self.ground(painter, rect, self.theme.tokens.accent_soft)
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        title, minutes = self._line(row, rect.width())
        side = self._side()
        first = QRect(rect.left() + Space.SNUG, rect.center().y() - side // 2, side, side)
        self.draw_mark(painter, row, QRectF(QStyle.visualRect(towards, rect, first)).adjusted(1, 1, -1, -1))
        last = rect.right() - Space.SNUG - minutes.width
        for block, left, color in (
            (title, rect.left() + self._indent(), self.title_look(row)[1]),
            (minutes, last, self.theme.tokens.muted),
        ):
            top = rect.top() + (rect.height() - block.height) // 2
            place = QRect(left, top, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), top, QColor(color))

    def _line(self, row: PartRow, width: int) -> tuple[TextBlock, TextBlock]:
        """Return the title and the minutes of a part; a long title wraps beside its minutes."""
        font = self.theme.font(Size.NOTE, tabular=True)
        minutes = TextBlock(row.minutes, font, width, snug=True)
        room = max(40, width - self._indent() - Space.TIGHT - minutes.width - Space.SNUG)
        bold, _ = self.title_look(row)
        return TextBlock(row.title, self.theme.font(bold=bold), room, snug=True), minutes

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
