"""Who organizes a program, who will answer its report, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.program_dates import OddDate
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import (
    DatedSection,
    day_today,
    show_typed_day,
    typed,
    typed_day,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import DayField
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column

_ABOUT = {OddDate.FORUM_BEFORE_CIRCLES, OddDate.ANSWER_BEFORE_CIRCLES, OddDate.ANSWER_BEFORE_FORUM}
_FORUM_IN, _ANSWER_IN = timedelta(days=120), timedelta(days=180)
"""The days that are offered: after a usual season, and two months on."""


class AnswersSection(DatedSection):
    """The decision maker and the dates, asked before the first circle; the organizer as on paper."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__(_ABOUT, context.words)
        words, theme = context.words, context.theme
        tr, today = words.tr, day_today(desk)
        self.answers, self.organizer, self.contact = QLineEdit(), QLineEdit(), QLineEdit()
        self.answers.setPlaceholderText(tr("City manager, for the city council"))
        self.contact.setPlaceholderText(tr("Telephone, e-mail or address"))
        self.answer_by = DayField(theme, words, tr("They answer by"), today + _ANSWER_IN, today)
        self.forum = DayField(theme, words, tr("The action forum is on"), today + _FORUM_IN, today)
        why = tr(
            "Settle this before the first circle meets: reports that got an answer had one decision maker "
            "and a date beforehand."
        )
        on_paper = tr("As it is printed on reports and posters.")
        column(
            Label(why, "muted"),
            Field(
                tr("Who will answer the report"), self.answers, tr("An office, or the person who decides.")
            ),
            self.answer_by,
            self.forum,
            self.warning,
            Field(tr("Organizer"), self.organizer, on_paper),
            Field(tr("How people reach the organizer"), self.contact, on_paper),
            gap=Space.BASE,
            within=self,
        )
        self.setFocusProxy(self.answers)
        self.answer_by.changed.connect(self.warn)
        self.forum.changed.connect(self.warn)

    def show_draft(self, draft: ProgramDraft) -> None:
        program = draft.program
        self.answers.setText(program.answers)
        self.organizer.setText(program.organizer)
        self.contact.setText(program.contact)
        show_typed_day(self.answer_by, program.answer_by)
        show_typed_day(self.forum, program.forum)
        self.follow(draft)

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        program = replace(
            draft.program,
            answers=typed(self.answers),
            organizer=typed(self.organizer),
            contact=typed(self.contact),
            answer_by=typed_day(self.answer_by),
            forum=typed_day(self.forum),
        )
        return replace(draft, program=program)

    def check(self) -> bool:
        return not (self.answer_by.refuses() or self.forum.refuses())
