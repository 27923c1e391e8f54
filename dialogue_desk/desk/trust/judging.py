"""Judges what packages may do to this desk, all together, beside what is known and what waits already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.trust.known_laptops import trust_of
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import Record, laptop_of
from dialogue_desk.domain.records.trust import Claim, Judgement, Known, Vouch, judge

_SHORTEST_HAND = 6
_CONTAINERS = (Kind.CIRCLE, Kind.SESSION)


@dataclass(frozen=True, slots=True)
class SignedPackage:
    """A package that was read, the laptop that signed it, and whom that laptop and others vouch for."""

    incoming: IncomingPackage
    signer: DeviceId
    vouches: tuple[Vouch, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Yield what it says of each record."""
        name = self.incoming.name
        return (Claim(self.signer, record, name) for record in self.incoming.records.values())


def judged(desk: Desk, packages: Sequence[SignedPackage], heard: Iterable[Vouch] = ()) -> Judgement:
    """Return what ``packages`` may do at once, what waits, and which waiting claims they make good.

    A claim that waits here already is judged again: the laptop that signed it may be known by now.
    ``heard`` are vouches that come with other files just now.
    """
    waiting = desk.file.waiting
    claims = [claim for package in packages for claim in package.claims()]
    if not waiting.is_empty():
        claims = [*claims, *waiting.open()]
        left_out = waiting.left_out([claim for claim in claims if claim.record.id])
        claims = [claim for claim in claims if claim not in left_out]
    trust = trust_of(desk, (*(one for package in packages for one in package.vouches), *heard))
    return judge(claims, known_of(desk, [claim.record for claim in claims]), trust)


def known_of(desk: Desk, records: Sequence[Record]) -> Known:
    """Return what this desk knows of records in files, and of what those belong to that are to be erased."""
    known = desk.file.records.known({record.id for record in records} | {record.owner for record in records})
    unearned = frozenset(unearned_in(desk, records, known))
    above = {known.get(record.id, record) for record in records if record.erased}
    above |= {record for record in records if record.kind in _CONTAINERS} if above else set()
    while wanted := {one for record in above for one in _above(record)} - known.keys():
        found = desk.file.records.known(wanted)
        known |= found
        above = set(found.values())
    return Known(known, desk.file.holders.of(known), unearned, desk.file.holders.unproven(known))


def _above(record: Record) -> Iterator[RecordId]:
    if record.owner:
        yield record.owner
    if isinstance(record.body, Circle) and record.body.program:
        yield record.body.program


def unearned_in(
    desk: Desk, records: Iterable[Record], known: Mapping[RecordId, Record]
) -> dict[RecordId, bool]:
    """Return the records in which a count of this desk stands that it never gave.

    A twin of this desk wrote them, or somebody claims that this desk has.  The value says whether the count
    is even one of a hand that this desk has or had.
    """
    own = _OwnCounts(desk)
    found: dict[RecordId, bool] = {}
    for record in records:
        for writer, count in _own_counts(record, desk.device):
            if not own.gave(record.id, writer, count, known.get(record.id)):
                found[record.id] = found.get(record.id, False) or own.has(writer)
    return found


def _own_counts(record: Record, device: DeviceId) -> Iterator[tuple[str, int]]:
    for edition in record.editions:
        for writer, count in edition.version.counts:
            if writer.startswith(device) and laptop_of(writer) == device:
                yield writer, count


class _OwnCounts:
    """The counts that this desk gave, asked only when a file names this desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _hands(self) -> frozenset[str]:
        return self._desk.file.names.hands(self._desk.device) | {self._desk.name.hand}

    @cached_property
    def _last(self) -> int:
        return self._desk.file.history.last()

    def has(self, writer: str) -> bool:
        return _hand_of(writer) in self._hands

    def gave(self, record_id: RecordId, writer: str, count: int, mine: Record | None) -> bool:
        if not self.has(writer) or count > self._last:
            return False
        if mine is None or mine.erased:
            return True
        known = max(dict(edition.version.counts).get(writer, 0) for edition in mine.editions)
        return count <= known or self._desk.file.history.touched(count, record_id)


def _hand_of(writer: str) -> str:
    """Return the hand of a writer, which may end in the number of one of several versions.

    Before there were hands, such a number stood in their place.
    """
    hand = writer.partition("/")[2].partition(".")[0]
    return "" if hand.isdigit() and len(hand) < _SHORTEST_HAND else hand
