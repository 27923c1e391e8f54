"""How long a circle is kept, and the reminder on Home after that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.erasing.holds import put_on_hold
from dialogue_desk.desk.erasing.retention import kept_until, retention_due, set_keep_until
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.erasing.erase_sheet import EraseSheet
from dialogue_desk.ui.erasing.hold_sheet import HoldSheet
from dialogue_desk.ui.erasing.keep_until import KeepUntilSheet
from dialogue_desk.words.times import local_datetime
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]


DAY = 24 * 60 * MINUTE


def shown(cls):
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, cls) and one.isVisible()]
    assert found, f"no {cls.__name__} is open"
    return found[-1]


def click(qtbot, widget, text):
    qtbot.mouseClick(button_saying(widget, text), Qt.MouseButton.LeftButton)


def today(desk):
    now = desk.clock.now()
    return local_datetime(now, desk.clock.zone(now)).date()


def test_home_reminds_of_what_was_kept_long_enough_and_a_week_later_again(laptop, qtbot):
    sitting = laptop.start()
    desk, inside = sitting.desk, sitting.workspace
    session_id = prepared(desk, inside.pages.shelf)
    circle = desk.get(session_id).owner
    set_keep_until(desk, circle, today(desk).replace(day=1))
    said = words_on(inside.stack)
    assert "Past the date you set" in said and "Circle C07" in said
    assert "These notes were to be kept until March 1, 2026." in said
    click(qtbot, inside.stack, "Remind me in a week")
    assert "Past the date you set" not in words_on(inside.stack)
    desk.clock.advance(6 * DAY)
    assert retention_due(desk, today(desk)) == ()
    desk.clock.advance(DAY)
    assert [one.id for one in retention_due(desk, today(desk))] == [circle]
    inside.stack.currentWidget().refresh()
    click(qtbot, inside.stack, "Erase now …")
    assert shown(EraseSheet).windowTitle() == "Erase circle C07"
    shown(EraseSheet).reject()


def test_home_says_that_what_is_past_its_day_stays_while_a_request_is_open(laptop, qtbot):
    sitting = laptop.start()
    desk, inside = sitting.desk, sitting.workspace
    circle = desk.get(prepared(desk, inside.pages.shelf)).owner
    put_on_hold(desk, circle, "2026-114")
    held = "Circle C07 is on hold since March 12, 2026: public-records request 2026-114 is open."
    assert words_on(inside.stack).count(held) == 1
    set_keep_until(desk, circle, today(desk).replace(day=1))
    said = words_on(inside.stack)
    assert said.count(held) == 1 and "Past the date you set" not in said and "Erase now …" not in said
    click(qtbot, inside.stack, "Look at the hold …")
    click(qtbot, shown(HoldSheet), "End the hold")
    said = words_on(inside.stack)
    assert held not in said and "Erase now …" in said
    put_on_hold(desk, circle)
    inside.desk_actions.keep_until(circle)
    assert any("a public-records request is open." in text for text in words_on(shown(KeepUntilSheet)))
    shown(KeepUntilSheet).reject()


def test_how_long_a_circle_is_kept_is_said_in_a_sheet_and_can_be_cleared(desk, shelf, context, qtbot):
    circle = desk.get(prepared(desk, shelf)).owner
    sheet = KeepUntilSheet(desk, circle, context)
    sheet.show()
    sheet.day.tick.setChecked(True)
    click(qtbot, sheet, "Save")
    assert kept_until(desk, circle).isoformat() == "2027-03-12"
    again = KeepUntilSheet(desk, circle, context)
    again.show()
    assert again.day.tick.isChecked() and again.day.edit.text() == "March 12, 2027"
    again.day.tick.setChecked(False)
    click(qtbot, again, "Save")
    assert kept_until(desk, circle) is None
