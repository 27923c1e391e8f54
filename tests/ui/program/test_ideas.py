from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.ui.program.ideas import IdeasTab
from tests.ui.program.shown import seen, titles


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


def test_only_ideas_without_a_theme_have_a_heading_for_them(context, desk, folders, program, qtbot):
    tab = IdeasTab(context)
    qtbot.addWidget(tab)
    tab.show()
    picture = folders.picture(program)
    tab.show_picture(picture)
    assert "Without a theme" not in titles(tab._bars)
    desk.add(picture.arrived[0].session_id, ActionIdea("A bench"))
    tab.show_picture(folders.picture(program))
    assert titles(tab._bars)[-1] == "Without a theme"
    tab.show_picture(replace(picture, proposals=()))
    assert "No action ideas yet" in seen(tab)
