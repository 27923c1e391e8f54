"""What a person chooses when laptops changed one record: one version, all of them, or a new one."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import Edition, Record

_MANY_ALLOWED = frozenset({Kind.NOTE, Kind.ACTION, Kind.GROUND_RULE})
"""The kinds of which all versions may be kept.  A session or a head-count has one version in the end."""


def conflicting_editions(record: Record) -> tuple[Edition, ...]:
    """Return the editions of a record that say different things, the one shown first."""
    found: dict[Body | None, Edition] = {}
    for edition in record.editions:
        found.setdefault(edition.body, edition)
    return tuple(found.values())


def written_by(edition: Edition) -> DeviceId:
    """Return the laptop that wrote an edition, without the hand that ``Record.restored`` adds."""
    return DeviceId(edition.device.split("/", 1)[0])


def can_keep_all(record: Record) -> bool:
    """Whether all versions of a record can be kept as records of their own.

    One that was deleted on a laptop has no words to keep; the others have.
    """
    return record.kind in _MANY_ALLOWED and len(_said(record)) > 1


def keeping_all(record: Record, new_id: Callable[[], RecordId]) -> Edit:
    """Return the edit that keeps all versions: the one shown stays, each other becomes a new record.

    Raises:
        ValueError: when not all of them can be kept.
    """
    if not can_keep_all(record):
        raise ValueError("not all versions of this record can be kept")
    first, *others = _said(record)
    beside = (Write(new_id(), record.kind, record.owner, body) for body in others)
    return Edit(Act.CHOOSE, (Write.again(record, first), *beside))


def _said(record: Record) -> list[Body]:
    return [edition.body for edition in conflicting_editions(record) if edition.body is not None]
