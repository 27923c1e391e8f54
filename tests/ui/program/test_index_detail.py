"""A list and what was chosen from it, side by side or one at a time."""

from PySide6.QtCore import Qt


def test_below_980_pixels_what_was_chosen_takes_the_place_of_the_list(filled, qtbot):
    filled.resize(800, 600)
    filled.tabs.setCurrentIndex(3)
    headings, notes = filled.differences._bars, filled.differences._notes
    assert headings.isVisible() and not notes.isVisible()
    headings.setFocus()
    qtbot.keyClick(headings, Qt.Key.Key_Return)
    assert notes.isVisible() and not headings.isVisible()
    qtbot.keyClick(filled.focusWidget(), Qt.Key.Key_Escape)
    assert headings.hasFocus()
