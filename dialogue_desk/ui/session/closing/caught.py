"""What was caught, by kind, and how many people were there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.circles import MOST_PEOPLE
from dialogue_desk.domain.notes import NoteKind
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.session.closing.step import Step
from dialogue_desk.ui.theme import Theme
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NUMBER = 260
"""How wide the head-count's box may be, in pixels at 100 % text."""


class People(Step):
    """Asks for the head-count; ``counted(int)`` tells it, 0 when it was not counted."""

    counted = Signal(int)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(words.tr("Who was there"))
        self.number = Number(theme, words, 0, MOST_PEOPLE)
        self.number.box.setSpecialValueText(words.tr("not counted"))
        self.number.box.setKeyboardTracking(False)
        self.number.changed.connect(self.counted)
        self._words = words
        self._theme = theme
        theme.changed.connect(self._limit)
        self._limit()
        self._hint = Label("", "note")
        self.fill(Field(words.tr("How many people were there?"), self.number), self._hint)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what is known; the hint says how many were expected."""
        self.number.show_value(folder.session.present or 0)
        hint = self._words.ntr(
            "A number, never names. {count} person was expected.",
            "A number, never names. {count} people were expected.",
            folder.session.people,
        )
        self._hint.setText(hint)
        self.number.setAccessibleDescription(hint)

    def _limit(self) -> None:
        self.number.setMaximumWidth(self._theme.scaled(_NUMBER))


class Caught(Step):
    """How many notes of each kind there are, and how many action ideas."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(words.tr("What was caught"))
        self._theme, self._words = theme, words
        self._shown: tuple[str, ...] | None = None

    def show_folder(self, folder: SessionFolder) -> None:
        """Count what a session holds."""
        words = self._words
        counts = [(kind, len(folder.notes_of(kind))) for kind in NoteKind]
        shown = [f"{name_of(kind, words)} {count}" for kind, count in counts if count]
        if folder.actions:
            shown.append(words.tr("Action ideas {count}", count=len(folder.actions)))
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        self.count(words.ntr("{count} note", "{count} notes", len(folder.notes)) if shown else "")
        if not shown:
            self.fill(Label(words.tr("Nothing was written down in this session."), "muted"))
            return
        ground = QWidget()
        flow = FlowLayout(ground)
        for text in shown:
            flow.addWidget(Pill(self._theme, text, Tone.PLAIN))
        self.fill(ground)
