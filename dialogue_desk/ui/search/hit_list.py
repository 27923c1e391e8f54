"""The notes that were found: where each was said, its text, and in it the words that were searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle

from dialogue_desk.desk.session.search import Hit, SearchResult
from dialogue_desk.ui.notes.note_rows import label_of
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import titled
from dialogue_desk.words.times import day

_ONE_LINE = str.maketrans("\r\n\t\u2028\u2029", "     ")


@dataclass(frozen=True, slots=True)
class HitRow:
    """One text that was found.

    ``where`` is its circle, session and day, ``label`` its kind and part; ``marks`` are the start and end in
    ``text`` of each word that was searched.  Where it is ``again`` the place of the row above, that is not
    shown again.
    """

    id: str
    where: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    label: str = ""
    again: bool = False

    @property
    def accessible_text(self) -> str:
        """The row as a screen reader says it: the text first, then where it was said."""
        return ". ".join(part for part in (self.text, self.label, self.where) if part)


def hit_rows(found: SearchResult, words: Words, *, everywhere: bool) -> list[HitRow]:
    """Return a row for each hit; its circle is named only when ``everywhere`` was searched."""
    return [_row(hit, words, everywhere=everywhere) for hit in found.hits]


def how_many(found: SearchResult, words: Words) -> str:
    """Return how many were found: "12 found"."""
    if not found.count:
        return words.tr("Nothing found")
    if found.uncounted:
        return words.tr("More than {count} found", count=found.count)
    return words.ntr("{count} found", "{count} found", found.count)


def _row(hit: Hit, words: Words, *, everywhere: bool) -> HitRow:
    label = [hit.code, label_of(hit.body, words)]
    if hit.part is not None:
        number, title = hit.part
        label.append(words.tr("{number}. {part}", number=number, part=titled(title, words)))
    return HitRow(
        str(hit.id),
        place_of(hit, words, everywhere=everywhere),
        hit.excerpt.text.translate(_ONE_LINE),
        hit.excerpt.marks,
        " · ".join(filter(None, [*label, hit.option, hit.theme])),
    )


def place_of(hit: Hit, words: Words, *, everywhere: bool) -> str:
    """Return in which session a line was said, and of which circle where ``everywhere`` was searched."""
    where = (
        words.tr("Circle {code}", code=hit.circle.code) if everywhere else "",
        words.tr("Session {number}", number=hit.session.number),
        day(hit.session.start, hit.session.zone, words),
    )
    return " · ".join(filter(None, where))


class HitList(RowList):
    """Lists what was found.  Enter or a click tells ``opened(id)``; Up on the first row tells ``went_up``."""

    went_up = Signal()

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(_HitDelegate(theme, self))

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.went_up.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.open_row(index)


class _Blocks(NamedTuple):
    where: TextBlock | None
    text: TextBlock
    label: TextBlock | None


class _HitDelegate(RowDelegate[HitRow]):
    def height(self, row: HitRow, width: int) -> int:
        blocks = self._blocks(row, width)
        around = sum(one.height + Space.HAIR for one in (blocks.where, blocks.label) if one is not None)
        return blocks.text.height + around + 2 * Space.SNUG + 1

    def draw(self, painter: QPainter, row: HitRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        blocks = self._blocks(row, rect.width())
        left, y = rect.left() + Space.TIGHT, rect.top() + Space.SNUG
        for block, colour in (
            (blocks.where, tokens.accent),
            (blocks.text, tokens.ink),
            (blocks.label, tokens.muted),
        ):
            if block is not None:
                spot = QStyle.visualRect(towards, rect, QRect(left, y, block.width, block.height))
                block.draw(painter, spot.left(), y, QColor(colour))
                y += block.height + Space.HAIR
        painter.fillRect(left, rect.bottom(), rect.width() - 2 * Space.TIGHT, 1, QColor(tokens.line))

    def _blocks(self, row: HitRow, width: int) -> _Blocks:
        room = max(40, width - 2 * Space.TIGHT)
        small = self.theme.font(Size.NOTE)
        return _Blocks(
            None
            if row.again
            else TextBlock(row.where, self.theme.font(Size.NOTE, bold=True), room, snug=True),
            TextBlock(row.text, self.theme.font(Size.TEXT), room, snug=True, marks=row.marks),
            TextBlock(row.label, small, room, snug=True) if row.label else None,
        )
