"""A note as an action idea, and an action idea as a note."""

import pytest

from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind
from dialogue_desk.domain.notes.note_and_idea import as_idea, as_note, can_become_action
from tests.domain.said import LABELS

IDEA = ActionIdea(
    "A shelter\nat the bus stop",
    "p1",
    who="the city",
    first_step="ask the council\nin May",
    level=Level.POLICY,
    horizon=Horizon.NOW,
    why="rain",
    dots=7,
)


def test_a_field_that_notes_lack_is_a_line_under_its_label_and_comes_back():
    note = as_note(IDEA, NoteKind.HOPE, LABELS)
    assert note.text.split("\n") == [
        "A shelter",
        "at the bus stop",
        "Why: rain",
        "Who: the city",
        "First step: ask the council",
        "in May",
        "Where: at the policy",
        "When: by now",
        "Dots: 7",
    ]
    assert as_idea(note, LABELS) == IDEA


@pytest.mark.parametrize("line", ["Dots: 07", "Dots: many", "Dots: 999999", "Where: nowhere"])
def test_a_label_with_no_value_of_its_field_is_words(line):
    assert as_idea(Note(NoteKind.HOPE, f"x\n{line}"), LABELS) == ActionIdea(f"x\n{line}")


def test_a_label_out_of_its_order_is_words():
    idea = as_idea(Note(NoteKind.HOPE, "x\nWho: us\nWhy: rain"), LABELS)
    assert (idea.who, idea.why) == ("us\nWhy: rain", "")


def test_a_note_of_labels_alone_stays_one_text():
    assert as_idea(Note(NoteKind.HOPE, "Why: rain"), LABELS) == ActionIdea("Why: rain")


def test_what_is_private_becomes_no_action_idea():
    assert can_become_action(Note(NoteKind.CONCERN, "x"))
    assert can_become_action(Note(NoteKind.QUOTE, "x", consent=Consent.YES))
    for private in (
        Note(NoteKind.CONCERN, "x", sensitive=True),
        Note(NoteKind.DEBRIEF, "x"),
        Note(NoteKind.QUOTE, "x"),
    ):
        assert not can_become_action(private)
