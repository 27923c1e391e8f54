"""A session as it is run: its clock counts the time in the room and nothing else."""

from __future__ import annotations

import contextlib
import random
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.session_runner import run_elsewhere
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind, MoveRefused, Phase
from dialogue_desk.domain.run.pacing import Strategy, remaining_parts, replan
from dialogue_desk.domain.run.press_guard import DOUBLE_PRESS_GUARD
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.pulse import Beat, Pulse
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, session_runner
from tests.desk.partners import import_unjudged

HOUR = 60 * MINUTE


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def live(desk):
    return session_runner(desk, begun(desk))


def pass_time(desk, live, time, beat=SECOND):
    """Let time pass, with the pulse kept."""
    for _ in range(time // beat):
        desk.clock.advance(beat)
        live.tick()


def moves(desk, live):
    records = desk.file.records.under(live.session_id, Kind.MOVE)
    return [record.body for record in sorted(records, key=lambda record: record.body.number)]


def test_a_session_is_ready_until_it_is_started_and_cannot_be_paused_before(desk, live):
    assert live.live.phase is Phase.READY and live.interruption() is None
    with pytest.raises(MoveRefused):
        live.make_move(MoveKind.PAUSE)
    assert moves(desk, live) == []


def test_moves_are_on_disk_when_they_are_made(desk, live):
    live.make_move(MoveKind.START)
    desk.clock.advance(3 * MINUTE)
    live.make_move(MoveKind.NEXT)
    live.make_move(MoveKind.ADD_TIME, by=2 * MINUTE)
    live.make_move(MoveKind.GO_TO, part="closing")
    assert [(move.kind, move.number) for move in moves(desk, live)] == [
        (MoveKind.START, 1),
        (MoveKind.NEXT, 2),
        (MoveKind.ADD_TIME, 3),
        (MoveKind.GO_TO, 4),
    ]
    assert session_runner(desk, live.session_id).live == live.live


def test_a_pause_stops_the_clock_and_going_on_lets_it_run(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    live.make_move(MoveKind.PAUSE)
    pass_time(desk, live, 10 * MINUTE)
    live.make_move(MoveKind.RESUME)
    pass_time(desk, live, MINUTE)
    assert live.read().part_elapsed == 2 * MINUTE


def test_the_time_the_laptop_sleeps_is_time_in_the_room(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    desk.clock.advance(5 * MINUTE)
    assert live.tick() == 0 and live.read().part_elapsed == 6 * MINUTE
    assert [move.kind for move in moves(desk, live)] == [MoveKind.START]


@pytest.mark.parametrize("by", [HOUR, -HOUR, 2 * SECOND, -2 * SECOND, -20 * 365 * 24 * HOUR])
@pytest.mark.parametrize("paused", [False, True])
def test_setting_the_clock_neither_loses_nor_invents_time(desk, live, by, paused):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 2 * MINUTE)
    if paused:
        live.make_move(MoveKind.PAUSE)
        pass_time(desk, live, MINUTE)
    before = live.read()
    desk.clock.set(by)
    assert live.read().part_elapsed == before.part_elapsed
    assert live.tick() == by
    assert live.now() == desk.clock.now()
    assert live.read().part_elapsed == before.part_elapsed
    assert live.read().ends - before.ends == by
    pass_time(desk, live, MINUTE)
    counted = before.part_elapsed if paused else before.part_elapsed + MINUTE
    assert live.read().part_elapsed == counted
    assert [move.by for move in moves(desk, live) if move.kind is MoveKind.CLOCK_SET] == [by]
    assert session_runner(desk, live.session_id).live == live.live


def test_a_clock_that_is_put_right_by_a_little_is_no_move(desk, live):
    live.make_move(MoveKind.START)
    desk.clock.set(1_900)
    assert live.tick() == 0 and len(moves(desk, live)) == 1


def test_a_move_between_two_beats_is_counted_by_the_clock_as_it_was(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    desk.clock.set(HOUR)
    desk.clock.advance(MINUTE)
    live.make_move(MoveKind.NEXT)
    live.tick()
    desk.clock.advance(MINUTE)
    assert live.live.spent[0] == 2 * MINUTE and live.read().part_elapsed == MINUTE


@pytest.mark.parametrize("by", [HOUR, -HOUR])
def test_setting_the_clock_before_the_start_does_not_matter(desk, live, by):
    live.make_move(MoveKind.GO_TO, part="round")
    desk.clock.set(by)
    live.tick()
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    assert live.read().part_elapsed == MINUTE


def test_a_closed_session_that_is_taken_up_after_the_clock_was_set_back_counts_on(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 5 * MINUTE)
    live.make_move(MoveKind.CLOSE)
    desk.clock.set(-HOUR)
    again = session_runner(desk, live.session_id)
    assert again.interruption() is None
    again.make_move(MoveKind.REOPEN)
    again.make_move(MoveKind.RESUME)
    pass_time(desk, again, MINUTE)
    assert again.read().part_elapsed == 6 * MINUTE


@pytest.mark.parametrize(("count", "counted"), [(False, 3 * MINUTE), (True, 8 * MINUTE)])
def test_a_session_that_was_left_is_taken_up_with_or_without_the_time_away(desk, live, count, counted):
    live.make_move(MoveKind.START)
    live.make_move(MoveKind.NEXT)
    pass_time(desk, live, 3 * MINUTE)
    desk.clock.advance(5 * MINUTE)
    again = session_runner(desk, live.session_id)
    left = again.interruption()
    assert left.away == 5 * MINUTE and left.phase is Phase.RUNNING
    assert (left.reading.part, left.reading.part_elapsed) == (1, 3 * MINUTE)
    again.resume(left, count_the_time_away=count)
    assert again.interruption() is None
    assert again.read().part_elapsed == counted and again.live.phase is Phase.RUNNING
    pass_time(desk, again, MINUTE)
    assert again.read().part_elapsed == counted + MINUTE


def test_a_session_that_was_left_in_a_pause_goes_on_where_it_was(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    live.make_move(MoveKind.PAUSE)
    pass_time(desk, live, MINUTE)
    desk.clock.advance(HOUR)
    again = session_runner(desk, live.session_id)
    left = again.interruption()
    assert left.phase is Phase.PAUSED and left.reading.part_elapsed == MINUTE
    again.resume(left, count_the_time_away=True)
    assert again.read().part_elapsed == MINUTE and again.live.phase is Phase.RUNNING


@pytest.mark.parametrize("count", [False, True])
def test_a_clock_set_back_while_the_app_is_away_costs_no_time(desk, live, count):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 3 * MINUTE)
    desk.clock.set(-HOUR)
    again = session_runner(desk, live.session_id)
    left = again.interruption()
    assert (left.away, left.reading.part_elapsed) == (0, 3 * MINUTE)
    again.resume(left, count_the_time_away=count)
    assert again.read().part_elapsed == 3 * MINUTE
    pass_time(desk, again, MINUTE)
    assert again.read().part_elapsed == 4 * MINUTE


def test_a_clock_set_forward_while_the_app_is_away_is_not_counted_unless_a_person_says_so(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 3 * MINUTE)
    desk.clock.set(HOUR)
    again = session_runner(desk, live.session_id)
    again.resume(again.interruption(), count_the_time_away=False)
    assert again.read().part_elapsed == 3 * MINUTE


@pytest.mark.parametrize("by", [HOUR, -HOUR])
def test_a_kill_right_after_the_clock_was_set_costs_no_time(desk, live, tmp_path, by):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 3 * MINUTE)
    pulse = tmp_path / "desk.db.pulse"
    before = pulse.read_bytes()
    desk.clock.set(by)
    live.tick()
    # The move is on disk and the pulse that goes with it is not.
    pulse.write_bytes(before)
    left = session_runner(desk, live.session_id).interruption()
    assert (left.away, left.reading.part_elapsed) == (0, 3 * MINUTE)


def test_while_nobody_has_answered_the_time_away_goes_on_being_away(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    asked = session_runner(desk, live.session_id)
    pass_time(desk, asked, 10 * MINUTE)
    again = session_runner(desk, live.session_id)
    assert again.interruption().reading.part_elapsed == MINUTE
    assert again.interruption().away == 10 * MINUTE


def test_the_clock_set_while_nobody_has_answered_costs_no_time(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    again = session_runner(desk, live.session_id)
    left = again.interruption()
    desk.clock.set(HOUR)
    again.tick()
    again.resume(left, count_the_time_away=False)
    assert again.read().part_elapsed == MINUTE


def test_without_its_pulse_a_session_is_found_at_its_last_move(desk, live, tmp_path):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    live.make_move(MoveKind.NEXT)
    pass_time(desk, live, MINUTE)
    (tmp_path / "desk.db.pulse").unlink()
    left = session_runner(desk, live.session_id).interruption()
    assert (left.reading.part, left.reading.part_elapsed, left.away) == (1, 0, MINUTE)


def test_a_session_that_was_left_is_found_where_it_was_after_another_one_ran(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 2 * MINUTE)
    other = session_runner(desk, begun(desk, code="C99"))
    other.make_move(MoveKind.START)
    pass_time(desk, other, MINUTE)
    other.make_move(MoveKind.CLOSE)
    left = session_runner(desk, live.session_id).interruption()
    assert (left.reading.part_elapsed, left.away) == (2 * MINUTE, MINUTE)


def test_a_laptop_that_never_ran_a_session_sees_it_finished_once_it_has_arrived(desk, tmp_path):
    theirs = a_desk(tmp_path / "theirs.db", 9)
    there = session_runner(theirs, begun(theirs))
    there.make_move(MoveKind.START)
    theirs.clock.advance(30 * MINUTE)
    there.make_move(MoveKind.CLOSE)
    records = {record.id: record for record in theirs.file.records.everything()}
    import_unjudged(desk, [IncomingPackage(theirs.device, "x.dialogue", records)])
    shelf = a_shelf(tmp_path)
    for one, elsewhere in ((desk, True), (theirs, False)):
        folder = Folders(one, shelf).session(there.session_id)
        assert folder.live.phase is Phase.CLOSED and run_elsewhere(one, folder) is elsewhere
    theirs.file.close()


def test_a_session_that_is_closed_is_not_offered_again_and_leaves_no_pulse(desk, live, tmp_path):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    live.make_move(MoveKind.CLOSE)
    desk.clock.advance(HOUR)
    assert session_runner(desk, live.session_id).interruption() is None
    assert not (tmp_path / "desk.db.pulse").exists()


def test_a_move_that_cannot_be_kept_was_not_made(desk, live):
    live.make_move(MoveKind.START)
    desk.clock.advance(MINUTE)
    before = live.live
    desk.file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(DeskTrouble):
        live.make_move(MoveKind.NEXT)
    desk.clock.set(HOUR)
    for _ in range(2):
        with pytest.raises(DeskTrouble):
            live.tick()
    assert live.live == before and live.read().part_elapsed == MINUTE
    desk.file._connection.execute("PRAGMA query_only = OFF")
    assert live.tick() == HOUR and live.read().part_elapsed == MINUTE
    live.make_move(MoveKind.NEXT)
    assert [move.number for move in moves(desk, live)] == [1, 2, 3]


def test_pressing_next_twice_at_once_is_one_press(desk, live):
    live.make_move(MoveKind.START)
    desk.clock.advance(MINUTE)
    for _ in range(5):
        live.make_move(MoveKind.NEXT)
        desk.clock.advance(DOUBLE_PRESS_GUARD - 1)
    assert live.live.current == 1 and len(moves(desk, live)) == 2
    desk.clock.advance(1)
    live.make_move(MoveKind.NEXT)
    assert live.live.current == 2


def test_a_clock_that_is_set_makes_no_two_presses_of_one(desk, live):
    live.make_move(MoveKind.START)
    live.make_move(MoveKind.NEXT)
    desk.clock.set(HOUR)
    live.make_move(MoveKind.NEXT)
    assert live.live.current == 1


def test_next_right_after_another_move_is_meant(desk, live):
    live.make_move(MoveKind.START)
    live.make_move(MoveKind.NEXT)
    live.make_move(MoveKind.BACK)
    live.make_move(MoveKind.NEXT)
    assert [move.kind for move in moves(desk, live)][1:] == [MoveKind.NEXT, MoveKind.BACK, MoveKind.NEXT]


def test_a_session_that_starts_late_counts_from_now_or_from_when_it_was_to_start(desk, live):
    seven = desk.clock.now()
    desk.clock.advance(9 * MINUTE)
    live.start()
    assert (live.live.started, live.read().session_elapsed) == (seven + 9 * MINUTE, 0)
    live.set_start(seven)
    assert (live.live.started, live.read().part_elapsed) == (seven, 9 * MINUTE)


def test_a_start_can_be_counted_from_an_instant_at_once(desk, live):
    seven = desk.clock.now()
    desk.clock.advance(9 * MINUTE)
    live.start(count_from=seven)
    assert live.read().part_elapsed == 9 * MINUTE
    assert [(move.kind, move.by) for move in moves(desk, live)] == [
        (MoveKind.START, 0),
        (MoveKind.SET_START, -9 * MINUTE),
    ]
    assert session_runner(desk, live.session_id).live == live.live


@pytest.mark.parametrize("by", [SECOND, -31 * HOUR, 40 * HOUR])
def test_a_start_in_the_future_or_long_ago_is_refused_before_anything_is_kept(desk, live, by):
    with pytest.raises(MoveRefused):
        live.start(count_from=desk.clock.now() + by)
    with pytest.raises(MoveRefused):
        live.set_start(desk.clock.now())
    assert moves(desk, live) == []
    live.start()
    with pytest.raises(MoveRefused):
        live.set_start(desk.clock.now() + by)
    assert len(moves(desk, live)) == 1


def test_a_start_that_is_set_is_right_when_the_clock_was_set_back_since(desk, live):
    live.make_move(MoveKind.START)
    pass_time(desk, live, 5 * MINUTE)
    live.make_move(MoveKind.NEXT)
    desk.clock.set(-HOUR)
    again = session_runner(desk, live.session_id)
    again.set_start(again.live.started - HOUR - 2 * MINUTE)
    assert again.live.spent[0] == 7 * MINUTE


def test_the_rest_of_the_session_is_planned_again_on_disk_and_taken_back(desk, live):
    live.make_move(MoveKind.START)
    before = live.live.remaining_plan
    made = replan(remaining_parts(live.live, live.read()), 26 * MINUTE, Strategy.SHRINK)
    live.plan(made.remaining_plan(live.live.hard_end))
    assert [given // MINUTE for given in live.live.remaining_plan.given] == [5, 11, 10]
    assert session_runner(desk, live.session_id).live == live.live
    live.take_back_plan()
    assert live.live.remaining_plan == before
    live.take_back_plan()
    assert [given // MINUTE for given in live.live.remaining_plan.given] == [5, 11, 10]


def test_nothing_is_taken_back_where_nothing_was_planned(desk, live):
    live.make_move(MoveKind.START)
    with pytest.raises(MoveRefused):
        live.take_back_plan()


def test_a_part_is_left_out_and_the_one_that_is_on_is_left(desk, live):
    live.make_move(MoveKind.START)
    live.skip("round")
    live.skip("welcome")
    assert live.live.parts[live.live.current].id == "closing" and live.live.left_out == {1}
    desk.clock.advance(SECOND)
    with pytest.raises(MoveRefused):
        live.skip("closing")


def test_later_parts_are_put_in_another_order_and_only_those(desk, live):
    live.make_move(MoveKind.START)
    live.reorder(["closing", "round"])
    assert live.live.remaining_plan.parts == ("welcome", "closing", "round")
    for wrong in (["closing"], ["welcome", "closing", "round"], ["closing", "round", "round"]):
        with pytest.raises(MoveRefused):
            live.reorder(wrong)


def test_two_laptops_run_one_session_each_by_its_own_clock(desk, live, tmp_path):
    words = Words()
    other = a_desk(tmp_path / "other" / "desk.db", seed=2)
    shelf = a_shelf(tmp_path)
    package = export_session(desk, Folders(desk, shelf).session(live.session_id), tmp_path)
    import_packages(other, read_packages([package], PackageReader(words), words), words)
    theirs = session_runner(other, live.session_id)
    live.make_move(MoveKind.START)
    theirs.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    pass_time(other, theirs, 3 * MINUTE)
    package = export_session(desk, Folders(desk, shelf).session(live.session_id), tmp_path)
    import_packages(other, read_packages([package], PackageReader(words), words), words)
    again = session_runner(other, live.session_id)
    assert again.interruption().reading.part_elapsed == 3 * MINUTE
    folder = Folders(other, shelf).session(live.session_id)
    assert len(folder.runs) == 2 and folder.conflicts == 0
    other.file.close()


def test_a_desk_that_goes_on_from_a_copy_takes_up_its_own_run(desk, live, tmp_path):
    live.make_move(MoveKind.START)
    pass_time(desk, live, MINUTE)
    desk.file._connection.execute("UPDATE desk SET key = 'former device ' || value WHERE key = 'device'")
    desk.file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(tmp_path / "desk.db", tmp_path / "again.db")
    again = a_desk(tmp_path / "again.db", seed=2)
    assert again.device != desk.device
    assert session_runner(again, live.session_id).interruption().phase is Phase.RUNNING
    again.file.close()


def start_moved(live, by):
    """Set the start earlier or later where that can be, and return what time it adds."""
    before = live.live.started or 0
    with contextlib.suppress(MoveRefused):
        live.set_start(before + by)
    return before - (live.live.started or 0)


def leave_out_half(live, dice):
    coming = live.live.remaining_plan.parts[1:]
    stay = random.Random(dice).sample(coming, len(coming) // 2)
    live.plan(live.live.remaining_plan.ordered([live.live.remaining_plan.parts[0], *stay]))


STEPS = st.one_of(
    st.tuples(st.just("turn"), st.integers(0, 20 * MINUTE)),
    st.tuples(st.just("set"), st.integers(-3 * HOUR, 3 * HOUR)),
    st.tuples(st.just("beat"), st.just(0)),
    st.tuples(st.just("start"), st.integers(-HOUR, HOUR)),
    st.tuples(st.just("plan"), st.integers(0, 9)),
    st.tuples(st.just("move"), st.sampled_from(sorted(MoveKind))),
    st.tuples(st.just("restart"), st.booleans()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(STEPS, max_size=25))
def test_it_counts_running_time_and_nothing_else_and_reads_on_disk_as_it_does_here(tmp_path_factory, steps):
    # Between any two steps the pulse is kept, as it is each second.
    desk = a_desk(tmp_path_factory.mktemp("law") / "desk.db")
    live = session_runner(desk, begun(desk))
    expected = 0
    for step, value in steps:
        match step:
            case "turn":
                desk.clock.advance(value)
                expected += value if live.live.phase is Phase.RUNNING else 0
            case "set":
                desk.clock.set(value)
            case "start":
                expected += start_moved(live, value)
            case "plan" if MoveKind.REPLAN in live.live.allowed:
                leave_out_half(live, value)
            case "restart":
                assert session_runner(desk, live.session_id).live == live.live
                live = session_runner(desk, live.session_id)
                if left := live.interruption():
                    assert left.reading.session_elapsed == expected
                    live.resume(left, count_the_time_away=value)
        live.tick()
        assert live.read().session_elapsed == expected
    desk.file.close()


@pytest.mark.parametrize("written", [b"", b"x", b"1 2", b"1 2 3 4", b"\xff\xfe", b"a b c", bytes(80)])
def test_a_pulse_that_cannot_be_read_is_none(tmp_path, written):
    (tmp_path / "desk.db.pulse").write_bytes(written)
    assert Pulse(tmp_path / "desk.db").last("c") is None


def test_a_pulse_tells_of_its_own_run_only_and_of_the_last_beat(tmp_path):
    pulse = Pulse(tmp_path / "desk.db")
    assert pulse.last("run") is None
    pulse.beat("a much longer run", Beat(1_000_000, 3_000_000))
    pulse.beat("run", Beat(7, 5))
    assert pulse.last("run") == Beat(7, 5) and pulse.last("a run") is None
    pulse.stop("run")
    pulse.stop("run")
    assert pulse.last("run") is None


def test_a_disk_that_takes_no_pulse_does_not_stop_the_circle(tmp_path):
    Pulse(tmp_path / "gone" / "desk.db").beat("run", Beat(1, 5))
    (tmp_path / "desk.db.pulse").mkdir()
    Pulse(tmp_path / "desk.db").beat("run", Beat(1, 5))
    Pulse(tmp_path / "desk.db").stop("run")
    Pulse(tmp_path / "desk.db").clear()
    assert Pulse(tmp_path / "desk.db").last("run") is None
