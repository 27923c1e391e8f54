"""A note, to be put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.notes import Consent, Note, NoteKind, Spread
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.domain.text import caught
from dialogue_desk.ui.session.editing import NONE, Editor, names_in, part_select, text_field, themes_field
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.words.names import name_of


class NoteEditor(Editor):
    """Holds one note; ``note()`` is what it says now."""

    def __init__(self, around: Surroundings, folder: SessionFolder, note: Note, parent: QWidget) -> None:
        tr = around.words.tr
        super().__init__(around, tr("Note"), parent)
        self._note = note
        self._text_field, self.box = text_field(around, tr("What was said"), note.text)
        kinds = [Choice(kind, name_of(kind, around.words)) for kind in NoteKind]
        self.kind = Select(around.theme, kinds)
        self.kind.choose(note.kind)
        spreads = [Choice(spread, name_of(spread, around.words)) for spread in Spread]
        self.spread = Chips(around.theme, tr("How many of you"), spreads, optional=True)
        self.spread.choose(note.spread or "")
        self.themes = themes_field(around, folder, note.themes)
        self.part = part_select(around, folder, note.part)
        consents = [Choice(consent, name_of(consent, around.words)) for consent in Consent]
        self.consent = Select(around.theme, consents)
        self.consent.choose(note.consent)
        self._consent_field = Field(
            tr("May the quote be repeated outside the circle?"),
            self.consent,
            tr("Ask those who said it. Without a yes it stays on this laptop."),
        )
        for piece in (
            self._text_field,
            Field(tr("Kind of note"), self.kind),
            Field(tr("How many of you"), self.spread),
            self.themes,
            Field(tr("Part"), self.part),
            self._consent_field,
        ):
            self.add(piece)
        self.box.entered.connect(self.saved)
        self.box.escaped.connect(self.reject)
        self.kind.chosen.connect(lambda _: self._show_consent())
        self._show_consent()
        self.box.setFocus()

    def note(self) -> Note:
        """Return the note as it is edited; its themes are in ``theme_names``."""
        text = caught(self.box.text())
        spread = self.spread.choice()
        part = self.part.choice()
        return replace(
            self._note,
            text=text if text.strip() else self._note.text,
            kind=NoteKind(self.kind.choice()),
            spread=Spread(spread) if spread else None,
            part="" if part == NONE else part,
            consent=Consent(self.consent.choice()),
        )

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of its themes."""
        return names_in(self.themes)

    def _show_consent(self) -> None:
        self._consent_field.setVisible(self.kind.choice() == NoteKind.QUOTE)
