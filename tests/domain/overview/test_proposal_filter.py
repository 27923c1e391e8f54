"""What is shown of many proposals, and in which order."""

import pytest

from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.overview.proposal_filter import ACTOR, NONE, Order, ProposalFilter, Unsaid, in_order
from dialogue_desk.domain.overview.proposals import proposals_of
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed

BENCH = proposed("C01", "A bench", who="The city", why="Old people", level=Level.POLICY)
BUS = proposed("C02", "Más autobuses", horizon=Horizon.NOW)
LAMP = proposed("C03", "A lamp", horizon=Horizon.LONGER)
MORE_LAMPS = proposed("C04", "a lamp", who="", horizon=Horizon.LONGER)
FOUND = proposals_of(ideas_picture(BENCH, BUS, LAMP, MORE_LAMPS, cards=[card(BUS, actor="Transit")]))


def names(proposals):
    return [one.idea.what.lower() for one in proposals]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ProposalFilter(), ["a bench", "más autobuses", "a lamp"]),
        (ProposalFilter(typed="MAS"), ["más autobuses"]),
        (ProposalFilter(typed="old c01"), ["a bench"]),
        (ProposalFilter(typed="transit"), ["más autobuses"]),
        (ProposalFilter(typed="old bus"), []),
        (ProposalFilter(who=Unsaid.NOBODY), ["a lamp"]),
        (ProposalFilter(who=Unsaid.CIRCLES), ["a bench"]),
        (ProposalFilter(who=f"{ACTOR}TRANSIT"), ["más autobuses"]),
        (ProposalFilter(who=f"{ACTOR}nobody"), []),
        (ProposalFilter(when=Horizon.LONGER), ["a lamp"]),
        (ProposalFilter(when=NONE), ["a bench"]),
        (ProposalFilter(level=Level.POLICY), ["a bench"]),
        (ProposalFilter(level=NONE, when=Horizon.NOW), ["más autobuses"]),
        (ProposalFilter(theme=NONE), ["a bench", "más autobuses", "a lamp"]),
        (ProposalFilter(theme="Buses"), []),
    ],
)
def test_only_what_is_wanted_is_shown(wanted, found):
    assert names(wanted.of(FOUND)) == found


def test_it_says_how_many_choices_leave_something_out():
    assert ProposalFilter(typed="x").chosen == 0
    assert ProposalFilter(who=Unsaid.NOBODY, when=NONE).chosen == 2


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.CIRCLES, "a lamp"),
        (Order.WHO, "a bench"),
        (Order.WHEN, "más autobuses"),
        (Order.LEVEL, "a bench"),
        (Order.THEME, "a lamp"),
    ],
)
def test_each_order_has_its_first_one_and_loses_none(order, found):
    sorted_ones = in_order(FOUND, order)
    assert names(sorted_ones)[0] == found
    assert set(names(sorted_ones)) == set(names(FOUND))


def test_those_that_name_nobody_come_last():
    assert names(in_order(FOUND, Order.WHO))[-1] == "a lamp"
