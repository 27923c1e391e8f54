"""To which part and question notes are added."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession
from dialogue_desk.ui.notes.note_target import NoteTarget

PARTS = tuple(
    Part(name, PartKind.GO_ROUND, name.title(), 10, 5, Cut.LAST, ask=("Who?", "When?"))
    for name in ("one", "two", "three")
)
PLAN = SessionPlan("s1", "One evening", 30, "", PARTS)
LIVE = LiveSession.of(PLAN, 0, 3_600_000)
IN_THE_LAST = replace(LIVE, current=2, visited=frozenset({0, 2}))


@pytest.fixture(params=[False, True], ids=["by the clock", "by hand"])
def target(request):
    return NoteTarget(PLAN, LIVE, by_hand=request.param)


def test_the_clock_moves_it_unless_a_person_chooses():
    for by_hand, part in ((False, "three"), (True, "one")):
        target = NoteTarget(PLAN, LIVE, by_hand=by_hand)
        target.follow(IN_THE_LAST)
        assert target.part == part == target.current_part().id


def test_earlier_parts_are_those_visited_or_by_hand_all_before_it():
    clock, hand = (NoteTarget(PLAN, LIVE, by_hand=by_hand) for by_hand in (False, True))
    clock.follow(IN_THE_LAST)
    hand.go_to("three")
    assert [part.id for part in clock.earlier_parts(IN_THE_LAST)] == ["one"]
    assert [part.id for part in hand.earlier_parts(IN_THE_LAST)] == ["two", "one"]


def test_there_is_no_neighbor_beyond_the_ends(target):
    live = replace(LIVE, order=(0, 2, 1))
    assert [target.neighbor(live, by) for by in (-1, 0, 1, 2, 3)] == ["", "one", "three", "two", ""]


def test_a_question_is_asked_until_it_is_chosen_again_and_each_part_has_its_own(target):
    assert target.toggle_prompt(2) == target.prompt() == 2
    target.go_to("two")
    assert (target.part, target.prompt()) == ("two", 0)
    target.go_to("one")
    assert (target.part, target.prompt()) == ("one", 2)
    assert target.toggle_prompt(2) == 0


def test_a_question_beyond_the_last_is_none(target):
    assert target.toggle_prompt(3) == 0
