from PySide6.QtCore import Qt


def test_below_980_pixels_what_was_chosen_takes_the_place_of_the_list(filled, qtbot):
    filled.resize(800, 600)
    filled.tabs.setCurrentIndex(1)
    themes = filled.themes
    assert themes._several.isVisible() and not themes._detail.isVisible()
    themes._several.setFocus()
    qtbot.keyClick(themes._several, Qt.Key.Key_Return)
    assert themes._detail.isVisible() and not themes._several.isVisible()
    qtbot.keyClick(filled.focusWidget(), Qt.Key.Key_Escape)
    assert themes._several.hasFocus()
