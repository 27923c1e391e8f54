"""Reads the records of a session: its own, and those of its circle and program that go with it."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record


def session_scope(desk: Desk, session_id: RecordId) -> dict[RecordId, Record]:
    """Return the records of a session by id; none when it is not here.

    The texts of guides are not among them, nor are other sessions.
    """
    session = desk.get(session_id)
    if session is None:
        return {}
    found = [session, *desk.file.records.under(session_id)]
    circle = desk.get(session.owner)
    if circle is not None:
        found += [circle, *desk.file.records.under(circle.id, Kind.GROUND_RULE, Kind.THEME)]
    program_id = circle.body.program if circle is not None and isinstance(circle.body, Circle) else None
    program = desk.get(program_id) if program_id else None
    if program is not None:
        found += [program, *desk.file.records.under(program.id, Kind.THEME, Kind.TALLY_CATEGORY)]
    return {record.id: record for record in found}
