"""The lines below the run screen: the speakers' list and the parking lot, of which one is shown at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.speakers_bar import SpeakersBar
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.line_box import LineBox


class BottomBars(QObject):
    """Shows one of the two lines, and brings the speakers' list back when something was parked."""

    focus_released = Signal()
    """The line that had the keyboard is hidden."""

    def __init__(self, speakers: SpeakersBar, parking: ParkingBar, parent: QObject) -> None:
        super().__init__(parent)
        self._speakers, self._parking = speakers, parking
        self._speakers_wait = False
        speakers.closed.connect(self._close_speakers)
        parking.closed.connect(self.close_parking)

    def begin_part(self, people: int) -> None:
        """Begin an empty speakers' list, out of sight."""
        self._speakers.clear(people)
        self._close_speakers()
        self._speakers_wait = False

    def allow(self, people: int) -> None:
        """Take seats up to ``people`` from now on; who waits keeps waiting."""
        self._speakers.allow(people)

    def toggle_speakers(self) -> None:
        """Show the speakers' list, or hide it; it is kept until the part ends."""
        shown = self._speakers.isHidden()
        if shown:
            self._parking.hide()
        self._speakers_wait = False
        self._speakers.setVisible(shown)
        if shown:
            self._speakers.box.setFocus()
        else:
            self.focus_released.emit()

    def show_parking(self) -> None:
        """Be ready for a line that is parked."""
        self._speakers_wait = self._speakers_wait or self._speakers.isVisible()
        self._speakers.hide()
        self._parking.show()
        self._parking.box.setFocus()

    def close_parking(self) -> None:
        """Hide the parking lot; the speakers' list is back if it was there before."""
        self._hide(self._parking)
        self._speakers.setVisible(self._speakers_wait)
        self._speakers_wait = False

    def _close_speakers(self) -> None:
        self._hide(self._speakers)

    def _hide(self, bar: SpeakersBar | ParkingBar) -> None:
        """Hide a line; the keyboard goes back to the part rather than to the next widget."""
        focused = QApplication.focusWidget()
        held = focused is not None and bar.isAncestorOf(focused)
        bar.hide()
        if held:
            self.focus_released.emit()


class ParkingBar(Card):
    """One line for what can wait: it tells ``parked(text)``, and comes back when the session is wrapped up.

    What is typed stays until it is saved, also while the bar is hidden.
    """

    parked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, tr = context.theme, context.words.tr
        self.box = LineBox()
        prompt = tr("Park it for later: what is it about? Enter saves it")
        self.box.setPlaceholderText(prompt)
        self.box.setAccessibleName(tr("Parking lot"))
        self.keep_button = Button(theme, tr("Park it"))
        self._close = Button(theme, tr("Hide this line"), weight=Weight.QUIET, icon="close", bare=True)
        self.box.returnPressed.connect(self._park)
        self.box.escaped.connect(self.closed)
        self.keep_button.clicked.connect(self._park)
        self._close.clicked.connect(self.closed)
        pieces = (IconView(theme, "parking"), (self.box, 1), self.keep_button, self._close)
        edges = (Space.WIDE, Space.TIGHT, Space.SNUG, Space.TIGHT)
        self.column.addLayout(row(*pieces, gap=Space.SNUG, margins=edges))
        self.hide()

    def _park(self) -> None:
        text = self.box.text()
        if text.strip():
            self.parked.emit(text)
