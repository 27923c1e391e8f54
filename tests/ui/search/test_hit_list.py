import pytest

from dialogue_desk.desk.session.search import SearchResult, search
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.search.hit_list import HitRow, hit_rows, how_many
from dialogue_desk.words import Words
from tests.ui.sessions import begun


@pytest.fixture
def found(desk, folders, shelf):
    session = begun(desk, shelf)
    desk.add(session, Note(NoteKind.CONCERN, "The bus\nis late", "check-in"))
    return search(desk, folders, "late")


def test_a_row_names_the_circle_only_when_all_are_searched(found):
    assert hit_rows(found, Words(), everywhere=True)[0].where == "Circle C07 · Session 2 · March 12, 2026"
    assert hit_rows(found, Words(), everywhere=False)[0].where == "Session 2 · March 12, 2026"


def test_a_row_is_one_line_with_its_kind_and_part(found):
    (row,) = hit_rows(found, Words(), everywhere=False)
    assert row.text == "The bus is late"
    assert [row.text[start:end] for start, end in row.marks] == ["late"]
    assert row.label == "Concern · 1. Check-in"


def test_a_screen_reader_says_the_text_first_and_leaves_out_what_is_empty():
    assert HitRow("1", "Session 2", "The bus is late").accessible_text == "The bus is late. Session 2"


@pytest.mark.parametrize(
    ("count", "uncounted", "said"),
    [(0, False, "Nothing found"), (12, False, "12 found"), (500, True, "More than 500 found")],
)
def test_how_many_were_found_is_said_in_words(found, count, uncounted, said):
    assert how_many(SearchResult(found.query, count, uncounted=uncounted), Words()) == said
