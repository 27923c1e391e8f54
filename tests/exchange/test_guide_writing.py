"""What is written of a guide reads back as the same, to the byte, and nothing of it gets lost."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_lengths import guide_for_people, usual_people
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import OpenedGuide, open_guide
from dialogue_desk.exchange.guide_source import GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from tests.exchange.guide_strategies import commented, guides
from tests.exchange.guide_writing import source_of, write_guide
from tests.fuzzing.hostile_bytes import shuffled_lines
from tests.fuzzing.hostile_files import TOKENS

WORDS = Words()
TOP = "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
SHIPPED = sorted(resource("guides").glob("*.guide.md"))
SLOW = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def read(text: str) -> OpenedGuide:
    return open_guide(text, "x.guide.md", WORDS)


def read_or_faults(text: str) -> tuple[OpenedGuide | None, tuple[Fault, ...]]:
    try:
        return read(text), ()
    except GuideUnreadable as refused:
        return None, refused.faults


@SLOW
@given(guides())
def test_a_guide_that_is_written_reads_back_the_same(guide: Guide) -> None:
    usual = guide_for_people(guide, usual_people(guide))
    floored = read(write_guide(usual)).guide
    assert floored == usual
    assert write_guide(floored) == write_guide(usual)


@SLOW
@given(guides().flatmap(lambda guide: commented(source_of(guide))))
def test_a_tree_that_is_written_reads_back_the_same_with_comments_and_unknown_words(
    source: GuideSource,
) -> None:
    text = written(source)
    again = read(text).source
    assert written(again) == text
    assert read(written(again)).source == again
    assert _everything(again) == _everything(source)


def _everything(source: GuideSource) -> list[object]:
    """What is in a tree, but for the order of the words in braces."""
    found: list[object] = [(line.key, line.value) for line in source.top]
    found += source.pieces
    for path, section in source.walk():
        found += [path, section.title, sorted(section.marks), section.pieces]
    return found


@SLOW
@given(guides())
def test_headings_are_found_with_their_lines(guide: Guide) -> None:
    text = write_guide(guide)
    lines = read(text).source.lines
    parts = sum(len(plan.parts) for plan in guide.sessions)
    assert sum(place.count("/") < 2 for place in lines) == len(guide.sessions) + parts
    for place, line in lines.items():
        assert f"#{place.rpartition('/')[2]}" in text.split("\n")[line - 1]


def test_blank_lines_broken_lines_and_the_order_of_words_are_set_right() -> None:
    loose = (
        "---\npeople: 6-9\nid: evening\n\nversion: 1.0.0\nlanguage: en\ntitle:   An Evening\n---\n"
        "# Our evening {minutes = 20 #s1 .joint}\n\n\n"
        "## Talk {cut=last #talk mood=calm minutes=10 kind=open-talk}\nWe\ntalk.\n> Hello,\n> you.\n"
        "* Who?\n* Why? {.optional}\nTip: wait\nlonger.\n\nTip: breathe.\n<!-- not\nyet -->\n"
        "### Card {#leave .option}\n1. one\n2. two\n"
    )
    assert written(read(loose).source) == (
        "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n\n"
        "# Our evening {#s1 minutes=20 .joint}\n\n"
        "## Talk {#talk kind=open-talk minutes=10 cut=last mood=calm}\n\nWe talk.\n\n> Hello, you.\n\n"
        "- Who?\n- Why? {.optional}\n\nTip: wait longer.\nTip: breathe.\n\n<!-- not\nyet -->\n\n"
        "### Card {.option #leave}\n\n1. one\n2. two\n"
    )


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (Piece(Shape.PARAGRAPH, "Paris: a city"), "Paris\\: a city"),
        (Piece(Shape.PARAGRAPH, "1. January"), "1\\. January"),
        (Piece(Shape.SAID, "Tip: breathe"), "> Tip: breathe"),
        (Piece(Shape.SAID, "- no list"), "> \\- no list"),
        (Piece(Shape.ASKED, "Is a < b?"), "- Is a < b?"),
        (Piece(Shape.ASKED, "Is it <b>so</b>?"), "- Is it \\<b>so\\</b>?"),
        (Piece(Shape.ASKED, "Who {.optional}"), "- Who \\{.optional}"),
        (Piece(Shape.LABELLED, "- as it is", "Tip"), "Tip: - as it is"),
        (Piece(Shape.LABELLED, "a \\ b", "Tip"), "Tip: a \\\\ b"),
        (Piece(Shape.PARAGRAPH, "*Slowly* now"), "*Slowly* now"),
    ],
)
def test_a_text_gets_a_backslash_only_where_it_would_mean_something(piece: Piece, text: str) -> None:
    assert written(GuideSource((TopLine("id", "x"),), (piece,))) == f"---\nid: x\n---\n\n{text}\n"


def test_a_word_and_its_colon_stay_as_they_are_on_a_card() -> None:
    card = Section(3, "A night", (".case",), (Piece(Shape.PARAGRAPH, "Officer: I stopped him."),))
    assert written(GuideSource((), (), (card,))).endswith("\n\nOfficer: I stopped him.\n")


# Any text


def _mutated(number: int) -> str:
    rng = Random(number)
    text = rng.choice([path.read_text(encoding="utf-8") for path in SHIPPED])
    for _ in range(rng.choice((1, 1, 2, 4))):
        text = shuffled_lines(text, rng, TOKENS)
    return text


def check_mutation(number: int) -> bool:
    """Read a text that was a guide, and return whether it still is."""
    opened, told = read_or_faults(_mutated(number))
    if opened is None:
        assert all(0 < len(fault.sentence) < 700 for fault in told)
        assert any(fault.line for fault in told) or "no session" in told[0].sentence
        assert not any("could not cope" in fault.sentence for fault in told)
        return False
    text = written(opened.source)
    again = read(text)
    assert again.guide == opened.guide
    assert written(again.source) == text
    return True


def test_a_mutated_guide_is_refused_by_its_lines_or_written_back_the_same() -> None:
    readable = sum(map(check_mutation, range(300)))
    assert 0 < readable < 300


@pytest.mark.soak
@pytest.mark.parametrize("thousand", range(20))
def test_twenty_thousand_mutated_guides_never_crash_the_reader(thousand: int) -> None:
    for number in range(thousand * 1_000, (thousand + 1) * 1_000):
        check_mutation(number)


@settings(deadline=None)
@given(st.text(st.sampled_from("#>-*+_`~=:.()[]{}<>|\\!&/ 12aBT\t\n\n•ñ"), max_size=200))
def test_whatever_stands_below_a_heading_is_refused_or_written_back_the_same(text: str) -> None:
    start = TOP + "# Our evening {#s1 minutes=20}\n## Talk {#talk kind=open-talk minutes=10}\n"
    opened, told = read_or_faults(start + text)
    if opened is None:
        assert told and all(fault.line for fault in told)
        return
    again = read(written(opened.source))
    assert again.guide == opened.guide
    assert written(again.source) == written(opened.source)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_guide_is_in_the_form_that_is_written(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert written(read(text).source) == text
