"""What is asked of one circle when a program is set up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.program.program_draft import DraftCircle
from dialogue_desk.domain.model.circles import LONGEST_CODE, Circle, Round
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import show_name, typed
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.languages import join_names, language_names

_NONE = "none"
_SHORT = 220


class CircleFields(QWidget):
    """The inputs of one circle at a time; ``changed`` tells the circle as it is after a change."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        tr = words.tr
        self._words = words
        self._circle = Circle("")
        self._filling = False
        self.code, self.place, self.about, self.affinity = (QLineEdit() for _ in range(4))
        self.code.setMaximumWidth(theme.scaled(_SHORT))
        self.language, self.round = Select(theme), Select(theme)
        self.into, self.out_of = Select(theme), Select(theme)
        self.youth = Tick(theme, tr("A circle of young people"))
        self.about.setPlaceholderText(tr("Open to all, tenants, faith leaders …"))
        self.code_field = Field(tr("Code"), self.code)
        self.round_field = Field(tr("Round"), self.round)
        self._into_field = Field(
            tr("Goes on together with"),
            self.into,
            tr(
                "For circles that merge. The sessions it has had stay its own and count as its own. From now "
                "on none is missed."
            ),
        )
        self._out_of_field = Field(
            tr("Was split off from"), self.out_of, tr("It begins with the ground rules of that circle.")
        )
        self._midway = Expander(theme, tr("Merged or split"))
        self._midway.body.addWidget(self._into_field)
        self._midway.body.addWidget(self._out_of_field)
        self.remove = Button(theme, tr("Delete this circle"), weight=Weight.QUIET, icon="trash")
        column(
            self.code_field,
            Field(tr("Where it meets"), self.place),
            Field(tr("Language"), self.language),
            self.round_field,
            Field(tr("What sort of circle"), self.about),
            self.youth,
            Field(
                tr("Only for one group"),
                self.affinity,
                tr("Such as women, or veterans. Else leave it empty."),
            ),
            self._midway,
            flowing(self.remove),
            gap=Space.SNUG,
            within=self,
        )
        for line in (self.code, self.place, self.about, self.affinity):
            line.textEdited.connect(self._tell)
        for choice in (self.language, self.round, self.into, self.out_of):
            choice.chosen.connect(self._tell)
        self.youth.toggled.connect(self._tell)

    def show_circle(
        self, shown: DraftCircle, others: Mapping[RecordId, Circle], rounds: Sequence[Round]
    ) -> None:
        """Show a circle; ``others`` are those with which it may go on, or from which it may come."""
        self._filling = True
        circle = self._circle = shown.body
        show_name(self.code, circle.code, LONGEST_CODE)
        self.place.setText(circle.place)
        self.about.setText(circle.about)
        self.affinity.setText(circle.affinity)
        self.youth.setChecked(circle.youth)
        offered = {circle.language: circle.language, **language_names(self._words)}
        self.language.show_choices([Choice(code, name) for code, name in offered.items()])
        self.language.choose(circle.language)
        self.show_rounds(rounds)
        free = {key: one for key, one in others.items() if not _goes_into(key, shown.id, others)}
        self._offer(self.into, free, circle.into)
        self._offer(self.out_of, others, circle.out_of)
        self._into_field.setVisible(shown.id is not None)
        self._midway.setVisible(bool(others))
        self._midway.unfold(circle.into is not None or circle.out_of is not None)
        self._filling = False
        self._say_former()

    def _offer(self, select: Select, circles: Mapping[RecordId, Circle], chosen: RecordId | None) -> None:
        """Offer circles, and none; what is chosen stays, also where it is not among them."""
        tr = self._words.tr
        choices = [Choice(_NONE, tr("No other circle"))]
        choices += (Choice(key, _called(one)) for key, one in circles.items())
        if chosen is not None and chosen not in circles:
            choices.append(Choice(chosen, tr("A circle that cannot be chosen here")))
        select.show_choices(choices)
        select.choose(chosen or _NONE)

    def show_rounds(self, rounds: Sequence[Round]) -> None:
        """Offer the rounds of the program, if it has any."""
        self.round.show_choices(
            [
                Choice(_NONE, self._words.tr("No round")),
                *(Choice(str(place), one.name) for place, one in enumerate(rounds, 1)),
            ]
        )
        self.round.choose(str(self._circle.round) if 0 < self._circle.round <= len(rounds) else _NONE)
        self.round_field.setVisible(bool(rounds))

    def _tell(self, *_changed: object) -> None:
        if self._filling:
            return
        self._circle = replace(
            self._circle,
            code=typed(self.code),
            place=typed(self.place),
            about=typed(self.about),
            affinity=typed(self.affinity),
            youth=self.youth.isChecked(),
            language=self.language.choice(),
            round=int(self.round.choice()) if self.round.choice() != _NONE else 0,
            into=_chosen(self.into),
            out_of=_chosen(self.out_of),
        )
        self.changed.emit(self._circle)

    def _say_former(self) -> None:
        """Say which codes the circle had before."""
        codes = join_names([safe_in_sentence(code) for code in self._circle.formerly], self._words)
        said = self._words.tr("Formerly {codes}. Files with that code still belong to it.", codes=codes)
        self.code_field.show_note(said if codes else "")


def _chosen(select: Select) -> RecordId | None:
    return None if select.choice() in ("", _NONE) else RecordId(select.choice())


def _called(circle: Circle) -> str:
    return " · ".join(filter(None, (circle.code, circle.place)))


def _goes_into(one: RecordId, other: RecordId | None, circles: Mapping[RecordId, Circle]) -> bool:
    """Whether a circle goes on with another, at once or by way of a third."""
    seen: set[RecordId] = set()
    at: RecordId | None = one
    while at is not None and at in circles and at not in seen:
        seen.add(at)
        at = circles[at].into
    return other is not None and at == other
