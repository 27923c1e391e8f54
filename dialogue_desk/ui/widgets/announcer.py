"""Has screen readers say something without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks for ``window``.  The same words should also be shown somewhere."""

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def announce(self, sentence: str, *, urgent: bool = False) -> None:
        """Say ``sentence`` at the screen reader's next pause, or at once when it is ``urgent``."""
        event = QAccessibleAnnouncementEvent(self._window, sentence)
        manners = QAccessible.AnnouncementPoliteness
        event.setPoliteness(manners.Assertive if urgent else manners.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(sentence)
