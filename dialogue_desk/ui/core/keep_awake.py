"""Keeps the laptop and its display awake while a session runs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.words import Words

LONGEST_PAUSE: Milliseconds = 30 * MINUTE
"""After a pause of this length the laptop may sleep again."""
LONGEST_OVERRUN: Milliseconds = 120 * MINUTE
"""A session that still runs this long after its hard end was forgotten."""

_LETTING_GO_SECONDS = 3


class WakeLock(Protocol):
    """Anything that can keep a laptop awake."""

    def acquire(self, told: Callable[[bool], None]) -> None:
        """Keep it awake from now on; ``told`` is called, on any thread, with whether that worked."""

    def release(self) -> None:
        """Let it sleep again."""


class SystemWakeLock:
    """Asks the system (D-Bus, Windows, ``caffeinate``) on a thread, as an answer may take seconds."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._released = threading.Event()

    def acquire(self, told: Callable[[bool], None]) -> None:
        if self._thread is None:
            self._released = threading.Event()
            self._thread = threading.Thread(
                target=_stay_awake, args=(self._released, told), name="awake", daemon=True
            )
            self._thread.start()

    def release(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            self._released.set()
            thread.join(_LETTING_GO_SECONDS)


def _stay_awake(released: threading.Event, told: Callable[[bool], None]) -> None:
    from wakepy import keep  # noqa: PLC0415 - many starts run no session

    with keep.presenting(on_fail="pass") as mode:
        told(mode.active)
        if mode.active:
            released.wait()


class WakeLockController(QObject):
    """Keeps the laptop awake on demand; ``refused()`` tells, once, that the system does not allow it."""

    refused = Signal()
    _answered = Signal(bool)

    def __init__(self, wake_lock: WakeLock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake_lock = wake_lock
        self._wanted = self._refusal_told = False
        self._answered.connect(self._on_answered)

    def want(self, on: bool) -> None:
        """Keep the laptop awake, or let it sleep again."""
        if on == self._wanted:
            return
        self._wanted = on
        if on:
            self._wake_lock.acquire(self._answered.emit)
        else:
            self._wake_lock.release()

    def _on_answered(self, kept: bool) -> None:
        if not kept and not self._refusal_told:
            self._refusal_told = True
            self.refused.emit()


def refusal_sentence(words: Words) -> str:
    """Return what a person is told when the laptop cannot be kept awake."""
    return words.tr(
        "This laptop may go to sleep during the session, because the system did not let "
        "Dialogue Desk keep it awake. When it wakes up, the time will be right again. Plug "
        "it in, or turn off sleep in its settings."
    )


def wants_awake(live: LiveSession, reading: Reading) -> bool:
    """Return whether people still look at this session: it runs, or was paused not long ago."""
    if live.phase is Phase.PAUSED:
        return reading.at - live.since < LONGEST_PAUSE
    return live.phase is Phase.RUNNING and reading.at - live.hard_end < LONGEST_OVERRUN
