"""Keeps the keyboard on the page: where a person was, or next to it when that has gone."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.core.tab_order import as_read, tab_stops, takes_tab


class KeptFocus(QObject):
    """Moves the focus in ``window``: on with Tab, and to a neighbor when what has it can no more be used.

    By itself Qt would go on to whatever comes next in the order in which widgets were made, which may be
    the first button of the window.  A page that knows better sets the focus itself, and is left alone.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: _FocusPlace | None = None
        self._lost: _FocusPlace | None = None
        self._waiting: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def move(self, *, onward: bool) -> bool:
        """Do what Qt asks of the window: go on or back with Tab, or leave what is hidden or disabled."""
        here = _focus_in(self._window)
        if here is not None and not _can_be_used(here):
            self._wait_near(here)
            return True
        stop = _next_stop(self._window, here, onward=onward)
        if stop is not None:
            reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
            stop.setFocus(reason)
        return stop is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and watched is self._window:
            # What had the focus may have been made again while another window was in front.
            here = _focus_in(self._window)
            if self._last is not None and (here is None or not _can_be_used(here)):
                self._lost, self._waiting = self._last, here
                self._settle()
        return False

    def _wait_near(self, here: QWidget) -> None:
        """Leave ``here`` for the piece around it, until it is clear what takes its place."""
        self._lost = _FocusPlace(here)
        self._waiting = next((one for one in self._lost.around if one.focusProxy() is None), None)
        self._soon.start()
        if self._waiting is not None:
            self._waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        lost, self._lost = self._lost, None
        here = _focus_in(self._window)
        moved_since = here is not None and here is not self._waiting and _can_be_used(here)
        if lost is None or moved_since:
            return
        target = lost.widget if _can_be_used(lost.widget) else lost.nearest()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self) or not shiboken6.isValid(self._window):
            return
        if new is None:
            if self._last is not None and not _can_be_used(self._last.widget) and self._lost is None:
                self._lost, self._waiting = self._last, None
                self._soon.start()
        elif new is not self._waiting and self._window.isAncestorOf(new):
            self._last = _FocusPlace(new)


class _FocusPlace:
    """Where ``widget`` is, remembered beyond its end."""

    def __init__(self, widget: QWidget) -> None:
        self.widget, self._kind, self._name = widget, type(widget), widget.accessibleName()
        self._center = widget.mapToGlobal(widget.rect().center())
        self._around: list[QWidget] = []
        while not widget.isWindow() and (above := widget.parentWidget()) is not None:
            self._around.append(widget := above)

    @property
    def around(self) -> list[QWidget]:
        """What it is in, from near to far, as far as that is still there."""
        return [one for one in self._around if _can_be_used(one)]

    def nearest(self) -> QWidget | None:
        """Return what is most like it: what is called the same, then its kind, then the nearest."""
        for ground in self.around:
            stops = [one for one in tab_stops(ground) if self._leads_no_further(one)]
            if stops:
                return min(stops, key=self._difference)
        return None

    def _leads_no_further(self, stop: QWidget) -> bool:
        """Return whether ``stop`` is on the page: the bar at its edge leads away from it."""
        while not stop.isWindow() and (above := stop.parentWidget()) is not None:
            stop = above
            if stop.property("role") == "bar" and stop not in self._around:
                return False
        return True

    def _difference(self, stop: QWidget) -> tuple[bool, bool, int, int]:
        away: QPoint = stop.mapToGlobal(stop.rect().center()) - self._center
        other_kind = type(stop) is not self._kind
        return other_kind or stop.accessibleName() != self._name, other_kind, abs(away.y()), abs(away.x())


def _focus_in(window: QWidget) -> QWidget | None:
    return cast("QWidget | None", window.focusWidget())


def _can_be_used(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()


def _next_stop(window: QWidget, here: QWidget | None, *, onward: bool) -> QWidget | None:
    """Return where Tab goes from ``here``; after the last stop it begins again."""
    before: list[QWidget] = []
    passed = False
    for one in as_read(window):
        if one is here:
            passed = True
            if before and not onward:
                return before[-1]
        elif takes_tab(one):
            if passed and onward:
                return one
            before.append(one)
    return next(iter(before if onward else reversed(before)), None)
