"""How long a program's notes are kept, whether packages are sealed, and on what terms data leave."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.program_dates import OddDate
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.erasing.keep_until import DEFAULT_RETENTION
from dialogue_desk.ui.setup.key_card import ProgramKeyCard
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
from dialogue_desk.ui.widgets.layouts import column


class PrivacySection(DatedSection):
    """The day on which notes are to be erased, and the key."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__({OddDate.ERASED_BEFORE_ANSWER}, context.words)
        words, today = context.words, day_today(desk)
        question = words.tr("Keep the notes until")
        self.keep_until = DayField(context.theme, words, question, today + DEFAULT_RETENTION, today)
        self.key_card = ProgramKeyCard(desk, context)
        self.keep_until.changed.connect(self.warn)
        self.license = QLineEdit()
        hint = words.tr(
            "It stands in every file of data that leaves. Empty means: all rights stay with the circles, "
            "only for the purpose of their program, not to be published."
        )
        column(
            column(self.keep_until, self.warning),
            self.key_card,
            Field(words.tr("On what terms others may use the data"), self.license, hint),
            gap=Space.BASE,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        show_typed_day(self.keep_until, draft.program.keep_until)
        program = draft.program
        self.key_card.show_key(program.name, program.seal_to, program.seal_to_also, program.languages)
        self.license.setText(draft.program.data_license)
        self.follow(draft)

    def follow(self, draft: ProgramDraft) -> None:
        super().follow(draft)
        card, program = self.key_card, draft.program
        card.program, card.languages = program.name, program.languages

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        program = replace(
            draft.program,
            keep_until=typed_day(self.keep_until),
            seal_to=self.key_card.key,
            seal_to_also=self.key_card.second,
            data_license=typed(self.license),
        )
        return replace(draft, program=program)

    def check(self) -> bool:
        return not self.keep_until.refuses()
