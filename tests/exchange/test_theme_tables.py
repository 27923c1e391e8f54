"""The tables of themes count as the app does, and keep what circles wrote beside it."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.records.records import NO_OWNER
from tests.exchange.small_desk import CIRCLE, PROGRAM, SESSION, THEME, record, table, the_records

OTHER = RecordId("t2")
CODED = record(coding_id(PROGRAM, RecordId("n")), PROGRAM, Coding(RecordId("n"), (OTHER,)))


def coded_records():
    note = record("n", SESSION, Note(NoteKind.HOPE, "A lamp at the stop", themes=(THEME,)))
    return the_records(note, record("t2", PROGRAM, Theme("Light")), CODED)


def test_a_note_is_under_the_themes_of_its_circle_and_counts_under_those_of_organizers() -> None:
    (note,) = table("notes", coded_records())
    assert (note["themes"], note["counted_themes"]) == ("Streets", "Light")
    told = [
        (row["theme"], row["written_as"], row["by_circle"], row["counted"])
        for row in table("note_themes", coded_records())
    ]
    assert told == [("Streets", "Streets", "yes", "no"), ("Light", "", "no", "yes")]
    counts = {row["theme"]: row["circles"] for row in table("themes", coded_records())}
    assert counts == {"Light": "1", "Streets": "0"}


def test_one_theme_stands_for_all_that_are_one_to_a_reader() -> None:
    records = the_records(
        record("own", CIRCLE, Theme("#streets.")),
        record("n", SESSION, Note(NoteKind.HOPE, "said", themes=(RecordId("own"), THEME))),
        record("a", SESSION, ActionIdea("done", themes=(RecordId("own"),))),
    )
    (theme,) = table("themes", records)
    assert (theme["theme"], theme["also_written"], theme["circles"]) == ("Streets", "#streets.", "1")
    (note,) = table("note_themes", records)
    assert (note["theme_id"], note["written_as"]) == (THEME, "#streets.; Streets")
    (action,) = table("action_themes", records)
    assert (action["theme"], action["written_as"], action["counted"]) == ("Streets", "#streets.", "yes")
    assert (action["line_code"], action["circle"]) == (line_code(RecordId("a")), "C01")


def test_what_only_the_organizer_may_read_counts_for_nothing_and_is_there() -> None:
    records = the_records(record("n", SESSION, Note(NoteKind.HOPE, "said", themes=(THEME,), sensitive=True)))
    (note,) = table("note_themes", records)
    assert (note["by_circle"], note["counted"]) == ("yes", "no")
    assert table("themes", records)[0]["circles"] == "0"


def test_a_theme_has_its_names_and_the_wider_theme_that_it_is_under() -> None:
    records = the_records(
        record("t2", PROGRAM, Theme("Light", names=(("es", "Luz"),), under=THEME, aside=True))
    )
    light = table("themes", records)[0]
    assert (light["names"], light["under_theme"], light["aside"]) == ("es: Luz", "Streets", "yes")
    assert (light["program_id"], light["program"]) == (PROGRAM, "OURS")


def test_themes_of_two_programs_by_one_name_are_two() -> None:
    elsewhere = record("q", NO_OWNER, Circle("Q1", program=RecordId("other")))
    records = the_records(elsewhere, record("t3", RecordId("q"), Theme("Streets")))
    assert [row["own_theme_of"] for row in table("themes", records)] == ["", "Q1"]


def test_a_line_counts_for_the_wider_theme_too_and_stands_where_its_circle_put_it() -> None:
    records = the_records(
        record("t2", PROGRAM, Theme("Light", under=THEME)),
        record("n", SESSION, Note(NoteKind.HOPE, "said", themes=(OTHER,))),
    )
    told = [(row["theme"], row["by_circle"], row["counted"]) for row in table("note_themes", records)]
    assert told == [("Light", "yes", "yes"), ("Streets", "no", "yes")]
    assert {row["theme"]: row["circles"] for row in table("themes", records)} == {
        "Light": "1",
        "Streets": "1",
    }


def test_what_is_under_a_theme_about_the_talk_itself_is_no_finding_either() -> None:
    records = the_records(
        record("t1", PROGRAM, Theme("Thanks", aside=True)),
        record("t2", PROGRAM, Theme("Coffee", under=RecordId("t1"))),
    )
    aside = {row["theme"]: row["aside"] for row in table("themes", records)}
    assert aside == {"Coffee": "yes", "Thanks": "yes", "Streets": "no"}
