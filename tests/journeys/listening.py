"""Writes down what a screen reader would say while a person works with the keys alone."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox

from tests.journeys.monkey import settle

Role, Text = QAccessible.Role, QAccessible.Text

ROLES = {
    Role.Button: "button",
    Role.ButtonMenu: "menu button",
    Role.CheckBox: "check box",
    Role.RadioButton: "radio button",
    Role.PageTab: "tab",
    Role.EditableText: "edit",
    Role.ComboBox: "combo box",
    Role.SpinBox: "spin box",
    Role.List: "list",
    Role.ListItem: "list item",
    Role.Heading: "heading",
}
STATES = ("selected", "expanded", "collapsed", "disabled")
MOST_STOPS = 60


class Listener(QObject):
    """Hears where the keyboard goes, what is announced, and what the window is called."""

    def __init__(self, window, announcer):
        super().__init__(window)
        self.lines, self._window, self.last = [], window, ""
        announcer.announced.connect(lambda said: self.lines.append(f"    ! {said}"))
        window.windowTitleChanged.connect(lambda title: self.lines.append(f"  == {title}"))

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, *, called):
        """Press a key and write down what is heard."""
        self.lines.append(f"> {called}")
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifier)
        self.hear()

    def write(self, text):
        """Type words."""
        self.lines.append(f"> types: {text}")
        QTest.keyClicks(QApplication.focusWidget(), text)
        settle()

    def tab_to(self, name, *, anywhere=False):
        """Press Tab until the keyboard is on ``name``; ``anywhere``: until what is said has it in it."""
        for _ in range(MOST_STOPS):
            self.press(Qt.Key.Key_Tab, called="Tab")
            if self.last.startswith(name) or (anywhere and name in self.last):
                return
        raise AssertionError(f"Tab never came to {name!r}:\n" + "\n".join(self.lines[-MOST_STOPS:]))

    def hear(self):
        """Write down where the keyboard is now, when it is somewhere else or called otherwise."""
        settle()
        said = told(QApplication.focusWidget())
        if said != self.last:
            self.last = said
            self.lines.append(f"    {said}")

    def text(self):
        return "\n".join(line.replace("\N{NO-BREAK SPACE}", " ") for line in self.lines) + "\n"


def told(widget):
    """Return what a reader says of the widget that has the keyboard."""
    if widget is None:
        return "(nowhere)"
    one = QAccessible.queryAccessibleInterface(widget)
    group = one.parent()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        group, one = one, one.child(widget.currentIndex().row())
    state = one.state()
    said = [one.text(Text.Name), ROLES.get(one.role(), one.role().name)]
    if isinstance(widget, QComboBox) and widget.accessibleName():
        said.insert(0, widget.accessibleName())
    if state.checkable:
        said.append("checked" if state.checked else "not checked")
    said += [name for name in STATES if getattr(state, name)]
    value = one.text(Text.Value)
    if value and value != one.text(Text.Name) and one.role() is not Role.ListItem:
        said.append(f"“{value}”")
    description = one.text(Text.Description)
    if description and description not in said:
        said.append(f"({description})")
    if one.role() in {Role.RadioButton, Role.ListItem} and group is not None and group.text(Text.Name):
        said.append(f"[{group.text(Text.Name)}]")
    return ", ".join(said)
