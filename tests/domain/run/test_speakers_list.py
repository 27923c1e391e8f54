"""The speakers' list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.run.speakers_list import SpeakersList


def asked(*seats, **more):
    speakers = SpeakersList(12, **more)
    for seat in seats:
        speakers = speakers.add(seat)
    return speakers


def test_people_speak_in_the_order_they_asked():
    speakers = asked(5, 2, 9)
    assert (speakers.next, speakers.order) == (5, (5, 2, 9))
    assert speakers.call_next().order == (2, 9)


def test_who_takes_the_word_speaks_and_counts_as_heard():
    speakers = asked(5, 2).call_next()
    assert (speakers.speaking, speakers.heard) == (5, {5})


def test_asking_twice_keeps_the_first_place():
    assert asked(5, 2, 5).order == (5, 2)


def test_who_was_heard_waits_behind_who_was_not_when_that_is_wanted():
    speakers = asked(5).call_next().add(5).add(2)
    assert speakers.order == (5, 2)
    assert replace(speakers, not_yet_heard_first=True).order == (2, 5)


def test_who_changes_their_mind_is_taken_off():
    assert asked(5, 2).remove(5).order == (2,)
    assert asked(5).remove(7) == asked(5)


def test_with_nobody_waiting_nobody_has_the_word():
    speakers = asked(5).call_next().call_next()
    assert (speakers.speaking, speakers.next, speakers.heard) == (None, None, {5})


@pytest.mark.parametrize("seat", [0, 13, -1])
def test_a_seat_that_is_not_there_is_refused(seat):
    with pytest.raises(ValueError, match="seat"):
        asked(seat)


def test_a_circle_of_nobody_has_no_list():
    with pytest.raises(ValueError, match="seats"):
        SpeakersList(0)


acts = st.lists(st.tuples(st.sampled_from(["put", "take", "remove"]), st.integers(1, 12)), max_size=60)


@given(acts, st.booleans())
def test_nobody_is_forgotten_and_nobody_waits_twice(script, unheard_first):
    speakers, waiting = SpeakersList(12, unheard_first), []
    for act, seat in script:
        before = speakers
        if act == "put":
            speakers = speakers.add(seat)
            waiting += [seat] if seat not in waiting else []
        elif act == "remove":
            speakers = speakers.remove(seat)
            waiting = [other for other in waiting if other != seat]
        else:
            speakers = speakers.call_next()
            assert speakers.speaking == before.next
            waiting = [other for other in waiting if other != before.next]
        assert list(speakers.asked) == waiting and sorted(speakers.order) == sorted(waiting)


@given(acts)
def test_nobody_is_overtaken_by_someone_who_was_heard_when_the_unheard_go_first(script):
    speakers = SpeakersList(12, not_yet_heard_first=True)
    for act, seat in script:
        speakers = (
            speakers.call_next()
            if act == "take"
            else {"put": speakers.add, "remove": speakers.remove}[act](seat)
        )
        heard = [seat in speakers.heard for seat in speakers.order]
        assert heard == sorted(heard)
        for group in (False, True):
            kept = [seat for seat in speakers.order if (seat in speakers.heard) is group]
            assert kept == [seat for seat in speakers.asked if (seat in speakers.heard) is group]
