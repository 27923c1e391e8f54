"""What the check says in a form: plain sentences, the field where it is fixed, and what would fix it."""

import re

import pytest

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind, concerns
from dialogue_desk.exchange.guide_faults import Faults
from dialogue_desk.exchange.guide_palette import new_part
from dialogue_desk.exchange.guide_parser import session_of
from dialogue_desk.exchange.guide_source import Section
from dialogue_desk.exchange.plain_concerns import field_of, fixes, plain_sentence
from dialogue_desk.words import Words

WORDS = Words()


def plan(part):
    return session_of(Section(1, "One", ("#s1", "minutes=60"), (), (part,)), (), Faults("", WORDS))


PLAN = plan(new_part(PartKind.GO_ROUND, "round", WORDS))


@pytest.mark.parametrize("kind", ConcernKind)
def test_every_concern_is_said_without_the_words_of_files(kind):
    said = plain_sentence(Concern(kind, "round", 10, 12, 40), PLAN, 12, WORDS)
    assert not re.search(r"\w+=|kind|#|\{|Wanted:|Notes:", said.replace("of that kind", ""))
    assert isinstance(field_of(kind), str)


@pytest.mark.parametrize("key", ["minutes", "each"])
def test_what_is_offered_for_a_go_round_that_is_too_long_fixes_it(key):
    part = new_part(PartKind.GO_ROUND, "round", WORDS).with_value("minutes", "9").with_value("floor", None)
    (found,) = [one for one in concerns(plan(part), 12) if one.kind is ConcernKind.GO_ROUND_TOO_LONG]
    offered = dict(fixes(found))
    after = concerns(plan(part.with_value(key, offered[key])), 12)
    assert ConcernKind.GO_ROUND_TOO_LONG not in {one.kind for one in after}


def test_a_turn_too_short_for_a_sentence_is_not_offered():
    found = Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", 2, 20, 5)
    assert fixes(found) == (("minutes", "20"),)
    assert "each" not in plain_sentence(
        Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", 2, 20), PLAN, 12, WORDS
    )


def test_what_no_figure_fixes_offers_none():
    assert fixes(Concern(ConcernKind.NO_CLOSING)) == ()
