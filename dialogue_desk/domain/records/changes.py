"""Changes to records, and how they are undone.

An :class:`Edit` is what a person wants: this record to say that.  Made to the records there are, it
becomes a :class:`Change`: each record before and after.  Turning the pairs round undoes it, so there is
no second piece of code to keep in step with the first, and an import is a change like any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record, Records, Stamp, guide_record, new_record


class Act(StrEnum):
    """What was done, for the Undo button and the history."""

    BEGIN = "begin"
    WRITE = "write"
    REMOVE = "remove"
    CHOOSE = "choose"
    PREPARE = "prepare"
    MOVE = "move"
    SPLIT = "split"
    JOIN = "join"
    PUT = "put"
    SORT = "sort"
    TURN = "turn"
    IMPORT = "import"
    FORGET = "forget"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"
    BRING_BACK = "bring back"

    @property
    def undoable(self) -> bool:
        """Whether Undo takes it back.  Moves of the clock are history: *Back* goes back."""
        return self not in (Act.MOVE, Act.FORGET, Act.UNDO, Act.REDO, Act.ERASE, Act.BRING_BACK)

    @property
    def taken_back_by(self) -> Act:
        """What taking it back is: what came with a package is forgotten, what was written is undone."""
        return _TAKEN_BACK_BY.get(self, Act.UNDO)


_TAKEN_BACK_BY = {Act.IMPORT: Act.FORGET, Act.FORGET: Act.IMPORT, Act.UNDO: Act.REDO}


@dataclass(frozen=True, slots=True)
class Write:
    """One record and what it is to say; None removes it.

    ``still_said``: what was said is the same, in words that point to nobody anymore.
    """

    id: RecordId
    kind: Kind
    owner: RecordId
    body: Body | None
    still_said: bool = False

    @classmethod
    def of(cls, record_id: RecordId, owner: RecordId, body: Body) -> Write:
        """Return the writing of ``body``."""
        return cls(record_id, Kind.of(body), owner, body)

    @classmethod
    def again(cls, record: Record, body: Body | None, *, still_said: bool = False) -> Write:
        """Return the writing of ``body`` over what ``record`` says."""
        return cls(record.id, record.kind, record.owner, body, still_said)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person wants done, in one undoable step."""

    act: Act
    writes: tuple[Write, ...]

    def made_to(self, records: Records, stamp: Stamp) -> Change:
        """Return the change this makes to ``records``.

        A write that changes nothing is left out, and so is one to an erased record, because erasing is
        final.
        """
        pairs = []
        for write in self.writes:
            before = records.get(write.id)
            after = _written(before, write, stamp)
            if after is not None and after != before:
                pairs.append(Pair(before, after))
        return Change(self.act, tuple(pairs))


@dataclass(frozen=True, slots=True)
class Pair:
    """One record before and after a change; None on the side where it was not known."""

    before: Record | None
    after: Record | None

    @property
    def of_one_thing(self) -> bool:
        """Whether both sides are of one kind and belong to the same, or one is not there."""
        before, after = self.before or self.record, self.after or self.record
        return (before.kind, before.owner) == (after.kind, after.owner)

    @property
    def record(self) -> Record:
        """Whichever side exists."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a pair has at least one side")
        return record

    @property
    def erases(self) -> bool:
        """Whether a record that had its words loses them for good."""
        erased = self.after is not None and self.after.erased
        return erased and not (self.before is not None and self.before.erased)

    @property
    def brings_back(self) -> bool:
        """Whether a record that was erased has its words again."""
        back = self.after is not None and not self.after.erased
        return back and self.before is not None and self.before.erased


@dataclass(frozen=True, slots=True)
class Change:
    """One step that was made, with each record before and after it."""

    act: Act
    pairs: tuple[Pair, ...]

    def made_to(self, records: Records) -> dict[RecordId, Record]:
        """Return ``records`` with this change made."""
        out = dict(records)
        for pair in self.pairs:
            if pair.after is None:
                out.pop(pair.record.id, None)
            else:
                out[pair.after.id] = pair.after
        return out

    @property
    def befores(self) -> dict[RecordId, Record | None]:
        """What each record was."""
        return {pair.record.id: pair.before for pair in self.pairs}

    @property
    def erased(self) -> frozenset[RecordId]:
        """The records that are left without words for good."""
        return frozenset(
            pair.record.id for pair in self.pairs if pair.after is not None and pair.after.erased
        )

    def erases(self, *kinds: Kind) -> bool:
        """Whether it takes the words out of records of these kinds."""
        erased = self.erased
        return any(pair.record.kind in kinds and pair.record.id in erased for pair in self.pairs)

    def undone(self, records: Records, stamp: Stamp) -> Change:
        """Return the change that takes this one back, given the records as they are now."""
        return taking_back(self.act, self.befores, records, stamp)


def taking_back(
    act: Act,
    befores: Mapping[RecordId, Record | None],
    records: Records,
    stamp: Stamp,
    returning: Collection[RecordId] = (),
) -> Change:
    """Return the change that makes ``records`` say again what they said before ``act``.

    Undoing an edit is a later edit, so that a laptop which saw the edit learns of its undoing; a record
    that goes away leaves a trace.  Undoing an import only forgets what came with it: it was never ours
    to remove.  What was erased meanwhile stays erased, except ``returning``, which was kept for that.
    """
    exact = act in (Act.IMPORT, Act.FORGET)
    pairs = []
    for record_id, before in befores.items():
        now = records.get(record_id)
        then = before if exact else _taken_back(before, now, stamp)
        final = now is not None and now.erased and record_id not in returning
        if now != then and not final:
            pairs.append(Pair(now, then))
    return Change(act.taken_back_by, tuple(pairs))


def erasing(records: Iterable[Record], stamp: Stamp) -> Change:
    """Return the change that takes the words out of ``records`` for good."""
    return Change(
        Act.ERASE,
        tuple(Pair(record, record.without_words(stamp)) for record in records if not record.erased),
    )


def _written(before: Record | None, write: Write, stamp: Stamp) -> Record | None:
    if before is None:
        if write.body is None:
            return None
        if isinstance(write.body, GuideText):
            return guide_record(write.body)
        return new_record(write.id, write.owner, write.body, stamp)
    if before.erased or (_says(before, write.body) and not before.in_conflict):
        return before
    return before.written(write.body, stamp, still_said=write.still_said)


def _says(record: Record, body: Body | None) -> bool:
    """Whether a record says ``body`` already, and saw the same when it was written."""
    return record.body == body and getattr(record.body, "saw", None) == getattr(body, "saw", None)


def _taken_back(before: Record | None, now: Record | None, stamp: Stamp) -> Record | None:
    if now is None:
        return before
    if before is None:
        return now.written(None, stamp)
    return now.restored(before.editions, stamp)
