"""The tables of sessions: how the time went, what was said, and what was done at the close."""

from __future__ import annotations

from dataclasses import replace

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
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Level, Note, NoteKind, Parked, Spread
from dialogue_desk.exchange.tables import tables
from tests.exchange.small_desk import (
    PARTS,
    SESSION,
    START,
    THEME,
    folder_of,
    record,
    rows_of,
    table,
    the_records,
)


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


def test_a_note_tells_which_option_it_is_about() -> None:
    ways = replace(PARTS[0], cards=(Card(CardKind.OPTION, "Bus lanes", "bus"),))
    about_one = record("n", SESSION, Note(NoteKind.HOPE, "Sooner home", "one", option="bus"))
    records = the_records(about_one, record("m", SESSION, Note(NoteKind.HOPE, "Both", "one")))
    folder = folder_of(records)
    weighed = replace(folder, plan=replace(folder.plan, parts=(ways, *PARTS[1:])))
    notes = rows_of("notes", weighed, records)
    assert {row["text"]: (row["option_id"], row["option"]) for row in notes} == {
        "Sooner home": ("bus", "Bus lanes"),
        "Both": ("", ""),
    }


def test_a_session_tells_which_track_it_followed() -> None:
    records = the_records()
    folder = folder_of(records)
    young = replace(folder, session=replace(folder.session, track="youth"))
    tracks = [row["track"] for one in (folder, young) for row in rows_of("sessions", one, records)]
    assert tracks == ["", "youth"]
