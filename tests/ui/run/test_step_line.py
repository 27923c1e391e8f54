import pytest

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.run.step_line import CUE_MS, StepLine
from tests.ui.sessions import begun


@pytest.fixture
def line(context, qtbot):
    line = StepLine(context)
    qtbot.addWidget(line)
    return line


def test_without_steps_nothing_is_shown(line):
    line.show_steps((), 0)
    assert line.isHidden() and line.follow(MINUTE) is None


def test_a_step_that_has_just_begun_says_to_switch_for_a_while(line):
    line.show_steps([("Think", MINUTE), ("Talk", 2 * MINUTE)], 0)
    assert line.step.text() == "Step 1 of 2"
    line.follow(MINUTE)
    assert (line.step.text(), line.title.text()) == ("Switch now. Step 2 of 2", "Talk")
    line.follow(MINUTE + CUE_MS)
    assert (line.step.text(), line.clock.text()) == ("Step 2 of 2", "1:45")


def test_the_end_of_each_step_is_said_once(line, said):
    line.show_steps([("Think", MINUTE), ("Talk", MINUTE)], 0)
    for second in range(1, 180):
        line.follow(second * SECOND)
    assert said == ["Switch now: Talk", "The steps are over"]


def test_steps_that_ended_before_are_not_said(line, said):
    line.show_steps([("Think", MINUTE), ("Talk", MINUTE)], 90 * SECOND)
    line.follow(91 * SECOND)
    assert said == [] and line.title.text() == "Talk"


def test_the_steps_of_a_part_run_in_its_own_time(run_page, desk, shelf, clock, said):
    page = run_page(begun(desk, shelf, plan="s1", number=1, code="C09"))
    page.card.clock_button.click()
    page._controller.go_to("pairs")
    assert page.card.steps.title.text() == "Find a partner"
    said.clear()
    clock.advance(2 * MINUTE)
    page._controller.tick()
    assert said == ["Switch now: The first person talks"]
    assert page.card.steps.clock.text() == "6:00"
    page._controller.make_move(MoveKind.PAUSE)
    clock.advance(9 * MINUTE)
    page._controller.tick()
    assert page.card.steps.clock.text() == "6:00"
    page._controller.go_to("break")
    assert page.card.steps.isHidden()
    page._controller.back()
    assert page.card.steps.title.text() == "The first person talks"


def test_a_step_that_is_over_by_its_new_length_is_said(line, said):
    line.show_steps([("Think", 2 * MINUTE), ("Talk", 2 * MINUTE)], 0)
    line.follow(90 * SECOND)
    line.retime((MINUTE, MINUTE))
    line.follow(91 * SECOND)
    assert said == ["Switch now: Talk"] and line.clock.text() == "0:29"


def test_a_shorter_part_shortens_its_steps_where_they_are_shown_and_where_they_are_read(
    run_page, desk, shelf
):
    page = run_page(begun(desk, shelf, plan="s1", number=1, code="C09"))
    page.card.clock_button.click()
    page._controller.go_to("pairs")
    assert page.card.steps.clock.text() == "2:00"
    for _ in range(8):
        page.card.minute_buttons[-1].click()
    assert page.card.steps.clock.text() == "1:00"
    read = [label.text() for label in page.card.words._steps]
    assert read[:2] == ["Find a partner: 1 min", "The first person talks: 3 min"]
