"""The sentences on who supports a proposal and who must act."""

import pytest

from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.overview.proposals import proposals_of
from dialogue_desk.domain.overview.support import support_of
from dialogue_desk.ui.proposals.proposal_text import (
    dots_text,
    joined,
    names_in,
    proposal_row,
    proposed_by,
    shown_text,
    who_text,
)
from dialogue_desk.words import Words
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed

WORDS = Words()


def one(*ideas, **said):
    (found,) = proposals_of(ideas_picture(*ideas, **said))
    return found


def test_who_must_act_is_plain_by_organizers_and_quoted_by_circles():
    bench = proposed("C01", "A bench", who="the city")
    assert who_text(one(bench), WORDS) == "“the city”"
    assert who_text(one(bench, cards=[card(bench, actor="Council")]), WORDS) == "Council"
    assert who_text(one(proposed("C01", "A bench")), WORDS) == "Nobody is named yet"


def test_a_row_leaves_out_who_must_act_where_the_heading_says_it():
    row = proposal_row(one(proposed("C01", "A bench")), "Nobody", "", WORDS, who=False)
    assert (row.above, row.label, row.time) == ("Nobody", "", "1 circle")


def test_dots_have_a_sum_only_where_each_person_had_as_many():
    alike = one(
        proposed("C01", "A bench", dots=7, vote=DotVote(3, 8)),
        proposed("C02", "a bench", dots=2, vote=DotVote(3, 4)),
    )
    assert proposed_by(support_of(alike), WORDS) == "Proposed by 2 circles: C01 and C02."
    assert dots_text(support_of(alike), WORDS) == (
        "7 of 24 dots in C01",
        "2 of 12 dots in C02",
        "9 of 36 dots in 2 circles, where each person had 3 dots.",
    )
    unlike = one(proposed("C01", "A bench", dots=7, vote=DotVote(3, 8)), proposed("C02", "a bench", dots=1))
    assert dots_text(support_of(unlike), WORDS) == (
        "7 of 24 dots in C01",
        "1 dot in C02",
        "These circles voted in different ways, so their dots are not added up.",
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [("", ()), (" , ,", ()), ("Church", ("Church",)), (" A  b ,C,A b", ("A b", "C"))],
)
def test_names_are_typed_with_commas_between_them(typed, names):
    assert names_in(typed) == names
    assert names_in(joined(names)) == names


def test_how_many_are_shown():
    assert shown_text(5, 5, WORDS) == "5 proposals"
    assert shown_text(0, 1, WORDS) == "0 of 1 proposal"
