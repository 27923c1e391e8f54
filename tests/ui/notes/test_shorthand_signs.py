"""The letters and signs of the kinds of note."""

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.ui.notes.shorthand_signs import LETTERS, dropped_sentence
from dialogue_desk.words import Words


def test_the_letters_are_given_once():
    assert len(set(LETTERS.values())) == len(LETTERS) == len(NoteKind) + 1


def test_what_was_dropped_is_said_in_one_sentence_or_not_at_all():
    words = Words()
    assert dropped_sentence(("police",), Spread.A_FEW, words) == "Removed from the note: “police”, “a few”."
    assert dropped_sentence((), None, words) == ""
