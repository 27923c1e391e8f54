"""How long parts take: with interpretation, with the people who came, and beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, Guide, Length, Measure, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.domain.model.guide_lengths import (
    fitting_seconds_each,
    for_people,
    go_round_seconds,
    guide_for_people,
    minutes_needed,
    on_track,
    seconds_aloud,
    usual_people,
)

TALK = Part("talk", PartKind.OPEN_TALK, "Conversation", 20, 10, Cut.LAST)
CLOSE = Part("close", PartKind.CLOSING, "Close", 10, 5, Cut.NEVER)
EVENING = SessionPlan("s1", "Evening", 30, "Conversation", (TALK, CLOSE))
ROUND = Part("round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=120, pause=5, silence=120)
EQUAL = replace(TALK, length=Length(Measure.EQUAL))


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


def minutes(plan: SessionPlan, people: int = 8) -> list[int]:
    return [part.minutes for part in for_people(plan, people).parts]


def test_a_plan_with_plain_minutes_stays_as_it_is() -> None:
    assert for_people(EVENING, 8) is EVENING


def test_a_share_is_of_the_session() -> None:
    share = replace(TALK, length=Length(Measure.SHARE, 15))
    assert minutes(SessionPlan("s1", "", 90, "", (share, CLOSE))) == [14, 10]
    assert minutes(SessionPlan("s1", "", 1, "", (share, CLOSE))) == [1, 10]


@pytest.mark.parametrize(("people", "needed"), [(6, 15), (10, 23), (12, 27)])
def test_a_go_round_is_as_long_as_it_takes_with_the_people_who_came(people: int, needed: int) -> None:
    each = replace(ROUND, length=Length(Measure.EACH))
    assert minutes(SessionPlan("s1", "", 60, "", (each, CLOSE)), people) == [needed, 10]


def test_equal_parts_share_what_the_others_leave() -> None:
    three = tuple(replace(EQUAL, id=name) for name in "abc")
    assert minutes(SessionPlan("s1", "", 56, "", (*three, CLOSE))) == [15, 15, 15, 10]
    each = replace(ROUND, length=Length(Measure.EACH))
    assert minutes(SessionPlan("s1", "", 60, "", (each, EQUAL, CLOSE)), 10) == [23, 27, 10]


def test_equal_parts_of_a_track_share_what_their_track_leaves() -> None:
    youth = [replace(EQUAL, id=name, track="youth") for name in ("a", "b")]
    adults = replace(EQUAL, id="c", track="adults")
    assert minutes(SessionPlan("s1", "", 50, "", (*youth, adults, CLOSE))) == [20, 20, 40, 10]


def test_the_floor_follows_the_minutes_when_none_is_written_and_is_never_above_them() -> None:
    plain = for_people(replace(EVENING, parts=(EQUAL, CLOSE)), 8).parts[0]
    assert (plain.minutes, plain.floor) == (20, 20)
    written = replace(EQUAL, length=Length(Measure.EQUAL, floor=25))
    short = for_people(replace(EVENING, parts=(written, CLOSE)), 8).parts[0]
    assert (short.minutes, short.floor) == (20, 20)


@given(st.integers(1, 60), st.lists(st.integers(1, 60), max_size=4), st.integers(1, 300))
def test_a_plan_for_people_depends_on_the_people_alone(people: int, others: list[int], session: int) -> None:
    each = replace(ROUND, length=Length(Measure.EACH, floor=10))
    plan = SessionPlan("s1", "", session, "", (each, EQUAL, CLOSE))
    changed = plan
    for other in others:
        changed = for_people(changed, other)
    assert for_people(changed, people) == for_people(plan, people)


def test_a_track_does_the_parts_for_everybody_and_its_own() -> None:
    youth, adults = replace(TALK, id="a", track="youth"), replace(TALK, id="b", track="adults")
    plan = SessionPlan("s1", "Day", 30, "", (youth, adults, CLOSE))
    assert plan.tracks == ("youth", "adults")
    assert [part.id for part in on_track(plan, "adults").parts] == ["b", "close"]


def test_a_guide_is_made_for_its_best_circle_or_else_for_its_largest() -> None:
    plan = SessionPlan("s1", "", 60, "", (replace(ROUND, length=Length(Measure.EACH)), CLOSE))
    guide = Guide("g", "1.0.0", "en", "Guide", "", (6, 12), (), (plan,))
    assert (usual_people(guide), usual_people(replace(guide, best=10))) == (12, 10)
    assert guide_for_people(guide, 10).session("s1").part("round").minutes == 23


def test_what_a_card_says_is_read_aloud_too() -> None:
    card = Card(CardKind.VIEW, "One", say=("word " * 65,))
    assert seconds_aloud(replace(TALK, say=("word " * 65,), cards=(card,))) == 60
