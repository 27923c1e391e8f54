"""What the log says of a change that erases: a line for each thing, with what was in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import ErasureRule, LoggedErasure
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Change
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.desk_file import DeskFile

_NAMED = (Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION, Kind.NOTE, Kind.ACTION)


def erasure_lines(change: Change, file: DeskFile, at: Instant, today: date) -> Iterator[LoggedErasure]:
    """Yield the lines of a change that is about to be written: ``file`` still has what it erases."""
    gone = {pair.record.id: pair.before for pair in change.pairs if pair.erases and pair.before is not None}
    said = [one for one in gone.values() if one.kind in _NAMED and one.body is not None]
    counts: dict[RecordId, Counter[Kind]] = {}
    for record in said:
        counts.setdefault(_root(record, gone), Counter())[record.kind] += 1
    held = file.holds.all().keys()
    for root, inside in counts.items():
        over = subjects_over(file, gone[root])
        rule, until = _rule(change.act, gone[root], over, file, today)
        yield LoggedErasure(
            at,
            rule,
            gone[root].kind,
            root,
            inside[Kind.CIRCLE],
            inside[Kind.SESSION],
            inside[Kind.NOTE],
            inside[Kind.ACTION],
            until,
            not held.isdisjoint(over),
        )


def subjects_over(file: DeskFile, record: Record) -> tuple[RecordId, ...]:
    """Return the circle and the program that a record is or belongs to, the circle first."""
    found = record
    while found.kind is not Kind.CIRCLE and found.owner:
        above = file.records.get(found.owner)
        if above is None:
            break
        found = above
    if isinstance(found.body, Circle) and found.body.program:
        return (found.id, found.body.program)
    return (found.id,) if found.kind in (Kind.CIRCLE, Kind.PROGRAM) else ()


def _root(record: Record, gone: dict[RecordId, Record]) -> RecordId:
    """Return the widest thing that is erased and has the record in it."""
    while record.owner in gone and gone[record.owner].kind in _NAMED:
        record = gone[record.owner]
    return record.id


def _rule(
    act: Act, root: Record, over: tuple[RecordId, ...], file: DeskFile, today: date
) -> tuple[ErasureRule, str]:
    if act is not Act.ERASE:
        return ErasureRule.OTHER_LAPTOP, ""
    if isinstance(root.body, Note) and root.body.kind is NoteKind.QUOTE:
        return ErasureRule.WITHDRAWN, ""
    bodies = [one.body for one in map(file.records.get, over) if one is not None]
    days = [body.keep_until for body in bodies if isinstance(body, Program | Circle) and body.keep_until]
    if days and days[0] < today.isoformat() and root.kind is not Kind.NOTE:
        return ErasureRule.RETENTION, days[0]
    return ErasureRule.ASKED, ""
