"""How a session was led is told kindly, and the plan in the words of its guide."""

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.practice.challenges import Challenge, Delay
from dialogue_desk.domain.practice.leading import Ending, Led, Met
from dialogue_desk.ui.practice.leading_review import LeadingReview, answer_text, how_far, plan_sentences
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, nameless, words_on

EN = Words()
PLAN = SessionPlan(
    "s1",
    "Meeting",
    60,
    "",
    tuple(
        Part(name, PartKind.OPEN_TALK, title, 20, 5, Cut.LAST)
        for name, title in (("stories", "Stories"), ("talk", "Talk"), ("closing", "One word each"))
    ),
)
TEARS = Challenge(5 * MINUTE, "tears")
LATE = Challenge(6 * MINUTE, "", Delay.LATE_ARRIVALS, 4 * MINUTE)


def led(ending=Ending.KEPT, left_out=(), shortened=(), late=0, met=(), reached=3):
    return Led(met, reached, 3, left_out, shortened, ending, late)


@pytest.fixture
def view(context, qtbot):
    met = (Met(LATE, 20_000), Met(TEARS))
    view = LeadingReview(led(met=met), PLAN, {"tears": "Someone starts to cry"}, context)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view


def test_what_happened_is_told_with_its_answer(view):
    words = words_on(view)
    assert words.index("Half of the circle came late, and you waited 4 minutes.") + 1 == words.index(
        "You adjusted the plan after 20 seconds."
    )
    assert words.index("Someone starts to cry") + 1 == words.index("You did not get to it.")
    assert nameless(view) == []


def test_a_session_in_which_nothing_came_has_no_list_of_it(context, qtbot):
    view = LeadingReview(led(), PLAN, {}, context)
    qtbot.addWidget(view)
    assert "What happened" not in words_on(view)


def test_it_leads_to_the_same_again_to_another_and_out(view, qtbot):
    with qtbot.waitSignal(view.again_wanted):
        button_saying(view, "Lead it again").click()
    with qtbot.waitSignal(view.another_wanted):
        button_saying(view, "Another practice").click()
    with qtbot.waitSignal(view.left):
        view.bar.back.click()


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Met(TEARS, 14_000), "You had found words after 14 seconds."),
        (Met(TEARS, 14_000, own=True), "You had your own words after 14 seconds."),
        (Met(TEARS), "You did not get to it."),
        (Met(LATE, 14_000), "You adjusted the plan after 14 seconds."),
        (Met(LATE), "You left the plan as it was."),
    ],
)
def test_every_answer_is_told(one, said):
    assert answer_text(one, EN) == said


def test_how_far_it_came_is_told_with_the_time():
    assert how_far(led(), EN) == "You led the session to its end. It was on time."
    assert how_far(led(late=12 * MINUTE), EN) == "You led the session to its end. It was 12 min late."
    assert how_far(led(Ending.NOT_REACHED, reached=2), EN) == (
        "You stopped in the middle: 2 of 3 parts. It was on time."
    )


def test_what_was_cut_is_told_by_the_names_of_the_parts():
    assert plan_sentences(led(), PLAN, EN)[0] == "Nothing was cut."
    assert plan_sentences(led(left_out=("stories", "talk"), shortened=("closing",)), PLAN, EN)[:2] == (
        "You left out: Stories and Talk.",
        "You made shorter: One word each.",
    )


def test_a_short_closing_is_to_be_saved_by_a_cut_only_when_time_was_lacking():
    assert plan_sentences(led(Ending.SHORT, late=5 * MINUTE), PLAN, EN)[-1].endswith(
        "cut something before it."
    )
    said = "“One word each” was over sooner than its guide asks for."
    assert plan_sentences(led(Ending.SHORT, late=-5 * MINUTE), PLAN, EN)[-1] == said


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_is_told_by_the_name_of_the_closing(ending):
    assert plan_sentences(led(ending), PLAN, EN)[-1].startswith("“One word each” ")
