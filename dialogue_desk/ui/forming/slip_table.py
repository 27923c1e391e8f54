"""The slips as a table, a line each, in the order of their numbers."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.exchange.typed_slips import SlipTyping
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.table_view import TableView
from dialogue_desk.words import Words

Index = QModelIndex | QPersistentModelIndex
_NUMBER, _LEADS, _CIRCLE = 0, 5, 6
_FEW = 8


class SlipTableModel(QAbstractTableModel):
    """The slips that are kept, as they could be typed again."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        tr = words.tr
        self._words = words
        self.heads = (
            tr("Number"),
            tr("Groups"),
            tr("Languages"),
            tr("Times"),
            tr("Needs"),
            tr("Leads"),
            tr("Circle"),
        )
        self._slips: tuple[Slip, ...] = ()
        self._cells: list[tuple[str, ...]] = []
        self._typing: SlipTyping | None = None

    def show_forming(self, forming: Forming, typing: SlipTyping) -> None:
        """Show these slips; only lines that differ are touched."""
        known = dict(zip(self._slips, self._cells, strict=True)) if typing is self._typing else {}
        self._typing = typing
        new = [
            (*(known[slip][:_CIRCLE] if slip in known else self._line(slip, typing)), place)
            for slip in forming.slips
            for place in (forming.places.get(slip.number, ""),)
        ]
        old = self._cells
        head = tail = 0
        while head < min(len(new), len(old)) and new[head] == old[head]:
            head += 1
        while tail < min(len(new), len(old)) - head and new[-1 - tail] == old[-1 - tail]:
            tail += 1
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone == come:
            self._slips, self._cells = forming.slips, new
            if come:
                self.dataChanged.emit(self.index(head, 0), self.index(head + come - 1, _CIRCLE))
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._slips = (*self._slips[:head], *self._slips[head + gone :])
            self._cells = old[:head] + old[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._slips, self._cells = forming.slips, new
            self.endInsertRows()
        self._slips, self._cells = forming.slips, new

    def _line(self, slip: Slip, typing: SlipTyping) -> tuple[str, ...]:
        typed = typing.write(slip)
        said = (typed.groups, typed.languages, typed.times, typed.needs)
        leads = self._words.tr("yes") if slip.facilitates else ""
        return (typed.number, *(one.replace("/", ", ") for one in said), leads)

    def slip(self, place: int) -> Slip:
        """Return the slip of a line."""
        return self._slips[place]

    def place(self, number: int) -> int:
        """Return the line of a number, -1 when there is none."""
        return next((place for place, slip in enumerate(self._slips) if slip.number == number), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._cells[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heads[index.column()]}: {text}" if text else self.heads[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.heads[section]
        return None


class SlipTable(TableView):
    """``opened(number)`` tells which slip is to be changed, ``removal_wanted`` which are to go."""

    opened = Signal(int)
    removal_wanted = Signal(tuple)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words.tr("Slips"))
        self._slips = SlipTableModel(words)
        self.setModel(self._slips)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(False)
        self._slips.dataChanged.connect(lambda first, last: self._fit_some(first.row(), last.row()))
        self.activated.connect(lambda index: self.opened.emit(self._slips.slip(index.row()).number))
        self.verticalHeader().setMinimumSectionSize(LEAST_TARGET)
        heads = self.horizontalHeader()
        heads.setMinimumSectionSize(40)
        heads.setStretchLastSection(False)
        heads.setResizeContentsPrecision(0)  # by what is in sight: all of it would be measured at each step
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (_NUMBER, _LEADS, _CIRCLE):
            heads.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.resizeRowsToContents)
        theme.changed.connect(self._fit_rows)

    def show_forming(self, forming: Forming, typing: SlipTyping) -> None:
        """Show these slips; the keys stay on theirs."""
        self._slips.show_forming(forming, typing)

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        """Be as high in what is new as its words are."""
        super().rowsInserted(parent, first, last)
        self._fit_some(first, last)

    def _fit_some(self, first: int, last: int) -> None:
        if last - first >= _FEW:
            self._fit_rows()
            return
        for place in range(first, last + 1):
            self.resizeRowToContents(place)

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the lines that are chosen."""
        return tuple(self._slips.slip(index.row()).number for index in self.selectionModel().selectedRows())

    def current_number(self) -> int:
        """Return the number of the line that the keys are on, 0 when there is none."""
        index = self.currentIndex()
        return self._slips.slip(index.row()).number if index.isValid() else 0

    def go_to(self, number: int) -> None:
        """Put the keys on the line of a number, in sight."""
        place = self._slips.place(number)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._slips.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.chosen():
            self.removal_wanted.emit(self.chosen())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_number():
            self.opened.emit(self.current_number())
        elif not event.matches(QKeySequence.StandardKey.Copy):  # a slip is never left in the clipboard
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Be as high in each line as its words, once all is laid out."""
        self._heights.start()
