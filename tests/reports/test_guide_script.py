"""The script says everything that facilitators need, each with a word in the margin that says what it is."""

from dataclasses import replace

from dialogue_desk.domain.model.document import Block, Bullets, Heading, Paragraph, Role, WritingLines
from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.reports.guide_script import script_document
from dialogue_desk.reports.guide_session import guide_session
from tests.reports.guide_samples import CLOSE, PARK, ROUND, RULES_PART, VIEWS, WELCOME, WORDS, at_seven


def blocks_of(part: Part) -> list[Block]:
    """The blocks of a part, under its heading and the line that says how it goes."""
    guide = replace(PARK, sessions=(SessionPlan("s1", "", 60, "", (part,)),), credit="", license="")
    return list(script_document(at_seven(guide), WORDS).blocks)[2:]


def under(label: str, part: Part) -> list[str]:
    """What stands beside a label in the margin."""
    found = next(one for one in blocks_of(part) if getattr(one, "margin", "") == label)
    return [item.text for item in found.items] if isinstance(found, Bullets) else [getattr(found, "text", "")]


def test_each_part_has_its_number_its_minutes_and_its_time_in_the_margin() -> None:
    blocks = script_document(at_seven(people=6), WORDS).blocks
    heads = [block for block in blocks if isinstance(block, Heading) and block.margin]
    assert [(head.text, head.margin) for head in heads[:3]] == [
        ("1. Welcome", "8 min\n7:00 PM"),
        ("2. Our ground rules", "5 min\n7:08 PM"),
        ("3. One memory", "10 min\n7:13 PM"),
    ]
    assert all(head.whole for head in heads)


def test_without_a_start_there_are_minutes_and_no_times() -> None:
    blocks = script_document(guide_session(PARK, "s1"), WORDS).blocks
    assert "8 min" in [block.margin for block in blocks if isinstance(block, Heading)]


def test_a_part_with_a_time_of_day_has_it_also_without_a_start() -> None:
    guide = replace(PARK, sessions=(replace(PARK.sessions[0], parts=(replace(CLOSE, at=18 * 60 + 30),)),))
    blocks = script_document(guide_session(guide, "s1"), WORDS).blocks
    assert "8 min\n6:30 PM" in [block.margin for block in blocks if isinstance(block, Heading)]


def test_what_is_said_is_large_and_labeled_once() -> None:
    said = [one for one in blocks_of(WELCOME) if isinstance(one, Paragraph) and one.role is Role.SAID]
    assert [(one.text, one.margin) for one in said] == [
        ("Welcome, and thank you.", "Say"),
        ("We finish in one hour.", ""),
    ]


def test_questions_are_large_too_and_say_what_may_be_left_out() -> None:
    blocks = blocks_of(ROUND)
    asked = next(one for one in blocks if isinstance(one, Bullets) and one.role is Role.SAID)
    assert [item.aside for item in asked.items] == ["", "may be left out"]
    assert Paragraph("Choose 1 of these questions.", margin="Ask") in blocks
    assert WritingLines(2, "2 questions of your own") in blocks


def test_everything_for_the_facilitators_has_its_place() -> None:
    assert under("Tips", WELCOME) == ["Say the end time aloud."]
    assert under("Note-taker", WELCOME) == ["Say your first name."]
    assert under("To bring", WELCOME) == ["Chairs in one circle"]
    assert under("Look up", WELCOME) == ["The help page"]
    assert under("Sheets", WELCOME) == ["Before you come"]
    assert under("Listen for", ROUND) == ["Experience and Strength"]
    assert under("Show again", ROUND) == ["Themes, from s1"]
    assert under("Steps", ROUND) == ["Find a partner. Anyone you like."]
    assert under("Ground rules", RULES_PART) == ["One voice at a time.", "You can pass."]


def test_words_said_with_a_card_follow_its_title() -> None:
    blocks = blocks_of(VIEWS)
    title = next(place for place, one in enumerate(blocks) if getattr(one, "margin", "") == "Cards")
    assert blocks[title + 1] == Paragraph("This is card A.", Role.SAID)
    assert not any("mows" in str(block) for block in blocks)


def test_what_to_do_before_has_boxes_and_the_end_says_who_wrote_it() -> None:
    blocks = script_document(at_seven(), WORDS).blocks
    before = next(block for block in blocks if isinstance(block, Bullets))
    assert before.boxes
    assert before.items[0].text == "Ask two neighbors."
    assert blocks[-1] == Paragraph("Friends of the Park · CC BY-SA 4.0", Role.MUTED)


def test_a_part_without_a_title_has_the_usual_one() -> None:
    heads = [one.text for one in script_document(at_seven(), WORDS).blocks if isinstance(one, Heading)]
    assert heads[-1] == "6. Conversation"
