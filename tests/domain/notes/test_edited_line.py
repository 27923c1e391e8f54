"""A note typed over in its place: the line shows what was typed, and what it leaves alone stays."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme, entry_text
from dialogue_desk.domain.notes.edited_line import (
    EditedLine,
    edit_from_line,
    entry_line,
    marks_dropped,
    spread_left_out,
)
from dialogue_desk.domain.notes.note_edits import with_words
from dialogue_desk.domain.notes.shorthand import parse_line
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.records.changes import Act
from tests.domain.said import LABELS, Shelf, anything, ideas, kept, new_ids, notes

SCHOOL, STOPS, NUMBER = RecordId("school"), RecordId("stops"), RecordId("911")
KNOWN = {SCHOOL: Theme("the school"), STOPS: Theme("Stops"), NUMBER: Theme("911")}
NOTE = Note(NoteKind.CONCERN, "Stops feel random", "p1", Spread.A_FEW, (STOPS, NUMBER), "en", 5)

spoken = anything.filter(str.strip)


@pytest.fixture
def folder():
    """All that is asked of a session's folder."""
    return SimpleNamespace(themes=KNOWN, every_theme=KNOWN, circle_id=RecordId("circle"))


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
    folder = SimpleNamespace(themes=KNOWN, every_theme=KNOWN, circle_id=RecordId("circle"))
    assert edit_from_line(said, EditedLine(line, line), folder, LABELS, new_ids(8)) is None


letters = st.text(st.characters(categories=("L",)), min_size=1, max_size=6)
more = st.lists(letters, min_size=1, max_size=3).map(" ".join)
texts = st.lists(letters | st.sampled_from(["/3", "1", "#Stops", "and,", "“so”"]), min_size=1, max_size=5)
marked = st.builds(
    lambda body, text: with_words(replace(body, themes=tuple(dict.fromkeys([SCHOOL, STOPS]))), text),
    st.one_of(notes, ideas()),
    texts.map(" ".join),
)
FOLDER = SimpleNamespace(themes=KNOWN, every_theme=KNOWN, circle_id=RecordId("circle"))


def after_typing(body, line):
    """What is there once ``line`` was typed over ``body``."""
    shelf = Shelf(kept([body]))
    (said,) = shelf.saids()
    edit = edit_from_line(said, EditedLine(opened(body), line), FOLDER, LABELS, new_ids(8))
    if edit is not None:
        shelf.make(edit)
    return shelf.saids()[0].body


@given(marked, more, st.sampled_from([" ", ""]))
def test_words_typed_behind_everything_change_only_the_words(body, added, space):
    line = opened(body)
    bare = line == entry_text(body) or line.startswith("\\")
    typed_against_a_theme = not space and not bare and not re.search(r"/\d$", line)
    if typed_against_a_theme or (not space and bare and re.search(r"[/#]\S*$", line)):
        return  # it becomes another name
    text = after_typing(body, line + space + added)
    between = space if bare else " "
    assert text == with_words(body, entry_text(body) + between + added)


@given(marked, more)
def test_words_typed_before_everything_change_only_the_words(body, added):
    text = after_typing(body, f"{added} {opened(body)}")
    assert text == with_words(body, f"{added} {entry_text(body)}")


@given(marked, more, st.integers(0, 5))
def test_words_typed_in_the_middle_change_only_the_words(body, added, place):
    pieces = entry_text(body).split(" ")
    place = 1 + place % len(pieces)
    changed = " ".join([*pieces[:place], added, *pieces[place:]])
    line = opened(body).replace(entry_text(body), changed, 1)
    assert after_typing(body, line) == with_words(body, changed)


@given(marked, st.sampled_from(["#the_school", "#Stops", "/2"]))
def test_a_mark_that_is_taken_away_takes_only_itself(body, mark):
    body = replace(body, spread=Spread.A_FEW) if isinstance(body, Note) else body
    line = opened(body)
    if line.startswith("\\") or mark not in line.removeprefix(entry_text(body)).split():
        return  # it is not shown as a mark
    at = line.rindex(f" {mark}")
    gone = {"#the_school": SCHOOL, "#Stops": STOPS}.get(mark)
    without = replace(body, themes=tuple(one for one in body.themes if one != gone))
    if mark == "/2" and isinstance(body, Note):
        without = replace(without, spread=None)
    assert after_typing(body, line[:at] + line[at + 1 + len(mark) :]) == without


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("dark #Stops /3 after nine", "dark after nine"),
        ("dark after nine#Stops /3", "dark after nine"),
        ("dark #Stops after nine /3", "dark after nine"),
        ("dark #Stops, after nine /3.", "dark, after nine."),
        ("dark #Stops /3after nine", "dark after nine"),
        ("/3 dark after nine #Stops", "dark after nine"),
    ],
)
def test_going_on_behind_the_marks_loses_neither_theme_nor_spread(over, typed, text):
    note = Note(NoteKind.CONCERN, "dark", spread=Spread.MOST, themes=(STOPS,))
    assert bodies(over(note, typed)) == [replace(note, text=text)]


def test_a_mark_that_was_there_gives_way_to_a_new_one(over):
    note = Note(NoteKind.CONCERN, "dark", spread=Spread.MOST, themes=(STOPS,))
    assert bodies(over(note, "dark #Stops /3 /4 #the_school")) == [
        replace(note, spread=Spread.EVERYONE, themes=(STOPS, SCHOOL))
    ]


def test_words_that_look_like_a_mark_stay_when_the_mark_is_taken_away(over):
    note = Note(NoteKind.CONCERN, "1 /3 of us", spread=Spread.MOST)
    assert bodies(over(note, "1 /3 of us")) == [replace(note, spread=None)]


def test_a_theme_between_the_words_is_read_as_when_it_was_typed_fresh(over):
    note = Note(NoteKind.CONCERN, "dark stops")
    (marked_note,) = bodies(over(note, "dark #stops at night"))
    assert marked_note == replace(note, text="dark #stops at night", themes=(STOPS,))
    assert opened(marked_note) == "dark #stops at night"
    assert bodies(over(marked_note, "dark stops at night")) == [replace(note, text="dark stops at night")]
    assert bodies(over(note, "dark #nowhere at night")) == [replace(note, text="dark #nowhere at night")]


def test_an_action_idea_takes_the_new_theme_and_says_what_it_cannot_carry(over):
    idea = ActionIdea("Ask the board", who="The city")
    edit = over(idea, "Ask the board #buses /2")
    theme, write = edit.writes
    assert (theme.body, write.body) == (Theme("buses"), replace(idea, themes=(theme.id,)))
    (said,) = kept([idea])
    assert spread_left_out(said, EditedLine(opened(idea), "Ask the board #buses /2")) is Spread.A_FEW
    assert over(idea, "Ask the board /2") is None


def test_a_spread_that_goes_when_a_note_becomes_an_idea_is_said(over):
    (said,) = kept([NOTE])
    typed = EditedLine(opened(NOTE), "!" + opened(NOTE))
    assert spread_left_out(said, typed) is Spread.A_FEW
    (sensitive,) = kept([replace(NOTE, sensitive=True)])
    assert spread_left_out(sensitive, typed) is None


def test_a_question_in_spanish_is_shown_as_it_was_typed_with_its_marks(over):
    note = Note(NoteKind.QUESTION, "¿Quién lee los formularios?", spread=Spread.A_FEW, themes=(STOPS,))
    assert opened(note) == "¿Quién lee los formularios? #Stops /2"
    assert bodies(over(note, "¿Quién lee esto? #Stops /2")) == [replace(note, text="¿Quién lee esto?")]
    assert opened(replace(note, kind=NoteKind.HOPE)) == "\\¿Quién lee los formularios?"


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
    folder = SimpleNamespace(themes=KNOWN, every_theme=KNOWN, circle_id=RecordId("circle"))
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


@pytest.mark.parametrize(
    ("line", "cut", "dropped"),
    [
        ("Stops feel random", None, (("Stops",), Spread.A_FEW)),
        ("Stops feel random #Stops /3", None, ((), None)),
        ("!Ask the board #Stops /2", None, ((), None)),
        ("Stops feel random /2", len("Stops"), (("Stops",), None)),
    ],
)
def test_what_a_save_drops_of_themes_and_spread_is_known(folder, line, cut, dropped):
    folder.theme_names = lambda ids: tuple(KNOWN[one].name for one in ids)
    said = Stored(RecordId("n"), RecordId("session"), NOTE)
    edit = edit_from_line(said, EditedLine(opened(NOTE), line, cut), folder, LABELS, new_ids())
    assert marks_dropped(said, edit, folder) == dropped
