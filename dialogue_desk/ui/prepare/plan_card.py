"""The whole session with clock times: what does not fit is striped, and is mended where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.run.outlook import (
    Outlook,
    PartOutlook,
    given_what_they_need,
    shortened_to_fit,
    with_fit,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.plan_rows import PlanRow, PlanRows
from dialogue_desk.ui.prepare.plan_text import beside, outcome, verdict, why_not_at_its_time, why_too_long
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import short_time, turn_length

_TURNS, _LONGER, _UNDO = "turns", "longer", "undo"


class PlanCard(QWidget):
    """Tells ``fitted(fits)`` when a person changes parts, ``ended(fits, instant)`` when the hard end too."""

    fitted = Signal(object)
    ended = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found = Outlook((), 0, 1, 0)
        self._fits: tuple[PartFit, ...] = ()
        theme, tr = context.theme, context.words.tr
        self.verdict = Pill(theme)
        self.rows = PlanRows(theme)
        self._end_time, self.outcome = Label(role="strong", wrap=False), Label(role="muted")
        self.end_button, self.shorten_button = Button(theme, ""), Button(theme, tr("Shorten parts to fit"))
        self._end_fixes = self.rows.indented(flowing(self.end_button, self.shorten_button, gap=Space.TIGHT))
        striped = tr("Striped: minutes the part does not have. Nothing is cut unless you choose it.")
        self._striped, self.habit = Label(striped, "note"), Label(role="note")
        self._card, self._under = Card(edge=Space.BASE), QWidget()
        self._waiting = Label(
            tr("The plan is shown once the times and the number of people are right."), "muted"
        )
        self._waiting.hide()
        self.rows.wanted.connect(self._mend)
        self.end_button.clicked.connect(self._end_later)
        self.shorten_button.clicked.connect(self._shorten)
        self._lay_out()

    def show_outlook(
        self, found: Outlook, fits: tuple[PartFit, ...], people: int, factor: int, zone: int
    ) -> None:
        """Show how the session will go."""
        self._found, self._fits = found, fits
        words = self._context.words
        longest = max((max(one.needed, one.part.minutes) for one in found.parts), default=1)
        self.rows.show_rows([self._row(one, people, factor, zone, longest) for one in found.parts])
        tone = Tone.WARN if found.late > 0 or found.delayed else Tone.CALM
        self.verdict.show_text(verdict(found, zone, words), tone)
        self._end_time.setText(short_time(found.hard_end, zone, words))
        self.outcome.setText(outcome(found, zone, factor, words))
        self.end_button.setText(words.tr("End at {time}", time=short_time(found.ends, zone, words)))
        self.shorten_button.setVisible(shortened_to_fit(found, fits) != fits)
        late = found.ends_with_shorter_turns > found.hard_end
        self.end_button.setVisible(late)
        self._end_fixes.setVisible(late or bool(found.delayed and not self.shorten_button.isHidden()))
        self._striped.setVisible(any(one.missing > 0 for one in found.parts))

    def wait(self, *, on: bool) -> None:
        """Say that there is no plan while something it needs is not understood, or show it again."""
        self._waiting.setVisible(on)
        for shown in (self.verdict, self._card, self._under):
            shown.setHidden(on)

    def _row(self, one: PartOutlook, people: int, factor: int, zone: int, longest: int) -> PlanRow:
        words, part = self._context.words, one.part
        why = why_too_long(one, people, factor, words) if one.missing > 0 else ""
        fixes = [(_LONGER, words.tr("Make it {minutes} min", minutes=one.needed))] if why else []
        if why and one.shorter_turn:
            fixes.insert(0, (_TURNS, words.tr("Give each {time}", time=turn_length(one.shorter_turn, words))))
        why = why or why_not_at_its_time(one, zone, words)
        own = next((fit for fit in self._fits if fit.part == part.id), None)
        return PlanRow(
            part.id,
            short_time(one.begins, zone, words),
            title_of(part, words),
            words.tr("{minutes} min", minutes=part.minutes),
            part.minutes,
            one.needed,
            longest,
            why,
            tuple(fixes),
            None if own is None else (self._changed_text(own), words.tr("Undo")),
            beside(one, zone, words),
        )

    def _changed_text(self, fit: PartFit) -> str:
        words = self._context.words
        if fit.seconds_each:
            return words.tr(
                "Changed for this session: {time} each", time=turn_length(fit.seconds_each, words)
            )
        return words.tr("Changed for this session")

    def _mend(self, fix: str, part: str) -> None:
        one = next(one for one in self._found.parts if one.part.id == part)
        if fix == _UNDO:
            self.fitted.emit(tuple(fit for fit in self._fits if fit.part != part))
        elif fix == _TURNS:
            self.fitted.emit(with_fit(self._fits, part, seconds_each=one.shorter_turn))
        else:
            self.fitted.emit(with_fit(self._fits, part, minutes=one.needed))

    def _end_later(self) -> None:
        self.ended.emit(given_what_they_need(self._found, self._fits), self._found.ends)

    def _shorten(self) -> None:
        self.fitted.emit(shortened_to_fit(self._found, self._fits))

    def _lay_out(self) -> None:
        tr, middle = self._context.words.tr, Qt.AlignmentFlag.AlignVCenter
        title = Label(tr("How the session will go"), "heading")
        head = row((title, 1, middle), (self.verdict, 0, middle), gap=Space.SNUG)
        self._end_time.setAlignment(Qt.AlignmentFlag.AlignTrailing | middle)
        end = self.rows.end_row(self._end_time, (Label(tr("Hard end"), "strong"), 3), (self.outcome, 5))
        card = self._card
        card.column.setSpacing(Space.TIGHT)
        card.add(self.rows, Hairline(), end, self._end_fixes)
        column(self._striped, self.habit, gap=Space.TIGHT, within=self._under)
        column(head, self._waiting, card, self._under, STRETCH, gap=Space.TIGHT, within=self)
