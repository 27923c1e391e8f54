"""The sheet on which a person chooses lines for the report, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Star
from dialogue_desk.domain.overview.chosen_lines import Choice, ChosenLine
from dialogue_desk.domain.overview.program_overview import CircleNote
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, kind_and_spread
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets import chips
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words

_SHOWN = 400
"""How many lines of a section are shown: those that the rule would take first."""


@dataclass(frozen=True, slots=True)
class LineSection:
    """Lines that could stand under one heading of the report."""

    name: str
    choice: Choice


SetStar = Callable[[RecordId, bool, bool], ReportPlan]
"""Stars a line or takes its star away, with its circle or without, and returns the plan of then."""


class _Lines(MarkList):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and not event.modifiers():
            self.open_row(self.currentIndex())
        else:
            super().keyPressEvent(event)


class StarsSheet(SheetDialog):
    """The lines of a section, starred ones first; S or Space stars the line that the keys are on."""

    def __init__(self, context: Context, plan: ReportPlan, set_star: SetStar, window: QWidget | None) -> None:
        words = context.words
        super().__init__(
            context.theme, words.tr("Choose lines for the report"), window, wide=True, characters=92
        )
        self._words, self._set_star = words, set_star
        self._show_plan(plan)
        self.sections = Select(context.theme)
        self.sections.setAccessibleName(words.tr("Section"))
        self._note = Label(role="note")
        self.list = _Lines(context.theme, words.tr("Lines"))
        self.list.setMinimumHeight(context.theme.scaled(300))
        self.star = Button(context.theme, "", icon="check")
        self.circle = Button(context.theme, "", weight=Weight.QUIET)
        self.star.clicked.connect(lambda: self._toggle(self.list.current_id()))
        self.circle.clicked.connect(lambda: self._toggle_circle(self.list.current_id()))
        self.list.opened.connect(self._toggle)
        self.list.moved.connect(lambda _: self._update_buttons())
        self.column.add(
            Label(
                words.tr(
                    "Lines with a star come first. Where nobody chose, circles take turns by a rule that the "
                    "report tells. Press S to set a star."
                ),
                "muted",
            ),
            self.sections,
            self._note,
            (self.list, 1),
            flowing(self.star, self.circle),
        )
        self.foot.addStretch(1)
        self.add_button(words.tr("Close"), self.accept)
        names = (chips.Choice(str(number), one.name) for number, one in enumerate(self._sections))
        self.sections.show_choices(tuple(names))
        self.sections.chosen.connect(lambda _: self._fill())
        self._fill()
        self.list.setFocus()

    def _show_plan(self, plan: ReportPlan) -> None:
        self._plan, self._sections = plan, tuple(line_sections(plan, self._words))
        self._stars: Mapping[RecordId, Star] = plan.picture.work.stars
        self._notes: dict[RecordId, CircleNote] = {line.note_id: line for line in plan.picture.lines}

    def _section(self) -> LineSection | None:
        place = self.sections.choice()
        return self._sections[int(place)] if place else None

    def _fill(self) -> None:
        words, section = self._words, self._section()
        lines = (*section.choice.lines, *section.choice.left)[:_SHOWN] if section else ()
        chosen = {line.id for line in section.choice.lines} if section else set()
        self.list.show_rows([self._row(line, line.id in chosen) for line in lines])
        if lines and not self.list.current_id():
            self.list.go_to(lines[0].id)
        said = words.tr("Nothing was said here.")
        if section:
            said = words.ntr(
                "{count} of {total} line stands in the report.",
                "{count} of {total} lines stand in the report.",
                len(chosen) + section.choice.more,
                count=len(chosen),
                total=len(chosen) + section.choice.more,
            )
            crowded = sum(line.starred for line in section.choice.left)
            if crowded:
                more = words.ntr(
                    "There is no room for {count} line with a star.",
                    "There is no room for {count} lines with a star.",
                    crowded,
                )
                said = f"{said} {more}"
        self._note.setText(said)
        self._update_buttons()

    def _row(self, line: ChosenLine, chosen: bool) -> MarkRow:
        words = self._words
        states = (
            words.tr("in the report") if chosen else "",
            words.tr("with a star") if line.starred else "",
            line.where,
        )
        circles = words.ntr("{count} circle", "{count} circles", line.circles)
        detail = join_with_dots((line.code, kind_and_spread(line.kind, line.spread, words), circles, *states))
        return MarkRow(
            line.id,
            line.text,
            detail,
            f"{line.text}. {detail}",
            icon="check" if line.starred else "",
            filled=line.starred,
            quiet=not chosen and not line.starred,
        )

    def _update_buttons(self) -> None:
        words, here = self._words, RecordId(self.list.current_id())
        starred = here in self._stars
        self.star.setEnabled(bool(here))
        self.star.setText(words.tr("Take the star away") if starred else words.tr("Set a star"))
        line = self._notes.get(here)
        self.circle.setVisible(starred and line is not None)
        if starred and line is not None:
            on = self._stars[here].with_circle
            self.circle.setText(
                words.tr("Leave its circle out")
                if on
                else words.tr("Let circle {code} stand beside it", code=line.circle)
            )

    def _toggle(self, row_id: str) -> None:
        if row_id:
            line = RecordId(row_id)
            self._set(line, on=line not in self._stars, with_circle=False)

    def _toggle_circle(self, row_id: str) -> None:
        line = RecordId(row_id)
        if line in self._stars:
            self._set(line, on=True, with_circle=not self._stars[line].with_circle)

    def _set(self, line: RecordId, *, on: bool, with_circle: bool) -> None:
        self._show_plan(self._set_star(line, on, with_circle))
        self._fill()
        self.list.go_to(line)


def line_sections(plan: ReportPlan, words: Words) -> Iterator[LineSection]:
    """Yield where lines stand in the report, in the usual order; those without any lines are passed over."""
    every = chain(
        *(
            (
                LineSection(words.tr("{theme}: common ground", theme=one.theme.name), one.common),
                LineSection(words.tr("{theme}: where people differ", theme=one.theme.name), one.differences),
                LineSection(words.tr("{theme}: what people said", theme=one.theme.name), one.others),
                LineSection(words.tr("{theme}: quotes", theme=one.theme.name), one.quotes),
                LineSection(words.tr("{theme}: single voices", theme=one.theme.name), one.voices),
            )
            for one in plan.themes
        ),
        (
            LineSection(words.tr("Strengths"), plan.strengths),
            LineSection(words.tr("Open questions"), plan.questions),
            LineSection(words.tr("Quotes of the whole program"), plan.quotes),
            LineSection(words.tr("Single voices of the whole program"), plan.voices),
        ),
    )
    return (section for section in every if section.choice.lines or section.choice.left)
