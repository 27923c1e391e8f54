from datetime import date

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, Number, Select, TimeOfDay
from dialogue_desk.words import Words
from tests.ui.wheel import BY_WHEEL, turn_wheel
from tests.ui.widgets.speaking import put, spoken


def test_a_choice_out_of_many_is_told_by_its_id(window, theme, qtbot):
    select = put(window, Select(theme, [Choice("en", "English"), Choice("es", "Español")]))
    told = []
    select.chosen.connect(told.append)
    select.choose("es")
    assert select.choice() == "es" and not told
    qtbot.keyClick(select, Qt.Key.Key_Up)
    assert told == ["en"]
    select.show_choices([Choice("fr", "Français"), Choice("en", "English")])
    assert select.choice() == "en"


def test_a_number_moves_by_its_buttons_and_its_keys(window, theme, qtbot):
    number = Number(theme, Words(), 2, 12, "min")
    put(window, Field("Minutes", number))
    number.show_value(11)
    told = []
    number.changed.connect(told.append)
    more = next(b for b in number.findChildren(Button) if b.text() == "More")
    for _ in range(3):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(number.box, Qt.Key.Key_Down)
    assert told == [12, 11] and number.value() == 11
    assert spoken(number.box).name == "Minutes"
    assert (spoken(more).name, spoken(more).description) == ("More", "Minutes")


@pytest.mark.parametrize("kind", [Number, TimeOfDay, Day, Select])
def test_the_wheel_over_what_is_set_sets_nothing_and_is_left_to_the_page(window, theme, kind):
    made = {
        Number: lambda: Number(theme, Words(), 0, 20),
        TimeOfDay: lambda: TimeOfDay(Words()),
        Day: lambda: Day(Words(), date(2026, 3, 12)),
        Select: lambda: Select(theme, [Choice("one", "One"), Choice("two", "Two")]),
    }
    whole = made[kind]()
    window.layout().addWidget(whole)
    field = whole.box if kind is Number else whole
    said = field.currentText() if kind is Select else field.text()
    turned = turn_wheel(field)
    assert not turned.isAccepted()
    assert said == (field.currentText() if kind is Select else field.text())
    assert not field.focusPolicy() & BY_WHEEL


def test_a_time_of_day_has_no_room_for_accidents(window):
    time = put(window, TimeOfDay(Words()))
    assert time.sizeHint().height() >= 40


def test_a_digit_takes_the_place_of_what_the_box_says_in_words(theme, qtbot):
    number = Number(theme, Words(), -1, 99)
    qtbot.addWidget(number)
    number.box.setSpecialValueText("not counted")
    number.show_value(-1)
    number.show()
    qtbot.waitUntil(number.isActiveWindow)
    number.box.setFocus(Qt.FocusReason.MouseFocusReason)
    number.box.lineEdit().end(False)
    qtbot.keyClicks(number.box, "12")
    assert number.value() == 12
    number.box.clearFocus()
    number.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(number.box, "7")
    assert number.value() == 7


def test_what_is_understood_of_a_number_is_said_until_the_box_writes_it(window, theme, qtbot):
    number = Number(theme, Words(), 1, 60)
    field = Field("How many people", number)
    put(window, field)
    number.setFocus()
    number.box.selectAll()
    qtbot.keyClicks(number.box, "10-12")
    assert (number.value(), field._understood.text()) == (12, "12")
    qtbot.keyClick(number.box, Qt.Key.Key_Return)
    assert (number.box.text(), field._understood.text()) == ("12", "")
