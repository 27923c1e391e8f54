import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.run.tool_buttons import ToolButtons


def part(kind, **more):
    return Part("one", kind, "One", 10, 5, Cut.FIRST, **more)


@pytest.fixture
def buttons(context, qtbot):
    buttons = ToolButtons(context)
    qtbot.addWidget(buttons)
    return buttons


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (PartKind.GO_ROUND, {"go_round"}),
        (PartKind.PAIRS, {"groups"}),
        (PartKind.OPEN_TALK, {"speakers"}),
        (PartKind.READ_BACK, {"read_back"}),
        (PartKind.CLOSING, {"go_round", "read_back"}),
        (PartKind.BREAK, set()),
    ],
)
def test_a_part_offers_the_tools_of_its_kind(buttons, kind, asked):
    buttons.show_part(part(kind), Phase.RUNNING)
    tools = ("speakers", "go_round", "groups", "read_back")
    assert {tool for tool in tools if not getattr(buttons, tool).isHidden()} == asked


def test_seconds_for_each_make_a_go_round_of_any_part(buttons):
    buttons.show_part(part(PartKind.OPEN_TALK, seconds_each=60), Phase.RUNNING)
    assert not buttons.go_round.isHidden()
    buttons.show_part(part(PartKind.OPEN_TALK), Phase.RUNNING)
    assert buttons.go_round.isHidden()
