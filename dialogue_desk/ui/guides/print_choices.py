"""What to print of a guide: which documents of which session, for whom, and on what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.guide_prints import GuidePrints, nothing_for
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_lengths import usual_people
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.reports.guide_papers import GuidePaper, paper_name, paper_purpose
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.guide_cover import session_names
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, sheet_choices
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select, TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name

_STANDARD, _LARGE = "standard", "large"
_TWO_COLUMNS = 520
"""The width, at 100 % text, from which two things are side by side."""
_MOST_PEOPLE = 500
_FIRST_WANTED = (GuidePaper.PLAN, GuidePaper.SCRIPT, GuidePaper.HANDOUT)
"""What a session is seldom held without."""


class PrintChoices(QWidget):
    """Tells ``changed`` when a person chooses something else."""

    changed = Signal()

    def __init__(self, context: Context, shelved: ShelvedGuide, plan: str) -> None:
        super().__init__()
        self._context, self._shelved = context, shelved
        theme, words, tr = context.theme, context.words, context.words.tr
        editions = (shelved.translation(words.language), *shelved.translations)
        guide = self._guide = next(one.guide for one in editions if one.guide.sessions)
        self.session = Select(
            theme,
            [
                Choice(one.id, name)
                for one, name in zip(guide.sessions, session_names(guide, words), strict=True)
            ],
        )
        self.session.choose(plan)
        self.documents = {paper: DocumentTick(theme, paper, words) for paper in GuidePaper}
        self.languages = Chips(theme, tr("Language"), _languages(shelved, words))
        self.languages.choose(guide.language)
        self.people = Number(theme, words, 1, _MOST_PEOPLE)
        self.people.show_value(usual_people(guide))
        self.timed = Tick(theme, tr("With times of day, starting at:"))
        self.start = TimeOfDay(words)
        self.start.setAccessibleName(tr("Starts at"))
        self.start.setEnabled(False)
        kinds = file_kinds(words)
        self.kinds = Chips(
            theme, tr("Kind of file"), [Choice(ending, kinds[ending]) for ending in (".pdf", ".docx")]
        )
        self.sheets = Chips(theme, tr("Page size"), sheet_choices(words))
        sizes = (Choice(_STANDARD, tr("Standard")), Choice(_LARGE, tr("Large print (18 points)")))
        self.print_sizes = Chips(theme, tr("Print size"), sizes)
        self.accessible = Tick(theme, tr("Accessible PDF: screen readers can follow it"))
        for chips, usual in (
            (self.kinds, ".pdf"),
            (self.sheets, PaperSize.LETTER),
            (self.print_sizes, _STANDARD),
        ):
            chips.choose(usual)
        self._lay_out(several=len(guide.sessions) > 1)
        self._offer()
        for paper in _FIRST_WANTED:
            self.documents[paper].tick.setChecked(True)
        self._connect()

    def editions(self) -> tuple[Guide, ...]:
        """Return the guide in the languages that are chosen and have the session; else in one that has it."""
        chosen = (self._shelved.translation(code).guide for code in self.languages.choice().split("+"))
        plan = self.session.choice()
        return tuple(one for one in chosen if plan in {plan.id for plan in one.sessions}) or (self._guide,)

    def wanted(self) -> GuidePrints:
        """Return what is chosen."""
        return GuidePrints(
            self.session.choice(),
            papers=tuple(paper for paper, one in self.documents.items() if one.tick.isChecked()),
            endings=(self.kinds.choice(),),
            size=PaperSize(self.sheets.choice()),
            large=self.print_sizes.choice() == _LARGE,
            accessible=self.accessible.isChecked() and self.kinds.choice() == ".pdf",
            start=self.start.value() if self.timed.isChecked() else None,
            people=self.people.value(),
        )

    def fault(self) -> str:
        """Return what is wrong with what is typed, or ""; the keyboard then goes there."""
        for control, fault in (
            (self.people, self.people.fault()),
            (self.start, self.start.fault() if self.timed.isChecked() else ""),
        ):
            if fault:
                control.setFocus()
                return fault
        return ""

    def _connect(self) -> None:
        self.timed.toggled.connect(self.start.setEnabled)
        self.kinds.chosen.connect(lambda ending: self.accessible.setEnabled(ending == ".pdf"))
        for again in (self.session.chosen, self.languages.chosen):
            again.connect(self._offer)
        for chips in (self.kinds, self.sheets, self.print_sizes):
            chips.chosen.connect(self.changed)
        for tick in (self.timed, self.accessible, *(one.tick for one in self.documents.values())):
            tick.toggled.connect(self.changed)
        self.people.changed.connect(self.changed)
        self.start.changed.connect(self.changed)

    def _offer(self) -> None:
        """Offer what the session has something for."""
        lacking = nothing_for(self.editions(), self.session.choice(), self._context.words)
        for paper, one in self.documents.items():
            one.offer(lacking.get(paper, ""))
        self.changed.emit()

    def _lay_out(self, *, several: bool) -> None:
        theme, tr = self._context.theme, self._context.words.tr
        session = Field(tr("Session"), self.session)
        session.setVisible(several)
        documents = list(self.documents.values())
        half = -(-len(documents) // 2)
        when = QWidget()
        column(self.timed, self.start, STRETCH, gap=Space.HAIR, within=when)
        people = Field(tr("People"), self.people, tr("Some parts are longer when more people come."))
        column(
            session,
            _beside(theme, (_headed(self.languages), 4), (_headed(self.kinds), 4), (_headed(self.sheets), 3)),
            Section(tr("What to print")),
            _beside(theme, (_stacked(documents[:half]), 1), (_stacked(documents[half:]), 1)),
            _beside(theme, (_headed(self.print_sizes), 1), (when, 1)),
            _beside(theme, (people, 1), (self.accessible, 1)),
            gap=Space.BASE,
            within=self,
        )


class DocumentTick(QWidget):
    """One document that can be printed: its name, and what it is for or why it cannot be printed."""

    def __init__(self, theme: AppTheme, paper: GuidePaper, words: Words) -> None:
        super().__init__()
        self.tick = Tick(theme, paper_name(paper, words))
        self._purpose = paper_purpose(paper, words)
        self._note = Label(role="note")
        column(self.tick, self._note, gap=Space.HAIR, within=self)  # so that the ring leaves the words alone
        self._theme = theme
        theme.changed.connect(self._indent)
        self._indent()

    def offer(self, lacking: str) -> None:
        """Offer it, unless a sentence says that there is nothing for it."""
        self._note.setText(lacking or self._purpose)
        self.tick.setAccessibleDescription(lacking or self._purpose)
        self.tick.setEnabled(not lacking)
        if lacking:
            self.tick.setChecked(False)

    def _indent(self) -> None:
        """Have the note begin where the words of the tick do."""
        self._note.setContentsMargins(self._theme.scaled(22) + Space.SNUG, 0, 0, 0)


def _languages(shelved: ShelvedGuide, words: Words) -> list[Choice]:
    found = [Choice(code, own_name(code)) for code in shelved.languages]
    if len(found) > 1:
        found.append(Choice("+".join(shelved.languages), words.tr("All in one file")))
    return found


def _beside(theme: AppTheme, *pieces: tuple[QWidget, int]) -> ResponsiveRow:
    whole = ResponsiveRow(theme, _TWO_COLUMNS, gap=Space.BASE)
    for piece, share in pieces:
        whole.add(piece, share)
    return whole


def _stacked(pieces: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column(*pieces, STRETCH, gap=0, within=whole)
    return whole


def _headed(chips: Chips) -> QWidget:
    whole = QWidget()
    column(Section(chips.accessibleName()), chips, STRETCH, gap=Space.TIGHT, within=whole)
    return whole
