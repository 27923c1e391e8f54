"""Proposals in the form that a Decidim site takes."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.csv_table import FORMULA_BEGINS
from dialogue_desk.exchange.decidim_form import (
    LONGEST_BODY,
    LONGEST_TITLE,
    DecidimText,
    cut_at_word,
    decidim_csv,
    decidim_table,
    decidim_workbook,
    fitted_body,
    fitted_title,
)
from dialogue_desk.exchange.rows_of_files import exported_rows

TEXTS = (DecidimText("en", "Mend the lamps", 'Say "yes"; soon,\nplease\nCode: KTR42'),)


def test_the_heads_are_those_the_importer_reads_with_nothing_before_them():
    written = decidim_csv(decidim_table([TEXTS], ("en", "es")))
    assert written.startswith(b"title/en;title/es;body/en;body/es\n")


def test_another_program_reads_back_what_was_written():
    written = decidim_csv(decidim_table([TEXTS], ("en", "es"))).decode()
    (_, row) = csv.reader(io.StringIO(written), delimiter=";")
    assert row == ["Mend the lamps", "", TEXTS[0].body, ""]


def test_the_workbook_says_the_same():
    table = decidim_table([TEXTS], ("en", "es"))
    heads, row = exported_rows(decidim_workbook(table))
    assert (heads, (*row, "")) == exported_rows(decidim_csv(table))


def test_a_long_title_is_cut_at_a_word_and_begins_with_a_capital():
    title = fitted_title("more light " * 30)
    assert title.cut and len(title.text) <= LONGEST_TITLE
    assert title.text.startswith("More light") and title.text.endswith(("light …", "more …"))


def test_a_short_title_stays_as_it_is():
    assert fitted_title("- árboles") == ("Árboles", False)


def test_of_a_body_the_code_stays_whatever_else_does_not():
    body = fitted_body("word " * 200, ["First step: ask", "Proposed by 2 circles"], "Code: KTR42")
    assert body.cut and len(body.text) <= LONGEST_BODY and body.text.endswith("\nCode: KTR42")
    assert fitted_body("", ["One"], "Code: KTR42") == ("One\nCode: KTR42", False)


@given(st.text(max_size=700), st.lists(st.text(max_size=200), max_size=3))
def test_nothing_is_longer_than_the_site_takes_and_nothing_runs_as_a_formula(words, beside):
    title, body = fitted_title(words), fitted_body(words, beside, "Code: KTR42")
    assert len(title.text) <= LONGEST_TITLE and len(body.text) <= LONGEST_BODY
    assert not title.text.startswith(FORMULA_BEGINS) and body.text.endswith("Code: KTR42")


@given(st.text(max_size=80), st.integers(10, 40))
def test_a_cut_is_told(text, most):
    cut = cut_at_word(text, most)
    assert len(cut.text) <= most and cut.cut == (len(text) > most)
