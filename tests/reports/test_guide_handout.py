"""What participants hold has nothing that is for facilitators alone."""

from dataclasses import replace

from dialogue_desk.domain.model.document import Bullets, Heading, Paragraph, WritingLines
from dialogue_desk.domain.model.guide_extras import Term
from dialogue_desk.reports.guide_handout import (
    handout_document,
    rules_document,
    sheets_document,
    used_terms,
)
from tests.reports.guide_samples import BARE, PARK, WORDS, at_seven
from tests.reports.paper_reading import texts


def test_it_has_the_goal_the_rules_the_questions_and_the_pages_to_take_home() -> None:
    said = "\n".join(texts(handout_document(at_seven(), WORDS)))
    for text in (
        "Hear what the park",
        "One voice",
        "miss most?",
        "Who else",
        "To take home",
        "Keep this page",
    ):
        assert text in said


def test_it_has_nothing_for_facilitators_or_for_one_side_alone() -> None:
    said = "\n".join(texts(handout_document(at_seven(), WORDS)))
    for text in (
        "Say the end time",
        "first name",
        "Ask two neighbors",
        "plain clothes",
        "This is card",
        "Choose",
    ):
        assert text not in said


def test_it_explains_only_the_words_that_are_used() -> None:
    assert [term.word for term in used_terms(at_seven())] == ["Land bank"]
    several = replace(PARK, glossary=(Term("Sustained, memory", "x"), Term("Lan", "y"), Term("bank", "z")))
    assert [term.word for term in used_terms(at_seven(several))] == ["Sustained, memory", "Lan", "bank"]
    inside = replace(PARK, glossary=(Term("ank", "no word begins so"),))
    assert used_terms(at_seven(inside)) == ()


def test_each_sheet_begins_a_page_with_its_own_title() -> None:
    sheets = sheets_document(at_seven(), WORDS)
    assert sheets is not None
    assert [one.title for one in sheets.all_in_file] == ["Before you come", "To take home"]
    assert sheets.blocks[-1] == WritingLines(1, "Someone to call", "The organizers")
    assert WritingLines(2, "One small thing I will do:") in sheets.following[0].blocks


def test_the_poster_has_the_ground_rules_and_nothing_else() -> None:
    rules = rules_document(at_seven(), WORDS)
    assert rules is not None
    assert [one.text for block in rules.blocks if isinstance(block, Bullets) for one in block.items] == [
        "One voice at a time.",
        "You can pass.",
    ]
    assert rules.subtitle == ""


def test_a_guide_without_them_has_no_sheets_and_no_poster() -> None:
    assert sheets_document(at_seven(BARE), WORDS) is None
    assert rules_document(at_seven(BARE), WORDS) is None
    bare = handout_document(at_seven(BARE), WORDS).blocks
    assert [type(one) for one in bare] == [Paragraph]
    assert not any(isinstance(one, Heading) for one in bare)
