"""Colours, sizes of type and distances, which are set here and nowhere else.

Painted widgets keep the theme and ask it when they paint.  The palette and the style sheet do the rest:
there a widget says what it is with the property ``role``.
"""

from __future__ import annotations

from enum import IntEnum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.fonts import FAMILY, font_files
from dialogue_desk.resources import resource
from dialogue_desk.ui.style.icons import Icons
from dialogue_desk.ui.style.keyboard_use import KeyboardUse
from dialogue_desk.ui.style.spacing import sheet_size, spaced
from dialogue_desk.ui.style.theme_tokens import THEMES, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

SCALES = (100, 125, 150, 175, 200)
"""The text sizes offered, in percent."""

RING_STROKE = 2.5
"""How thick the ring of the keyboard is, in pixels."""

_OTHER_SCRIPTS = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", "DejaVu Sans")
"""The fonts for other scripts, when the laptop has them; otherwise the system chooses one."""


class Size(IntEnum):
    """The sizes of type, in pixels at 100 % text."""

    FINE = 12
    NOTE = 13
    TEXT = 15
    HEADING = 19
    TITLE = 22
    PROMPT = 27
    CLOCK = 58


class Space(IntEnum):
    """The distances between things, in pixels at any text size."""

    HAIR = 4
    TIGHT = 8
    SNUG = 12
    BASE = 16
    WIDE = 24
    VAST = 32


class AppTheme(QObject):
    """Colours and type, which may change while the window is open (``changed``).

    ``wide`` text has more room between letters, words and lines.  ``family`` is the typeface a person chose;
    "" for ours, which also stands in when that one is not on the laptop.
    """

    changed = Signal()

    def __init__(self, name: str, tokens: Tokens, scale: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.tokens = tokens
        self.scale = scale
        self.wide, self.family = False, ""
        self.icons = Icons()
        self.keyboard = KeyboardUse(self)
        self._families = [FAMILY]
        self._app: QApplication | None = None

    @classmethod
    def load(cls, name: str, scale: int = 100) -> AppTheme:
        """Read the theme ``name`` (one of ``THEMES``), with text at ``scale`` percent."""
        return cls(name, Tokens.load(name), _bounded(scale))

    def scaled(self, pixels: int) -> int:
        """Return a length that grows with the text: an icon, a target, a ring."""
        return round(pixels * self.scale / 100)

    def font(self, size: Size = Size.TEXT, *, bold: bool = False, tabular: bool = False) -> QFont:
        """Return the font for painting at ``size``; ``tabular`` gives all digits one width."""
        # Made of families, because a bare QFont has the spacing of the application's font.
        font = QFont([self.family, *self._families] if self.family else self._families)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(self.scaled(size))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return spaced(font) if self.wide else font

    def measure(self, size: Size = Size.TEXT, *, characters: int = 70) -> int:
        """Return the width in pixels of a line of ``characters``, the most for a column of text."""
        return QFontMetrics(self.font(size)).averageCharWidth() * characters

    def draw_ring(self, painter: QPainter, box: QRectF, radius: float) -> None:
        """Paint the ring of the keyboard along ``box``, when a person is at the keyboard."""
        if self.keyboard.shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.tokens.focus), RING_STROKE))
            painter.drawRoundedRect(box, radius, radius)

    def change(
        self,
        *,
        name: str | None = None,
        scale: int | None = None,
        wide: bool | None = None,
        family: str | None = None,
    ) -> None:
        """Change the theme or the text, everywhere at once."""
        if name is not None:
            self.name, self.tokens = name, Tokens.load(name)
        if scale is not None:
            self.scale = _bounded(scale)
        if wide is not None:
            self.wide = wide
        if family is not None:
            self.family = family
        if self._app is not None:
            self._apply_style(self._app)
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give ``app`` the colours and the type, once and before a window is dressed; then use ``change``."""
        app.setStyle("Fusion")
        if FAMILY not in QFontDatabase.families():
            for file in font_files():
                QFontDatabase.addApplicationFont(str(file))
        self._families = [FAMILY, *filter(QFontDatabase.hasFamily, _OTHER_SCRIPTS)]
        self._app = app
        self._apply_style(app)

    def dress(self, window: QWidget) -> None:
        """Give ``window`` the style sheet, now and after each change; what it owns wears it too.

        The sheet is not the application's: Qt would style each widget anew, with all below it, whenever it is
        put into another, so that a page took twice as long to make.
        """
        window.setStyleSheet(self._sheet())

    def _apply_style(self, app: QApplication) -> None:
        app.setPalette(_palette(self.tokens))
        app.setFont(self.font())
        for window in [one for one in app.topLevelWidgets() if one.styleSheet()]:
            # Qt takes a sheet off and puts one on three times as fast as it exchanges one for another.
            window.setStyleSheet("")
            self.dress(window)

    def _sheet(self) -> str:
        colours = {name: getattr(self.tokens, name) for name in Tokens.__slots__}
        sizes = {f"size_{size.name.lower()}": sheet_size(self.scaled(size), wide=self.wide) for size in Size}
        lengths = {f"grown_{n}": f"{self.scaled(n)}px" for n in (6, 22)}
        lengths["text_line"] = f"{QFontMetrics(self.font()).height()}px"
        written = resource("desk.qss").read_text(encoding="utf-8")
        return Template(written).substitute(colours, **sizes, **lengths)


def system_theme(hints: QStyleHints | None = None) -> str:
    """Return the theme that fits what the system asks for: high contrast first, then dark or light.

    ``hints`` are those of the application unless they are given.
    """
    hints = hints or QGuiApplication.styleHints()
    wishes = accessibility_of(hints)
    if wishes is not None and wishes.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def accessibility_of(hints: QStyleHints) -> QAccessibilityHints | None:
    """Return what the system tells of its accessibility; None where Qt is older than 6.10 and cannot tell."""
    told = getattr(hints, "accessibility", None)
    return told() if callable(told) else None


def frame_scheme(theme: str, tokens: Tokens) -> Qt.ColorScheme:
    """Return how the system should draw what is its own, such as title bars, round the colours of a theme.

    ``theme`` is the one that a person chose; "" leaves it to the system, as the theme itself is then.
    """
    if theme not in THEMES:
        return Qt.ColorScheme.Unknown
    dark = QColor(tokens.background).lightness() < QColor(tokens.ink).lightness()
    return Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light


def set_role(widget: QWidget, role: str) -> None:
    """Give ``widget`` a role in the style sheet, also while it is shown."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _bounded(scale: int) -> int:
    return max(SCALES[0], min(SCALES[-1], scale))


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for colour, painted in (
        (tokens.background, (roles.Window,)),
        (tokens.surface, (roles.Base, roles.Button, roles.ToolTipBase, roles.Light)),
        (tokens.rail, (roles.AlternateBase,)),
        (tokens.ink, (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipText)),
        (tokens.muted, (roles.PlaceholderText,)),
        (tokens.accent, (roles.Highlight, roles.Link, roles.LinkVisited, roles.Accent)),
        (tokens.on_accent, (roles.HighlightedText,)),
        (tokens.warn, (roles.BrightText,)),
        (tokens.line, (roles.Midlight, roles.Mid)),
        (tokens.line_strong, (roles.Dark, roles.Shadow)),
    ):
        for role in painted:
            palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
