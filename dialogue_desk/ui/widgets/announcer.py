"""Has screen readers say something without moving the focus."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.widgets.spoken_roles import SpokenAs

_KEPT = 3
"""A reader asks for the words a moment after it is told of them; so long several have to stay."""


class Announcer(QObject):
    """Speaks for ``window`` while it is shown.  The same words should also be shown somewhere.

    A reader hears each sentence once: as an announcement, or, where ``hears_announcements`` says that it
    knows none, as a message that appears.
    """

    announced = Signal(str)

    def __init__(self, window: QWidget, hears_announcements: Callable[[], bool] = lambda: True) -> None:
        super().__init__(window)
        self._window, self._hears_announcements = window, hears_announcements
        self._messages: deque[_Message] = deque()

    def announce(self, sentence: str, *, urgent: bool = False) -> None:
        """Say ``sentence`` at the screen reader's next pause, or at once when it is ``urgent``."""
        if self._window.isVisible():
            if self._hears_announcements():
                self._send_announcement(sentence, urgent=urgent)
            else:
                self._let_message_appear(sentence)
        self.announced.emit(sentence)

    def _send_announcement(self, sentence: str, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self._window, sentence)
        manners = QAccessible.AnnouncementPoliteness
        event.setPoliteness(manners.Assertive if urgent else manners.Polite)
        QAccessible.updateAccessibility(event)

    def _let_message_appear(self, sentence: str) -> None:
        self._messages.append(_Message(sentence, self._window))
        if len(self._messages) > _KEPT:
            self._messages.popleft().deleteLater()


class _Message(QWidget):
    """A sentence without a place on the screen, where it is shown already."""

    spoken_as = SpokenAs.MESSAGE

    def __init__(self, sentence: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(sentence)
        self.resize(0, 0)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectShow))
