"""A sheet in front of the window: a title, what there is to read or choose, and buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section


class SheetDialog(QDialog):
    """Holds things in ``column`` and buttons in ``foot``.  Open it with ``open()``; Escape closes it.

    It has ``size``, in pixels at 100 % text, but is never larger than ``window``.
    """

    def __init__(self, theme: AppTheme, title: str, window: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = ScrollColumn(theme)
        self.column.body.setSpacing(Space.SNUG)
        self.column.add(Label(title, "title"))
        self.foot = row(gap=Space.SNUG, margins=(Space.WIDE, 0, Space.WIDE, 0))
        column((self.column, 1), self.foot, gap=None, margins=(0, 0, 0, Space.WIDE), within=self)
        wanted = QSize(*map(theme.scaled, size))
        self.resize(wanted if window is None else wanted.boundedTo(window.size()))
        self._ring = FocusRing(theme, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The text scrolls by pages, whichever button has the focus.
        ways = QAbstractSlider.SliderAction
        turns = {Qt.Key.Key_PageDown: ways.SliderPageStepAdd, Qt.Key.Key_PageUp: ways.SliderPageStepSub}
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
