"""The top of a guide is plain values in one line each, and nothing of YAML beside."""

from __future__ import annotations

import pytest
from hypothesis import given

from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.guide_top import read_value, written_value
from dialogue_desk.words import Words
from tests.exchange.guide_strategies import TEXTS

WORDS = Words()
REST = "# Our evening {#s1 minutes=20}\n## Talk {#talk kind=open-talk minutes=20}\n"
TOP = ["---", "id: evening", "version: 1.0.0", "language: en", "title: An Evening", "people: 6-9", "---"]


def told(*lines: str) -> list[tuple[int, str]]:
    text = "\n".join((*TOP[:4], *lines, *TOP[5:], REST))
    with pytest.raises(GuideUnreadable) as caught:
        read_guide(text, "x.guide.md", WORDS)
    return [(fault.line, fault.sentence) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("&name Evening", "without anchors, tags, lists or brackets"),
        ("*name", "without anchors"),
        ("!!python/object:os.system", "without anchors"),
        ("|", "without anchors"),
        (">-", "without anchors"),
        ("[one, two]", "without anchors"),
        ("{a: b}", "without anchors"),
        ('"An Evening"', "without quotation marks: title: An Evening"),
        ("'An Evening'", "without quotation marks: title: An Evening"),
    ],
)
def test_a_value_of_yaml_is_refused_with_what_to_write(value: str, said: str) -> None:
    ((line, sentence),) = told(f"title: {value}")
    assert (line, said in sentence) == (5, True), sentence


def test_a_value_does_not_go_on_in_a_second_line() -> None:
    ((line, sentence),) = told("title: An", "  Evening: ours")
    assert line == 6 and "Nothing goes on in a second line" in sentence
    ((line, sentence),) = told("title: An", "- one")
    assert line == 6 and "“- one” is not understood" in sentence


def test_a_bomb_of_anchors_is_refused_line_by_line() -> None:
    bomb = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    found = told("title: An Evening", *bomb)
    assert [line for line, _ in found] == list(range(6, 14))


@pytest.mark.parametrize(
    "value",
    ['"Us" and "Them"', "*Us*, and them", "¡Ya basta!", "#1 of us", "Us: and them", "\\[brackets]", "\\&us"],
)
def test_signs_in_a_value_are_kept_and_a_backslash_keeps_the_first(value: str) -> None:
    text = "\n".join((*TOP[:4], f"title: {value}", *TOP[5:], REST))
    assert read_guide(text, "x.guide.md", WORDS).title == value.removeprefix("\\")


def test_a_key_that_is_almost_right_is_told_with_the_right_one() -> None:
    ((line, sentence),) = told("title: An Evening", "lisense: CC0")
    assert line == 6 and "Did you mean license:?" in sentence


def test_a_guide_for_a_newer_program_says_so() -> None:
    ((line, sentence),) = told("title: An Evening", "requires: maps")
    assert line == 6 and "written for a newer version of Dialogue Desk, which understands “maps”" in sentence


@pytest.mark.parametrize("people", ["9-8-12", "6-9-8", "0-8", "6-9-501", "6-7-8-9", "six"])
def test_the_best_size_lies_between_the_others(people: str) -> None:
    text = "\n".join((*TOP, REST)).replace("6-9", people)
    with pytest.raises(GuideUnreadable, match="people: 6-9-12"):
        read_guide(text, "x.guide.md", WORDS)


def test_an_audience_is_one_of_three() -> None:
    ((line, sentence),) = told("title: An Evening", "audience: everyone")
    assert line == 6 and "adults, youth, mixed" in sentence


@given(TEXTS)
def test_whatever_is_written_at_the_top_is_read_back(value: str) -> None:
    text = "\n".join((*TOP[:4], f"title: {written_value(value)}", *TOP[5:], REST))
    assert read_value(written_value(value)) == value
    assert read_guide(text, "x.guide.md", WORDS).title == value
