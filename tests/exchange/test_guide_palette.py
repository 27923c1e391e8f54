"""Every part that can be added is whole: it reads without a fault, and a session made of them goes well."""

import pytest

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.guide_concerns import concerns
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange.guide_faults import Faults
from dialogue_desk.exchange.guide_palette import (
    KINDS,
    new_card,
    new_moment,
    new_part,
    new_session,
    new_step,
    usual,
)
from dialogue_desk.exchange.guide_parser import moments_of, session_of
from dialogue_desk.exchange.guide_source import MOMENTS, Section
from dialogue_desk.exchange.part_parser import part_of
from dialogue_desk.words import Words

WORDS = Words()


@pytest.mark.parametrize("kind", PartKind)
def test_each_kind_of_part_can_be_added_and_is_whole(kind):
    faults = Faults("", WORDS)
    part = part_of(new_part(kind, "new", WORDS), (), faults)
    assert faults.all == () and part.kind is kind and (part.say or part.ask)
    assert usual(kind).floor <= part.minutes


def test_every_kind_is_offered_once():
    offered = [kind for kinds in KINDS.values() for kind in kinds]
    assert sorted(offered) == sorted(PartKind)


@pytest.mark.parametrize("kind", PartKind)
def test_ten_people_can_do_a_new_part_in_its_time(kind):
    session = Section(1, "A", ("#s1", f"minutes={usual(kind).minutes}"), (), (new_part(kind, "new", WORDS),))
    plan = session_of(session, (), Faults("", WORDS))
    assert [one for one in concerns(plan, 10) if one.part] == []


def test_a_new_session_opens_and_closes():
    faults = Faults("", WORDS)
    plan = session_of(new_session("s2", WORDS), (), faults)
    assert faults.all == () and [plan.parts[0].kind, plan.parts[-1].kind] == ["welcome", "closing"]


def test_a_step_each_kind_of_card_and_a_moment_are_whole():
    faults = Faults("", WORDS)
    below = (
        new_step(WORDS),
        *(new_card(kind, "", WORDS) for kind in CardKind if kind is not CardKind.OPTION),
    )
    named = new_card(CardKind.OPTION, "option", WORDS)
    part = Section(2, "A", ("#a", "kind=views", "minutes=10"), (), (*below, named))
    assert part_of(part, (), faults).cards and faults.all == ()
    assert moments_of(Section(1, MOMENTS, (), (), (new_moment("m", WORDS),)), faults) and faults.all == ()


def test_the_first_words_are_in_the_language_of_the_guide():
    assert new_part(PartKind.PAIRS, "pairs", Words("es")).title == "Pares"
