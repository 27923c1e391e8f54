"""What a screen reader meets on every page, with the sample community on the desk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.route import PageName, Route
from tests.journeys.monkey import settle
from tests.ui.conftest import clock, dressed, theme
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

Role = QAccessible.Role
FOCUSABLE = {
    Role.Button,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.PageTab,
    Role.PageTabList,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.StaticText,
    Role.Table,
    Role.Tree,
    Role.Document,
    Role.Link,
    Role.ScrollBar,
    Role.Pane,
}
TAB = Qt.FocusPolicy.TabFocus.value


@pytest.fixture
def sitting(laptop):
    sitting = laptop.start()
    sitting.window.showNormal()
    sitting.window.resize(1366, 768)
    sitting.workspace.desk_actions.import_sample()
    settle()
    return sitting


def pages(sitting):
    """Go to every page and open every sheet, one after the other."""
    inside = sitting.workspace
    entries = inside.pages.folders.entries()
    coming = next(one.id for one in entries if one.phase is Phase.READY)
    closed = next(one.id for one in entries if one.phase is Phase.CLOSED)
    program = next(one.id for one in inside.pages.folders.programs() if one.id)
    for way in (
        Route(),
        Route(PageName.GUIDES),
        Route(PageName.PREPARE),
        Route(PageName.PROGRAM, program),
        Route(PageName.CLOSE, closed),
        Route(PageName.NOTES, coming),
        Route(PageName.RUN, coming),
        Route(PageName.SETTINGS),
    ):
        inside.go(way)
        settle()
        yield str(way.page), sitting.window
    inside.show_keys()
    settle()
    sheet = QApplication.activeModalWidget()
    yield "keys", sheet
    sheet.close()
    settle()


def told(widget):
    """Return what a reader is told of a widget: its name and role."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def asked_by(widget):
    """Return the label that asks: on Linux Qt tells it beside the name, which is what was chosen."""
    return widget.accessibleName() if isinstance(widget, QComboBox) else ""


def reached_by_tab(window):
    """Return what Tab reaches, in its order.

    The keyboard is asked: walking Qt's focus chain from Python leaves widgets behind that crash later.
    """
    found, one = [], QApplication.focusWidget()
    while one is not None and one not in found:
        if one.focusProxy() is None and one.focusPolicy().value & TAB:
            found.append(one)
        QWidget.focusNextChild(one.window())
        one = QApplication.focusWidget()
    first = min(range(len(found)), key=lambda place: _reading_place(found[place], window), default=0)
    return found[first:] + found[:first]


def _reading_place(widget, window):
    place = on_window(widget, window)
    return place.top(), place.left()


def on_window(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def below(widget, ancestor):
    while widget is not None and widget is not ancestor:
        widget = widget.parentWidget()
    return widget is ancestor


def test_whatever_has_the_focus_has_a_name_and_a_role(sitting):
    silent = []
    for page, window in pages(sitting):
        reached = reached_by_tab(window)
        assert reached, page
        for widget in reached:
            name, role = told(widget)
            scrolls = role is Role.Client and isinstance(widget, QScrollArea)
            if not name.strip() or (role not in FOCUSABLE and not scrolls):
                silent.append((page, type(widget).__name__, name, role.name))
    assert not silent


def test_no_two_neighbours_are_called_the_same(sitting):
    alike = []
    for page, window in pages(sitting):
        for one, other in pairwise(reached_by_tab(window)):
            if (*told(one), asked_by(one)) == (*told(other), asked_by(other)):
                alike.append((page, told(one)[0], type(one).__name__))
    assert not alike


def test_tab_goes_as_one_reads(sitting):
    astray, compared = [], 0
    for page, window in pages(sitting):
        for one, other in pairwise(reached_by_tab(window)):
            if one.parentWidget() is not other.parentWidget():
                continue
            compared += 1
            here, there = on_window(one, window), on_window(other, window)
            beside = there.left() >= here.right()
            above = there.bottom() <= here.top() and not beside
            before = there.right() <= here.left() and there.top() < here.bottom()
            if above or before:
                astray.append((page, told(one)[0], told(other)[0]))
    assert not astray
    assert compared > 30


def test_each_text_that_is_seen_is_heard(sitting):
    unheard = []
    for page, window in pages(sitting):
        for label in window.findChildren(QLabel):
            text = label.text().strip()
            if label.isVisible() and text and told(label)[0].replace("&", "") != text.replace("&", ""):
                unheard.append((page, text, told(label)[0]))
    assert not unheard


def test_the_tree_leads_to_everything_that_is_seen(sitting):
    for page, window in pages(sitting):
        met = set(names_in(QAccessible.queryAccessibleInterface(window)))
        for widget in reached_by_tab(window):
            assert told(widget)[0] in met, (page, told(widget))


def names_in(interface, depth=0):
    if interface is None or depth > 60:
        return
    yield interface.text(QAccessible.Text.Name)
    if interface.role() not in {Role.List, Role.Table, Role.Tree}:
        for number in range(interface.childCount()):
            yield from names_in(interface.child(number), depth + 1)
