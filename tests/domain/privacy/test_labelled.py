"""How much of what may point at a person is found, on lines written for this."""

from pathlib import Path

import pytest

from dialogue_desk.desk.session.privacy_check import name_lists
from dialogue_desk.domain.privacy.finder import Finder
from tests.domain.privacy.labelled import TONGUES, all_lines, lines_of, scored, table

FINDER = Finder(name_lists())
PAGE = Path(__file__).parents[3] / "docs" / "privacy-check.md"


def test_there_are_enough_lines_and_a_third_has_nothing_to_find():
    lines = all_lines()
    plain = [line for line in lines if not line.labels]
    assert len(lines) >= 600
    assert len(plain) >= len(lines) / 3
    assert sum(len(lines_of(f"held.{tongue}")) for tongue in TONGUES) >= 100


def test_no_line_stands_there_twice():
    texts = [line.text for line in all_lines()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("part", ["tuned", "held"])
def test_95_percent_is_found_in_every_tongue_and_part(part, tongue):
    score = scored(FINDER, lines_of(f"{part}.{tongue}"))
    assert score.recall >= 0.95, score.missed


def test_few_alarms_are_false():
    score = scored(FINDER, all_lines())
    assert score.recall >= 0.95, score.missed
    assert score.precision >= 0.97, score.alarms


def test_the_page_tells_the_figures_as_they_are():
    assert table(FINDER) in PAGE.read_text(encoding="utf-8"), table(FINDER)
