"""The notes of all circles, a line each, so that thousands can be gone through, selected and dragged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.program_overview import CircleNote
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.program_text import source_text
from dialogue_desk.ui.style.theme import Size, Space
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate, RowListModel
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

NOTES = "application/x-dialogue-desk-notes"
"""What is dragged."""

_MOST_LETTERS = 600
"""So many of a note's letters are measured at most: a line holds fewer."""
_AT_ONCE = 400
"""So many rows are laid out at a time."""
_WIDE_ENOUGH = 640
"""From so many pixels on, one line shows most of a note."""


def coded_rows(lines: Iterable[CircleNote], words: Words) -> dict[str, NoteRow]:
    """Return notes as the list shows them, by their ids: kind and spread, text, where it is from, themes."""
    labels: dict[tuple[object, ...], str] = {}
    places: dict[tuple[object, ...], str] = {}
    rows: dict[str, NoteRow] = {}
    for line in lines:
        held = (line.kind, line.spread)
        if held not in labels:
            labels[held] = " · ".join(name_of(one, words) for one in held if one is not None)
        source = (line.circle, line.number, line.language)
        if source not in places:
            places[source] = source_text(*source, words)
        place = f"{places[source]} · {line_code(line.note_id)}"
        rows[line.note_id] = NoteRow(line.note_id, labels[held], line.text, place, line.themes)
    return rows


_DRAGGED = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: Qt asks of each note that is selected."""


class _DraggedModel(RowListModel):
    """Rows that can be dragged onto a theme; which they are, the list says."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _DRAGGED if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [NOTES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(NOTES, "\n".join(self.rows()[index.row()].id for index in indexes).encode())
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


class CodedNotesList(NoteList):
    """Rows of one height, whose selection can be dragged; ``menu_wanted`` carries where a menu is to open."""

    menu_wanted = Signal(QPoint)
    model_class = _DraggedModel

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, context.words.tr("Notes"))
        self._theme, self._words = context.theme, context.words
        self.keys = Actions(context.theme, self, context.keys)
        self._lines = _LineDelegate(context.theme, self)
        self.setItemDelegate(self._lines)
        self.setUniformItemSizes(True)
        # In batches, because Qt asks the model once and again for each of thousands of rows.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def declare(self, action: Action, run: Callable[[], object]) -> QAction:
        """Bind keys of the list to ``run``, and return the action for menus and buttons."""
        live = self.keys.add(action, run)
        live.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        live.setShortcutVisibleInContextMenu(True)
        return live

    def selected_count(self) -> int:
        """Return how many notes are selected, without going through them."""
        parts = self.selectionModel().selection()
        return sum(parts.at(place).height() for place in range(parts.count()))

    def show_under(self, theme: str) -> None:
        """Leave the name of this theme out of the rows, because all stand under it."""
        self._lines.under = theme
        self.viewport().update()

    def is_cut(self, row: NoteRow) -> bool:
        """Whether a row does not show all of a note."""
        return self._lines.is_cut(row)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


class _LineDelegate(RowDelegate[NoteRow]):
    """Paints the text above its kind and themes; where it is from stands at the end."""

    under = ""
    """The theme that is named elsewhere."""

    def height_of(self, row: NoteRow) -> int:
        if not self._width:
            self.begin_layout()
        text, note = (QFontMetrics(self.theme.font(size)).lineSpacing() for size in (Size.TEXT, Size.NOTE))
        return self._text_lines() * text + note + Space.HAIR + 2 * Space.TIGHT

    def is_cut(self, row: NoteRow) -> bool:
        """Whether the text of a row is longer than its lines."""
        shown = self._shown(row, self._room())
        return shown != _plain(row.text) or len(row.text) > _MOST_LETTERS

    def draw(self, painter: QPainter, row: NoteRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        room = rect.adjusted(Space.TIGHT, Space.TIGHT, -Space.TIGHT, -Space.TIGHT)
        text = TextBlock(self._shown(row, room.width()), self.theme.font(), room.width(), snug=True)
        note = self.theme.font(Size.NOTE, tabular=True)
        y = room.bottom() + 1 - QFontMetrics(note).lineSpacing()

        def place(words: str, font: QFont, left: int, wide: int, color: str) -> int:
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, wide)
            block = TextBlock(shown, font, wide, snug=True)
            spot = QRect(left, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, spot).left(), y, QColor(color))
            return block.width

        spot = QRect(room.left(), room.top(), text.width, text.height)
        text.draw(painter, QStyle.visualRect(towards, rect, spot).left(), room.top(), QColor(tokens.ink))
        wide = QFontMetrics(note).horizontalAdvance(row.time)
        place(row.time, note, max(room.left(), room.right() - wide), wide + 2, tokens.muted)
        left, end = room.left(), room.right() - wide - Space.BASE
        left += place(row.label, self.theme.font(Size.NOTE, bold=True), left, end - left, tokens.accent)
        named = "  ".join(f"#{name}" for name in row.themes if name != self.under)
        if named and end - left > self.theme.scaled(60):
            place(named, note, left + Space.SNUG, end - left - Space.SNUG, tokens.muted)
        painter.fillRect(room.left(), rect.bottom(), room.width(), 1, QColor(tokens.line))

    def _text_lines(self) -> int:
        return 1 if self._width >= self.theme.scaled(_WIDE_ENOUGH) else 2

    def _room(self) -> int:
        return max(40, self.width() - 2 * Space.TIGHT)

    def _shown(self, row: NoteRow, width: int) -> str:
        """Return as much of a text as there is room for, on one line or two."""
        lines, text = self._text_lines(), _plain(row.text)
        # The second line begins with a whole word, so that two lines hold less than twice of one.
        room = width if lines == 1 else int(width * 1.8)
        metrics = QFontMetrics(self.theme.font())
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _plain(text: str) -> str:
    """Return the beginning of a text on one line."""
    return " ".join(text[:_MOST_LETTERS].split())
