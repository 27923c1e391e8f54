"""Lists of figures are as tall as their rows, side by side where there is room, and read row by row."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRow, FigureRows

ROWS = [
    FigureRow(
        "a", "Renters", "group", "about 26 of 40 · 21 of 48 circles counted", 26, 40, above="First · 2"
    ),
    FigureRow("b", "Officers", "police", "number hidden", flag="Two versions", ticked=False),
    FigureRow("c", "Students", "", "about 12", ticked=True, spoken_tick="selected"),
]


@pytest.fixture
def rows(theme, qtbot):
    column = FigureColumn(theme)
    rows = FigureRows(theme, "Voices")
    column.add_rows(rows)
    column.body.addStretch(1)
    qtbot.addWidget(column)
    column.resize(1200, 600)
    column.show()
    rows.show_rows(ROWS)
    return rows


def test_a_row_says_all_it_shows_in_words(rows):
    assert ROWS[0].accessible_text == ("First · 2. Renters. group. about 26 of 40 · 21 of 48 circles counted")
    assert "selected" in ROWS[2].accessible_text and "Two versions" in ROWS[1].accessible_text


def test_a_narrow_list_is_taller_and_shows_all_rows(rows, qtbot):
    wide = rows.height()
    rows.window().resize(420, 600)
    qtbot.waitUntil(lambda: rows.height() > wide)
    last = rows.visualRect(rows.model().index(2, 0))
    assert last.bottom() < rows.height()
    assert not rows.grab().isNull()


def test_keys_stay_on_their_row_or_on_what_took_its_place(rows):
    rows.go_to("b")
    rows.show_rows([ROWS[2], ROWS[1], ROWS[0]])
    assert rows.current_id() == "b"
    rows.show_rows([ROWS[2], ROWS[0]])
    assert rows.current_id() == "a"
    rows.show_rows([])
    assert not rows.isVisible()


def test_delete_and_enter_tell_the_row(rows, qtbot):
    rows.go_to("c")
    with qtbot.waitSignal(rows.deleted) as deleted:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert deleted.args == opened.args == ["c"]


def test_only_rows_that_can_be_moved_are_dragged(rows):
    assert not rows.may_move(ROWS[0]) and rows.may_move(FigureRow("d", "D", movable=True))
