"""Plain text and Markdown: what belongs together is one line, in whatever letters it was saved."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.source import RemarkKind
from dialogue_desk.exchange.document_plain import read_text, text_of
from dialogue_desk.exchange.document_refusals import DocumentRefused

SPANISH = "La reunión: ¿cómo están?"


def texts(text, **how):
    return [line.text for line in read_text(text, **how).lines]


@pytest.mark.parametrize(
    ("coding", "guessed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("latin-1", True),
    ],
)
def test_text_is_read_in_the_letters_that_programs_save(coding, guessed):
    assert text_of(SPANISH.encode(coding)) == (SPANISH, guessed)


def test_quotation_marks_of_old_windows_are_read():
    assert text_of("“Sí”".encode("cp1252")) == ("“Sí”", True)


def test_guessed_letters_are_told_of():
    assert [remark.kind for remark in read_text("Sí", guessed=True).remarks] == [RemarkKind.OLD_LETTERS]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 40, b"MZ\x90\x00\x03\x00\x00\x00"])
def test_a_program_is_no_text(data):
    with pytest.raises(DocumentRefused):
        text_of(data)


def test_lines_that_were_wrapped_are_one_paragraph_again():
    wrapped = (
        "The deputy speaks for five minutes about the buses and about what they\n"
        "cost, and nobody interrupts until the end.\n"
        "Then we talk."
    )
    assert texts(wrapped) == [
        "The deputy speaks for five minutes about the buses and about what they cost, and nobody interrupts "
        "until the end.",
        "Then we talk.",
    ]


def test_a_blank_line_a_bullet_a_time_and_a_label_begin_a_new_line():
    long = "a line that is as long as the page is wide, and wide it is on this sheet of paper"
    assert texts(f"{long}\n- {long}\n7:00 {long}\nTip: {long}\n\n{long}") == [
        long,
        long,
        f"7:00 {long}",
        f"Tip: {long}",
        long,
    ]


def test_lists_are_known_by_their_signs_and_keep_their_texts():
    lines = read_text("• one\n- two\n3) three\n\uf0b7 four\nfive - six").lines
    assert [(line.text, line.listed) for line in lines] == [
        ("one", True),
        ("two", True),
        ("three", True),
        ("four", True),
        ("five - six", False),
    ]


def test_lines_in_capitals_and_underlined_ones_look_like_headings():
    lines = read_text("OUR NIGHT\n\nHello\n=====\nTalk a while.\n\nBye\n---\n").lines
    assert [(line.text, line.bold, line.heading) for line in lines] == [
        ("OUR NIGHT", True, 0),
        ("Hello", False, 1),
        ("Talk a while.", False, 0),
        ("Bye", False, 2),
    ]


def test_markdown_is_read_without_its_signs():
    lines = read_text(
        "# A *night*\n\n**Hello (5 min)**\n\n> Come `in`.\n\n- [x](http://a.b) y\n\n"
        "| a | b |\n|---|---|\n| c | d |\n"
    ).lines
    assert [(line.text, line.heading, line.bold, line.apart, line.listed, line.cells) for line in lines] == [
        ("A night", 1, False, False, False, ()),
        ("Hello (5 min)", 0, True, False, False, ()),
        ("Come in.", 0, False, True, False, ()),
        ("x y", 0, False, False, True, ()),
        ("a – b", 0, False, False, False, ("a", "b")),
        ("c – d", 0, False, False, False, ("c", "d")),
    ]


def test_labels_on_lines_of_one_markdown_paragraph_stand_for_themselves():
    lines = read_text("## A\n\n**Goal:** to hear\n**Time:** 20 min\nand then\nsome\n").lines
    assert [(line.number, line.text) for line in lines] == [
        (1, "A"),
        (3, "Goal: to hear"),
        (4, "Time: 20 min and then some"),
    ]


def test_code_and_html_in_markdown_are_kept():
    assert texts("# A\n\n```\ncode here\n```\n\n<b>bold\n", markdown=True) == ["A", "code here", "<b>bold"]


def test_the_numbers_of_lines_are_those_of_the_file():
    assert [line.number for line in read_text("one.\n\n\ntwo.\n").lines] == [1, 4]


def test_what_a_program_wrote_at_the_top_of_markdown_is_no_heading():
    lines = read_text("---\nauthor: Ruth\ntags:\n  - river\n---\n# Our Night\n\nHello.\n").lines
    assert [(line.number, line.text, line.heading) for line in lines] == [
        (2, "author: Ruth", 0),
        (3, "tags:", 0),
        (4, "- river", 0),
        (6, "Our Night", 1),
        (8, "Hello.", 0),
    ]


def test_a_rule_at_the_top_of_markdown_hides_nothing():
    lines = read_text("---\n\n# Our Night\n\nSay: hello.\n\n---\n\nBye.\n", markdown=True).lines
    assert [line.text for line in lines] == ["Our Night", "Say: hello.", "Bye."]


def test_a_line_in_quotation_marks_begins_anew():
    text = (
        "The host welcomes everybody and says where the coats and the restrooms are.\n"
        "“We are here to eat together and to be curious about each other tonight.”\n"
    )
    assert len(read_text(text).lines) == 2
