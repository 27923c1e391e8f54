from dataclasses import replace

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ArrivedSession
from dialogue_desk.ui.program.program_text import (
    arrived_text,
    attendance_text,
    attention,
    languages_text,
    line_rows,
    missing,
    note_counts_text,
    open_sessions,
    people,
    raised_by,
    source_text,
)
from dialogue_desk.words import Words

WORDS = Words()
SESSION = ArrivedSession(RecordId("s"), people=11, notes=14, actions=0, conflicts=0, closed=True)


@pytest.fixture
def picture(folders, program):
    return folders.picture(program)


def test_what_has_arrived_and_what_has_not_is_told(picture):
    assert arrived_text(picture, WORDS) == "9 of 10 sessions have arrived, from 5 circles."
    assert missing(picture, WORDS) == ("C04: session 2",)
    assert open_sessions(picture, WORDS) == ("C05: session 2",)
    one = replace(picture, columns=(1,), rows=(replace(picture.rows[0], sessions=(SESSION,)),))
    assert arrived_text(one, WORDS) == "1 of 1 session has arrived, from 1 circle."
    empty = replace(picture, rows=tuple(replace(row, sessions=(None, None)) for row in picture.rows))
    assert arrived_text(empty, WORDS) == "Nothing has arrived yet."
    assert missing(empty, WORDS)[0] == "C01: sessions 1 and 2"


def test_less_than_half_an_hour_of_talk_is_not_told(picture):
    assert attendance_text(replace(picture, minutes=61), WORDS) == "Attendance: 98. 1 hour of talk."
    assert attendance_text(replace(picture, minutes=29), WORDS) == "Attendance: 98."


def test_only_those_who_were_counted_are_added_up(picture):
    held = picture.rows[0].sessions
    first = replace(picture.rows[0], sessions=(replace(held[0], people=None), *held[1:]))
    some = replace(picture, minutes=0, rows=(first, *picture.rows[1:]))
    assert attendance_text(some, WORDS) == "Attendance: 89. In 1 session, the people were not counted."
    assert people(first.sessions[0], WORDS) == "people not counted"
    none = replace(some, rows=(replace(first, sessions=(first.sessions[0], None)),))
    assert attendance_text(none, WORDS) == "In 1 session, the people were not counted."


def test_a_session_that_changed_after_its_export_asks_for_attention():
    assert attention(replace(SESSION, news=47), WORDS) == ("47 changes since you exported",)


def test_languages_are_joined_as_a_sentence(picture):
    assert languages_text(picture, WORDS) == "English and Spanish"


def test_action_ideas_and_needs_are_told_only_where_there_are_some():
    assert note_counts_text(SESSION, WORDS) == "14 notes"
    assert note_counts_text(replace(SESSION, actions=3), WORDS) == "14 notes, 3 action ideas"
    assert attention(SESSION, WORDS) == ()
    needy = replace(SESSION, closed=False, conflicts=1)
    assert attention(needy, WORDS) == ("Not wrapped up yet", "1 version to choose")


def test_a_theme_is_told_with_the_circles_that_raised_it(picture):
    theme = next(theme for theme in picture.themes if theme.name == "How stops happen")
    assert raised_by(theme, 5, WORDS) == "Raised by 4 of 5 circles: C01, C02, C03 and C05."


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "C03 · session 2"), ("", "C03 · session 2"), ("es", "C03 · session 2 · Spanish")],
)
def test_a_language_is_told_when_it_is_not_that_of_the_screen(language, text):
    assert source_text("C03", 2, language, WORDS) == text


def test_a_note_keeps_its_own_words_and_its_themes_where_wanted(picture):
    (note,) = (one for one in picture.minority_views if one.text.startswith("Speaking up"))
    (row,) = line_rows([note], WORDS)
    assert (row.label, row.text) == ("Concern · one voice", note.text)
    assert row.themes == ("Being heard",)
    assert line_rows([note], WORDS, themes=False)[0].themes == ()


def test_people_whom_nobody_counted_are_not_told_as_if_they_were(picture):
    nobody = replace(SESSION, people=None)
    assert people(nobody, WORDS) == "people not counted"
    alone = replace(picture, minutes=0, rows=(replace(picture.rows[0], sessions=(nobody,)),))
    assert attendance_text(alone, WORDS) == "In 1 session, the people were not counted."
