"""Who could act on what the circles of a program propose."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.person_remark import PersonRemark
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.words import Words

_HEIGHT = 220


class ActorsSection(SetupSection):
    """One a line; the usual ones are added with one press."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._box = LinesBox()
        self._box.setMinimumHeight(theme.scaled(_HEIGHT))
        self._box.textChanged.connect(self._fit)
        self.remark = PersonRemark(context)
        hint = words.tr(
            "One per line. Each proposal in the report is addressed to one of them. Offices and groups, "
            "never the name of a person."
        )
        self._usual = {name: Button(theme, name, weight=Weight.QUIET, icon="plus") for name in actors(words)}
        for name, button in self._usual.items():
            button.clicked.connect(partial(self._add, name))
        column(
            Field(words.tr("Offices and groups"), self._box, hint),
            self.remark,
            flowing(*self._usual.values()),
            gap=Space.SNUG,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        self._box.show_lines(draft.program.actors)
        self._fit()

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        return replace(draft, program=replace(draft.program, actors=self._box.lines()))

    def _add(self, name: str, _checked: bool = False) -> None:
        self._box.show_lines((*self._box.lines(), name))
        self._box.setFocus()

    def _fit(self) -> None:
        """Offer the usual ones that are not there yet."""
        there = self._box.lines()
        self.remark.look_at(*there)
        for name, button in self._usual.items():
            button.setVisible(name not in there)


def actors(words: Words) -> tuple[str, ...]:
    """Return who often could act."""
    tr = words.tr
    return (
        tr("City council"),
        tr("Police department"),
        tr("School board"),
        tr("Library"),
        tr("Congregations"),
        tr("Neighborhood groups"),
        tr("Businesses"),
        tr("Ourselves"),
    )
