import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.ui.core.kept_focus import KeptFocus
from dialogue_desk.ui.style.theme import set_role
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row


class Window(QWidget):
    """A bar with Home, rows with two buttons each, and Done at the foot."""

    def __init__(self):
        super().__init__()
        self.kept = KeptFocus(self)
        self.bar, self.home, self.done = QWidget(), named("Home"), named("Done")
        row(self.home, within=self.bar)
        set_role(self.bar, "bar")
        self.list, self.page = QWidget(), QWidget()
        self.rows = column(within=self.list)
        column(self.list, self.done, within=self.page)
        column(self.bar, self.page, within=self)
        self.write("one", "two", "three")

    def write(self, *items):
        clear_layout(self.rows)
        for item in items:
            line = QWidget()
            row(named(f"Up: {item}"), named(f"Remove: {item}"), within=line)
            self.rows.addWidget(line)
            line.show()
        self.rows.addStretch(1)

    def button(self, name):
        return next(one for one in self.findChildren(QPushButton) if called(one) == name and one.isVisible())

    def focusNextPrevChild(self, next):  # noqa: A002
        return self.kept.move(onward=next)


def named(name):
    button = QPushButton()
    button.setAccessibleName(name)
    return button


def called(widget):
    return widget.accessibleName() if widget is not None else "nowhere"


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def focused(qapp):
    def focused():
        for _ in range(3):
            qapp.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return called(QApplication.focusWidget())

    return focused


def test_tab_goes_as_one_reads_and_begins_again_at_the_end(window, qtbot, focused):
    window.button("Remove: three").setFocus()
    went = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        qtbot.keyClick(QApplication.focusWidget(), key)
        went.append(focused())
    assert went == ["Done", "Home", "Up: one", "Home", "Done"]


def test_from_a_button_that_is_disabled_the_keyboard_goes_to_the_one_beside_it(window, focused):
    window.button("Up: two").setFocus()
    window.button("Up: two").setEnabled(False)
    assert focused() == "Remove: two"


def test_from_a_button_that_is_hidden_the_keyboard_goes_to_the_one_beside_it(window, focused):
    window.button("Remove: one").setFocus()
    window.button("Remove: one").hide()
    assert focused() == "Up: one"


def test_the_keyboard_is_on_the_page_all_the_while(window):
    window.button("Up: two").setFocus()
    window.button("Up: two").setEnabled(False)
    assert window.list.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_follows_what_moved_in_a_list_that_is_written_again(window, focused):
    window.button("Up: three").setFocus()
    window.write("one", "three", "two")
    assert focused() == "Up: three"
    assert QApplication.focusWidget() is window.button("Up: three")


@pytest.mark.parametrize(("gone", "neighbor"), [("one", "two"), ("two", "three"), ("three", "two")])
def test_when_an_item_is_removed_the_keyboard_is_on_its_neighbor(window, focused, gone, neighbor):
    window.button(f"Remove: {gone}").setFocus()
    focused()
    window.write(*[one for one in ("one", "two", "three") if one != gone])
    assert focused() == f"Remove: {neighbor}"


def test_when_the_last_item_is_removed_the_keyboard_stays_on_the_page(window, focused):
    window.write("one")
    window.button("Remove: one").setFocus()
    window.write()
    assert focused() == "Done"


def test_a_button_that_is_deleted_at_once_leaves_the_keyboard_beside_it(window, focused):
    window.button("Up: two").setFocus()
    window.button("Up: two").setParent(None)
    assert focused() == "Remove: two"


def test_a_page_that_knows_better_is_left_alone(window, focused):
    window.button("Up: two").setFocus()
    window.button("Up: two").hide()
    window.done.setFocus()
    assert focused() == "Done"


def test_in_a_bar_the_keyboard_stays_in_the_bar(window, focused):
    back = named("Back")
    window.bar.layout().addWidget(back)
    back.show()
    back.setFocus()
    back.hide()
    assert focused() == "Home"


def test_after_a_dialog_the_keyboard_is_where_it_was_though_that_was_written_again(window, focused, qtbot):
    window.button("Remove: two").setFocus()
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(named("Close"))
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    window.write("one", "two", "three")
    focused()
    dialog.accept()
    window.activateWindow()  # as every window system does, but the one without a screen
    assert focused() == "Remove: two"
