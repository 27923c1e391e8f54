"""The form of a session: guide, circle, place, people, times and languages, with good defaults."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.domain.model.circles import AS_SPOKEN, Circle
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import warnings
from dialogue_desk.ui.prepare.circle_choice import CircleChoice
from dialogue_desk.ui.prepare.guide_choice import ONE_CIRCLE, GuideChoice
from dialogue_desk.ui.prepare.interpretation import ways_to_interpret
from dialogue_desk.ui.prepare.session_times import SessionTimes
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.layouts import row


class SessionForm(Card):
    """Asks what a session needs, and fills in what the circle did last.

    ``circle_shown`` and ``plan_shown`` tell that another circle, or another session of a guide, is filled
    in; ``edited`` tells that a number, a time or the code is different.
    """

    circle_shown = Signal()
    plan_shown = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._words = words = context.words
        theme, tr = context.theme, words.tr
        self.guides = GuideChoice(shelf, theme, words)
        self.circles = CircleChoice(desk, folders, theme, words)
        self.times = SessionTimes(desk.clock, words, self)
        self.place = QLineEdit()
        self.people = Number(theme, words, 0, 999)
        self.people_field = Field(tr("How many people"), self.people)
        self.interpretation = Select(theme, ways_to_interpret(words))
        self._lay_out()
        self._connect()

    def fill_in(self, guide_id: str, circle_id: str, *, over: bool) -> None:
        """Fill in a session of a guide and a circle; "" leaves the choice to what the desk holds."""
        self.guides.read()
        self.circles.read()
        self.times.set_defaults(over=over)
        self.circles.choose(circle_id)
        self._show_circle(guide_id)

    def warnings(self) -> tuple[str, ...]:
        """Return what will go wrong with these numbers; () when they cannot be."""
        people, minutes = self.people.value(), self.times.minutes()
        if not minutes or self._people_fault():
            return ()
        guide, plan = self.guides.guide_in_spoken_language(), self.guides.session()
        return warnings(guide, plan, people, minutes, self._words, factor=self._factor())

    def explain(self) -> Field | None:
        """Say at each field what is wrong with it, and return the first of them."""
        first = None
        for field, sentence in (
            (self.circles.code_field, self.circles.fault()),
            (self.people_field, self._people_fault()),
            *self.times.faults(),
        ):
            if field.error() != sentence:
                field.show_error(sentence)
            if sentence and first is None:
                first = field
        return first

    def draft(self, ground_rules: tuple[str, ...]) -> SessionDraft:
        """Return what would begin this session."""
        start, end = self.times.times()
        plan, circle = self.guides.session(), self.circles.known()
        place = normalized(self.place.text())
        new = None
        if circle is None:
            code = normalized(self.circles.code.text()).strip()
            new = Circle(code, place, None, self.guides.language.choice() or "en")
        return SessionDraft(
            texts=self.guides.chosen_texts(),
            plan=plan.id,
            title=plan.title,
            number=max((folder.session.number for folder in self.circles.sessions()), default=0) + 1,
            start=start,
            hard_end=end,
            people=self.people.value(),
            place=place,
            circle=new,
            circle_id=circle.id if circle else None,
            ground_rules=ground_rules,
            factor=self._factor(),
        )

    def _show_circle(self, guide_id: str = "") -> None:
        """Fill in what the circle did last, and ``guide_id`` or the guide it followed."""
        circle, last = self.circles.known(), self.circles.last_session()
        self.circles.show_code()
        self.place.setText(last.session.place if last else circle.body.place if circle else "")
        self.interpretation.choose(str(last.session.factor if last else AS_SPOKEN))
        self.circle_shown.emit()
        if not guide_id and last is not None:
            guide_id = last.guide.id
        if self.guides.knows(guide_id):
            self.guides.guide.choose(guide_id)
        self._show_guide()

    def _show_guide(self) -> None:
        guide = self.guides.guide_in_app_language()
        self.guides.show_guide(guide, self.circles.next_plan(guide))
        last = self.circles.last_session()
        self.people.show_value(last.session.people if last else guide.people[1])
        self._show_plan()

    def _show_plan(self) -> None:
        self.times.plan(self.guides.session().minutes)
        self.plan_shown.emit()

    def _change_circle(self) -> None:
        self._show_circle()
        self.edited.emit()

    def _change_language(self) -> None:
        self.guides.show_second_languages()
        self._show_plan()

    def _factor(self) -> int:
        return int(self.interpretation.choice() or AS_SPOKEN)

    def _people_fault(self) -> str:
        tr, people = self._words.tr, self.people.value()
        if self.people.fault():
            return self.people.fault()
        if people < 1:
            return tr("A session needs at least one person.")
        if people > ONE_CIRCLE:
            return tr(
                "{people} people cannot hear each other in one circle. Make several circles, each "
                "with its own session.",
                people=people,
            )
        return ""

    def _lay_out(self) -> None:
        tr, guides, circles, times = self._words.tr, self.guides, self.circles, self.times
        self.column.setSpacing(Space.BASE)
        self.column.addWidget(Field(tr("Guide"), guides.guide))
        self.column.addWidget(guides.plan_field)
        self.column.addLayout(_beside(circles.circle_field, circles.code_field))
        self.column.addLayout(_beside(Field(tr("Place"), self.place), self.people_field))
        self.column.addLayout(_beside(times.day_field, times.start_field, times.end_field))
        self.column.addWidget(times.hint)
        self.column.addLayout(_beside(guides.language_field, guides.second_field))
        self.column.addWidget(Field(tr("Interpretation in the room"), self.interpretation))

    def _connect(self) -> None:
        self.guides.guide.chosen.connect(self._show_guide)
        self.guides.plan.chosen.connect(self._show_plan)
        self.guides.language.chosen.connect(self._change_language)
        self.circles.circle.chosen.connect(self._change_circle)
        for signal in (
            self.people.changed,
            self.interpretation.chosen,
            self.circles.code.textChanged,
            self.times.changed,
        ):
            signal.connect(self.edited)


def _beside(*fields: Field) -> QHBoxLayout:
    line = row(*((field, 1) for field in fields), gap=Space.BASE)
    for field in fields:
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return line
