"""Every kind of record says which of its fields have words by people."""

from dataclasses import fields

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.records.wording import WORD_FIELDS, main_field, same_words, word_fields


def test_every_kind_is_named_with_fields_that_it_has():
    assert set(WORD_FIELDS) == set(Kind)
    for kind, named in WORD_FIELDS.items():
        assert set(named) <= {field.name for field in fields(kind.type)}


def test_the_words_by_which_people_know_a_line_are_its_main_words():
    assert main_field(Note(NoteKind.HOPE, "a")) == "text" and main_field(ActionIdea("a")) == "what"
    assert main_field(Circle("C07")) == ""
    assert word_fields(ActionIdea("a", who="b")) == ("what", "who")


def test_words_are_the_same_only_in_the_same_kind_of_thing():
    assert same_words(Note(NoteKind.HOPE, "a"), Note(NoteKind.CONCERN, "a"), "text")
    assert not same_words(ActionIdea("a"), Note(NoteKind.HOPE, "a"), "text")
    assert not same_words(None, Note(NoteKind.HOPE, "a"), "text")
