"""Paragraphs of a PDF: pieces that reportlab sets fast."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.reports.pdf_text import PdfText, _in_parts, held_at_end
from dialogue_desk.reports.typesetting import Typesetting, register_fonts


@given(st.lists(st.sampled_from(("word ", "x" * 900, "\n", "y"))).map("".join))
def test_no_letter_is_lost_between_the_parts_of_a_text_and_every_part_is_short(text):
    parts = list(_in_parts(text))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= 2_020 and part.count("\n") < 10 for part in parts)


def test_a_text_of_few_lines_is_one_paragraph_and_the_bullet_is_on_the_first():
    register_fonts()
    text = PdfText(Typesetting(), 400)
    assert len(text.paragraphs("one\ntwo", text.style(11))) == 1
    many = text.paragraphs("\n".join("line" for _ in range(25)), text.style(11, spaceAfter=5), bullet="•")
    assert [one.bulletText for one in many] == ["•", None, None]
    assert [one.style.spaceAfter for one in many] == [0, 0, 5]


def test_lines_of_small_print_end_where_they_can_still_be_read_with_ease():
    text = PdfText(Typesetting(), 600)
    assert text.style(10).rightIndent == 600 - 36 * 10
    assert text.style(20).rightIndent == text.cell_style(10).rightIndent == 0


def test_a_long_title_leaves_no_short_word_alone_on_its_last_line():
    title = "What 48 circles found, and what they ask for"
    assert held_at_end(title) == "What 48 circles found, and what they\xa0ask\xa0for"
    assert held_at_end("Streets, and what is to be neighborhood") == "Streets, and what is to be neighborhood"


@given(st.lists(st.sampled_from(("a", "word", "x" * 40, " ", "\n")), max_size=30).map(" ".join))
def test_a_title_loses_nothing_and_a_short_one_stays_as_it_is(title):
    held = held_at_end(title)
    assert held.replace("\xa0", " ") == title
    assert len(title) > 30 or held == title
