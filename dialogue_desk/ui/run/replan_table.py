"""The rest of the plan, before and after, as a table in which parts are pinned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.table_view import TableView
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width
from dialogue_desk.words import Words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PIN, PART, BEFORE, AFTER, SAYS = range(5)

_EDGE = Space.TIGHT
_LEAST_ROW = LEAST_TARGET


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One part: how long it still takes ``before`` and ``after``, and the change in words.

    A ``fixed`` part never changes, so it cannot be pinned.
    """

    id: str
    title: str
    before: str
    after: str
    says: str
    changed: bool = False
    out: bool = False
    pinned: bool = False
    fixed: bool = False

    def text(self, column: int) -> str:
        """Return the text of a column."""
        return ("", self.title, self.before, self.after, self.says)[column]


class ReplanTable(TableView):
    """The table.  Space, or a click on the mark, tells ``pinned(part id)``: pin the part, or unpin it.

    ``mark`` is the head over the marks, and ``spoken`` what a screen reader says of a row's.
    """

    pinned = Signal(str)

    def __init__(self, theme: AppTheme, words: Words, mark: str, spoken: Callable[[PlanRow], str]) -> None:
        super().__init__(theme, words.tr("The rest of the plan, before and after"))
        self._spoken = spoken
        self._rows: tuple[PlanRow, ...] = ()
        self._model, tr = QStandardItemModel(0, SAYS + 1), words.tr
        heads = (mark, tr("Part"), tr("Now"), tr("Then"), tr("What changes"))
        self._model.setHorizontalHeaderLabels(heads)
        for column in (BEFORE, AFTER):
            figures = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            self._model.horizontalHeaderItem(column).setTextAlignment(figures)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setProperty("ownFocus", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._click)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show ``rows``, unless they are shown already."""
        if tuple(rows) == self._rows:
            return
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self._model.setRowCount(0)
            self._model.setRowCount(len(rows))
        self._rows = tuple(rows)
        for place, row in enumerate(self._rows):
            for column in range(self._model.columnCount()):
                self._model.setItem(place, column, self._item(row, column))
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self._model.index(0, PART))
        self._fit()

    def rows(self) -> tuple[PlanRow, ...]:
        """Return the rows shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(480, self._whole_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._whole_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._pin(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == PIN:
            self._pin(index)

    def _pin(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pinned.emit(self._rows[index.row()].id)

    def _fit(self) -> None:
        super()._fit()
        if self.model() is None:
            return
        self._share_width()
        for row in range(self._model.rowCount()):
            cells = [self._model.index(row, column) for column in range(self._model.columnCount())]
            tall = max(self.itemDelegate().sizeHint(QStyleOptionViewItem(), cell).height() for cell in cells)
            if self.rowHeight(row) != tall:
                self.setRowHeight(row, tall)
        self.updateGeometry()

    def _item(self, row: PlanRow, column: int) -> QStandardItem:
        item = QStandardItem(row.text(column))
        item.setData(row, ROW)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if column == PIN:
            item.setAccessibleText(self._spoken(row))
        if column == PIN and not row.fixed:
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if row.pinned else Qt.CheckState.Unchecked)
        return item

    def _share_width(self) -> None:
        """Give the figures the width they need; the part and its change in words share the rest."""
        head = self.horizontalHeader()
        font = self._theme.font(Size.TEXT, bold=True, tabular=True)
        left = self.viewport().width()
        for column in (PIN, BEFORE, AFTER):
            texts = (row.text(column) for row in self._rows)
            wide = max((natural_width(text, font) for text in texts), default=0) + 2 * _EDGE + 2
            wide = max(wide, head.sectionSizeHint(column), self._theme.scaled(_LEAST_ROW))
            self.setColumnWidth(column, wide)
            left -= wide
        self.setColumnWidth(PART, max(40, left // 2))
        self.setColumnWidth(SAYS, max(40, left - left // 2))

    def _whole_height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(len(self._rows)))
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: AppTheme, view: ReplanTable) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        tall = self._block(index, width).height + 2 * Space.TIGHT
        return QSize(width, max(self._theme.scaled(_LEAST_ROW), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row: PlanRow = index.data(ROW)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        if index.column() == PIN:
            self._draw_pin(painter, row, rect)
        else:
            self._draw_text(painter, index, row, rect)
        painter.restore()
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._draw_focus(painter, index, rect)

    def _draw_text(self, painter: QPainter, index: Index, row: PlanRow, rect: QRect) -> None:
        tokens = self._theme.tokens
        block = self._block(index, rect.width())
        quiet = index.column() in {BEFORE, SAYS} or (row.out and index.column() == PART)
        colour = tokens.muted if quiet else tokens.ink
        if row.out and index.column() == SAYS:
            colour = tokens.warn
        figures = index.column() in {BEFORE, AFTER}
        start = rect.width() - _EDGE - block.width if figures else _EDGE
        top = rect.top() + (rect.height() - block.height) // 2
        place = QRect(rect.left() + start, top, block.width, block.height)
        left = QStyle.visualRect(self._view.layoutDirection(), rect, place).left()
        block.draw(painter, left, top, QColor(colour))

    def _draw_pin(self, painter: QPainter, row: PlanRow, rect: QRect) -> None:
        if row.fixed:
            return
        tokens, side = self._theme.tokens, self._theme.scaled(20)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        painter.setPen(QPen(QColor(tokens.accent if row.pinned else tokens.line_strong), 1.6))
        painter.setBrush(QColor(tokens.accent if row.pinned else tokens.surface))
        painter.drawRoundedRect(box, 5, 5)
        if row.pinned:
            inset = side * 0.12
            inner = box.adjusted(inset, inset, -inset, -inset)
            self._theme.icons.draw(painter, inner, "check", tokens.on_accent)

    def _draw_focus(self, painter: QPainter, index: Index, rect: QRect) -> None:
        """Draw the piece of the ring around the row that falls into this cell."""
        view = self._view
        whole = QRect(0, rect.top(), view.viewport().width(), rect.height()).adjusted(2, 2, -2, -3)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._theme.draw_ring(painter, QRectF(whole), 9)
        painter.restore()

    def _block(self, index: Index, width: int) -> TextBlock:
        row: PlanRow = index.data(ROW)
        column = index.column()
        bold = column == AFTER and row.changed
        size = Size.NOTE if column == SAYS else Size.TEXT
        font = self._theme.font(size, bold=bold, tabular=column in {BEFORE, AFTER})
        return TextBlock(row.text(column), font, max(40, width - 2 * _EDGE), snug=True)
