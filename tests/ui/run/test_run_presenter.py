from dataclasses import replace

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.ui.widgets.ring import Pace
from tests.ui.run.steps import live


def test_it_never_goes_on_by_itself(running, clock):
    clock.advance(3 * 60 * MINUTE)
    running._controller.tick()
    assert live(running).current == 0
    assert running.card.ring.clock() == "+2:48:00"
    assert running.card.ring.spoken_now() == "168 minutes over"


def test_little_time_is_said_in_words_and_once(running, clock, said):
    clock.advance(10 * MINUTE)
    running._controller.tick()
    assert said == ["2 minutes left"]
    assert running.card.ring.spoken_now() == "2 minutes left"
    for _ in range(20):
        clock.advance(SECOND)
        running._controller.tick()
    assert said == ["2 minutes left"]


def test_the_warning_comes_when_a_person_wants_it(run_page, context, session_id, clock, said, qtbot):
    wanted = [WarningTime(5 * MINUTE, 50)]
    page = run_page(session_id, context=replace(context, warn=lambda: wanted[0]))
    page.card.clock_button.click()
    clock.advance(7 * MINUTE)
    page._controller.tick()
    assert said[-1] == "5 minutes left"
    assert page.card.ring._time.pace is Pace.WARNING
    wanted[0] = WarningTime(0, 0)
    clock.advance(SECOND)
    page._controller.tick()
    assert page.card.ring._time.pace is Pace.RUNNING


def test_a_part_warns_says_its_last_minute_and_that_its_time_is_up(running, clock, said):
    seen = []
    for _ in range(13 * 60):
        clock.advance(SECOND)
        running._controller.tick()
        seen.append((running.card.ring.spoken_now(), running.card.ring._time.pace))
    assert said == [
        "2 minutes left",
        "1 minute left",
        "Time is up for this part. Go on when the circle is ready.",
    ]
    assert seen[10 * 60 - 2] == ("3 minutes left", Pace.RUNNING)
    assert seen[10 * 60 - 1] == ("2 minutes left", Pace.WARNING)
    assert seen[11 * 60 - 1] == ("1 minute left", Pace.WARNING)
    assert seen[12 * 60 - 1] == ("0 minutes left", Pace.OVER)


def test_a_move_is_told_to_readers(running, clock, said):
    clock.advance(SECOND)
    running.card.next_button.click()
    running.card.clock_button.click()
    running.card.minute_buttons[1].click()
    assert said == [
        "Part 2: Ground rules check, 5 min",
        "The session is paused",
        "6 minutes for this part",
    ]


def test_a_clock_that_was_set_is_said_in_words(running, clock, context):
    clock.advance(SECOND)
    running._controller.tick()
    clock.set(60 * MINUTE)
    clock.advance(SECOND)
    running._controller.tick()
    said = "The laptop's clock was set 1 hour forward. The session's time did not change."
    assert context.toast.sentence() == said


def test_a_sleep_of_the_laptop_is_said_in_words(running, clock, context):
    clock.sleep(20 * MINUTE)
    running._controller.tick()
    said = "The laptop was asleep for 20 minutes. The session's clock kept counting."
    assert context.toast.sentence() == said
