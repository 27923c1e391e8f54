"""A note typed over in its place: the line shows what was typed, and what it leaves alone stays."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme, entry_text
from dialogue_desk.domain.notes.edited_line import EditedLine, edit_from_line, entry_line
from dialogue_desk.domain.notes.shorthand import parse_line
from dialogue_desk.domain.records.changes import Act
from tests.domain.said import LABELS, Shelf, anything, ideas, kept, new_ids, notes

SCHOOL, STOPS, NUMBER = RecordId("school"), RecordId("stops"), RecordId("911")
KNOWN = {SCHOOL: Theme("the school"), STOPS: Theme("Stops"), NUMBER: Theme("911")}
NOTE = Note(NoteKind.CONCERN, "Stops feel random", "p1", Spread.A_FEW, (STOPS, NUMBER), "en", 5)

spoken = anything.filter(str.strip)


@pytest.fixture
def folder():
    """All that is asked of a session's folder."""
    return SimpleNamespace(themes=KNOWN, circle_id=RecordId("circle"))


def opened(body):
    return entry_line(body, [KNOWN[theme].name for theme in body.themes if theme in KNOWN])


def bodies(edit):
    return [write.body for write in edit.writes if write.kind is not Kind.THEME]


@pytest.fixture
def over(folder):
    """Type ``line`` over a body."""

    def type_over(body, line, cut=None):
        (said,) = kept([body])
        return edit_from_line(said, EditedLine(opened(body), line, cut), folder, LABELS, new_ids(8))

    return type_over


def test_the_line_of_a_note_has_its_themes_and_spread_at_the_end():
    assert opened(NOTE) == "Stops feel random #Stops /2"
    assert opened(replace(NOTE, themes=(SCHOOL,), spread=None)) == "Stops feel random #the_school"


def test_words_that_look_like_marks_are_shown_as_words():
    assert opened(replace(NOTE, text="? we asked ourselves")) == "\\? we asked ourselves"
    assert opened(replace(NOTE, text="we wrote #stop on it #stop", spread=None, themes=())).startswith("\\")


@given(st.one_of(notes, ideas()), spoken)
def test_a_line_left_as_it_is_changes_nothing(body, text):
    body = replace(body, text=text) if isinstance(body, Note) else replace(body, what=text)
    (said,) = kept([body])
    line = entry_line(body, ["the school", "Stops"][: len(body.themes)])
    assert parse_line(line, action=isinstance(body, ActionIdea)).text == text
    folder = SimpleNamespace(themes=KNOWN, circle_id=RecordId("circle"))
    assert edit_from_line(said, EditedLine(line, line), folder, LABELS, new_ids(8)) is None


def test_only_what_was_typed_over_changes(over):
    edit = over(NOTE, "Stops feel arbitrary #Stops /2")
    assert bodies(edit) == [replace(NOTE, text="Stops feel arbitrary")]
    assert edit.act is Act.WRITE


def test_the_marks_are_those_of_capture(over):
    (note,) = bodies(over(NOTE, "?Stops feel random #the_school /4"))
    assert note == replace(NOTE, kind=NoteKind.QUESTION, spread=Spread.EVERYONE, themes=(NUMBER, SCHOOL))


def test_a_theme_that_is_new_is_made_in_the_same_step(over):
    edit = over(NOTE, "Stops feel random #Stops #buses /2")
    theme, note = edit.writes
    assert (theme.owner, theme.body) == ("circle", Theme("buses"))
    assert note.body.themes == (STOPS, NUMBER, theme.id)


def test_what_another_laptop_changed_meanwhile_stays(folder):
    (said,) = kept([replace(NOTE, text="Stops ARE random", spread=Spread.MOST, kind=NoteKind.HOPE)])
    edit = edit_from_line(said, EditedLine(opened(NOTE), "Stops feel random /2"), folder, LABELS, new_ids(8))
    assert bodies(edit) == [replace(said.body, themes=(NUMBER,))]


def test_a_sign_makes_an_action_idea_of_a_note_and_a_note_of_an_action_idea(over):
    gone, idea = over(NOTE, "!A bench at the stop #Stops").writes
    assert (gone.kind, gone.body, idea.kind) == (Kind.NOTE, None, Kind.ACTION)
    assert idea.body.what == "A bench at the stop"
    gone, note = over(ActionIdea("A bench", who="The city"), "?A bench").writes
    assert (gone.body, note.body.kind, note.body.text) == (None, NoteKind.QUESTION, "A bench\nWho: The city")


def test_a_note_that_must_not_leave_stays_a_note(over):
    note = replace(NOTE, sensitive=True)
    assert bodies(over(note, "!A bench at the stop /2 #Stops"))[0].sensitive


def test_a_line_is_split_where_the_cursor_stands(over):
    line = opened(NOTE)
    edit = over(NOTE, line, line.index("feel"))
    assert bodies(edit) == [replace(NOTE, text="Stops"), replace(NOTE, text="feel random")]
    assert edit.act is Act.SPLIT


def test_what_was_typed_before_the_split_is_kept_in_the_same_step(over):
    line = '+They nodded. We want "this" #Stops /2'
    assert [note.text for note in bodies(over(NOTE, line, line.index(" We")))] == [
        "They nodded.",
        'We want "this"',
    ]


@given(st.one_of(notes, ideas()), spoken, st.integers(0, 60))
def test_a_split_loses_no_letter(body, text, cut):
    body = replace(body, text=text) if isinstance(body, Note) else replace(body, what=text)
    (said,) = kept([body])
    line = entry_line(body, [])
    folder = SimpleNamespace(themes=KNOWN, circle_id=RecordId("circle"))
    edit = edit_from_line(said, EditedLine(line, line, cut), folder, LABELS, new_ids(8))
    if edit is None:
        return
    shelf = Shelf([said])
    shelf.make(edit)
    told = "".join(entry_text(one.body) for one in shelf.saids())
    assert "".join(told.split()) == "".join(text.split())
    assert len(shelf.saids()) == 2


@pytest.mark.parametrize("cut", [0, 17, 40])
def test_a_split_that_would_leave_nothing_on_one_side_is_none(over, cut):
    assert over(NOTE, opened(NOTE), cut) is None


def test_an_empty_line_changes_nothing(over):
    assert over(NOTE, "  ") is None
