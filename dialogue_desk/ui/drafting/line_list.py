"""The lines of a document in their order, each with what it was understood as, changed by one letter."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.drafting.line_rows import LineRow
from dialogue_desk.ui.drafting.meaning_keys import NEXT_LETTER, SPLIT_LETTER, line_keys, meaning_of
from dialogue_desk.ui.notes.note_box import keep_from_shortcuts
from dialogue_desk.ui.style.theme import Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock, text_size

_NUMBER, _MEANING = 48, 230
"""The widths of the number and of the meaning, in pixels at 100 % text; the words have the rest."""
_WIDTH_FOR_COLUMNS = 620
"""Where a row is narrower at 100 % text, the meaning is under the words."""
_MOST_SHOWN = 2_000
"""So many letters of one line are shown: it would fill the list by itself."""
_MANY = 3_000
"""A list of more rows is laid out bit by bit."""

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class LineList(RowList):
    """A letter tells ``meant(meaning)`` for all selected lines, Space ``decided`` that they are right.

    Enter or a double click tells ``menu_wanted``; ``moved`` that the keys or the selection are elsewhere.
    """

    meant = Signal(str)
    decided = Signal()
    menu_wanted = Signal()
    next_wanted = Signal()
    split_wanted = Signal()
    moved = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.words.tr("Lines of the document"))
        self._theme = context.theme
        self.setProperty("role", "card")
        self.setItemDelegate(_LineDelegate(context.theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setBatchSize(_MANY)
        self.doubleClicked.connect(lambda _: self.menu_wanted.emit())
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.moved.emit())
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(lambda: self.scrollTo(self.currentIndex()))
        keys = Actions(context.theme, self, context.keys)
        keys.list_only(*line_keys(context.words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def show_document(self, rows: list[LineRow]) -> None:
        """Show the lines; those that are selected stay so, or the first of them where there are others."""
        here, before = self.currentIndex().row(), len(self.rows())
        modes = QListView.LayoutMode
        self.setLayoutMode(modes.Batched if len(rows) > _MANY else modes.SinglePass)
        self.show_rows(rows)
        if before and rows and len(rows) != before:
            self.go_to_place(min(max(here, 0), len(rows) - 1))

    def selected(self) -> tuple[int, ...]:
        """Return the places of the selected lines, or that of the line that the keys are on."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        here = self.currentIndex()
        return tuple(chosen) or ((here.row(),) if here.isValid() else ())

    def go_to_place(self, place: int) -> None:
        """Select one line alone, and put the keys on it."""
        index = self.model().index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        if not self.viewport().rect().contains(self.visualRect(index)):
            # What is around a line tells what it is.
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def menu_corner(self) -> QPoint:
        """Return where on the screen a menu for the current line is: its words stay in sight."""
        line = self.visualRect(self.currentIndex())
        beside = self._theme.scaled(_MEANING) + Space.WIDE
        x = line.left() + beside if self.isRightToLeft() else line.right() - beside
        y = min(max(line.bottom(), 0), self.viewport().height())
        return self.viewport().mapToGlobal(QPoint(x, y))

    def select(self, places: Collection[int]) -> None:
        """Select these lines, and put the keys on the last of them."""
        selection = QItemSelection()
        for place in places:
            index = self.model().index(place, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if places:
            self.go_to_place(max(places))
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def event(self, event: QEvent) -> bool:
        return keep_from_shortcuts(event, _is_letter) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = None if event.modifiers() & _HELD else self._act(event)
        if act is None or not self.current_id():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does here; None leaves it to the list."""
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.menu_wanted.emit,
            Qt.Key.Key_Enter: self.menu_wanted.emit,
            Qt.Key.Key_Space: self.decided.emit,
            Qt.Key.Key_Delete: partial(self.meant.emit, Meaning.LEFT_OUT),
        }
        letter = event.text().upper()
        if act := acts.get(event.key()):
            return act
        if act := {NEXT_LETTER: self.next_wanted.emit, SPLIT_LETTER: self.split_wanted.emit}.get(letter):
            return act
        if meaning := meaning_of(letter):
            return partial(self.meant.emit, meaning)
        # Other letters would search the list.
        return (lambda: None) if letter.isprintable() and letter else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 2 * LEAST_TARGET)


def _is_letter(event: QKeyEvent) -> bool:
    return not event.modifiers() & _HELD and bool(event.text()) and event.text().isprintable()


class _LineDelegate(RowDelegate[LineRow]):
    """Paints the number, the words as they look in the document, and what they mean."""

    def height(self, row: LineRow, width: int) -> int:
        return max(LEAST_TARGET, self._inner_height(row, width) + 2 * Space.TIGHT)

    def _inner_height(self, row: LineRow, width: int) -> int:
        words, meaning = self._text_height(row, width), self._meaning_height(row, width)
        return words + Space.HAIR + meaning if self._stacked(width) else max(words, meaning)

    def draw(self, painter: QPainter, row: LineRow, rect: QRect, *, mirrored: bool) -> None:
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        tokens, width = self.theme.tokens, rect.width()

        def put(block: TextBlock, x: int, y: int, color: str) -> None:
            place = QRect(x, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), y, QColor(color))

        if row.doubt:
            bar = QRect(rect.left() + 2, rect.top() + Space.HAIR, 4, rect.height() - Space.TIGHT)
            painter.fillRect(QStyle.visualRect(towards, rect, bar), QColor(tokens.warn))
        top = rect.top() + (rect.height() - self._inner_height(row, width)) // 2
        number = TextBlock(row.number, self._small(), self._left(), snug=True)
        put(number, rect.left() + Space.SNUG, top + 2, tokens.muted)
        left = rect.left() + self._left() + self._indent(row)
        if row.listed:
            bullet = TextBlock("•", self._font(row), self._indent(row), snug=True)
            put(bullet, left - self.theme.scaled(16), top, tokens.muted)
        if row.apart:
            tall = self._text_height(row, width)
            bar = QRect(left - self.theme.scaled(12), top, 3, tall)
            painter.fillRect(QStyle.visualRect(towards, rect, bar), QColor(tokens.line_strong))
        put(self._text(row, width), left, top, tokens.muted if row.left_out else tokens.ink)
        at, y = self._meaning_place(row, rect, top)
        for text, font, color in self._meaning(row):
            block = TextBlock(text, font, self._meaning_room(row, width), snug=True)
            put(block, at, y, color)
            y += block.height + 2
        painter.fillRect(rect.left(), rect.bottom(), width, 1, QColor(tokens.line))

    def _stacked(self, width: int) -> bool:
        return width < self.theme.scaled(_WIDTH_FOR_COLUMNS)

    def _left(self) -> int:
        return Space.SNUG + self.theme.scaled(_NUMBER)

    def _indent(self, row: LineRow) -> int:
        return self.theme.scaled(18) if row.listed or row.apart else 0

    def _room(self, row: LineRow, width: int) -> int:
        beside = 0 if self._stacked(width) else self.theme.scaled(_MEANING) + Space.BASE
        return max(60, width - self._left() - self._indent(row) - beside - Space.SNUG)

    def _font(self, row: LineRow) -> QFont:
        return self.theme.font(Size.TEXT, bold=row.strong)

    def _small(self) -> QFont:
        return self.theme.font(Size.FINE, tabular=True)

    def _text(self, row: LineRow, width: int) -> TextBlock:
        return TextBlock(row.text[:_MOST_SHOWN], self._font(row), self._room(row, width), snug=True)

    def _text_height(self, row: LineRow, width: int) -> int:
        font = self._font(row)
        # Most lines are short, and need not be broken to know how tall they are.
        if len(row.text) * font.pixelSize() < self._room(row, width) and "\n" not in row.text:
            return text_size("", font, width)[1]
        return self._text(row, width).height

    def _meaning(self, row: LineRow) -> list[tuple[str, QFont, str]]:
        """Return what is said of a line, each with its font and its color."""
        tokens, bold = self.theme.tokens, self.theme.font(Size.NOTE, bold=True)
        said = [(row.meaning, bold, tokens.muted if row.left_out else tokens.accent)]
        if row.detail:
            plain = self.theme.font(Size.NOTE, tabular=True)
            said.append((row.detail[:_MOST_SHOWN], plain, tokens.muted))
        if row.doubt:
            said.append((row.doubt, bold, tokens.warn))
        return said

    def _meaning_room(self, row: LineRow, width: int) -> int:
        return self._room(row, width) if self._stacked(width) else self.theme.scaled(_MEANING)

    def _meaning_height(self, row: LineRow, width: int) -> int:
        room = self._meaning_room(row, width)
        return sum(text_size(text, font, room)[1] + 2 for text, font, _ in self._meaning(row)) - 2

    def _meaning_place(self, row: LineRow, rect: QRect, top: int) -> tuple[int, int]:
        if self._stacked(rect.width()):
            below = self._text_height(row, rect.width()) + Space.HAIR
            return rect.left() + self._left() + self._indent(row), top + below
        return rect.right() - self.theme.scaled(_MEANING) - Space.SNUG, top
