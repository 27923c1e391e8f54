"""The values of a guide: what is found in it by id, by kind, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, PartStep, Question, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card, CardKind

TALK = Part("talk", PartKind.OPEN_TALK, "Conversation", 20, 10, Cut.LAST, ask=("Who?", "Why?"))
EVENING = SessionPlan("s1", "Evening", 20, "Conversation", (TALK,))


def test_sessions_and_parts_are_found_by_id() -> None:
    guide = Guide("g", "1.0.0", "en", "Guide", "", (8, 12), (), (EVENING,))
    assert guide.session("s1").part("talk") is TALK
    with pytest.raises(KeyError):
        guide.session("s2")
    with pytest.raises(KeyError):
        EVENING.part("welcome")


def test_questions_are_texts_and_some_of_them_may_be_left_out() -> None:
    assert replace(TALK, optional=(1,)).questions == (Question("Who?"), Question("Why?", optional=True))


def test_a_step_without_a_floor_is_worth_no_less_than_its_minutes() -> None:
    assert (PartStep("One", 5).fewest, PartStep("One", 5, floor=2).fewest) == (5, 2)


def test_the_cards_of_one_kind_keep_their_order() -> None:
    view, fact, other = (
        Card(kind, title)
        for kind, title in ((CardKind.VIEW, "a"), (CardKind.FACT, "b"), (CardKind.VIEW, "c"))
    )
    assert replace(TALK, cards=(view, fact, other)).cards_of(CardKind.VIEW) == (view, other)
