"""An action idea, whole: what and why, who and when, what there is to build on and what is in the way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level
from dialogue_desk.domain.model.text import caught
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.notes.editor_dialog import (
    NONE,
    Editor,
    beside,
    names_in,
    part_select,
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

    def __init__(
        self, around: Surroundings, folder: SessionFolder, action: ActionIdea, parent: QWidget
    ) -> None:
        tr = around.words.tr
        super().__init__(around, tr("Action idea"), parent, wide=True)
        self._action = action
        what, self.box = text_field(around, tr("What we would do"), action.what, tall=_SENTENCES)
        why, self.why = text_field(around, tr("Why"), action.why, tall=_SENTENCES)
        step, self.first_step = text_field(around, tr("First step"), action.first_step, tall=_SENTENCE)
        built, self.strengths = text_field(
            around, tr("Strengths to build on"), action.strengths, tall=_SENTENCE
        )
        in_the_way, self.obstacles = text_field(
            around, tr("What could stand in the way"), action.obstacles, tall=_SENTENCE
        )
        self.who = QLineEdit(action.who)
        self.who.setCursorPosition(0)
        hint = tr("An office or a group, never a person's name.")
        who = Field(tr("Who would have to act"), self.who, hint)
        levels = [Choice(level, name_of(level, around.words)) for level in Level]
        self.level = Chips(around.theme, tr("Where the change would be"), levels, optional=True)
        self.level.choose(action.level or "")
        horizons = [Choice(horizon, name_of(horizon, around.words)) for horizon in Horizon]
        self.horizon = Chips(around.theme, tr("When"), horizons, optional=True)
        self.horizon.choose(action.horizon or "")
        self.themes = themes_field(around, folder, action.themes)
        self.part = part_select(around, folder, action.part)
        self.dots = Label(_dots(action, around), "note")
        for piece in (
            beside(around, what, why),
            beside(around, who, self.themes),
            beside(
                around,
                Field(tr("Where the change would be"), self.level),
                Field(tr("When"), self.horizon),
            ),
            beside(around, step, built),
            beside(around, in_the_way, Field(tr("Part"), self.part)),
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
        what, part = caught(self.box.text()), self.part.choice()
        level, horizon = self.level.choice(), self.horizon.choice()
        part = "" if part == NONE else part
        return replace(
            self._action,
            what=what if what.strip() else self._action.what,
            why=caught(self.why.text()),
            who=caught(self.who.text()),
            strengths=caught(self.strengths.text()),
            first_step=caught(self.first_step.text()),
            obstacles=caught(self.obstacles.text()),
            level=Level(level) if level else None,
            horizon=Horizon(horizon) if horizon else None,
            part=part,
            prompt=self._action.prompt if part == self._action.part else 0,
        )

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of its themes."""
        return names_in(self.themes)


def _dots(action: ActionIdea, around: Surroundings) -> str:
    words = around.words
    if action.dots is None:
        return words.tr("The circle gives it dots at the close.")
    return words.ntr("{count} dot, given at the close.", "{count} dots, given at the close.", action.dots)
