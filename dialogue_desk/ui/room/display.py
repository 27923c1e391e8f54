"""The picture for the room: a question, rules, lines, the time as a shrinking shape, or nothing."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.room.room_sheet import RoomContent, RoomMode
from dialogue_desk.ui.room.room_typesetting import TextLayout, Typesetter, sized
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.ui.widgets.ring import Pace
from dialogue_desk.ui.widgets.text_block import TextBlock
from dialogue_desk.words.times import clock_text

_SHAPE = 0.74
"""How much of the height the shape of the time takes."""


class RoomDisplay(QWidget):
    """Shows a :class:`Sheet` in the largest type that holds, at any size: on a wall, or small on the laptop.

    Args:
        theme: where its type comes from.  Its colours follow the room, not the laptop.
    """

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._tokens = {True: Tokens.load("dark"), False: Tokens.load("light")}
        self._content = RoomContent()
        self._set: tuple[object, TextLayout] = (None, TextLayout())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def content(self) -> RoomContent:
        """What is shown."""
        return self._content

    def show_content(self, sheet: RoomContent) -> None:
        """Show something else; what is seen already is not painted again."""
        if _seen(sheet) != _seen(self._content):
            self.update()
        self._content = sheet

    def text_layout(self) -> TextLayout:
        """Return the text as it is set for the size of this picture."""
        sheet = self._content
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        key = (sheet.mode, sheet.texts, self.size(), mirrored)
        if self._set[0] != key:
            typesetter = Typesetter(self._theme.font(), self.width(), self.height(), mirrored=mirrored)
            sets = {RoomMode.RULES: typesetter.rules, RoomMode.LINES: typesetter.lines}
            self._set = (key, sets.get(sheet.mode, typesetter.question)(sheet.texts))
        return self._set[1]

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._tokens[self._content.dark]
        match self._content.mode:
            case RoomMode.BLANK:
                painter.fillRect(self.rect(), Qt.GlobalColor.black)
            case RoomMode.TIME:
                painter.fillRect(self.rect(), QColor(tokens.surface))
                self._paint_time(painter, tokens)
            case RoomMode.SILENCE:
                painter.fillRect(self.rect(), QColor(tokens.surface))
                self._paint_silence(painter, tokens)
            case _:
                painter.fillRect(self.rect(), QColor(tokens.surface))
                colours = (QColor(tokens.ink), QColor(tokens.accent), QColor(tokens.line))
                self.text_layout().paint(painter, *colours)
        painter.end()

    def _paint_time(self, painter: QPainter, tokens: Tokens) -> None:
        """A disc that is eaten away clockwise; once the time is over only its rim is left."""
        sheet = self._content
        if not sheet.time.total:
            return
        colour = QColor(tokens.warn if sheet.late else tokens.accent)
        if sheet.time.pace is Pace.PAUSED:
            colour = QColor(tokens.muted)
        side = min(self.height() * _SHAPE, self.width() * _SHAPE)
        figures = self._figures() if sheet.figures else None
        beside = side * 0.16 + figures.width if figures else 0.0
        left = (self.width() - side - beside) / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        disc = QRectF(left + (beside if mirrored else 0.0), (self.height() - side) / 2, side, side)
        over = sheet.time.pace is Pace.OVER
        rim = side * (0.04 if over else 0.012)
        painter.setPen(QPen(colour if over else QColor(tokens.line_strong), rim))
        painter.setBrush(QColor(tokens.background))
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        part = _part(sheet)
        if part >= 1:
            painter.drawEllipse(disc)
        elif part > 0:
            painter.drawPie(disc, 90 * 16, round(360 * 16 * part))
        if figures:
            at = QPointF(left if mirrored else disc.right() + side * 0.16, disc.center().y())
            ink = QColor(tokens.warn if sheet.late else tokens.ink)
            figures.draw(painter, at.x(), at.y() - figures.height / 2, ink)

    def _paint_silence(self, painter: QPainter, tokens: Tokens) -> None:
        """A disc in a halo: it grows small with the time of a silence, and nothing presses."""
        sheet = self._content
        widest = min(self.height(), self.width()) * _SHAPE / 2
        part = math.sqrt(_part(sheet)) if sheet.time.total else 0.5
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, colour in (
            (widest, tokens.background),
            (widest * (part + 1) / 2, tokens.accent_soft),
            (widest * part, tokens.accent),
        ):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, radius, radius)

    def _figures(self) -> TextBlock:
        tall = max(8, round(min(self.height() * 0.26, self.width() * 0.15)))
        font = sized(self._theme.font(bold=True, tabular=True), tall)
        return TextBlock(clock_text(self._content.time.left), font, 100_000, snug=True)


class RoomPreview(RoomDisplay):
    """What the room sees, small, for the laptop: it keeps the shape of a wall."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_content(self, sheet: RoomContent) -> None:
        super().show_content(sheet)
        if sheet.mode is not RoomMode.TIME and self.accessibleDescription() != sheet.accessible_text:
            self.setAccessibleDescription(sheet.accessible_text)

    def sizeHint(self) -> QSize:
        return QSize(256, 144)

    def minimumSizeHint(self) -> QSize:
        return QSize(128, 72)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16


def _part(sheet: RoomContent) -> float:
    return max(0.0, min(1.0, sheet.time.left / sheet.time.total)) if sheet.time.total > 0 else 0.0


def _seen(sheet: RoomContent) -> tuple[object, ...]:
    """What of a sheet makes a difference to the eye."""
    if sheet.mode is RoomMode.BLANK:
        return (sheet.mode,)
    if sheet.mode is RoomMode.SILENCE:
        return sheet.mode, sheet.dark, sheet.time.total > 0, round(_part(sheet) * 3600)
    if sheet.mode is not RoomMode.TIME:
        return sheet.mode, sheet.texts, sheet.dark
    figures = clock_text(sheet.time.left) if sheet.figures else ""
    return sheet.mode, sheet.dark, sheet.figures, figures, sheet.time.pace, round(_part(sheet) * 3600)
