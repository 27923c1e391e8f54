"""The records of one short session, and the tables made of them."""

from __future__ import annotations

import csv
import io

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GroundRule, Program, Session
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.session_folder import SessionFolder, runs_of, stored
from dialogue_desk.domain.records.records import NO_OWNER, Record, Stamp, new_record
from dialogue_desk.exchange.csv_table import BOM, csv_bytes
from dialogue_desk.exchange.tables import tables

STAMP = Stamp(DeviceId("laptop"), 1, 0)
START = 1_775_000_000_000
PROGRAM, CIRCLE, SESSION, THEME = (RecordId(name) for name in ("p", "c", "s", "t"))
PARTS = (
    Part("one", PartKind.WELCOME, "One", 10, 5, Cut.NEVER),
    Part("two", PartKind.CLOSING, "Two", 5, 5, Cut.NEVER),
)
PLAN = SessionPlan("s1", "An evening", 15, "", PARTS)
GUIDE = Guide("guide", "1", "en", "Guide", "", (1, 60), (), (PLAN,))


def record(name: str, owner: RecordId, body: Body) -> Record:
    return new_record(RecordId(name), owner, body, STAMP)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode().removeprefix(BOM), newline="")))


def the_records(*more: Record) -> list[Record]:
    session = Session(1, "s1", (), START, START + 15 * MINUTE, 9, zone=-240, present=8)
    moves = [(MoveKind.START, 0), (MoveKind.NEXT, 12), (MoveKind.ADD_TIME, 13), (MoveKind.CLOSE, 20)]
    return [
        record("p", NO_OWNER, Program("Our town", "OURS")),
        record("c", NO_OWNER, Circle("C01", "Hall", PROGRAM)),
        record("s", CIRCLE, session),
        record("t", PROGRAM, Theme("Streets")),
        record("r", CIRCLE, GroundRule("One voice at a time", 1000)),
        *(
            record(f"m{n}", SESSION, Move(kind, START + at * MINUTE, RecordId("run"), n, by=2 * MINUTE))
            for n, (kind, at) in enumerate(moves)
        ),
        *more,
    ]


def folder_of(records: list[Record]) -> SessionFolder:
    by_id = {one.id: one for one in records}
    session, circle, program = (by_id[one].body for one in (SESSION, CIRCLE, PROGRAM))
    moves = [move.body for move in stored(records, Move)]
    return SessionFolder(
        id=SESSION,
        session=session,
        circle_id=CIRCLE,
        circle=circle,
        program_id=PROGRAM,
        program=program,
        guide=GUIDE,
        plan=PLAN,
        runs=runs_of(session, PLAN, moves),
        notes=stored(records, Note),
        actions=stored(records, ActionIdea),
        themes={theme.id: theme.body for theme in stored(records, Theme)},
        ground_rules=stored(records, GroundRule),
        closing=closing_of(records),
    )


def table(name: str, records: list[Record]) -> list[dict[str, str]]:
    return rows_of(name, folder_of(records), records)


def rows_of(name: str, folder: SessionFolder, records: list[Record]) -> list[dict[str, str]]:
    found = {one.name: one for one in tables(records, [folder])}
    head, *rows = read(csv_bytes(found[name]))
    return [dict(zip(head, row, strict=True)) for row in rows]
