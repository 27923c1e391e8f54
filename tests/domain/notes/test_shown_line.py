"""A line that was shown with its marks and typed over: where the marks and the words now are."""

import pytest

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.notes.shorthand import ParsedLine
from dialogue_desk.domain.notes.shown_line import read_over

SHOWN = "dark streets #light /3"
SAID = ParsedLine("dark streets", spread=Spread.MOST, themes=("light",))


def test_a_line_that_was_left_says_what_it_said():
    assert read_over(SHOWN, SHOWN, action=False).said == SAID


def test_a_mark_that_is_no_longer_there_says_nothing():
    assert read_over(SHOWN, "dark streets /3", action=False).said.themes == ()
    assert read_over(SHOWN, "dark streets #light", action=False).said.spread is None


def test_a_theme_whose_name_was_typed_over_is_another():
    assert read_over(SHOWN, "dark streets #lightning /3", action=False).said.themes == ("lightning",)


def test_a_sign_before_all_is_the_kind():
    said = read_over(SHOWN, "? " + SHOWN, action=False).said
    assert (said.kind, said.text, said.themes) == (NoteKind.QUESTION, "dark streets", ("light",))


def test_the_words_of_a_line_that_is_kept_as_it_is_may_begin_before_its_sign():
    assert read_over("\\? who #x", "so \\? who #x", action=False).said == ParsedLine("so ? who #x")
    assert read_over("\\? who", "? who", action=False).said.kind is NoteKind.QUESTION


def test_marks_alone_say_nothing():
    assert read_over(SHOWN, "#light /3", action=False).said.text == ""


@pytest.mark.parametrize(
    ("line", "before", "halves"),
    [
        (SHOWN, "dark", ("dark", "streets")),
        ("dark #light streets /3", "dark #light", ("dark", "streets")),
        ("#light dark /3 streets", "#light dark /3", ("dark", "streets")),
        ("+ dark streets #light /3", "+ dark", ("dark", "streets")),
    ],
)
def test_a_place_in_the_line_is_a_place_in_the_words(line, before, halves):
    assert read_over(SHOWN, line, action=False).halves(len(before)) == halves
