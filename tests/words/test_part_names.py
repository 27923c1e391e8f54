"""A part has a name also where its guide gives it none."""

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.domain.model.text import TITLE_LETTERS
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import numbered, title_of, titled

WORDS = Words()


def a_part(title):
    return Part("open", PartKind.OPEN_TALK, title, 10, 5, Cut.LAST)


def test_a_title_is_said_as_it_is():
    assert title_of(a_part("Where I stand"), WORDS) == "Where I stand"
    assert numbered(4, a_part("Where I stand"), WORDS) == "4. Where I stand"


def test_a_part_without_a_title_is_a_conversation_in_every_language():
    assert title_of(a_part(""), WORDS) == titled("", WORDS) == "Conversation"
    assert numbered(1, a_part(""), Words("es")) == "1. Conversación"


def test_a_title_without_end_is_cut():
    assert titled("x" * 90_000, Words()).endswith("x…")
    assert len(titled("x" * 90_000, Words())) == TITLE_LETTERS
