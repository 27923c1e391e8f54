"""Circles by sessions: what has arrived and what is missing, as a table for keys and screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.arrivals import CircleArrivals, Sign
from dialogue_desk.ui.program.arrival_cells import CELL, Cell, DenseCells, RoomyCells, inset_of
from dialogue_desk.ui.program.arrival_text import circle_changes_text, comparison_texts
from dialogue_desk.ui.program.program_text import attention, note_counts_text, people
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index
from dialogue_desk.ui.widgets.table_view import TableView
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name

_TEXT_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
_ONE_BLOCK = 20
"""How many circles there are at most one under the other where there is room for two blocks."""
_LINE, _LEAST_LINE, _HEAD_LINE = 24, 22, 20
"""How high a line is, at least where all circles are then in sight, and over them the heads."""
_LEAST_HEIGHT = 280
_LEAST_CELL, _MOST_CELL = 36, 56
_LEAST_PLACE, _PLACE, _MOST_PLACE = 70, 170, 260


class Matrix(TableView):
    """The table; Enter or a click on a session that has arrived emits ``opened`` with the session's id.

    A few circles have rows of two lines and more.  Where they are ``dense`` each has one line, and many are
    set in two blocks side by side when the window is wide enough.
    """

    opened = Signal(str)
    moved = Signal()
    """The keys are on another cell."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words.tr("Circles and sessions"))
        self._cells = _MatrixModel(words)
        self._room, self._by_itself = 0, False
        self._delegates = {False: RoomyCells(theme, self), True: DenseCells(theme, self)}
        self.setHorizontalHeader(_Head(theme, self))
        self.setModel(self._cells)
        self.setItemDelegate(self._delegates[False])
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._open)

    def show_arrivals(
        self, columns: Sequence[int], arrivals: Sequence[CircleArrivals], *, dense: bool
    ) -> None:
        """Show these circles; the keys stay on their session as long as it is among them."""
        here = self._cells.place_at(self.currentIndex())
        self.setItemDelegate(self._delegates[dense])
        self._cells.show_arrivals(tuple(columns), tuple(arrivals), dense=dense)
        self._fit()
        self._go_to(here)

    def set_room(self, pixels: int, *, by_itself: bool) -> None:
        """Say how high it can be without scrolling.

        ``by_itself``: nothing is beside it, so that lines scroll under their heads; else the page scrolls.
        """
        if (pixels, by_itself) != (self._room, self._by_itself):
            self._room, self._by_itself = pixels, by_itself
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(640, self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_HEIGHT, min(self.maximumHeight(), self._theme.scaled(_LEAST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def _open(self, index: QModelIndex) -> None:
        session_id = self._cells.session_at(index)
        if session_id:
            self.opened.emit(session_id)

    def _go_to(self, place: tuple[str, int] | None) -> None:
        index = self._cells.index_of(place)
        if not index.isValid() and self._cells.rowCount():
            index = self._cells.index(0, 1)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def _fit(self) -> None:
        super()._fit()
        if not isinstance(self.model(), _MatrixModel):
            return
        head, dense = self.horizontalHeader(), self._cells.dense
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded if dense else bars.ScrollBarAlwaysOff)
        head.setStretchLastSection(not dense)
        if dense:
            self._fit_lines(head)
        else:
            head.setMinimumSectionSize(48)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self._fit_rows()
        scrolls = dense and self._by_itself
        whole = self._whole_height()
        self.setMaximumHeight(min(whole, max(self._room, _LEAST_HEIGHT)) if scrolls else whole)
        self.updateGeometry()

    def _fit_rows(self) -> None:
        for row in range(self._cells.rowCount()):
            height = max(
                self.itemDelegate().sizeHint(QStyleOptionViewItem(), self._cells.index(row, column)).height()
                for column in range(self._cells.columnCount())
            )
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _fit_lines(self, head: QHeaderView) -> None:
        """Set the circles in one block or two, as wide as there is room, and give each its line."""
        theme, sessions = self._theme, self._cells.sessions
        code = QFontMetrics(theme.font(Size.NOTE, bold=True, tabular=True)).horizontalAdvance("C00")
        code += Space.SNUG + Space.TIGHT
        narrowest = code + theme.scaled(_LEAST_PLACE) + sessions * theme.scaled(_LEAST_CELL)
        room = self.viewport().width()
        blocks = 2 if self._cells.count > _ONE_BLOCK and room >= 2 * narrowest else 1
        here = self._cells.place_at(self.currentIndex())
        if self._cells.arrange(blocks):
            self._go_to(here)
        spare = (room // blocks - code - theme.scaled(_PLACE)) // max(1, sessions)
        cell = max(theme.scaled(_LEAST_CELL), min(theme.scaled(_MOST_CELL), spare))
        first = min(room // blocks - sessions * cell - Space.TIGHT, code + theme.scaled(_MOST_PLACE))
        first = max(first, code + theme.scaled(_LEAST_PLACE))
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in range(self._cells.columnCount()):
            head.resizeSection(column, cell if column % (sessions + 1) else first)
        line = self._line_height()
        for row in range(self._cells.rowCount()):
            self.setRowHeight(row, line)

    def _line_height(self) -> int:
        rows, usual = self._cells.rowCount(), self._theme.scaled(_LINE)
        rest = self._room - self.horizontalHeader().sizeHint().height() - 2 * self.frameWidth() - 2
        fits = rest // rows if rows else usual
        return fits if self._theme.scaled(_LEAST_LINE) <= fits < usual else usual

    def _whole_height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self._cells.rowCount()))
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2


class _Head(QHeaderView):
    """The heads of the columns; over lines of circles it is as low as they are."""

    def __init__(self, theme: AppTheme, view: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._theme.scaled(_HEAD_LINE)) if self._is_low() else hint

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # named by Qt
        if not self._is_low():
            super().paintSection(painter, rect, logicalIndex)
            return
        model, across = self.model(), Qt.Orientation.Horizontal
        centred = model.headerData(logicalIndex, across, Qt.ItemDataRole.TextAlignmentRole) is not None
        painter.save()
        painter.setFont(self._theme.font(Size.FINE, bold=True, tabular=True))
        painter.setPen(QColor(self._theme.tokens.muted))
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        inset = 0 if centred else inset_of(logicalIndex)
        inner = rect.adjusted(inset, 0, -inset, 0)
        text = str(model.headerData(logicalIndex, across))
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _is_low(self) -> bool:
        model = self.model()
        return isinstance(model, _MatrixModel) and model.dense


class _MatrixModel(QAbstractTableModel):
    """The cells; in two blocks the second half of the circles is beside the first."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._arrivals: tuple[CircleArrivals, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._made: dict[tuple[RecordId, int], Cell] = {}
        self._blocks = 1
        self.dense = False

    @property
    def count(self) -> int:
        """How many circles there are."""
        return len(self._arrivals)

    @property
    def sessions(self) -> int:
        """How many sessions each circle has."""
        return len(self._columns)

    def show_arrivals(
        self, columns: tuple[int, ...], arrivals: tuple[CircleArrivals, ...], *, dense: bool
    ) -> None:
        same = (len(arrivals), columns, dense) == (self.count, self._columns, self.dense)
        if not same:
            self.beginResetModel()
        self._arrivals, self._columns, self.dense = arrivals, columns, dense
        self._made.clear()
        self._blocks = self._blocks if dense else 1
        if not same:
            self.endResetModel()
        elif arrivals:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def arrange(self, blocks: int) -> bool:
        """Set the circles in so many blocks, and return whether that is another number than before."""
        if blocks == self._blocks:
            return False
        self.beginResetModel()
        self._blocks = blocks
        self.endResetModel()
        return True

    def session_at(self, index: Index) -> RecordId | None:
        """Return the id of the session at ``index``, or None when none has arrived there."""
        found = self._found(index)
        if found is None or found[1] < 0:
            return None
        arrived = found[0].circle.sessions[found[1]]
        return None if arrived is None else arrived.session_id

    def place_at(self, index: Index) -> tuple[str, int] | None:
        """Return which circle and which of its cells ``index`` is, however the circles are set."""
        found = self._found(index)
        return None if found is None else (found[0].circle.circle_id, found[1])

    def index_of(self, place: tuple[str, int] | None) -> QModelIndex:
        """Return the index of a place, which is not valid where its circle is not shown."""
        ids = [one.circle.circle_id for one in self._arrivals]
        if place is None or place[0] not in ids:
            return QModelIndex()
        block, row = divmod(ids.index(RecordId(place[0])), self.rowCount())
        return self.index(row, block * (self.sessions + 1) + place[1] + 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else -(-self.count // self._blocks)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._blocks * (self.sessions + 1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        column = section % (self.sessions + 1) - 1
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.dense and column >= 0:
            return Qt.AlignmentFlag.AlignCenter
        if role not in _TEXT_ROLES:
            return None
        if column < 0:
            return self._words.tr("Circle")
        if self.dense and role == Qt.ItemDataRole.DisplayRole:
            return str(self._columns[column])
        return self._words.tr("Session {number}", number=self._columns[column])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self._found(index)
        if found is None:
            return None
        if role == CELL:
            return self._cell(*found)
        if role == Qt.ItemDataRole.ToolTipRole and self.dense:
            return f"<span>{escape(self._text(*found))}</span>"
        return self._text(*found) if role in _TEXT_ROLES else None

    def _found(self, index: Index) -> tuple[CircleArrivals, int] | None:
        """Return the circle at ``index`` and the column of the session, -1 for the circle's own cell."""
        if not index.isValid():
            return None
        block, column = divmod(index.column(), self.sessions + 1)
        number = block * self.rowCount() + index.row()
        return (self._arrivals[number], column - 1) if number < self.count else None

    def _cell(self, arrivals: CircleArrivals, column: int) -> Cell:
        """Return the cell, made once as long as the same is shown: painting asks for it over and over."""
        place = (arrivals.circle.circle_id, column)
        if place not in self._made:
            self._made[place] = self._new_cell(arrivals, column)
        return self._made[place]

    def _new_cell(self, arrivals: CircleArrivals, column: int) -> Cell:
        circle, words = arrivals.circle, self._words
        if column < 0:
            language = "" if self.dense else language_name(circle.language, words)
            facts = (circle_changes_text(circle, words), circle.place, language)
            return Cell(circle.code, " · ".join(filter(None, facts)))
        session, signs = circle.sessions[column], arrivals.signs[column]
        if session is None:
            if not circle.expected[column]:
                said = words.tr("Goes on with {code}", code=circle.into)
                return Cell("", said, missing=self.dense, signs=signs)
            gap = self.dense and Sign.GAP in signs
            said = words.tr("Not here yet; most others are") if gap else words.tr("Not here yet")
            return Cell("", said, missing=True, signs=signs)
        mark = "check" if session.closed and not session.news else "clock"
        needs = (*attention(session, words), *comparison_texts(arrivals, column, words))
        figure = "–" if session.people is None else str(session.people)
        return Cell(
            people(session, words), note_counts_text(session, words), needs, mark, figure=figure, signs=signs
        )

    def _text(self, arrivals: CircleArrivals, column: int) -> str:
        cell, code = self._cell(arrivals, column), arrivals.circle.code
        said = ". ".join(text for text in (cell.strong, cell.quiet, *cell.attention) if text)
        if column < 0:
            return said
        number = self._columns[column]
        return self._words.tr("{code}, session {number}: {said}", code=code, number=number, said=said)
