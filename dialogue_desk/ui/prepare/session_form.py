"""What a session needs: read where it is known, asked where it is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.fact_row import FactRow
from dialogue_desk.ui.prepare.facts_text import FactsText
from dialogue_desk.ui.prepare.session_fields import SessionFields
from dialogue_desk.ui.prepare.session_times import SessionTiming
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.layouts import Item, column, row


class SessionForm(QWidget):
    """Shows the ``fields`` of a session.

    Of a circle that is known it is read, and changed line by line; a new one gets the whole form.
    """

    def __init__(self, fields: SessionFields, context: Context) -> None:
        super().__init__()
        self._fields, self._text = fields, FactsText(context.words)
        theme, words, tr = context.theme, context.words, context.words.tr

        def fact(name: str, about: str, *held: Item) -> FactRow:
            line = FactRow(theme, words, name, about, column(*held, gap=Space.SNUG))
            line.done.connect(lambda: self._close(line))
            return line

        guides, circles, times = fields.guides, fields.circles, fields.times
        about = Card(edge=Space.BASE)
        about.column.addLayout(_beside(circles.circle_field, circles.code_field))
        about.add(fields.place_field, guides.guide_field, guides.plan_field, guides.track_field)
        self.headline = fact("", tr("circle, place and guide"), about)
        when = (times.day_field, _beside(times.start_field, times.end_field), times.hint)
        spoken = (guides.language_field, guides.second_field)
        self.rows = (
            fact(tr("When"), tr("when it is"), *when),
            fact(tr("People"), tr("how many people"), fields.people_field),
            fact(tr("Languages"), tr("languages"), *spoken),
            fact(tr("Interpreter"), tr("interpreter"), fields.interpretation_field),
        )
        facts = Card(edge=Space.BASE)
        facts.column.setSpacing(Space.HAIR)
        for number, line in enumerate(self.rows):
            facts.add(*([Hairline()] if number else []), line)
        column(self.headline, facts, gap=Space.SNUG, within=self)

    @property
    def is_whole(self) -> bool:
        """Whether everything is asked, because the circle is new."""
        return self._fields.circles.known() is None

    def show_facts(self) -> None:
        """Show what is filled in, for reading; everything is asked of a new circle."""
        fields, (when, people, languages, interpreter) = self._fields, self.rows
        self.headline.show_value(*self._text.headline(fields.circles, fields.guides, fields.place.text()))
        day, minutes = self._text.when(fields.times)
        when.show_value(day, minutes, warn=fields.times.has_passed)
        fields.times.hint.play("warn" if fields.times.has_passed else "note")
        fields.times.hint.setText("" if fields.refuses_plan() else minutes)
        over = fields.times.when() is SessionTiming.OVER
        value, note, warn = self._text.people(
            fields.people.value(), fields.guides, fields.last_session(), over=over
        )
        people.show_value(value, note, warn=warn)
        languages.show_value(self._text.languages(fields.guides))
        way, _, longer = fields.interpretation.currentText().partition(": ")
        interpreter.show_value(way, longer)
        for line in (self.headline, *self.rows):
            line.pin(on=self.is_whole)

    def when_text(self) -> str:
        """Return the day and the times of the session in full, for paper."""
        return self._text.when(self._fields.times, in_full=True)[0]

    def take_focus(self) -> None:
        """Put the keyboard in the first field, or on the first Change where all is read."""
        if self.is_whole:
            self.headline.open(on=True)
        else:
            self.headline.change_button.setFocus()

    def change(self, field: Field) -> None:
        """Open the line that ``field`` is in, and put the keyboard there."""
        for line in (self.headline, *self.rows):
            if line.isAncestorOf(field) and not line.is_open:
                line.open(on=True)
        field.control.setFocus()

    def _close(self, line: FactRow) -> None:
        """Go back to reading a line, unless something in it is wrong."""
        wrong = self._fields.explain()
        if wrong is None or not line.isAncestorOf(wrong):
            line.open(on=False)
        else:
            wrong.control.setFocus()


def _beside(*fields: Field) -> QHBoxLayout:
    line = row(*((field, 1) for field in fields), gap=Space.SNUG)
    for field in fields:
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return line
