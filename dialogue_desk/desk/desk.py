"""The desk: the one door through which everything people make goes to disk.

Every change is on disk before :meth:`Desk.perform` returns, so before any screen shows it.  Undo, redo
and imports are changes like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.erasing.erase_cascade import newly_erased, with_dependents_erased
from dialogue_desk.desk.erasing.erasure_lines import erasure_lines
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.trust.own_name import DeskName, name_of, take_name
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.ids import DeviceId, Instant, RecordId
from dialogue_desk.domain.records.changes import Act, Change, Edit, Pair, Write, erasing, taking_back
from dialogue_desk.domain.records.records import Record, Records, Stamp
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.history import PastChange
from dialogue_desk.storage.pending_erasures import task_of
from dialogue_desk.storage.slip_drafts import SlipDrafts
from dialogue_desk.words.times import local_datetime


@dataclass(frozen=True, slots=True)
class IncomingPackage:
    """What one package holds, read and checked, ready to be imported."""

    identity: str
    name: str
    records: Records


class Erasing(Protocol):
    """Decides which erased words are kept for some days."""

    def keep(self, file: DeskFile, seq: int, change: Change, lost: Sequence[RecordId]) -> list[RecordId]:
        """Keep words of the change of this number, and return which of ``lost`` go at once."""


class ChangeWriter:
    """The one way a change gets into the desk file, with its history.

    ``listeners`` are called with the outcome of every change.

    Raises:
        DeskTrouble: when a change could not be written; then nothing was changed.
    """

    def __init__(self, file: DeskFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._written_by: DeskName | None = None
        self.listeners: list[Callable[[Outcome], None]] = []

    def make(
        self,
        act: Act,
        name: DeskName,
        change_of: Callable[[Stamp], Change],
        remember: Callable[[PastChange], None] | None = None,
        way_back: Erasing | None = None,
    ) -> Outcome:
        """Write the change that ``change_of`` returns for its stamp, and call the listeners.

        ``remember`` writes what belongs to the same step, and decides whether Undo is offered.  With
        ``way_back``, the words of what is erased are kept until its time is over.
        """
        file, history, at = self._file, self._file.history, self._clock.now()
        lost: list[RecordId] = []
        with ExitStack() as erasure, file.writing():
            past = history.begin(act, at)
            change = change_of(Stamp(name.device, past.seq, at, name.hand))
            lost = newly_erased(change, file)
            if lost:
                file.erasure_log.add(erasure_lines(change, file, at, _day(at, self._clock)))
            file.erasure_log.forget(pair.record.id for pair in change.pairs if pair.brings_back)
            lost = lost if way_back is None else way_back.keep(file, past.seq, change, lost)
            if lost:
                erasure.enter_context(file.erasing(task_of(lost)))
                if change.erases(Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION):
                    file.imports.forget(lost)  # the names of packages tell of it
                    file.exports.forget(lost)
                    SlipDrafts.beside(file).forget_naming(lost)
            self._write(past, change, name, remember)
            if lost:
                file.forget_history(lost)
        if lost and file.scrub():
            file.erasures.done_in_desk(task_of(lost))
        return self.tell(Outcome.of(change))

    def _write(
        self,
        past: PastChange,
        change: Change,
        name: DeskName,
        remember: Callable[[PastChange], None] | None,
    ) -> None:
        file = self._file
        if not change.pairs and remember is None:
            file.history.discard(past)
            return
        file.records.write(change)
        file.history.keep(past, change)
        file.holders.prove(pair.record.id for pair in change.pairs)
        if past.act is not Act.IMPORT:  # what an undone import brought is still its writer's when redone
            file.holders.forget(pair.record.id for pair in change.pairs if pair.before is None)
        if name.hand and name != self._written_by:
            file.names.keep_hand(name.device, name.hand)
            self._written_by = name
        if remember is not None:
            remember(past)
        elif past.act.undoable:
            file.history.offer_undo(past)

    def take_back(self, past: PastChange, name: DeskName, remember: Callable[[PastChange], None]) -> Outcome:
        """Write the change that undoes ``past``."""
        befores = self._file.history.befores(past)
        returning = self._file.way_back.ids_of(past.seq)

        def change_of(stamp: Stamp) -> Change:
            records = self._file.records.known(befores)
            return taking_back(past.act, befores, records, stamp, returning)

        return self.make(past.act.taken_back_by, name, change_of, remember)

    def tell(self, outcome: Outcome) -> Outcome:
        """Call the listeners with ``outcome``, and return it."""
        for listener in self.listeners:
            listener(outcome)
        return outcome


class Desk:
    """What one laptop knows, and everything that can be done to it.

    ``changes`` writes the changes; :meth:`perform` and its like are what most callers need.

    Raises:
        DeskTrouble: from everything that writes, when it could not be written; then nothing was changed.
        KeyError: from ``rewrite``, ``remove`` and ``choose``, when there is no such record.
    """

    def __init__(self, file: DeskFile, clock: Clock, ids: RandomIds) -> None:
        self.file = file
        self.clock = clock
        self.ids = ids
        self.name = name_of(file, ids)
        self.changes = ChangeWriter(file, clock)

    @property
    def device(self) -> DeviceId:
        """The name of this desk, by which other laptops know it."""
        return self.name.device

    def rename(self) -> None:
        """Take a new name and key: another desk goes by the name it had, or everything was erased.

        Raises:
            DeskTrouble: when it could not be saved; then the desk has the name it had.
        """
        self.name = DeskName(take_name(self.file, self.ids), self.ids.hand())

    def subscribe(self, listener: Callable[[Outcome], None]) -> None:
        """Call ``listener`` after every change."""
        self.changes.listeners.append(listener)

    @contextmanager
    def snapshot(self) -> Iterator[Desk]:
        """Give the desk as it is now, read-only, for a long query on another thread."""
        with self.file.snapshot() as file:
            yield Desk(file, self.clock, self.ids)

    def names(self) -> frozenset[DeviceId]:
        """Return the device names that this desk has and had."""
        return frozenset({self.device, *self.file.names.former()})

    def new_id(self) -> RecordId:
        """Return an id for a new record."""
        return self.ids.new(self.clock.now())

    def get(self, record_id: RecordId) -> Record | None:
        """Return one record, or None when it is not known."""
        return self.file.records.get(record_id)

    def add(self, owner: RecordId, body: Body, act: Act = Act.WRITE) -> RecordId:
        """Write a new record under ``owner`` and return its id."""
        record_id = self.new_id()
        self.perform(Edit(act, (Write.of(record_id, owner, body),)))
        return record_id

    def rewrite(self, record_id: RecordId, body: Body) -> Outcome:
        """Give a record a new body."""
        return self.perform(Edit(Act.WRITE, (Write.again(_known(self, record_id), body),)))

    def put(self, record_id: RecordId, owner: RecordId, body: Body) -> Outcome:
        """Write a record whose id is fixed in advance: a fact that a session has once."""
        return self.perform(Edit(Act.WRITE, (Write.of(record_id, owner, body),)))

    def remove(self, *ids: RecordId) -> Outcome:
        """Remove records; Undo brings them back."""
        writes = tuple(Write.again(_known(self, record_id), None) for record_id in ids)
        return self.perform(Edit(Act.REMOVE, writes))

    def choose(self, record_id: RecordId, body: Body | None) -> Outcome:
        """Settle a conflict for everybody: the record has this body from now on."""
        return self.perform(Edit(Act.CHOOSE, (Write.again(_known(self, record_id), body),)))

    def perform(self, edit: Edit) -> Outcome:
        """Make ``edit``; it is on disk when this returns."""
        records = self.file.records

        def change_of(stamp: Stamp) -> Change:
            return edit.made_to(records.known(write.id for write in edit.writes), stamp)

        return self.changes.make(edit.act, self.name, change_of)

    def import_change(
        self,
        change_of: Callable[[Stamp], Change],
        remember: Callable[[PastChange], None],
        way_back: Erasing | None = None,
    ) -> Outcome:
        """Make a change that files bring, and erase what is erased with it.  Undo takes it back.

        ``remember`` writes what belongs to the same step.
        """

        def whole(stamp: Stamp) -> Change:
            return with_dependents_erased(change_of(stamp), self.file, stamp)

        def remembered(past: PastChange) -> None:
            self.file.history.offer_undo(past)
            remember(past)

        return self.changes.make(Act.IMPORT, self.name, whole, remembered, way_back)

    def can_undo(self) -> Act | None:
        """Return the act that Undo would take back, or None."""
        past = self.file.history.to_undo()
        return None if past is None else past.act

    def can_redo(self) -> Act | None:
        """Return the act that Redo would make again, or None."""
        found = self.file.history.to_redo()
        return None if found is None else found[0].act

    def undo(self) -> Outcome | None:
        """Take back the latest change that can be taken back; return None when there is none."""
        file = self.file
        past = file.history.to_undo()
        if past is None:
            return None
        came_back = bool(file.way_back.ids_of(past.seq))

        def remember(by: PastChange) -> None:
            file.history.mark_undone(past, by)
            if past.act is Act.IMPORT:
                file.imports.forget_since(past.seq)
            if came_back:  # the question is open again, and redoing would not ask it
                file.way_back.forget(past.seq)
                file.waiting.reopen(past.seq)
                file.history.settle(past)

        return self.changes.take_back(past, self.name, remember)

    def redo(self) -> Outcome | None:
        """Make again what Undo took back last; return None when there is nothing."""
        history = self.file.history
        found = history.to_redo()
        if found is None:
            return None
        undone, undo = found
        return self.changes.take_back(undo, self.name, lambda _: history.mark_done(undone))

    def erase(self, ids: Sequence[RecordId]) -> Outcome:
        """Erase the words of records, and of everything under them, for good.  It cannot be undone.

        The history and the search index lose them too.  Copies of the desk lose them by
        :func:`dialogue_desk.desk.erasing.erase.erase_from_copies`.
        """
        file = self.file

        def change_of(stamp: Stamp) -> Change:
            erased = erasing(file.records.known(ids).values(), stamp)
            return with_dependents_erased(erased, file, stamp)

        return self.changes.make(Act.ERASE, self.name, change_of)


def forget_records(desk: Desk, ids: Sequence[RecordId]) -> Outcome:
    """Remove records from this laptop as if they had never been here.  It cannot be undone.

    Raises:
        DeskTrouble: when it could not be written; then nothing was removed.
    """
    with desk.file.writing():
        known = desk.file.records.known(ids)
        desk.file.forget_records(list(known))
    pairs = tuple(Pair(record, None) for record in known.values())
    return desk.changes.tell(Outcome.of(Change(Act.FORGET, pairs)))


def _day(at: Instant, clock: Clock) -> date:
    return local_datetime(at, clock.zone(at)).date()


def _known(desk: Desk, record_id: RecordId) -> Record:
    record = desk.get(record_id)
    if record is None:
        raise KeyError(record_id)
    return record
