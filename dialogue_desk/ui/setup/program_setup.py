"""The form that makes a program or changes it, part by part."""

from __future__ import annotations

from dataclasses import replace
from functools import partial, reduce

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.desk.program.program_edits import new_program_draft, program_draft_of, save_program
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.core.tab_order import tab_stops
from dialogue_desk.ui.setup.actors_section import ActorsSection
from dialogue_desk.ui.setup.answers_section import AnswersSection
from dialogue_desk.ui.setup.basics_section import BasicsSection
from dialogue_desk.ui.setup.circles_section import CirclesSection
from dialogue_desk.ui.setup.privacy_section import PrivacySection
from dialogue_desk.ui.setup.questionnaire_section import QuestionnaireSection
from dialogue_desk.ui.setup.rounds_section import RoundsSection
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.setup.starter_themes import StarterThemes
from dialogue_desk.ui.setup.tally_categories import TallyCategories
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, PlaceButton, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_SIDE = 240
"""How wide the list of parts is, in pixels at 100 % text."""
_LEAST_WIDE = 900
"""Below this many pixels at 100 % text a choice over the part stands for the list beside it."""
_LEAVE = "leave"


class ProgramForm(QWidget):
    """The parts of a program's set-up, listed at the side.  Saving is one step of Undo."""

    saved = Signal(str)
    """The program with this id is saved."""

    left = Signal()
    """The form was left without saving."""

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._program: RecordId | None = None
        self._shown = self._begun = ProgramDraft(Program(""))
        words, theme = context.words, context.theme
        tr = words.tr
        self.basics, self.circles, self.themes = (
            BasicsSection(context),
            CirclesSection(context),
            StarterThemes(desk, context),
        )
        self.answers, self.rounds = AnswersSection(desk, context), RoundsSection(desk, shelf, context)
        self.actors, self.tallies = ActorsSection(context), TallyCategories(context)
        self.questionnaire = QuestionnaireSection(context)
        self.privacy = PrivacySection(desk, context)
        self.key_card = self.privacy.key_card
        self.rounds.removed.connect(self.circles.drop_round)
        self._sections: tuple[tuple[str, SetupSection], ...] = (
            (tr("Name and languages"), self.basics),
            (tr("Who will answer"), self.answers),
            (tr("Rounds of the program"), self.rounds),
            (tr("Circles"), self.circles),
            (tr("Starter themes"), self.themes),
            (tr("Who could act"), self.actors),
            (tr("Tally sheet"), self.tallies),
            (tr("Questionnaire"), self.questionnaire),
            (tr("Privacy and key"), self.privacy),
        )
        self._places, self._pages = QButtonGroup(self), QStackedWidget()
        self._side = ScrollColumn(theme, characters=0, edge=Space.BASE)
        self._side.body.setSpacing(Space.HAIR)
        self._side.setAccessibleName(tr("Parts of the set-up"))
        self._choice = Select(theme, [Choice(str(n), name) for n, (name, _) in enumerate(self._sections)])
        self._choice.setAccessibleName(tr("Parts of the set-up"))
        self._choice.chosen.connect(lambda place: self._go_to(int(place)))
        self.save_button = Button(theme, tr("Save the program"), weight=Weight.PRIMARY)
        self.save_button.clicked.connect(self._save)
        self._next = Button(theme, tr("Next"), icon="next", trailing=True)
        self._next.clicked.connect(self._go_on)
        self._lay_out()
        theme.changed.connect(self._arrange)

    def edit(self, program_id: RecordId | None, section: SetupSection | None = None) -> None:
        """Show a program to be changed, or an empty form for a new one; begin with ``section``."""
        words, desk = self._context.words, self._desk
        self._program = program_id
        draft = program_draft_of(desk, program_id) if program_id else new_program_draft(desk, words.language)
        self._shown = draft
        if not draft.circles:
            first = DraftCircle(None, Circle("C01", language=words.language))
            draft = replace(draft, circles=(first,))
        for _, part in self._sections:
            part.show_draft(draft)
        self._begun = self._draft()
        self.show_part(section or self.basics)
        (section.focusProxy() or section if section else self.basics.name).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    @property
    def is_new(self) -> bool:
        """Whether the program it shows is a new one."""
        return self._program is None

    def show_part(self, section: SetupSection) -> None:
        """Show one part of the form."""
        self._go_to([part for _, part in self._sections].index(section))

    def _go_to(self, place: int) -> None:
        """Show the part at a place, with what was typed in the others by now."""
        part = self._sections[place][1]
        part.follow(self._draft())
        self._pages.setCurrentIndex(place)
        self._places.buttons()[place].setChecked(True)
        self._choice.choose(str(place))
        self._next.setVisible(place < len(self._sections) - 1)
        page = self._pages.currentWidget()
        if isinstance(page, ScrollColumn):
            page.open_at_top()

    def _go_on(self) -> None:
        """Show the next part, and put the keys on what is filled in first there."""
        self._go_to(self._pages.currentIndex() + 1)
        page = self._pages.currentWidget()
        for first in tab_stops(page)[:1] if page is not None else ():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _draft(self) -> ProgramDraft:
        """Return the program as it is typed now."""
        return reduce(lambda draft, section: section[1].fill(draft), self._sections, self._shown)

    def _lay_out(self) -> None:
        theme, tr = self._context.theme, self._context.words.tr
        for number, (name, section) in enumerate(self._sections):
            button = PlaceButton(theme, name)
            button.leading = True
            button.clicked.connect(partial(self._go_to, number))
            self._places.addButton(button)
            self._side.add(button)
            self._pages.addWidget(section if section is self.circles else self._page(name, section))
        self._side.add(STRETCH)
        self._narrow = QWidget()
        column(self._choice, margins=(Space.WIDE, Space.TIGHT, Space.WIDE, 0), within=self._narrow)
        foot = Card("bar", edge=0)
        leave = Button(theme, tr("Leave without saving"), weight=Weight.QUIET)
        leave.clicked.connect(self._ask_to_leave)
        edges = (Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        foot.column.addLayout(
            row(leave, STRETCH, self._next, self.save_button, gap=Space.SNUG, margins=edges)
        )
        inner = row(self._side, (column(self._narrow, (self._pages, 1)), 1))
        column((inner, 1), foot, within=self)

    def _page(self, name: str, section: SetupSection) -> ScrollColumn:
        page = ScrollColumn(self._context.theme)
        page.add(Label(name, "heading"), section, STRETCH)
        return page

    def _arrange(self) -> None:
        theme = self._context.theme
        wide = self.width() >= theme.scaled(_LEAST_WIDE)
        self._side.setFixedWidth(theme.scaled(_SIDE))
        self._side.setVisible(wide)
        self._narrow.setVisible(not wide)

    def _save(self) -> None:
        for place, (_, section) in enumerate(self._sections):
            if not section.check():
                self._go_to(place)
                section.check()  # so that the keys are on what is wrong, now that it is shown
                return
        self.saved.emit(save_program(self._desk, self._program, self._draft(), self._shown))

    def _ask_to_leave(self) -> None:
        """Leave at once where nothing was changed, so that an hour's typing is not lost by one press."""
        if self._draft() == self._begun:
            self.left.emit()
            return
        tr = self._context.words.tr
        question = ChoicePrompt(
            tr("Leave without saving?"),
            tr("What you changed in this form is not saved yet, and would be lost."),
            (PromptAnswer(_LEAVE, tr("Leave without saving")),),
        )
        self._context.prompts.choose(question, lambda _answer: self.left.emit())
