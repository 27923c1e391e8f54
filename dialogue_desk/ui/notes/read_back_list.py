"""The list of the lines that are read to the circle, in large type, with the current one in the middle."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import NoteBox, keep_from_shortcuts
from dialogue_desk.ui.notes.read_back_rows import ReadRow
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_LEAST = 116
_WIDTH_FOR_LABEL = 800
"""The least width of a row, in pixels at 100 % text, at which the kind is beside the words."""
_MOST_LINES = 6
"""More lines scroll in the box."""
_LABEL = 190
"""How wide the kind is there."""


class ReadBackList(RowList):
    """Space marks a line as read and goes on, Shift+Space removes the mark, Enter edits it in its place.

    ``marked`` is for the mouse: a line, and whether it was read.  ``edited`` carries a line and its new text.
    """

    went_to = Signal(str)
    ticked = Signal(str)
    unticked = Signal(str)
    marked = Signal(str, bool)
    edit_wanted = Signal()
    editing = Signal(bool)
    """A line is edited in its place, or no longer."""
    edited = Signal(str, str)
    kind_wanted = Signal(str)
    consent_wanted = Signal(str)
    removal_wanted = Signal(str)

    _resized = False

    def __init__(self, context: Context) -> None:
        super().__init__(context.words.tr("Notes to read"))
        self._theme = context.theme
        self._delegate = _ReadDelegate(context.theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setProperty("role", "card")
        self._filling = self._by_hand = False
        self._edited = ""
        self._box = _EditBox()
        self._box.setParent(self.viewport())
        self._box.hide()
        self._box.setAccessibleName(context.words.tr("Edit: Enter saves, Escape cancels"))
        self._box.entered.connect(self.keep_what_is_typed)
        self._box.escaped.connect(self.end_editing)
        self._box.left.connect(self.keep_what_is_typed)
        self._box.textChanged.connect(self._place_box)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_box())
        context.theme.changed.connect(self._dress_box)
        self._dress_box()
        self._tell_keys(context)

    def show_lines(self, rows: list[ReadRow], here: str) -> None:
        """Show the lines, with ``here`` as the current one."""
        self._filling = True
        self.show_rows([replace(row, on=row.id == here) for row in rows])
        self.go_to(here)
        self._filling = False
        self.centre()
        if self._edited and all(row.id != self._edited for row in rows):
            self.end_editing()
        self._place_box()

    def centre(self) -> None:
        """Scroll the current line into the middle."""
        hints = QAbstractItemView.ScrollHint
        if self.currentIndex().isValid():
            hint = hints.EnsureVisible if self._by_hand else hints.PositionAtCenter
            self.scrollTo(self.currentIndex(), hint)

    def edit_current(self) -> None:
        """Edit the current line in its place."""
        row = next((one for one in self.rows() if one.id == self.current_id()), None)
        if not isinstance(row, ReadRow):
            return
        self._edited = row.id
        self._box.setPlainText(row.text)
        self._box.moveCursor(self._box.textCursor().MoveOperation.End)
        self._box.show()
        self._place_box()
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        self._box.setFocus()
        self.editing.emit(True)

    def keep_what_is_typed(self) -> None:
        """Emit what was typed; it stays in its box until :meth:`end_editing` is called."""
        if self._edited:
            self.edited.emit(self._edited, self._box.text())

    def end_editing(self) -> None:
        """Hide the box."""
        if self._edited:
            self._edited = ""
            self._delegate.leave_room_for("", 0)
            self.scheduleDelayedItemsLayout()
            self.editing.emit(False)
        if self._box.hasFocus():
            self.setFocus()
        self._box.hide()

    def sizeHint(self) -> QSize:
        return QSize(480, self._theme.scaled(_LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._theme.scaled(_LEAST))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling and current.row() < len(self.rows()):
            self.went_to.emit(self.rows()[current.row()].id)

    def event(self, event: QEvent) -> bool:
        return keep_from_shortcuts(event, _is_for_menus) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key = self.current_id(), Qt.Key(event.key())
        if not here:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.unticked if back else self.ticked).emit(here)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_wanted.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit(here)
        elif _is_for_menus(event):
            (self.kind_wanted if key == Qt.Key.Key_K else self.consent_wanted).emit(here)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the tick of the line whose mark is pressed; the list does not scroll under the mouse."""
        row = self._marked_at(event)
        self._by_hand = True
        super().mousePressEvent(event)
        if row is not None:
            self.marked.emit(row.id, not row.read)
        self._by_hand = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized = True
        self._place_box()

    def _marked_at(self, event: QMouseEvent) -> ReadRow | None:
        index = self.indexAt(event.position().toPoint())
        row = self.rows()[index.row()] if index.isValid() else None
        if not isinstance(row, ReadRow):
            return None
        line = self._delegate.line_of(row, self.visualRect(index))
        mark = self._delegate.mark_of(line, mirrored=self.isRightToLeft())
        return row if mark.adjusted(-8, -8, 8, 8).contains(event.position()) else None

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if self._resized:
            self._resized = False
            self.centre()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_box()

    def _place_box(self) -> None:
        """Put the box over the words of its row, which becomes as high as what is typed."""
        place = next((n for n, row in enumerate(self.rows()) if row.id == self._edited), None)
        row = None if place is None else self.rows()[place]
        if not isinstance(row, ReadRow) or place is None:
            return
        room = self._delegate.words_of(row, self._delegate.width())
        lines = min(self._box.document().size().height(), _MOST_LINES)
        inner, margin = self._box.viewport().geometry(), round(self._box.document().documentMargin())
        edges = self._box.height() - inner.height() + 2 * margin
        tall = round(max(lines, 1) * self._box.fontMetrics().lineSpacing()) + edges + Space.HAIR
        if self._delegate.leave_room_for(row.id, tall):
            self.scheduleDelayedItemsLayout()
        rect = self.visualRect(self.model().index(place, 0))
        before = inner.left() + margin
        left = rect.left() + room.left() - before  # the words stay where they were
        wide = min(room.width() + 2 * before, rect.width() - room.left() + before - Space.HAIR)
        spot = QRect(left, rect.top() + room.top(), wide, tall)
        self._box.setGeometry(QStyle.visualRect(self.layoutDirection(), rect, spot))

    def _tell_keys(self, context: Context) -> None:
        tr = context.words.tr
        group = tr("Read back")
        Actions(context.theme, self, context.keys).list_only(
            Action("read", tr("Read. Next"), ("Space",), "", group),
            Action("not read", tr("Not done yet"), ("Shift+Space",), "", group),
            Action("mend", tr("Edit"), ("Return",), "", group),
            Action("kind", tr("Kind"), ("K",), "", group),
            Action("consent", tr("Quote: may it be shared?"), ("Q",), "", group),
            Action("remove", tr("Delete"), ("Del", "Backspace"), "", group),
        )

    def _dress_box(self) -> None:
        self._box.setFont(self._theme.font(Size.TITLE))


class _EditBox(NoteBox):
    """The box in which a line is edited; ``left()`` is emitted when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()


def _is_for_menus(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_K, Qt.Key.Key_Q} and not event.modifiers()


class _ReadDelegate(RowDelegate[ReadRow]):
    """Paints a line with its mark; its kind is beside the words where there is room, else over them."""

    def __init__(self, theme: AppTheme, view: ReadBackList) -> None:
        super().__init__(theme, view)
        self._edited, self._box_height = "", 0

    def leave_room_for(self, edited: str, height: int) -> bool:
        """Make room for a box over the words of a row; whether that changes anything."""
        changed = (edited, height) != (self._edited, self._box_height)
        if changed:
            self._heights.clear()
            self._edited, self._box_height = edited, height
        return changed

    def height(self, row: ReadRow, width: int) -> int:
        _, label, text = self._blocks(row, width)
        words = max(text.height, self._box_height if row.id == self._edited else 0)
        beside = max(words, self._mark_side(), label.height) if self._beside(width) else words
        return self.words_of(row, width).top() + beside + Space.TIGHT

    def draw(self, painter: QPainter, row: ReadRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        above, label, text = self._blocks(row, rect.width())
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        line = self.line_of(row, rect)
        words = self.words_of(row, rect.width()).translated(rect.topLeft())

        def place(block: TextBlock, left: int, y: int, colour: str) -> None:
            spot = QRect(left, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, spot).left(), y, QColor(colour))

        if row.above:
            place(above, rect.left() + Space.BASE, rect.top() + Space.TIGHT, tokens.muted)
        if row.on:
            self.ground(painter, line, tokens.accent_soft)
        self._draw_mark(painter, row, self.mark_of(line, mirrored=mirrored))
        if self._beside(rect.width()):
            left, top = rect.right() - Space.BASE - label.width, words.top() + Space.HAIR
        else:
            left, top = words.left(), words.top() - label.height
        quiet = row.read and not row.on
        place(label, left, top, tokens.muted if quiet else tokens.accent)
        if row.id != self._edited:
            place(text, words.left(), words.top(), tokens.muted if quiet else tokens.ink)

    def line_of(self, row: ReadRow, rect: QRect) -> QRect:
        """Return the rectangle of the line itself, without the heading above it."""
        return rect.adjusted(0, self._head(row, rect.width()), 0, 0)

    def words_of(self, row: ReadRow, width: int) -> QRect:
        """Return where the words of a row are, in a row ``width`` pixels wide."""
        label = 0 if self._beside(width) else self._blocks(row, width)[1].height
        top = self._head(row, width) + Space.TIGHT + label
        return QRect(self._indent(), top, self._room(width), self._mark_side())

    def mark_of(self, rect: QRect, *, mirrored: bool) -> QRectF:
        """Return the rectangle of the mark of a line in ``rect``."""
        side = self._mark_side()
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        mark = QRect(rect.left() + Space.BASE, rect.top() + Space.TIGHT, side, side)
        return QRectF(QStyle.visualRect(towards, rect, mark))

    def _draw_mark(self, painter: QPainter, row: ReadRow, mark: QRectF) -> None:
        tokens = self.theme.tokens
        box = mark.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen if row.read else QPen(QColor(tokens.line_strong), 1.4))
        painter.setBrush(QColor(tokens.accent if row.read else tokens.surface))
        painter.drawEllipse(box)
        if row.read:
            inset = box.width() * 0.2
            inner = box.adjusted(inset, inset, -inset, -inset)
            self.theme.icons.draw(painter, inner, "check", tokens.on_accent)

    def _blocks(self, row: ReadRow, width: int) -> tuple[TextBlock, TextBlock, TextBlock]:
        label = " · ".join(filter(None, (row.label, row.note)))
        room = self._room(width)
        note = self.theme.font(Size.NOTE, bold=True)
        return (
            TextBlock(row.above, note, width - 2 * Space.BASE, snug=True),
            TextBlock(label, note, self.theme.scaled(_LABEL) if self._beside(width) else room, snug=True),
            TextBlock(row.text, self.theme.font(Size.TITLE, bold=row.on), room, snug=True),
        )

    def _head(self, row: ReadRow, width: int) -> int:
        """Return the height of the heading above a line."""
        return self._blocks(row, width)[0].height + Space.TIGHT + Space.HAIR if row.above else 0

    def _beside(self, width: int) -> bool:
        return width >= self.theme.scaled(_WIDTH_FOR_LABEL)

    def _room(self, width: int) -> int:
        beside = self.theme.scaled(_LABEL) + Space.BASE if self._beside(width) else 0
        return max(60, width - self._indent() - Space.BASE - beside)

    def _mark_side(self) -> int:
        return self.theme.scaled(27)

    def _indent(self) -> int:
        return Space.BASE + self._mark_side() + Space.WIDE
