from dialogue_desk.ui.tools.stopwatch import Stopwatch


def test_it_runs_from_its_start_and_not_before():
    running = Stopwatch().started(1_000)
    assert running.is_running
    assert (running.elapsed(1_500), running.elapsed(900)) == (500, 0)


def test_a_pause_is_not_counted():
    paused = Stopwatch().started(1_000).paused(1_500)
    assert not paused.is_running
    assert paused.elapsed(9_000) == 500
    assert paused.started(9_000).elapsed(9_100) == 600
