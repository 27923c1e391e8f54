import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.core.tab_order import tab_stops
from dialogue_desk.ui.widgets.chips import Chip, Chips, Choice
from tests.ui.widgets.speaking import spoken

KINDS = [Choice("concern", "Concern", "1"), Choice("hope", "Hope", "2"), Choice("more", "More & more")]


@pytest.fixture
def chips(theme, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    chips = Chips(theme, "Kind of note", KINDS)
    column.addWidget(chips)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    chips.window_kept = window
    return chips


def chip(chips, choice):
    return next(c for c in chips.findChildren(Chip) if c.choice.id == choice)


def test_a_click_chooses_and_tells(chips, qtbot):
    told = []
    chips.chosen.connect(told.append)
    qtbot.mouseClick(chip(chips, "hope"), Qt.MouseButton.LeftButton)
    assert told == ["hope"] and chips.choice() == "hope"


def test_a_press_on_a_chip_is_told_even_where_it_is_chosen_and_an_arrow_is_none(chips, qtbot):
    told = []
    chips.pressed.connect(told.append)
    chips.choose("concern")
    chip(chips, "concern").setFocus()
    qtbot.keyClick(chip(chips, "concern"), Qt.Key.Key_Right)
    assert told == [] and chips.choice() == "hope"
    qtbot.keyClick(chip(chips, "hope"), Qt.Key.Key_Space)
    qtbot.mouseClick(chip(chips, "hope"), Qt.MouseButton.LeftButton)
    assert told == ["hope", "hope"]


def test_choosing_from_outside_tells_nobody(chips):
    told = []
    chips.chosen.connect(told.append)
    chips.choose("more")
    assert chips.choice() == "more" and not told


def test_the_arrows_go_from_chip_to_chip_and_tab_enters_at_the_chosen_one(chips, qtbot):
    told = []
    chips.chosen.connect(told.append)
    chips.choose("hope")
    assert chip(chips, "hope").focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not chip(chips, "concern").focusPolicy() & Qt.FocusPolicy.TabFocus
    chip(chips, "hope").setFocus()
    qtbot.keyClick(chip(chips, "hope"), Qt.Key.Key_Right)
    assert chips.choice() == "more" and told == ["more"]


def test_readers_hear_radio_buttons(chips):
    told = spoken(chip(chips, "more"))
    assert (told.name, told.role) == ("More & more", QAccessible.Role.RadioButton)
    assert spoken(chip(chips, "hope")).description == "2"
    assert spoken(chips).name == "Kind of note"


def test_an_optional_choice_can_be_taken_back(theme, qtbot):
    chips = Chips(theme, "How widely held", KINDS, optional=True)
    qtbot.addWidget(chips)
    chips.show()
    told = []
    chips.chosen.connect(told.append)
    for _ in range(2):
        qtbot.mouseClick(chip(chips, "hope"), Qt.MouseButton.LeftButton)
    assert told == ["hope", ""] and chips.choice() == ""


def test_a_choice_stays_when_others_are_offered_around_it(chips):
    chips.choose("hope")
    chips.show_choices([*KINDS, Choice("quote", "Quote")])
    assert chips.choice() == "hope"
    chips.show_choices([Choice("quote", "Quote")])
    assert chips.choice() == ""


def test_chips_wrap_onto_lines_and_mirror(chips):
    chips.window_kept.resize(180, 300)
    tops = {chip(chips, c.id).geometry().top() for c in KINDS}
    assert len(tops) > 1
    assert all(chip(chips, c.id).geometry().right() <= chips.width() for c in KINDS)
    chips.window_kept.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chips.layout().activate()
    assert chip(chips, "concern").geometry().right() >= chips.width() - 2


def test_tab_comes_to_chips_that_were_made_later_where_they_stand(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before, chips, after = QLineEdit(), Chips(theme, "Where to look"), QLineEdit()
    for piece in (before, chips, after):
        column.addWidget(piece)
    page.show()
    chips.show_choices([Choice("here", "Here"), Choice("all", "All circles")])
    chips.choose("all")
    first, chosen, last = tab_stops(page)
    assert (first, chosen.text(), last) == (before, "All circles", after)
