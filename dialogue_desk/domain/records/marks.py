"""Marks of what a person saw: by them a later look tells what has come or changed since.

A mark is a digest of a record's id and of a version.  It holds no words, so it may leave with what it is
about, also after the words were changed because they pointed to somebody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.closing import Marks
from dialogue_desk.domain.records.records import MARK, Edition, Record, laptop_of

ALL_OF_IT = ""
"""Stands for a whole record instead of one of its fields."""

STATE_ALONE = "state"
"""Stands for what is given as the state, whatever else of the record changes."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be looked at: one field of a record, or all of it, in all its versions.

    ``state`` is a number or a word that belongs to it and is no word by people.
    """

    record: Record
    field: str = ALL_OF_IT
    state: str = ""

    @property
    def marks(self) -> frozenset[str]:
        """One mark for each version that a person may come to see."""
        return frozenset(self._mark(edition) for edition in self._editions)

    @property
    def _editions(self) -> tuple[Edition, ...]:
        return tuple(edition for edition in self.record.editions if edition.body is not None)

    def _mark(self, edition: Edition) -> str:
        if self.field == ALL_OF_IT:
            version = edition.version.mark
        else:
            version = "" if self.field == STATE_ALONE else edition.worded(self.field)
        whole = "\0".join((self.record.id, self.field, self.state, version))
        return hashlib.sha256(whole.encode()).hexdigest()[:MARK]

    def was_before(self, fact: Edition) -> bool:
        """Whether the laptop that wrote ``fact`` had itself written all of this before."""
        return all(_written_before(edition, fact) for edition in self._editions)


@dataclass(frozen=True, slots=True)
class Sight:
    """What was in sight when a person did something.

    ``unmarked`` are facts from before there were marks: in their sight was what their laptop had written.
    """

    marks: frozenset[str] = frozenset()
    unmarked: tuple[Edition, ...] = ()

    @classmethod
    def of(cls, editions: Iterable[Edition]) -> Sight:
        """Return what was in sight in any of these editions of a fact."""
        marks: set[str] = set()
        unmarked = []
        for edition in editions:
            saw = getattr(edition.body, "saw", None)
            if saw is None:
                unmarked.append(edition)
            else:
                marks.update(saw)
        return cls(frozenset(marks), tuple(unmarked))

    def had(self, thing: Thing) -> bool:
        """Whether ``thing`` was in sight as it is now."""
        return thing.marks <= self.marks or any(thing.was_before(fact) for fact in self.unmarked)

    def not_seen(self, things: Iterable[Thing]) -> int:
        """Return how many of ``things`` came or changed since."""
        return sum(not self.had(thing) for thing in things)


def marks_of(things: Iterable[Thing]) -> Marks:
    """Return the marks of all ``things``, in an order that tells nothing."""
    return tuple(sorted({mark for thing in things for mark in thing.marks}))


def _written_before(edition: Edition, fact: Edition) -> bool:
    """Whether an edition is an earlier change of the laptop that wrote ``fact``.

    Only that is certain: what another laptop wrote may have come in later, with a count that is lower.
    """
    last = _last_count(edition)
    return edition.device == fact.device and 0 < last <= _last_count(fact)


def _last_count(edition: Edition) -> int:
    counts = (count for writer, count in edition.version.counts if laptop_of(writer) == edition.device)
    return max(counts, default=0)
