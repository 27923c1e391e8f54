import pytest

from dialogue_desk.domain.run.go_round import GoRound, RoundMove, RoundPlan
from dialogue_desk.ui.tools.go_round_text import (
    counts,
    is_over_time,
    length,
    next_press,
    reading_text,
    rest,
    seats_of,
)
from dialogue_desk.ui.widgets.seating_table import SeatState
from dialogue_desk.words import Words

WORDS = Words()


def after(*moves, plan=None):
    go_round = GoRound.of(plan or RoundPlan(3, 60))
    for move in (RoundMove.START, *moves):
        go_round = go_round.after(move, 0)
    return go_round


@pytest.mark.parametrize(
    ("time", "text"), [(0, "0 s"), (40_000, "40 s"), (59_001, "60 s"), (60_000, "1 min"), (60_001, "2 min")]
)
def test_a_length_is_rounded_up(time, text):
    assert length(time, WORDS) == text


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ((), ("Done. Next: seat 2", "next")),
        ((RoundMove.DONE, RoundMove.DONE), ("Done. That was everyone", "check")),
        ((RoundMove.DONE, RoundMove.DONE, RoundMove.DONE), ("Back to the part", "back")),
        ((RoundMove.PASS_FOR_NOW, RoundMove.DONE, RoundMove.DONE), ("Done. That was everyone", "check")),
    ],
)
def test_the_main_button_says_what_comes_next(moves, said):
    assert next_press(after(*moves).read(0), WORDS) == said


def test_the_main_button_begins_a_round_and_ends_a_silence():
    assert next_press(None, WORDS) == ("Begin", "play")
    assert next_press(after(plan=RoundPlan(3, 60, silence=30)).read(0), WORDS) == ("Seat 1 now", "next")


@pytest.mark.parametrize(("now", "late"), [(59_999, False), (60_000, True)])
def test_a_turn_is_over_time_once_its_time_is_up(now, late):
    go_round = after()
    reading = go_round.read(now)
    assert is_over_time(reading) is late
    assert seats_of(go_round, reading, WORDS).late is late


def test_a_round_without_a_clock_is_never_over_time_and_has_no_rest():
    reading = after(plan=RoundPlan(3, None)).read(90_000)
    assert not is_over_time(reading) and rest(reading, WORDS) == ""


def test_each_seat_has_one_state():
    go_round = after(RoundMove.DONE, RoundMove.PASS, plan=RoundPlan(4, 60))
    assert seats_of(go_round, go_round.read(0), WORDS).seats == (
        SeatState.HEARD,
        SeatState.PASSED,
        SeatState.TURN,
        SeatState.WAITING,
    )


def test_those_who_passed_are_counted_only_when_somebody_did():
    assert [text for _, text in counts(after().read(0), WORDS)] == ["heard 0", "waiting 2"]
    passed = after(RoundMove.PASS).read(0)
    assert [text for _, text in counts(passed, WORDS)] == ["heard 0", "waiting 1", "passed 1"]


def test_screen_readers_are_told_a_pause_and_time_in_steps_of_ten_seconds():
    paused = after(RoundMove.PAUSE).read(0)
    assert reading_text(paused, WORDS) == "Paused. Seat 1 speaks, 1:00 left; heard 0, waiting 2"
    assert reading_text(after().read(1_000), WORDS).startswith("Seat 1 speaks, 1:00 left")
    assert reading_text(after().read(60_000), WORDS).startswith("Seat 1 speaks, over time")
