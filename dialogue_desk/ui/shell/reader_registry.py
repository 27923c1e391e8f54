"""Asks, on Linux, whether the screen reader that runs knows announcements.

Readers before Orca 46 (2024) do not, and Debian 12 has one.  The registry of assistive technology, on the
laptop's own bus, lists the events that are listened to.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtGui import QAccessible

_ANSWER_MS = 200
_REMEMBERED_S = 60
_EVENT = "object:announcement"


class ReaderRegistry:
    """Knows whether announcements are heard.

    ``listened_to`` returns all events that somebody listens to, ``runs`` whether there is a reader at all.
    """

    def __init__(
        self,
        listened_to: Callable[[], str] | None = None,
        runs: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        self._listened_to = listened_to or (_listened_to if sys.platform == "linux" else lambda: "")
        self._runs = runs
        self._answer, self._asked = True, float("-inf")

    def hears_announcements(self) -> bool:
        """Return False when a reader listens, and not to announcements."""
        if self._runs() and time.monotonic() - self._asked > _REMEMBERED_S:
            listened_to = self._listened_to().lower()
            self._answer, self._asked = not listened_to or _EVENT in listened_to, time.monotonic()
        return self._answer


def _listened_to() -> str:
    """Return the registry's whole answer as text, or "" when there is none."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415  # only with a reader

    def ask(bus: QDBusConnection, service: str, path: str, question: str) -> QDBusMessage:
        call = QDBusMessage.createMethodCall(service, path, service, question)
        return bus.call(call, QDBus.CallMode.Block, _ANSWER_MS)

    told = ask(QDBusConnection.sessionBus(), "org.a11y.Bus", "/org/a11y/bus", "GetAddress").arguments()
    if not told or not isinstance(told[0], str) or "=" not in told[0]:
        return ""
    bus = QDBusConnection.connectToBus(told[0], "dialogue-desk-readers")
    events = ask(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "GetRegisteredEvents")
    # Its list of pairs cannot be taken apart from Python, but it can be printed.
    return str(events) if events.type() is QDBusMessage.MessageType.ReplyMessage else ""
