import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Reading
from dialogue_desk.ui.core.session_text import (
    circle_and_place_text,
    lateness,
    session_title,
    time_in_words,
)
from dialogue_desk.words import Words

WORDS = Words()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (120, "2 minutes left"),
        (61, "2 minutes left"),
        (60, "1 minute left"),
        (40, "40 seconds left"),
        (0, "over time"),
        (-59, "over time"),
        (-180, "3 minutes over"),
    ],
)
def test_time_left_is_rounded_up_and_time_over_down(seconds, text):
    reading = Reading(
        at=0, part=0, part_elapsed=0, given=seconds * 1_000, session_elapsed=0, ends=0, planned_end=0
    )
    assert time_in_words(reading, WORDS) == text


def test_a_session_without_delay_is_on_time():
    assert lateness(0, WORDS) == "on time"
    assert lateness(6 * MINUTE, WORDS) == "6 min late"
    assert lateness(-6 * MINUTE, WORDS) == "6 min early"
    assert lateness(-690 * MINUTE, WORDS) == "11 h 30 min early"
    assert lateness(60 * MINUTE, WORDS) == "1 h late"


def test_a_session_is_named_with_its_number_and_its_place(folders, session_id):
    folder = folders.session(session_id)
    assert session_title(folder, WORDS).startswith("Session ")
    assert circle_and_place_text(folder, WORDS).startswith(f"Circle {folder.circle.code} · ")
