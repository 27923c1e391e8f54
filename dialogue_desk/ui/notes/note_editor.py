"""A note, to be put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import Consent, Note, NoteKind, Spread
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editor_dialog import (
    NONE,
    Editor,
    names_in,
    part_select,
    prompt_select,
    show_prompts,
    side_by_side,
    text_field,
    themes_field,
)
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.names import name_of


class NoteEditor(Editor):
    """Holds one note; ``note()`` is what it says now.

    ``withdrawal_wanted`` tells, in the place of ``saved``, that those who said a quote have taken it back:
    its words are then to go for good.
    """

    withdrawal_wanted = Signal()

    def __init__(self, context: Context, folder: SessionFolder, note: Note, parent: QWidget) -> None:
        tr = context.words.tr
        super().__init__(context, tr("Note"), parent, wide=True)
        self._note, self._folder = note, folder
        self._text_field, self.box = text_field(context, tr("What was said"), note.text)
        kinds = [Choice(kind, name_of(kind, context.words)) for kind in NoteKind]
        self.kind = Select(context.theme, kinds)
        self.kind.choose(note.kind)
        spreads = [Choice(spread, name_of(spread, context.words)) for spread in Spread]
        self.spread = Chips(context.theme, tr("How many of you"), spreads, optional=True)
        self.spread.choose(note.spread or "")
        self.themes = themes_field(context, folder, note.themes)
        self.part = part_select(context, folder, note.part)
        self.prompt = prompt_select(context, folder, note.part, note.prompt)
        self.sensitive = Tick(context.theme, tr("Sensitive: the organizer gets it, but it is in no summary"))
        self.sensitive.setChecked(note.sensitive)
        consents = [Choice(consent, name_of(consent, context.words)) for consent in Consent]
        self.consent = Select(context.theme, consents)
        self.consent.choose(note.consent)
        self._consent_field = Field(
            tr("Can this quote be shared outside the circle?"),
            self.consent,
            tr("Ask the person who said it. Without a yes, it stays on this laptop."),
        )
        self._prompt_field = Field(tr("Question in this part"), self.prompt)
        for piece in (
            self._text_field,
            side_by_side(context, Field(tr("Kind of note"), self.kind), self.themes),
            self._consent_field,
            Field(tr("How many of you"), self.spread),
            side_by_side(context, Field(tr("Part"), self.part), self._prompt_field),
            self.sensitive,
        ):
            self.add(piece)
        self.box.entered.connect(self._finish)
        self.box.escaped.connect(self.reject)
        self.save_button.clicked.disconnect(self.saved)
        self.save_button.clicked.connect(self._finish)
        self.kind.chosen.connect(lambda _: self._show_consent())
        self.part.chosen.connect(self._show_prompts)
        self._show_consent()
        self.box.setFocus()

    def note(self) -> Note:
        """Return the note as it is edited; its themes are in ``theme_names``."""
        text = normalized(self.box.text())
        spread = self.spread.choice()
        part = self.part.choice()
        return replace(
            self._note,
            text=text if text.strip() else self._note.text,
            kind=NoteKind(self.kind.choice()),
            spread=Spread(spread) if spread else None,
            part="" if part == NONE else part,
            prompt=int(self.prompt.choice() or 0),
            sensitive=self.sensitive.isChecked(),
            consent=Consent(self.consent.choice()),
        )

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of its themes."""
        return names_in(self.themes)

    def _finish(self) -> None:
        quote = self.kind.choice() == NoteKind.QUOTE
        withdrawn = quote and self.consent.choice() == Consent.WITHDRAWN
        (self.withdrawal_wanted if withdrawn else self.saved).emit()

    def _show_prompts(self, part: str) -> None:
        """Offer the questions of the part it is moved to; the old part's question is not among them."""
        show_prompts(self.prompt, self.context, self._folder, part)
        self.prompt.choose(str(self._note.prompt) if part == self._note.part else "0")

    def _show_consent(self) -> None:
        self._consent_field.setVisible(self.kind.choice() == NoteKind.QUOTE)
