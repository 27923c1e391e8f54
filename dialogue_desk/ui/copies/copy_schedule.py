"""Makes a copy of the desk each day, and one in the second place as soon as that is there.

It also erases from copies that could not be reached before, as soon as they can be, and lets go of what other
laptops erased when that has had its days.
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
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.erase_copies import CopyErasure, erase_due_copies
from dialogue_desk.storage.places import choose_place
from dialogue_desk.ui.copies.copies_text import copied_sentence, no_place_sentence, unknown_place_sentence
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

_CHECK_MS = 60_000
"""How often it checks whether the stick is back or a new day has begun, in milliseconds."""


class BackupSchedule(QObject):
    """Makes the copies of one open desk while the window goes on; ``worker`` reports what fails.

    ``second`` returns the folder for the second copy as it is set now, "" for none; ``say`` shows a sentence
    to the person.
    """

    changed = Signal()
    """A copy was made, or failed."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        words: Words,
        second: Callable[[], str],
        *,
        say: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._desk, self._worker, self._words = desk, worker, words
        self._second, self._say = second, say
        self._missed_on: date | None = None
        self._stopped = False
        self._timer = QTimer(self, interval=_CHECK_MS)
        self._timer.timeout.connect(self._on_timer)

    @property
    def backups(self) -> Backups:
        """The copies, in the folders that are set now."""
        second = self._second()
        return Backups(self._desk.file.path, Path(second) if second else None, self._desk.file.erasures)

    def start(self) -> None:
        """Make copies from now on."""
        self.run_due()
        backups = self.backups
        self._worker.run(self, lambda _: backups.tidy(), _say_nothing)
        self._timer.start()

    def stop(self) -> None:
        """Make no more copies, because the desk is about to be closed."""
        self._stopped = True
        self._timer.stop()

    def run_due(self) -> None:
        """Make the copy of the day and the second one when they are due, and erase what is left to erase."""
        if self._desk.file.read_only or self._stopped:
            return
        if self.backups.due(self._today()):
            self._make(self._say_if_missed)
        elif self.backups.second_is_due(self._today()):
            self._make(_say_nothing)
        if self._desk.file.way_back.until():
            from dialogue_desk.desk.trust.way_back import let_go_what_is_due  # noqa: PLC0415  # seldom

            let_go_what_is_due(self._desk)
        self._erase_from_copies(_say_nothing)

    def _on_timer(self) -> None:
        if not self._worker.busy() and self._desk_is_in_place():
            self.run_due()

    def _desk_is_in_place(self) -> bool:
        """Whether the desk file is at its path, or in a new file by now; it may be hours since a change."""
        try:
            self._desk.file.stay_in_place()
        except DeskTrouble:
            return False  # the next change says so
        return True

    def take_place(self, folder: str) -> None:
        """Use the second place that a person chose, "" for none, and make the copy there that is due."""
        place, erasures = Path(folder), self._desk.file.erasures
        if not folder:
            QTimer.singleShot(0, self, self.run_due)  # the settings are being saved
            return

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError):
                self._say(no_place_sentence(place, error, self._words))
            return isinstance(error, OSError)

        self._worker.run(
            self,
            lambda _: choose_place(place, erasures),
            lambda _: self.run_due(),
            failed=failed,
            ended=self.changed.emit,
        )

    def make_now(self) -> None:
        """Make a copy because a person asked for one, and say where it is."""
        self._make(lambda made: self._say(copied_sentence(made, self._words)))

    def on_desk_changed(self, outcome: Outcome) -> None:
        """Erase from the copies what was erased from the desk."""
        if not outcome.erased and not outcome.everything:
            return
        # When more than a line is erased, the sheet of that question reports on the copies.
        small = not outcome.everything and not outcome.kinds & {Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION}
        self._erase_from_copies(self._say_if_unreached if small else _say_nothing)

    def _make(self, then: Callable[[Backup], None]) -> None:
        backups, today = self.backups, self._today()
        self._worker.run(self, lambda _: backups.make(today), then, ended=self.changed.emit)

    def _erase_from_copies(self, then: Callable[[CopyErasure], None]) -> None:
        file = self._desk.file
        due = file.erasures.pending()
        if due.desk and file.scrub():
            file.erasures.done_in_desk(due.desk)
        if not due.places:
            return
        path, erasures = file.path, file.erasures
        self._worker.run(self, lambda progress: erase_due_copies(path, erasures, progress), then)

    def _say_if_missed(self, made: Backup) -> None:
        if made.second_missed is not None and self._missed_on != self._today():
            self._missed_on = self._today()
            second = Path(self._second())
            unknown = second.is_dir() and not self.backups.is_there(second)
            self._say(
                unknown_place_sentence(second, self._words) if unknown else copied_sentence(made, self._words)
            )

    def _say_if_unreached(self, copies: CopyErasure) -> None:
        if copies.unerased:
            self._say(unerased_sentence(copies.unerased, self._words))

    def _today(self) -> date:
        now = self._desk.clock.now()
        return local_datetime(now, self._desk.clock.zone(now)).date()


def _say_nothing(_: object) -> None:
    """Ignore the result of a job that the person did not ask for."""
