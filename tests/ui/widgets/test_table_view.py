from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel

from dialogue_desk.ui.widgets.table_view import TableView
from tests.ui.widgets.speaking import spoken


def test_a_table_has_a_name_tall_rows_and_lets_tab_out(theme, qtbot):
    table = TableView(theme, "What has arrived")
    qtbot.addWidget(table)
    model = QStandardItemModel(1, 2, table)
    model.setItem(0, 0, QStandardItem("C07"))
    table.setModel(model)
    assert spoken(table).name == "What has arrived"
    assert spoken(table).role is QAccessible.Role.Table
    assert table.rowHeight(0) >= 40
    theme.change(scale=200)
    assert table.rowHeight(0) >= 80
    assert not table.tabKeyNavigation()
    assert table.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeading
