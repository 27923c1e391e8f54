"""The list of a program's themes, one under its wider one, on which notes can be dropped."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
)
from PySide6.QtWidgets import QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.themes.coded_notes import NOTES
from dialogue_desk.ui.themes.theme_colors import painted_color
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.mark_list import MarkList
from dialogue_desk.ui.widgets.row_list import RowDelegate
from dialogue_desk.ui.widgets.text_block import TextBlock

_BAR = 4
_DEEPEST = 4
"""Themes that are deeper than this are not indented further."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme, or a shelf of notes, with how many circles or notes it has in ``count``.

    It is ``depth`` themes under the widest.  The bar shows ``part`` of ``whole``; there is none when
    ``whole`` is 0.  ``heading`` stands over the first row of a group.  Notes can be dropped on one that
    ``takes`` them; a ``shelf`` is no theme.
    """

    id: str
    title: str
    count: str
    detail: str = ""
    depth: int = 0
    part: int = 0
    whole: int = 0
    color: int = 0
    heading: str = ""
    takes: bool = True
    inside: str = ""
    shelf: bool = False

    @property
    def accessible_text(self) -> str:
        """The row as a sentence; ``inside`` names the wider theme."""
        said = (self.title, self.count, self.detail, self.inside, self.heading)
        return ". ".join(part.rstrip(".") for part in said if part)


class ThemeList(MarkList):
    """``dropped(id, adds)`` tells on which theme notes were dropped, and whether they stay where they were.

    ``menu_wanted`` carries the place on the screen where the menu of the current theme is to open.
    """

    dropped = Signal(str, bool)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme, name)
        self._rows = _ThemeDelegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setAcceptDrops(True)

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NOTES):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self._under(event.position().toPoint())
        self._mark(row.id if row else "")
        if row is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark("")

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._under(event.position().toPoint())
        self._mark("")
        if row is not None:
            event.acceptProposedAction()
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            # Once the drag is over, because what is dragged will be shown elsewhere.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(row.id, adds))

    def _under(self, place: QPoint) -> ThemeRow | None:
        index = self.indexAt(place)
        row = self.rows()[index.row()] if index.isValid() else None
        return row if isinstance(row, ThemeRow) and row.takes else None

    def _mark(self, row_id: str) -> None:
        if row_id != self._rows.target:
            self._rows.target = row_id
            self.viewport().update()


class _ThemeDelegate(RowDelegate[ThemeRow]):
    target = ""
    """The row on which notes would be dropped now."""

    def height(self, row: ThemeRow, width: int) -> int:
        return self._over(row) + max(LEAST_TARGET, self._content(row, width) + 2 * Space.TIGHT)

    def body(self, row: ThemeRow, room: QRect) -> QRect:
        return room.adjusted(0, self._over(row), 0, 0)

    def draw(self, painter: QPainter, row: ThemeRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        body = self.body(row, rect)

        def place(block: TextBlock, left: int, top: int) -> None:
            spot = QRect(left, top, block.width, block.height)
            ink = tokens.ink if block is title else tokens.muted
            block.draw(painter, QStyle.visualRect(towards, rect, spot).left(), top, QColor(ink))

        def fill(box: QRect, color: str) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            radius = min(3.0, box.height() / 2)
            painter.drawRoundedRect(QRectF(QStyle.visualRect(towards, rect, box)), radius, radius)

        if row.id == self.target:
            self._draw_target(painter, body)
        title, count, detail = self._blocks(row, rect.width())
        if row.heading:
            heading = self._heading(row, rect.width())
            place(heading, rect.left() + Space.TIGHT, body.top() - heading.height - Space.HAIR)
        left, right = rect.left() + self._indent(row), rect.right() - Space.TIGHT
        y = body.top() + (body.height() - self._content(row, rect.width())) // 2
        if color := painted_color(row.color, tokens):
            side = self.theme.scaled(10)
            fill(QRect(left, y + (title.height - side) // 2, side, side), color)
        place(title, left + self._mark_width(row), y)
        place(count, right - count.width, y + (title.height - count.height) // 2)
        y += title.height
        if row.whole:
            thick, room = self.theme.scaled(_BAR), right - left
            for ink, long in ((tokens.line, room), (tokens.accent, room * row.part // row.whole)):
                fill(QRect(left, y + Space.HAIR // 2, long, thick), ink)
            y += thick + Space.HAIR
        place(detail, left, y)

    def _content(self, row: ThemeRow, width: int) -> int:
        """Return the height of what is painted of a row."""
        title, _, detail = self._blocks(row, width)
        bar = self.theme.scaled(_BAR) + Space.HAIR if row.whole else 0
        return title.height + bar + (detail.height if row.detail else 0)

    def _draw_target(self, painter: QPainter, body: QRect) -> None:
        tokens = self.theme.tokens
        self.ground(painter, body, tokens.accent_soft)
        painter.setPen(QColor(tokens.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(body).adjusted(2, 2, -2, -2), 9, 9)

    def _blocks(self, row: ThemeRow, width: int) -> tuple[TextBlock, TextBlock, TextBlock]:
        room = max(60, width - self._indent(row) - Space.TIGHT)
        count = TextBlock(row.count, self.theme.font(Size.NOTE, tabular=True), room, snug=True)
        beside = max(40, room - self._mark_width(row) - count.width - Space.TIGHT)
        bold = not row.shelf and not row.depth
        return (
            TextBlock(row.title, self.theme.font(Size.TEXT, bold=bold), beside, snug=True),
            count,
            TextBlock(row.detail, self.theme.font(Size.FINE), room, snug=True),
        )

    def _heading(self, row: ThemeRow, width: int) -> TextBlock:
        font = self.theme.font(Size.FINE, bold=True)
        return TextBlock(row.heading, font, max(60, width - 2 * Space.TIGHT), snug=True)

    def _over(self, row: ThemeRow) -> int:
        return self._heading(row, self.width()).height + Space.BASE + Space.HAIR if row.heading else 0

    def _mark_width(self, row: ThemeRow) -> int:
        return self.theme.scaled(10) + Space.TIGHT if painted_color(row.color, self.theme.tokens) else 0

    def _indent(self, row: ThemeRow) -> int:
        return Space.TIGHT + min(row.depth, _DEEPEST) * self.theme.scaled(18)
