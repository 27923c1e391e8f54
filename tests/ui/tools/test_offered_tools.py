import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.ui.tools.offered_tools import (
    asks_for_groups,
    asks_for_read_back,
    asks_for_round,
    asks_for_speakers_list,
)


def part(kind, **more):
    return Part("one", kind, "One", 10, 5, Cut.FIRST, **more)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (PartKind.GO_ROUND, [asks_for_round]),
        (PartKind.PAIRS, [asks_for_groups]),
        (PartKind.OPEN_TALK, [asks_for_speakers_list]),
        (PartKind.READ_BACK, [asks_for_read_back]),
        (PartKind.CLOSING, [asks_for_round, asks_for_read_back]),
        (PartKind.BREAK, []),
    ],
)
def test_a_part_offers_the_tools_of_its_kind(kind, asked):
    tools = [asks_for_speakers_list, asks_for_round, asks_for_groups, asks_for_read_back]
    assert [tool for tool in tools if tool(part(kind))] == sorted(asked, key=tools.index)


def test_seconds_for_each_make_a_go_round_of_any_part():
    assert asks_for_round(part(PartKind.OPEN_TALK, seconds_each=60))
    assert not asks_for_round(part(PartKind.OPEN_TALK))
