"""Tables: rows that a spreadsheet reads rightly and never runs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GroundRule, Officers, Program, Session
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    ReadBack,
    StepState,
    Tally,
    TopThemes,
)
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Level, Note, NoteKind, Parked, Spread, Theme
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.session_folder import SessionFolder, runs_of, stored
from dialogue_desk.domain.records.records import NO_OWNER, Record, Stamp, new_record
from dialogue_desk.exchange.csv_table import BOM, DataTable, csv_bytes, guarded
from dialogue_desk.exchange.tables import record_lines, tables

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
    found = {one.name: one for one in tables(records, [folder_of(records)])}
    head, *rows = read(csv_bytes(found[name]))
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_can_be_taken_for_a_formula(begin: str) -> None:
    assert guarded(f"{begin}HYPERLINK(1)") == f"'{begin}HYPERLINK(1)"


@pytest.mark.parametrize("cell", ["", "plain", "a=b", " - not first", "¿Qué?", "'quoted", -4, 2.5, None])
def test_all_else_is_written_as_it_is(cell: str | float | None) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_text_of_any_kind_reads_back_exactly_but_for_the_guard(cells: list[str]) -> None:
    _, row = read(csv_bytes(DataTable("any", ("a", "b"), (tuple(cells),))))
    assert row == [guarded(cell) for cell in cells]


def test_a_table_has_a_mark_for_excel_and_lines_as_the_standard_says() -> None:
    assert csv_bytes(DataTable("x", ("a", "b"), (("ñ", -1.5),))) == "\ufeffa,b\r\nñ,-1.5\r\n".encode()


def test_a_session_tells_planned_added_and_actual_minutes() -> None:
    (session,) = table("sessions", the_records())
    assert (session["program"], session["circle"], session["session"]) == ("OURS", "C01", "1")
    assert (session["planned_minutes"], session["added_minutes"]) == ("15.0", "2.0")
    assert (session["actual_minutes"], session["state"]) == ("20.0", "closed")
    assert (session["pauses"], session["paused_minutes"]) == ("0", "0.0")
    assert (session["people_expected"], session["people_present"]) == ("9", "8")
    assert session["started"] == "2026-03-31 19:33:20"


def test_each_part_tells_its_minutes() -> None:
    parts = table("parts", the_records())
    told = [
        (row["part"], row["planned_minutes"], row["added_minutes"], row["actual_minutes"]) for row in parts
    ]
    assert told == [("One", "10.0", "0.0", "12.0"), ("Two", "5.0", "2.0", "8.0")]


def test_each_kind_of_part_tells_how_a_circle_holds_it() -> None:
    told = table("part_kinds_by_circle", the_records())
    minutes = [(row["planned_minutes"], row["adapted_minutes"], row["actual_minutes"]) for row in told]
    assert minutes == [("10.0", "10.0", "12.0"), ("5.0", "7.0", "8.0")]
    assert [(row["circle"], row["held"], row["left_out"]) for row in told] == [("C01", "1", "0")] * 2
    assert [(row["ran_over"], row["always_over"]) for row in told] == [("1", "no")] * 2


def test_a_note_tells_its_part_its_spread_and_its_themes() -> None:
    said = Note(NoteKind.QUOTE, "=1+1", "one", Spread.A_FEW, (THEME,), "es", START, Consent.YES)
    (note,) = table("notes", the_records(record("n", SESSION, said)))
    assert (note["text"], note["kind"], note["spread"]) == ("'=1+1", "quote", "a few")
    assert (note["part"], note["themes"], note["language"]) == ("One", "Streets", "es")
    assert (note["consent"], note["clash"]) == ("yes", "no")


def test_an_action_idea_tells_who_and_the_first_step() -> None:
    idea = ActionIdea("Light the path", themes=(THEME,), who="Parks", first_step="Count", level=Level.POLICY)
    (action,) = table("actions", the_records(record("a", SESSION, idea)))
    assert (action["what"], action["who"], action["first_step"]) == ("Light the path", "Parks", "Count")
    assert (action["level"], action["horizon"]) == ("policy", "")


def test_a_theme_counts_the_circles_that_raised_it() -> None:
    notes = [record(f"n{n}", SESSION, Note(NoteKind.HOPE, str(n), themes=(THEME,))) for n in range(3)]
    idea = record("a", SESSION, ActionIdea("Light the path", themes=(THEME,)))
    records = the_records(*notes, idea)
    (theme,) = table("themes", records)
    assert (theme["program"], theme["circles"], theme["notes"], theme["actions"]) == ("OURS", "1", "3", "1")
    (count,) = table("themes_by_circle", records)
    assert (count["theme"], count["circle"], count["notes"]) == ("Streets", "C01", "3")


def test_a_theme_that_nobody_raised_is_listed_and_counts_nothing() -> None:
    (theme,) = table("themes", the_records())
    assert (theme["circles"], theme["notes"]) == ("0", "0")
    assert table("themes_by_circle", the_records()) == []


def test_both_wordings_of_a_clash_are_there() -> None:
    first = record("n", SESSION, Note(NoteKind.HOPE, "first"))
    ours = first.written(Note(NoteKind.HOPE, "ours"), Stamp(DeviceId("a"), 2, START))
    theirs = first.written(Note(NoteKind.HOPE, "theirs"), Stamp(DeviceId("b"), 2, START + 1))
    rows = table("clashes", the_records(ours.merged(theirs)))
    assert [(row["wording"], row["text"]) for row in rows] == [("1", "theirs"), ("2", "ours")]


def test_every_edition_is_a_line_of_json() -> None:
    first = record("n", SESSION, Note(NoteKind.HOPE, "first"))
    ours = first.written(Note(NoteKind.HOPE, "ours"), Stamp(DeviceId("a"), 2, START))
    theirs = first.written(None, Stamp(DeviceId("b"), 2, START))
    lines = record_lines([ours.merged(theirs), *the_records()]).decode().splitlines()
    told = [json.loads(line) for line in lines]
    assert [one["id"] for one in told] == sorted(one["id"] for one in told)
    assert [one.get("body", {}).get("text") for one in told if one["id"] == "n"] == ["ours", None]


def test_a_note_tells_what_became_of_it() -> None:
    parked = Note(NoteKind.PARKING_LOT, "Later", "one", prompt=2, sensitive=True, parked=Parked.NEXT_TIME)
    hope = Note(NoteKind.HOPE, "Now")
    read_back = ReadBack(RecordId("n2"))
    records = the_records(
        record("n1", SESSION, parked), record("n2", SESSION, hope), record("b", SESSION, read_back)
    )
    later, now = table("notes", records)
    assert (later["prompt"], later["sensitive"], later["parked"], later["read_back"]) == (
        "2",
        "yes",
        "next time",
        "no",
    )
    assert (now["prompt"], now["sensitive"], now["parked"], now["read_back"]) == ("", "no", "", "yes")


def test_an_action_idea_tells_all_of_it() -> None:
    idea = ActionIdea("Open", why="Unknown", strengths="Near", obstacles="Shifts", dots=4, prompt=1)
    (action,) = table("actions", the_records(record("a", SESSION, idea)))
    told = [action[name] for name in ("what", "why", "strengths", "obstacles", "dots", "prompt", "read_back")]
    assert told == ["Open", "Unknown", "Near", "Shifts", "4", "1", "no"]


def test_a_close_tells_its_vote_what_was_read_and_which_themes_lead_and_no_tally() -> None:
    facts = [
        record("n", SESSION, Note(NoteKind.HOPE, "x")),
        record("a", SESSION, ActionIdea("y", dots=5)),
        record("b", SESSION, ReadBack(RecordId("a"))),
        record("d", SESSION, DotVote(3, 4)),
        record("h", SESSION, TopThemes((THEME,))),
        record("k", SESSION, ClosingStep(CloseStep.READ_BACK)),
        record("l", SESSION, ClosingStep(CloseStep.DEBRIEF, StepState.LATER)),
        record("o", SESSION, Overrule("one", "The circle asked")),
        record("y", SESSION, Tally(RecordId("age"), (("under 18", 77),))),
    ]
    records = the_records(*facts)
    (close,) = table("closings", records)
    assert [close[name] for name in ("notes", "actions", "read_back")] == ["1", "1", "1"]
    assert [close[f"dots_{name}"] for name in ("each", "in_all", "placed")] == ["3", "12", "5"]
    (theme,) = table("top_themes", records)
    assert (theme["place"], theme["theme"]) == ("1", "Streets")
    steps = [(row["step"], row["state"]) for row in table("closing_steps", records)]
    assert steps == [("read-back", "done"), ("debrief", "later")]
    (part,) = table("overruled_parts", records)
    assert (part["part"], part["reason"]) == ("One", "The circle asked")
    assert not any("77" in str(one.rows) for one in tables(records, [folder_of(records)]))


def test_whether_officers_were_there_and_how_long_notes_are_kept_is_told() -> None:
    session, program, circle = (
        {one.id: one.body for one in the_records()}[name] for name in (SESSION, PROGRAM, CIRCLE)
    )
    records = [
        record("p", NO_OWNER, replace(program, smallest_total=12, keep_until="2027-06-30")),
        record("c", NO_OWNER, replace(circle, keep_until="2027-01-01")),
        record("s", CIRCLE, replace(session, officers=Officers.PARTLY)),
    ]
    assert table("sessions", records)[0]["officers"] == "partly"
    assert table("programs", records)[0]["smallest_total"] == "12"
    assert table("programs", records)[0]["keep_until"] == "2027-06-30"
    assert table("circles", records)[0]["keep_until"] == "2027-01-01"
