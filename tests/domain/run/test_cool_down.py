"""The moves that help when it gets hot."""

import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.cool_down import CoolDown, CoolDownTool
from dialogue_desk.domain.run.steps import read_steps
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


@pytest.mark.parametrize("move", CoolDown)
def test_a_move_has_a_time_exactly_when_it_runs_a_timer(move):
    assert (move.length_ms > 0) == (move.tool is CoolDownTool.TIMER)


def test_silence_is_a_minute_writing_two_and_a_break_five():
    timed = {move: move.length_ms // MINUTE for move in CoolDown if move.tool is CoolDownTool.TIMER}
    assert timed == {CoolDown.SILENCE: 1, CoolDown.QUICK_WRITING: 2, CoolDown.BREAK: 5}


def test_its_timer_reads_like_a_step():
    reading = read_steps([CoolDown.SILENCE.length_ms], 20_000)
    assert (reading.left_ms, reading.over) == (40_000, False)


def test_everything_a_check_in_can_run_is_offered():
    assert {move.tool for move in CoolDown} == set(CoolDownTool)


def test_every_move_has_a_name_of_its_own():
    assert len({name_of(move, Words()) for move in CoolDown}) == len(CoolDown)
