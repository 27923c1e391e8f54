"""The dialogs in which all of a note or an action idea is edited."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind, Spread
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.note_edits import option_in
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editor_dialog import (
    NONE,
    Editor,
    option_select,
    part_select,
    prompt_select,
    show_options,
    show_prompts,
    side_by_side,
    text_field,
    themes_field,
)
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.names import name_of

_SENTENCES, _SENTENCE = 96, 76
"""The heights of a box for several sentences and for one or two, in pixels at 100 % text."""


class NoteEditor(Editor):
    """Edits one note; ``note()`` returns it as it is edited.

    ``withdrawal_wanted`` is emitted instead of ``saved`` when the person who said a quote has withdrawn it:
    its words are then erased for good.
    """

    withdrawal_wanted = Signal()

    def __init__(self, context: Context, folder: SessionFolder, note: Note, parent: QWidget) -> None:
        tr = context.words.tr
        super().__init__(context, tr("Note"), parent)
        self._note, self._folder = note, folder
        text, self.box = text_field(context, tr("What was said"), note.text)
        kinds = [Choice(kind, name_of(kind, context.words)) for kind in NoteKind]
        self.kind = Select(context.theme, kinds)
        self.kind.choose(note.kind)
        spreads = [Choice(spread, name_of(spread, context.words)) for spread in Spread]
        self.spread = Chips(context.theme, tr("How many of you"), spreads, optional=True)
        self.spread.choose(note.spread or "")
        self.themes = themes_field(context, folder, note.themes)
        self.part = part_select(context, folder, note.part)
        self.prompt = prompt_select(context, folder, note.part, note.prompt)
        self.option = option_select(context, folder, note)
        self._option_field = Field(tr("What the note is about"), self.option)
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
        prompt = Field(tr("Question in this part"), self.prompt)
        self.fill(
            text,
            side_by_side(context, Field(tr("Kind of note"), self.kind), self.themes),
            self._consent_field,
            Field(tr("How many of you"), self.spread),
            side_by_side(context, Field(tr("Part"), self.part), prompt),
            self._option_field,
            self.sensitive,
        )
        self.box.entered.connect(self._finish)
        self.box.escaped.connect(self.reject)
        self.save_button.clicked.disconnect(self.saved)
        self.save_button.clicked.connect(self._finish)
        self.kind.chosen.connect(lambda _: self._show_consent())
        self.part.chosen.connect(self._show_part)
        self._show_part(note.part)
        self._show_consent()
        self.box.setFocus()

    def note(self) -> Note:
        """Return the note as it is edited, but for its themes: ``theme_names`` returns those."""
        text, spread, part = normalized(self.box.text()), self.spread.choice(), self.part.choice()
        return replace(
            self._note,
            text=text if text.strip() else self._note.text,
            kind=NoteKind(self.kind.choice()),
            spread=Spread(spread) if spread else None,
            part="" if part == NONE else part,
            prompt=int(self.prompt.choice() or 0),
            option=self._about(part),
            sensitive=self.sensitive.isChecked(),
            consent=Consent(self.consent.choice()),
        )

    def _about(self, part: str) -> str:
        """Return the option that is chosen; one that is not known here stays with its part."""
        unknown = self.option.findData(self._note.option) < 0
        return self._note.option if unknown and part == self._note.part else self.option.choice()

    def _finish(self) -> None:
        quote = self.kind.choice() == NoteKind.QUOTE
        withdrawn = quote and self.consent.choice() == Consent.WITHDRAWN
        (self.withdrawal_wanted if withdrawn else self.saved).emit()

    def _show_part(self, part: str) -> None:
        """Offer the questions and options of the part the note is moved to; an option it has too stays."""
        same = part == self._note.part
        show_prompts(self.prompt, self.context, self._folder, part)
        self.prompt.choose(str(self._note.prompt) if same else "0")
        show_options(self.option, self.context, self._folder, part)
        self.option.choose(option_in(self._note, part, self._folder.plan.options))
        self._option_field.setHidden(self.option.count() == 1)

    def _show_consent(self) -> None:
        self._consent_field.setVisible(self.kind.choice() == NoteKind.QUOTE)


class ActionEditor(Editor):
    """Edits one action idea; ``action()`` returns it as it is edited."""

    def __init__(self, context: Context, folder: SessionFolder, action: ActionIdea, parent: QWidget) -> None:
        tr = context.words.tr
        super().__init__(context, tr("Action idea"), parent)
        self._action, self._options = action, folder.plan.options
        what, self.box = text_field(context, tr("What we would do"), action.what, tall=_SENTENCES)
        why, self.why = text_field(context, tr("Why"), action.why, tall=_SENTENCES)
        step, self.first_step = text_field(context, tr("First step"), action.first_step, tall=_SENTENCE)
        built, self.strengths = text_field(
            context, tr("Strengths to build on"), action.strengths, tall=_SENTENCE
        )
        in_the_way, self.obstacles = text_field(
            context, tr("What could get in the way"), action.obstacles, tall=_SENTENCE
        )
        self.who = QLineEdit(action.who)
        self.who.setCursorPosition(0)
        hint = tr("An office or a group, never a person's name.")
        who = Field(tr("Who would have to act"), self.who, hint)
        levels = [Choice(level, name_of(level, context.words)) for level in Level]
        self.level = Chips(context.theme, tr("Where the change would be"), levels, optional=True)
        self.level.choose(action.level or "")
        horizons = [Choice(horizon, name_of(horizon, context.words)) for horizon in Horizon]
        self.horizon = Chips(context.theme, tr("When"), horizons, optional=True)
        self.horizon.choose(action.horizon or "")
        self.themes = themes_field(context, folder, action.themes)
        self.part = part_select(context, folder, action.part)
        self.dots = Label(_dots(action, context), "note")
        level = Field(tr("Where the change would be"), self.level)
        self.fill(
            side_by_side(context, what, why),
            side_by_side(context, who, self.themes),
            side_by_side(context, level, Field(tr("When"), self.horizon)),
            side_by_side(context, step, built),
            side_by_side(context, in_the_way, Field(tr("Part"), self.part)),
            self.dots,
        )
        for box in (self.box, self.why, self.first_step, self.strengths, self.obstacles):
            box.entered.connect(self.saved)
            box.escaped.connect(self.reject)
        self.who.returnPressed.connect(self.saved)
        self.box.setFocus()

    def action(self) -> ActionIdea:
        """Return the idea as it is edited, but for its themes: ``theme_names`` returns those."""
        what, part = normalized(self.box.text()), self.part.choice()
        level, horizon = self.level.choice(), self.horizon.choice()
        part = "" if part == NONE else part
        return replace(
            self._action,
            what=what if what.strip() else self._action.what,
            why=normalized(self.why.text()),
            who=normalized(self.who.text()),
            strengths=normalized(self.strengths.text()),
            first_step=normalized(self.first_step.text()),
            obstacles=normalized(self.obstacles.text()),
            level=Level(level) if level else None,
            horizon=Horizon(horizon) if horizon else None,
            part=part,
            prompt=self._action.prompt if part == self._action.part else 0,
            option=option_in(self._action, part, self._options),
        )


def _dots(action: ActionIdea, context: Context) -> str:
    words = context.words
    if action.dots is None:
        return words.tr("The circle votes with dots when you wrap up.")
    return words.ntr(
        "{count} dot, from the vote at wrap-up.", "{count} dots, from the vote at wrap-up.", action.dots
    )
