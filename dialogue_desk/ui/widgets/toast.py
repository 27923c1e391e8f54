"""A line that says what was done, with one button, most often Undo."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words import Words

UNDO = "undo"
"""The id of the action that undoes the latest change; the workspace does it, whoever offers it."""

ASK_AGAIN = "ask again"
"""The id of the action that lets what was just left out wait for an answer again."""

KEY = "F8"
"""The key that leads to the message and back; it is that of messages in many web applications."""
SENTENCE_MS, ACTION_MS = 8_000, 20_000
"""How long a message is shown, without and with an action."""
_A_LITTLE_MS = 2_000


class Toast(QFrame):
    """Shows one sentence at a time, and has screen readers say it at the next pause.

    It goes by itself, later where it has an action, but not from under the pointer or the keyboard, and not
    where it is to stay.
    """

    acted = Signal(str)
    """The id of the action that was pressed."""
    said = Signal()
    """There is another sentence to show."""

    def __init__(self, theme: AppTheme, words: Words, announcer: Announcer) -> None:
        super().__init__()
        self.setProperty("role", "toast")
        self._announcer, self._words = announcer, words
        self._action_id = ""
        self._said = Label()
        self._action = Button(theme, "", weight=Weight.QUIET)
        close = words.tr("Close the message")
        self._close = Button(theme, close, weight=Weight.QUIET, icon="close", bare=True)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self._leave)
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        edges = (Space.BASE, Space.HAIR, Space.HAIR, Space.HAIR)
        sentence = (self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        row(sentence, self._action, self._close, gap=Space.TIGHT, margins=edges, within=self)
        self._came_from: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self._go)
        self._new = QTimer(self, singleShot=True, interval=0)
        self._stays = False
        self.hide()

    def say(
        self, sentence: str, *, action: str = "", action_id: str = "", lasts_ms: int | None = SENTENCE_MS
    ) -> None:
        """Show ``sentence``, with ``action`` as the words of its one button; None lets it stay."""
        self._action_id = action_id
        self._said.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        self.said.emit()
        self._announcer.announce(self._with_its_key(sentence, action))
        self._new.start()
        self._stays = lasts_ms is None
        self._going.stop()
        if lasts_ms is not None:
            self._going.start(max(lasts_ms, ACTION_MS) if action else lasts_ms)

    def enter(self) -> None:
        """Put the keyboard on its button; when it is there already, back where it was."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self._give_back()
        elif self.isVisible():
            button = self._close if self._action.isHidden() else self._action
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_page(self, *, at_once: bool = False) -> None:
        """Go with the page it was said on.

        What is to stay, or was said as the page was left, is for the next page too, unless it is to go
        ``at_once``.
        """
        if at_once or not (self._stays or self._new.isActive()):
            self._leave()

    def sentence(self) -> str:
        """Return the sentence that is shown, or an empty string while there is none."""
        return "" if self.isHidden() else self._said.text()

    def withdraw(self, action_id: str) -> None:
        """Go if this action is offered: it is not the one that was meant any more."""
        if self._action_id == action_id and not self.isHidden():
            self._leave()

    def _go(self) -> None:
        """Go, or wait a little while a person is about to press something in it."""
        here = QApplication.focusWidget()
        if self.underMouse() or (here is not None and self.isAncestorOf(here)):
            self._going.start(_A_LITTLE_MS)
        else:
            self.hide()

    def _act(self) -> None:
        self._leave()
        self.acted.emit(self._action_id)

    def _leave(self) -> None:
        """Go, and give the keyboard back to where it was before it came here."""
        self._give_back()
        self.hide()

    def _give_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        here = QApplication.focusWidget()
        inside = here is not None and self.isAncestorOf(here)
        if inside and came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_its_key(self, sentence: str, action: str) -> str:
        """Return what a reader says, with the way to the button for who does not see it."""
        if not action:
            return sentence
        return self._words.tr("{sentence} {key}: {action}", sentence=sentence, key=KEY, action=action)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self) or old is None or new is None:
            return
        if self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._came_from = old
