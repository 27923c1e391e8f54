"""Writes changes to the desk file, each with its history, and tells the listeners."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.erasing.erase_cascade import newly_erased
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Act, Change, taking_back
from dialogue_desk.domain.records.records import Stamp
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.history import PastChange
from dialogue_desk.storage.pending_erasures import task_of


class ChangeWriter:
    """The one way a change gets into the desk file.

    ``listeners`` are called with the outcome of every change.
    """

    def __init__(self, file: DeskFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self.listeners: list[Callable[[Outcome], None]] = []

    def make(
        self,
        act: Act,
        device: DeviceId,
        change_of: Callable[[Stamp], Change],
        remember: Callable[[PastChange], None] | None = None,
    ) -> Outcome:
        """Write the change that ``change_of`` returns for its stamp, and call the listeners.

        ``remember`` writes what belongs to the same step, and decides whether Undo is offered.

        Raises:
            DeskTrouble: when it could not be written; then nothing was changed.
        """
        file, history, at = self._file, self._file.history, self._clock.now()
        lost: list[RecordId] = []
        with ExitStack() as erasing, file.writing():
            past = history.begin(act, at)
            change = change_of(Stamp(device, past.seq, at))
            lost = newly_erased(change, file)
            if lost:
                erasing.enter_context(file.erasing(task_of(lost)))
                if change.erases(Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION):
                    file.imports.forget(lost)  # the names of packages tell of it
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
        return self.tell(Outcome.of(change))

    def take_back(
        self, past: PastChange, device: DeviceId, remember: Callable[[PastChange], None]
    ) -> Outcome:
        """Write the change that undoes ``past``.

        Raises:
            DeskTrouble: when it could not be written; then nothing was changed.
        """
        befores = self._file.history.befores(past)

        def change_of(stamp: Stamp) -> Change:
            return taking_back(past.act, befores, self._file.records.known(befores), stamp)

        return self.make(past.act.taken_back_by, device, change_of, remember)

    def tell(self, outcome: Outcome) -> Outcome:
        """Call the listeners with ``outcome``, and return it."""
        for listener in self.listeners:
            listener(outcome)
        return outcome
