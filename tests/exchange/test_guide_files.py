from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, Guide, NotesPolicy, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_faults import MOST_FAULTS, Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import (
    MOST_BYTES,
    heading_lines,
    read_guide,
    read_guide_file,
)
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


def test_headings_are_found_with_their_lines() -> None:
    assert heading_lines(TOP + SESSION + PART + "Why.\n" + SESSION.replace("s1", "s2") + PART) == {
        "s1": 8,
        "s1/talk": 9,
        "s2": 11,
        "s2/talk": 12,
    }


# Writing


IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
MARKS = "#>-*+_`~=:;.,()[]{}<>|\\!\"'&/ 0123456789aB\t\u00a0ñ漢ع🙂\x0b\x85\u2028"
TEXTS = (
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\0"), max_size=40),
        st.text(st.sampled_from(MARKS), max_size=20),
        st.sampled_from(
            ["Tip: x", "Notes: off", "# x", "- x", "1. x", "12) x", "---", "***", "+", "> > x", "\\", "{#a}"]
        ),
    )
    .map(str.strip)
    .filter(bool)
)
SECONDS = st.integers(0, 1800)
MINUTES = st.integers(1, 600)


def texts(most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(TEXTS, max_size=most).map(tuple)


PARTS = st.builds(
    Part,
    id=IDS,
    kind=st.sampled_from(PartKind),
    title=TEXTS,
    minutes=MINUTES,
    floor=MINUTES,
    cut=st.sampled_from(Cut),
    purpose=st.one_of(st.just(""), TEXTS),
    say=texts(),
    ask=texts(),
    choose=st.none() | st.integers(1, 50),
    tips=texts(),
    materials=texts(),
    notes=st.sampled_from(NotesPolicy),
    wanted=st.lists(st.sampled_from(NoteKind), unique=True).map(tuple),
    seconds_each=st.none() | st.integers(5, 1800),
    silence=SECONDS,
    pause=SECONDS,
    steps=st.lists(st.builds(PartStep, TEXTS, MINUTES, st.one_of(st.just(""), TEXTS)), max_size=2).map(tuple),
)
PLANS = st.builds(
    SessionPlan,
    id=IDS,
    title=TEXTS,
    minutes=MINUTES,
    goal=st.one_of(st.just(""), TEXTS),
    parts=st.lists(PARTS, min_size=1, max_size=3, unique_by=lambda part: part.id).map(tuple),
)
GUIDES = st.builds(
    Guide,
    id=IDS,
    version=st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3}){0,2}", fullmatch=True),
    language=st.sampled_from(["en", "es", "pt-BR", "zh-Hant"]),
    title=TEXTS,
    summary=st.one_of(st.just(""), TEXTS),
    people=st.tuples(st.integers(1, 9), st.integers(9, 500)),
    ground_rules=texts(),
    sessions=st.lists(PLANS, min_size=1, max_size=2, unique_by=lambda plan: plan.id).map(tuple),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GUIDES)
def test_a_guide_that_is_written_reads_back_the_same_and_its_headings_are_found(guide: Guide) -> None:
    written = write_guide(guide)
    assert read(written) == guide
    assert write_guide(read(written)) == written
    found = heading_lines(written)
    assert len(found) == len(guide.sessions) + sum(len(plan.parts) for plan in guide.sessions)
    for place, line in found.items():
        assert f"{{#{place.rpartition('/')[2]} " in written.split("\n")[line - 1]


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


def test_a_text_of_too_many_lines_is_refused_before_it_is_read() -> None:
    assert "far too long" in only_fault(TOP + SESSION + PART + "- a\n" * 30_000).sentence


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
