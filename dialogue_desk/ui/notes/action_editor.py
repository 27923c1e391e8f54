"""An action idea, whole: what and why, who and when, what there is to build on and what is in the way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editor_dialog import (
    NONE,
    Editor,
    names_in,
    part_select,
    side_by_side,
    text_field,
    themes_field,
)
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.names import name_of

_SENTENCES, _SENTENCE = 96, 76
"""How tall a box for some sentences is, or for one or two, in pixels at 100 % text."""


class ActionEditor(Editor):
    """Holds one action idea; ``action()`` is what it says now.  Only what it is about has to be said."""

    def __init__(self, context: Context, folder: SessionFolder, action: ActionIdea, parent: QWidget) -> None:
        tr = context.words.tr
        super().__init__(context, tr("Action idea"), parent, wide=True)
        self._action = action
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
        for piece in (
            side_by_side(context, what, why),
            side_by_side(context, who, self.themes),
            side_by_side(
                context,
                Field(tr("Where the change would be"), self.level),
                Field(tr("When"), self.horizon),
            ),
            side_by_side(context, step, built),
            side_by_side(context, in_the_way, Field(tr("Part"), self.part)),
            self.dots,
        ):
            self.add(piece)
        for box in (self.box, self.why, self.first_step, self.strengths, self.obstacles):
            box.entered.connect(self.saved)
            box.escaped.connect(self.reject)
        self.who.returnPressed.connect(self.saved)
        self.box.setFocus()

    def action(self) -> ActionIdea:
        """Return the action idea as it is edited; its themes are in ``theme_names``."""
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
        )

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of its themes."""
        return names_in(self.themes)


def _dots(action: ActionIdea, context: Context) -> str:
    words = context.words
    if action.dots is None:
        return words.tr("The circle votes with dots when you wrap up.")
    return words.ntr(
        "{count} dot, from the vote at wrap-up.", "{count} dots, from the vote at wrap-up.", action.dots
    )
