"""How much of what may point at a person is found, on lines written for this."""

from pathlib import Path

import pytest

from dialogue_desk.desk.session.privacy_words import finder_beside
from tests.domain.privacy.labelled import (
    BLIND,
    FRAGMENTS,
    TONGUES,
    all_lines,
    figures,
    fragments,
    lines_of,
    table,
)
from tools.privacy.scoring import NAMES, scored

PAGE = Path(__file__).parents[3] / "docs" / "privacy-check.md"


@pytest.fixture(scope="module")
def finder():
    return finder_beside()


def test_there_are_enough_lines_and_a_third_has_nothing_to_find():
    lines = all_lines()
    plain = [line for line in lines if not line.labels]
    assert len(lines) >= 600
    assert len(plain) >= len(lines) / 3
    assert sum(len(lines_of(f"held.{tongue}")) for tongue in TONGUES) >= 100
    assert len(fragments()) >= 400


def test_no_line_stands_there_twice():
    blind = [line for name in BLIND for line in lines_of(name)]
    texts = [line.text for line in (*all_lines(), *fragments(), *blind)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("part", ["tuned", "held"])
def test_95_percent_is_found_in_every_tongue_and_part(finder, part, tongue):
    score = scored(finder, lines_of(f"{part}.{tongue}"))
    assert score.recall >= 0.95, score.missed


@pytest.mark.parametrize("name", FRAGMENTS)
def test_92_percent_is_found_in_fragments_typed_in_a_hurry(finder, name):
    score = scored(finder, lines_of(name))
    assert score.recall >= 0.92, score.missed
    assert score.recall_of(NAMES) >= 0.88, score.missed


@pytest.mark.parametrize("name", FRAGMENTS)
def test_at_most_20_alarms_come_from_100_fragments_that_have_nothing_to_find(finder, name):
    score = scored(finder, lines_of(name))
    assert score.alarms_of_hundred <= 20, score.alarms


def test_the_page_tells_what_was_found_in_lines_that_nothing_was_made_for(finder):
    lines = [line for name in BLIND for line in lines_of(name)]
    score = scored(finder, lines)
    assert score.recall >= 0.92
    assert score.recall_of(NAMES) >= 0.88
    assert score.alarms_of_hundred <= 20
    assert len(lines) == 220


def test_few_alarms_are_false_in_whole_sentences(finder):
    score = scored(finder, all_lines())
    assert score.recall >= 0.95, score.missed
    assert score.precision >= 0.95, score.alarms


def test_the_page_tells_the_figures_as_they_are(finder):
    page = PAGE.read_text(encoding="utf-8")
    for lines in (all_lines(), fragments()):
        assert table(finder, lines) in page, table(finder, lines)
        assert figures(finder, lines) in " ".join(page.split()), figures(finder, lines)
