"""The Markdown of guide files: what is markup in a text, and what stays as it was typed."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words

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
