"""The methods of the field can be written as guides, and pass the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desk.domain.model.guide import Hosts, Mode, SessionPlan
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.domain.model.guide_lengths import for_people, on_track
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_files import OpenedGuide, open_guide
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.words import Words

WORDS = Words()
FOLDER = Path(__file__).resolve().parents[1] / "guides"
FILES = sorted(FOLDER.glob("*.guide.md"))


def opened(name: str) -> OpenedGuide:
    return open_guide((FOLDER / f"{name}.guide.md").read_text(encoding="utf-8"), name, WORDS)


def plan_of(name: str) -> SessionPlan:
    return opened(name).guide.session("s1")


def minutes(plan: SessionPlan) -> dict[str, int]:
    return {part.id: part.minutes for part in plan.parts}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_method_passes_the_check_for_every_circle_and_is_written_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = open_guide(text, path.name, WORDS)
    low, high = found.guide.people
    for people in range(low, high + 1):
        assert check_guide(found, WORDS, people) == ()
    assert written(found.source) == text


def test_at_a_world_cafe_people_change_tables_and_hosts_stay_or_move() -> None:
    rounds = [part for part in plan_of("world-cafe").parts if part.mode is Mode.ROTATION]
    assert [part.hosts for part in rounds] == [Hosts.STAY, Hosts.STAY, Hosts.MOVE]
    assert {part.table for part in rounds} == {(4, 5)}


def test_in_a_talking_piece_circle_nobody_counts_the_time() -> None:
    parts = plan_of("talking-piece-circle").parts
    assert not any(part.clock for part in parts)
    assert {part.mode for part in parts} == {Mode.TALKING_PIECE}


def test_in_an_issue_forum_each_option_has_the_same_time_however_many_come() -> None:
    plan = plan_of("issue-forum")
    options = [card for part in plan.parts for card in part.cards_of(CardKind.OPTION)]
    assert [card.id for card in options] == ["leave", "neighbors", "build"]
    assert all(card.gains and card.losses and card.trade_offs for card in options)
    for people in (8, 12, 20):
        found = minutes(for_people(plan, people))
        assert found["way-leave"] == found["way-neighbors"] == found["way-build"]
        assert 128 <= sum(found.values()) <= 130
    assert minutes(for_people(plan, 20))["way-leave"] < minutes(for_people(plan, 8))["way-leave"]


def test_on_a_day_with_tracks_each_track_takes_the_same_time_and_lunch_is_at_noon() -> None:
    plan = plan_of("one-day")
    assert plan.joint and plan.tracks == ("youth", "adults")
    youth, adults = (minutes(on_track(plan, track)) for track in plan.tracks)
    assert sum(youth.values()) == sum(adults.values())
    assert adults["adults-talk"] == 75
    before = [
        part for part in on_track(plan, "youth").parts if part.id in ("arrive", "youth-alone", "youth-wall")
    ]
    lunch = plan.part("lunch")
    assert lunch.at == 12 * 60
    assert (before[0].at or 0) + sum(part.minutes for part in before) <= lunch.at


def test_one_two_four_all_is_one_part_with_steps_that_share_fairly() -> None:
    part = plan_of("one-two-four-all").part("all")
    assert [step.minutes for step in part.steps] == [2, 4, 4, 8]
    assert [step.equal for step in part.steps] == ["", "talk", "talk", ""]
    assert sum(step.fewest for step in part.steps) == part.floor
