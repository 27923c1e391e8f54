"""Under which part a line goes, whether notes are taken there, and how the guide is overruled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import keep_from_shortcuts
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.words.names import name_of


class LinePart:
    """The part that the line being typed goes under: the current one, or another one for this line.

    A line that was begun stays with the part in which it was begun, wherever the session goes on to.
    """

    def __init__(self) -> None:
        self.current: Part | None = None
        self._title = ""
        self.earlier: dict[str, tuple[str, Part]] = {}
        """The parts before the current one by their ids, each with its title, the last first.

        Where a line was begun in a part that comes after it, that part is among them too.
        """
        self.earlier_part = ""
        """The id of the earlier part that the line goes under, or "" for the current part."""
        self.reasons: Mapping[str, str] = {}
        """Why notes are taken in a part although the guide asks for none, by the part's id."""

    def follow(
        self, part: Part, earlier: Sequence[tuple[str, Part]], *, title: str = "", typing: bool
    ) -> None:
        """Go on to another part, which has this title; a line begun before stays in its part."""
        begun, begun_title = self.part(), self.earlier_title() or self._title
        self.current, self._title = part, title
        self.earlier = {one.id: (name, one) for name, one in earlier}
        if typing and begun is not None and begun.id != part.id:
            self.earlier.setdefault(begun.id, (begun_title, begun))
            self.earlier_part = begun.id
        else:
            self.choose(self.earlier_part)

    def reset(self) -> None:
        """Forget the parts of a session."""
        self.current, self._title, self.earlier, self.earlier_part = None, "", {}, ""

    def choose(self, part: str) -> None:
        """Put the line under an earlier part; "" or any other id puts it under the current part."""
        self.earlier_part = part if part in self.earlier else ""

    def earlier_title(self) -> str:
        """Return the title of the earlier part that was chosen, or "" for the current part."""
        return self.earlier[self.earlier_part][0] if self.earlier_part else ""

    def part(self) -> Part | None:
        """Return the part that the line goes under; None before a session is shown."""
        return self.earlier[self.earlier_part][1] if self.earlier_part else self.current

    def policy(self) -> NotesPolicy:
        """Return what the guide asks of notes in that part; ``ON`` where it is overruled."""
        return self._policy_of(self.part())

    def takes_notes_now(self) -> bool:
        """Whether notes are taken in the current part."""
        return self._policy_of(self.current) is not NotesPolicy.OFF

    def _policy_of(self, part: Part | None) -> NotesPolicy:
        return NotesPolicy.ON if part is None or part.id in self.reasons else part.notes


_QUIET_MS = 3_000


class NotesPolicyNotice(QWidget):
    """Says that notes are off or limited in a part; hidden where the guide asks for notes.

    It holds the keyboard of a person who was typing when notes went off: further keys write nothing and
    are no shortcuts of the page.
    """

    overruled = Signal(str)
    """Carries the reason for which notes are taken."""
    policy_restored = Signal()
    """A person decided not to overrule the guide."""
    escaped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        theme, tr = context.theme, context.words.tr
        self.policy, self._kept = Label(), Label(role="fine")
        self.button = Button(theme, "", weight=Weight.QUIET)
        self.reason = LineBox()
        self.reason.setAccessibleName(tr("Why notes are taken here"))
        self.reason.setPlaceholderText(tr("Why? A few words, then Enter"))
        self._card = Card("notice", edge=Space.SNUG)
        self._line = column((self.policy, 1), self.reason, self.button, gap=Space.HAIR)
        self._card.column.addLayout(self._line)
        column(self._card, self._kept, gap=None, within=self)
        self.button.clicked.connect(self._press)
        self.reason.returnPressed.connect(self._enter)
        self.reason.escaped.connect(self._cancel)
        self.show_policy(NotesPolicy.ON, "")

    def show_policy(self, policy: NotesPolicy, reason: str) -> None:
        """Say what the guide asks for, or the ``reason`` for which it was overruled."""
        words = self._context.words
        speaks = policy is not NotesPolicy.ON
        self._card.setVisible(speaks and not reason)
        self.policy.setText(name_of(policy, words) + "." if speaks and not reason else "")
        full = policy is NotesPolicy.THEMES_ONLY
        self.button.setText(words.tr("Take full notes") if full else words.tr("Take notes anyway"))
        self._kept.setText(words.tr("Notes are taken here: {reason}", reason=reason) if reason else "")
        self._kept.setVisible(speaks and bool(reason))
        self.setVisible(speaks)
        self._ask(False)

    def fold(self, *, on: bool) -> None:
        """Put the sentence and its button side by side where there is little height."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if on else ways.TopToBottom)
        edge = Space.HAIR if on else Space.SNUG
        self._card.column.setContentsMargins(Space.SNUG, edge, Space.SNUG, edge)

    def ask(self) -> None:
        """Ask for the reason to overrule the guide."""
        self._ask(True)
        self.reason.setFocus()

    def event(self, event: QEvent) -> bool:
        return keep_from_shortcuts(event, _writes) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif _writes(event):
            if not self._quiet.isActive():  # once for a word that is typed, not with each letter
                self._context.announcer.announce(self.policy.text())
            self._quiet.start()
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

    def _cancel(self) -> None:
        self._ask(False)
        self.policy_restored.emit()


def _writes(event: QKeyEvent) -> bool:
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
        return False
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
    return event.key() in keys or (bool(event.text()) and event.text().isprintable())
