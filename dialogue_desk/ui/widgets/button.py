"""Buttons: the one thing to do next, other things, small things, and places to go to."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from dialogue_desk.ui.style.theme import AppTheme, Size, Space, set_role
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width, text_size
from dialogue_desk.ui.widgets.tipped_button import TippedButton

LEAST_TARGET = 44
"""The least height and width of what can be pressed, in pixels."""


class Weight(StrEnum):
    """What a button is for, which is how much it stands out.

    ``PRIMARY`` is filled: the next act, one on a screen.  ``NORMAL`` is outlined: other acts.  ``QUIET`` is
    text: small acts.  ``PLACE`` leads somewhere and is bold where a person is.  A choice that stays is none
    of these but a chip.
    """

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    PLACE = "place"


class Button(TippedButton):
    """A button at least 44 pixels high; long words wrap onto a second line instead of being cut.

    The ``icon`` is before the words, or after them when it is ``trailing`` (an arrow that leads on).  A
    ``bare`` button shows the icon alone, and its words become its name and its tooltip.  The words of a
    ``leading`` button begin where reading begins, as in a list of places; else they are in the middle.
    """

    leading = False
    spoken_as: SpokenAs | None = None

    def __init__(
        self,
        theme: AppTheme,
        text: str,
        *,
        weight: Weight = Weight.NORMAL,
        icon: str = "",
        trailing: bool = False,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._trailing, self._bare = theme, icon, trailing, bare
        self._words = ""
        self._heights: dict[int, int] = {}
        self.weight = weight
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        set_role(self, weight)
        self.setText(text)
        theme.changed.connect(self._resize)

    def setText(self, text: str) -> None:
        """Change its words, which are shown as they are: an ampersand makes no shortcut."""
        if text == self._words:
            return
        self._words = text
        self._heights.clear()
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        if self._bare:
            self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return its words."""
        return self._words

    def show_icon(self, icon: str) -> None:
        """Change its icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_weight(self, weight: Weight) -> None:
        """Stand out more or less: the most likely next step can change while the screen is shown."""
        if weight is self.weight:
            return
        self.weight = weight
        set_role(self, weight)
        self._resize()

    def show_words(self, *, on: bool) -> None:
        """Show icon and words, or the icon alone where there is little room."""
        if self._bare is on:
            self._bare = not on
            self._heights.clear()
            self.setToolTip("" if on else self._words)
            self._resize()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            words = "" if self._bare else self._words
            high = text_size(words, self._type(), self._room(width))[1]
            self._heights[width] = max(LEAST_TARGET, high + 2 * Space.SNUG)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        words = 0 if self._bare else natural_width(self._words, self._type(widest=True)) + 1
        wide = self._chrome_width() + words
        wide = max(wide, self.heightForWidth(wide))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        if self._bare:
            return self.sizeHint()
        longest = max((natural_width(word, self._type()) for word in self._words.split()), default=0) + 1
        wide = max(LEAST_TARGET, self._chrome_width() + longest)
        return QSize(wide, self.heightForWidth(self.sizeHint().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        # The focus ring shows the focus; Fusion would also fill a rectangle behind the words.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colour = self._colour()
        block = self._block(self.width())
        gap = Space.TIGHT if self._icon and not self._bare else 0
        whole = block.width + gap + self._icon_pixels()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        icon_first = self._trailing is mirrored
        left = (self.width() - whole) / 2
        if self.leading and not self._bare:
            left = self.width() - Space.SNUG - whole if mirrored else Space.SNUG
        if self._icon:
            side = self._icon_pixels()
            x = left if icon_first else left + block.width + gap
            place = QRectF(round(x), round((self.height() - side) / 2), side, side)
            self._theme.icons.draw(painter, place, self._icon, colour.name(), mirrored=mirrored)
            left += side + gap if icon_first else 0
        slack = 0 if self.leading else (self._room(self.width()) - block.width) / 2
        block.draw(painter, left - slack, (self.height() - block.height) / 2, colour)
        painter.end()

    def _resize(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def _type(self, *, widest: bool = False) -> QFont:
        """Return its font now, or the ``widest``: a place is as wide when a person is there."""
        here = self.weight is Weight.PLACE and (self.isCheckable() if widest else self.isChecked())
        return self._theme.font(Size.TEXT, bold=here or self.weight is Weight.PRIMARY)

    def _icon_pixels(self) -> int:
        return self._theme.scaled(20) if self._icon else 0

    def _chrome_width(self) -> int:
        sides = 2 * (Space.SNUG if self._bare else Space.BASE)
        return sides + self._icon_pixels() + (Space.TIGHT if self._icon and not self._bare else 0)

    def _room(self, width: int) -> int:
        return max(1, width - self._chrome_width())

    def _block(self, width: int) -> TextBlock:
        words = "" if self._bare else self._words
        align = Qt.AlignmentFlag.AlignLeft if self.leading else Qt.AlignmentFlag.AlignHCenter
        return TextBlock(words, self._type(), self._room(width), align, snug=self.leading)

    def _colour(self) -> QColor:
        tokens = self._theme.tokens
        if not self.isEnabled():
            return QColor(tokens.muted)
        if self.weight is Weight.PRIMARY:
            return QColor(tokens.surface if self.isDown() else tokens.on_accent)
        if self.weight is Weight.PLACE and not self.isChecked():
            return QColor(tokens.muted)
        return QColor(tokens.accent if self.weight is Weight.QUIET else tokens.ink)


class PlaceButton(Button):
    """Leads to one of several places, and is marked while a person is there."""

    # Of the class, because Qt asks but once, when the words are set.
    spoken_as = SpokenAs.PLACE

    def __init__(self, theme: AppTheme, text: str, *, icon: str = "", bare: bool = False) -> None:
        super().__init__(theme, text, weight=Weight.PLACE, icon=icon, bare=bare)
        self.setCheckable(True)


class FoldButton(Button):
    """Shows what is under it, or hides it."""

    spoken_as = SpokenAs.FOLD

    def __init__(self, theme: AppTheme, text: str) -> None:
        super().__init__(theme, text, weight=Weight.QUIET, icon="plus")
        self.setCheckable(True)


def act_on(
    theme: AppTheme, text: str, spoken: str, act: Callable[..., object], weight: Weight = Weight.NORMAL
) -> Button:
    """Return a button of one entry among like ones: who listens hears from ``spoken`` which it acts on."""
    button = Button(theme, text, weight=weight)
    button.setAccessibleName(spoken)
    button.clicked.connect(act)
    return button
