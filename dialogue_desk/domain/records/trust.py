"""Who may change or erase what other laptops wrote.

Adding is free.  A record belongs to the laptop that wrote it, and to the one that brought it here first; it
may be changed or erased unasked by those, by the laptops which they vouched for, by this desk itself, and by
laptops that a person here accepted.  Who set up a circle may erase what is in it; so a circle, like all that
holds others' words, belongs to its writer alone, not to one that hands it on.  Everything else waits for a
person.

Judged is who signed the file.  The name in a record gives nobody more than what the signer could give away.
A file without a signature comes from nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import Record, laptop_of

NOBODY = DeviceId("")
"""Signs what is not signed."""

_HOLDING_OTHERS = (Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION)
"""What others' words are in, and are erased with.  Every package carries them along."""


class VouchKind(StrEnum):
    """What one laptop says of another: it works on the same circle, or is itself under a new name."""

    CIRCLE = "circle"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class Vouch:
    """What the laptop ``by`` says of the laptop ``of``, signed with the key of ``by``, in hexadecimal."""

    kind: VouchKind
    by: DeviceId
    by_key: str
    of: DeviceId
    of_key: str
    signature: str


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose changes are taken here unasked.

    ``own`` are the names of this desk.  ``partners`` and ``successors`` say whom each laptop vouched for.
    """

    own: frozenset[DeviceId]
    accepted: frozenset[DeviceId] = frozenset()
    partners: Mapping[DeviceId, frozenset[DeviceId]] = field(default_factory=dict)
    successors: Mapping[DeviceId, frozenset[DeviceId]] = field(default_factory=dict)

    def lets(self, signer: DeviceId, holders: Iterable[DeviceId]) -> bool:
        """Whether ``signer`` may change what belongs to one of ``holders``."""
        if signer == NOBODY:
            return False
        if signer in self.own or signer in self._with_successors(self.accepted):
            return True
        theirs = self._with_successors(holder for holder in holders if holder != NOBODY)
        if signer in theirs:
            return True
        partners = (one for holder in theirs for one in self.partners.get(holder, ()))
        return signer in self._with_successors(partners)

    def knows(self, signer: DeviceId) -> bool:
        """Whether everything that ``signer`` changes is taken here unasked."""
        return self.lets(signer, ())

    def _with_successors(self, laptops: Iterable[DeviceId]) -> set[DeviceId]:
        found: set[DeviceId] = set()
        left = list(laptops)
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.successors.get(one, ())
        return found


@dataclass(frozen=True, slots=True)
class Claim:
    """A record as one file has it, and the laptop that signed the file."""

    signer: DeviceId
    record: Record
    file: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What files may do to a desk at once, and what waits for a person.

    ``holders`` are the laptops to which the records that are new here belong.  ``waiting`` are the claims
    that would change or erase what other laptops wrote, or give the id of one thing to another.
    """

    taken: Mapping[RecordId, Record]
    holders: Mapping[RecordId, Collection[DeviceId]]
    waiting: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a desk knows of the records in files.

    ``holders`` says to whom a record belongs; one that is not in it belongs to this desk.  ``above`` are the
    laptops that set up the circle and the program of a record.  ``unearned`` are records in which a count of
    this desk stands that it never gave.
    """

    records: Mapping[RecordId, Record]
    holders: Mapping[RecordId, Collection[DeviceId]]
    above: Mapping[RecordId, Collection[DeviceId]] = field(default_factory=dict)
    unearned: Collection[RecordId] = ()


def judge(claims: Sequence[Claim], known: Known, trust: Trust) -> Judgement:
    """Judge all ``claims`` together; neither their order nor repeating one changes the result."""
    taken: dict[RecordId, Record] = {}
    holders: dict[RecordId, Collection[DeviceId]] = {}
    waiting: list[Claim] = []
    by_record: dict[RecordId, list[Claim]] = {}
    for claim in claims:
        by_record.setdefault(claim.record.id, []).append(claim)
    for record_id, theirs in by_record.items():
        mine = known.records.get(record_id)
        here = known.holders.get(record_id, trust.own)
        if mine is None:
            if len(theirs) == 1 and not theirs[0].record.erased and record_id not in known.unearned:
                taken[record_id], holders[record_id] = theirs[0].record, holders_of(theirs[0])
                continue
            first = _first(theirs, known, trust)
            if first is None:
                waiting += theirs
                continue
            mine, here = first.record, holders_of(first)
            taken[record_id], holders[record_id] = mine, here
        now, left = _joined(mine, theirs, (*here, *known.above.get(record_id, ())), here, trust)
        waiting += left
        if now != known.records.get(record_id):
            taken[record_id] = now
    waiting = _with_what_is_below(waiting, by_record, known, taken, holders)
    return Judgement(taken, holders, tuple(dict.fromkeys(waiting)))


def replaces_thing(record: Record, mine: Record | None) -> bool:
    """Whether ``record`` gives the id of one thing to another."""
    return mine is not None and (mine.kind, mine.owner) != (record.kind, record.owner)


def holders_of(claim: Claim) -> frozenset[DeviceId]:
    """Return the laptops to which a record belongs that comes here by this claim.

    Who names another as its only writer hands it on, or gives away what would be its own.
    """
    counts = (edition.version.counts for edition in claim.record.editions)
    writers = {laptop_of(writer) for one in counts for writer, _ in one}
    if len(writers) != 1:
        return frozenset({claim.signer})
    return frozenset(writers if claim.record.kind in _HOLDING_OTHERS else {claim.signer, *writers})


def _first(claims: Sequence[Claim], known: Known, trust: Trust) -> Claim | None:
    """Return the claim by which a record comes here that nobody here has, the same in any order.

    A trace alone adds nothing, and may be anybody's; so it waits until there is something to erase.
    """
    trusted = [one for one in claims if trust.knows(one.signer)]
    unearned = claims[0].record.id in known.unearned
    able = trusted or ([] if unearned else [one for one in claims if not one.record.erased])
    if not able:
        return None
    signed = [one for one in able if one.signer != NOBODY] or able
    return min(signed, key=_rank)


def _rank(claim: Claim) -> tuple[bool, str, str]:
    """The laptop that is named as the writer goes before one that hands on; then any fixed order."""
    writers = {edition.device for edition in claim.record.editions}
    return writers != {claim.signer}, claim.signer, repr(claim.record)


def _joined(
    mine: Record,
    claims: Sequence[Claim],
    erasers: Collection[DeviceId],
    holders: Collection[DeviceId],
    trust: Trust,
) -> tuple[Record, list[Claim]]:
    """Return ``mine`` with what is taken of ``claims``, and those that wait."""
    left = []
    for claim in claims:
        if claim.record == mine:
            continue
        if replaces_thing(claim.record, mine):
            left.append(claim)
        elif trust.lets(claim.signer, erasers if claim.record.erased else holders):
            mine = mine.merged(claim.record)
        else:
            left.append(claim)
    # What adds nothing to what was taken does not wait.
    return mine, [one for one in left if replaces_thing(one.record, mine) or _has_news(one.record, mine)]


def _has_news(record: Record, mine: Record) -> bool:
    both = mine.merged(record)
    return both != mine and not (both.erased and mine.erased)


def _with_what_is_below(
    waiting: list[Claim],
    by_record: Mapping[RecordId, Sequence[Claim]],
    known: Known,
    taken: dict[RecordId, Record],
    holders: dict[RecordId, Collection[DeviceId]],
) -> list[Claim]:
    """Let what came in under another thing of the same id wait with it, and return all that waits."""
    others = {
        one.record.id: one.record
        for one in waiting
        if replaces_thing(one.record, taken.get(one.record.id, known.records.get(one.record.id)))
    }
    if not others:
        return waiting
    blamed = {one.signer for one in waiting if one.record.id in others}
    below = set(others)
    while True:
        more = {
            record_id
            for record_id, theirs in by_record.items()
            if record_id not in below
            and record_id not in known.records
            and any(one.record.owner in below and one.signer in blamed for one in theirs)
        }
        if not more:
            return waiting
        below |= more
        for record_id in more:
            waiting += by_record[record_id]
            taken.pop(record_id, None)
            holders.pop(record_id, None)
