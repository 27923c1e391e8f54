from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import Strategy
from tests.ui.run.steps import given, go_on, live, press, rows


def test_nine_minutes_late_at_part_four_the_plan_ends_on_the_hard_end(late, qtbot, clock, said):
    press(qtbot, Qt.Key.Key_L)
    sheet = late.planning.sheet
    assert sheet.isVisible()
    assert sheet.verdict() == "Done at 9:00, on time."
    assert rows(late) == {
        "where-i-stand": ("24 min", "24 min", "never cut"),
        "behind-the-views": ("26 min", "26 min", "as it is"),
        "break": ("6 min", "none", "left out"),
        "facts": ("15 min", "12 min", "3 min shorter"),
        "naming": ("12 min", "12 min", "never cut"),
        "close": ("8 min", "8 min", "never cut"),
    }
    press(qtbot, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert "on time" in late.top._time.text()
    assert late._controller.read().ends == live(late).hard_end
    assert given(late)["close"] == 8
    assert late._context.toast.sentence() == "The rest of the session has a new plan."
    for minutes in (24, 26, 12, 12):
        go_on(late, clock, minutes)
    assert late.card._title.text() == late._folder.plan.parts[-1].title
    clock.advance(8 * MINUTE)
    late._controller.tick()
    assert "on time" in late.top._time.text()
    assert late.top._time.text() == "9:00 PM, on time, ends 9:00"


def test_the_other_ways_by_the_arrow_keys(late, qtbot, said):
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Right)
    assert late.planning.sheet.ways.choice() == Strategy.SHRINK
    after = {part: then for part, (_, then, _) in rows(late).items()}
    assert (after["behind-the-views"], after["break"], after["facts"]) == ("21 min", "5 min", "12 min")
    assert said[-1] == "Done at 9:00, on time."
    press(qtbot, Qt.Key.Key_Right)
    assert said[-1] == "Done at 9:09. The end moves from 9:00 to 9:09."
    press(qtbot, Qt.Key.Key_Return)
    assert "on time" in late.top._time.text()
    assert late.top._time.text().endswith("ends 9:09")


def test_a_part_is_pinned_with_space(late, qtbot, said):
    press(qtbot, Qt.Key.Key_L)
    table = late.planning.sheet.table
    table.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert rows(late)["facts"] == ("15 min", "15 min", "you asked to keep it")
    assert rows(late)["behind-the-views"] == ("26 min", "23 min", "3 min shorter")
    assert live(late).current == 3
    press(qtbot, Qt.Key.Key_Space)
    assert rows(late)["facts"] == ("15 min", "12 min", "3 min shorter")


def test_what_is_kept_always_cannot_be_pinned_or_changed(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    late.planning.sheet.table.pinned.emit("close")
    assert rows(late)["close"] == ("8 min", "8 min", "never cut")
    assert not next(row for row in late.planning.sheet.table.rows() if row.id == "close").pinned


def test_a_shortfall_is_said_plainly(late, qtbot, clock):
    clock.advance(55 * MINUTE)
    late._controller.tick()
    press(qtbot, Qt.Key.Key_L)
    said = late.planning.sheet.verdict()
    assert said == "Done at 9:08: still 8 minutes after 9:00. Nothing else can be cut."
    press(qtbot, Qt.Key.Key_Return)
    assert late._controller.read().late == 8 * MINUTE


def test_the_sheet_follows_the_clock_and_the_part(late, qtbot, clock):
    press(qtbot, Qt.Key.Key_L)
    clock.advance(5 * MINUTE)
    late._controller.tick()
    assert rows(late)["where-i-stand"][:2] == ("19 min", "19 min")
    press(qtbot, Qt.Key.Key_PageDown)
    assert "where-i-stand" not in rows(late)
    assert late.planning.sheet.isVisible()


def test_cancel_escape_and_the_key_again_change_nothing(late, qtbot):
    before = given(late)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_L):
        press(qtbot, Qt.Key.Key_L)
        assert late.planning.sheet.isVisible()
        press(qtbot, key)
        assert not late.planning.sheet.isVisible()
        assert QApplication.focusWidget() is late.card.next_button
    press(qtbot, Qt.Key.Key_L)
    late.planning.sheet.cancel_button.click()
    assert not late.planning.sheet.isVisible()
    assert given(late) == before


def test_where_nothing_need_give_there_is_nothing_to_apply(run_page, session_id, qtbot):
    page = run_page(session_id)
    page.card.clock_button.click()
    assert not page.top.drift.isVisible()
    press(qtbot, Qt.Key.Key_L)
    assert page.planning.sheet.verdict() == "Done at 9:00, on time."
    assert not page.planning.sheet.apply_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert page.planning.sheet.isVisible()
