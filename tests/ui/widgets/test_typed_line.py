"""Fields that read what people write, with real keys and clicks."""

from datetime import date, time

from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, DayField, Number, TimeOfDay
from dialogue_desk.words import Words
from tests.ui.widgets.speaking import put, spoken

Key = Qt.Key
THURSDAY = date(2026, 3, 12)


def said(field):
    return field._understood.text() if field._understood.isVisibleTo(field) else ""


def click(qtbot, line):
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())


def test_a_click_selects_all_so_that_typing_replaces_it(window, theme, qtbot):
    line, number = TimeOfDay(Words()), Number(theme, Words(), 0, 99)
    for control in (line, number):
        put(window, Field("Asked", control))
    click(qtbot, line)
    qtbot.keyClicks(line, "7.30")
    assert line.value() == time(19, 30)
    click(qtbot, number.box.lineEdit())
    qtbot.keyClicks(number.box, "14")
    assert number.value() == 14
    click(qtbot, line)
    click(qtbot, line)
    assert not line.hasSelectedText()


def test_a_time_says_which_half_of_the_day_it_understood(window, qtbot):
    line = TimeOfDay(Words(), time(9))
    field = put(window, Field("Starts", line))
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(line, "7:15")
    assert said(field) == "7:15 PM" and line.text() == "7:15"
    qtbot.keyClick(line, Key.Key_Return)
    assert line.text() == "7:15 PM" and said(field) == ""
    qtbot.keyClick(line, Key.Key_Down)
    assert line.value() == time(19, 10)


def test_what_is_not_understood_stays_and_is_said(window, qtbot):
    line, other = TimeOfDay(Words(), time(9)), TimeOfDay(Words())
    field = put(window, Field("Starts", line))
    put(window, Field("Ends", other))
    click(qtbot, line)
    qtbot.keyClicks(line, "soonish")
    assert field.error() == ""
    click(qtbot, other)
    assert field.error() == "“soonish” is not a time. Write it like 7:00 PM or 19:00."
    assert line.text() == "soonish" and line.value() == time(9) and line.fault() == field.error()
    assert spoken(line).description == field.error()
    click(qtbot, line)
    qtbot.keyClicks(line, "noon")
    assert (line.fault(), field.error()) == ("", "") and line.value() == time(12)


def test_a_day_is_said_back_in_full(window, qtbot):
    line = Day(Words(), THURSDAY)
    field = put(window, Field("Day", line))
    assert said(field) == "Thursday, March 12, 2026"
    click(qtbot, line)
    qtbot.keyClicks(line, "7/4/2027")
    assert said(field) == "Sunday, July 4, 2027" and spoken(line).description == said(field)
    qtbot.keyClick(line, Key.Key_Return)
    assert line.text() == "July 4, 2027"
    line.selectAll()
    qtbot.keyClicks(line, "Thu July 7 2027")
    qtbot.keyClick(line, Key.Key_Return)
    assert field.error() == "July 7, 2027 is a Wednesday. Which day do you mean?"


def test_a_number_keeps_what_it_does_not_understand(window, theme, qtbot):
    number = Number(theme, Words(), 1, 60, "min")
    field = put(window, Field("Time", number))
    other = put(window, TimeOfDay(Words()))
    told = []
    number.changed.connect(told.append)
    for typed, error in (
        ("a while", "“a while” is not a number. Type a number from 1 to 60."),
        ("75", "Type a number from 1 to 60."),
    ):
        click(qtbot, number.box.lineEdit())
        number.box.selectAll()
        qtbot.keyClicks(number.box, typed)
        click(qtbot, other)
        assert field.error() == number.fault() == error
        assert number.box.cleanText() == typed and told in ([], [7])
    number.box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(number.box, "half an hour")
    qtbot.keyClick(number.box, Key.Key_Return)
    assert (number.value(), number.box.text(), field.error()) == (30, "30 min", "")
    assert told[-1] == 30


def test_a_day_that_is_not_understood_is_not_saved(window, theme, qtbot):
    asked = put(window, DayField(theme, Words(), "Keep until", date(2027, 3, 12), THURSDAY))
    asked.tick.setChecked(True)
    click(qtbot, asked.edit)
    qtbot.keyClicks(asked.edit, "for ever")
    assert asked.refuses() and asked.edit.hasFocus()
    asked.tick.setChecked(False)
    assert not asked.refuses()
