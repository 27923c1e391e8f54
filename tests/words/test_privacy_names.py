"""What the privacy check calls what it finds, and where that is."""

import pytest

from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.privacy_names import find_name, place_name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_find_has_a_name_of_its_own(language):
    names = {find_name(kind, Words(language)) for kind in FindKind}
    assert len(names) == len(FindKind)


def test_a_note_is_named_by_its_kind_and_the_rest_by_kind_and_field():
    words = Words()
    assert place_name(Note(NoteKind.CONCERN, "x"), "text", words) == "Concern"
    assert place_name(ActionIdea("x"), "what", words) == "Action idea"
    assert place_name(ActionIdea("x"), "first_step", words) == "Action idea · First step"
    assert place_name(Session(1, "", (), 0, 1, 9), "place", words) == "Session · Place"
