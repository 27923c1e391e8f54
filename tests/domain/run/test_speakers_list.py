"""The stack."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.run.speakers_list import SpeakersList


def asked(*seats, **more):
    stack = SpeakersList(12, **more)
    for seat in seats:
        stack = stack.add(seat)
    return stack


def test_people_speak_in_the_order_they_asked():
    stack = asked(5, 2, 9)
    assert (stack.next, stack.order) == (5, (5, 2, 9))
    assert stack.call_next().order == (2, 9)


def test_who_takes_the_word_speaks_and_counts_as_heard():
    stack = asked(5, 2).call_next()
    assert (stack.speaking, stack.heard) == (5, {5})


def test_asking_twice_keeps_the_first_place():
    assert asked(5, 2, 5).order == (5, 2)


def test_who_was_heard_waits_behind_who_was_not_when_that_is_wanted():
    stack = asked(5).call_next().add(5).add(2)
    assert stack.order == (5, 2)
    assert replace(stack, not_yet_heard_first=True).order == (2, 5)


def test_who_changes_their_mind_is_taken_off():
    assert asked(5, 2).remove(5).order == (2,)
    assert asked(5).remove(7) == asked(5)


def test_with_nobody_waiting_nobody_has_the_word():
    stack = asked(5).call_next().call_next()
    assert (stack.speaking, stack.next, stack.heard) == (None, None, {5})


@pytest.mark.parametrize("seat", [0, 13, -1])
def test_a_seat_that_is_not_there_is_refused(seat):
    with pytest.raises(ValueError, match="seat"):
        asked(seat)


def test_a_circle_of_nobody_has_no_stack():
    with pytest.raises(ValueError, match="seats"):
        SpeakersList(0)


deeds = st.lists(st.tuples(st.sampled_from(["put", "take", "remove"]), st.integers(1, 12)), max_size=60)


@given(deeds, st.booleans())
def test_nobody_is_forgotten_and_nobody_waits_twice(script, unheard_first):
    stack, waiting = SpeakersList(12, unheard_first), []
    for deed, seat in script:
        before = stack
        if deed == "put":
            stack = stack.add(seat)
            waiting += [seat] if seat not in waiting else []
        elif deed == "remove":
            stack = stack.remove(seat)
            waiting = [other for other in waiting if other != seat]
        else:
            stack = stack.call_next()
            assert stack.speaking == before.next
            waiting = [other for other in waiting if other != before.next]
        assert list(stack.asked) == waiting and sorted(stack.order) == sorted(waiting)


@given(deeds)
def test_nobody_is_overtaken_by_someone_who_was_heard_when_the_unheard_go_first(script):
    stack = SpeakersList(12, not_yet_heard_first=True)
    for deed, seat in script:
        stack = (
            stack.call_next() if deed == "take" else {"put": stack.add, "remove": stack.remove}[deed](seat)
        )
        heard = [seat in stack.heard for seat in stack.order]
        assert heard == sorted(heard)
        for group in (False, True):
            kept = [seat for seat in stack.order if (seat in stack.heard) is group]
            assert kept == [seat for seat in stack.asked if (seat in stack.heard) is group]
