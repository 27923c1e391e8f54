"""The texts of one section are changed sort by sort, and everything else stays where it was."""

import pytest

from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.guide_source import Piece, Section, Shape
from dialogue_desk.exchange.section_texts import Sort

COMMENT = Piece(Shape.COMMENT, "<!-- for the author -->")
PART = Section(
    2,
    "Welcome",
    ("#welcome",),
    (
        COMMENT,
        Piece(Shape.PARAGRAPH, "Everyone knows why we are here."),
        Piece(Shape.SAID, "Welcome."),
        Piece(Shape.SAID, "We finish at nine."),
        Piece(Shape.ASKED, "Who are you?", marks=(".optional",)),
        Piece(Shape.LABELLED, "Say the end time.", "Tip"),
    ),
)


def test_each_sort_is_read_by_itself():
    assert section_texts.texts(PART, Sort.SAY) == ("Welcome.", "We finish at nine.")
    assert section_texts.texts(PART, Sort.TIP) == ("Say the end time.",)
    assert section_texts.texts(PART, Sort.MATERIALS) == ()


def test_other_words_leave_everything_else_as_it_was():
    changed = section_texts.with_text(PART, Sort.SAY, 1, "  We finish\nat eight. ")
    assert section_texts.texts(changed, Sort.SAY) == ("Welcome.", "We finish at eight.")
    assert [one for one in changed.pieces if one not in PART.pieces] == [
        Piece(Shape.SAID, "We finish at eight.")
    ]


@pytest.mark.parametrize("place", [0, 1, 2, 9])
def test_a_new_text_comes_at_its_place_among_those_of_its_sort(place):
    texts = section_texts.texts(section_texts.with_new_text(PART, Sort.SAY, place, "New."), Sort.SAY)
    assert texts[min(place, 2)] == "New." and len(texts) == 3


def test_the_first_text_of_a_sort_comes_where_the_file_has_that_sort():
    changed = section_texts.with_new_text(PART, Sort.NOTE_TAKER, 0, "Write places.")
    changed = section_texts.with_new_text(changed, Sort.MATERIALS, 0, "Chairs")
    assert [one.text for one in changed.pieces][-3:] == ["Say the end time.", "Write places.", "Chairs"]
    bare = Section(2, "Bare", (), (COMMENT,))
    assert section_texts.with_new_text(bare, Sort.SAY, 0, "Hello.").pieces[0] is COMMENT


def test_a_text_goes_and_moves_without_the_others():
    assert section_texts.texts(section_texts.without_text(PART, Sort.SAY, 0), Sort.SAY) == (
        "We finish at nine.",
    )
    moved = section_texts.with_moved_text(PART, Sort.SAY, 1, 0)
    assert section_texts.texts(moved, Sort.SAY) == ("We finish at nine.", "Welcome.")
    assert moved.pieces[0] is COMMENT


def test_a_question_may_be_left_out_or_not():
    must = section_texts.with_optional(PART, 0, on=False)
    assert section_texts.optional(PART, 0) and not section_texts.optional(must, 0)
    assert section_texts.optional(section_texts.with_optional(must, 0, on=True), 0)


def test_the_one_text_of_a_sort_comes_changes_and_goes():
    off = section_texts.with_only_text(PART, Sort.NOTES, "off")
    assert section_texts.texts(off, Sort.NOTES) == ("off",)
    assert section_texts.with_only_text(off, Sort.NOTES, "") == PART
    one = section_texts.with_only_text(PART, Sort.SAY, "Only this.")
    assert section_texts.texts(one, Sort.SAY) == ("Only this.",)
    assert section_texts.with_only_text(PART, Sort.GOAL, " ") == PART


CARD = Section(
    3,
    "Lights",
    (".fact",),
    (
        Piece(Shape.PARAGRAPH, "In 2024:"),
        Piece(Shape.ASKED, "nine lamps"),
        COMMENT,
        Piece(Shape.NUMBERED, "First"),
        Piece(Shape.NUMBERED, "Second"),
        Piece(Shape.SAID, "Read this."),
    ),
)


def test_a_card_is_one_text_with_its_lists():
    assert section_texts.card_text(CARD) == "In 2024:\n- nine lamps\n1. First\n2. Second"
    assert section_texts.with_card_text(CARD, section_texts.card_text(CARD)) == CARD


def test_other_words_on_a_card_leave_its_comments_and_what_is_said_with_it():
    changed = section_texts.with_card_text(CARD, "Now:\n\n* one\n- two\n3) three\nEnd.\nMore.")
    assert section_texts.card_text(changed) == "Now:\n- one\n- two\n1. three\nEnd.\nMore."
    assert COMMENT in changed.pieces and section_texts.texts(changed, Sort.SAY) == ("Read this.",)
    assert section_texts.card_text(section_texts.with_card_text(CARD, "")) == ""
