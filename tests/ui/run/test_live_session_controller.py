import pytest

from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.pacing import Milestone
from dialogue_desk.ui.run.live_session_controller import SessionController, time_left
from dialogue_desk.ui.widgets.ring import Pace


@pytest.fixture
def controller(qapp, desk, folders, session_id, pulse):
    controller = SessionController(SessionRunner(desk, folders.session(session_id), pulse))
    controller.start_ticking()
    yield controller
    controller.leave()


@pytest.fixture
def reached(controller):
    found = []
    controller.milestone.connect(lambda milestone: found.append(Milestone(milestone)))
    return found


def test_a_move_is_told(controller, qtbot):
    with qtbot.waitSignal(controller.moved, timeout=0):
        assert controller.make_move(MoveKind.START)
    assert controller.live.phase is Phase.RUNNING


def test_a_move_that_makes_no_sense_is_not_made(controller):
    assert not controller.make_move(MoveKind.RESUME)
    assert controller.live.phase is Phase.READY


def test_one_tick_for_each_second_shown(controller, clock):
    controller.make_move(MoveKind.START)
    ticks = []
    controller.ticked.connect(ticks.append)
    for _ in range(50):
        clock.advance(200)
        controller.tick()
    assert len(ticks) == 10


def test_a_paused_session_shows_the_time_of_day_go_by(controller, clock):
    controller.make_move(MoveKind.START)
    controller.make_move(MoveKind.PAUSE)
    ticks = []
    controller.ticked.connect(ticks.append)
    for _ in range(10):
        clock.advance(SECOND)
        controller.tick()
    assert len(ticks) == 10
    assert len({tick.left for tick in ticks}) == 1


def test_a_stalled_window_loses_no_time(controller, clock):
    controller.make_move(MoveKind.START)
    for _ in range(300):
        clock.advance(1_237)
        controller.tick()
    assert controller.read().part_elapsed == 300 * 1_237


def test_little_time_and_the_end_are_told_once_each(controller, clock, reached):
    controller.make_move(MoveKind.START)
    for _ in range(13 * 60 * 5):
        clock.advance(200)
        controller.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.ONE_MINUTE, Milestone.TIME_UP]


def test_a_milestone_is_not_missed_while_the_window_stands_still(controller, clock, reached):
    controller.make_move(MoveKind.START)
    clock.advance(40 * MINUTE)
    controller.tick()
    assert reached == [Milestone.TIME_UP]


def test_time_that_is_added_lets_the_warning_come_again(controller, clock, reached):
    controller.make_move(MoveKind.START)
    clock.advance(10 * MINUTE)
    controller.tick()
    controller.make_move(MoveKind.ADD_TIME, by=5 * MINUTE)
    clock.advance(5 * MINUTE)
    controller.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.LITTLE_LEFT]


def test_nothing_is_told_of_a_part_that_was_over_when_it_was_gone_back_to(controller, clock, reached):
    controller.make_move(MoveKind.START)
    clock.advance(20 * MINUTE)
    controller.make_move(MoveKind.NEXT)
    reached.clear()
    clock.advance(SECOND)
    controller.make_move(MoveKind.BACK)
    controller.tick()
    assert reached == []


def test_a_short_part_warns_in_its_last_fifth(controller, clock):
    controller.make_move(MoveKind.START)
    controller.make_move(MoveKind.NEXT)
    clock.advance(4 * MINUTE - SECOND)
    assert time_left(controller.live, controller.read()).pace is Pace.RUNNING
    clock.advance(SECOND)
    assert time_left(controller.live, controller.read()).pace is Pace.WARNING


def test_a_second_press_of_next_within_600_ms_is_one_press(controller, clock):
    controller.make_move(MoveKind.START)
    assert controller.make_move(MoveKind.NEXT)
    clock.advance(599)
    assert not controller.make_move(MoveKind.NEXT)
    assert controller.live.current == 1


def test_a_third_press_within_600_ms_of_the_second_is_none_either(controller, clock):
    controller.make_move(MoveKind.START)
    for _ in range(5):
        controller.make_move(MoveKind.NEXT)
        clock.advance(400)
    assert controller.live.current == 1
    clock.advance(600)
    controller.make_move(MoveKind.NEXT)
    assert controller.live.current == 2


def test_a_clock_that_is_set_makes_no_two_presses_of_one(controller, clock):
    controller.make_move(MoveKind.START)
    controller.make_move(MoveKind.NEXT)
    clock.set(60 * MINUTE)
    controller.tick()
    assert not controller.make_move(MoveKind.NEXT)
    assert controller.live.current == 1


def test_a_second_press_at_the_last_part_does_not_close_the_session(controller, clock):
    controller.make_move(MoveKind.START)
    controller.go_to(controller.live.parts[-2].id)
    controller.make_move(MoveKind.NEXT)
    clock.advance(599)
    assert not controller.make_move(MoveKind.CLOSE)
    clock.advance(600)
    assert controller.make_move(MoveKind.CLOSE)


def test_back_goes_to_where_one_jumped_from(controller, clock):
    controller.make_move(MoveKind.START)
    last, first = controller.live.parts[-1].id, controller.live.parts[0].id
    controller.go_to(last)
    assert controller.back_part() == first
    controller.back()
    assert controller.live.current == 0
    assert controller.back_part() == ""


def test_after_next_back_is_the_part_before(controller, clock):
    controller.make_move(MoveKind.START)
    controller.go_to(controller.live.parts[4].id)
    controller.make_move(MoveKind.NEXT)
    assert controller.back_part() == controller.live.parts[4].id
    controller.back()
    controller.back()
    assert controller.live.current == 3


def test_the_pulse_is_kept_each_second(controller, clock, pulse, desk, folders, session_id):
    controller.make_move(MoveKind.START)
    clock.advance(10 * SECOND)
    controller.tick()
    after_a_kill = SessionRunner(desk, folders.session(session_id), pulse).interruption()
    assert after_a_kill.reading.part_elapsed == 10 * SECOND


def test_a_clock_that_was_set_is_told_and_no_time_is_lost(controller, clock, qtbot):
    controller.make_move(MoveKind.START)
    clock.advance(MINUTE)
    controller.tick()
    clock.set(60 * MINUTE)
    clock.advance(SECOND)
    with qtbot.waitSignal(controller.clock_set, timeout=0) as told:
        controller.tick()
    assert told.args == [60 * MINUTE]
    assert controller.read().part_elapsed == MINUTE + SECOND


def test_a_sleep_of_the_laptop_is_told_once_and_its_time_is_counted(controller, clock, qtbot):
    controller.make_move(MoveKind.START)
    controller.tick()
    clock.sleep(20 * MINUTE)
    with qtbot.waitSignal(controller.slept, timeout=0) as told:
        controller.tick()
    assert told.args == [20 * MINUTE]
    assert controller.read().part_elapsed == 20 * MINUTE
    clock.advance(20 * MINUTE)
    with qtbot.assertNotEmitted(controller.slept):
        controller.tick()


def test_the_timer_really_ticks(controller, clock, qtbot):
    controller.make_move(MoveKind.START)
    clock.advance(3 * SECOND)
    with qtbot.waitSignal(controller.ticked, timeout=2_000) as ticked:
        pass
    assert ticked.args[0].part_elapsed == 3 * SECOND


def test_no_timer_runs_once_it_is_left(controller, clock, qtbot):
    controller.make_move(MoveKind.START)
    controller.leave()
    clock.advance(3 * SECOND)
    with qtbot.assertNotEmitted(controller.ticked, wait=500):
        pass


def test_back_and_next_pass_over_what_was_left_out(controller, clock):
    controller.make_move(MoveKind.START)
    second, third = controller.live.parts[1].id, controller.live.parts[2].id
    assert controller.skip(second)
    assert not controller.skip(second)
    controller.make_move(MoveKind.NEXT)
    assert controller.live.parts[controller.live.current].id == third
    assert controller.back_part() == controller.live.parts[0].id


def test_a_start_that_cannot_have_been_is_refused(controller, clock):
    controller.make_move(MoveKind.START)
    clock.advance(4 * MINUTE)
    assert not controller.set_start(clock.now() + MINUTE)
    assert controller.set_start(clock.now() - 6 * MINUTE)
    assert controller.read().part_elapsed == 6 * MINUTE
