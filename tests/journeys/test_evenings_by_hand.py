"""Whole evenings through the real window: nothing dead, nothing lost, nothing said that is not so."""

from pathlib import Path

import pytest

from tests.journeys.evening_by_hand import EveningByHand
from tests.ui.conftest import clock, dressed, theme
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

EVENINGS = Path(__file__).parent / "evenings"


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


@pytest.mark.parametrize("evening", ["nine-of-twelve", "late-and-tense"])
def test_an_evening_goes_as_it_is_told(evening, laptop, stick):
    laptop.clock.set(-60 * 60_000)
    EveningByHand(laptop, stick).play((EVENINGS / f"{evening}.txt").read_text(encoding="utf-8"))
