"""How the cells of the matrix are painted: in two or three lines each, or in one line a circle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dialogue_desk.domain.overview.arrivals import Sign
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index
from dialogue_desk.ui.widgets.text_block import TextBlock

CELL = Qt.ItemDataRole.UserRole

_LEAST_ROW = 60
_MARK = 22
_EDGE = Space.TIGHT
_CORNER = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: a strong line, a quiet line, and lines that ask for attention.

    ``mark`` is the icon in its ring; a ``missing`` session has a dashed ring without an icon.  ``figure`` is
    what is left of a session in one line a circle, beside its ``signs``.
    """

    strong: str
    quiet: str
    attention: tuple[str, ...] = ()
    mark: str = ""
    missing: bool = False
    figure: str = ""
    signs: frozenset[Sign] = frozenset()


class RoomyCells(QStyledItemDelegate):
    """Paints what a cell says in words."""

    def __init__(self, theme: AppTheme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        blocks = self._blocks(index.data(CELL), width)
        tall = sum(block.height + 2 for block, _ in blocks) + 2 * Space.SNUG
        return QSize(width, max(self._theme.scaled(_LEAST_ROW), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        cell: Cell = index.data(CELL)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        if state & QStyle.StateFlag.State_MouseOver and not cell.missing and index.column():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -4), 9, 9)
        direction = self._view.layoutDirection()
        blocks = self._blocks(cell, rect.width())
        side, indent = self._theme.scaled(_MARK), self._indent(cell)
        y = rect.top() + (rect.height() - sum(block.height + 2 for block, _ in blocks)) // 2
        if indent:
            first = blocks[0][0].height
            mark = QRect(rect.left() + _EDGE, y + (first - side) // 2, side, side)
            self._draw_mark(painter, cell, QRectF(QStyle.visualRect(direction, rect, mark)))
        for block, colour in blocks:
            place = QRect(rect.left() + _EDGE + indent, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(direction, rect, place).left(), y, QColor(colour))
            y += block.height + 2
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self._theme.draw_ring(painter, QRectF(rect).adjusted(2, 2, -2, -3), 9)
        painter.restore()

    def _draw_mark(self, painter: QPainter, cell: Cell, mark: QRectF) -> None:
        tokens = self._theme.tokens
        box = mark.adjusted(1, 1, -1, -1)
        if cell.missing:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.line_strong), 1.4, Qt.PenStyle.DashLine))
            painter.drawEllipse(box)
            return
        done = cell.mark == "check"
        painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(tokens.warn), 1.6))
        painter.setBrush(QColor(tokens.accent if done else tokens.surface))
        painter.drawEllipse(box)
        inset = box.width() * 0.2
        inner = box.adjusted(inset, inset, -inset, -inset)
        self._theme.icons.draw(painter, inner, cell.mark, tokens.on_accent if done else tokens.warn)

    def _indent(self, cell: Cell) -> int:
        return self._theme.scaled(_MARK) + Space.TIGHT if cell.mark or cell.missing else 0

    def _blocks(self, cell: Cell, width: int) -> list[tuple[TextBlock, str]]:
        theme, tokens = self._theme, self._theme.tokens
        room = max(40, width - self._indent(cell) - 2 * _EDGE)
        texts = [(cell.strong, theme.font(Size.TEXT, bold=True), tokens.ink)] if cell.strong else []
        texts.append((cell.quiet, theme.font(Size.NOTE), tokens.muted))
        texts += [(text, theme.font(Size.NOTE, bold=True), tokens.warn) for text in cell.attention]
        return [(TextBlock(text, font, room, snug=True), colour) for text, font, colour in texts]


class DenseCells(QStyledItemDelegate):
    """Paints one line a circle: its code and place, then how many people came to each session."""

    def __init__(self, theme: AppTheme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(rect).adjusted(1, 1, -1, -1)
        if cell.strong and not cell.figure:
            self._paint_circle(painter, cell, rect)
        else:
            paint_session(painter, self._theme, box, cell, mirrored=mirrored)
            if state & QStyle.StateFlag.State_MouseOver and not cell.missing:
                painter.setPen(QPen(QColor(self._theme.tokens.accent), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), _CORNER, _CORNER)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self._theme.draw_ring(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER)
        painter.restore()

    def _paint_circle(self, painter: QPainter, cell: Cell, rect: QRect) -> None:
        theme, direction = self._theme, self._view.layoutDirection()
        bold, plain = theme.font(Size.NOTE, bold=True, tabular=True), theme.font(Size.NOTE)
        wide = min(QFontMetrics(bold).horizontalAdvance(cell.strong), rect.width() - 2 * Space.SNUG)
        left = rect.left() + Space.SNUG
        room = rect.right() - Space.HAIR - (left + wide + Space.TIGHT)
        for text, font, colour, place in (
            (cell.strong, bold, theme.tokens.ink, QRect(left, rect.top(), wide + 1, rect.height())),
            (
                cell.quiet,
                plain,
                theme.tokens.muted,
                QRect(left + wide + Space.TIGHT, rect.top(), room, rect.height()),
            ),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            one_line = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            side = (
                Qt.AlignmentFlag.AlignRight
                if direction is Qt.LayoutDirection.RightToLeft
                else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(
                QStyle.visualRect(direction, rect, place),
                side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute,
                one_line,
            )


def paint_session(painter: QPainter, theme: AppTheme, box: QRectF, cell: Cell, *, mirrored: bool) -> None:
    """Paint one session in one line: what it says differs in shape, not in colour alone."""
    tokens, signs = theme.tokens, cell.signs
    if Sign.GAP in signs:
        painter.setPen(QPen(QColor(tokens.warn), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        return
    warns = bool(signs & {Sign.CHOICE, Sign.FEWER})
    painter.setFont(theme.font(Size.NOTE, bold=warns, tabular=True))
    if cell.missing:
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "·")
        return
    edge = tokens.accent if Sign.NO_NOTES in signs else tokens.warn if Sign.CHOICE in signs else ""
    soft = tokens.warn_soft if Sign.CHOICE in signs else tokens.accent_soft
    painter.setPen(QPen(QColor(edge), 1.2) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface if Sign.NO_NOTES in signs else soft))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6) if edge else box, _CORNER, _CORNER)
    ink = QColor(tokens.warn if warns else tokens.ink)
    _paint_figure(painter, box, cell, ink)
    _paint_corners(painter, theme, box, signs, mirrored=mirrored)


def _paint_figure(painter: QPainter, box: QRectF, cell: Cell, ink: QColor) -> None:
    """Paint how many people came, with ? for a choice, ... for an open session, an arrow for fewer people."""
    text = cell.figure
    text += " ?" if Sign.CHOICE in cell.signs else ""
    text += " …" if Sign.OPEN in cell.signs else ""
    metrics = painter.fontMetrics()
    arrow = metrics.height() * 0.5 if Sign.FEWER in cell.signs else 0.0
    painter.setPen(ink)
    wide = metrics.horizontalAdvance(text)
    left = box.center().x() - (wide + arrow) / 2
    painter.drawText(QRectF(left, box.top(), wide + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
    if arrow:
        reach = arrow * 0.42
        x, y = left + wide + arrow * 0.75, box.center().y()
        painter.setPen(QPen(ink, max(1.5, arrow / 6)))
        painter.drawLine(QPointF(x, y - reach * 1.3), QPointF(x, y + reach * 1.3))
        painter.drawLine(QPointF(x - reach, y + reach * 0.3), QPointF(x, y + reach * 1.3))
        painter.drawLine(QPointF(x + reach, y + reach * 0.3), QPointF(x, y + reach * 1.3))


def _paint_corners(
    painter: QPainter, theme: AppTheme, box: QRectF, signs: frozenset[Sign], *, mirrored: bool
) -> None:
    """Paint a triangle for another guide where reading begins, a dot for a change where it ends."""
    near, far = (box.right(), box.left()) if mirrored else (box.left(), box.right())
    inward, side = (-1 if mirrored else 1), theme.scaled(7)
    painter.setPen(Qt.PenStyle.NoPen)
    if Sign.OTHER_GUIDE in signs:
        painter.setBrush(QColor(theme.tokens.accent))
        corner = QPointF(near, box.top())
        painter.drawPolygon(
            QPolygonF([corner, corner + QPointF(inward * side, 0), corner + QPointF(0, side)])
        )
    if Sign.NEWS in signs:
        painter.setBrush(QColor(theme.tokens.warn))
        painter.drawEllipse(
            QPointF(far - inward * side * 0.6, box.top() + side * 0.6), side * 0.36, side * 0.36
        )
