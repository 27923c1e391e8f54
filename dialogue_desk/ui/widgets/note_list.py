"""The list of notes: kind, spread, time and text, each as tall as its text needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Row, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_MOST_SHOWN = 20_000
"""So many characters of one note are shown: it would fill the list by itself."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, as it is shown: ``label`` is its kind and spread ("Concern · a few").

    ``themes`` are written under it; ``flag`` is what asks for attention ("Changed on two laptops");
    ``above`` is the heading over the first row of a group ("4. Where I stand").
    """

    id: str
    label: str
    text: str
    time: str = ""
    themes: tuple[str, ...] = ()
    flag: str = ""
    above: str = ""

    @property
    def accessible_text(self) -> str:
        """All of the note in the order in which a screen reader should say it."""
        return ". ".join(
            part for part in (self.above, self.label, self.text, *self.themes, self.flag, self.time) if part
        )


class NoteList(RowList):
    """A double click or Enter tells ``opened(id)``; ``selection_changed(ids)`` tells what is selected.

    Several can be selected with Shift and Ctrl, to be merged or moved together.  A widget to edit a note can
    take the place of its row; it stays while other rows come and go.
    """

    selection_changed = Signal(tuple)
    _editor: QWidget | None = None  # set here because Qt asks for it before the constructor ends

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._notes = _NoteDelegate(theme, self)
        self.setItemDelegate(self._notes)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self.open_row)
        self.selectionModel().selectionChanged.connect(self._emit_selected)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected notes, from top to bottom."""
        return tuple(self.rows()[number].id for number in sorted(i.row() for i in self.selectedIndexes()))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the same notes stay selected, wherever they are now."""
        chosen, current, place = self.chosen(), self.current_id(), self.currentIndex().row()
        super().show_rows(rows)
        there = {row.id for row in self.rows()}
        left = tuple(row_id for row_id in chosen if row_id in there)
        if current and current not in there and self.rows():
            self.choose(left, self.rows()[min(place, len(self.rows()) - 1)].id)
        elif (self.chosen(), self.current_id()) != (left, current):
            self.choose(left, current)

    def choose(self, ids: Sequence[str], current: str = "") -> None:
        """Select these notes, and put the keys on ``current`` or else on the last of them."""
        places = {row.id: number for number, row in enumerate(self.rows())}
        selection = QItemSelection()
        for row_id in ids:
            if row_id in places:
                index = self.model().index(places[row_id], 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        here = current or (ids[-1] if ids else "")
        if here in places:
            index = self.model().index(places[here], 0)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def embed_editor(self, row_id: str, editor: QWidget) -> None:
        """Show ``editor`` in place of a row, under the heading of its group."""
        self._editor, self._notes.held, self._notes.new = editor, row_id, True
        editor.setParent(self.viewport())
        self.fit_editor()
        editor.show()

    def remove_editor(self) -> None:
        """Hide the editor and show its row again."""
        if self._editor is not None:
            self._editor.hide()
        self._editor, self._notes.held = None, ""
        self.scheduleDelayedItemsLayout()

    def fit_editor(self) -> None:
        """Give the row that is edited the height that the editor needs."""
        if self._editor is None:
            return
        width = self._notes.width()
        layout = self._editor.layout()
        tall = layout.totalHeightForWidth(width) if layout is not None else -1
        tall = tall if tall > 0 else self._editor.sizeHint().height()
        if tall == self._notes.held_height and not self._notes.new:
            return
        self._notes.held_height, self._notes.new = tall, False
        self.doItemsLayout()
        row = self._row_of(self._notes.held)
        if row is not None:
            self.scrollTo(row)
        self._place_editor()

    def updateEditorGeometries(self) -> None:
        super().updateEditorGeometries()
        self._place_editor()

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    def _place_editor(self) -> None:
        editor = self._editor
        if editor is None:
            return
        height = self._notes.held_height
        index = self._row_of(self._notes.held)
        if index is None:  # what is being typed stays visible when its note was deleted elsewhere
            editor.setGeometry(0, 0, self._notes.width(), height)
            return
        rect = self.visualRect(index)
        top = rect.bottom() + 1 - height
        left = rect.right() + 1 - self._notes.width() if self.isRightToLeft() else rect.left()
        editor.setGeometry(left, top, self._notes.width(), height)

    def _row_of(self, row_id: str) -> QModelIndex | None:
        for number, row in enumerate(self.rows()):
            if row.id == row_id:
                return self.model().index(number, 0)
        return None

    def _emit_selected(self) -> None:
        self.selection_changed.emit(self.chosen())


class _Blocks(NamedTuple):
    label: TextBlock
    time: TextBlock
    text: TextBlock
    below: tuple[tuple[TextBlock, str], ...]
    above: TextBlock | None

    @property
    def over(self) -> int:
        """The height of the heading of a group, 0 without one."""
        return self.above.height + Space.TIGHT if self.above else 0


class _NoteDelegate(RowDelegate[NoteRow]):
    held = ""
    """The id of the row that is replaced by an editor of ``held_height`` pixels; empty for none."""
    held_height = 0
    new = False
    """Whether the row has not been laid out with its editor yet."""

    def height_of(self, row: NoteRow) -> int:
        if self.held and row.id == self.held:
            return self._over(row) + self.held_height
        return super().height_of(row)

    def _over(self, row: NoteRow) -> int:
        return self._blocks(row, self.width()).over + Space.SNUG if row.above else 0

    def height(self, row: NoteRow, width: int) -> int:
        blocks = self._blocks(row, width)
        below = sum(block.height + Space.HAIR for block, _ in blocks.below)
        head = max(blocks.label.height, blocks.time.height)
        return blocks.over + head + Space.HAIR + blocks.text.height + below + 2 * Space.SNUG + 1

    def draw(self, painter: QPainter, row: NoteRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        blocks = self._blocks(row, rect.width())
        room = rect.adjusted(Space.TIGHT, Space.SNUG, -Space.TIGHT, 0)

        def place(block: TextBlock, x: int, y: int, colour: str) -> None:
            spot = QRect(x, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, spot).left(), y, QColor(colour))

        if blocks.above:
            place(blocks.above, room.left(), room.top(), tokens.ink)
            room.setTop(room.top() + blocks.over)
        if row.id == self.held:
            return
        place(blocks.label, room.left(), room.top(), tokens.accent)
        place(blocks.time, room.right() + 1 - blocks.time.width, room.top(), tokens.muted)
        y = room.top() + max(blocks.label.height, blocks.time.height) + Space.HAIR
        place(blocks.text, room.left(), y, tokens.ink)
        y += blocks.text.height
        for block, colour in blocks.below:
            place(block, room.left(), y + Space.HAIR, colour)
            y += block.height + Space.HAIR
        painter.fillRect(room.left(), rect.bottom(), room.width(), 1, QColor(tokens.line))

    def _blocks(self, row: NoteRow, width: int) -> _Blocks:
        theme, tokens = self.theme, self.theme.tokens
        room = max(40, width - 2 * Space.TIGHT)
        time = TextBlock(row.time, theme.font(Size.NOTE, tabular=True), room, snug=True)
        beside = max(40, room - time.width - Space.TIGHT)
        below = []
        if row.themes:
            written = "  ".join(f"#{name}" for name in row.themes)
            below.append((TextBlock(written, theme.font(Size.NOTE), room, snug=True), tokens.muted))
        if row.flag:
            below.append(
                (TextBlock(row.flag, theme.font(Size.NOTE, bold=True), room, snug=True), tokens.warn)
            )
        return _Blocks(
            TextBlock(row.label, theme.font(Size.NOTE, bold=True), beside, snug=True),
            time,
            TextBlock(_beginning(row.text), theme.font(Size.TEXT), room, snug=True),
            tuple(below),
            TextBlock(row.above, theme.font(Size.TEXT, bold=True), room, snug=True) if row.above else None,
        )


def _beginning(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} \N{HORIZONTAL ELLIPSIS}"
