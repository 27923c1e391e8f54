"""The forms of a session, of a part and of a moment."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Cut, Hosts, Lead, Measure, Mode, NotesPolicy, PartKind
from dialogue_desk.domain.model.guide_extras import Carried
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_attributes import JOINT, OPTIONAL
from dialogue_desk.exchange.guide_source import Section
from dialogue_desk.exchange.part_parser import (
    MOST_CHOICES,
    MOST_LOCAL,
    MOST_MINUTES,
    MOST_SECONDS,
)
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.form_fields import (
    CarryOverField,
    ChoiceField,
    FormContext,
    FormField,
    LabelledChoiceField,
    LineField,
    MarkField,
    NumberField,
    OneTextField,
    TextsField,
    TicksField,
    TitleField,
    word,
)
from dialogue_desk.ui.editor.piece_fields import PiecesField
from dialogue_desk.ui.editor.section_fields import SectionFields
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words import Words
from dialogue_desk.words.typed_times import read_time

_SHARE = "share"
_NOON = time(12)
_LEAST_SELECT = 8
"""So many letters of a choice are in sight, at least."""


class PartFields(SectionFields):
    """A part: what is used most in sight, everything else that a guide can say of it folded."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form)
        tr = form.words.tr
        self.steps = PiecesField(form, cards=False)
        self.cards = PiecesField(form, cards=True)
        self.add(
            TitleField(form, "title", tr("Title")),
            ChoiceField(form, "kind", tr("Kind of part"), PartKind),
            MinutesField(form),
            OneTextField(form, Sort.PURPOSE, tr("What it is for"), hint=tr("For the facilitator only.")),
            TextsField(form, Sort.SAY, tr("Say"), tr("Add a paragraph to say"), hint=tr("Read aloud.")),
            TextsField(
                form,
                Sort.ASK,
                tr("Ask"),
                tr("Add a question"),
                hint=tr("The room display shows the questions."),
            ),
            TextsField(form, Sort.TIP, tr("Tips"), tr("Add a tip"), hint=tr("For the facilitator only.")),
        )
        self.fold(tr("Time"), *self._time())
        self.fold(tr("Go-round"), *self._go_round())
        self.fold(tr("How people sit, and who leads"), *self._seating())
        self.fold(tr("Questions"), *self._questions())
        self.fold(tr("Notes"), *self._notes())
        self.fold(tr("To bring and to look up"), *self._materials())
        self.fold(tr("Steps"), self.steps)
        self.fold(tr("Cards and pages"), self.cards)

    def _time(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        return (
            NumberField(
                form,
                "floor",
                tr("Shortest it is still worth"),
                (1, MOST_MINUTES),
                unit=tr("min"),
                unset=tr("as long as it is"),
            ),
            ChoiceField(form, "cut", tr("When the session runs late"), Cut),
            MarkField(form, "clock", tr("Count its minutes down"), off="off"),
            LineField(
                form,
                "at",
                tr("Starts at this time of day"),
                _time_of_day,
                tr("This is not a time. Write it like 7:00 PM or 19:00."),
                hint=tr("Leave it empty to start when the part before it is over."),
            ),
            LineField(
                form,
                "track",
                tr("Only for this track"),
                word,
                tr("Write one word in small letters, such as youth."),
                hint=tr("Leave it empty for everybody."),
            ),
        )

    def _go_round(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        none, seconds = tr("none"), tr("seconds")
        return (
            NumberField(form, "each", tr("Each person"), (5, MOST_SECONDS), unit=seconds, unset=none),
            NumberField(
                form, "pause", tr("Between two speakers"), (1, MOST_SECONDS), unit=seconds, unset=none
            ),
            NumberField(
                form, "silence", tr("Silence before the first"), (1, MOST_SECONDS), unit=seconds, unset=none
            ),
        )

    def _seating(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        return (
            ChoiceField(
                form,
                "mode",
                tr("How people sit and talk"),
                Mode,
                unset=tr("As this kind of part usually does"),
            ),
            ChoiceField(form, "lead", tr("Who leads"), Lead, unset=tr("Not said")),
            LineField(
                form,
                "table",
                tr("How many sit at a table"),
                _table,
                tr("Write one number or two, such as 4-5."),
            ),
            HostsField(form, "hosts", tr("When tables change, the host"), Hosts),
        )

    def _questions(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        return (
            NumberField(
                form, "choose", tr("How many questions are asked"), (1, MOST_CHOICES), unset=tr("all")
            ),
            NumberField(form, "local", tr("Questions your place may add"), (1, MOST_LOCAL), unset=tr("none")),
            NumberField(form, "dots", tr("Dots for each person"), (1, MOST_CHOICES), unset=tr("none")),
        )

    def _notes(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        return (
            LabelledChoiceField(
                form, Sort.NOTES, tr("What may be written down"), list(NotesPolicy), usual=NotesPolicy.ON
            ),
            TicksField(form, Sort.WANTED, tr("What the note-taker listens for"), list(NoteKind)),
            TextsField(form, Sort.NOTE_TAKER, tr("For the note-taker"), tr("Add a line")),
            CarryOverField(form, tr("Shown again from earlier sessions"), [*NoteKind, *Carried]),
        )

    def _materials(self) -> tuple[FormField, ...]:
        form, tr = self.form, self.form.words.tr
        return (
            TextsField(form, Sort.MATERIALS, tr("To bring"), tr("Add a thing to bring")),
            TextsField(
                form,
                Sort.FILL_IN,
                tr("Look up before the session"),
                tr("Add a fact to look up"),
                hint=tr("Write where to look at the end, in parentheses."),
            ),
        )


class PlanFields(SectionFields):
    """A session: its title, its minutes, its goals, and what to do before it."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form)
        tr = form.words.tr
        self.add(
            TitleField(form, "title", tr("Title")),
            NumberField(form, "minutes", tr("People were promised"), (1, MOST_MINUTES), unit=tr("min")),
            TextsField(form, Sort.GOAL, tr("Goals"), tr("Add a goal")),
            TextsField(
                form,
                Sort.BEFORE,
                tr("To do before the meeting"),
                tr("Add a thing to do"),
                hint=tr("Shown as a checklist while the session is prepared."),
            ),
        )
        self.fold(
            tr("More"),
            MarkField(form, JOINT, tr("All circles meet together")),
            MarkField(form, OPTIONAL, tr("A meeting beside the series")),
        )


class MomentFields(SectionFields):
    """A moment: what has happened, what to say, what to do then."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form)
        tr = form.words.tr
        self.add(
            TitleField(form, "title", tr("Title")),
            OneTextField(form, Sort.PURPOSE, tr("What has happened")),
            TextsField(form, Sort.SAY, tr("Say"), tr("Add a paragraph to say"), hint=tr("Read aloud.")),
            TextsField(form, Sort.NEXT, tr("What to do next"), tr("Add a line")),
            TextsField(form, Sort.STOP, tr("When to stop"), tr("Add a line")),
        )


class HostsField(ChoiceField):
    """What the host of a table does."""

    def __init__(self, form: FormContext, key: str, label: str, options: type[Hosts]) -> None:
        super().__init__(form, key, label, ())
        tr = form.words.tr
        words = {Hosts.STAY: tr("Stays"), Hosts.MOVE: tr("Moves with the others")}
        named = [Choice(one.value, words[one]) for one in options]
        self.select.show_choices([Choice("none", tr("Not said")), *named])


class MinutesField(FormField):
    """How long a part is: so many minutes, a share, what the others leave, or as long as its go-round."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form, "minutes")
        tr = form.words.tr
        self.number = Number(form.theme, form.words, 1, MOST_MINUTES)
        self.measure = Select(form.theme, _measures(form.words))
        self.measure.setMinimumContentsLength(_LEAST_SELECT)
        self.measure.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measure.setAccessibleName(tr("How its length is given"))
        both = QWidget()
        row((self.number, 1), (self.measure, 2), gap=Space.TIGHT, within=both)
        both.setFocusProxy(self.number)
        field = Field(tr("Length"), both)
        self.number.setAccessibleName(tr("Length"))
        self.hold(field)
        self.setFocusProxy(self.number)
        self.number.changed.connect(lambda _: self._change())
        self.measure.chosen.connect(lambda _: self._change())

    def show_value(self, section: Section) -> None:
        value = section.value("minutes") or ""
        measure = _SHARE if value.endswith("%") else value if value in set(Measure) else "minutes"
        self.measure.choose(measure)
        digits = value.removesuffix("%")
        if digits.isdecimal():
            self.number.show_value(int(digits))
        self._offer(measure)

    def _offer(self, measure: str) -> None:
        self.number.setEnabled(measure in ("minutes", _SHARE))
        self.number.box.setMaximum(100 if measure == _SHARE else MOST_MINUTES)

    def _change(self) -> None:
        measure = self.measure.choice()
        self._offer(measure)
        value = str(self.number.value())
        written = {"minutes": value, _SHARE: f"{value}%"}.get(measure, measure)
        self._steps.figure(self.path, "minutes", written)


def _measures(words: Words) -> list[Choice]:
    return [
        Choice("minutes", words.tr("minutes")),
        Choice(_SHARE, words.tr("percent of the session")),
        Choice(Measure.EQUAL, words.tr("what the others leave, shared")),
        Choice(Measure.EACH, words.tr("as long as its go-round")),
    ]


def _time_of_day(typed: str) -> str | None:
    at = read_time(typed, _NOON, whole_day=False)
    return None if at is None else f"{at.hour}:{at.minute:02}"


def _table(typed: str) -> str | None:
    sizes = [one.strip() for one in typed.replace("–", "-").split("-")]
    known = len(sizes) <= 2 and all(one.isdecimal() for one in sizes)
    return "-".join(sizes) if known else None
