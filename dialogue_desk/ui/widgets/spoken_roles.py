"""What screen readers are told where Qt's widgets have no word for it: headings, places, folds, live text.

A widget says what it is in ``spoken_as``; everything else about it stays as Qt tells it.
"""

from __future__ import annotations

from enum import Enum, auto

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_PRESS, _FOCUS = "Press", "SetFocus"


class SpokenAs(Enum):
    """What a widget is called, beyond what Qt knows.

    ``HEADING`` is over what follows.  ``PLACE`` is one of several places of which one is shown.  ``FOLD``
    shows and hides what is under it.  ``GROUP`` holds what belongs together under its name.  ``TIME`` is
    told when it is asked for, and never by itself.  ``MESSAGE`` is told as it appears.  ``NOTHING`` is only
    to be looked at.
    """

    HEADING = auto()
    PLACE = auto()
    FOLD = auto()
    GROUP = auto()
    TIME = auto()
    MESSAGE = auto()
    NOTHING = auto()


_ROLES = {
    SpokenAs.HEADING: QAccessible.Role.Heading,
    SpokenAs.PLACE: QAccessible.Role.PageTab,
    SpokenAs.FOLD: QAccessible.Role.Button,
    SpokenAs.GROUP: QAccessible.Role.Grouping,
    SpokenAs.TIME: QAccessible.Role.StaticText,
    SpokenAs.MESSAGE: QAccessible.Role.Notification,
    SpokenAs.NOTHING: QAccessible.Role.Graphic,
}


_BUTTONS = {SpokenAs.PLACE, SpokenAs.FOLD}


class _Spoken(QAccessibleWidget):
    """A widget that is told by its ``spoken_as``."""

    def __init__(self, widget: QWidget, spoken_as: SpokenAs) -> None:
        super().__init__(widget, _ROLES[spoken_as])
        self._spoken_as = spoken_as

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name and not self.widget().accessibleName():
            # Qt finds the text of its own widgets in interfaces that are not open to us.
            own = getattr(self.widget(), "text", None)
            return str(own()) if callable(own) else ""
        if kind is QAccessible.Text.Description and callable(
            now := getattr(self.widget(), "spoken_now", None)
        ):
            return str(now())
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._spoken_as in {SpokenAs.HEADING, SpokenAs.TIME, SpokenAs.MESSAGE}:
            state.readOnly = 1
        if self._spoken_as is SpokenAs.NOTHING:
            state.invisible = 1
        return state


class _SpokenButton(_Spoken):
    """A button that is told by its ``spoken_as``."""

    def state(self) -> QAccessible.State:
        state, on = super().state(), int(self._button.isChecked())
        match self._spoken_as:
            case SpokenAs.PLACE:
                state.selectable, state.selected = 1, on
            case SpokenAs.FOLD:
                state.expandable, state.expanded, state.collapsed = 1, on, 1 - on
        return state

    def actionNames(self) -> list[str]:
        if not self._button.isEnabled():
            return []
        focusable = self._button.focusPolicy() is not Qt.FocusPolicy.NoFocus
        return [_PRESS, *([_FOCUS] if focusable else [])]

    def doAction(self, action: str) -> None:
        if not self._button.isEnabled():
            return
        if action == _PRESS:
            self._button.animateClick()
        elif action == _FOCUS:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _button(self) -> QAbstractButton:
        button = self.widget()
        if not isinstance(button, QAbstractButton):
            raise TypeError(f"a {type(button).__name__} is not a button")
        return button


def _spoken(_class_name: str, told: QObject) -> QAccessibleInterface | None:
    """Return what a reader is told of ``told``, or None to leave it to Qt."""
    if not shiboken6.isValid(told) or not isinstance(told, QWidget):
        return None
    spoken_as = getattr(told, "spoken_as", None)
    if not isinstance(spoken_as, SpokenAs):
        return None
    return (_SpokenButton if spoken_as in _BUTTONS else _Spoken)(told, spoken_as)


def tell_folded(button: QAbstractButton) -> None:
    """Tell readers that what ``button`` folds is shown or hidden now."""
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = 1
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def install() -> None:
    """Have Qt ask here first.  Asking twice for one widget gives the same answer, so twice does no harm."""
    QAccessible.installFactory(_spoken)
