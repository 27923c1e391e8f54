from dialogue_desk.domain.run.press_guard import DOUBLE_PRESS_GUARD, PressGuard


def test_the_first_press_is_accepted_whenever_it_comes():
    assert PressGuard().accepts(0)
    assert PressGuard().accepts(-5)


def test_a_second_press_is_accepted_once_the_time_is_over():
    guard = PressGuard()
    assert guard.accepts(1_000)
    assert not guard.accepts(1_000 + DOUBLE_PRESS_GUARD - 1)
    guard = PressGuard()
    assert guard.accepts(1_000)
    assert guard.accepts(1_000 + DOUBLE_PRESS_GUARD)


def test_presses_that_follow_at_once_are_one_however_many_they_are():
    guard = PressGuard()
    pressed = [guard.accepts(at) for at in range(0, 4_000, 400)]
    assert pressed == [True] + [False] * 9


def test_after_a_reset_the_next_press_is_accepted():
    guard = PressGuard()
    guard.accepts(1_000)
    guard.reset()
    assert guard.accepts(1_001)
