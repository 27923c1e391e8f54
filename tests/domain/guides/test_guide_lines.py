"""A line is read again for the meaning that a person gives it."""

from __future__ import annotations

from dialogue_desk.domain.guides.guide_lines import as_meaning, is_question, line_of, unquoted
from dialogue_desk.domain.guides.labels import Meaning


def test_a_tip_that_is_made_a_part_finds_its_minutes():
    tip = line_of(7, "2. Welcome everybody in (10 min)", Meaning.UNKNOWN)
    part = as_meaning(tip, Meaning.PART)
    assert (part.number, part.text, part.minutes) == (7, "Welcome everybody in", 10)


def test_a_part_that_is_made_a_tip_has_all_its_words_again():
    part = line_of(7, "2. Welcome (10 min)", Meaning.PART)
    assert as_meaning(part, Meaning.TIP).text == "2. Welcome (10 min)"
    assert as_meaning(as_meaning(part, Meaning.TIP), Meaning.PART) == part


def test_a_label_goes_with_its_own_meaning_only():
    line = line_of(3, "Say: “Hello.”", Meaning.SAY)
    assert line.text == "Hello."
    assert as_meaning(line, Meaning.TIP).text == "Say: “Hello.”"


def test_only_quotes_around_the_whole_are_taken_off():
    assert unquoted("“Hello.”") == "Hello."
    assert unquoted("“Hello,” she said, “friends.”") == "“Hello,” she said, “friends.”"
    assert unquoted('""') == '""'


def test_a_question_may_end_in_quotes_or_brackets():
    assert is_question("“What now?”")
    assert is_question("(Who else?)")
    assert not is_question("What? No.")
