"""Whole evenings, played on real desks; see the README beside this file for how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from tests.plays.stage import WORDS, Stage, length, lines_of
from tests.shelf import GUIDES

PLAYS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.fixture(scope="module")
def shelf():
    return GuideShelf(GUIDES, WORDS)


@pytest.fixture(scope="module")
def guide(shelf):
    return shelf.text_in(GUIDES / "safety-together.en.guide.md")


@pytest.fixture
def stage(shelf, guide, tmp_path):
    stage = Stage(tmp_path, shelf, guide)
    yield stage
    stage.end()


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.stem)
def test_a_session_goes_as_it_is_told(play, stage):
    stage.play(play.read_text(encoding="utf-8"))


def test_there_are_twelve_plays_and_each_says_what_it_shows_and_expects_something():
    assert len(PLAYS) == 12
    for play in PLAYS:
        text = play.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert sum(line.deed.startswith("expect") for line in lines_of(text)) >= 4


@pytest.mark.parametrize(
    "wrong",
    [
        "0:00 start\n1:00 expect left 12:00",
        "0:00 start\n expect late 3",
        "0:00 start\n expect on time part 2",
        "0:00 expect refused",
        "0:00 start\n11:00 expect told nothing",
        "0:00 start\n expect sunshine",
        "0:00 start\n expect given break 5:00",
    ],
)
def test_a_play_that_does_not_come_true_fails(wrong, stage):
    with pytest.raises(AssertionError) as told:
        stage.play(wrong)
    assert "expect" in told.value.__notes__[0]


def test_times_are_read_as_they_are_written():
    said = ["7:40", "-0:30", "20m", "-1h", "+90s", "125:00"]
    assert [length(one) for one in said] == [460_000, -30_000, 1_200_000, -3_600_000, 90_000, 7_500_000]
