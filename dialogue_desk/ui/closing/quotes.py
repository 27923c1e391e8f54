"""The quotes of a session, and whether each may be repeated outside the circle."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import CloseSection
from dialogue_desk.ui.core.theme import AppTheme
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words


class QuotesSection(CloseSection):
    """Shows each quote with its answer; hidden without quotes.  Emits ``answered(id, consent)``."""

    answered = Signal(str, Consent)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(words.tr("Quotes"))
        self._theme, self._words = theme, words
        self._shown: tuple[tuple[str, str], ...] = ()
        self._asked: dict[str, Chips] = {}

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the quotes of a session; while their words stay, their widgets and the focus stay too."""
        quotes = folder.notes_of(NoteKind.QUOTE)
        shown = tuple((note.id, note.body.text) for note in quotes)
        if shown != self._shown:
            self._shown = shown
            self._lay_out()
        for note in quotes:
            consent = note.body.consent
            self._asked[note.id].choose("" if consent is Consent.NOT_ASKED else consent.value)
        self.setVisible(bool(shown))

    def take_focus(self) -> bool:
        """Put the keyboard on the first answer, and return whether there is one."""
        for chips in self._asked.values():
            chips.focus_choice()
            return True
        return False

    def _lay_out(self) -> None:
        words = self._words
        self._asked = {}
        widgets: list[QWidget] = [Label(words.tr("May it be repeated outside the circle?"))]
        for note_id, text in self._shown:
            name = words.tr("May it be repeated outside the circle? {quote}", quote=f"“{text}”")
            answers = (
                Choice(Consent.YES.value, words.tr("Yes")),
                Choice(Consent.WITHDRAWN.value, words.tr("No")),
            )
            chips = Chips(self._theme, name, answers, optional=True)
            chips.chosen.connect(partial(self._emit_answered, note_id))
            self._asked[note_id] = chips
            widgets += [Label(f"“{text}”", "strong"), chips]
        self.fill(*widgets)

    def _emit_answered(self, note_id: str, choice: str) -> None:
        self.answered.emit(note_id, Consent(choice) if choice else Consent.NOT_ASKED)
