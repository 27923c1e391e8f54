"""Finds the records of which a person has to choose a version, and where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, GuideText, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note
from dialogue_desk.domain.model.organizing import spoken_of
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.conflicts import keeping_all
from dialogue_desk.domain.records.records import NO_OWNER, Record
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_stored_guide
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record in conflict, with its circle's code and its session's number (0 for none).

    ``above`` is the owner of its owner: for a note, the circle.  ``about`` is the note, idea or theme that a
    record of organizers says something of; None for others.
    """

    record: Record
    circle: str = ""
    number: int = 0
    above: RecordId = NO_OWNER
    about: Record | None = None


def conflict_of(records: RecordRows, record: Record) -> Conflict:
    """Return ``record`` with the circle and session it belongs to."""
    owner = records.get(record.owner) if record.owner else None
    number = record.body.number if isinstance(record.body, Session) else 0
    if owner is None:
        return Conflict(record, _code(record), number)
    if not isinstance(owner.body, Session):
        lines = spoken_of(record.body)
        return Conflict(record, _code(owner), number, about=records.get(lines[0]) if lines else None)
    circle = records.get(owner.owner)
    code = "" if circle is None else _code(circle)
    return Conflict(record, code, owner.body.number, owner.owner)


def conflicts_in(desk: Desk, folder: SessionFolder) -> tuple[RecordId, ...]:
    """Return the ids of conflicts in one session: itself, its records, and its circle's ground rules."""
    return tuple(
        record.id
        for record in desk.file.records.conflicting()
        if folder.id in (record.id, record.owner)
        or (record.owner == folder.circle_id and record.kind is Kind.GROUND_RULE)
    )


def options_of(desk: Desk, record: Record, words: Words) -> Mapping[tuple[str, str], str]:
    """Return the titles of the options of a session, when a version of its note ``record`` is about one."""
    session = desk.get(record.owner)
    bodies = (edition.body for edition in record.editions)
    if session is None or not isinstance(session.body, Session) or not session.body.guides:
        return {}
    text = desk.get(session.body.guides[0])
    if text is None or not isinstance(text.body, GuideText):
        return {}
    if not any(isinstance(body, Note) and body.option for body in bodies):
        return {}
    try:
        guide = read_stored_guide(text.body.text, text.body.guide, words)
    except GuideUnreadable:
        return {}
    plans = (plan.options for plan in guide.sessions if plan.id == session.body.plan)
    return next(plans, {})


def _code(record: Record) -> str:
    return record.body.code if isinstance(record.body, Circle) else ""


def choose_all(desk: Desk, record_id: RecordId) -> Outcome:
    """Settle a conflict for everybody: every version stays, each as a record of its own.

    Raises:
        KeyError: when there is no such record.
        ValueError: when such a record cannot be there twice.
        DeskTrouble: when it could not be written; then nothing was changed.
    """
    record = desk.get(record_id)
    if record is None:
        raise KeyError(record_id)
    return desk.perform(keeping_all(record, desk.new_id))
