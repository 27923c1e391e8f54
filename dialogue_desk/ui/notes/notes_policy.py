"""What the guide says of taking notes in a part, and how it is overruled: with a reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import NotesPolicy
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.words.names import name_of


class NotesPolicyNotice(QWidget):
    """Hidden where notes are taken as a matter of course; tells ``overruled(reason)``.

    It holds the keyboard of a person who was typing when notes went off: what is typed on goes nowhere,
    and is no shortcut of the page.
    """

    overruled = Signal(str)
    policy_restored = Signal()
    """Nobody overrules after all."""
    escaped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._policy, self._kept = Label(), Label(role="fine")
        self.button = Button(theme, "", weight=Weight.QUIET)
        self.reason = LineBox()
        self.reason.setAccessibleName(tr("Why notes are taken here"))
        self.reason.setPlaceholderText(tr("Why? A few words, then Enter"))
        self._card = Card("notice", edge=Space.SNUG)
        self._card.column.setSpacing(Space.HAIR)
        for piece in (self._policy, self.reason, self.button):
            self._card.column.addWidget(piece)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self._kept)
        self.button.clicked.connect(self._press)
        self.reason.returnPressed.connect(self._enter)
        self.reason.escaped.connect(self._put_back)
        self.show_policy(NotesPolicy.ON, "")

    def show_policy(self, policy: NotesPolicy, reason: str) -> None:
        """Say what the guide asks for; where it was overruled, with what ``reason``."""
        words = self._context.words
        speaks = policy is not NotesPolicy.ON
        self._card.setVisible(speaks and not reason)
        self._policy.setText(name_of(policy, words) + "." if speaks and not reason else "")
        full = policy is NotesPolicy.THEMES_ONLY
        self.button.setText(words.tr("Take full notes") if full else words.tr("Take notes anyway"))
        self._kept.setText(words.tr("Notes are taken here: {reason}", reason=reason) if reason else "")
        self._kept.setVisible(speaks and bool(reason))
        self.setVisible(speaks)
        self._ask(False)

    def said(self) -> str:
        """Return what is said of taking notes, or nothing."""
        return "" if self._card.isHidden() else self._policy.text()

    def ask(self) -> None:
        """Ask why the guide is overruled."""
        self._ask(True)
        self.reason.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _types(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif _types(event):
            self._context.announcer.announce(self._policy.text())
        else:
            super().keyPressEvent(event)

    def _ask(self, asking: bool) -> None:
        self.reason.clear()
        self.reason.setVisible(asking)

    def _press(self) -> None:
        if self.reason.isHidden():
            self.ask()
        else:
            self._enter()

    def _enter(self) -> None:
        if reason := self.reason.text().strip():
            self.overruled.emit(reason)
        else:
            self._context.announcer.announce(
                self._context.words.tr("Write a few words about why. They are saved with the notes.")
            )
            self.reason.setFocus()

    def _put_back(self) -> None:
        self._ask(False)
        self.policy_restored.emit()


def _types(event: QKeyEvent) -> bool:
    """Whether the key writes something, as far as a person knows who looks at the room."""
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
        return False
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
    return event.key() in keys or (bool(event.text()) and event.text().isprintable())
