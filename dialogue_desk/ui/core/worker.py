"""One lane for long work, so the window never waits."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event, Lock
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

log = logging.getLogger(__name__)

T = TypeVar("T")

Progress: TypeAlias = Callable[[int, int], None]
"""Called by a job with how much is done, and of how much (0 when that is not known)."""


class Stopped(Exception):
    """Ends a job that a person stopped.  A job lets it pass, after undoing what it has begun."""


class Errand(Generic[T]):
    """A job on its way, and who is told how it ends."""

    def __init__(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progressed: Progress | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        self._job, self._done, self._failed = job, done, failed
        self._progressed, self._stopped = progressed, stopped
        self._stopping = Event()
        self._lock = Lock()
        self._news: tuple[int, int] | None = None

    @property
    def stopped(self) -> bool:
        """Whether a person stopped it."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Stop it where it next tells its progress; it is not started if it has not been."""
        self._stopping.set()

    def work(self, post: Callable[[Callable[[], None]], None]) -> T:
        """Do the job, on the lane; ``post`` has something called on the window's thread."""

        def tell(so_far: int, total: int) -> None:
            if self.stopped:
                raise Stopped
            with self._lock:
                waiting = self._news is not None
                self._news = (so_far, total)
            if not waiting:
                post(self._hear)

        if self.stopped:
            raise Stopped
        return self._job(tell)

    def end(self, future: Future[T]) -> None:
        """Tell how the job ended, on the window's thread."""
        error = None if future.cancelled() else future.exception()
        if self.stopped or future.cancelled() or isinstance(error, Stopped):
            if self._stopped is not None and _hears(self._stopped):
                self._stopped()
        elif error is not None:
            log.error("a job failed", exc_info=error)
            if _hears(self._failed):
                self._failed(error)
        elif _hears(self._done):
            self._done(future.result())

    def _hear(self) -> None:
        with self._lock:
            news, self._news = self._news, None
        if news is None or self._progressed is None or self.stopped:
            return
        if _hears(self._progressed):
            self._progressed(*news)


def _hears(told: Callable[..., object]) -> bool:
    """Whether whoever is to be told is still there: a page may go while its job is under way."""
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Lane(QObject):
    """Runs jobs one after another off the window's thread.

    A job is a plain function that knows nothing of Qt.  What it returns, or
    the error it raised, comes back on the thread the lane lives in.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._stops: list[Callable[[], None]] = []
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        progressed: Progress | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Errand[T]:
        """Run ``job`` when the lane is free; then one of ``done``, ``failed`` and ``stopped`` is called."""
        errand = Errand(job, done, failed, progressed, stopped)
        self._stops.append(errand.stop)

        def end(future: Future[T]) -> None:
            self._stops.remove(errand.stop)
            errand.end(future)

        going = self._pool.submit(errand.work, self._arrived.emit)
        going.add_done_callback(lambda future: self._arrived.emit(partial(end, future)))
        return errand

    def busy(self) -> bool:
        """Return whether anything is under way."""
        return bool(self._stops)

    def close(self) -> None:
        """Stop what is under way and wait for it; nothing is delivered any more."""
        self._closed = True
        for stop in self._stops:
            stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, delivery: Callable[[], None]) -> None:
        if not self._closed:
            delivery()
