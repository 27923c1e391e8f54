"""The Markdown of guide files: what is markup in a text, and what stays as it was typed."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.guide_markdown import (
    Shape,
    front_matter,
    pieces,
    title_and_attributes,
    unescaped,
)
from dialogue_desk.words import Words
from tests.exchange.guide_writing import escaped

WORDS = Words()
TOP = "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
SESSION = "# Our evening {#s1 minutes=20}\n"
PART = "## Talk {#talk kind=open-talk minutes=10 floor=5 cut=last}\n"


def read(text: str) -> Guide:
    return read_guide(text, "evening.guide.md", WORDS)


def test_stars_and_angle_brackets_in_a_text_stay_as_they_were_typed() -> None:
    guide = read(TOP + SESSION + PART + "> *Slowly* now, <b>&amp;</b> `so` [x](y) ![z](q)\n")
    assert guide.sessions[0].parts[0].say == ("*Slowly* now, <b>&amp;</b> `so` [x](y) ![z](q)",)


def test_a_label_inside_a_quote_is_said_aloud() -> None:
    part = read(TOP + SESSION + PART + "> Tip: breathe.\n").sessions[0].parts[0]
    assert (part.say, part.tips) == (("Tip: breathe.",), ())


@pytest.mark.parametrize(
    "text",
    ["# no heading", "- no bullet", "> no quote", "1. no number", "Tip: no label", "a \\ b", "*x*", "12"],
)
def test_what_is_escaped_reads_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text
    (piece,) = pieces([escaped(text)])
    assert (piece.shape, unescaped(piece.text)) == (Shape.PARAGRAPH, text)


def test_braces_at_the_end_of_a_heading_are_its_attributes() -> None:
    assert title_and_attributes("Welcome {#welcome minutes = 8}") == ("Welcome", ["#welcome", "minutes=8"])
    assert title_and_attributes("A {set} of two") == ("A {set} of two", [])


def test_a_file_opens_with_lines_between_two_rules_or_not_at_all() -> None:
    assert front_matter(["---", "id: x", "---", "# One"]) == ["id: x"]
    assert front_matter(["---", "id: x"]) is None and front_matter(["# One"]) is None
