"""The parts of a session down the side: which are done, which is now, which are to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_GAP = 3


class PartState(StrEnum):
    """Where a part stands in the session."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part: ``detail`` is the second line, ``spoken`` the whole as a sentence for readers."""

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
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return QSize(250, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows()[index.row()].id)


class _PartDelegate(RowDelegate[PartRow]):
    def height(self, row: PartRow, width: int) -> int:
        title, detail = self._blocks(row, width)
        return max(56, title.height + _GAP + detail.height + 2 * Space.TIGHT)

    def draw(self, painter: QPainter, row: PartRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        if row.state is PartState.CURRENT:
            self.ground(painter, rect, tokens.accent_soft)
        side = self._side()
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        mark = QRect(rect.left() + Space.SNUG, rect.center().y() - side // 2, side, side)
        self._draw_mark(painter, row, QRectF(QStyle.visualRect(towards, rect, mark)))
        title, detail = self._blocks(row, rect.width())
        top = rect.top() + (rect.height() - title.height - _GAP - detail.height) // 2
        passed = row.state in {PartState.DONE, PartState.SKIPPED}
        for block, y, colour in (
            (title, top, tokens.muted if passed else tokens.ink),
            (detail, top + title.height + _GAP, tokens.muted),
        ):
            place = QRect(rect.left() + self._indent(), y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), y, QColor(colour))

    def _draw_mark(self, painter: QPainter, row: PartRow, mark: QRectF) -> None:
        tokens = self.theme.tokens
        box = mark.adjusted(1, 1, -1, -1)
        if row.state is PartState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(box)
            inset = box.width() * 0.2
            inner = box.adjusted(inset, inset, -inset, -inset)
            self.theme.icons.draw(painter, inner, "check", tokens.on_accent)
            return
        current = row.state is PartState.CURRENT
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(
            QPen(QColor(tokens.accent if current else tokens.line_strong), 2.0 if current else 1.2)
        )
        painter.drawEllipse(box)
        colour = QColor(tokens.accent if current else tokens.muted)
        words = "–" if row.state is PartState.SKIPPED else str(row.number)
        number = TextBlock(words, self.theme.font(Size.FINE, bold=True, tabular=True), mark.width() * 2)
        x = mark.center().x() - number.width / 2
        number.draw(painter, x, mark.center().y() - number.height / 2, colour)

    def _blocks(self, row: PartRow, width: int) -> tuple[TextBlock, TextBlock]:
        room = max(40, width - self._indent() - Space.TIGHT)
        title = self.theme.font(Size.TEXT, bold=row.state is PartState.CURRENT)
        return (
            TextBlock(row.title, title, room, snug=True),
            TextBlock(row.detail, self.theme.font(Size.NOTE, tabular=True), room, snug=True),
        )

    def _side(self) -> int:
        return self.theme.scaled(27)

    def _indent(self) -> int:
        return Space.SNUG + self._side() + Space.SNUG
