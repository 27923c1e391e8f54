"""The bench says honestly what it found."""

import pytest

from tools.bench.figures import Figure, in_turn, middle_and_worst, ninety_fifth, table


def a_figure(middle=12.0, *, reached=True):
    return Figure("Enter to note", "ms", middle, 20.0, "within 3x its floor", reached, "a raw insert", 4.0)


def test_a_figure_tells_how_many_times_its_floor_it_took():
    assert a_figure().times == 3.0


def test_an_aim_that_was_missed_is_said_plainly():
    assert "NOT REACHED" in table([a_figure(14.0, reached=False)])
    assert "NOT REACHED" not in table([a_figure()])
    assert "floor: a raw insert" in table([a_figure()])


def test_both_are_measured_in_turn_after_a_warm_up():
    calls = []
    times, floor = in_turn(lambda: calls.append("this"), lambda: calls.append("floor"), runs=2)
    assert calls == ["this", "floor"] * 3
    assert len(times) == len(floor) == 2


@pytest.mark.parametrize(("values", "worst"), [([3.0, 1.0, 2.0], 3.0), ([float(n) for n in range(200)], 198)])
def test_the_worst_is_the_99th_of_a_hundred_or_the_largest_of_few(values, worst):
    assert middle_and_worst(values)[1] == pytest.approx(worst, abs=1.0)


def test_95_of_a_hundred_stay_under_the_figure_that_is_told():
    assert 94 < ninety_fifth([float(number) for number in range(100)]) < 96
