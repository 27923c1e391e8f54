from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import (
    Concern,
    ConcernKind,
    Cut,
    Guide,
    Part,
    PartKind,
    PartStep,
    SessionPlan,
    concerns,
    fitting_seconds_each,
    go_round_seconds,
    minutes_needed,
)

TALK = Part("talk", PartKind.OPEN_TALK, "Conversation", 20, 10, Cut.LAST)
CLOSE = Part("close", PartKind.CLOSING, "Close", 10, 5, Cut.NEVER)
EVENING = SessionPlan("s1", "Evening", 30, "Conversation", (TALK, CLOSE))
ROUND = Part("round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=120, pause=5, silence=120)


def test_a_sound_session_raises_no_concern() -> None:
    assert concerns(EVENING, 12) == ()


def test_parts_that_do_not_add_up_to_the_session_are_found() -> None:
    found = concerns(replace(EVENING, minutes=90), 12)
    assert found == (Concern(ConcernKind.DOES_NOT_ADD_UP, planned=90, needed=30),)


def test_twelve_people_with_two_minutes_each_need_27_minutes_and_fit_24_with_105_seconds() -> None:
    assert go_round_seconds(12, 120, pause=5, silence=120) == 27 * 60 - 5
    assert go_round_seconds(12, 120, pause=5, silence=120, factor=125) == 12 * 150 + 55 + 120
    plan = SessionPlan("s1", "Evening", 54, "", (ROUND, TALK, CLOSE))
    assert concerns(plan, 12) == (
        Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", planned=24, needed=27, seconds_each=105),
    )
    assert concerns(plan, 10) == ()


def test_a_go_round_that_fills_its_part_to_the_second_fits() -> None:
    part = replace(ROUND, minutes=2, floor=1, seconds_each=30, pause=0, silence=0)
    plan = SessionPlan("s1", "Evening", 12, "", (part, replace(CLOSE, cut=Cut.LAST)))
    assert concerns(plan, 4) == ()
    assert [found.kind for found in concerns(plan, 5)] == [ConcernKind.GO_ROUND_TOO_LONG]


def test_a_session_with_neither_read_back_nor_closing_is_found() -> None:
    plan = replace(EVENING, minutes=20, parts=(TALK,))
    assert concerns(plan, 8) == (Concern(ConcernKind.NO_CLOSING),)
    read_back = replace(plan, minutes=30, parts=(TALK, replace(CLOSE, kind=PartKind.READ_BACK)))
    assert concerns(read_back, 8) == ()


def test_a_session_in_which_nothing_may_be_cut_is_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, cut=Cut.NEVER), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.NOTHING_TO_CUT),)


def test_a_floor_above_the_minutes_is_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, floor=25), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.FLOOR_ABOVE_MINUTES, "talk", planned=20, needed=25),)


def test_steps_longer_than_their_part_are_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, steps=(PartStep("One", 12), PartStep("Two", 12))), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.STEPS_TOO_LONG, "talk", planned=20, needed=24),)


@given(
    people=st.integers(1, 60),
    minutes=st.integers(1, 120),
    pause=st.integers(0, 30),
    silence=st.integers(0, 300),
    factor=st.sampled_from((100, 125, 160, 200)),
)
def test_the_turn_that_fits_fits_and_five_seconds_more_does_not(
    people: int, minutes: int, pause: int, silence: int, factor: int
) -> None:
    part = replace(ROUND, minutes=minutes, pause=pause, silence=silence)
    each = fitting_seconds_each(part, people, factor)
    assert each % 5 == 0
    assert each == 0 or go_round_seconds(people, each, pause, silence, factor) <= minutes * 60
    assert go_round_seconds(people, each + 5, pause, silence, factor) > minutes * 60


def test_interpretation_makes_speech_longer_and_breaks_and_silence_no_longer() -> None:
    talk = replace(ROUND, kind=PartKind.OPEN_TALK, minutes=21)
    pause = replace(ROUND, id="break", kind=PartKind.BREAK, minutes=9)
    plan = replace(EVENING, parts=(talk, pause))
    assert [minutes_needed(plan, factor) for factor in (100, 125, 200)] == [30, 36, 51]


def test_sessions_and_parts_are_found_by_id() -> None:
    guide = Guide("g", "1.0.0", "en", "Guide", "", (8, 12), (), (EVENING,))
    assert guide.session("s1").part("close") is CLOSE
    with pytest.raises(KeyError):
        guide.session("s2")
    with pytest.raises(KeyError):
        EVENING.part("welcome")


def test_a_go_round_that_is_interpreted_is_offered_shorter_turns():
    go_round = Part(
        "round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=105, pause=5, silence=120
    )
    pairs = Part("pairs", PartKind.PAIRS, "Pairs", 13, 10, Cut.LAST)
    close = Part("close", PartKind.CLOSING, "Close", 9, 5, Cut.NEVER)
    plan = SessionPlan("s1", "Evening", 46, "", (go_round, pairs, close))
    assert concerns(plan, 12) == ()
    (found,) = concerns(plan, 12, factor=160)
    assert found == Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", planned=24, needed=37, seconds_each=65)
    assert fitting_seconds_each(go_round, 12, factor=160) == 65
