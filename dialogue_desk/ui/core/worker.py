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


class JobStopped(Exception):
    """Ends a job that a person stopped.  A job lets it pass, after undoing what it has begun."""


class Job(Generic[T]):
    """A job on its way, and who is told how it ends."""

    def __init__(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progressed: Progress | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._progressed, self._stopped = progressed, stopped
        self._stopping = Event()
        self._lock = Lock()
        self._latest_progress: tuple[int, int] | None = None

    @property
    def stopped(self) -> bool:
        """Whether a person stopped it."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Stop it where it next tells its progress; it is not started if it has not been."""
        self._stopping.set()

    def run(self, post: Callable[[Callable[[], None]], None]) -> T:
        """Do the job, on the lane; ``post`` has something called on the window's thread."""

        def tell(so_far: int, total: int) -> None:
            if self.stopped:
                raise JobStopped
            with self._lock:
                waiting = self._latest_progress is not None
                self._latest_progress = (so_far, total)
            if not waiting:
                post(self._deliver_progress)

        if self.stopped:
            raise JobStopped
        return self._work(tell)

    def finish(self, future: Future[T]) -> None:
        """Tell how the job ended, on the window's thread."""
        error = None if future.cancelled() else future.exception()
        if self.stopped or future.cancelled() or isinstance(error, JobStopped):
            if self._stopped is not None and _receiver_alive(self._stopped):
                self._stopped()
        elif error is not None:
            log.error("a job failed", exc_info=error)
            if _receiver_alive(self._failed):
                self._failed(error)
        elif _receiver_alive(self._done):
            self._done(future.result())

    def _deliver_progress(self) -> None:
        with self._lock:
            news, self._latest_progress = self._latest_progress, None
        if news is None or self._progressed is None or self.stopped:
            return
        if _receiver_alive(self._progressed):
            self._progressed(*news)


def _receiver_alive(told: Callable[..., object]) -> bool:
    """Whether whoever is to be told is still there: a page may go while its job is under way."""
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Worker(QObject):
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
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        progressed: Progress | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job[T]:
        """Run ``job`` when the lane is free; then one of ``done``, ``failed`` and ``stopped`` is called."""
        job = Job(work, done, failed, progressed, stopped)
        self._stops.append(job.stop)

        def finish(future: Future[T]) -> None:
            self._stops.remove(job.stop)
            job.finish(future)

        going = self._pool.submit(job.run, self._arrived.emit)
        going.add_done_callback(lambda future: self._arrived.emit(partial(finish, future)))
        return job

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
