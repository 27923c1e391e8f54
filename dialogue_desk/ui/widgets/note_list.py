"""The notes that were caught: kind, spread, time and words, as long as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.theme import Size, Space, Theme
from dialogue_desk.ui.widgets.row_list import RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, in the words shown: ``label`` is its kind and spread ("Concern · a few").

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
    def spoken(self) -> str:
        """The note as a reader should say it: what it is, what was said, and what hangs on it."""
        return ". ".join(
            part for part in (self.above, self.label, self.text, *self.themes, self.flag, self.time) if part
        )


class NoteList(RowList):
    """Notes in a column.  A double click or Enter tells ``opened(id)``; ``picked(ids)`` tells what is chosen.

    Several may be chosen with Shift and Ctrl, to be joined or moved together.
    """

    picked = Signal(tuple)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(_NoteDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen notes, from top to bottom."""
        return tuple(self.rows()[number].id for number in sorted(i.row() for i in self.selectedIndexes()))

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows()[index.row()].id)

    def _tell(self) -> None:
        self.picked.emit(self.chosen())


class _Blocks(NamedTuple):
    """The texts of a row, set for its width."""

    label: TextBlock
    time: TextBlock
    text: TextBlock
    below: tuple[tuple[TextBlock, str], ...]
    above: TextBlock | None

    @property
    def over(self) -> int:
        """The height that the heading of a group takes."""
        return self.above.height + Space.TIGHT if self.above else 0


class _NoteDelegate(RowDelegate[NoteRow]):
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
            TextBlock(row.text, theme.font(Size.TEXT), room, snug=True),
            tuple(below),
            TextBlock(row.above, theme.font(Size.TEXT, bold=True), room, snug=True) if row.above else None,
        )
