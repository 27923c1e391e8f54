"""What is told after a practice is kind, plain, and says what to write instead."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.review import Review, TypedNote, review
from dialogue_desk.domain.practice.script import Mark, MarkKind, PracticeLine, PracticePart
from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.ui.practice.practice_text import (
    behind_text,
    conversation_text,
    identifying_text,
    length_text,
    mark_text,
    pace_text,
    safety_text,
    said_text,
    written_text,
)
from dialogue_desk.words import LANGUAGES, Words
from tests.ui.practice.conversations import FALL, LAMP

EN = Words()


def reviewed(*notes, finds=lambda _: ()):
    return review(LAMP, [TypedNote(at, text) for at, text in notes], finds=finds)


def behind(seconds):
    return replace(reviewed((FALL.ends + seconds, "somebody fell where the lamp is dark")))


def test_a_line_is_told_with_what_the_same_voice_said_right_before():
    first, second, third = (
        PracticeLine(at, voice, f"Line {at}.") for at, voice in ((0, "A"), (5, "B"), (9, "B"))
    )
    script = replace(LAMP, parts=(PracticePart("noticing", "", (first, second, third)),))
    assert [said_text(script, line) for line in script.spoken] == ["Line 0.", "Line 5.", "Line 5. Line 9."]


def test_no_more_than_three_lines_are_told_together():
    lines = tuple(PracticeLine(at, "A", f"{at}.") for at in range(6))
    script = replace(LAMP, parts=(PracticePart("noticing", "", lines),))
    assert said_text(script, script.spoken[-1]) == "3. 4. 5."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pace_is_explained(language):
    assert len({pace_text(pace, Words(language)) for pace in Pace}) == len(Pace)


def test_a_conversation_is_told_by_what_it_is_about_and_its_parts():
    assert conversation_text(LAMP, EN) == "Two neighbors about a lamp. It has 2 parts."


def test_how_long_it_takes_is_told_but_for_line_by_line():
    assert length_text(LAMP, Pace.USUAL, 0, EN) == "This takes about 1 minute."
    assert length_text(LAMP, Pace.LINE_BY_LINE, 0, EN) == "As long as you like."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (2, "You were right behind what was said."),
        (19, "You were about 20 seconds behind what was said."),
        (88, "You were about 90 seconds behind what was said."),
        (100, "You were about 2 minutes behind what was said."),
        (240, "You were about 4 minutes behind what was said."),
    ],
)
def test_how_far_behind_is_told_as_people_say_it(seconds, said):
    assert behind_text(behind(seconds), EN) == said


def test_nothing_is_said_of_a_delay_that_was_not_measured():
    assert behind_text(Review((), (), ()), EN) == ""


def test_a_person_who_wrote_nothing_is_not_told_a_number():
    nothing = reviewed()
    assert written_text(nothing, EN) == "You did not write a note this time. Listening is practice too."
    assert safety_text(nothing, EN) == ""


def test_notes_are_counted_beside_what_was_worth_one():
    assert written_text(behind(0), EN) == (
        "You wrote 1 note. A practiced note-taker would note 2 things; you have 1 of them."
    )
    assert written_text(Review(behind(0).notes, (), ()), EN) == "You wrote 1 note."


def test_each_thing_that_tells_who_it_was_is_told_once():
    note = reviewed((30, "Rosa fell at the dark lamp, 555-123-4567"), finds=finder_beside().finds).notes[0]
    assert identifying_text(note, EN) == ("“Rosa” is a name.", "“555-123-4567”: Phone number")
    assert safety_text(reviewed((30, "Rosa fell at the lamp")), EN) == (
        "1 note could identify somebody. It is marked below."
    )


def test_notes_that_tell_of_nobody_are_called_safe_as_far_as_is_known():
    assert safety_text(behind(0), EN) == "As far as we can tell, your notes identify nobody."


@pytest.mark.parametrize("kind", MarkKind)
def test_every_kind_of_mark_has_a_reason(kind):
    assert "“on the porch”" in mark_text(Mark(kind, "on the porch"), EN)


def test_a_find_without_a_mark_is_told_by_its_kind():
    note = reviewed((30, "call me@example.org"), finds=lambda _: (Find(5, 19, FindKind.EMAIL),)).notes[0]
    assert identifying_text(note, EN) == ("“me@example.org”: Email address",)
