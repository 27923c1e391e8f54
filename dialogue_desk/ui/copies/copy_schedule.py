"""What keeps a desk from being lost: a copy a day, on its own, and on the stick as soon as that is there.

It also goes on with what was erased: copies that could not be reached lose the words when they can be.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.unerased_text import unerased_sentence
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.backups import Backup, Backups
from dialogue_desk.storage.erase_copies import CopyErasure, erase_due_copies
from dialogue_desk.ui.copies.copies_text import copied_sentence
from dialogue_desk.ui.core.worker import Progress, Worker
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

_CHECK_MS = 60_000
"""How often it looks whether the stick is back, or the day another."""


class BackupSchedule(QObject):
    """Makes the copies of one open desk beside the window.

    Args:
        desk: what is copied.
        lane: where the work is done.
        words: the language of what is said.
        second: where the second copy goes, as it is set now; empty for nowhere.
        say: says a sentence to the person.
        failed: hears of what went wrong.
    """

    changed = Signal()
    """A copy was made, or could not be."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        words: Words,
        second: Callable[[], str],
        *,
        say: Callable[[str], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._desk, self._worker, self._words = desk, worker, words
        self._second, self._say, self._failed = second, say, failed
        self._told_missing: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK_MS)
        self._timer.timeout.connect(self._on_timer)

    @property
    def backups(self) -> Backups:
        """The copies, in the places that are set now."""
        second = self._second()
        return Backups(self._desk.file.path, Path(second) if second else None, self._desk.file.erasures)

    def start(self) -> None:
        """Keep copies from now on."""
        self.run_due()
        self._timer.start()

    def stop(self) -> None:
        """Make no more copies: the desk is about to be closed."""
        self._timer.stop()

    def run_due(self) -> None:
        """Do what is due: the copy of the day, the one on the stick, and what was erased."""
        if self._desk.file.read_only:
            return
        if self.backups.due(self._today()):
            self._make(self._say_if_missed)
        elif self.backups.second_is_due(self._today()):
            self._make(lambda _: None)
        self._erase_from_copies(lambda _: None)

    def _on_timer(self) -> None:
        if not self._worker.busy():
            self.run_due()

    def run_due_soon(self) -> None:
        """Do what is due once the choice that calls for it has been kept."""
        QTimer.singleShot(0, self, self.run_due)

    def make_now(self) -> None:
        """Make a copy because a person asked for one, and say what came of it."""
        self._make(lambda made: self._say(copied_sentence(made, self._words)))

    def on_desk_changed(self, outcome: Outcome) -> None:
        """Take what a change erased out of the copies too."""
        if not outcome.erased and not outcome.everything:
            return
        # Of more than a line, the sheet that asked for it tells.
        small = not outcome.everything and not outcome.kinds & {Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION}
        self._erase_from_copies(self._say_if_unreached if small else lambda _: None)

    def _make(self, told: Callable[[Backup], None]) -> None:
        backups, today = self.backups, self._today()

        def work(_: Progress) -> Backup:
            return backups.make(today)

        def done(made: Backup) -> None:
            told(made)
            self.changed.emit()

        def failed(error: BaseException) -> None:
            self._failed(error)
            self.changed.emit()

        self._worker.run(work, done, failed)

    def _erase_from_copies(self, told: Callable[[CopyErasure], None]) -> None:
        file = self._desk.file
        due = file.erasures.pending()
        if due.desk and file.scrub():
            file.erasures.done_in_desk(due.desk)
        if not due.places:
            return
        path, erasures = file.path, file.erasures

        def work(progress: Progress) -> CopyErasure:
            return erase_due_copies(path, erasures, progress)

        self._worker.run(work, told, self._failed)

    def _say_if_missed(self, made: Backup) -> None:
        if made.second_missed and self._told_missing != self._today():
            self._told_missing = self._today()
            self._say(copied_sentence(made, self._words))

    def _say_if_unreached(self, reached: CopyErasure) -> None:
        if reached.unerased:
            self._say(unerased_sentence(reached.unerased, self._words))

    def _today(self) -> date:
        now = self._desk.clock.now()
        return local_datetime(now, self._desk.clock.zone(now)).date()
