"""What is wrong with the text of a guide file is said in words, with the line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words
from tests.exchange.guide_writing import write_guide

WORDS = Words()
TOP = "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
SESSION = "# Our evening {#s1 minutes=20}\n"
PART = "## Talk {#talk kind=open-talk minutes=10 floor=5 cut=last}\n"


def read(text: str) -> Guide:
    return read_guide(text, "evening.guide.md", WORDS)


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(GuideUnreadable) as caught:
        read(text)
    return caught.value.faults


def only_fault(text: str) -> Fault:
    found = faults(text)
    assert len(found) == 1, found
    return found[0]


MARKS = "#>-*+_`~=:;.,()[]{}<>|\\!\"'&/ 0123456789aB\t\u00a0ñ漢ع🙂\x0b\x85\u2028"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Evening\n", 1, "Begin it with a line ---"),
        (TOP.removesuffix("---\n") + SESSION + PART, 1, "Begin it with a line ---"),
        (TOP, 0, "no session"),
        (TOP + "# Our evening {#s1 minutes=20}\n", 8, "no parts"),
        (TOP.replace("id: evening\n", "") + SESSION + PART, 1, "are missing id"),
        (TOP.replace("title: An Evening", "title:") + SESSION + PART, 1, "are missing title"),
        (TOP.replace("id: evening", "id: Our Evening") + SESSION + PART, 2, "lowercase letters"),
        (TOP.replace("version: 1.0.0", "version: new") + SESSION + PART, 3, "version: 1.0.0"),
        (TOP.replace("language: en", "language: English") + SESSION + PART, 4, "language: en"),
        (TOP.replace("6-9", "nine to six") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("6-9", "9-6") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("6-9", "0-6") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("title:", "author: Ana\ntitle:") + SESSION + PART, 5, "“author: Ana”"),
        (TOP.replace("title:", "title: Twice\ntitle:") + SESSION + PART, 6, "second time"),
        (TOP + "Hello.\n" + SESSION + PART, 8, "would be lost"),
        (TOP + "# Ground rules\nBe kind.\n" + SESSION + PART, 9, "would be lost"),
        (TOP + "# Ground rules\n- a\n" + PART + SESSION + PART, 10, "one list without parts"),
        (TOP + "# Ground rules\n- a\n# Ground rules\n- b\n" + SESSION + PART, 10, "second time"),
        (TOP + "# Our evening {minutes=20}\n" + PART, 8, "no name"),
        (TOP + "# Our evening {#s1}\n" + PART, 8, "has no minutes"),
        (TOP + "# {#s1 minutes=20}\n" + PART, 8, "no title"),
        (TOP + "# Our evening {#s1 minutes=0}\n" + PART, 8, "“minutes=0” is not possible"),
        (TOP + "# Our evening {#s1 minutes=1800}\n" + PART, 8, "from 1 to 600"),
        (TOP + "# Our evening {#s1 minutes=90min}\n" + PART, 8, "“minutes=90min” is not possible"),
        (TOP + "# Our evening {#s1 minutes=-5}\n" + PART, 8, "“minutes=-5” is not possible"),
        (TOP + "# Our evening {#s1 minutes=٩٠}\n" + PART, 8, "is not possible"),
        (TOP + "# Our evening {#S1! minutes=20}\n" + PART, 8, "“S1!” cannot be a name"),
        (TOP + "# Our evening {#s1 minutes=20 hall=2}\n" + PART, 8, "“hall” means nothing here"),
        (TOP + "# Our evening {#s1 minutes=20 minutes=30}\n" + PART, 8, "twice"),
        (TOP + "# Our evening {#s1 minutes=20 !}\n" + PART, 8, "“!” is not understood"),
        (TOP + SESSION + PART + ">" * 12 + " Hello.\n", 10, "inside too many others"),
        (TOP + SESSION + PART + SESSION + PART, 10, "The name #s1 is already used in line 8"),
        (TOP + SESSION + PART + PART, 10, "The name #talk is already used in line 9"),
        (TOP + SESSION + PART.replace("kind=open-talk ", ""), 9, "has no kind"),
        (
            TOP + SESSION + PART.replace("open-talk", "chat"),
            9,
            "There is no kind “chat”. Write one of these: welcome,",
        ),
        (TOP + SESSION + PART.replace("cut=last", "cut=maybe"), 9, "never, last, first"),
        (TOP + SESSION + PART.replace("cut=last", "each=2"), 9, "from 5 to 1800"),
        (TOP + SESSION + PART + "Why.\n\nMore.\n", 12, "Start it with > if it is to be said"),
        (TOP + SESSION + PART + "Goal: peace.\n", 10, "“Goal:” does not belong here"),
        (TOP + SESSION + PART + "Tip:\n", 10, "There is nothing after “Tip:”"),
        (TOP + SESSION + PART + "Notes: never\n", 10, "Notes: off, or Notes: themes only"),
        (TOP + SESSION + PART + "Notes: off\nNotes: off\n", 11, "Write only one"),
        (TOP + SESSION + PART + "Wanted: gossip\n", 10, "“gossip” is not a kind of note"),
        (TOP + SESSION + PART + "Wanted: hope, hope\n", 10, "twice"),
        (TOP + SESSION + "Tip: smile.\n" + PART, 9, "“Tip:” does not belong here"),
        (TOP + SESSION + "> Hello.\n" + PART, 9, "would be lost"),
        (TOP + SESSION + PART + "### One {minutes=2}\n> Hello.\n", 11, "would be lost"),
        (TOP + SESSION + PART + "### One\n", 10, "has no minutes"),
        (
            TOP + SESSION + PART + "### One {minutes=2}\n#### Two {minutes=1}\n",
            11,
            "one, two or three # signs",
        ),
    ],
)
def test_each_fault_names_the_file_and_the_line_and_says_what_to_write(
    text: str, line: int, said: str
) -> None:
    fault = only_fault(text)
    assert fault.line == line
    assert said in fault.sentence
    assert fault.sentence.startswith(f"evening.guide.md, line {line}: " if line else "evening.guide.md: ")


def test_a_part_without_a_session_is_one_fault_and_not_one_for_each_of_its_lines() -> None:
    found = faults(TOP + PART + "Why.\n\n> Hello.\n\n- Well?\n" + PART.replace("talk", "more"))
    assert [(fault.line, "missing heading above" in fault.sentence) for fault in found] == [
        (0, False),
        (8, True),
    ]


def test_all_faults_are_told_in_one_reading_in_the_order_of_their_lines() -> None:
    found = faults(
        TOP.replace("1.0.0", "new")
        + SESSION.replace("20", "0")
        + PART.replace("open-talk", "chat").replace("floor=5", "flor=5")
        + "Wanted: gossip\n"
    )
    assert [fault.line for fault in found] == [3, 8, 9, 9, 10]


@settings(deadline=None)
@given(st.text(st.sampled_from(MARKS + "\n"), max_size=200))
def test_whatever_stands_below_a_heading_is_read_or_refused_in_words(text: str) -> None:
    try:
        guide = read(TOP + SESSION + PART + text)
    except GuideUnreadable:
        assert faults(TOP + SESSION + PART + text)
    else:
        assert read(write_guide(guide)) == guide
