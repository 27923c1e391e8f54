"""The sheets on which a person writes the report: sentences, titles, headings, and lines to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.report_edits import (
    named_office,
    put_in,
    sentence_of,
    write_outline,
    write_question,
    write_sentence,
    write_titles,
)
from dialogue_desk.desk.program.stars import set_star
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.report_findings import Ask, Findings, other_asks
from dialogue_desk.domain.overview.report_outline import ReportSection, renamed
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import each_of_circles, join_with_dots
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.more_sentences_sheet import MoreSentencesSheet
from dialogue_desk.ui.report.sentence_sheet import Asked, SentenceForm, SentenceSheet, Written
from dialogue_desk.ui.report.sentences_card import Said, said_text
from dialogue_desk.ui.report.stars_sheet import StarsSheet
from dialogue_desk.ui.report.titles_sheet import TitlesSheet
from dialogue_desk.words import Words
from dialogue_desk.words.report_names import counted_name, section_name

Change: TypeAlias = Callable[[Callable[..., object]], ReportPlan]
"""Makes a change to what organizers wrote, given a desk and a program, and returns the plan of then."""


class ReportSheets:
    """Opens a sheet for a ``plan`` in its ``languages``; what a person saves there is made by ``change``."""

    def __init__(self, desk: Desk, context: Context, owner: QWidget, change: Change) -> None:
        self._desk, self._context, self._owner, self._change = desk, context, owner, change

    def open_sentence(self, said: Said, plan: ReportPlan, languages: Sequence[str]) -> None:
        """Ask for the words of a finding or an ask, and for an ask of whom and by when."""
        words, sentence = self._context.words, sentence_of(said)
        unwritten = replace(said, written=replace(sentence, texts=()))
        asked = None
        if isinstance(said, Ask) and plan.picture.program is not None:
            program = plan.picture.program
            usual = said.proposal.actor or program.answers
            day = today(self._desk)
            asked = Asked(named_office(said), sentence.by, program.actors, usual, program.answer_by, day)
        count = each_of_circles(said.counts, plan.room.met, words)
        form = SentenceForm(
            words.tr("An ask") if isinstance(said, Ask) else words.tr("A finding"),
            words.tr("The number beside it stays counted: {count}.", count=count),
            dict(sentence.texts),
            {code: said_text(unwritten, Words(code)) for code in languages},
            asked,
        )

        def save(written: Written) -> None:
            own = replace(sentence, texts=written.texts, actor=written.actor, by=written.by)
            self._change(partial(write_sentence, said=said, sentence=own, met=plan.room.met))

        self._ask(form, save)

    def open_question(self, plan: ReportPlan, languages: Sequence[str]) -> None:
        """Ask for the question on the cover."""
        words = self._context.words
        form = SentenceForm(
            words.tr("The question on the cover"),
            words.tr("What all circles were asked, in one sentence."),
            dict(plan.question.texts) if plan.question else {},
            {code: program_name(plan, Words(code)) for code in languages},
            offered=False,
        )
        self._ask(form, lambda written: self._change(partial(write_question, texts=written.texts)))

    def open_heading(self, section: ReportSection, plan: ReportPlan, languages: Sequence[str]) -> None:
        """Ask for a person's own heading over a section."""
        words = self._context.words
        entry = next(one for one in plan.outline if one.section is section)
        form = SentenceForm(
            words.tr("Heading: {section}", section=section_name(section, words)),
            words.tr("Your own heading over this section. It also stands in the contents."),
            dict(entry.headings),
            {code: section_name(section, Words(code)) for code in languages},
        )

        def save(written: Written) -> None:
            outline, texts = plan.picture.work.outline, dict(written.texts)
            for code in languages:
                outline = renamed(outline, section, code, texts.get(code, ""))
            self._change(partial(write_outline, outline=outline))

        self._ask(form, save)

    def open_more_findings(self, plan: ReportPlan) -> None:
        """Offer the findings that were left out, and all others that the counts allow."""
        known = {one.id for one in (*plan.findings, *plan.unfound)}
        possible = Findings(plan.picture, plan.room.met).possible()
        offers = [*plan.unfound, *(one for one in possible if one.id not in known)]
        self._offer(self._context.words.tr("More findings"), offers, plan.findings, plan.room.met)

    def open_more_asks(self, plan: ReportPlan) -> None:
        """Offer the asks that were left out, and all other proposals."""
        others = other_asks(plan.picture, plan.proposals, (*plan.asks, *plan.unasked))
        self._offer(self._context.words.tr("More asks"), [*plan.unasked, *others], plan.asks, plan.room.met)

    def open_stars(self, plan: ReportPlan) -> None:
        """Let a person choose lines."""

        def star(line: RecordId, on: bool, with_circle: bool) -> ReportPlan:  # as SetStar says
            return self._change(partial(set_star, line=line, on=on, with_circle=with_circle))

        StarsSheet(self._context, plan, star, self._owner.window()).open()

    def open_titles(self, plan: ReportPlan, languages: Sequence[str]) -> None:
        """Ask for the titles of the pages of themes."""
        TitlesSheet(
            self._context,
            plan,
            languages,
            lambda titles: self._change(partial(write_titles, titles=titles)),
            self._owner.window(),
        ).open()

    def _ask(self, form: SentenceForm, save: Callable[[Written], object]) -> None:
        SentenceSheet(self._context, form, save, self._owner.window()).open()

    def _offer(self, title: str, offers: Sequence[Said], among: Sequence[Said], met: int) -> None:
        words = self._context.words

        def detail(said: Said) -> str:
            out = words.tr("left out") if said.written and said.written.left_out else ""
            kind = "" if isinstance(said, Ask) else counted_name(said.kind, words)
            return join_with_dots((each_of_circles(said.counts, met, words), kind, out))

        def put(said: Said) -> None:
            self._change(partial(put_in, said=said, among=among))

        told = [(one, said_text(one, words), detail(one)) for one in offers]
        MoreSentencesSheet(self._context, title, told, put, self._owner.window()).open()
