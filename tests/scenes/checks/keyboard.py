"""The keyboard: where Tab goes, and what of the page comes into sight by keys alone."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QScrollArea, QWidget

from dialogue_desk.ui.run.pinned_column import PinnedColumn
from tests.scenes.checks.names import called

MOST_STOPS = 400


def tab_goes_as_one_reads(shown):
    """A stop is never before the stop that Tab left.

    Two stops are compared by the two pieces that hold them: the children of the nearest widget that holds
    both.  The later piece may not lie above the other, unless it is a column further on; nor, on the same
    line, before it.  So a column is read to its end before the next, whatever is scrolled in it; pieces that
    lie over each other are in no order.
    """
    mirrored = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for one, other in pairwise(walked(shown)):
        here, there = _pieces(one, other)
        if here.intersects(there):
            continue
        before = there.left() > here.right() if mirrored else there.right() < here.left()
        after = there.right() < here.left() if mirrored else there.left() > here.right()
        above, below = there.bottom() < here.top(), there.top() > here.bottom()
        if (above and not after) or (before and not below):
            yield f"Tab goes back from “{called(one)}” to “{called(other)}”"


def every_word_comes_into_sight(shown):
    """Whatever scrolls is read to its end by Tab, and by the arrows where Tab stops at the text itself."""
    areas = [area for area in shown.findChildren(QScrollArea) if area.isVisible() and _range(area)]
    if not areas or not _has_keyboard(shown):
        return
    begin, places = QApplication.focusWidget(), [area.verticalScrollBar().value() for area in areas]
    sights = [Sight(area) for area in areas]
    for stop in _tabbed(shown):
        _note(sights)
        if isinstance(stop, QScrollArea):
            _scroll_through(stop, sights)
        elif isinstance(stop, QAbstractItemView):
            _begin_rows(stop, sights)
    for sight in sights:
        yield from sight.missing()
    if begin is not None:
        begin.setFocus()
    for area, place in zip(areas, places, strict=True):
        area.verticalScrollBar().setValue(place)


def _scroll_through(area, sights):
    bar, before = area.verticalScrollBar(), None
    QTest.keyClick(area, Qt.Key.Key_Home)
    while before != bar.value():
        before = bar.value()
        _note(sights)
        QTest.keyClick(area, Qt.Key.Key_Down)


def _begin_rows(rows, sights):
    """Go to the first row and back again."""
    current = rows.currentIndex()
    if current.row() > 0 and any(sight.holds(rows) for sight in sights):
        QTest.keyClick(rows, Qt.Key.Key_Home)
        _note(sights)
        rows.setCurrentIndex(current)


def _note(sights):
    QApplication.processEvents()
    for sight in sights:
        sight.note()


def walked(shown):
    """Return what Tab reaches in a window, the first that is read at the beginning."""
    if not _has_keyboard(shown):
        return []
    begin = QApplication.focusWidget()
    found = list(_tabbed(shown))
    if begin is not None:
        begin.setFocus()
    first = min(range(len(found)), key=lambda place: _reading_place(found[place]), default=0)
    return found[first:] + found[:first]


def _has_keyboard(shown):
    window = shown.window()
    return not isinstance(shown, QMenu) and window is QApplication.activeWindow()


def _tabbed(shown):
    """Go round once with Tab, and yield each stop."""
    met = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        if here in met:
            return
        if here is not None and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            met.append(here)
            yield here
        QWidget.focusNextChild(here or shown.window())


def _reading_place(widget):
    place = on_window(widget)
    mirrored = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    areas = [on_window(one).top() for one in _with_parents(widget) if isinstance(one, QScrollArea)]
    return max(place.top(), *areas, 0), -place.right() if mirrored else place.left()


def on_window(widget):
    """Return where a widget is on its window, also where that is scrolled out of sight."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _pieces(one, other):
    """Return where the two pieces are that hold the two widgets, side by side in one parent."""
    above = _with_parents(one)
    there = _with_parents(other)
    while len(above) > 1 and len(there) > 1 and above[-2:] and above[-1] is there[-1]:
        above.pop()
        there.pop()
    return on_window(above[-1]), on_window(there[-1])


def _with_parents(widget):
    found = [widget]
    while not widget.isWindow():
        widget = widget.parentWidget()
        found.append(widget)
    return found


def _range(area):
    return area.verticalScrollBar().maximum() > 0


class Sight:
    """What of the words in a scroll area was in sight at some time."""

    def __init__(self, area):
        self._area = area
        self._seen = {
            label: [False] * label.height()
            for label in area.widget().findChildren(QLabel)
            if label.isVisible() and label.text().strip() and not self._in_view_of_its_own(label)
        }

    def holds(self, widget):
        """Return whether a widget is in the scroll area."""
        return self._area.isAncestorOf(widget)

    def note(self):
        """Note what is in sight now."""
        area = self._area
        room = area.viewport().rect()
        top, bottom = room.top(), room.bottom()
        if isinstance(area, PinnedColumn) and area.pinned.isVisible():
            pinned = area.pinned.geometry()
            natural = area.place.mapTo(area.viewport(), QPoint(0, 0)).y()
            if pinned.top() > natural:
                top = pinned.bottom() + 1
            elif pinned.top() < natural:
                bottom = pinned.top() - 1
        for label, seen in self._seen.items():
            y = label.mapTo(area.viewport(), QPoint(0, 0)).y()
            first, last = max(0, top - y), min(len(seen) - 1, bottom - y)
            if last >= first:
                seen[first : last + 1] = [True] * (last + 1 - first)

    def missing(self):
        """Say which words never were in sight."""
        for label, seen in self._seen.items():
            hidden = seen.count(False)
            if hidden > 2:
                words = label.text().strip().splitlines()[0][:60]
                name = type(self._area).__name__
                yield f"“{words}” in a {name} is out of reach of the keys: {hidden} of {len(seen)} px"

    def _in_view_of_its_own(self, label):
        parent = label.parentWidget()
        while parent is not self._area:
            if isinstance(parent, QScrollArea | QAbstractItemView):
                return True
            parent = parent.parentWidget()
        return False
