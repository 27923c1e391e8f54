from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.practice.playback import Pace, Playback, length
from tests.domain.practice.small_script import POND

FIRST, SWIM, GUARD, BENCH, TREE = POND.spoken
READY = Playback(POND)


def test_nothing_is_spoken_before_it_begins() -> None:
    assert READY.heard(100) == ()
    assert not READY.over(100)


def test_what_began_by_now_was_heard() -> None:
    going = READY.go_on(100)
    assert [going.heard(100 + second)[-1] for second in (0, 9.9, 10, 14, 29)] == [
        FIRST,
        FIRST,
        SWIM,
        GUARD,
        GUARD,
    ]


def test_a_slow_pace_takes_longer_and_a_fast_one_less() -> None:
    assert replace(READY, pace=Pace.SLOW).go_on(0).moment_at(10) == pytest.approx(8)
    assert replace(READY, pace=Pace.FAST).go_on(0).moment_at(10) == pytest.approx(12)


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
    assert stopped.heard(500) == (FIRST, SWIM)
    assert stopped.go_on(500).heard(502) == (FIRST, SWIM, GUARD)


def test_line_by_line_nothing_moves_until_the_next_line_is_asked_for() -> None:
    playback = replace(READY, pace=Pace.LINE_BY_LINE).go_on(0)
    lines = []
    for step in range(7):
        lines.append(playback.heard(100 * step)[-1])
        playback = playback.next_line(100 * step)
    assert lines == [FIRST, SWIM, GUARD, BENCH, TREE, TREE, TREE]


def test_the_first_line_can_be_asked_for_too() -> None:
    playback = replace(READY, pace=Pace.LINE_BY_LINE).next_line(0)
    assert playback.heard(0) == (FIRST,)


def test_it_is_over_when_the_last_line_has_been_said() -> None:
    assert not READY.go_on(0).over(POND.seconds - 1)
    assert READY.go_on(0).over(POND.seconds)


def test_line_by_line_it_is_over_with_the_last_line() -> None:
    playback = replace(READY, pace=Pace.LINE_BY_LINE)
    for _ in range(4):
        playback = playback.next_line(0)
    assert not playback.over(0)
    assert playback.next_line(0).over(0)


def test_time_goes_on_after_the_last_line_while_the_last_notes_are_written() -> None:
    assert READY.go_on(0).moment_at(POND.seconds + 20) == POND.seconds + 20


def test_a_jump_leads_to_the_first_line_of_a_part() -> None:
    assert READY.go_on(0).to_part(1, 3).heard(3)[-1] == TREE
    assert READY.to_part(1, 0).go_on(50).heard(50) == (TREE,)
    assert replace(READY, pace=Pace.LINE_BY_LINE).to_part(1, 0).next_line(0).heard(0) == (TREE,)


def test_a_jump_to_no_part_changes_nothing() -> None:
    assert READY.to_part(7, 0) == READY


def test_only_what_was_played_counts_as_heard() -> None:
    playback = READY.go_on(0).to_part(1, 12)
    assert playback.heard(12) == (FIRST, SWIM, TREE)
    assert playback.to_part(0, 13).heard(13) == (FIRST, SWIM, TREE)


presses = st.lists(
    st.tuples(
        st.sampled_from(["go_on", "stop", "next_line", "to_part"]),
        st.floats(0, 60),
        st.integers(-1, 2),
    ),
    max_size=12,
)


@given(st.sampled_from(list(Pace)), presses)
def test_whatever_is_pressed_time_goes_back_by_jumps_alone_and_each_line_is_heard_once(pace, pressed) -> None:
    playback, now = replace(READY, pace=pace), 0.0
    for press, seconds, part in pressed:
        now += seconds
        before = playback.moment_at(now)
        playback = playback.to_part(part, now) if press == "to_part" else getattr(playback, press)(now)
        assert press == "to_part" or playback.moment_at(now) >= before
        heard = [one.place for one in playback.heard(now)]
        assert heard == sorted(set(heard))
