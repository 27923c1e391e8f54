from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.ui.widgets.row_list import RowListModel


def note(number, text="Stops feel random."):
    return NoteRow(f"n{number}", "Concern · a few", text, "7:38")


@given(st.lists(st.lists(st.integers(0, 6), max_size=8), max_size=5))
@settings(max_examples=80, deadline=None)
def test_whatever_comes_and_goes_the_list_shows_what_it_was_given(showings):
    rows = RowListModel()
    counted = []
    rows.rowsInserted.connect(lambda _, first, last: counted.append(last - first + 1))
    rows.rowsRemoved.connect(lambda _, first, last: counted.append(first - last - 1))
    for showing in showings:
        given_rows = tuple(note(number) for number in showing)
        rows.show_rows(given_rows)
        assert rows.rows() == given_rows
        assert sum(counted) == rows.rowCount() == len(given_rows)
        assert [rows.data(rows.index(n)) for n in range(rows.rowCount())] == [
            r.accessible_text for r in given_rows
        ]
