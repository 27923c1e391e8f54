"""A list and what was chosen from it, side by side or one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.program.index_detail import IndexDetailView


def test_below_980_pixels_what_was_chosen_takes_the_place_of_the_list(filled, qtbot):
    filled.resize(800, 600)
    filled.open_section(filled.sections.differences)
    headings, notes = filled.sections.differences._bars, filled.sections.differences._notes
    assert headings.isVisible() and not notes.isVisible()
    headings.setFocus()
    qtbot.keyClick(headings, Qt.Key.Key_Return)
    assert notes.isVisible() and not headings.isVisible()
    qtbot.keyClick(filled.focusWidget(), Qt.Key.Key_Escape)
    assert headings.hasFocus()


def test_where_the_page_is_low_too_the_way_back_is_beside_what_was_chosen(theme, qtbot):
    detail = QWidget()
    view = IndexDetailView(theme, "All themes", QWidget(), detail)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.open_detail()
    qtbot.waitUntil(lambda: view._back.geometry().bottom() < detail.y())
    view.resize(800, 300)
    qtbot.waitUntil(lambda: view._back.geometry().right() < detail.x())
    assert view._back.toolTip() == view._back.accessibleName() == "All themes"
