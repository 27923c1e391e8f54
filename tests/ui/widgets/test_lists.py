import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
from dialogue_desk.ui.widgets.row_list import RowListModel
from tests.ui.contrast import ratio
from tests.ui.widgets.speaking import spoken, spoken_rows

PARTS = tuple(
    PartRow(f"p{n}", n, title, "12 min", state, f"Part {n}: {title}, {state}, 12 minutes")
    for n, (title, state) in enumerate(
        (
            ("Check-in", PartState.DONE),
            ("Six views", PartState.CURRENT),
            ("Break", PartState.SKIPPED),
            ("Naming the issues", PartState.AHEAD),
        ),
        1,
    )
)


def note(number, text="Stops feel random."):
    return NoteRow(f"n{number}", "Concern · a few", text, "7:38")


@pytest.fixture
def parts(theme, qtbot):
    parts = PartList(theme, "Parts")
    parts.show_rows(PARTS)
    qtbot.addWidget(parts)
    parts.resize(260, 400)
    parts.show()
    return parts


@pytest.fixture
def notes(theme, qtbot):
    notes = NoteList(theme, "Notes")
    notes.show_rows([note(1), note(2), note(3)])
    qtbot.addWidget(notes)
    notes.resize(320, 400)
    notes.show()
    return notes


def told_by(signal):
    told = []
    signal.connect(told.append)
    return told


def test_readers_hear_a_list_and_each_row_as_a_sentence(parts):
    assert spoken(parts).role is QAccessible.Role.List
    assert spoken(parts).name == "Parts"
    assert spoken_rows(parts) == [part.accessible_text for part in PARTS]


def test_the_keys_go_through_the_parts_and_open_one(parts, qtbot):
    told = told_by(parts.opened)
    parts.setFocus()
    assert parts.current_id() == "p1"
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    qtbot.keyClick(parts, Qt.Key.Key_Return)
    qtbot.keyClick(parts, Qt.Key.Key_End)
    qtbot.keyClick(parts, Qt.Key.Key_Space)
    assert told == ["p2", "p4"]


def test_a_click_opens_a_part(parts, qtbot):
    told = told_by(parts.opened)
    place = parts.visualRect(parts.model().index(2)).center()
    qtbot.mouseClick(parts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["p3"]


def test_a_note_opens_by_return_and_several_can_be_chosen(notes, qtbot):
    opened, picked = told_by(notes.opened), told_by(notes.selection_changed)
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Home)
    qtbot.keyClick(notes, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert notes.chosen() == ("n1", "n2") == picked[-1]
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert opened == ["n2"]


def test_a_note_is_said_with_all_that_hangs_on_it(notes):
    notes.show_rows([NoteRow("n", "Concern", "Stops.", "7:38", ("safety",), "Changed twice")])
    assert spoken_rows(notes) == ["Concern. Stops.. safety. Changed twice. 7:38"]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize(
    "text", ["word " * 80, "x" * 500, "مرحبا بكم في هذا اللقاء " * 20, "one\ntwo\nthree"]
)
def test_a_long_note_takes_the_height_it_needs_at_any_width(theme, qapp, notes, text, scale):
    theme.change(scale=scale)
    notes.show_rows([note(1, text), note(2)])
    heights = []
    for width in (200, 320, 600):
        notes.resize(width, 400)
        qapp.processEvents()
        first, second = (notes.visualRect(notes.model().index(row)) for row in range(2))
        assert second.top() >= first.bottom()
        assert first.width() <= notes.viewport().width()
        heights.append(first.height())
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > second.height()


def test_the_narrower_the_list_the_taller_the_note(notes):
    notes.show_rows([note(1, "word " * 80)])
    notes.resize(600, 400)
    wide = notes.visualRect(notes.model().index(0)).height()
    notes.resize(200, 400)
    assert notes.visualRect(notes.model().index(0)).height() > 2 * wide


def test_a_note_of_twenty_thousand_characters_is_shown(notes):
    notes.show_rows([note(1, "ሰላም " * 5_000)])
    assert notes.visualRect(notes.model().index(0)).height() > 5_000
    assert not notes.grab().isNull()


def test_the_choice_stays_when_a_note_comes(notes):
    notes.go_to("n2")
    notes.show_rows([note(9), note(1), note(2), note(3)])
    assert notes.current_id() == "n2" and notes.chosen() == ("n2",)


def test_rows_are_mirrored(parts):
    plain = parts.grab().toImage()
    parts.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = parts.grab().toImage()
    side = range(plain.height())
    assert any(plain.pixel(25, y) != plain.pixel(3, y) for y in side)
    assert any(turned.pixel(turned.width() - 26, y) != turned.pixel(3, y) for y in side)
    assert turned != plain


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


def test_the_row_the_keys_are_on_is_outlined_in_the_colour_of_focus(theme, parts, qtbot):
    plain = parts.grab().toImage()
    parts.setFocus()
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    outlined = parts.grab().toImage()
    row = parts.visualRect(parts.model().index(1))
    down = [(row.left() + 60, y) for y in range(row.top(), row.top() + 6)]
    changed = [outlined.pixelColor(*at) for at in down if outlined.pixel(*at) != plain.pixel(*at)]
    assert any(ratio(colour, theme.tokens.focus) < 1.3 for colour in changed)
