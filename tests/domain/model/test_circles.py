"""Programs, circles and sessions: what they may say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dialogue_desk.domain.model.circles import (
    LEAST_SMALLEST_TOTAL,
    LONGEST_SESSION,
    MOST_PEOPLE,
    MOST_SESSIONS,
    Circle,
    GuideText,
    Program,
    Session,
)
from dialogue_desk.domain.model.ids import LATEST_INSTANT


def session(**more):
    return Session(**({"number": 1, "plan": "", "guides": (), "start": 5, "hard_end": 9, "people": 8} | more))


def test_the_last_instant_has_a_date_in_every_room_however_long_its_session():
    last = session(start=LATEST_INSTANT, hard_end=LATEST_INSTANT + LONGEST_SESSION, zone=1_440)
    assert datetime.fromtimestamp(last.hard_end / 1000, UTC) + timedelta(minutes=last.zone)


@pytest.mark.parametrize("number", [-1, MOST_SESSIONS + 1, 2**63 - 1])
def test_more_sessions_than_a_circle_can_hold_are_refused(number):
    with pytest.raises(ValueError, match="1000"):
        session(number=number)
    with pytest.raises(ValueError, match="1000"):
        Program("x", sessions=number)


def test_the_people_of_a_session_are_those_expected_until_somebody_counts():
    assert session(people=11).head_count == 11
    assert session(people=11, present=7).head_count == 7
    assert session(people=11, present=0).head_count == 0


def test_where_there_is_little_room_a_program_goes_by_its_code():
    assert (Program("Safer Streets", "SAFE").called, Program("Safer Streets").called) == (
        "SAFE",
        "Safer Streets",
    )


@pytest.mark.parametrize("smallest", [LEAST_SMALLEST_TOTAL - 1, MOST_PEOPLE + 1])
def test_totals_are_never_shown_of_so_few_that_a_count_points_at_one(smallest):
    with pytest.raises(ValueError, match="hidden below 5"):
        Program("x", smallest_total=smallest)
    assert Program("x", smallest_total=LEAST_SMALLEST_TOTAL)


def test_notes_are_kept_until_a_day_that_there_is():
    for make in (lambda day: Program("x", keep_until=day), lambda day: Circle("C1", keep_until=day)):
        assert make("2027-06-30").keep_until == "2027-06-30"
        with pytest.raises(ValueError, match="day"):
            make("2027-06-31")


@pytest.mark.parametrize(
    "wrong",
    [{"people": 0}, {"people": 1_001}, {"present": 1_001}, {"zone": 1_441}, {"factor": 99}, {"hard_end": 5}],
)
def test_a_session_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):  # noqa: PT011  # each has a sentence of its own
        session(**wrong)


def test_the_same_guide_text_has_the_same_id_on_every_laptop():
    text = GuideText("guide", "1", "en", "# One")
    assert text.id == GuideText("guide", "2", "es", "# One").id != GuideText("guide", "1", "en", "# Two").id
