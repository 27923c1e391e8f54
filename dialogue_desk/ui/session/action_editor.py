"""An action idea, made more exact: who, the first step, where, and when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.notes import ActionIdea, Horizon, Level
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.domain.text import caught
from dialogue_desk.ui.session.editing import NONE, Editor, names_in, part_select, text_field, themes_field
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.words.names import name_of


class ActionEditor(Editor):
    """Holds one action idea; ``action()`` is what it says now."""

    def __init__(
        self, around: Surroundings, folder: SessionFolder, action: ActionIdea, parent: QWidget
    ) -> None:
        tr = around.words.tr
        super().__init__(around, tr("Action idea"), parent)
        self._action = action
        what_field, self.box = text_field(around, tr("What we would do"), action.what)
        self.who, self.first_step = QLineEdit(action.who), QLineEdit(action.first_step)
        levels = [Choice(level, name_of(level, around.words)) for level in Level]
        self.level = Chips(around.theme, tr("Where the change would be"), levels, optional=True)
        self.level.choose(action.level or "")
        horizons = [Choice(horizon, name_of(horizon, around.words)) for horizon in Horizon]
        self.horizon = Chips(around.theme, tr("When"), horizons, optional=True)
        self.horizon.choose(action.horizon or "")
        self.themes = themes_field(around, folder, action.themes)
        self.part = part_select(around, folder, action.part)
        for piece in (
            what_field,
            Field(tr("Who could take it up"), self.who, tr("A group or an office, not a person's name.")),
            Field(tr("First step"), self.first_step),
            Field(tr("Where the change would be"), self.level),
            Field(tr("When"), self.horizon),
            self.themes,
            Field(tr("Part"), self.part),
        ):
            self.add(piece)
        self.box.entered.connect(self.saved)
        self.box.escaped.connect(self.reject)
        self.who.returnPressed.connect(self.saved)
        self.first_step.returnPressed.connect(self.saved)
        self.box.setFocus()

    def action(self) -> ActionIdea:
        """Return the action idea as it is edited; its themes are in ``theme_names``."""
        what, part = caught(self.box.text()), self.part.choice()
        level, horizon = self.level.choice(), self.horizon.choice()
        return replace(
            self._action,
            what=what if what.strip() else self._action.what,
            who=caught(self.who.text()),
            first_step=caught(self.first_step.text()),
            level=Level(level) if level else None,
            horizon=Horizon(horizon) if horizon else None,
            part="" if part == NONE else part,
        )

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of its themes."""
        return names_in(self.themes)
