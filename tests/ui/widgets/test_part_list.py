import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
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


@pytest.fixture
def parts(theme, qtbot):
    parts = PartList(theme, "Parts")
    parts.show_rows(PARTS)
    qtbot.addWidget(parts)
    parts.resize(260, 400)
    parts.show()
    return parts


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


def test_rows_are_mirrored(parts):
    plain = parts.grab().toImage()
    parts.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = parts.grab().toImage()
    side = range(plain.height())
    assert any(plain.pixel(25, y) != plain.pixel(3, y) for y in side)
    assert any(turned.pixel(turned.width() - 26, y) != turned.pixel(3, y) for y in side)
    assert turned != plain


def test_the_row_the_keys_are_on_is_outlined_in_the_colour_of_focus(at_the_keys, theme, parts, qtbot):
    plain = parts.grab().toImage()
    parts.setFocus()
    qtbot.keyClick(parts, Qt.Key.Key_Down)
    outlined = parts.grab().toImage()
    row = parts.visualRect(parts.model().index(1))
    down = [(row.left() + 60, y) for y in range(row.top(), row.top() + 6)]
    changed = [outlined.pixelColor(*at) for at in down if outlined.pixel(*at) != plain.pixel(*at)]
    assert any(ratio(colour, theme.tokens.focus) < 1.3 for colour in changed)
