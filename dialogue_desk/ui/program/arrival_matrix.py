"""Circles by sessions: what has arrived and what is missing, as a table for keys and screen readers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import CircleRow, ProgramPicture
from dialogue_desk.ui.program.program_text import attention, note_counts_text, people
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index
from dialogue_desk.ui.widgets.table_view import TableView
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name

CELL = Qt.ItemDataRole.UserRole

_TEXT_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
_LEAST_ROW = 60
_MARK = 22
_EDGE = Space.TIGHT


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: a strong line, a quiet line, and lines that ask for attention.

    ``mark`` is the icon in its ring; a ``missing`` session has a dashed ring without an icon.
    """

    strong: str
    quiet: str
    attention: tuple[str, ...] = ()
    mark: str = ""
    missing: bool = False


class Matrix(TableView):
    """The table; Enter or a click on a session that has arrived emits ``opened`` with the session's id."""

    opened = Signal(str)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words.tr("Circles and sessions"))
        self._cells = _MatrixModel(words)
        self.setModel(self._cells)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(48)
        self.clicked.connect(self._open)

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show what has arrived."""
        self._cells.show_picture(picture)
        if not self.currentIndex().isValid() and picture.rows:
            self.setCurrentIndex(self._cells.index(0, 1))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(640, self._whole_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(280, min(self._whole_height(), self._theme.scaled(280)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        session_id = self._cells.session_at(index)
        if session_id:
            self.opened.emit(session_id)

    def _fit(self) -> None:
        super()._fit()
        if not isinstance(self.model(), _MatrixModel):
            return
        for row in range(self._cells.rowCount()):
            height = max(
                self.itemDelegate().sizeHint(QStyleOptionViewItem(), self._cells.index(row, column)).height()
                for column in range(self._cells.columnCount())
            )
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.setMaximumHeight(self._whole_height())
        self.updateGeometry()

    def _whole_height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self._cells.rowCount()))
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2


class _MatrixModel(QAbstractTableModel):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: tuple[CircleRow, ...] = ()
        self._columns: tuple[int, ...] = ()

    def show_picture(self, picture: ProgramPicture) -> None:
        if (len(picture.rows), picture.columns) != (len(self._rows), self._columns):
            self.beginResetModel()
            self._rows, self._columns = picture.rows, picture.columns
            self.endResetModel()
        elif picture.rows:
            self._rows = picture.rows
            last = self.index(len(self._rows) - 1, len(self._columns))
            self.dataChanged.emit(self.index(0, 0), last)

    def session_at(self, index: QModelIndex) -> RecordId | None:
        """Return the id of the session at ``index``, or None when none has arrived there."""
        if not index.isValid() or index.column() == 0:
            return None
        arrived = self._rows[index.row()].sessions[index.column() - 1]
        return None if arrived is None else arrived.session_id

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role not in _TEXT_ROLES:
            return None
        if section == 0:
            return self._words.tr("Circle")
        return self._words.tr("Session {number}", number=self._columns[section - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == CELL:
            return self._cell(index)
        return self._text(index) if role in _TEXT_ROLES else None

    def _cell(self, index: Index) -> Cell:
        row, words = self._rows[index.row()], self._words
        if index.column() == 0:
            place = " · ".join(text for text in (row.place, language_name(row.language, words)) if text)
            return Cell(row.code, place)
        session = row.sessions[index.column() - 1]
        if session is None:
            return Cell("", words.tr("Not here yet"), missing=True)
        mark = "check" if session.closed and not session.news else "clock"
        counts = note_counts_text(session, words)
        return Cell(people(session, words), counts, attention(session, words), mark)

    def _text(self, index: Index) -> str:
        cell, row = self._cell(index), self._rows[index.row()]
        said = ". ".join(text for text in (cell.strong, cell.quiet, *cell.attention) if text)
        if index.column() == 0:
            return said
        number = self._columns[index.column() - 1]
        return self._words.tr("{code}, session {number}: {said}", code=row.code, number=number, said=said)


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: AppTheme, view: Matrix) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        blocks = self._blocks(index.data(CELL), width)
        tall = sum(block.height + 2 for block, _ in blocks) + 2 * Space.SNUG
        return QSize(width, max(self._theme.scaled(_LEAST_ROW), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell: Cell = index.data(CELL)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        if state & QStyle.StateFlag.State_MouseOver and not cell.missing and index.column():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -4), 9, 9)
        direction = self._view.layoutDirection()
        blocks = self._blocks(cell, rect.width())
        side, indent = self._theme.scaled(_MARK), self._indent(cell)
        y = rect.top() + (rect.height() - sum(block.height + 2 for block, _ in blocks)) // 2
        if indent:
            first = blocks[0][0].height
            mark = QRect(rect.left() + _EDGE, y + (first - side) // 2, side, side)
            self._draw_mark(painter, cell, QRectF(QStyle.visualRect(direction, rect, mark)))
        for block, colour in blocks:
            place = QRect(rect.left() + _EDGE + indent, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(direction, rect, place).left(), y, QColor(colour))
            y += block.height + 2
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self._theme.draw_ring(painter, QRectF(rect).adjusted(2, 2, -2, -3), 9)
        painter.restore()

    def _draw_mark(self, painter: QPainter, cell: Cell, mark: QRectF) -> None:
        tokens = self._theme.tokens
        box = mark.adjusted(1, 1, -1, -1)
        if cell.missing:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.line_strong), 1.4, Qt.PenStyle.DashLine))
            painter.drawEllipse(box)
            return
        done = cell.mark == "check"
        painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(tokens.warn), 1.6))
        painter.setBrush(QColor(tokens.accent if done else tokens.surface))
        painter.drawEllipse(box)
        inset = box.width() * 0.2
        inner = box.adjusted(inset, inset, -inset, -inset)
        self._theme.icons.draw(painter, inner, cell.mark, tokens.on_accent if done else tokens.warn)

    def _indent(self, cell: Cell) -> int:
        return self._theme.scaled(_MARK) + Space.TIGHT if cell.mark or cell.missing else 0

    def _blocks(self, cell: Cell, width: int) -> list[tuple[TextBlock, str]]:
        theme, tokens = self._theme, self._theme.tokens
        room = max(40, width - self._indent(cell) - 2 * _EDGE)
        texts = [(cell.strong, theme.font(Size.TEXT, bold=True), tokens.ink)] if cell.strong else []
        texts.append((cell.quiet, theme.font(Size.NOTE), tokens.muted))
        texts += [(text, theme.font(Size.NOTE, bold=True), tokens.warn) for text in cell.attention]
        return [(TextBlock(text, font, room, snug=True), colour) for text, font, colour in texts]
