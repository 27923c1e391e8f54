"""Where a person writes the report: its question, findings, asks, outline, and the lines chosen for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.report_edits import (
    in_order,
    leave_out,
    read_again,
    work_now,
    write_outline,
)
from dialogue_desk.domain.model.organizing import ReportOutline
from dialogue_desk.domain.overview.report_outline import ReportSection
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.outline_card import OutlineCard
from dialogue_desk.ui.report.report_sheets import ReportSheets
from dialogue_desk.ui.report.sentences_card import EDIT, HOLDS, Said, SentencesCard
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import LANGUAGES


class ReportWriting(QWidget):
    """Everything here is a step of Undo; ``planned(plan)`` tells what the report says after it."""

    planned = Signal(object)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context, self._words = desk, context, context.words
        self._plan: ReportPlan | None = None
        words, theme = context.words, context.theme
        self._question = Label(role="lead")
        self.question_button = Button(theme, words.tr("Write the question…"))
        self.findings = SentencesCard(
            context,
            words.tr("What the circles found"),
            words.tr("Sentences that the counts propose, until you write your own. Numbers stay counted."),
            words.tr("Nothing was counted yet."),
            words.tr("More findings…"),
        )
        self.asks = SentencesCard(
            context,
            words.tr("What they ask for"),
            words.tr("An ask says which office does what, and by when."),
            words.tr("Nobody has proposed anything yet."),
            words.tr("More asks…"),
        )
        self.outline = OutlineCard(context)
        self._lines = Label(role="muted")
        self.stars_button = Button(theme, words.tr("Choose lines…"))
        self.titles_button = Button(theme, words.tr("Write titles of themes…"))
        self._sheets = ReportSheets(desk, context, self, self._change)
        column(*self._cards(), gap=Space.BASE, within=self)
        self._connect()

    def show_plan(self, plan: ReportPlan) -> None:
        """Show what the report says; it can be written only where there is a program to keep it."""
        self._plan = plan
        languages, words = self._languages(), self._words
        question = plan.question.text(words.language) if plan.question else ""
        self._question.setText(question or words.tr("No question yet. The cover has the program’s name."))
        self.findings.show_said(plan.findings, plan, languages)
        self.asks.show_said(plan.asks, plan, languages)
        self.outline.show_outline(plan.picture.work.outline, languages)
        self._lines.setText(
            words.ntr("{count} line was chosen.", "{count} lines were chosen.", plan.starred)
            if plan.starred
            else words.tr("Nobody chose lines yet. Circles take turns by a rule.")
        )
        self.titles_button.setVisible(bool(plan.themes))
        self.setEnabled(plan.picture.program_id is not None)

    def _cards(self) -> tuple[Card, ...]:
        words = self._words
        question, lines = Card(), Card()
        question.add(Section(words.tr("The question on the cover")), self._question)
        question.add(flowing(self.question_button))
        lines.add(Section(words.tr("Lines and titles")), self._lines)
        lines.add(flowing(self.stars_button, self.titles_button, gap=Space.SNUG))
        return question, self.findings, self.asks, lines, self.outline

    def _connect(self) -> None:
        sheets, languages = self._sheets, self._languages
        self._on(self.question_button.clicked, lambda plan: sheets.open_question(plan, languages()))
        self._on(self.titles_button.clicked, lambda plan: sheets.open_titles(plan, languages()))
        self._on(self.stars_button.clicked, sheets.open_stars)
        self._on(self.findings.more_wanted, sheets.open_more_findings)
        self._on(self.asks.more_wanted, sheets.open_more_asks)
        for card in (self.findings, self.asks):
            card.act_wanted.connect(self._do)
            card.ordered.connect(lambda said: self._change(partial(in_order, said=said)))
        self.outline.changed.connect(self._write_outline)
        self.outline.rename_wanted.connect(self._open_heading)

    def _on(self, told: SignalInstance, opens: Callable[[ReportPlan], None]) -> None:
        """Open a sheet for the plan of then when a signal tells."""
        told.connect(lambda *_: opens(self._plan) if self._plan is not None else None)

    def _open_heading(self, name: str) -> None:
        if self._plan is not None:
            self._sheets.open_heading(ReportSection(name), self._plan, self._languages())

    def _languages(self) -> tuple[str, ...]:
        """Return the languages in which the report is written, that of the app first."""
        plan, own = self._plan, self._words.language
        program = plan.picture.program if plan else None
        spoken = [code for code in (program.languages if program else ()) if code in LANGUAGES]
        return tuple(dict.fromkeys([own, *spoken] if own in spoken or not spoken else spoken))

    def _change(self, act: Callable[..., object]) -> ReportPlan:
        """Make a change to what organizers wrote, and show at once what the report says then.

        Raises:
            LookupError: when nothing is shown, or there is no program in which it could be kept.
        """
        if self._plan is None or self._plan.picture.program_id is None:
            raise LookupError("there is no program whose report could be written")
        program = self._plan.picture.program_id
        act(self._desk, program)
        plan = report_plan(replace(self._plan.picture, work=work_now(self._desk, program)))
        self.show_plan(plan)
        self.planned.emit(plan)
        return plan

    def _do(self, act: str, said: Said) -> None:
        plan = self._plan
        if plan is None:
            return
        if act == EDIT:
            self._sheets.open_sentence(said, plan, self._languages())
        elif act == HOLDS:
            self._change(partial(read_again, said=said, met=plan.room.met))
        else:
            self._change(partial(leave_out, said=said))

    def _write_outline(self, outline: ReportOutline) -> None:
        plan = self._plan
        if plan and outline != plan.picture.work.outline:
            self._change(partial(write_outline, outline=outline))
