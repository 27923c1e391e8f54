from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.practice.playback import Pace, Playback, length
from tests.domain.practice.small_script import POND

FIRST, SWIM, GUARD, BENCH, TREE = POND.spoken
READY = Playback(POND)


def test_nothing_is_spoken_before_it_begins() -> None:
    assert READY.line_at(100) is None
    assert READY.heard(100) == ()
    assert not READY.over(100)


def test_the_line_that_began_last_is_being_spoken() -> None:
    going = READY.go_on(100)
    assert [going.line_at(100 + second) for second in (0, 9.9, 10, 14, 29)] == [
        FIRST,
        FIRST,
        SWIM,
        GUARD,
        GUARD,
    ]


def test_a_slow_pace_takes_longer_and_a_fast_one_less() -> None:
    assert READY.at_pace(Pace.SLOW, 0).go_on(0).moment_at(10) == pytest.approx(8)
    assert READY.at_pace(Pace.FAST, 0).go_on(0).moment_at(10) == pytest.approx(12)


def test_how_long_it_takes_is_known_but_for_line_by_line() -> None:
    assert length(POND, Pace.USUAL) == POND.seconds
    assert length(POND, Pace.SLOW) == pytest.approx(POND.seconds / 0.8)
    assert length(POND, Pace.LINE_BY_LINE) is None


def test_from_a_later_part_on_it_takes_what_is_left() -> None:
    assert length(POND, Pace.USUAL, 1) == POND.seconds - TREE.begins


def test_each_pace_has_a_slower_one_but_that_which_waits() -> None:
    paces = [Pace.FAST]
    while (slower := paces[-1].slower) is not None:
        paces.append(slower)
    assert paces == [Pace.FAST, Pace.USUAL, Pace.SLOW, Pace.LINE_BY_LINE]


def test_a_stop_keeps_the_place_and_going_on_goes_on_from_there() -> None:
    stopped = READY.go_on(0).stop(12)
    assert stopped.line_at(500) == SWIM
    assert stopped.go_on(500).line_at(502) == GUARD


def test_another_pace_begins_where_the_last_one_was() -> None:
    changed = READY.go_on(0).at_pace(Pace.FAST, 10)
    assert changed.moment_at(10) == 10
    assert changed.moment_at(20) == pytest.approx(22)


def test_it_says_when_the_next_line_comes() -> None:
    assert READY.until_next_line(0) is None
    assert READY.go_on(0).until_next_line(4) == 6
    assert READY.at_pace(Pace.SLOW, 0).go_on(0).until_next_line(0) == pytest.approx(12.5)
    assert READY.go_on(0).until_next_line(1000) is None


def test_line_by_line_nothing_moves_until_the_next_line_is_asked_for() -> None:
    playback = READY.at_pace(Pace.LINE_BY_LINE, 0).go_on(0)
    lines = []
    for step in range(7):
        lines.append(playback.line_at(100 * step))
        playback = playback.next_line(100 * step)
    assert lines == [FIRST, SWIM, GUARD, BENCH, TREE, TREE, TREE]


def test_the_first_line_can_be_asked_for_too() -> None:
    playback = READY.at_pace(Pace.LINE_BY_LINE, 0).next_line(0)
    assert playback.line_at(0) == FIRST


def test_it_is_over_when_the_last_line_has_been_said() -> None:
    assert not READY.go_on(0).over(POND.seconds - 1)
    assert READY.go_on(0).over(POND.seconds)


def test_line_by_line_it_is_over_with_the_last_line() -> None:
    playback = READY.at_pace(Pace.LINE_BY_LINE, 0)
    for _ in range(4):
        playback = playback.next_line(0)
    assert not playback.over(0)
    assert playback.next_line(0).over(0)


def test_time_goes_on_after_the_last_line_while_the_last_notes_are_written() -> None:
    assert READY.go_on(0).moment_at(POND.seconds + 20) == POND.seconds + 20


def test_a_jump_leads_to_the_first_line_of_a_part() -> None:
    assert READY.go_on(0).to_part(1, 3).line_at(3) == TREE
    assert READY.to_part(1, 0).go_on(50).line_at(50) == TREE
    assert READY.to_part(1, 0).at_pace(Pace.LINE_BY_LINE, 0).next_line(0).line_at(0) == TREE


def test_a_jump_to_no_part_changes_nothing() -> None:
    assert READY.to_part(7, 0) == READY


def test_only_what_was_played_counts_as_heard() -> None:
    playback = READY.go_on(0).to_part(1, 12)
    assert playback.heard(12) == (FIRST, SWIM, TREE)
    assert playback.to_part(0, 13).heard(13) == (FIRST, SWIM, TREE)


presses = st.lists(
    st.tuples(
        st.sampled_from(["go_on", "stop", "next_line", "to_part", "at_pace"]),
        st.floats(0, 60),
        st.sampled_from(list(Pace)),
        st.integers(-1, 2),
    ),
    max_size=12,
)


@given(presses)
def test_whatever_is_pressed_the_line_on_was_heard_and_time_goes_back_by_jumps_alone(pressed) -> None:
    playback, now = READY, 0.0
    for press, seconds, pace, part in pressed:
        now += seconds
        before = playback.moment_at(now)
        match press:
            case "to_part":
                playback = playback.to_part(part, now)
            case "at_pace":
                playback = playback.at_pace(pace, now)
            case _:
                playback = getattr(playback, press)(now)
        assert press == "to_part" or playback.moment_at(now) >= before
        line = playback.line_at(now)
        assert line is None or line in playback.heard(now)
        heard = [one.place for one in playback.heard(now)]
        assert heard == sorted(set(heard))
