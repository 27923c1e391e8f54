from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dialogue_desk.ui.core.tab_order import set_tab_order


def test_tab_goes_as_the_page_is_read_whenever_its_pieces_were_made(qtbot):
    page, area, rows = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(page)
    area.setWidget(rows)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column, inside, foot = QVBoxLayout(page), QVBoxLayout(rows), QHBoxLayout()
    column.addWidget(QLineEdit("first"))
    column.addWidget(area)
    foot.addWidget(QLineEdit("last"))
    column.addLayout(foot)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    inside.addWidget(QLineEdit("third"))
    inside.insertWidget(0, QLineEdit("second"))
    QApplication.processEvents()
    set_tab_order(page)
    column.itemAt(0).widget().setFocus()
    went = []
    for _ in range(4):
        went.append(QApplication.focusWidget().text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert went == ["first", "second", "third", "last"]
