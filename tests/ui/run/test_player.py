import pytest

from dialogue_desk.desk.session.live_desk import SessionRunner
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.pacing import Milestone
from dialogue_desk.ui.run.player import SessionController, time_left
from dialogue_desk.ui.widgets.ring import Pace


@pytest.fixture
def player(qapp, desk, folders, session_id, pulse):
    player = SessionController(SessionRunner(desk, folders.session(session_id), pulse))
    player.start_ticking()
    yield player
    player.leave()


@pytest.fixture
def reached(player):
    found = []
    player.milestone.connect(lambda milestone: found.append(Milestone(milestone)))
    return found


def test_a_move_is_told(player, qtbot):
    with qtbot.waitSignal(player.moved, timeout=0):
        assert player.make_move(MoveKind.START)
    assert player.live.phase is Phase.RUNNING


def test_a_move_that_makes_no_sense_is_not_made(player):
    assert not player.make_move(MoveKind.RESUME)
    assert player.live.phase is Phase.READY


def test_one_tick_for_each_second_shown(player, clock):
    player.make_move(MoveKind.START)
    ticks = []
    player.ticked.connect(ticks.append)
    for _ in range(50):
        clock.advance(200)
        player.tick()
    assert len(ticks) == 10


def test_a_paused_session_shows_the_time_of_day_go_by(player, clock):
    player.make_move(MoveKind.START)
    player.make_move(MoveKind.PAUSE)
    ticks = []
    player.ticked.connect(ticks.append)
    for _ in range(10):
        clock.advance(SECOND)
        player.tick()
    assert len(ticks) == 10
    assert len({tick.left for tick in ticks}) == 1


def test_a_stalled_window_loses_no_time(player, clock):
    player.make_move(MoveKind.START)
    for _ in range(300):
        clock.advance(1_237)
        player.tick()
    assert player.read().part_elapsed == 300 * 1_237


def test_little_time_and_the_end_are_told_once_each(player, clock, reached):
    player.make_move(MoveKind.START)
    for _ in range(13 * 60 * 5):
        clock.advance(200)
        player.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.ONE_MINUTE, Milestone.TIME_UP]


def test_a_milestone_is_not_missed_while_the_window_stands_still(player, clock, reached):
    player.make_move(MoveKind.START)
    clock.advance(40 * MINUTE)
    player.tick()
    assert reached == [Milestone.TIME_UP]


def test_time_that_is_added_lets_the_warning_come_again(player, clock, reached):
    player.make_move(MoveKind.START)
    clock.advance(10 * MINUTE)
    player.tick()
    player.make_move(MoveKind.ADD_TIME, by=5 * MINUTE)
    clock.advance(5 * MINUTE)
    player.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.LITTLE_LEFT]


def test_nothing_is_told_of_a_part_that_was_over_when_it_was_gone_back_to(player, clock, reached):
    player.make_move(MoveKind.START)
    clock.advance(20 * MINUTE)
    player.make_move(MoveKind.NEXT)
    reached.clear()
    clock.advance(SECOND)
    player.make_move(MoveKind.BACK)
    player.tick()
    assert reached == []


def test_a_short_part_warns_in_its_last_fifth(player, clock):
    player.make_move(MoveKind.START)
    player.make_move(MoveKind.NEXT)
    clock.advance(4 * MINUTE - SECOND)
    assert time_left(player.live, player.read()).pace is Pace.RUNNING
    clock.advance(SECOND)
    assert time_left(player.live, player.read()).pace is Pace.WARNING


def test_a_second_press_of_next_within_600_ms_is_one_press(player, clock):
    player.make_move(MoveKind.START)
    assert player.make_move(MoveKind.NEXT)
    clock.advance(599)
    assert not player.make_move(MoveKind.NEXT)
    assert player.live.current == 1


def test_a_third_press_within_600_ms_of_the_second_is_none_either(player, clock):
    player.make_move(MoveKind.START)
    for _ in range(5):
        player.make_move(MoveKind.NEXT)
        clock.advance(400)
    assert player.live.current == 1
    clock.advance(600)
    player.make_move(MoveKind.NEXT)
    assert player.live.current == 2


def test_a_clock_that_is_set_makes_no_two_presses_of_one(player, clock):
    player.make_move(MoveKind.START)
    player.make_move(MoveKind.NEXT)
    clock.set(60 * MINUTE)
    player.tick()
    assert not player.make_move(MoveKind.NEXT)
    assert player.live.current == 1


def test_a_second_press_at_the_last_part_does_not_close_the_session(player, clock):
    player.make_move(MoveKind.START)
    player.go_to(player.live.parts[-2].id)
    player.make_move(MoveKind.NEXT)
    clock.advance(599)
    assert not player.make_move(MoveKind.CLOSE)
    clock.advance(600)
    assert player.make_move(MoveKind.CLOSE)


def test_back_goes_to_where_one_jumped_from(player, clock):
    player.make_move(MoveKind.START)
    last, first = player.live.parts[-1].id, player.live.parts[0].id
    player.go_to(last)
    assert player.back_part() == first
    player.back()
    assert player.live.current == 0
    assert player.back_part() == ""


def test_after_next_back_is_the_part_before(player, clock):
    player.make_move(MoveKind.START)
    player.go_to(player.live.parts[4].id)
    player.make_move(MoveKind.NEXT)
    assert player.back_part() == player.live.parts[4].id
    player.back()
    player.back()
    assert player.live.current == 3


def test_the_pulse_is_kept_each_second(player, clock, pulse, desk, folders, session_id):
    player.make_move(MoveKind.START)
    clock.advance(10 * SECOND)
    player.tick()
    after_a_kill = SessionRunner(desk, folders.session(session_id), pulse).interruption()
    assert after_a_kill.reading.part_elapsed == 10 * SECOND


def test_a_clock_that_was_set_is_told_and_no_time_is_lost(player, clock, qtbot):
    player.make_move(MoveKind.START)
    clock.advance(MINUTE)
    player.tick()
    clock.set(60 * MINUTE)
    clock.advance(SECOND)
    with qtbot.waitSignal(player.clock_set, timeout=0) as told:
        player.tick()
    assert told.args == [60 * MINUTE]
    assert player.read().part_elapsed == MINUTE + SECOND


def test_a_sleep_of_the_laptop_is_told_once_and_its_time_is_counted(player, clock, qtbot):
    player.make_move(MoveKind.START)
    player.tick()
    clock.sleep(20 * MINUTE)
    with qtbot.waitSignal(player.slept, timeout=0) as told:
        player.tick()
    assert told.args == [20 * MINUTE]
    assert player.read().part_elapsed == 20 * MINUTE
    clock.advance(20 * MINUTE)
    with qtbot.assertNotEmitted(player.slept):
        player.tick()


def test_the_timer_really_ticks(player, clock, qtbot):
    player.make_move(MoveKind.START)
    clock.advance(3 * SECOND)
    with qtbot.waitSignal(player.ticked, timeout=2_000) as ticked:
        pass
    assert ticked.args[0].part_elapsed == 3 * SECOND


def test_no_timer_runs_once_it_is_left(player, clock, qtbot):
    player.make_move(MoveKind.START)
    player.leave()
    clock.advance(3 * SECOND)
    with qtbot.assertNotEmitted(player.ticked, wait=500):
        pass


def test_back_and_next_pass_over_what_was_left_out(player, clock):
    player.make_move(MoveKind.START)
    second, third = player.live.parts[1].id, player.live.parts[2].id
    assert player.skip(second)
    assert not player.skip(second)
    player.make_move(MoveKind.NEXT)
    assert player.live.parts[player.live.current].id == third
    assert player.back_part() == player.live.parts[0].id


def test_a_start_that_cannot_have_been_is_refused(player, clock):
    player.make_move(MoveKind.START)
    clock.advance(4 * MINUTE)
    assert not player.set_start(clock.now() + MINUTE)
    assert player.set_start(clock.now() - 6 * MINUTE)
    assert player.read().part_elapsed == 6 * MINUTE
