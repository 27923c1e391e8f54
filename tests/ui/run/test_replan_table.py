from PySide6.QtCore import Qt

from tests.ui.run.steps import press, rows
from tests.ui.widgets.speaking import spoken_rows


def test_the_mark_is_clicked_with_the_mouse(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    table = late.planning.sheet.table
    place = table.visualRect(table.model().index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(late)["facts"][2] == "you asked to keep it"
    place = table.visualRect(table.model().index(4, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not any(row.pinned for row in table.rows() if row.id != "facts")


def test_the_edge_of_the_mark_counts_once(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    table = late.planning.sheet.table
    mark = table.model().index(3, 0)
    place = table.visualRect(mark).center()
    place.setX(table.visualRect(mark).left() + 6)
    for state, pinned in ((Qt.CheckState.Checked, True), (Qt.CheckState.Unchecked, False)):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert Qt.CheckState(mark.data(Qt.ItemDataRole.CheckStateRole)) is state
        assert table.rows()[3].pinned is pinned
    assert not mark.flags() & Qt.ItemFlag.ItemIsEditable


def test_readers_are_told_the_table_row_by_row(late, qtbot):
    press(qtbot, Qt.Key.Key_L)
    told = spoken_rows(late.planning.sheet.table)
    assert told[1:6] == ["Keep as is", "Part", "Now", "Then", "What changes"]
    title = late._folder.plan.part("facts").title
    facts = told.index(title)
    assert told[facts - 1 : facts + 4] == [f"{title} can change", title, "15 min", "12 min", "3 min shorter"]
