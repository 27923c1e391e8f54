"""The letters and signs of the kinds of note."""

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.ui.notes.shorthand_signs import LETTERS


def test_the_letters_are_given_once():
    assert len(set(LETTERS.values())) == len(LETTERS) == len(NoteKind) + 1
