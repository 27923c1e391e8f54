"""The pages in the center of the run screen: what the keys of the screen can do with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row


class Overlay(QWidget):
    """A page that can lie over the part: a sheet or a tool, with one primary button.

    Pages without a primary button, or with a way of their own to go, override the methods.
    """

    closed = Signal()
    """A person wants the page to go."""
    room_display_wanted = Signal()
    """A person wants the room to see what the page is about."""

    primary: Button
    alone = False
    """Whether it has the width of the parts and the notes too while it is shown."""

    def focus_next(self) -> None:
        """Put the keyboard on what a person would do next."""
        self.primary.setFocus()

    def press_primary(self) -> bool:
        """Press the primary button; return False when the page leaves the press to the session."""
        self.primary.click()
        return True

    def press_back(self) -> bool:
        """Go back in the page; return False when it leaves the press to the session."""
        return False

    def put_away(self) -> None:
        """Ask to be put away."""
        self.closed.emit()

    def lay_out_as_card(self, card: Card, widest: int) -> None:
        """Lay out the page as one card in the middle, at most ``widest`` pixels wide."""
        card.setMaximumWidth(widest)
        line = row(STRETCH, (card, 20), STRETCH, gap=None)
        column(STRETCH, line, 2, gap=None, margins=Space.WIDE, within=self)


class Sheet(Overlay):
    """A sheet that asks for an answer: Enter gives it, Escape puts the sheet away, and Space does nothing."""

    def accept(self) -> None:
        """Give the answer, as Enter does."""
        raise NotImplementedError

    def press_primary(self) -> bool:
        return False

    def put_away(self) -> None:
        if self.isVisible():  # a page that is folded away stays
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.isAutoRepeat():
            event.ignore()
        elif enter and not isinstance(self.focusWidget(), QPushButton):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
