"""The picture for the room: a question, rules, lines, the time as what shrinks or in figures, or black."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.fonts import figures_file
from dialogue_desk.ui.room.page_typesetting import PageTypesetter
from dialogue_desk.ui.room.room_chart import ChartPicture
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_typesetting import TextLayout, Typesetter
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.ui.widgets.ring import Pace

_SHAPE = 0.74
"""The share of the height that the shape of the time takes."""
_LINE = 12 / 720
"""The share of the height that the line at the foot takes."""
_WAY_OUT = 0.07
"""The share of the height for the line above it, which the picture leaves free."""
_FIGURES, _CLOSE, _WIDEST = 0.34, 94, 0.9
"""How high figures are and how wide at most, as shares of the picture, and how close they stand."""


class RoomDisplay(QWidget):
    """Draws ``content`` in the largest type that fits, on a projector or small on the laptop.

    ``way_out`` is a line above it that says how to close its window.
    The theme gives the type alone: the colours follow the room, not the laptop.
    """

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._tokens = {True: Tokens.load("dark"), False: Tokens.load("light")}
        self.content, self.way_out = RoomContent(), ""
        self._set: tuple[object, TextLayout] = (None, TextLayout())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_content(self, content: RoomContent) -> None:
        """Show something else; it is painted again only when the eye would see a difference."""
        if content.visible_part != self.content.visible_part:
            self.update()
        self.content = content

    def text_layout(self) -> TextLayout:
        """Return the text as it is set for the size of this picture."""
        content = self.content
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        type_of = (self._theme.wide, self._theme.family)
        key = (content.mode, content.texts, content.page, self.size(), mirrored, type_of)
        if self._set[0] != key and content.page is not None:
            setter = PageTypesetter(self._theme.font(), self.width(), self.height(), mirrored=mirrored)
            self._set = (key, setter.layout(content.page))
        elif self._set[0] != key:
            typesetter = Typesetter(self._theme.font(), self.width(), self.height(), mirrored=mirrored)
            rules, lines = typesetter.rules, typesetter.lines
            sets = {RoomMode.RULES: rules, RoomMode.GROUPS: rules, RoomMode.LINES: lines}
            self._set = (key, sets.get(content.mode, typesetter.question)(content.texts))
        return self._set[1]

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self.content
        tokens = self._tokens[content.dark]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black if content.blank else tokens.surface))
        draw = {
            RoomMode.TIME: self._paint_time,
            RoomMode.SILENCE: self._paint_silence,
            RoomMode.CHART: self._paint_chart,
        }
        if not content.blank:
            draw.get(content.mode, self._paint_text)(painter, tokens)
            if content.has_line:
                self._paint_line(painter, tokens)
        if self.way_out:
            self._paint_way_out(painter, self._tokens[content.dark or content.blank])
        painter.end()

    def _paint_way_out(self, painter: QPainter, tokens: Tokens) -> None:
        font, tall = self._theme.font(), round(self.height() * _WAY_OUT)
        font.setPixelSize(max(1, min(QFontInfo(font).pixelSize(), round(tall * 0.7))))
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(0, 0, self.width(), tall, Qt.AlignmentFlag.AlignCenter, self.way_out)

    def _paint_text(self, painter: QPainter, tokens: Tokens) -> None:
        colours = (QColor(tokens.ink), QColor(tokens.accent), QColor(tokens.line))
        self.text_layout().paint(painter, *colours)

    def _paint_chart(self, painter: QPainter, tokens: Tokens) -> None:
        if (chart := self.content.chart) is not None:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            size = self.width(), self.height()
            ChartPicture(chart, self._theme.font(), *size, mirrored=mirrored).paint(painter, tokens)

    def _paint_line(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw the line at the foot: what is left of it is what is left of the time."""
        tall = max(2.0, self.height() * _LINE)
        whole = QRectF(0, self.height() - tall, self.width(), tall)
        over = self.content.time.pace is Pace.OVER
        painter.fillRect(whole, QColor(tokens.warn if over else tokens.line))
        left = QRectF(whole)
        left.setWidth(whole.width() * self.content.share_left)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left.moveRight(whole.right())
        painter.fillRect(left, self._time_color(tokens))

    def _paint_figures(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw the time in figures that nobody takes for others from ten meters: with a plain zero."""
        text = self.content.time.figures
        font = plain_figures(round(self.height() * _FIGURES))
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > self.width() * _WIDEST:
            font = plain_figures(round(font.pixelSize() * self.width() * _WIDEST / wide))
        painter.setFont(font)
        painter.setPen(QColor(tokens.warn if self.content.late else tokens.ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, text)

    def _time_color(self, tokens: Tokens) -> QColor:
        if self.content.time.pace is Pace.PAUSED:
            return QColor(tokens.muted)
        return QColor(tokens.warn if self.content.late else tokens.accent)

    def _paint_time(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw a disc that is eaten away clockwise; once the time is over only its rim is left."""
        content = self.content
        if not content.has_time:
            return
        if content.in_figures:
            self._paint_figures(painter, tokens)
            return
        colour = self._time_color(tokens)
        side = min(self.height(), self.width()) * _SHAPE
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        over = content.time.pace is Pace.OVER
        rim = side * (0.04 if over else 0.012)
        painter.setPen(QPen(colour if over else QColor(tokens.line_strong), rim))
        painter.setBrush(QColor(tokens.background))
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        part = content.share_left
        if part >= 1:
            painter.drawEllipse(disc)
        elif part > 0:
            painter.drawPie(disc, 90 * 16, round(360 * 16 * part))

    def _paint_silence(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw a disc in a halo: a silence has no clock that could press."""
        widest = min(self.height(), self.width()) * _SHAPE / 2
        centre = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, colour in (
            (widest, tokens.background),
            (widest * 0.75, tokens.accent_soft),
            (widest * 0.5, tokens.accent),
        ):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, radius, radius)


@cache
def _figures_family() -> str:
    """Return the family whose figures are drawn; it is loaded when figures are first asked for."""
    found = QFontDatabase.addApplicationFont(str(figures_file()))
    return next(iter(QFontDatabase.applicationFontFamilies(found)), "")


def plain_figures(height: int) -> QFont:
    """Return a font whose figures are ``height`` pixels high and stand close, each as wide as the other."""
    font = QFont(_figures_family())
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setWeight(QFont.Weight.DemiBold)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _CLOSE)
    font.setPixelSize(100)
    font.setPixelSize(max(1, round(height * 100 / QFontMetricsF(font).capHeight())))
    return font


class RoomPreview(RoomDisplay):
    """What the room sees, small on the laptop, in the shape of a projector's picture."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_content(self, content: RoomContent) -> None:
        super().show_content(content)
        read = content.blank or content.mode is not RoomMode.TIME
        if read and self.accessibleDescription() != content.accessible_text:
            self.setAccessibleDescription(content.accessible_text)

    def sizeHint(self) -> QSize:
        return QSize(256, 144)

    def minimumSizeHint(self) -> QSize:
        return QSize(128, 72)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16
