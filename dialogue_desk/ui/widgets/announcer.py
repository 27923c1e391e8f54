"""What is said to screen readers without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks for ``window``.  The same words should also stand somewhere to be read."""

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def announce(self, sentence: str, *, urgent: bool = False) -> None:
        """Say ``sentence`` when the reader comes to a pause; at once only when it is ``urgent``."""
        event = QAccessibleAnnouncementEvent(self._window, sentence)
        manners = QAccessible.AnnouncementPoliteness
        event.setPoliteness(manners.Assertive if urgent else manners.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(sentence)
