"""What of an action idea is still to be said."""

from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level
from dialogue_desk.domain.notes.action_gaps import Gap, gaps, wants_more

WHOLE = ActionIdea(
    "x", "", (), "city", "call", Level.GROUP, Horizon.NOW, why="w", strengths="s", obstacles="o"
)


def test_what_nobody_said_is_asked_in_one_order():
    assert gaps(ActionIdea("A bus shelter")) == tuple(Gap)
    assert gaps(ActionIdea("A bus shelter", who="the city", why="rain")) == (
        Gap.FIRST_STEP,
        Gap.LEVEL,
        Gap.HORIZON,
        Gap.STRENGTHS,
        Gap.OBSTACLES,
    )
    assert gaps(WHOLE) == ()


def test_an_idea_goes_nowhere_without_who_and_a_first_step_and_the_rest_may_stay_unsaid():
    assert wants_more(ActionIdea("x", who="the city"))
    assert wants_more(ActionIdea("x", who="the city", first_step="  "))
    assert not wants_more(ActionIdea("x", who="the city", first_step="call"))
