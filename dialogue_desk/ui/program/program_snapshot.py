"""What is known of a program at one moment, worked out beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.coded_picture import coded_again, only_codes
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.program_work import with_ballots, work_of
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Job, Progress

_BESIDE_THE_NOTES = frozenset(ORGANIZING) - {Kind.CODING}
"""What changes nothing of how notes are counted."""
_MAY_SETTLE = (Act.CHOOSE, Act.IMPORT, Act.FORGET)
"""Acts after which other choices may be open."""


@dataclass(frozen=True, slots=True)
class ProgramSnapshot:
    """A program as it was when it was last read.

    ``program_id`` is None for the circles without a program; ``picture`` is None when the program is gone.
    """

    program_id: RecordId | None
    picture: ProgramPicture | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether there is anything to show: a program, or circles without one."""
        return self.picture is not None and (self.picture.program is not None or bool(self.picture.rows))

    def touched_by(self, outcome: Outcome) -> bool:
        """Return whether ``outcome`` changed something under this program."""
        if self.picture is None:
            return False
        inside = {session.session_id for session in self.picture.arrived}
        inside |= {row.circle_id for row in self.picture.rows}
        return not inside.isdisjoint(outcome.owners) or self.program_id in outcome.owners


class SnapshotReader(QObject):
    """Reads one program for ``page``: once for each change that touches it, and only while it is shown.

    A hidden page calls :meth:`read_if_stale` when it is shown again.
    """

    arrived = Signal()
    """``snapshot`` is new."""
    failed = Signal(object)
    """The program could not be read, because of an error that the person is told of."""

    def __init__(self, desk: Desk, folders: Folders, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._folders, self._worker, self._page = desk, folders, context.worker, page
        self._language = context.words.language
        self.program_id: RecordId | None = None
        self.snapshot: ProgramSnapshot | None = None
        self._job: Job[ProgramSnapshot] | None = None
        self._stale = False
        context.desk_signals.changed.connect(self._on_desk_changed)

    def read(self, program_id: RecordId | None) -> None:
        """Read the program again, or another one; what is known of another is forgotten at once."""
        if self.snapshot is not None and self.snapshot.program_id != program_id:
            self.snapshot = None
        self.program_id = program_id
        self._start()

    def read_if_stale(self) -> None:
        """Read the program again if it was changed while the page was hidden."""
        if self._stale:
            self._start()

    def _on_desk_changed(self, outcome: Outcome) -> None:
        touched = self.snapshot is not None and self.snapshot.touched_by(outcome)
        if not touched and not outcome.touches(Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION):
            return
        if not self._page.isVisible():
            self._stale = True
        elif not self._renew_work(outcome):
            self._start(self._picture_to_code(outcome))

    def _renew_work(self, outcome: Outcome) -> bool:
        """Read again what organizers made of the program, and return whether that alone was changed.

        Seventeen thousand notes take a while to read, and somebody may be naming one actor after another.
        """
        known = self.snapshot
        if known is None or known.picture is None or known.program_id is None or self._job is not None:
            return False
        if outcome.conflicts or outcome.act in _MAY_SETTLE or not outcome.kinds <= _BESIDE_THE_NOTES:
            return False
        records = self._desk.file.records
        if outcome.kinds == {Kind.BALLOT_ENTRY}:
            ballots = (one for one in records.known(outcome.ids).values() if one.owner == known.program_id)
            work = with_ballots(known.picture.work, ballots)
        else:
            work = work_of(records.under(known.program_id, *ORGANIZING))
        self.snapshot = replace(known, picture=replace(known.picture, work=work))
        self.arrived.emit()
        return True

    def _picture_to_code(self, outcome: Outcome) -> ProgramSnapshot | None:
        """Return what is known where a change only codes its notes; None where it has to be read again."""
        known = self.snapshot
        if known is None or known.picture is None or outcome.act in _MAY_SETTLE:
            return None
        return known if only_codes(outcome, known.picture) else None

    def _start(self, known: ProgramSnapshot | None = None) -> None:
        """Read the program, or only its themes and codings where the rest is ``known``."""
        self._stale = self._job is not None
        if self._stale:
            return
        desk, shelf, wanted = self._desk, self._folders.shelf, self.program_id
        language = self._language

        def work(_: Progress) -> ProgramSnapshot:
            with desk.snapshot() as copy:
                if known is not None and known.picture is not None:
                    return replace(known, picture=named_in(coded_again(copy, known.picture), language))
                folders = Folders(copy, shelf)
                try:
                    picture = named_in(folders.picture(wanted), language)
                    return ProgramSnapshot(wanted, picture, folders.conflicts(wanted))
                except KeyError:
                    return ProgramSnapshot(wanted)

        self._job = self._worker.run(self, work, self._finish, failed=self._fail, ended=self._end)

    def _end(self) -> None:
        self._job = None

    def _fail(self, error: BaseException) -> bool:
        if self._stale:
            self._start()  # another program was asked for meanwhile, or this one was changed
        else:
            self.failed.emit(error)
        return False

    def _finish(self, snapshot: ProgramSnapshot) -> None:
        if self._stale:
            self._start()
        if snapshot.program_id == self.program_id:
            self.snapshot = snapshot
            self.arrived.emit()
