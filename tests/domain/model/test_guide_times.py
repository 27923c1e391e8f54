"""Parts begin one after another; tracks begin together, and meet again when the last is done."""

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_times import beginnings, end_of


def a_plan(*parts: Part) -> SessionPlan:
    return SessionPlan("s1", "", 60, "", parts)


def a_part(minutes: int, track: str = "", at: int | None = None) -> Part:
    return Part("p", PartKind.OPEN_TALK, "", minutes, minutes, Cut.LAST, track=track, at=at)


def test_parts_begin_one_after_another() -> None:
    plan = a_plan(a_part(8), a_part(12), a_part(5))
    assert beginnings(plan, 19 * 60) == (1140, 1148, 1160)
    assert end_of(plan, 19 * 60) == 1165


def test_tracks_begin_together_and_everybody_waits_for_the_longer_one() -> None:
    plan = a_plan(a_part(10), a_part(20, "a"), a_part(5, "b"), a_part(10, "a"), a_part(30, "b"), a_part(7))
    assert beginnings(plan) == (0, 10, 10, 30, 15, 45)
    assert end_of(plan) == 52


def test_a_later_block_of_tracks_does_not_begin_where_the_first_one_ended() -> None:
    plan = a_plan(a_part(20, "a"), a_part(5, "b"), a_part(10), a_part(5, "b"), a_part(6, "a"))
    assert beginnings(plan) == (0, 0, 20, 30, 30)
    assert end_of(plan) == 36


def test_a_part_with_a_time_of_day_begins_then_and_the_next_follows_it() -> None:
    assert beginnings(a_plan(a_part(10), a_part(30, at=18 * 60), a_part(5)), 16 * 60) == (960, 1080, 1110)


def test_a_session_without_parts_ends_when_it_begins() -> None:
    assert beginnings(a_plan(), 60) == ()
    assert end_of(a_plan(), 60) == 60
