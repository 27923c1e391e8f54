from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import Doubt, reviewed
from dialogue_desk.ui.drafting.line_rows import LineRows
from dialogue_desk.words import Words
from tests.domain.guides.documents import document


def a_review():
    lines = ("# River", "## Talk", "* What brings you here?", "Materials: pens, paper", "> Welcome.")
    return reviewed(document(*lines), "")


def rows_of(review, doubts=None, minutes=None, rows=None):
    return (rows or LineRows(Words())).rows(review, doubts or {}, minutes or {})


def test_a_row_says_its_line_its_meaning_and_its_words():
    rows = rows_of(a_review(), {1: Doubt.MINUTES_GUESSED}, {2: 10})
    assert rows[2].accessible_text == "line 3, question: What brings you here?"
    assert rows[1].accessible_text == "line 2, part · 10 min: Talk. How many minutes?"


def test_a_row_looks_as_its_line_does_in_the_document():
    rows = rows_of(a_review())
    assert [row.strong for row in rows] == [True, True, False, False, False]
    assert rows[2].listed and rows[4].apart


def test_the_things_that_one_line_names_are_told_apart():
    assert rows_of(a_review())[3].detail == "pens · paper"


def test_only_the_rows_of_changed_lines_are_made_anew():
    rows, review = LineRows(Words()), a_review()
    before = rows_of(review, rows=rows)
    after = rows_of(review.with_meaning([2], Meaning.TIP), rows=rows)
    assert [new is old for new, old in zip(after, before, strict=True)] == [True, True, False, True, True]
