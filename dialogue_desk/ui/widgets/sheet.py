"""A sheet in front of the window: a title, what there is to read or choose, and buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.rounded import RoundedDialog
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section

NARROW, WIDE = 560, 760
"""The two widths of sheets, in pixels at 100 % text."""

_APART = Space.VAST
"""How much of the window is seen around a sheet, at least."""


class SheetDialog(RoundedDialog):
    """Holds things in ``column`` and buttons in ``foot``.  Open it with ``open()``; Escape closes it.

    It is as high as what is in it, also when that grows, and scrolls where ``window`` is too small.  A line
    holds so many ``characters``.
    """

    def __init__(
        self,
        theme: AppTheme,
        title: str,
        window: QWidget | None,
        *,
        wide: bool = False,
        characters: int = 70,
    ) -> None:
        super().__init__(theme, window)
        self._wanted = WIDE if wide else NARROW
        self.setWindowTitle(title)
        self.column = ScrollColumn(theme, characters=characters)
        self.column.body.setSpacing(Space.SNUG)
        self.column.add(Label(title, "title"))
        self.foot = row(gap=Space.SNUG, margins=(Space.WIDE, Space.SNUG, Space.WIDE, 0))
        self._more_below = Hairline()
        self._lines = column(
            (self.column, 1), self._more_below, self.foot, margins=(1, 1, 1, Space.WIDE), within=self
        )
        self._scrolled: tuple[QWidget, int, int] | None = None
        self._growth = QTimer(self, singleShot=True, interval=0)
        self._growth.timeout.connect(self._grow)
        self.column.ground.installEventFilter(self)
        self._ring = FocusRing(theme, self)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        self._fill_room()
        self.resize(self._fitting())
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._growth.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The text scrolls by pages and to its ends, whichever button has the focus.
        ways = QAbstractSlider.SliderAction
        turns = {
            Qt.Key.Key_PageDown: ways.SliderPageStepAdd,
            Qt.Key.Key_PageUp: ways.SliderPageStepSub,
            Qt.Key.Key_Home: ways.SliderToMinimum,
            Qt.Key.Key_End: ways.SliderToMaximum,
        }
        turn = turns.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self.column.verticalScrollBar().triggerAction(turn)

    def add_button(
        self, text: str, press: Callable[..., object], *, weight: Weight = Weight.NORMAL, icon: str = ""
    ) -> Button:
        """Put a button at the foot that calls ``press``."""
        button = Button(self._theme, text, weight=weight, icon=icon)
        button.clicked.connect(press)
        self.foot.addWidget(button)
        return button

    def begin_section(self, title: str, count: str = "") -> None:
        """Put a small heading over what is added next, nearer to it than to what is above."""
        self.column.body.addSpacing(Space.SNUG)
        self.column.add(Section(title, count))

    def let_scroll(self, scrolled: QWidget, least: int, most: int) -> None:
        """Make a list or a text so high that it scrolls and not the sheet, where the window has the room.

        It is ``most`` pixels high at 100 % text where there is room, and at least ``least`` pixels.
        """
        self._scrolled = (scrolled, least, most)

    def _fill_room(self) -> None:
        if self._scrolled is not None:
            scrolled, least, most = self._scrolled
            scrolled.setFixedHeight(least)
            spare = self._room().height() - self._fitting().height()
            scrolled.setFixedHeight(max(least, min(least + spare, self._theme.scaled(most))))
            self.column.lay_out_now()

    def _room(self) -> QSize:
        window = self.parentWidget()
        room = self.screen().availableSize() if window is None else window.window().size()
        return room - QSize(2 * _APART, 2 * _APART)

    def _fitting(self) -> QSize:
        """Return the size at which all of it is seen, or as much as the window has room for."""
        room = self._room()
        width = min(self._theme.scaled(self._wanted), room.width())
        edges = self._lines.contentsMargins()
        inner = width - edges.left() - edges.right()
        foot = max(self.foot.heightForWidth(inner), self.foot.sizeHint().height())
        content = self.column.height_at(inner)
        around = edges.top() + edges.bottom() + foot + 1
        self._more_below.setVisible(content + around > room.height())
        return QSize(width, min(content + around, room.height()))

    def _grow(self) -> None:
        """Become as high as what is in it, when that has grown."""
        fitting = self._fitting()
        if fitting.height() <= self.height():
            return
        middle = self.geometry().center()
        window = self.parentWidget()
        if window is not None:
            middle = window.window().mapToGlobal(window.window().rect().center())
        place = QRect(middle, fitting)
        place.moveCenter(middle)
        self.setGeometry(place)
