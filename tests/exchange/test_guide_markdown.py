"""The Markdown of guide files: what is markup, what stays as typed, and what is told by its line."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.guide_markdown import front_matter, text_and_marks, title_and_marks
from dialogue_desk.words import Words

WORDS = Words()
TOP = "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
SESSION = "# Our evening {#s1 minutes=20}\n"
PART = "## Talk {#talk kind=open-talk minutes=10 floor=5 cut=last}\n"


def read(text: str) -> Guide:
    return read_guide(text, "evening.guide.md", WORDS)


def only_fault(text: str) -> tuple[int, str]:
    with pytest.raises(GuideUnreadable) as caught:
        read(text)
    (fault,) = caught.value.faults
    return fault.line, fault.sentence


def test_stars_and_other_signs_in_a_text_stay_as_they_were_typed() -> None:
    guide = read(TOP + SESSION + PART + "> *Slowly* now, a < b &amp; `so` [x](y) #1 50% {so}\n")
    assert guide.sessions[0].parts[0].say == ("*Slowly* now, a < b &amp; `so` [x](y) #1 50% {so}",)


def test_a_label_inside_a_quote_is_said_aloud() -> None:
    part = read(TOP + SESSION + PART + "> Tip: breathe.\n").sessions[0].parts[0]
    assert (part.say, part.tips) == (("Tip: breathe.",), ())


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", 10, "A table cannot be read"),
        ("a | b\n--- | ---\n", 11, "A table cannot be read"),
        ("```\ncode\n```\n", 10, "A line of ``` means nothing"),
        ("~~~\n", 10, "A line of ``` means nothing"),
        ("> ![us](us.png)\n", 10, "A guide has no pictures"),
        ("> <b>Hello</b>\n", 10, "HTML is not read"),
        ("<div>\n", 10, "HTML is not read"),
        ("Why <!-- or not -->.\n", 10, "A comment needs lines of its own"),
        ("<!-- open\n\n> Hello.\n", 10, "This comment does not end"),
        ("<!-- one --> and more\n", 10, "This comment does not end"),
        ("<!-- one --> and <!-- two -->\n", 10, "This comment does not end"),
        ("Why.\n\n---\n", 12, "A line of --- or *** means nothing"),
        ("Title\n=====\n", 11, "A line of = means nothing"),
        ("##Welcome\n", 10, "begins with # and is no heading"),
        ("> # Hello\n", 10, "begins with # and is no heading"),
        ("• Why?\n• Who?\n", 10, "This sign makes no list"),
        ("### 1. First {minutes=5}\n", 10, "numbered by themselves"),
        ("### <i>First</i> {minutes=5}\n", 10, "HTML is not read"),
        ("1. Why?\n3. Who?\n", 11, "the number 3 would be lost. Write 2. here"),
        (
            "1987. The mill closes.\n",
            10,
            "put a backslash behind the number if it belongs to the text: 1987\\.",
        ),
    ],
)
def test_markdown_that_is_not_read_here_is_told_by_its_line(text: str, line: int, said: str) -> None:
    found, sentence = only_fault(TOP + SESSION + PART + text)
    assert (found, said in sentence) == (line, True), sentence


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1987\\. The mill closes.", "1987. The mill closes."),
        ("\\<b>Hello\\</b>", "<b>Hello</b>"),
        ("\\# one", "# one"),
        ("Ask\\: yes", "Ask: yes"),
        ("\\| a |", "| a |"),
        ("\\!\\[us](us.png)", "![us](us.png)"),
        ("\\• Why?", "• Why?"),
        ("a \\\\ b", "a \\ b"),
    ],
)
def test_a_backslash_keeps_a_sign_from_meaning_something(text: str, meant: str) -> None:
    assert read(TOP + SESSION + PART + text + "\n").sessions[0].parts[0].purpose == meant


def test_a_list_may_count_all_its_items_from_one() -> None:
    for text in ("1. Why?\n2. Who?\n", "1. Why?\n1. Who?\n"):
        assert read(TOP + SESSION + PART + text).sessions[0].parts[0].ask == ("Why?", "Who?")


def test_braces_at_the_end_of_a_heading_are_its_words() -> None:
    assert title_and_marks("Welcome {#welcome minutes = 8}") == ("Welcome", ("#welcome", "minutes=8"))
    assert title_and_marks("A {set} of two") == ("A {set} of two", ())
    assert title_and_marks("A \\{set}") == ("A {set}", ())


def test_braces_at_the_end_of_an_item_are_words_only_when_they_look_like_some() -> None:
    assert text_and_marks("Who else? {.optional}") == ("Who else?", (".optional",))
    for text in ("a {set}", "a {}", "a \\{.optional}", "{.optional}", "a {.x"):
        assert text_and_marks(text) == (text, ())


def test_a_file_opens_with_lines_between_two_rules_or_not_at_all() -> None:
    assert front_matter(["---", "id: x", "---", "# One"]) == ["id: x"]
    assert front_matter(["---", "id: x"]) is None and front_matter(["# One"]) is None
