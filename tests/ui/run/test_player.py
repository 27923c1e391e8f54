import pytest

from dialogue_desk.desk.session.live_desk import LiveDesk
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.pacing import Milestone
from dialogue_desk.ui.run.player import SessionPlayer, time_left
from dialogue_desk.ui.widgets.ring import Pace


@pytest.fixture
def player(qapp, desk, folders, session_id, pulse):
    player = SessionPlayer(LiveDesk(desk, folders.session(session_id), pulse))
    player.play()
    yield player
    player.leave()


@pytest.fixture
def reached(player):
    found = []
    player.milestone.connect(lambda milestone: found.append(Milestone(milestone)))
    return found


def test_a_move_is_told(player, qtbot):
    with qtbot.waitSignal(player.moved, timeout=0):
        assert player.make(MoveKind.START)
    assert player.live.phase is Phase.RUNNING


def test_a_move_that_makes_no_sense_is_not_made(player):
    assert not player.make(MoveKind.RESUME)
    assert player.live.phase is Phase.READY


def test_one_tick_for_each_second_shown(player, clock):
    player.make(MoveKind.START)
    ticks = []
    player.ticked.connect(ticks.append)
    for _ in range(50):
        clock.turn(200)
        player.tick()
    assert len(ticks) == 10


def test_a_paused_session_shows_the_time_of_day_go_by(player, clock):
    player.make(MoveKind.START)
    player.make(MoveKind.PAUSE)
    ticks = []
    player.ticked.connect(ticks.append)
    for _ in range(10):
        clock.turn(SECOND)
        player.tick()
    assert len(ticks) == 10
    assert len({tick.left for tick in ticks}) == 1


def test_a_stalled_window_loses_no_time(player, clock):
    player.make(MoveKind.START)
    for _ in range(300):
        clock.turn(1_237)
        player.tick()
    assert player.read().on_part == 300 * 1_237


def test_little_time_and_the_end_are_told_once_each(player, clock, reached):
    player.make(MoveKind.START)
    for _ in range(13 * 60 * 5):
        clock.turn(200)
        player.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.ONE_MINUTE, Milestone.TIME_UP]


def test_a_milestone_is_not_missed_while_the_window_stands_still(player, clock, reached):
    player.make(MoveKind.START)
    clock.turn(40 * MINUTE)
    player.tick()
    assert reached == [Milestone.TIME_UP]


def test_time_that_is_added_lets_the_warning_come_again(player, clock, reached):
    player.make(MoveKind.START)
    clock.turn(10 * MINUTE)
    player.tick()
    player.make(MoveKind.ADD_TIME, by=5 * MINUTE)
    clock.turn(5 * MINUTE)
    player.tick()
    assert reached == [Milestone.LITTLE_LEFT, Milestone.LITTLE_LEFT]


def test_nothing_is_told_of_a_part_that_was_over_when_it_was_gone_back_to(player, clock, reached):
    player.make(MoveKind.START)
    clock.turn(20 * MINUTE)
    player.make(MoveKind.NEXT)
    reached.clear()
    clock.turn(SECOND)
    player.make(MoveKind.BACK)
    player.tick()
    assert reached == []


def test_a_short_part_warns_in_its_last_fifth(player, clock):
    player.make(MoveKind.START)
    player.make(MoveKind.NEXT)
    clock.turn(4 * MINUTE - SECOND)
    assert time_left(player.live, player.read()).pace is Pace.RUNNING
    clock.turn(SECOND)
    assert time_left(player.live, player.read()).pace is Pace.WARNING


def test_a_second_press_of_next_within_600_ms_is_one_press(player, clock):
    player.make(MoveKind.START)
    assert player.make(MoveKind.NEXT)
    clock.turn(599)
    assert not player.make(MoveKind.NEXT)
    assert player.live.here == 1


def test_a_third_press_within_600_ms_of_the_second_is_none_either(player, clock):
    player.make(MoveKind.START)
    for _ in range(5):
        player.make(MoveKind.NEXT)
        clock.turn(400)
    assert player.live.here == 1
    clock.turn(600)
    player.make(MoveKind.NEXT)
    assert player.live.here == 2


def test_back_goes_to_where_one_jumped_from(player, clock):
    player.make(MoveKind.START)
    last, first = player.live.parts[-1].id, player.live.parts[0].id
    player.go_to(last)
    assert player.back_part() == first
    player.back()
    assert player.live.here == 0
    assert player.back_part() == ""


def test_after_next_back_is_the_part_before(player, clock):
    player.make(MoveKind.START)
    player.go_to(player.live.parts[4].id)
    player.make(MoveKind.NEXT)
    assert player.back_part() == player.live.parts[4].id
    player.back()
    player.back()
    assert player.live.here == 3


def test_the_pulse_is_kept_each_second(player, clock, pulse, desk, folders, session_id):
    player.make(MoveKind.START)
    clock.turn(10 * SECOND)
    player.tick()
    after_a_kill = LiveDesk(desk, folders.session(session_id), pulse).interruption()
    assert after_a_kill.reading.on_part == 10 * SECOND


def test_a_clock_that_was_set_is_told_and_no_time_is_lost(player, clock, qtbot):
    player.make(MoveKind.START)
    clock.turn(MINUTE)
    player.tick()
    clock.set(60 * MINUTE)
    clock.turn(SECOND)
    with qtbot.waitSignal(player.clock_set, timeout=0) as told:
        player.tick()
    assert told.args == [60 * MINUTE]
    assert player.read().on_part == MINUTE + SECOND


def test_a_sleep_of_the_laptop_is_told_once_and_its_time_is_counted(player, clock, qtbot):
    player.make(MoveKind.START)
    player.tick()
    clock.sleep(20 * MINUTE)
    with qtbot.waitSignal(player.slept, timeout=0) as told:
        player.tick()
    assert told.args == [20 * MINUTE]
    assert player.read().on_part == 20 * MINUTE
    clock.turn(20 * MINUTE)
    with qtbot.assertNotEmitted(player.slept):
        player.tick()


def test_the_timer_really_ticks(player, clock, qtbot):
    player.make(MoveKind.START)
    clock.turn(3 * SECOND)
    with qtbot.waitSignal(player.ticked, timeout=2_000) as ticked:
        pass
    assert ticked.args[0].on_part == 3 * SECOND


def test_no_timer_runs_once_it_is_left(player, clock, qtbot):
    player.make(MoveKind.START)
    player.leave()
    clock.turn(3 * SECOND)
    with qtbot.assertNotEmitted(player.ticked, wait=500):
        pass


def test_back_and_next_pass_over_what_was_left_out(player, clock):
    player.make(MoveKind.START)
    second, third = player.live.parts[1].id, player.live.parts[2].id
    assert player.skip(second)
    assert not player.skip(second)
    player.make(MoveKind.NEXT)
    assert player.live.parts[player.live.here].id == third
    assert player.back_part() == player.live.parts[0].id


def test_a_start_that_cannot_have_been_is_refused(player, clock):
    player.make(MoveKind.START)
    clock.turn(4 * MINUTE)
    assert not player.set_start(clock.now() + MINUTE)
    assert player.set_start(clock.now() - 6 * MINUTE)
    assert player.read().on_part == 6 * MINUTE
