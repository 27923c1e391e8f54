"""Tables: rows that a spreadsheet reads rightly and never runs."""

from __future__ import annotations

import json
from dataclasses import replace

from dialogue_desk.domain.model.circles import Circle, Officers
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER, Stamp
from dialogue_desk.exchange.tables import record_lines
from tests.exchange.small_desk import (
    CIRCLE,
    PROGRAM,
    SESSION,
    START,
    THEME,
    record,
    table,
    the_records,
)


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


def test_both_versions_of_a_conflict_are_there() -> None:
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


def test_rows_stand_in_the_order_in_which_people_look_them_up() -> None:
    codes, names = ("C10", "c2", "Ágora"), ("buses", "Ärger", "árboles")
    circles = [record(f"c{n}", NO_OWNER, Circle(code, program=PROGRAM)) for n, code in enumerate(codes)]
    themes = [record(f"t{n}", PROGRAM, Theme(name)) for n, name in enumerate(names)]
    records = the_records(*circles, *themes)
    assert [row["circle"] for row in table("circles", records)] == ["Ágora", "C01", "c2", "C10"]
    assert [row["theme"] for row in table("themes", records)] == ["árboles", "Ärger", "buses", "Streets"]
