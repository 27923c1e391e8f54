"""What a screen reader finds on a page: headings, names that differ, nothing said twice."""

from collections import Counter

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QMenu

from dialogue_desk.ui.room.room_display import RoomDisplay
from tests.scenes.checks.names import called, stops

Role, Text = QAccessible.Role, QAccessible.Text

PRESSED = {Role.Button, Role.CheckBox, Role.RadioButton, Role.PageTab, Role.ButtonMenu}
FILLED_IN = {Role.EditableText, Role.ComboBox, Role.SpinBox}


def a_heading_says_where_one_is(shown):
    picture = isinstance(shown, QMenu | RoomDisplay)
    if not picture and not any(one.role() is Role.Heading for one in tree(shown)):
        yield "there is no heading"


def what_can_be_used_has_a_name(shown):
    for one in tree(shown):
        if one.role() in PRESSED | FILLED_IN and not name(one):
            yield f"a {one.role().name} has no name: {type(one.object()).__name__}"


def nothing_is_said_twice(shown):
    for one in tree(shown):
        if name(one) and name(one) == one.text(Text.Description).strip():
            yield f"the {one.role().name} “{name(one)}” is called that twice"


def no_two_are_called_the_same(shown):
    usable = [one for one in tree(shown) if one.role() in PRESSED | FILLED_IN and one.state().focusable]
    for (said, role, _), times in Counter(map(_called, usable)).items():
        if times > 1:
            yield f"{times} times there is a {role} “{said}”"


def whatever_is_read_is_heard(shown):
    for label in shown.findChildren(QLabel):
        text = label.text().strip()
        if label.isVisible() and text and called(label).replace("&", "") != text.replace("&", ""):
            yield f"of “{text}” a reader hears “{called(label)}”"


def the_tree_leads_to_whatever_has_the_keyboard(shown):
    met = {name(one) for one in tree(shown)}
    for widget in stops(shown):
        # A list is met as a whole, with what is edited in it.
        if called(widget).strip() not in met and not in_a_list(widget):
            yield f"no way leads to “{called(widget)}”"


def in_a_list(widget):
    while widget is not None and not isinstance(widget, QAbstractItemView):
        widget = widget.parentWidget()
    return widget is not None


def _called(one):
    widget = one.object()
    # On Linux Qt tells what was chosen as the name of a box, and the question as its label.
    asked = widget.accessibleName() if isinstance(widget, QComboBox) else ""
    # In a group of radio buttons the name of the group is said first.
    group = name(one.parent()) if one.role() is Role.RadioButton else ""
    # What is written in a field is said with its name.
    if one.role() is Role.EditableText:
        group = one.text(Text.Value)
    return name(one), one.role().name, asked or group


def name(one):
    return one.text(Text.Name).strip()


def tree(shown):
    """Walk through all that a reader can come to; lists, tables and trees as a whole."""
    waiting = [QAccessible.queryAccessibleInterface(shown)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid() or one.state().invisible:
            continue
        yield one
        if one.role() not in {Role.List, Role.Table, Role.Tree}:
            waiting += [one.child(number) for number in range(one.childCount())]
