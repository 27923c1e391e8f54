"""Where a practice begins: to take notes or to lead, of what, how fast; and what will happen then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.script import PracticeScript
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.practice.lead_form import LeadForm
from dialogue_desk.ui.practice.practice_bar import PracticeBar
from dialogue_desk.ui.practice.practice_text import conversation_text, length_text, pace_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words.guide_names import guide_name_of
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.part_names import titled

NOTES, LEAD = "notes", "lead"

_BESIDE = 900
"""The width, at 100 % text, from which what will happen is beside what is chosen."""


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """Which conversation is practiced, how fast, and from which of its parts on."""

    script: PracticeScript
    pace: Pace
    part: int


class NoteForm(QWidget):
    """Asks which conversation, in which language, how fast, and where it begins."""

    def __init__(self, scripts: Sequence[PracticeScript], context: Context) -> None:
        super().__init__()
        self._scripts, self._words = tuple(scripts), context.words
        theme, words, tr = context.theme, context.words, context.words.tr
        self.conversation = Chips(theme, tr("Which conversation?"), self._titles())
        self.language = Chips(theme, tr("Language"))
        self.pace = Chips(
            theme, tr("How fast do people talk?"), [Choice(one, guide_name_of(one, words)) for one in Pace]
        )
        self.part = Select(theme)
        self._about, self._fast, self._long = Label(role="note"), Label(role="note"), Label(role="note")
        self._language_field = Field(tr("Language"), self.language)
        self._part_field = Field(tr("Where does it begin?"), self.part)
        column(
            _with_note(Field(tr("Which conversation?"), self.conversation), self._about),
            self._language_field,
            _with_note(Field(tr("How fast do people talk?"), self.pace), self._fast),
            _with_note(self._part_field, self._long),
            gap=Space.BASE,
            within=self,
        )
        self.conversation.chosen.connect(lambda _: self.part.choose("0"))
        for chips in (self.conversation, self.language, self.pace):
            chips.chosen.connect(self._show)
        self.part.chosen.connect(self._show)
        self.conversation.choose(next((one.id for one in self._scripts), ""))
        self.pace.choose(Pace.SLOW)
        self._show()

    def chosen(self) -> NoteChoice | None:
        """Return what was chosen; None where there is no conversation."""
        script = self._script()
        return None if script is None else NoteChoice(script, Pace(self.pace.choice()), self._part())

    def _titles(self) -> list[Choice]:
        """Return each conversation once, under its title in the language of the app where it has one."""
        titles: dict[str, str] = {}
        for script in self._scripts:
            if script.id not in titles or script.language == self._words.language:
                titles[script.id] = script.title
        return [Choice(key, title) for key, title in titles.items()]

    def _script(self) -> PracticeScript | None:
        known = {one.language: one for one in self._scripts if one.id == self.conversation.choice()}
        return known.get(self.language.choice()) or next(iter(known.values()), None)

    def _part(self) -> int:
        return int(self.part.choice() or 0)

    def _show(self, _chosen: str = "") -> None:
        words, pace = self._words, Pace(self.pace.choice())
        languages = [one.language for one in self._scripts if one.id == self.conversation.choice()]
        self.language.show_choices([Choice(code, own_name(code)) for code in languages])
        if languages and not self.language.choice():
            self.language.choose(words.language if words.language in languages else languages[0])
        self._language_field.setVisible(len(languages) > 1)
        script = self._script()
        if script is None:
            return
        parts = [Choice(str(at), titled(part.title, words)) for at, part in enumerate(script.parts)]
        self.part.show_choices(parts)
        self._part_field.setVisible(len(parts) > 1)
        self._about.setText(conversation_text(script, words))
        self._fast.setText(pace_text(pace, words))
        self._long.setText(length_text(script, pace, self._part(), words))
        for control, note in ((self.conversation, self._about), (self.pace, self._fast)):
            control.setAccessibleDescription(note.text())


class PracticeChoice(QWidget):
    """Two sides, one form for each, and beside it what will happen."""

    begin_wanted = Signal()
    left = Signal()

    def __init__(self, notes: NoteForm, lead: LeadForm, context: Context) -> None:
        super().__init__()
        self._words, self.notes, self.lead = context.words, notes, lead
        theme, tr = context.theme, context.words.tr
        self.bar = PracticeBar(context, tr("Back to the guides"))
        self.bar.show_text(tr("Practice"))
        sides = [Choice(NOTES, tr("Take notes")), Choice(LEAD, tr("Lead"))]
        self.side = Chips(theme, tr("What do you want to practice?"), sides)
        self.begin = Button(theme, "", weight=Weight.PRIMARY, icon="next", trailing=True)
        self._steps = Card()
        self._step_labels = [Label() for _ in range(4)]
        self._lay_out(context)
        self.side.chosen.connect(self.show_side)
        self.begin.clicked.connect(self.begin_wanted)
        self.bar.back.clicked.connect(self.left)
        self.show_side(NOTES)

    def take_focus(self) -> None:
        """Put the keyboard on the first question."""
        self.side.focus_choice()

    def show_side(self, side: str) -> None:
        """Ask about one side."""
        self.side.choose(side)
        notes = side == NOTES
        self.notes.setVisible(notes)
        self.lead.setHidden(notes)
        tr = self._words.tr
        self.begin.setText(tr("Go to the circle") if notes else tr("Lead this session"))
        self.begin.setEnabled(not notes or self.notes.chosen() is not None)
        for label, text in zip(self._step_labels, self._what_happens(notes=notes), strict=True):
            label.setText(text)

    def _what_happens(self, *, notes: bool) -> tuple[str, str, str, str]:
        tr = self._words.tr
        if notes:
            return (
                tr("1. A circle that was made up talks. You read what each person says, as it is said."),
                tr("2. You write notes, as in a session, with the same box and the same keys."),
                tr("3. You can pause whenever you like, and stop whenever you like."),
                tr("4. At the end you see your notes beside those of a practiced note-taker."),
            )
        return (
            tr("1. You lead a session with its guide. The clock runs faster than it does in the room."),
            tr("2. Things happen, as they do: somebody cries, somebody walks out, people come late."),
            tr("3. You find words for it, one key away, and adjust the plan when time is lost."),
            tr("4. At the end you see what happened, and what became of the plan."),
        )

    def _lay_out(self, context: Context) -> None:
        theme, tr = context.theme, context.words.tr
        page = ScrollColumn(theme, characters=130, centred=True, edge=Space.WIDE)
        welcome = tr("Everyone you meet here is made up. Nothing is saved, and nobody is graded.")
        heading = Label(tr("Try it before your first circle"), "title")
        page.add(column(heading, Label(welcome, "muted"), gap=Space.HAIR))
        form = QWidget()
        asked = Field(tr("What do you want to practice?"), self.side)
        column(asked, self.notes, self.lead, STRETCH, gap=Space.BASE, within=form)
        self._steps.add(Label(tr("What will happen"), "section"), *self._step_labels)
        beside = QWidget()
        column(self._steps, STRETCH, gap=0, within=beside)
        halves = ResponsiveRow(theme, _BESIDE, gap=Space.VAST)
        halves.add(form, 3)
        halves.add(beside, 2)
        page.add(halves)
        page.body.addStretch(1)
        foot = Card("bar", edge=0)
        foot.column.addLayout(
            row(STRETCH, self.begin, margins=(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT))
        )
        column(self.bar, (page, 1), foot, within=self)


def _with_note(field: Field, note: Label) -> QWidget:
    """Return a field with what its answer means under it."""
    whole = QWidget()
    column(field, note, gap=Space.TIGHT, within=whole)
    return whole
