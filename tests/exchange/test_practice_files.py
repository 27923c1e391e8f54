from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.script import (
    Mark,
    MarkKind,
    PracticeLine,
    PracticePart,
    PracticeScript,
    Written,
)
from dialogue_desk.exchange.guide_library import Library, guides_in
from dialogue_desk.exchange.practice_files import (
    MOST_BYTES,
    PracticeUnreadable,
    practices_in,
    read_practice,
    read_practice_file,
)
from dialogue_desk.resources import resource
from dialogue_desk.words import Words

WORDS = Words()

TOP = """---
id: lights
version: 1.0.0
language: en
title: The lights
summary: Two neighbors and the park.
guide: our-park
session: s1
---
"""
PART = "## One memory {#memories}\n"
LINE = "- 0:12 [A] I met Rosa at the pond.\n"
TALK = TOP + PART + LINE


def read(text: str) -> PracticeScript:
    return read_practice(text, "lights.en.practice.md", WORDS)


def faults(text: str) -> list[str]:
    with pytest.raises(PracticeUnreadable) as caught:
        read(text)
    return [fault.sentence.removeprefix("lights.en.practice.md, ") for fault in caught.value.faults]


def read_or_none(text: str) -> PracticeScript | None:
    """Return the practice; None when it is refused with sentences that name the file."""
    try:
        return read(text)
    except PracticeUnreadable as unreadable:
        unnamed = [one for one in unreadable.faults if not one.sentence.startswith("lights.en")]
        if unnamed or not unreadable.faults:
            raise
    return None


def only_fault(text: str) -> str:
    found = faults(text)
    assert len(found) == 1, found
    return found[0]


# Reading


def test_a_practice_reads_as_it_is_written() -> None:
    script = read(
        TALK
        + "  > strength: the pond, where people meet\n  ! name: Rosa\n  ! place: the pond\n\n"
        + "- 1:05 [B] Me too.\n\n## Close {#close}\n- 0:00 [F] Thank you.\n"
    )
    assert script == PracticeScript(
        "lights",
        "1.0.0",
        "en",
        "The lights",
        "Two neighbors and the park.",
        "our-park",
        "s1",
        (
            PracticePart(
                "memories",
                "One memory",
                (
                    PracticeLine(
                        12,
                        "A",
                        "I met Rosa at the pond.",
                        Written(NoteKind.STRENGTH, "the pond, where people meet"),
                        (Mark(MarkKind.NAME, "Rosa"), Mark(MarkKind.PLACE, "the pond")),
                    ),
                    PracticeLine(65, "B", "Me too."),
                ),
            ),
            PracticePart("close", "Close", (PracticeLine(0, "F", "Thank you."),)),
        ),
    )


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_and_marks_of_other_systems_change_nothing(line_end: str) -> None:
    text = TALK + "  ! name: Rosa\n"
    assert read("\ufeff" + text.replace("\n", line_end)) == read(text)


def test_a_file_saved_by_windows_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "a.practice.md").write_bytes(TALK.replace("\n", "\r\n").encode(encoding))
        assert read_practice_file(tmp_path / "a.practice.md", WORDS) == read(TALK)


def test_a_letter_typed_in_two_pieces_is_the_same_letter() -> None:
    script = read(TALK.replace("pond", "cafe\u0301") + "  ! place: caf\u00e9\n")
    assert script.parts[0].lines[0].marks == (Mark(MarkKind.PLACE, "caf\u00e9"),)


# Faults


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello\n", "line 1: The file does not begin with"),
        (TALK.replace("id: lights", "id: The Lights"), "line 2: “The Lights” cannot be a name."),
        (TALK.replace("1.0.0", "first"), "line 3: This is not a version."),
        (TALK.replace("language: en", "language: English"), "line 4: This is not a language."),
        (TALK.replace("summary:", "sumary:").replace("guide", "guide"), "line 1: The lines at the top are"),
        (TALK.replace("title:", "id: two\ntitle:"), "line 5: “id” is here a second time."),
        (TALK.replace("session: s1\n", ""), "line 1: The lines at the top are missing session."),
        (TOP, "The practice has no part."),
        (TOP + PART, "line 10: Nobody speaks in this part."),
        (TOP + LINE, "line 10: This line is in no part."),
        (TOP + "## Hopes\n" + LINE, "line 10: “## Hopes” is not a part."),
        (TOP + "# Hopes {#hopes}\n" + LINE, "line 10: “# Hopes {#hopes}” is not a part."),
        (TALK + PART + LINE, "line 12: The part “memories” is here twice."),
        (TALK + "and at the store.\n", "line 12: “and at the store.” is not understood."),
        (TALK + "  and at the store.\n", "line 12: “and at the store.” is not understood."),
        (TALK + "- 0:75 [A] Hello.\n", "line 12: “- 0:75 [A] Hello.” is not a spoken line."),
        (TALK + "- 0:20 Hello.\n", "line 12: “- 0:20 Hello.” is not a spoken line."),
        (TALK + "- 0:20 [B]\n", "line 12: “- 0:20 [B]” is not a spoken line."),
        (TALK + "- 0:11 [B] Hello.\n", "line 12: This line begins at 0:11, and the line before it at 0:12."),
        (TALK + "- 0:12 [B] Hello.\n", "line 12: This line begins at 0:12, and the line before it at 0:12."),
        (TALK + "  > worry: the pond\n", "line 12: There is no kind “worry”."),
        (TALK + "  > debrief: the pond\n", "line 12: There is no kind “debrief”."),
        (TALK + "  > the pond\n", "line 12: “> the pond” is not understood."),
        (TALK + "> hope: the pond\n", "line 12: “> hope: the pond” is not understood."),
        (TALK + "  > hope: a\n  > hope: b\n", "line 13: This line has a note already."),
        (TALK + "  ! person: Rosa\n", "line 12: There is no kind “person”."),
        (TALK + "  ! name: rosa\n", "line 12: “rosa” is not in the line above."),
        (TALK + "  ! name: Ros\n", "line 12: “Ros” is not in the line above."),
        (TALK + "  ! name: Rosa\n  ! name: Rosa\n", "line 13: “Rosa” is here twice."),
        (TOP + PART + "  > hope: peace\n" + LINE, "line 11: There is no spoken line above this."),
    ],
)
def test_each_fault_names_its_line_and_what_to_write(text: str, said: str) -> None:
    assert any(said in sentence for sentence in faults(text)), faults(text)


def test_one_mistake_is_one_fault() -> None:
    assert "line 10: “## Hopes” is not a part." in only_fault(TOP + "## Hopes\n" + LINE)
    assert "line 11: “- 12 [A] Hello.”" in only_fault(TOP + PART + "- 12 [A] Hello.\n  > hope: a\n" + LINE)


def test_braces_in_a_sentence_are_shown_as_they_are_typed() -> None:
    assert "## Hopes {#hopes}" in only_fault(TOP + "## Hopes\n" + LINE)


def test_a_text_full_of_faults_ends_in_the_first_hundred() -> None:
    assert len(faults(TALK + "x\n" * 3000)) == 100


@given(
    st.lists(st.sampled_from([PART, LINE, "  > hope: a\n", "  ! name: Rosa\n", "- 1:00 [B] Yes\n", "x\n"]))
)
def test_nothing_written_is_passed_over(rows: list[str]) -> None:
    script = read_or_none(TOP + "".join(rows))
    if script is None:
        return
    lines = [line for part in script.parts for line in part.lines]
    kept = (
        len(script.parts)
        + len(lines)
        + sum(line.written is not None for line in lines)
        + sum(len(line.marks) for line in lines)
    )
    assert kept == len(rows)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_sentences(text: str) -> None:
    for whole in (text, TALK + text):
        assert isinstance(read_or_none(whole), PracticeScript | None)


# Files


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(PracticeUnreadable, match="no such file"):
        read_practice_file(tmp_path / "none.practice.md", WORDS)


def test_a_file_that_is_no_text_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.practice.md").write_bytes(b"---\n\xff\n")
    with pytest.raises(PracticeUnreadable, match=r"a\.practice\.md, line 2: The file is not plain text"):
        read_practice_file(tmp_path / "a.practice.md", WORDS)


def test_a_file_far_too_long_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.practice.md").write_bytes(b"-" * (MOST_BYTES + 1))
    with pytest.raises(PracticeUnreadable, match="too long"):
        read_practice_file(tmp_path / "a.practice.md", WORDS)


# The shelf


@cache
def shelf() -> Library:
    return guides_in(resource("guides"), WORDS)


def our_park(guide_id: str, language: str) -> Guide | None:
    return shelf().translation("one-evening", language) if guide_id == "our-park" else None


def shelf_fault(text: str) -> str:
    with pytest.raises(PracticeUnreadable) as caught:
        read_practice(text, "a.practice.md", WORDS, our_park)
    assert len(caught.value.faults) == 1
    return caught.value.faults[0].sentence


def test_a_guide_a_session_or_a_part_that_is_not_on_the_shelf_is_named() -> None:
    assert "line 7: There is no guide “my-park” here." in shelf_fault(TALK.replace("our-park", "my-park"))
    assert "line 8: The guide “our-park” has no session “s9”." in shelf_fault(TALK.replace(": s1", ": s9"))
    assert "line 10: The session “s1” has no part “memories”." in shelf_fault(TALK)
    known = TALK.replace("{#memories}", "{#round-one}")
    assert read_practice(known, "a.practice.md", WORDS, our_park) == read(known)


def test_a_broken_file_leaves_its_neighbors_readable(tmp_path: Path) -> None:
    (tmp_path / "a.practice.md").write_text("nothing", encoding="utf-8")
    (tmp_path / "b.practice.md").write_text(TALK, encoding="utf-8")
    (tmp_path / "c.practice.md").write_text(TALK, encoding="utf-8")
    (tmp_path / "d.practice.md").write_text(TALK.replace(": en", ": es"), encoding="utf-8")
    found = practices_in(tmp_path, WORDS)
    assert [script.language for script in found.scripts] == ["en", "es"]
    first, second = (fault.sentence for fault in found.faults)
    assert first.startswith("a.practice.md, line 1")
    assert "“lights” in the language “en” is here twice; b.practice.md is used." in second


def test_a_folder_that_does_not_exist_has_no_practice(tmp_path: Path) -> None:
    assert practices_in(tmp_path / "none", WORDS).scripts == ()


# What comes with the app


def test_the_practices_that_come_with_the_app_are_whole_and_fit_the_guides() -> None:
    found = practices_in(resource("practice"), WORDS, shelf().translation)
    assert found.faults == ()
    assert sorted((one.id, one.language) for one in found.scripts) == [
        (name, language) for name in ("evening-one", "heated", "quiet") for language in ("en", "es")
    ]


def test_the_parts_of_a_practice_have_the_titles_of_its_guide() -> None:
    for script in practices_in(resource("practice"), WORDS).scripts:
        guide = shelf().translation(script.guide, script.language)
        assert guide is not None
        titles = {
            part.id: part.title for one in guide.sessions if one.id == script.session for part in one.parts
        }
        assert [(part.id, part.title) for part in script.parts if titles[part.id] != part.title] == []


def test_a_practice_says_the_same_in_both_languages_at_the_same_time() -> None:
    found = {(one.id, one.language): one for one in practices_in(resource("practice"), WORDS).scripts}
    for name in ("evening-one", "heated", "quiet"):
        english, spanish = found[name, "en"], found[name, "es"]
        assert [
            (one.line.at, one.line.voice, one.line.written and one.line.written.kind)
            for one in english.spoken
        ] == [
            (one.line.at, one.line.voice, one.line.written and one.line.written.kind)
            for one in spanish.spoken
        ]
