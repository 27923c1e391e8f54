"""Whole evenings through the real window: at every expectation it shows what the value says."""

from pathlib import Path

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.words import Words
from tests.journeys.window_plays import WindowStage
from tests.shelf import GUIDES
from tests.ui.conftest import clock, dressed, theme
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

PLAYS = Path(__file__).parents[1] / "plays"


@pytest.fixture
def guide():
    shelf = GuideShelf(GUIDES, Words())
    return shelf.text_in(GUIDES / "safety-together.en.guide.md")


@pytest.mark.parametrize("play", ["calm", "late", "crash", "asleep", "clock-back"])
def test_a_session_in_the_window_goes_as_it_is_told(play, laptop, guide):
    WindowStage(laptop, guide).play((PLAYS / f"{play}.txt").read_text(encoding="utf-8"))
