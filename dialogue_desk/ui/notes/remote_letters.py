"""Tells the letter of a presentation remote from the first letter of a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent

from dialogue_desk.ui.core.key_places import by_place
from dialogue_desk.ui.core.key_press import sequences
from dialogue_desk.ui.notes.note_box import NoteBox

_WAIT_MS = 300
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.Drop}
_TURNS = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class RemoteLetters(QObject):
    """Holds a letter that is typed into the empty ``box`` and is a key of ``action``.

    A remote sends it alone: after a moment ``action`` is triggered.  Whatever a person does meanwhile makes
    it text, before anything else becomes of it: the next key, a paste, a click.  It is text at once while
    the action ``has_use`` for nothing.
    """

    def __init__(self, box: NoteBox, action: QAction, has_use: Callable[[], bool]) -> None:
        super().__init__(box)
        self._box, self._action, self._has_use = box, action, has_use
        self._held = ""
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._act)
        box.installEventFilter(self)

    @property
    def held(self) -> str:
        """The letter of which it is not known yet whose it is, or ""."""
        return self._held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what the box gets and, while a letter is held, what anything in the app gets."""
        if self._held:
            if isinstance(event, QKeyEvent) and event.type() in _KEYS and event.key() in _TURNS:
                self._act()  # the next press of the remote
            elif self._is_by_a_person(watched, event):
                self._type()
        if watched is self._box and event.type() is QEvent.Type.KeyPress and self._may_be_of_remote(event):
            if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
                self._hold(event.text())
            return True
        return False

    def _may_be_of_remote(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._box.composing or not self._box.document().isEmpty():
            return False
        keys = sequences(by_place(event) or event)
        usable = self._action.isEnabled() and self._has_use()
        return usable and bool(event.text()) and bool(keys & set(self._action.shortcuts()))

    def _is_by_a_person(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return event.type() in _KEYS and not event.isAutoRepeat()
        if isinstance(event, QInputMethodEvent):
            return bool(event.preeditString() or event.commitString())
        gone = watched is self._box and event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}
        return gone or event.type() in _CLICKS

    def _hold(self, letter: str) -> None:
        self._held = letter
        self._wait.start()
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    def _release(self) -> str:
        letter, self._held = self._held, ""
        self._wait.stop()
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)
        return letter

    def _type(self) -> None:
        self._box.insertPlainText(self._release())

    def _act(self) -> None:
        self._release()
        self._action.trigger()
