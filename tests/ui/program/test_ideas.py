from PySide6.QtCore import Qt

from tests.ui.program.shown import titles


def test_action_ideas_are_sorted_by_theme_or_by_time(filled, qtbot):
    filled.tabs.setCurrentIndex(2)
    ideas = filled.ideas
    assert "Being heard" in titles(ideas._bars)
    ideas._order._chips[1].click()
    bars = ideas._bars
    assert titles(bars) == ["Within three months", "This year", "After this year", "No time set"]
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    assert bars.rows()[0].detail == "3 ideas, from 2 circles"
    row = next(row for row in ideas._notes.list.rows() if row.label == "Centro comunitario")
    assert row.text.endswith("First step: Reservar el gimnasio para abril.")
    assert row.time == "C03 · session 2 · Spanish"
