"""The sessions that are over or were left, as a table: the newest first, one row each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from dialogue_desk.ui.home.session_columns import COUNTS, CellPainter, Columns, Wanted
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import natural_width
from dialogue_desk.words import Words

_ROWS, _HEAD = {1: 44, 2: 68, 3: 96}, 36
_MOST_STATE = 214


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session.

    Of ``act``, ``choice`` and ``done`` at most one is not empty: what is to be done next with it, a choice
    that waits, and that nothing is left to do.
    """

    id: str
    code: str
    place: str
    session: str
    day: str
    people: str
    notes: str
    act: str = ""
    choice: str = ""
    done: str = ""
    below: str = ""
    """What is under the circle where there is no room for columns: all that they say, with its words."""
    accessible_text: str = ""


class SessionTable(RowList):
    """Enter or a click tells ``opened(id)``; the dots, a right click or the menu key ``menu_wanted``."""

    menu_wanted = Signal(str, QPoint)
    fitted = Signal()
    """The columns may be others now."""
    row_reached = Signal(QRect)
    """The keys are on another row, which should be in sight; its place in this widget."""

    def __init__(self, theme: AppTheme, words: Words, rows: tuple[SessionRow, ...]) -> None:
        super().__init__(words.tr("Past sessions"))
        self._theme, self._words = theme, words
        self._wanted = Wanted()
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SessionDelegate(theme, self))
        self.show_rows(rows)
        self._measure()
        theme.changed.connect(self._measure)

    def marks_chosen(self) -> bool:
        """Return False: a row is opened, never selected."""
        return False

    def columns(self) -> Columns:
        """Return where the columns are now."""
        return Columns(self._theme, self.viewport().width(), self._wanted)

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return self._theme.scaled(_ROWS[self.columns().lines])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_reached.emit(self.visualRect(current))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._menu_place(index).contains(place):
            self._ask_for_menu(index)
        else:
            self.open_row(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if at_keys else self.indexAt(event.pos())
        if index.isValid():
            self._ask_for_menu(index)

    def _ask_for_menu(self, index: Index) -> None:
        corner = self._menu_place(index).bottomLeft()
        self.menu_wanted.emit(self.rows()[index.row()].id, self.viewport().mapToGlobal(corner))

    def _menu_place(self, index: Index) -> QRect:
        row = self.visualRect(index)
        return QStyle.visualRect(self.layoutDirection(), row, self.columns().rect("menu", row))

    def _measure(self) -> None:
        """Measure what the words of the rows need, and fit the columns to it."""
        rows = [row for row in self.rows() if isinstance(row, SessionRow)]
        theme, bold = self._theme, self._theme.font(Size.TEXT, bold=True)
        mark, pill = theme.scaled(16) + Space.TIGHT, 2 * Space.SNUG
        states = [natural_width(row.act, bold) for row in rows if row.act]
        states += [natural_width(row.done, theme.font(Size.TEXT)) + mark for row in rows if row.done]
        choices = [row.choice for row in rows if row.choice]
        states += [natural_width(choice, theme.font(Size.NOTE, bold=True)) + pill for choice in choices]
        head = natural_width(self._words.tr("Wrap-up"), theme.font(Size.NOTE))
        state = min(theme.scaled(_MOST_STATE), max([head, *states]) + 3 * Space.TIGHT) if states else 0
        small = theme.font(Size.NOTE, tabular=True)
        below = max((natural_width(row.below, small) for row in rows), default=0) + 3 * Space.TIGHT
        self._wanted = Wanted(state, below)
        self._fit()

    def _fit(self) -> None:
        self.fitted.emit()
        height = max(1, len(self.rows()) * self.row_height())
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.scheduleDelayedItemsLayout()


class SessionTableHead(QWidget):
    """The titles of the columns of ``table``, which is under it; hidden where that has no columns."""

    def __init__(self, theme: AppTheme, words: Words, table: SessionTable) -> None:
        super().__init__()
        self._theme, self._table = theme, table
        self._titles = {
            "circle": words.tr("Circle"),
            "session": words.tr("Session"),
            "day": words.tr("Day"),
            "people": words.tr("People"),
            "notes": words.tr("Notes"),
            "state": words.tr("Wrap-up"),
        }
        table.fitted.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, columns = self._theme.tokens, self._table.columns()
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        cells = CellPainter(painter, self.rect(), mirrored=mirrored)
        for name, title in self._titles.items():
            if name in columns:
                cell = columns.rect(name, self.rect())
                cells.text(title, cell, self._theme.font(Size.NOTE), tokens.muted, at_end=name in COUNTS)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.scaled(_HEAD))
        self.setHidden(self._table.columns().stacked)


class _SessionDelegate(RowDelegate[SessionRow]):
    def __init__(self, theme: AppTheme, table: SessionTable) -> None:
        super().__init__(theme, table)
        self._table = table

    def width(self) -> int:
        return max(1, self._table.viewport().width())

    def height(self, row: SessionRow, width: int) -> int:  # all rows are as high
        return self._table.row_height()

    def draw(self, painter: QPainter, row: SessionRow, rect: QRect, *, mirrored: bool) -> None:
        tokens, columns = self.theme.tokens, self._table.columns()
        cells = CellPainter(painter, rect, mirrored=mirrored)
        self._draw_circle(cells, row, columns)
        plain = self.theme.font(Size.TEXT, tabular=True)
        for name in ("session", "day", *COUNTS):
            if name in columns:
                cell = columns.rect(name, rect)
                cells.text(getattr(row, name), cell, plain, tokens.ink, at_end=name in COUNTS)
        if "state" in columns:
            self._draw_state(cells, row, columns.rect("state", rect))
        side = self.theme.scaled(20)
        dots = QRect(0, 0, side, side)
        dots.moveCenter(columns.rect("menu", rect).center())
        self.theme.icons.draw(painter, QRectF(cells.mirrored(dots)), "more", tokens.muted)
        if rect.bottom() < self._table.viewport().height() - 2:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))

    def _draw_circle(self, cells: CellPainter, row: SessionRow, columns: Columns) -> None:
        tokens, cell = self.theme.tokens, columns.rect("circle", cells.row)
        if columns.stacked:
            small = self.theme.font(Size.NOTE, tabular=True)
            cells.text(row.below, columns.line(1, cell), small, tokens.muted)
            cell = columns.line(0, cell)
        code = cells.text(row.code, cell, self.theme.font(Size.TEXT, bold=True), tokens.ink)
        cell.setLeft(code.right() + self.theme.scaled(Space.HAIR) - Space.TIGHT)
        cells.text(row.place, cell, self.theme.font(Size.TEXT), tokens.ink)

    def _draw_state(self, cells: CellPainter, row: SessionRow, cell: QRect) -> None:
        tokens = self.theme.tokens
        if row.act:
            cells.text(row.act, cell, self.theme.font(Size.TEXT, bold=True), tokens.accent)
        elif row.choice:
            self._draw_pill(cells, row.choice, cell)
        elif row.done:
            side = self.theme.scaled(16)
            mark = QRect(cell.left() + Space.TIGHT, cell.center().y() - side // 2, side, side)
            self.theme.icons.draw(cells.painter, QRectF(cells.mirrored(mark)), "check", tokens.muted)
            cell.setLeft(mark.right())
            cells.text(row.done, cell, self.theme.font(Size.TEXT), tokens.muted)

    def _draw_pill(self, cells: CellPainter, text: str, cell: QRect) -> None:
        tokens, font = self.theme.tokens, self.theme.font(Size.NOTE, bold=True)
        inner = cell.adjusted(Space.SNUG, 0, -Space.SNUG, 0)
        taken = cells.taken(text, inner, font)
        ground = QRectF(cells.mirrored(taken.adjusted(-Space.SNUG, -Space.HAIR, Space.SNUG, Space.HAIR)))
        cells.painter.setPen(Qt.PenStyle.NoPen)
        cells.painter.setBrush(QColor(tokens.warn_soft))
        cells.painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        cells.text(text, inner, font, tokens.warn)
