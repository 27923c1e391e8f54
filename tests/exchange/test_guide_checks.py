from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind
from dialogue_desk.exchange.concern_text import concern_sentence
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_files import open_guide
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
    found = check_guide(open_guide(write_guide(guide), "evening.guide.md", WORDS), WORDS, people)
    return [(fault.line, fault.sentence) for fault in found]


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


def test_a_hint_says_so_and_what_nobody_knows_is_one() -> None:
    text = write_guide(GUIDE).replace("cut=last", "cut=last shade=blue")
    (fault,) = check_guide(open_guide(text, "evening.guide.md", WORDS), WORDS)
    assert fault.hint and fault.line == 17
    assert fault.sentence == (
        "evening.guide.md, line 17: Hint: "
        "Dialogue Desk does not know “shade=blue”. It is kept, and does nothing."
    )


def test_every_concern_has_its_sentence() -> None:
    for kind in ConcernKind:
        for seconds in (0, 60):
            said = concern_sentence(Concern(kind, "round", 5, 7, seconds), PLAN, 9, WORDS)
            assert said.endswith((".", "?")) and "{" not in said
