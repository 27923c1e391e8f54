"""What is kept: records, their editions, and how two laptops' knowledge of one comes together.

A record is one small thing that people make: a note, a theme, a move of the clock.  Each time it is
written, it gets a new edition that carries a version vector: how many edits of each laptop its
writer had seen.  An edition that has seen another replaces it.  Two that have not seen each other both
stay, until a person chooses: that is a conflict, and it loses no words.

The editions of a record form a semilattice under :meth:`Record.merged`, so packages may arrive in any
order, grouped in any way, and twice.  Erasing is its top: once erased anywhere, the words are gone
on every laptop that learns of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import DeviceId, Instant, RecordId
from dialogue_desk.domain.records.wording import SAID, main_field, same_said, same_words, word_fields

NO_OWNER = RecordId("")

Since: TypeAlias = tuple[tuple[str, str], ...]

MARK = 12
"""How many hexadecimal digits a mark has."""

_HAND = "/"
"""Stands between the name of a laptop and its hand."""


class RecordMismatch(ValueError):
    """Two records share an id and are not the same thing."""


@dataclass(frozen=True, slots=True)
class Version:
    """How many edits of each writer an edition has seen, in the writers' order."""

    counts: tuple[tuple[str, int], ...] = ()

    def knows(self, other: Version) -> bool:
        """Whether everything ``other`` has seen is seen here too."""
        if self.counts == other.counts:
            return True
        return _sees(dict(self.counts), other.counts)

    def joined(self, other: Version) -> Version:
        """Return the version that has seen what either has."""
        if self.counts == other.counts:
            return self
        counts = dict(self.counts)
        for writer, count in other.counts:
            counts[writer] = max(count, counts.get(writer, 0))
        return Version(tuple(sorted(counts.items())))

    def written(self, writer: str, tick: int) -> Version:
        """Return the version of an edit that ``writer`` makes on top of this one.

        A count is never lowered, whatever a file claims of it: every edit counts as later than what it saw.
        """
        counts = dict(self.counts)
        counts[writer] = max(tick, counts.get(writer, 0) + 1)
        return Version(tuple(sorted(counts.items())))

    @property
    def mark(self) -> str:
        """A short digest of it, which tells this version from any other and nothing about what was said."""
        return _mark(self.counts)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where and when an edit is made.

    ``tick`` counts the edits of this laptop and is never given twice, so versions do not depend on
    clocks; ``at`` is what the clock said, right or wrong.  ``hand`` is new each time the desk is opened: a
    copy of a desk file has the same name and the same counts, but never the same hand, so two copies that
    go on separately are two writers.
    """

    device: DeviceId
    tick: int
    at: Instant
    hand: str = ""

    @property
    def writer(self) -> str:
        """Who counts this edit in a version."""
        return f"{self.device}{_HAND}{self.hand}" if self.hand else self.device


@dataclass(frozen=True, slots=True)
class Edition:
    """A record as somebody left it.  ``body`` is None when it was removed there, or erased.

    ``more`` is the JSON of fields that a newer app wrote and this one does not know; they are kept and
    passed on.  ``since`` names the fields with words that are as an earlier version had them, each with the
    mark of that version, so that a change of something else is not taken for a change of words.
    """

    version: Version
    at: Instant
    device: DeviceId
    body: Body | None
    erased: bool = False
    more: str = ""
    since: Since = ()

    def worded(self, field: str) -> str:
        """Return the mark of the version since which the words of ``field`` are as they are."""
        known = dict(self.since)
        if field == SAID and field not in known and self.body is not None:
            field = main_field(self.body)
        return known.get(field, self.version.mark)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known of one thing.

    ``owner`` is what it belongs to, and never changes: a note's session, a session's circle.
    ``editions`` are the latest, none of which has seen another; the first is the one shown.
    """

    id: RecordId
    kind: Kind
    owner: RecordId
    editions: tuple[Edition, ...]

    @property
    def shown(self) -> Edition:
        """The edition that screens show while no person has chosen: the same on every laptop."""
        return self.editions[0]

    @property
    def body(self) -> Body | None:
        """What it says; None when it was removed."""
        return self.editions[0].body

    @property
    def erased(self) -> bool:
        """Whether its words are gone for good."""
        return self.editions[0].erased

    @property
    def in_conflict(self) -> bool:
        """Whether a person has to choose between versions."""
        return len(self.editions) > 1 and len({edition.body for edition in self.editions}) > 1

    @property
    def version(self) -> Version:
        """What the whole record has seen."""
        version = self.editions[0].version
        for edition in self.editions[1:]:
            version = version.joined(edition.version)
        return version

    def merged(self, other: Record) -> Record:
        """Return what is known once both are.

        Raises:
            RecordMismatch: when ``other`` has this id and another kind or owner.
        """
        if self == other:
            return self
        if (self.id, self.kind, self.owner) != (other.id, other.kind, other.owner):
            raise RecordMismatch(self.id)
        return Record(self.id, self.kind, self.owner, latest((*self.editions, *other.editions)))

    def written(self, body: Body | None, stamp: Stamp, *, still_said: bool = False) -> Record:
        """Return the record with ``body`` written on top of all its editions.

        ``still_said``: what was said is the same, in words that point to nobody anymore.
        """
        version = self.version.written(stamp.writer, stamp.tick)
        since = _since(self.editions, body, version, still_said=still_said)
        edition = Edition(version, stamp.at, stamp.device, body, more=self.shown.more, since=since)
        return Record(self.id, self.kind, self.owner, latest((*self.editions, edition)))

    def restored(self, editions: tuple[Edition, ...], stamp: Stamp) -> Record:
        """Return the record saying again what ``editions`` said, written now.

        Editions that were in conflict are again: each is written by a hand of its own, so that none has
        seen the other.
        """
        again = (
            _again(old, self.version.written(writer, stamp.tick), stamp)
            for writer, old in zip(_hands(stamp, len(editions)), editions, strict=True)
        )
        return Record(self.id, self.kind, self.owner, latest((*self.editions, *again)))

    def beside(self, editions: Sequence[Edition], stamp: Stamp) -> Record:
        """Return the record with ``editions`` said again, as versions that saw no more than they had."""
        again = (
            _again(old, old.version.written(writer, stamp.tick), stamp)
            for writer, old in zip(_hands(stamp, len(editions)), editions, strict=True)
        )
        return Record(self.id, self.kind, self.owner, latest((*self.editions, *again)))

    def without_words(self, stamp: Stamp) -> Record:
        """Return the trace of this record once it is erased."""
        version = self.version.written(stamp.writer, stamp.tick)
        gone = Edition(version, stamp.at, stamp.device, None, erased=True)
        return Record(self.id, self.kind, self.owner, latest((*self.editions, gone)))


Records: TypeAlias = Mapping[RecordId, Record]


def laptop_of(writer: str) -> DeviceId:
    """Return the laptop of a writer in a version, without its hand."""
    return DeviceId(writer.partition(_HAND)[0])


def guide_record(text: GuideText) -> Record:
    """Return the record of a guide's text.  Nobody wrote it: it is the same on every laptop."""
    edition = Edition(Version((("guide", 1),)), 0, DeviceId("guide"), text)
    return Record(text.id, Kind.GUIDE, NO_OWNER, (edition,))


def new_record(record_id: RecordId, owner: RecordId, body: Body, stamp: Stamp) -> Record:
    """Return a record that is written for the first time."""
    edition = Edition(Version(((stamp.writer, stamp.tick),)), stamp.at, stamp.device, body)
    return Record(record_id, Kind.of(body), owner, (edition,))


def _again(old: Edition, version: Version, stamp: Stamp) -> Edition:
    """Return what an edition said, said again in another version."""
    since = _since((old,), old.body, version)
    return Edition(version, stamp.at, stamp.device, old.body, more=old.more, since=since)


def _since(
    editions: Sequence[Edition], body: Body | None, now: Version, *, still_said: bool = False
) -> Since:
    """Return since when each field of ``body`` has the words it has, where ``editions`` had them before.

    ``now`` is the version that is written.
    """
    if body is None:
        return ()
    found: dict[str, str] = {}
    for field in word_fields(body):
        same = next((one for one in editions if same_words(one.body, body, field)), None)
        if same is not None:
            found[field] = same.worded(field)
    saying = next((one for one in editions if same_said(one.body, body)), None)
    if saying is None and still_said:
        saying = editions[0]
    said = now.mark if saying is None else saying.worded(SAID)
    main = main_field(body)
    if main and said != found.get(main, now.mark):
        found[SAID] = said
    return tuple(sorted(found.items()))


@lru_cache(maxsize=1 << 15)
def _mark(counts: tuple[tuple[str, int], ...]) -> str:
    lines = "\n".join(f"{writer} {count}" for writer, count in counts)
    return hashlib.sha256(lines.encode()).hexdigest()[:MARK]


def _hands(stamp: Stamp, count: int) -> Iterator[str]:
    yield stamp.writer
    between = "." if stamp.hand else _HAND
    yield from (f"{stamp.writer}{between}{number}" for number in range(1, count))


def latest(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Return the editions that no other has seen, the one to show first.

    An erased edition is the only one left; of several, the same one is left on every laptop.
    """
    known = set(editions)
    if len(known) == 1:
        return tuple(known)
    gone = [edition for edition in known if edition.erased]
    if gone:
        return (max(gone, key=_rank),)
    return tuple(sorted(_unseen(known), key=_rank, reverse=True))


def _unseen(editions: Iterable[Edition]) -> list[Edition]:
    """Return the editions that no other has seen.

    Whoever has seen another counts more in all, so each is held only against those that count more than it
    does and are themselves unseen.
    """
    totals = [(sum(count for _, count in one.version.counts), one) for one in editions]
    totals.sort(key=itemgetter(0), reverse=True)
    left: list[tuple[int, dict[str, int], Edition]] = []
    for total, one in totals:
        counts = one.version.counts
        if not any(more > total and _sees(seen, counts) for more, seen, _ in left):
            left.append((total, dict(counts), one))
    return [one for _, _, one in left]


def _sees(seen: dict[str, int], counts: tuple[tuple[str, int], ...]) -> bool:
    return all(seen.get(writer, 0) >= count for writer, count in counts)


def _rank(edition: Edition) -> tuple[bool, Instant, str, tuple[tuple[str, int], ...], str, str, Since]:
    """Words before none, then the later clock, then anything that every laptop sees alike."""
    return (
        edition.body is not None,
        edition.at,
        edition.device,
        edition.version.counts,
        repr(edition.body),
        edition.more,
        edition.since,
    )
