"""Somebody who opens a desk file with another tool reads it in plain names, and no usual value is missing."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import SEVEN_PM, a_desk
from tests.storage.earlier import of_schema

PROGRAM, CIRCLE, SESSION = (RecordId(name) for name in ("p", "c", "s"))


@pytest.fixture
def view(tmp_path):
    """What reads a view of a desk with little said on it."""
    desk = a_desk(tmp_path / "desk.db")
    desk.put(PROGRAM, NO_OWNER, Program("Town"))
    desk.put(CIRCLE, NO_OWNER, Circle("C07", "Library", PROGRAM, "es"))
    session = Session(2, "s1", (), SEVEN_PM, SEVEN_PM + 60 * MINUTE, 12, present=9)
    desk.put(SESSION, CIRCLE, session)
    streets, rent = desk.add(PROGRAM, Theme("Streets")), desk.add(CIRCLE, Theme("Rent"))
    desk.add(SESSION, Note(NoteKind.HOPE, "usual", themes=(streets, rent)))
    desk.add(SESSION, Note(NoteKind.QUOTE, "marked", language="en", consent=Consent.YES, sensitive=True))
    desk.add(SESSION, ActionIdea("lamps", themes=(rent,)))
    desk.file.close()
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1")]


def test_usual_values_are_told(view):
    (program,), (circle,), (session,) = view("programs"), view("circles"), view("sessions")
    assert (program["sessions"], program["smallest_total"], program["sample"]) == (1, 10, 0)
    assert (circle["program"], circle["youth"], circle["round"]) == ("Town", 0, 0)
    assert (session["circle"], session["number"], session["place"]) == ("C07", 2, "Library")
    assert (session["people_expected"], session["people_present"]) == (12, 9)


def test_a_note_tells_its_language_its_consent_and_whether_it_is_sensitive(view):
    usual, marked = view("notes")
    assert (usual["language"], usual["consent"], usual["sensitive"]) == ("es", "not asked", 0)
    assert (marked["language"], marked["consent"], marked["sensitive"]) == ("en", "yes", 1)
    assert (usual["circle"], usual["session"], usual["themes"]) == ("C07", 2, "Streets; Rent")


def test_each_note_stands_beside_each_of_its_themes(view):
    assert [(row["text"], row["theme"], row["circle"]) for row in view("note_themes")] == [
        ("usual", "Streets", "C07"),
        ("usual", "Rent", "C07"),
    ]
    assert [row["own_theme_of"] for row in view("themes")] == ["", "C07"]
    (action,) = view("actions")
    assert (action["themes"], action["language"], action["horizon"]) == ("Rent", "es", "not said")


def test_no_column_of_what_is_always_known_is_empty(view):
    may_be_empty = {"dots", "joined_with_id", "under_id", "themes"}
    for name in ("programs", "circles", "sessions", "notes", "note_themes", "themes", "actions"):
        for row in view(name):
            assert {key for key, cell in row.items() if cell is None} <= may_be_empty | {"said_at_utc"}, name


def test_a_desk_of_an_earlier_app_gets_these_views(tmp_path):
    path = of_schema(tmp_path / "desk.db", 3)
    a_desk(path).file.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT DISTINCT consent, sensitive FROM notes").fetchall() == [
            ("not asked", 0)
        ]
