"""Gives a key to a widget as if the system had sent it: shortcuts come first, unless the widget types it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS

_REACH = (
    Qt.ShortcutContext.WidgetShortcut,
    Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Qt.ShortcutContext.WindowShortcut,
)
"""How far a shortcut reaches, the nearest first."""


def press(widget: QWidget, event: QKeyEvent) -> bool:
    """Give a key that is pressed to ``widget``, and return whether something made use of it.

    Unlike an event that is sent, it finds shortcuts while another window has the keyboard.
    """
    if claims(widget, event):
        pressed = _copy(event, QEvent.Type.KeyPress)
        QCoreApplication.sendEvent(widget, pressed)
        return True
    action = _action(widget, event)
    if action is None:
        return False
    if action.autoRepeat() or not event.isAutoRepeat():
        action.trigger()
    return True


def claims(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether ``widget`` keeps a key from being a shortcut, for example to type it."""
    asked = _copy(event, QEvent.Type.ShortcutOverride)
    asked.ignore()
    QCoreApplication.sendEvent(widget, asked)
    return asked.isAccepted()


def sequences(event: QKeyEvent) -> set[QKeySequence]:
    """Return the shortcuts that a key may be: as it is named, and the mark that it types with Shift."""
    named = QKeySequence(event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value)
    text = event.text()
    mark = (
        len(text) == 1
        and text.isprintable()
        and not text.isalnum()
        and not event.modifiers() & COMMAND_MODIFIERS
    )
    return {named, QKeySequence(text)} if mark else {named}


def _action(widget: QWidget, event: QKeyEvent) -> QAction | None:
    """Return the action whose shortcut Qt would find, were the keyboard in ``widget``."""
    wanted = sequences(event)
    found = [
        (_REACH.index(action.shortcutContext()), number, action)
        for number, action in enumerate(widget.window().findChildren(QAction))
        if action.isEnabled() and wanted & set(action.shortcuts()) and _reaches(action, widget)
    ]
    return min(found)[2] if found else None


def _reaches(action: QAction, widget: QWidget) -> bool:
    context = action.shortcutContext()
    for owner in action.associatedObjects():
        if not isinstance(owner, QWidget) or not owner.isVisible() or owner.window() is not widget.window():
            continue
        if owner is widget or context is Qt.ShortcutContext.WindowShortcut:
            return True
        if context is Qt.ShortcutContext.WidgetWithChildrenShortcut and owner.isAncestorOf(widget):
            return True
    return False


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
