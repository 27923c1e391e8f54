from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from dialogue_desk.domain.model.guide import Cut, Guide, NotesPolicy, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_faults import MOST_FAULTS, Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import (
    MOST_BYTES,
    read_guide,
    read_guide_file,
    read_stored_guide,
    tree_in,
)
from dialogue_desk.exchange.guide_source import Shape
from dialogue_desk.words import Words

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


# Reading


def test_a_guide_reads_like_a_guide() -> None:
    guide = read(
        TOP.replace("title:", "summary: One question.\ntitle:")
        + "# Ground rules\n- One voice at a time\n- You can pass\n"
        + SESSION
        + "Goal: hear each other.\n"
        + "## First round {#round kind=go-round minutes=18 floor=12 cut=never "
        + "choose=1 each=110 pause = 5 silence=60}\n"
        + "Everyone is heard\nonce.\n\n> Take a minute.\n>\n> Then we go round.\n\n"
        + "- Tell of a time.\n- Or of a place.\nTip: wait.\nTip: wait\nlonger.\n"
        + "Materials: a bell\nNotes: themes only\nWanted: disagreement, common ground\n"
        + "### Think {minutes=1}\nIn silence.\n"
    )
    assert guide == Guide(
        "evening",
        "1.0.0",
        "en",
        "An Evening",
        "One question.",
        (6, 9),
        ("One voice at a time", "You can pass"),
        (
            SessionPlan(
                "s1",
                "Our evening",
                20,
                "hear each other.",
                (
                    Part(
                        "round",
                        PartKind.GO_ROUND,
                        "First round",
                        18,
                        12,
                        Cut.NEVER,
                        purpose="Everyone is heard once.",
                        say=("Take a minute.", "Then we go round."),
                        ask=("Tell of a time.", "Or of a place."),
                        choose=1,
                        tips=("wait.", "wait longer."),
                        materials=("a bell",),
                        notes=NotesPolicy.THEMES_ONLY,
                        wanted=(NoteKind.DISAGREEMENT, NoteKind.COMMON_GROUND),
                        seconds_each=110,
                        silence=60,
                        pause=5,
                        steps=(PartStep("Think", 1, "In silence."),),
                    ),
                ),
            ),
        ),
    )


def test_what_a_part_leaves_out_has_a_plain_meaning() -> None:
    part = read(TOP + SESSION + "## Talk {#talk kind=open-talk minutes=10}\n").session("s1").part("talk")
    assert part == Part("talk", PartKind.OPEN_TALK, "Talk", 10, 10, Cut.LAST)


def test_files_from_windows_and_with_a_byte_order_mark_read_the_same() -> None:
    text = TOP + SESSION + PART + "> Hello.\n"
    assert read("\ufeff" + text.replace("\n", "\r\n")) == read(text)


# Hostile and silly files


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0\0\0",
        "---",
        "---\n---",
        "---\n---\n",
        TOP + ">" * 100_000,
        TOP + SESSION + PART + "> " * 50_000 + "x",
        TOP + SESSION + PART + "<!--" + "x\n" * 30_000,
        "---\n" + "a: &a [*a, *a]\n" * 5_000 + "---\n",
        TOP + SESSION + "## " + " " * 100_000 + "x {" * 50_000,
        TOP + SESSION + PART + "- " * 50_000 + "x",
        TOP + SESSION + "## Talk {" + "a=1 " * 50_000 + "}",
        TOP + "".join("  " * depth + "- x\n" for depth in range(2_000)),
        TOP + "# {}\n## {#}\n### {=}\n#### {a=}\n##### {=b}\n",
        "#" * 1_000_000,
        "\\" * 1_000_000,
        "1. " * 300_000,
    ],
)
def test_a_hostile_text_gets_sentences_soon_and_never_a_traceback(text: str) -> None:
    begun = time.process_time()
    found = faults(text)
    assert time.process_time() - begun < 5
    assert 0 < len(found) <= MOST_FAULTS
    assert all(len(fault.sentence) < 700 for fault in found)


@pytest.mark.parametrize("signs", ["<a ", "![", "x {", "*_", "a-", "\\[", "<!", "Ab ", "\\"])
def test_a_long_line_of_signs_is_read_or_refused_soon(signs: str) -> None:
    begun = time.process_time()
    for sign in ("", "- ", "> ", "Tip: "):
        with suppress(GuideUnreadable):
            read(f"{TOP}{SESSION}{PART}{sign}x{signs * 30_000}}}:")
    assert time.process_time() - begun < 5


def test_a_text_of_too_many_lines_is_refused_before_it_is_read() -> None:
    assert "far too long" in only_fault(TOP + SESSION + PART + "- a\n" * 50_000).sentence


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "año.guide.md"
    path.write_bytes(b"\xef\xbb\xbf" + (TOP + SESSION + PART + "> ¡Hola!\n").encode())
    assert read_guide_file(path, WORDS).sessions[0].parts[0].say == ("¡Hola!",)


def file_fault(path: Path) -> Fault:
    with pytest.raises(GuideUnreadable) as caught:
        read_guide_file(path, WORDS)
    assert len(caught.value.faults) == 1
    return caught.value.faults[0]


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "old.guide.md"
    path.write_bytes((TOP + SESSION + PART + "> ¡Hola!\n").encode("latin-1"))
    fault = file_fault(path)
    assert fault.line == 10
    assert "Save it again as UTF-8" in fault.sentence


def test_a_file_that_is_too_big_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.guide.md"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "larger than 2 MB" in file_fault(path).sentence


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in file_fault(tmp_path).sentence
    assert "no such file" in file_fault(tmp_path / "gone.guide.md").sentence


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.guide.md"
    path.write_bytes(bytes(range(256)) * 40)
    assert "not plain text in UTF-8" in file_fault(path).sentence


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 50_000_000])
def test_a_huge_file_is_refused_at_once(tmp_path: Path, size: int) -> None:
    path = tmp_path / "huge.guide.md"
    with path.open("wb") as file:
        file.truncate(size)
    begun = time.process_time()
    assert "larger than 2 MB" in file_fault(path).sentence
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_may_end_as_they_do_on_any_system(end: str) -> None:
    text = TOP + SESSION + PART + "> Hello.\n\nTip: wait\nlonger.\n"
    assert read(text.replace("\n", end)) == read(text)


def test_tabs_stand_for_spaces() -> None:
    tabs = TOP + SESSION.replace(" {", "\t{") + PART.replace(" cut", "\tcut") + "-\tWell?\nTip:\twait\n"
    part = read(tabs).session("s1").part("talk")
    assert (part.title, part.ask, part.tips) == ("Talk", ("Well?",), ("wait",))


# Guides of before


def test_a_stored_guide_that_todays_rules_refuse_still_opens_as_it_was_read_then() -> None:
    old = TOP + SESSION + PART + "Purpose: everyone is heard.\n\n> <b>Hello</b>\n\n1. Why?\n7. Who?\n"
    assert len(faults(old)) == 3
    part = read_stored_guide(old, "guide", WORDS).session("s1").part("talk")
    assert part.purpose == "Purpose: everyone is heard."
    assert (part.say, part.ask) == (("<b>Hello</b>",), ("Why?", "Who?"))


def test_a_new_label_is_a_text_where_it_was_one_before() -> None:
    old = TOP + SESSION + PART + "For: all of us.\n"
    assert "does not belong here" in only_fault(old).sentence
    assert read_stored_guide(old, "guide", WORDS).session("s1").part("talk").purpose == "For: all of us."


def test_what_was_never_a_guide_is_refused_by_todays_rules() -> None:
    with pytest.raises(GuideUnreadable) as caught:
        read_stored_guide(TOP + SESSION + PART + "Ask: why?\n\nAnd more.\n", "guide", WORDS)
    assert "Begin each question with -" in caught.value.faults[0].sentence


def test_a_stored_guide_that_reads_today_is_read_by_todays_rules() -> None:
    text = TOP + SESSION + PART + "Note-taker: write places.\n"
    assert read_stored_guide(text, "guide", WORDS) == read(text)


# Minutes that depend on people


def test_a_guide_is_read_with_the_minutes_of_the_circle_it_suits_best() -> None:
    go_round = "## Round {#round kind=go-round minutes=each each=60}\n"
    rest = "## Talk {#talk kind=open-talk minutes=equal floor=5}\n"
    for people, minutes in (("6-9", (9, 11)), ("6-8-9", (8, 12))):
        plan = read(TOP.replace("6-9", people) + SESSION + go_round + rest).session("s1")
        assert tuple(part.minutes for part in plan.parts) == minutes


# A tree, also of a text with faults


def test_a_text_with_faults_has_a_tree_and_tells_which_lines_are_not_in_it() -> None:
    text = TOP + SESSION + "## {#talk kind=nonsense}\n\n> Hello,\n> everyone.\n\n| a | table |\n\n<b>x</b>\n"
    source, lost = tree_in(text, WORDS)
    part = source.sections[0].sections[0]
    assert (part.title, part.value("kind"), part.texts(Shape.SAID)) == ("", "nonsense", ("Hello, everyone.",))
    assert lost == ("| a | table |", "<b>x</b>")


def test_of_a_text_without_faults_nothing_is_lost() -> None:
    assert tree_in(TOP + SESSION + PART, WORDS)[1] == ()


@pytest.mark.parametrize("text", ["", "no guide", TOP + "x" * MOST_BYTES])
def test_a_text_that_is_no_guide_has_no_tree(text: str) -> None:
    with pytest.raises(GuideUnreadable):
        tree_in(text, WORDS)


# How fast


def test_forty_sessions_of_forty_parts_are_read_within_a_second() -> None:
    part = (
        "> Welcome, and thank you all for coming tonight.\n\n- What brought you here?\n\nTip: Wait for it.\n"
    )
    parts = "".join(f"## Part {n} {{#p{n} kind=open-talk minutes=3}}\n\nWhy.\n\n{part}" for n in range(40))
    text = TOP + "".join(f"# Day {n} {{#s{n} minutes=120}}\n{parts}" for n in range(40))
    begun = time.process_time()
    guide = read(text)
    spent = time.process_time() - begun
    assert sum(len(plan.parts) for plan in guide.sessions) == 1600
    assert spent < 3  # it takes about half a second; a laptop that is busy may need longer
