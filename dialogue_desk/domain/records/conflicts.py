"""What a person chooses when two laptops changed one thing: one wording, both, or a third."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import Edition, Record

_STAND_BESIDE = frozenset({Kind.NOTE, Kind.ACTION, Kind.GROUND_RULE})
"""What there may be two of.  A session or a head-count has one wording in the end."""


def conflicting_editions(record: Record) -> tuple[Edition, ...]:
    """Return the editions of a record that say different things, as they stand, the one shown first."""
    found: dict[Body | None, Edition] = {}
    for edition in record.editions:
        found.setdefault(edition.body, edition)
    return tuple(found.values())


def written_by(edition: Edition) -> DeviceId:
    """Return the laptop that wrote an edition, whichever of its hands it was (``Record.restored``)."""
    return DeviceId(edition.device.split("/", 1)[0])


def can_keep_all(record: Record) -> bool:
    """Whether all wordings of a clash can stand beside each other."""
    said = [edition.body for edition in conflicting_editions(record)]
    return record.kind in _STAND_BESIDE and len(said) > 1 and None not in said


def keeping_all(record: Record, new_id: Callable[[], RecordId]) -> Edit:
    """Return the choice of all wordings: the one shown stays, each other becomes a record of its own.

    Raises:
        ValueError: when they cannot stand beside each other.
    """
    if not can_keep_all(record):
        raise ValueError("these wordings cannot stand beside each other")
    first, *others = (edition.body for edition in conflicting_editions(record))
    beside = (Write(new_id(), record.kind, record.owner, body) for body in others)
    return Edit(Act.CHOOSE, (Write.again(record, first), *beside))
