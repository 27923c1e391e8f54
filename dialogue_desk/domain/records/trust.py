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
from dialogue_desk.domain.records.shape import MOST_EDITIONS

_FACTS = frozenset(
    {
        Kind.MOVE,
        Kind.CLOSING_STEP,
        Kind.TOP_THEMES,
        Kind.READ_BACK,
        Kind.TALLY,
        Kind.DOT_VOTE,
        Kind.OVERRULE,
        Kind.PRIVACY_DECISION,
        Kind.POOLED_COUNTS,
        Kind.FORUM,
        Kind.FORUM_OPTION,
        Kind.BALLOT_ENTRY,
    }
)
"""What says how a session went, or what a program counted: to add one changes the session or the count."""

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
    def writers(self) -> frozenset[DeviceId]:
        """The laptops that the record names as its writers."""
        versions = (edition.version for edition in self.record.editions)
        return frozenset(laptop_of(writer) for version in versions for writer, _ in version.counts)

    @property
    def holders(self) -> frozenset[DeviceId]:
        """The laptops to which the record belongs when it is new: its writers, and who brought it.

        Who hands on somebody else's program, circle or session may not erase it, with all that is in it.
        """
        others = self.writers - {self.signer}
        if others and (self.signer == NOBODY or self.record.kind in _HOLDING_OTHERS):
            return others
        return others | {self.signer}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What files may do to a desk at once, and what waits for a person.

    ``holders`` are the laptops to which the records that are new here belong.  ``replaced`` records are
    taken as they are, in place of what was here.  ``unproven`` are the claims by which records came that
    none of their writers signed.  ``waiting`` are the claims that would change or erase what other laptops
    wrote, or give the id of one thing to another.
    """

    taken: Mapping[RecordId, Record]
    holders: Mapping[RecordId, frozenset[DeviceId]]
    waiting: tuple[Claim, ...] = ()
    replaced: frozenset[RecordId] = frozenset()
    unproven: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a desk knows of the records in files, and of what these belong to.

    ``holders`` says to whom a record belongs; one that is not in it belongs to this desk.  ``unearned`` are
    records in which a count of this desk stands that it never gave.  ``unproven`` are the claims by which
    records came here and that are all that is known of them: none of their writers signed them.
    """

    records: Mapping[RecordId, Record]
    holders: Mapping[RecordId, Collection[DeviceId]]
    unearned: Collection[RecordId] = ()
    unproven: Mapping[RecordId, Claim] = field(default_factory=dict)


def judge(claims: Iterable[Claim], known: Known, trust: Trust) -> Judgement:
    """Judge all ``claims`` together; neither their order nor repeating one changes the result."""
    judging = _Judging(known, trust)
    by_record: dict[RecordId, list[Claim]] = {}
    for claim in claims:
        of_record = judging.traces if claim.record.erased else by_record
        of_record.setdefault(claim.record.id, []).append(claim)
    # Facts of a session are judged by it, and what is in a circle by the circle.
    rest = []
    for theirs in by_record.values():
        if theirs[0].record.kind in _HOLDING_OTHERS:
            judging.judge_words(theirs)
        else:
            rest.append(theirs)
    for theirs in rest:
        judging.judge_words(theirs)
    judging.begin_traces()
    for theirs in sorted(judging.traces.values(), key=_layer):
        judging.judge_traces(theirs)
    judging.hold_back_what_is_below_another_thing(by_record)
    return judging.result()


class _Judging:
    """One judgement as it is made: what is taken so far, to whom it belongs, and what waits."""

    def __init__(self, known: Known, trust: Trust) -> None:
        self._known = known
        self._trust = trust
        self._taken: dict[RecordId, Record] = {}
        self._holders: dict[RecordId, frozenset[DeviceId]] = {}
        self._unproven: dict[RecordId, Claim] = {}
        self._replaced: set[RecordId] = set()
        self._waiting: list[Claim] = []
        self._contested: set[RecordId] = set()
        self.traces: dict[RecordId, list[Claim]] = {}

    def judge_words(self, claims: list[Claim]) -> None:
        """Take what is new, and what the holders of a record or laptops they trust say of it.

        What came from somebody else in the name of its writers makes way for what they sign themselves: it
        is a claim like any other then.
        """
        record_id = claims[0].record.id
        mine = self._known.records.get(record_id)
        earlier = self._known.unproven.get(record_id)
        proven = any(self._is_proven(one) and one.record != mine for one in claims) if earlier else False
        if mine is not None and earlier is not None and proven:
            if mine.erased:
                self.traces.setdefault(record_id, []).append(earlier)
            else:
                claims = [*claims, earlier]
            self._replaced.add(record_id)
            mine = None
        if mine is None:
            able = [one for one in claims if self._may_add(one)]
            if not able:
                self._replaced.discard(record_id)
                self._waiting += [one for one in claims if one != earlier]
                return
            mine = self._begin(min(able, key=self._rank) if len(able) > 1 else able[0])
        self._join(mine, claims, self._holders_of(record_id))

    def begin_traces(self) -> None:
        """Note the programs, circles and sessions of which another laptop says that they are its own.

        Who holds one of these cannot erase what is in it until a person has said whose it is.
        """
        holding = [one.record for one in self._waiting if one.record.kind in _HOLDING_OTHERS]
        self._contested = {record.id for record in holding}

    def judge_traces(self, claims: Sequence[Claim]) -> None:
        """Take the erasings of those to whom a record belongs, or the circle or program it is in.

        A trace of something that is not here is taken when the same laptop could erase what it was in.  Of
        another thing with that id, it erases nothing.
        """
        record_id = claims[0].record.id
        mine = self._here(record_id)
        if mine is not None:
            holders = self._holders_above(mine)
            if record_id not in self._contested:
                holders |= {*self._holders_of(record_id)}
            self._join(mine, [one for one in claims if not replaces_thing(one.record, mine)], holders)
            return
        able = [one for one in claims if self._trust.lets(one.signer, self._holders_above(one.record))]
        if not able:
            self._waiting += claims
            return
        first = min(able, key=self._rank)
        self._begin(first)
        self._unproven[record_id] = first
        self._join(first.record, claims, self._holders_above(first.record) | first.holders)

    def hold_back_what_is_below_another_thing(self, by_record: Mapping[RecordId, Sequence[Claim]]) -> None:
        """Let wait, with a record that gives the id of one thing to another, what the file has under it."""
        below = {one.record.id for one in self._waiting if self._is_another_thing(one)}
        signers = {one.signer for one in self._waiting if one.record.id in below}
        while below:
            below = {
                record_id
                for record_id, theirs in by_record.items()
                if record_id in self._holders
                and any(one.record.owner in below and one.signer in signers for one in theirs)
            }
            for record_id in below:
                self._waiting += by_record[record_id]
                del self._taken[record_id], self._holders[record_id]
                self._unproven.pop(record_id, None)
                self._replaced.discard(record_id)

    def result(self) -> Judgement:
        """Return the judgement; what adds nothing to what was taken does not wait."""
        waiting = []
        for one in self._waiting:
            mine = self._here(one.record.id)
            if mine is None or has_news(one.record, mine) or self._is_another_thing(one):
                waiting.append(one)
        unproven = (claim for key, claim in self._unproven.items() if self._taken.get(key) == claim.record)
        return Judgement(
            self._taken,
            self._holders,
            tuple(dict.fromkeys(waiting)),
            frozenset(self._replaced),
            tuple(unproven),
        )

    def _begin(self, first: Claim) -> Record:
        record = self._taken[first.record.id] = first.record
        self._holders[record.id] = first.holders
        if not self._is_proven(first):
            self._unproven[record.id] = first
        return record

    def _join(self, mine: Record, claims: Sequence[Claim], holders: Collection[DeviceId]) -> None:
        left = []
        for claim in claims:
            if claim.record == mine:
                continue
            may = self._trust.lets(claim.signer, holders) and not replaces_thing(claim.record, mine)
            if may and not _is_crowded(claim.record, mine):
                mine = mine.merged(claim.record)
            else:
                left.append(claim)
        if claims and mine != self._here(mine.id):
            self._taken[mine.id] = mine
        self._waiting += left

    def _may_add(self, claim: Claim) -> bool:
        """Whether a claim may add a record: all may, but not facts of what somebody else holds."""
        record = claim.record
        if record.id in self._known.unearned and not self._trust.knows(claim.signer):
            return False
        if record.kind not in _FACTS or record.owner not in self._known.records:
            return True
        return self._trust.lets(claim.signer, self._holders_of(record.owner))

    def _is_proven(self, claim: Claim) -> bool:
        """Whether one of those who may speak for all writers of a record signed it."""
        return claim.signer != NOBODY and all(
            writer == claim.signer or self._trust.lets(claim.signer, (writer,)) for writer in claim.writers
        )

    def _is_another_thing(self, claim: Claim) -> bool:
        """Whether a claim gives the id of one thing to another.

        So does one whose writer has nothing to do with who wrote and erased what has the id here.
        """
        mine = self._here(claim.record.id)
        if mine is None or claim.record.erased:
            return False
        if replaces_thing(claim.record, mine):
            return True
        holders = self._holders_of(mine.id)
        return (
            mine.erased
            and self._is_proven(claim)
            and not claim.writers.intersection(holders)
            and not self._trust.lets(claim.signer, holders)
        )

    def _rank(self, claim: Claim) -> tuple[bool, bool, bool, str, str]:
        """What its writer signed goes first, then what is signed; then any fixed order."""
        proven = self._is_proven(claim)
        alone = claim.writers == {claim.signer}
        return not proven, claim.signer == NOBODY, not alone, claim.signer, repr(claim.record)

    def _here(self, record_id: RecordId) -> Record | None:
        return self._taken.get(record_id) or self._known.records.get(record_id)

    def _holders_of(self, record_id: RecordId) -> Collection[DeviceId]:
        if record_id in self._holders:
            return self._holders[record_id]
        return self._known.holders.get(record_id, self._trust.own) if record_id in self._known.records else ()

    def _holders_above(self, record: Record) -> set[DeviceId]:
        above = (one for one in self._above(record) if one not in self._contested)
        return {name for one in above for name in self._holders_of(one)}

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


def has_news(record: Record, mine: Record) -> bool:
    """Whether merging ``record`` into ``mine`` would change what that says."""
    if replaces_thing(record, mine):
        return True
    both = mine.merged(record)
    return both != mine and not (both.erased and mine.erased)


def _is_crowded(record: Record, mine: Record) -> bool:
    """Whether the two would be more versions of one record than a file may have."""
    many = len(record.editions) + len(mine.editions) > MOST_EDITIONS
    return many and len(mine.merged(record).editions) > MOST_EDITIONS
