"""The desk: the one door through which everything people make goes to disk.

Every change is on disk before :meth:`Desk.perform` returns, so before any screen shows it.  Undo, redo
and imports are changes like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.erasing.erase_cascade import newly_erased, with_dependents_erased
from dialogue_desk.desk.id_source import Ids
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Act, Change, Edit, Pair, Write, erasing, taking_back
from dialogue_desk.domain.records.conflicts import keeping_all, written_by
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Edition, Record, Records, Stamp
from dialogue_desk.storage.desk_copies import mark_of
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.erasures import ErasureTask, task_of
from dialogue_desk.storage.history import PastChange


@dataclass(frozen=True, slots=True)
class IncomingPackage:
    """What came in one package, read and judged, ready to be taken in."""

    identity: str
    name: str
    records: Records


class Desk:
    """What one laptop knows, and everything that can be done to it."""

    def __init__(self, file: DeskFile, clock: Clock, ids: Ids) -> None:
        self.file = file
        self.clock = clock
        self.ids = ids
        self.device: DeviceId = file.device(otherwise=DeviceId(ids.new(clock.now())))
        self._listeners: list[Callable[[Outcome], None]] = []

    def subscribe(self, heard: Callable[[Outcome], None]) -> None:
        """Call ``heard`` after every change."""
        self._listeners.append(heard)

    @contextmanager
    def snapshot(self) -> Iterator[Desk]:
        """The desk as it stands now, only to be read, for a long question on another thread."""
        with self.file.snapshot() as file:
            yield Desk(file, self.clock, self.ids)

    def names(self) -> frozenset[DeviceId]:
        """Return the names that this desk has and had."""
        return frozenset({self.device, *self.file.former_devices()})

    def new_id(self) -> RecordId:
        """Return an id for something new."""
        return self.ids.new(self.clock.now())

    def get(self, record_id: RecordId) -> Record | None:
        """Return one record, if it is known."""
        return self.file.records.get(record_id)

    def add(self, owner: RecordId, body: Body, act: Act = Act.WRITE) -> RecordId:
        """Write something new under ``owner`` and return its id."""
        record_id = self.new_id()
        self.perform(Edit(act, (Write.of(record_id, owner, body),)))
        return record_id

    def rewrite(self, record_id: RecordId, body: Body) -> Outcome:
        """Let a record say something else.

        Raises:
            KeyError: when there is no such record.
        """
        return self.perform(Edit(Act.WRITE, (Write.again(self._known(record_id), body),)))

    def put(self, record_id: RecordId, owner: RecordId, body: Body) -> Outcome:
        """Write something under an id that is settled already: a fact that a session has once."""
        return self.perform(Edit(Act.WRITE, (Write.of(record_id, owner, body),)))

    def remove(self, *ids: RecordId) -> Outcome:
        """Remove records; Undo brings them back.

        Raises:
            KeyError: when there is no such record.
        """
        writes = tuple(Write.again(self._known(record_id), None) for record_id in ids)
        return self.perform(Edit(Act.REMOVE, writes))

    def choose(self, record_id: RecordId, body: Body | None) -> Outcome:
        """Settle a clash for everybody: the record says ``body`` from now on.

        Raises:
            KeyError: when there is no such record.
        """
        return self.perform(Edit(Act.CHOOSE, (Write.again(self._known(record_id), body),)))

    def choose_all(self, record_id: RecordId) -> Outcome:
        """Settle a clash for everybody: every wording stays, as things of their own.

        Raises:
            KeyError: when there is no such record.
            ValueError: when they cannot stand beside each other.
        """
        return self.perform(keeping_all(self._known(record_id), self.new_id))

    def wrote(self, edition: Edition) -> bool:
        """Whether an edition was written on this laptop, under whatever name its desk had then."""
        return written_by(edition) in self.names()

    def perform(self, edit: Edit) -> Outcome:
        """Make ``edit``: on disk when this returns.

        Raises:
            DeskTrouble: when it could not be written; then nothing was changed.
        """
        records = self.file.records

        def made(stamp: Stamp) -> Change:
            return edit.made_to(records.known(write.id for write in edit.writes), stamp)

        return self._make(edit.act, made)

    def import_records(self, incoming: Sequence[IncomingPackage]) -> Outcome:
        """Bring what came in packages together with what is known, as one step.

        Raises:
            DeskTrouble: when it could not be written; then nothing was taken in.
            Unlike: when an id in a package is the id of another thing here; then nothing was taken in.
        """
        records = self.file.records

        def made(stamp: Stamp) -> Change:
            theirs: dict[RecordId, Record] = {}
            for arrival in incoming:
                for key, record in arrival.records.items():
                    known = theirs.get(key)
                    theirs[key] = record if known is None else known.merged(record)
            return with_dependents_erased(merge(records.known(theirs), theirs), self.file, stamp)

        def remember(past: PastChange) -> None:
            for arrival in incoming:
                self.file.remember_import(arrival.identity, arrival.name, past)
            self.file.history.offer_undo(past)

        return self._make(Act.IMPORT, made, remember)

    def can_undo(self) -> Act | None:
        """What Undo would take back."""
        past = self.file.history.to_undo()
        return None if past is None else past.act

    def can_redo(self) -> Act | None:
        """What Redo would make again."""
        found = self.file.history.to_redo()
        return None if found is None else found[0].act

    def undo(self) -> Outcome | None:
        """Take back the latest change that can be taken back."""
        past = self.file.history.to_undo()
        if past is None:
            return None
        return self._take_back(past, lambda by: self.file.history.mark_undone(past, by))

    def redo(self) -> Outcome | None:
        """Make again what Undo took back last."""
        found = self.file.history.to_redo()
        if found is None:
            return None
        undone, undo = found
        return self._take_back(undo, lambda _: self.file.history.mark_done(undone))

    def erase(self, ids: Sequence[RecordId]) -> Outcome:
        """Take the words of records out for good, with all that lies under them.  It cannot be undone.

        History and index lose them too.  Copies lose them by :mod:`dialogue_desk.desk.erasing.erase`.

        Raises:
            DeskTrouble: when it could not be written; then nothing was erased.
        """
        records = self.file.records
        return self._make(
            Act.ERASE,
            lambda stamp: with_dependents_erased(
                erasing(records.known(ids).values(), stamp), self.file, stamp
            ),
        )

    def erase_everything(self) -> Outcome:
        """Take everything out for good, and begin anew under a name that no laptop knows.

        Raises:
            DeskTrouble: when it could not be written; then nothing was erased.
        """
        file = self.file
        marks = (mark_of(name) for name in sorted(self.names()))
        task = ErasureTask(marks=tuple(marks))
        with file.erasing(task):
            file.wipe()
        self.device = file.device(otherwise=DeviceId(self.ids.new(self.clock.now())))
        if file.scrub():
            file.erasures.done_in_desk(task)
        return self._notify(Outcome.of_everything())

    def forget(self, ids: Sequence[RecordId]) -> Outcome:
        """Take records out of this laptop as if they had never been here.  It cannot be undone.

        Raises:
            DeskTrouble: when it could not be written; then nothing was taken out.
        """
        with self.file.writing():
            known = self.file.records.known(ids)
            self.file.forget_records(list(known))
        return self._notify_change(Change(Act.FORGET, tuple(Pair(record, None) for record in known.values())))

    def _take_back(self, past: PastChange, remember: Callable[[PastChange], None]) -> Outcome:
        befores = self.file.history.befores(past)

        def made(stamp: Stamp) -> Change:
            return taking_back(past.act, befores, self.file.records.known(befores), stamp)

        return self._make(past.act.taken_back_by, made, remember)

    def _make(
        self,
        act: Act,
        made: Callable[[Stamp], Change],
        remember: Callable[[PastChange], None] | None = None,
    ) -> Outcome:
        file, history, at = self.file, self.file.history, self.clock.now()
        lost: list[RecordId] = []
        with ExitStack() as erasing_them, file.writing():
            past = history.begin(act, at)
            change = made(Stamp(self.device, past.seq, at))
            lost = newly_erased(change, file)
            if lost:
                erasing_them.enter_context(file.erasing(task_of(lost)))
                if change.erases(Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION):
                    file.forget_packages(lost)  # their names tell of it
                    file.exports.forget(lost)
            if change.pairs or remember is not None:
                file.records.write(change)
                history.keep(past, change)
            else:
                history.discard(past)
            if remember is not None:
                remember(past)
            elif change.pairs and act.undoable:
                history.offer_undo(past)
            if lost:
                file.forget_history(lost)
        if lost and file.scrub():
            file.erasures.done_in_desk(task_of(lost))
        return self._notify_change(change)

    def _notify_change(self, change: Change) -> Outcome:
        return self._notify(Outcome.of(change))

    def _notify(self, outcome: Outcome) -> Outcome:
        for heard in self._listeners:
            heard(outcome)
        return outcome

    def _known(self, record_id: RecordId) -> Record:
        record = self.file.records.get(record_id)
        if record is None:
            raise KeyError(record_id)
        return record
