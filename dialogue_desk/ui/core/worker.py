"""Runs long work one job after another on a thread of its own, so that the window never waits."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

log = logging.getLogger(__name__)

T = TypeVar("T")

Progress: TypeAlias = Callable[[int, int], None]
"""A job calls it with how much is done and how much there is in all (0 when that is not known)."""


class JobStopped(Exception):
    """Ends a job that a person stopped.  The job undoes what it has begun and lets this error pass."""


@dataclass(frozen=True, slots=True)
class Callbacks(Generic[T]):
    """What is called on the window's thread as long as ``receiver`` exists; only ``report`` is called after.

    ``ended`` is called first, however the job ends, also when it is stopped: there a caller stops waiting.
    ``failed`` returns whether it told the person about the error; when it did not, is None, or the receiver
    is gone, ``report`` tells them.
    """

    receiver: QObject
    done: Callable[[T], None]
    report: Callable[[BaseException], None]
    failed: Callable[[BaseException], bool] | None = None
    ended: Callable[[], None] | None = None
    progressed: Progress | None = None

    def finish(self, future: Future[T], *, stopped: bool) -> None:
        """Tell the receiver how the job ended.

        A failure is always told to the person and written to the log, also when the receiver is gone or its
        ``ended`` fails.
        """
        error = None if future.cancelled() else future.exception()
        stopped = stopped or future.cancelled() or isinstance(error, JobStopped)
        if error is not None and not stopped:
            log.error("a job failed", exc_info=error)
        try:
            if self.ended is not None and isValid(self.receiver):
                self.ended()
        finally:
            if error is not None and not stopped:
                self._tell(error)
            elif not stopped and isValid(self.receiver):
                self.done(future.result())

    def _tell(self, error: BaseException) -> None:
        told = self.failed is not None and isValid(self.receiver) and self.failed(error)
        if not told:
            self.report(error)


class Job(Generic[T]):
    """Work that waits for the worker's thread or is being done there."""

    def __init__(self, work: Callable[[Progress], T], callbacks: Callbacks[T]) -> None:
        self._work, self._callbacks = work, callbacks
        self._stopping = Event()
        self._lock = Lock()
        self._latest_progress: tuple[int, int] | None = None

    def stop(self) -> None:
        """Stop the job the next time it reports progress, or before it starts."""
        self._stopping.set()

    def run(self, post: Callable[[Callable[[], None]], None]) -> T:
        """Do the work, on the worker's thread; ``post`` has a function called on the window's thread."""

        def report_progress(so_far: int, total: int) -> None:
            if self._stopping.is_set():
                raise JobStopped
            with self._lock:
                waiting = self._latest_progress is not None
                self._latest_progress = (so_far, total)
            if not waiting:
                post(self._deliver_progress)

        if self._stopping.is_set():
            raise JobStopped
        return self._work(report_progress)

    def finish(self, future: Future[T]) -> None:
        """Tell the receiver how the job ended, on the window's thread."""
        self._callbacks.finish(future, stopped=self._stopping.is_set())

    def _deliver_progress(self) -> None:
        with self._lock:
            latest, self._latest_progress = self._latest_progress, None
        told = self._callbacks
        if latest and told.progressed and not self._stopping.is_set() and isValid(told.receiver):
            told.progressed(*latest)


class Worker(QObject):
    """Runs jobs one after another off the window's thread.

    A job is a plain function that knows nothing of Qt.  Its result, or the error it raised, comes back on
    the thread that the worker was made on.  ``report`` tells the person about an error that the job's
    caller has no sentence for.
    """

    _arrived = Signal(object)

    def __init__(self, report: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._stops: list[Callable[[], None]] = []
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        receiver: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], bool] | None = None,
        ended: Callable[[], None] | None = None,
        progressed: Progress | None = None,
    ) -> Job[T]:
        """Run ``work`` when the thread is free, then tell ``receiver`` how it ended (see Callbacks).

        Once ``receiver`` is deleted nothing of its own is called; a failure is told all the same.
        """
        job = Job(work, Callbacks(receiver, done, self._report, failed, ended, progressed))
        self._stops.append(job.stop)

        def finish(future: Future[T]) -> None:
            self._stops.remove(job.stop)
            job.finish(future)

        future = self._pool.submit(job.run, self._arrived.emit)
        future.add_done_callback(lambda future: self._arrived.emit(partial(finish, future)))
        return job

    def busy(self) -> bool:
        """Return whether a job waits or is being done."""
        return bool(self._stops)

    def close(self) -> None:
        """Stop every job and wait for the thread; nothing is delivered any more."""
        self._closed = True
        for stop in self._stops:
            stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, delivery: Callable[[], None]) -> None:
        if not self._closed:
            delivery()
