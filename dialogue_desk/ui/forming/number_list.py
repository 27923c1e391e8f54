"""The numbers of one circle, or of those in none: chosen, dragged and moved by keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.row_list import ROW, Index, RowList, RowListModel

NUMBERS = "application/x-dialogue-desk-numbers"
"""What is dragged.  It says nothing: which numbers they are stays in the window."""

_CELL = LEAST_TARGET


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number.  It is ``settled``, it ``leads``, or where it is does not suit it (``misfit``)."""

    id: str
    accessible_text: str
    settled: bool = False
    leads: bool = False
    misfit: bool = False


class _DraggedNumbers(RowListModel):
    """Numbers that can be dragged; which they are, the board says."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [NUMBERS]

    def mimeData(self, _indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(NUMBERS, b"")
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class NumberList(RowList):
    """Numbers side by side; M and Enter tell ``move_wanted``, S ``settle_wanted``."""

    move_wanted = Signal()
    settle_wanted = Signal()
    menu_wanted = Signal(QPoint)
    chosen_changed = Signal()
    model_class = _DraggedNumbers

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._cells = _NumberDelegate(theme, self)
        self.setItemDelegate(self._cells)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[NumberRow]) -> None:  # type: ignore[override]
        """Show these numbers; what is chosen among them stays so."""
        chosen = set(self.chosen())
        super().show_rows(rows)
        if set(self.chosen()) != chosen:
            self.choose(chosen)
        self._fit()

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers that are chosen, in their order."""
        rows = self.rows()
        return tuple(int(rows[place].id) for place in sorted(one.row() for one in self.selectedIndexes()))

    def choose(self, numbers: Collection[int]) -> None:
        """Choose these, and put the keys on the first of them."""
        model = self.selectionModel()
        blocked = model.blockSignals(True)
        model.clearSelection()
        flags = model.SelectionFlag
        first = True
        for place, row in enumerate(self.rows()):
            if int(row.id) in numbers:
                index = self.model().index(place, 0)
                model.select(index, flags.Select)
                if first:
                    model.setCurrentIndex(index, flags.NoUpdate)
                first = False
        model.blockSignals(blocked)
        self.viewport().update()
        self.chosen_changed.emit()

    def let_go_of_choice(self) -> None:
        """Choose nothing, without telling so."""
        if self.selectionModel().hasSelection():
            blocked = self.selectionModel().blockSignals(True)
            self.clearSelection()
            self.selectionModel().blockSignals(blocked)
            self.viewport().update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        cell = self._cells.cell()
        across = max(1, (width - 2 * self.frameWidth()) // cell.width())
        lines = -(-len(self.rows()) // across)
        return max(1, lines) * cell.height() + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        cell = self._cells.cell()
        return QSize(5 * cell.width(), self.heightForWidth(max(self.width(), cell.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._cells.cell().width(), self._cells.cell().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_M: self.move_wanted,
            Qt.Key.Key_Return: self.move_wanted,
            Qt.Key.Key_Enter: self.move_wanted,
            Qt.Key.Key_S: self.settle_wanted,
        }
        act = acts.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if act is not None and plain and self.rows():
            if not self.chosen():
                self.choose({int(self.rows()[max(0, self.currentIndex().row())].id)})
            act.emit()
        elif not event.matches(QKeySequence.StandardKey.Copy):  # a slip is never left in the clipboard
            QListView.keyPressEvent(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        under = self.indexAt(event.pos())
        if under.isValid() and under not in self.selectedIndexes():
            self.choose({int(self.rows()[under.row()].id)})
        if self.chosen():
            self.menu_wanted.emit(event.globalPos())

    def _fit(self) -> None:
        self._cells.measure(self.rows())
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()


class _NumberDelegate(QStyledItemDelegate):
    """Paints a number on a rounded ground: settled with a tick, leading with people, misfit with a sign."""

    def __init__(self, theme: AppTheme, view: NumberList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._widest = 2
        self._size: QSize | None = None

    def measure(self, rows: Sequence[object]) -> None:
        """Be as wide as the longest of these numbers, with a sign before it."""
        longest = max((len(str(getattr(row, "id", ""))) for row in rows), default=2)
        self._widest, self._size = max(2, longest), None

    def cell(self) -> QSize:
        """Return the room of one number."""
        if self._size is None:
            wide = QFontMetrics(self._type(bold=True)).horizontalAdvance("0" * self._widest)
            across = wide + self._icon() + 2 * Space.TIGHT + Space.HAIR
            self._size = QSize(across, self._theme.scaled(_CELL))
        return self._size

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens = index.data(ROW), self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(2, 3, -2, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if chosen else tokens.warn if row.misfit else tokens.line_strong
        ground = tokens.accent_soft if chosen else tokens.surface
        if row.settled and not chosen:
            ground = tokens.background
        pen = QPen(QColor(edge), 2.0 if chosen or row.misfit else 1.0)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 9, 9)
        sign = "warning" if row.misfit else "people" if row.leads else "check" if row.settled else ""
        font = self._type(bold=chosen or row.settled)
        wide = QFontMetrics(font).horizontalAdvance(row.id)
        whole = wide + (self._icon() + Space.HAIR / 2 if sign else 0)
        left = box.center().x() - whole / 2
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if sign:
            at = left + wide + Space.HAIR / 2 if mirrored else left
            place = QRectF(round(at), round(box.center().y() - self._icon() / 2), self._icon(), self._icon())
            self._theme.icons.draw(painter, place, sign, tokens.warn if row.misfit else tokens.accent)
            left += 0 if mirrored else self._icon() + Space.HAIR / 2
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(
            QRectF(left, box.top(), wide + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, row.id
        )
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self._theme.draw_ring(painter, box.adjusted(-1, -1, 1, 1), 10)
        painter.restore()

    def _type(self, *, bold: bool) -> QFont:
        return self._theme.font(Size.TEXT, bold=bold)

    def _icon(self) -> int:
        return self._theme.scaled(14)
