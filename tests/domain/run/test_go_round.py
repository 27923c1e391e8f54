"""The go-round."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.run.go_round import (
    Direction,
    GoRound,
    RoundMove,
    RoundMoveRefused,
    RoundPhase,
    RoundPlan,
)

PLAN = RoundPlan(people=3, seconds_each=60, silence=30, pause=5)


def played(plan, *moves):
    """A go-round after ``(move, second)`` moves."""
    round_ = GoRound.of(plan)
    for move, second in moves:
        round_ = round_.after(move, second * 1000)
    return round_


def turns(plan, *moves):
    """A go-round without silence or pauses, after moves a second apart."""
    return played(plan, (RoundMove.START, 0), *((move, at) for at, move in enumerate(moves, 1)))


def test_silence_goes_before_and_then_the_first_seat_speaks():
    round_ = played(PLAN, (RoundMove.START, 0))
    silent, speaking = round_.read(29_000), round_.read(40_000)
    assert (silent.phase, silent.seat, silent.left_ms) == (RoundPhase.SILENCE, 1, 1_000)
    assert (speaking.phase, speaking.seat, speaking.left_ms) == (RoundPhase.SPEAKING, 1, 50_000)


def test_a_turn_never_ends_by_itself_and_counts_past_zero():
    reading = played(PLAN, (RoundMove.START, 0)).read(3_600_000)
    assert (reading.phase, reading.seat, reading.left_ms) == (RoundPhase.SPEAKING, 1, -3_510_000)


def test_a_pause_lies_between_two_speakers():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.DONE, 90))
    assert (round_.read(93_000).phase, round_.read(93_000).left_ms) == (RoundPhase.BETWEEN, 2_000)
    assert (round_.read(96_000).phase, round_.read(96_000).left_ms) == (RoundPhase.SPEAKING, 59_000)
    assert round_.read(93_000).seat == round_.read(96_000).seat == 2


def test_silence_and_pauses_can_be_cut_short():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.BEGIN, 10))
    assert (round_.read(10_000).phase, round_.read(10_000).left_ms) == (RoundPhase.SPEAKING, 60_000)


def test_who_passes_is_not_asked_again():
    reading = turns(RoundPlan(3, 60), RoundMove.PASS, RoundMove.DONE, RoundMove.DONE).read(4_000)
    assert (reading.phase, reading.passed, reading.heard) == (RoundPhase.DONE, (1,), (2, 3))


def test_who_passes_for_now_is_asked_again_at_the_end_in_order():
    for_now = RoundMove.PASS_FOR_NOW
    round_ = turns(RoundPlan(4, 60), for_now, RoundMove.DONE, for_now, RoundMove.DONE)
    reading = round_.read(4_000)
    assert (reading.phase, reading.seat, reading.passed_for_now) == (RoundPhase.ASKING_AGAIN, 1, (3,))
    assert round_.after(RoundMove.DONE, 5_000).read(5_000).seat == 3


def test_nobody_is_asked_a_third_time():
    round_ = turns(RoundPlan(2, 60), RoundMove.PASS_FOR_NOW, RoundMove.DONE)
    with pytest.raises(RoundMoveRefused):
        round_.after(RoundMove.PASS_FOR_NOW, 3_000)


def test_after_a_pass_the_next_seat_has_the_turn_at_once():
    reading = played(PLAN, (RoundMove.START, 0), (RoundMove.PASS, 40)).read(40_000)
    assert (reading.phase, reading.seat, reading.left_ms) == (RoundPhase.SPEAKING, 2, 60_000)


def test_a_pass_in_the_silence_leaves_the_silence_whole():
    reading = played(PLAN, (RoundMove.START, 0), (RoundMove.PASS, 10)).read(12_000)
    assert (reading.phase, reading.seat, reading.left_ms) == (RoundPhase.SILENCE, 2, 18_000)


def test_going_back_gives_the_last_speaker_the_time_they_still_had():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.DONE, 50), (RoundMove.BACK, 70))
    reading = round_.read(75_000)
    assert (reading.phase, reading.seat, reading.left_ms) == (RoundPhase.SPEAKING, 1, 35_000)
    assert reading.heard == ()


def test_a_stop_can_be_taken_back():
    stopped = played(PLAN, (RoundMove.START, 0), (RoundMove.STOP, 50))
    assert (stopped.read(50_000).phase, stopped.read(50_000).waiting) == (RoundPhase.DONE, (1, 2, 3))
    assert stopped.after(RoundMove.BACK, 99_000).read(99_000).left_ms == 40_000


def test_nothing_runs_while_it_is_paused():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.PAUSE, 40))
    assert round_.read(900_000).left_ms == 50_000
    assert round_.after(RoundMove.RESUME, 900_000).read(901_000).left_ms == 49_000


def test_going_back_while_paused_stays_paused():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.DONE, 50), (RoundMove.PAUSE, 51))
    reading = round_.after(RoundMove.BACK, 60_000).read(900_000)
    assert reading.paused and (reading.seat, reading.left_ms) == (1, 40_000)


def test_a_turn_that_runs_over_leaves_the_others_theirs():
    reading = played(PLAN, (RoundMove.START, 0)).read(3_600_000)
    assert reading.rest_ms == 2 * (5 + 60) * 1_000


def test_an_instant_out_of_order_takes_no_time_away():
    round_ = played(PLAN, (RoundMove.START, 0), (RoundMove.DONE, 90), (RoundMove.PAUSE, 92))
    assert round_.read(10_000) == round_.read(92_000)
    resumed = round_.after(RoundMove.RESUME, 10_000)
    assert resumed.read(93_000).left_ms == 2_000


def test_it_begins_at_any_seat_and_goes_either_way():
    assert RoundPlan(4, 60, first=3).seats == (3, 4, 1, 2)
    assert RoundPlan(4, 60, first=3, direction=Direction.COUNTERCLOCKWISE).seats == (3, 2, 1, 4)


def test_a_talking_piece_has_turns_and_no_clock():
    round_ = turns(RoundPlan(3, None), RoundMove.DONE)
    reading = round_.read(500_000)
    assert (reading.phase, reading.seat) == (RoundPhase.SPEAKING, 2)
    assert reading.left_ms is None and reading.rest_ms is None and round_.plan.takes_ms is None


def test_a_go_round_takes_what_its_seats_its_pauses_and_the_silence_take():
    assert RoundPlan(12, 120, 120, 5).takes_ms == (12 * 120 + 11 * 5 + 120) * 1000


@pytest.mark.parametrize("wrong", [(0, 60), (3, -1), (3, 60, -1), (3, 60, 0, -1), (3, 60, 0, 0, 4)])
def test_a_plan_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="go-round"):
        RoundPlan(*wrong)


@pytest.mark.parametrize(
    ("move", "at"),
    [(RoundMove.DONE, 10), (RoundMove.BACK, 40), (RoundMove.RESUME, 40), (RoundMove.START, 40)],
)
def test_a_move_that_makes_no_sense_is_refused(move, at):
    with pytest.raises(RoundMoveRefused):
        played(PLAN, (RoundMove.START, 0)).after(move, at * 1000)


plans = st.builds(
    RoundPlan,
    people=st.integers(1, 60),
    seconds_each=st.integers(0, 300),
    silence=st.integers(0, 300),
    pause=st.integers(0, 30),
    direction=st.sampled_from(Direction),
)
scripts = st.lists(st.tuples(st.sampled_from(RoundMove), st.integers(-5_000, 200_000)), max_size=60)


def walked(plan, script):
    """Every go-round along a script of moves, with its instant; moves that make no sense are left out."""
    round_, at = GoRound.of(plan), 0
    yield round_, at
    for move, wait in script:
        at += wait
        if move in round_.read(at).allowed:
            round_ = round_.after(move, at)
            yield round_, at


@given(plans, scripts)
def test_each_seat_is_in_one_place_only(plan, script):
    for round_, at in walked(plan, script):
        seen = round_.read(at)
        on = () if seen.seat is None else (seen.seat,)
        places = (*on, *seen.heard, *seen.passed, *seen.waiting, *seen.passed_for_now)
        assert sorted(places) == list(range(1, plan.people + 1))


@given(plans, scripts, st.lists(st.integers(-10_000, 400_000), min_size=2))
def test_readings_never_run_backwards(plan, script, instants):
    *_, (round_, at) = walked(plan, script)
    readings = [round_.read(at + instant) for instant in sorted(instants)]
    for before, after in pairwise(readings):
        assert after.rest_ms <= before.rest_ms
        assert (before.seat, before.heard) == (after.seat, after.heard)
        if before.phase is after.phase and before.left_ms is not None:
            assert after.left_ms <= before.left_ms


@given(plans, scripts)
def test_what_is_allowed_is_done_and_the_rest_is_refused(plan, script):
    *_, (round_, at) = walked(plan, script)
    for move in RoundMove:
        if move in round_.read(at).allowed:
            round_.after(move, at)
        else:
            with pytest.raises(RoundMoveRefused):
                round_.after(move, at)


@given(plans, st.data())
def test_the_rest_and_the_time_spent_are_the_plan_when_everyone_uses_their_time(plan, data):
    round_, at = GoRound.of(plan).after(RoundMove.START, 0), 0
    while (reading := round_.read(at)).phase is not RoundPhase.DONE:
        glance = at + data.draw(st.integers(0, reading.left_ms))
        assert glance + round_.read(glance).rest_ms == plan.takes_ms
        at += reading.left_ms
        if reading.phase is RoundPhase.SPEAKING:
            round_ = round_.after(RoundMove.DONE, at)
    assert at == plan.takes_ms and reading.rest_ms == 0


@given(plans, st.lists(st.sampled_from([RoundMove.DONE, RoundMove.PASS, RoundMove.PASS_FOR_NOW])))
def test_a_round_ends_and_calls_nobody_twice_unless_they_passed_for_now(plan, choices):
    round_, at, calls, later = GoRound.of(plan).after(RoundMove.START, 0), 0, [], []
    choice = iter(choices)
    while (reading := round_.read(at)).phase is not RoundPhase.DONE:
        if reading.phase in (RoundPhase.SILENCE, RoundPhase.BETWEEN):
            at += reading.left_ms
            continue
        calls.append(reading.seat)
        move = next(choice, RoundMove.PASS)
        if move not in reading.allowed:
            move = RoundMove.PASS
        if move is RoundMove.PASS_FOR_NOW:
            later.append(reading.seat)
        round_ = round_.after(move, at)
    assert calls == [*plan.seats, *later]


@given(plans)
def test_a_round_in_which_everyone_passes_ends(plan):
    round_ = GoRound.of(plan).after(RoundMove.START, 0)
    for _ in range(plan.people):
        round_ = round_.after(RoundMove.PASS, 1_000)
    assert round_.read(1_000).phase is RoundPhase.DONE


@given(plans, scripts)
def test_back_undoes_a_turn_whatever_it_was(plan, script):
    for round_, at in walked(plan, script):
        for move in {RoundMove.DONE, RoundMove.PASS, RoundMove.PASS_FOR_NOW, RoundMove.STOP}:
            if move in round_.read(at).allowed:
                back = round_.after(move, at).after(RoundMove.BACK, at + 5_000)
                assert back.read(at + 5_000) == round_.read(at)
