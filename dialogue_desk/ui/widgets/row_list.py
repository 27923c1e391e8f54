"""What all lists of rows share: they take values and tell ids; keys and screen readers go row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_desk.ui.style.theme import AppTheme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Row(Protocol):
    """A frozen value that a list shows."""

    @property
    def id(self) -> str:
        """The id that is told when a person acts on the row."""

    @property
    def accessible_text(self) -> str:
        """The whole row as a sentence, for screen readers."""


R = TypeVar("R", bound=Row)


class RowListModel(QAbstractListModel):
    """The rows a list shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; only rows that differ are touched, so that the scrolling and the selection stay."""
        new, old = tuple(rows), self._rows
        head = 0
        while head < min(len(new), len(old)) and new[head] == old[head]:
            head += 1
        tail = 0
        while tail < min(len(new), len(old)) - head and new[-1 - tail] == old[-1 - tail]:
            tail += 1
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone == come:
            self._rows = new
            if come:
                self.dataChanged.emit(self.index(head), self.index(head + come - 1))
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._rows = old[:head] + old[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._rows = new
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.accessible_text
        return None


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """Paints one row in the width of the list, and says how tall it is there."""

    def __init__(self, theme: AppTheme, view: RowList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._heights: dict[str, tuple[R, int]] = {}
        self._width = 0
        theme.changed.connect(self._forget)

    def height(self, row: R, width: int) -> int:
        """Return the height of ``row`` in a list ``width`` pixels wide."""
        raise NotImplementedError

    def draw(self, painter: QPainter, row: R, rect: QRect, *, mirrored: bool) -> None:
        """Paint ``row`` into ``rect``."""
        raise NotImplementedError

    def body(self, row: R, room: QRect) -> QRect:
        """Return where in its ``room`` the row itself is, under a heading that stands over it."""
        return room

    def width(self) -> int:
        """Return the width of rows, the same with and without a scroll bar, so that heights stay valid."""
        frame = 2 * self._view.frameWidth()
        return max(1, self._view.width() - frame - self._view.verticalScrollBar().sizeHint().width())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Asked of every row at each layout; going past the model costs a tenth.
        return QSize(self._width, self.height_of(cast(R, self._view.rows()[index.row()])))

    def begin_layout(self) -> None:
        """Measure the width once for all rows."""
        width = self.width()
        if width != self._width:
            self._heights.clear()
            self._width = width

    def height_of(self, row: R) -> int:
        """Return the height of ``row``, computed once as long as the row is the same."""
        if not self._width:
            self.begin_layout()
        known = self._heights.get(row.id)
        if known is None or known[0] is not row:
            if known is None or known[0] != row:
                known = (row, self.height(row, self._width))
            else:
                known = (row, known[1])
            self._heights[row.id] = known
        return known[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = QRect(rect.topLeft(), QSize(self.width(), rect.height()))
        if mirrored:
            room.moveRight(rect.right())
        row = index.data(ROW)
        body = self.body(row, room)
        if state & QStyle.StateFlag.State_Selected and self._view.marks_chosen():
            self.ground(painter, body, self.theme.tokens.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            self.ground(painter, body, self.theme.tokens.background)
        self.draw(painter, row, room, mirrored=mirrored)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self.theme.draw_ring(painter, QRectF(body).adjusted(2, 2, -2, -2), 9)
        painter.restore()

    @staticmethod
    def ground(painter: QPainter, rect: QRect, colour: str) -> None:
        """Paint the ground of a row that is selected or current."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 10, 10)

    def _forget(self) -> None:
        self._heights.clear()
        self._view.scheduleDelayedItemsLayout()


class RowList(QListView):
    """A list of rows.  Enter, Space or a click tells ``opened(id)``; arrows, Home and End go through it."""

    opened = Signal(str)
    model_class: type[RowListModel] = RowListModel
    """What holds the rows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = self.model_class(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``."""
        self._model.show_rows(rows)

    def marks_chosen(self) -> bool:
        """Return whether selected rows are painted as such now."""
        return True

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        return self._model.rows()

    def current_id(self) -> str:
        """Return the id of the row that the keys are on, or an empty string."""
        index = self.currentIndex()
        return self._model.rows()[index.row()].id if index.isValid() else ""

    def go_to(self, row_id: str) -> None:
        """Put the keys on the row ``row_id`` and scroll to it; an unknown id changes nothing."""
        for number, row in enumerate(self._model.rows()):
            if row.id == row_id:
                self.setCurrentIndex(self._model.index(number))
                self.scrollTo(self._model.index(number))

    def open_row(self, index: Index) -> None:
        """Tell ``opened`` for the row at ``index``."""
        self.opened.emit(self.rows()[index.row()].id)

    def doItemsLayout(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.begin_layout()
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current_id():
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
