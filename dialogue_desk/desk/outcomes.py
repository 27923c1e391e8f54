"""What a change touched, so that each view knows whether to read the desk again."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act, Change


@dataclass(frozen=True, slots=True)
class Outcome:
    """The act, and the kinds, records and owners it touched.

    ``conflicts`` are the records of which a person has to choose a version.  ``erased`` records lost their
    words; with ``everything``, all did.
    """

    act: Act
    kinds: frozenset[Kind]
    ids: frozenset[RecordId]
    owners: frozenset[RecordId]
    conflicts: frozenset[RecordId]
    erased: frozenset[RecordId] = frozenset()
    everything: bool = False

    @classmethod
    def of(cls, change: Change) -> Outcome:
        """Return what ``change`` touched."""
        records = [pair.record for pair in change.pairs]
        return cls(
            change.act,
            frozenset(record.kind for record in records),
            frozenset(record.id for record in records),
            frozenset(record.owner for record in records),
            frozenset(record.id for record in records if record.in_conflict),
            frozenset(
                pair.record.id for pair in change.pairs if pair.after is not None and pair.after.erased
            ),
        )

    @classmethod
    def of_everything(cls) -> Outcome:
        """Return the outcome of erasing everything."""
        none: frozenset[RecordId] = frozenset()
        return cls(Act.ERASE, frozenset(Kind), none, none, none, everything=True)

    def touches(self, *kinds: Kind, under: RecordId | None = None) -> bool:
        """Whether it touched records of these kinds (no kinds: any) under this owner (None: any)."""
        if kinds and self.kinds.isdisjoint(kinds):
            return False
        return self.everything or under is None or under in self.owners or under in self.ids
