"""Who may change or erase what other laptops wrote.

Adding is free.  A record belongs to the laptops that wrote it; it may be changed or erased unasked by them,
by the laptops they vouched for, by this desk itself, and by laptops that a person here accepted.  Who set up
a circle may erase what is in it.  Everything else waits for a person.

Judged is who signed the file, never the name in a record: naming others as its writers, a record gives them
rights, never the one who signed.  A file without a signature comes from nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import NO_OWNER, Record, laptop_of

NOBODY = DeviceId("")
"""Signs what is not signed."""

_HOLDING_OTHERS = (Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION)
"""The kinds of record with which others are erased, from the top."""


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
    file: str = field(default="", compare=False)

    @property
    def holders(self) -> frozenset[DeviceId]:
        """The laptops to which the record belongs when it is new: its writers, and who brought it.

        Who hands on somebody else's program, circle or session may not erase it, with all that is in it.
        """
        writers = {
            laptop_of(writer) for edition in self.record.editions for writer, _ in edition.version.counts
        }
        others = writers - {self.signer}
        if others and (self.signer == NOBODY or self.record.kind in _HOLDING_OTHERS):
            return frozenset(others)
        return frozenset(others | {self.signer})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What files may do to a desk at once, and what waits for a person.

    ``holders`` are the laptops to which the records that are new here belong.  ``waiting`` are the claims
    that would change or erase what other laptops wrote, or give the id of one thing to another.
    """

    taken: Mapping[RecordId, Record]
    holders: Mapping[RecordId, frozenset[DeviceId]]
    waiting: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a desk knows of the records in files, and of what these belong to.

    ``holders`` says to whom a record belongs; one that is not in it belongs to this desk.  ``unearned`` are
    records in which a count of this desk stands that it never gave.
    """

    records: Mapping[RecordId, Record]
    holders: Mapping[RecordId, Collection[DeviceId]]
    unearned: Collection[RecordId] = ()


def judge(claims: Iterable[Claim], known: Known, trust: Trust) -> Judgement:
    """Judge all ``claims`` together; neither their order nor repeating one changes the result."""
    judging = _Judging(known, trust)
    by_record: dict[RecordId, list[Claim]] = {}
    traces: dict[RecordId, list[Claim]] = {}
    for claim in claims:
        (traces if claim.record.erased else by_record).setdefault(claim.record.id, []).append(claim)
    for theirs in by_record.values():
        judging.judge_words(theirs)
    # Only now is it known to whom the sessions and circles belong that came with them.
    for theirs in sorted(traces.values(), key=_layer):
        judging.judge_traces(theirs)
    judging.hold_back_what_is_below_another_thing(by_record)
    return Judgement(judging.taken, judging.holders, tuple(dict.fromkeys(judging.with_news())))


class _Judging:
    """One judgement as it is made: what is taken so far, to whom it belongs, and what waits."""

    def __init__(self, known: Known, trust: Trust) -> None:
        self._known = known
        self._trust = trust
        self.taken: dict[RecordId, Record] = {}
        self.holders: dict[RecordId, frozenset[DeviceId]] = {}
        self.waiting: list[Claim] = []

    def judge_words(self, claims: Sequence[Claim]) -> None:
        """Take what is new, and what the holders of a record or laptops they trust say of it."""
        record_id = claims[0].record.id
        mine = self._known.records.get(record_id)
        if mine is None:
            able = claims
            if record_id in self._known.unearned:
                able = [one for one in claims if self._trust.knows(one.signer)]
            if not able:
                self.waiting += claims
                return
            first = min(able, key=_rank) if len(able) > 1 else able[0]
            mine = self.taken[record_id] = first.record
            self.holders[record_id] = first.holders
        self._join(mine, claims, self._holders_of(record_id))

    def judge_traces(self, claims: Sequence[Claim]) -> None:
        """Take the erasings of those to whom a record belongs, or the session, circle or program it is in.

        A trace of something that is not here is taken when the same laptop could erase what it was in.
        """
        record_id = claims[0].record.id
        mine = self._here(record_id)
        if mine is not None:
            self._join(mine, claims, self._holders_above(mine) | {*self._holders_of(record_id)})
            return
        able = [one for one in claims if self._trust.lets(one.signer, self._holders_above(one.record))]
        if not able:
            self.waiting += claims
            return
        first = min(able, key=_rank)
        self.taken[record_id], self.holders[record_id] = first.record, first.holders
        self._join(first.record, claims, self._holders_above(first.record) | first.holders)

    def hold_back_what_is_below_another_thing(self, by_record: Mapping[RecordId, Sequence[Claim]]) -> None:
        """Let wait, with a record that gives the id of one thing to another, what the file has under it."""
        below = {
            one.record.id for one in self.waiting if replaces_thing(one.record, self._here(one.record.id))
        }
        signers = {one.signer for one in self.waiting if one.record.id in below}
        while below:
            below = {
                record_id
                for record_id, theirs in by_record.items()
                if record_id in self.holders
                and any(one.record.owner in below and one.signer in signers for one in theirs)
            }
            for record_id in below:
                self.waiting += by_record[record_id]
                del self.taken[record_id], self.holders[record_id]

    def with_news(self) -> Iterator[Claim]:
        """Yield what waits, but for what adds nothing to what was taken, or to what was erased since."""
        for one in self.waiting:
            mine = self._here(one.record.id)
            if mine is None or has_news(one.record, mine):
                yield one

    def _join(self, mine: Record, claims: Sequence[Claim], holders: Collection[DeviceId]) -> None:
        left = []
        for claim in claims:
            if claim.record == mine:
                continue
            if replaces_thing(claim.record, mine) or not self._trust.lets(claim.signer, holders):
                left.append(claim)
            else:
                mine = mine.merged(claim.record)
        if mine != self._here(claims[0].record.id):
            self.taken[mine.id] = mine
        self.waiting += left

    def _here(self, record_id: RecordId) -> Record | None:
        return self.taken.get(record_id) or self._known.records.get(record_id)

    def _holders_of(self, record_id: RecordId) -> Collection[DeviceId]:
        if record_id in self.holders:
            return self.holders[record_id]
        return self._known.holders.get(record_id, self._trust.own) if record_id in self._known.records else ()

    def _holders_above(self, record: Record) -> set[DeviceId]:
        return {name for one in self._above(record) for name in self._holders_of(one)}

    def _above(self, record: Record) -> Iterator[RecordId]:
        """Yield the session, circle and program in which a record is.

        A circle names its program, and anybody could bring a program of that name; so it counts as above the
        circle only when whoever set it up may change the circle too.
        """
        seen = {record.id}
        here: Record | None = record
        while here is not None:
            owner = here.owner
            if isinstance(here.body, Circle):
                owner = here.body.program or NO_OWNER
                circle = self._holders_of(here.id)
                if not any(self._trust.lets(one, circle) for one in self._holders_of(owner)):
                    return
            if not owner or owner in seen:
                return
            seen.add(owner)
            yield owner
            here = self._here(owner)


def replaces_thing(record: Record, mine: Record | None) -> bool:
    """Whether ``record`` gives the id of one thing to another."""
    return mine is not None and (mine.kind, mine.owner) != (record.kind, record.owner)


def _layer(claims: Sequence[Claim]) -> int:
    """What others are in goes first: who may erase it may erase them."""
    kinds = {one.record.kind for one in claims}
    return next((layer for layer, kind in enumerate(_HOLDING_OTHERS) if kind in kinds), len(_HOLDING_OTHERS))


def _rank(claim: Claim) -> tuple[bool, bool, str, str]:
    """What is signed goes first, then by the laptop that wrote it; then any fixed order."""
    writers = {edition.device for edition in claim.record.editions}
    return claim.signer == NOBODY, writers != {claim.signer}, claim.signer, repr(claim.record)


def has_news(record: Record, mine: Record) -> bool:
    """Whether merging ``record`` into ``mine`` would change what that says."""
    if replaces_thing(record, mine):
        return True
    both = mine.merged(record)
    return both != mine and not (both.erased and mine.erased)
