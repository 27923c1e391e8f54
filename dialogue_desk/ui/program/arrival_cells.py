"""How the cells of the matrix are painted: in two or three lines each, or in one line a circle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
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
        self._tiles: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._tiles.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if cell.strong and not cell.figure:
            self._paint_circle(painter, cell, rect, inset_of(index.column()))
        else:
            painter.drawPixmap(rect.topLeft(), self._tile(cell, rect.size()))
        pointed = state & QStyle.StateFlag.State_MouseOver and cell.figure
        focused = state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus()
        if not pointed and not focused:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(1.6, 1.6, -1.6, -1.6)
        if pointed:
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _CORNER, _CORNER)
        if focused:
            self._theme.draw_ring(painter, box, _CORNER)
        painter.restore()

    def _tile(self, cell: Cell, size: QSize) -> QPixmap:
        """Return the picture of a session, painted once for all that look the same."""
        ratio = self._view.devicePixelRatioF()
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        key = (cell.figure, cell.signs, cell.missing, size.width(), size.height(), ratio, mirrored)
        if key not in self._tiles:
            tile = QPixmap(size * ratio)
            tile.setDevicePixelRatio(ratio)
            tile.fill(Qt.GlobalColor.transparent)
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(0, 0, size.width(), size.height()).adjusted(1, 1, -1, -1)
            paint_session(painter, self._theme, box, cell, mirrored=mirrored)
            painter.end()
            self._tiles[key] = tile
        return self._tiles[key]

    def _paint_circle(self, painter: QPainter, cell: Cell, rect: QRect, inset: int) -> None:
        """Paint the code and, as far as there is room, the place: the whole of it is under the pointer."""
        tokens, direction = self._theme.tokens, self._view.layoutDirection()
        reads_leftward = direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if reads_leftward else Qt.AlignmentFlag.AlignLeft
        align = (
            side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        )
        left, end = rect.left() + inset, rect.right() - Space.HAIR
        for text, bold, colour in ((cell.strong, True, tokens.ink), (cell.quiet, False, tokens.muted)):
            painter.setFont(self._theme.font(Size.NOTE, bold=bold, tabular=True))
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            room = max(0, end - left)
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            place = QRect(left, rect.top(), room, rect.height())
            painter.drawText(QStyle.visualRect(direction, rect, place), align, line)
            left += metrics.horizontalAdvance(line) + Space.TIGHT


def inset_of(column: int) -> int:
    """Return how far the words of a column of circles are from its edge: a second block is set apart."""
    return Space.WIDE if column else Space.SNUG


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
