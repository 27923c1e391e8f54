"""Weighing ideas with dots."""

from __future__ import annotations

from dialogue_desk.domain.closing.dots import Rank, usual_vote, weighing
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from tests.domain.session_folders import a_folder


def weighed(*dots):
    ideas = [ActionIdea(f"idea {number}", dots=given) for number, given in enumerate(dots)]
    return weighing(a_folder(*ideas, closing=ClosingFacts(vote=DotVote(3, 11))))


def test_ideas_that_nobody_weighed_have_no_places():
    assert weighing(a_folder(ActionIdea("A walk", dots=3))) is None


def test_ties_are_ties_and_the_place_after_them_is_left_out():
    assert weighed(4, 9, 4, 1, None, 0).ranks == {
        "n1": Rank(1, tied=False),
        "n0": Rank(2, tied=True),
        "n2": Rank(2, tied=True),
        "n3": Rank(4, tied=False),
    }


def test_more_dots_than_there_were_are_told():
    assert (weighed(20, 13).given, weighed(20, 13).budget, weighed(20, 13).over) == (33, 33, 0)
    assert weighed(20, 14).over == 1


def test_a_vote_begins_with_three_dots_for_each_who_was_there():
    assert usual_vote(a_folder(present=9)) == DotVote(3, 9)
    assert usual_vote(a_folder()) == DotVote(3, 11)
