from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.exchange.guide_checks import check_guide, compare_languages
from dialogue_desk.exchange.guide_files import heading_lines
from dialogue_desk.words import Words
from tests.exchange.guide_writing import write_guide

WORDS = Words()

ROUND = Part(
    "round",
    PartKind.GO_ROUND,
    "First round",
    24,
    18,
    Cut.LAST,
    "Why",
    ("We keep notes",),
    ("Ask",),
    seconds_each=60,
    pause=5,
)
CLOSE = Part("close", PartKind.CLOSING, "Close", 6, 4, Cut.NEVER)
PLAN = SessionPlan("s1", "Evening", 30, "Conversation", (ROUND, CLOSE))
GUIDE = Guide("evening", "1.0.0", "en", "An Evening", "", (8, 12), ("Listen",), (PLAN,))


def with_parts(*parts: Part, minutes: int = 30) -> Guide:
    return replace(GUIDE, sessions=(replace(PLAN, parts=parts, minutes=minutes),))


def check(guide: Guide, people: int | None = None) -> list[tuple[int, str]]:
    found = check_guide(guide, "evening.guide.md", WORDS, heading_lines(write_guide(guide)), people)
    return [(fault.line, fault.sentence) for fault in found]


def compare(other: Guide) -> list[str]:
    return [fault.sentence for fault in compare_languages(GUIDE, other, "noche.guide.md", WORDS)]


def test_a_sound_guide_raises_no_warning() -> None:
    assert check(GUIDE) == []


def test_a_go_round_that_is_too_long_is_told_with_the_turn_that_would_fit() -> None:
    guide = with_parts(replace(ROUND, seconds_each=120, silence=120), CLOSE)
    (line, sentence) = check(guide)[0]
    assert "{#round " in write_guide(guide).split("\n")[line - 1]
    assert sentence == (
        f"evening.guide.md, line {line}: The go-round in “First round” takes 27 minutes with 12 people, "
        "and the part has 24. Write each=105, or minutes=27."
    )


def test_the_head_count_on_the_night_is_what_counts() -> None:
    guide = with_parts(replace(ROUND, seconds_each=120, silence=120), CLOSE)
    assert check(guide, people=10) == []
    assert len(check(guide, people=11)) == 1


@pytest.mark.parametrize(
    ("guide", "said"),
    [
        (with_parts(ROUND, CLOSE, minutes=90), "take 30 minutes together, and the session has 90"),
        (with_parts(replace(ROUND, minutes=30)), "has no closing"),
        (with_parts(replace(ROUND, cut=Cut.NEVER), CLOSE), "can be cut"),
        (with_parts(replace(ROUND, floor=25), CLOSE), "Write floor=24 or less"),
        (
            with_parts(replace(ROUND, steps=(PartStep("Think", 25),)), CLOSE),
            "The steps of “First round” take 25",
        ),
        (with_parts(replace(ROUND, seconds_each=60, silence=1800), CLOSE), "too little for any turn"),
    ],
)
def test_each_warning_says_what_will_go_wrong(guide: Guide, said: str) -> None:
    found = check(guide)
    assert len(found) == 1
    assert said in found[0][1]
    assert found[0][0] > 0


def test_a_translation_that_says_the_same_raises_no_warning() -> None:
    spanish = replace(GUIDE, language="es", title="Una noche", ground_rules=("Escuchar",))
    assert compare(spanish) == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (replace(GUIDE, id="night"), "“id:” is not the same"),
        (replace(GUIDE, version="2.0.0"), "“version:” is not the same"),
        (replace(GUIDE, people=(6, 9)), "“people:” is not the same"),
        (replace(GUIDE, ground_rules=()), "0 ground rules here and 1"),
        (with_parts(replace(ROUND, minutes=20), CLOSE), "In #s1 #round, minutes is not the same"),
        (with_parts(replace(ROUND, kind=PartKind.FOURS), CLOSE), "which has “go-round”"),
        (with_parts(replace(ROUND, say=()), CLOSE), "has 1 under “say” and this one has 0"),
        (with_parts(replace(ROUND, ask=("One", "Two")), CLOSE), "has 1 under “ask” and this one has 2"),
        (with_parts(replace(ROUND, purpose=""), CLOSE), "has 1 under “purpose” and this one has 0"),
        (with_parts(CLOSE, ROUND), "In #s1, order is not the same"),
        (
            replace(GUIDE, sessions=(PLAN, replace(PLAN, id="s2", parts=()))),
            "#s2 is not in the other language",
        ),
        (replace(GUIDE, sessions=(replace(PLAN, goal=""),)), "has 1 under “Goal” and this one has 0"),
    ],
)
def test_each_difference_between_the_languages_is_told(other: Guide, said: str) -> None:
    found = compare(other)
    assert len(found) == 1, found
    assert said in found[0]
    assert "(en)" in found[0]


def test_a_part_that_is_missing_in_one_language_is_told_where_its_session_stands() -> None:
    other = with_parts(ROUND)
    found = compare_languages(GUIDE, other, "noche.guide.md", WORDS, heading_lines(write_guide(other)))
    assert {fault.line for fault in found} == {heading_lines(write_guide(other))["s1"]}
    assert any("#s1 #close is missing" in fault.sentence for fault in found)
