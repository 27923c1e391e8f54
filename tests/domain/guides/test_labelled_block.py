"""How far a label reaches."""

from __future__ import annotations

from dialogue_desk.domain.guides.labelled_block import LabelledBlock
from dialogue_desk.domain.guides.labels import Meaning

LONG = "This is a whole sentence of its own that says what to do, and it names no thing to bring."


def held(block, *lines):
    """Return the lines that a block holds, up to the first it does not; ``*`` is a list, ``>`` set apart."""
    found = []
    for line in lines:
        text = line.lstrip("*> ")
        if not block.holds(text, listed=line.startswith("*"), apart=line.startswith(">")):
            break
        found.append(text)
    return found


def test_a_list_ends_with_its_last_item():
    for section in (True, False):
        assert held(LabelledBlock(Meaning.MATERIAL, section), "* a", "* b", "c") == ["a", "b"]


def test_things_without_a_list_go_on_while_they_are_short():
    assert held(LabelledBlock(Meaning.MATERIAL), "a", "b", LONG) == ["a", "b"]


def test_a_question_ends_things_goals_and_rules():
    assert held(LabelledBlock(Meaning.GOAL), "Why?") == []
    assert held(LabelledBlock(Meaning.TIP), "Why?") == ["Why?"]


def test_ground_rules_are_a_list_or_short_lines_below_a_heading():
    assert held(LabelledBlock(Meaning.GROUND_RULE), "a") == []
    assert held(LabelledBlock(Meaning.GROUND_RULE, section=True), "a", "b", LONG) == ["a", "b"]


def test_say_holds_one_paragraph_or_all_that_is_set_apart():
    assert held(LabelledBlock(Meaning.SAY), "a", "b") == ["a"]
    assert held(LabelledBlock(Meaning.SAY), "> a", "> b", "c") == ["a", "b"]


def test_a_section_of_questions_holds_questions_and_items_alone():
    assert held(LabelledBlock(Meaning.ASK, section=True), "Why?", "* tell", "go on") == ["Why?", "tell"]


def test_a_section_of_tips_goes_on_to_the_next_heading():
    assert held(LabelledBlock(Meaning.TIP, section=True), "a", LONG, "Why?") == ["a", LONG, "Why?"]


def test_a_tip_that_has_said_all_leaves_the_questions_after_it_to_the_part():
    tip = LabelledBlock(Meaning.TIP, is_list=True, whole=True)
    assert held(tip, "* Go slowly", "* What do you see?") == ["Go slowly"]
