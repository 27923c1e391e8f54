"""What is asked of a session, and what is filled in by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.rehearsal import session_draft_of
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.domain.model.circles import AS_SPOKEN, Circle, GuideText
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.circle_choice import CircleChoice
from dialogue_desk.ui.prepare.guide_choice import ONE_CIRCLE, GuideChoice
from dialogue_desk.ui.prepare.interpretation import ways_to_interpret
from dialogue_desk.ui.prepare.session_times import SessionTimes
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, Number, Select, TimeOfDay
from dialogue_desk.ui.widgets.typed_line import SelectsOnClick
from dialogue_desk.words import Words


class SessionFields(QObject):
    """The inputs and their fields, filled in with what the circle did last.

    ``circle_shown`` and ``plan_shown`` tell that another circle, or another session of a guide, is filled
    in; ``edited`` tells that an answer is different.
    """

    circle_shown = Signal()
    plan_shown = Signal()
    edited = Signal()

    def __init__(
        self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, context.words
        words = context.words
        theme, tr = context.theme, words.tr
        self._refused: set[Day | TimeOfDay | Number] = set()
        self.own: set[str] = set()
        """The names of the answers that a person gave, which no other answer fills in anew."""
        self._asked: dict[str, str] = {}  # the session that is wanted of a guide, by its key
        self.existing: SessionFolder | None = None
        """The session that is changed; None for a new one."""
        self.guides = GuideChoice(shelf, theme, words)
        self.circles = CircleChoice(desk, folders, theme, words)
        self.times = SessionTimes(desk.clock, words, self)
        self.place = QLineEdit()
        self.place_field = Field(tr("Place"), self.place)
        for line in (self.place, self.circles.code):
            SelectsOnClick(line)
        self.people = Number(theme, words, 0, 999)
        self.people.say_bounds(1, ONE_CIRCLE)
        self.people_field = Field(tr("How many people"), self.people)
        self.interpretation = Select(theme, ways_to_interpret(words))
        self.interpretation_field = Field(tr("Interpretation in the room"), self.interpretation)
        self._connect()

    def fill_in(
        self,
        guide_id: str,
        circle_id: str,
        *,
        over: bool,
        plan: str = "",
        existing: SessionFolder | None = None,
    ) -> None:
        """Fill in a session of a guide and a circle; "" leaves the choice to what the desk holds."""
        self.existing, self._asked = existing, {guide_id: plan}
        self.guides.read()
        self.circles.read()
        self.times.set_defaults(over=over)
        self.circles.choose(existing.circle_id if existing is not None else circle_id)
        self.circles.circle_field.setVisible(existing is None)
        self._show_circle(guide_id)
        if existing is not None:
            self._show_existing(existing)

    def explain(self) -> Field | None:
        """Say at each field what is wrong with it, and return the first of them."""
        first = None
        for field, sentence in (
            (self.circles.code_field, self.circles.fault()),
            *self.times.faults(),
            (self.people_field, _people_fault(self.people, self._words)),
        ):
            if field.error() != sentence:
                field.show_error(sentence)
            if sentence and first is None:
                first = field
        return first

    def refuses_plan(self) -> bool:
        """Return whether the times or the number of people are not understood, or cannot be."""
        faults = (*self.times.faults(), (None, _people_fault(self.people, self._words)))
        return any(sentence for _, sentence in faults)

    def draft(self, ground_rules: tuple[str, ...]) -> SessionDraft:
        """Return what would begin this session, or change it."""
        start, end = self.times.times()
        plan, circle = self.guides.session(), self.circles.known()
        place = normalized(self.place.text())
        code, language = normalized(self.circles.code.text()).strip(), self.guides.language.choice() or "en"
        new = Circle(code, place, None, language) if circle is None else None
        return SessionDraft(
            texts=self.guides.chosen_texts(),
            plan=plan.id,
            title=plan.title,
            number=self._number(),
            start=start,
            hard_end=end,
            people=self.people.value(),
            place=place,
            circle=new,
            circle_id=circle.id if circle else None,
            ground_rules=ground_rules,
            factor=self.factor(),
            present=self.existing.session.present if self.existing else None,
            track=self.guides.chosen_track(),
        )

    def factor(self) -> int:
        """Return how long speech takes with the interpretation, in percent."""
        return int(self.interpretation.choice() or AS_SPOKEN)

    def _number(self) -> int:
        """Return which session of its circle this is."""
        if self.existing is not None:
            return self.existing.session.number
        return max((folder.session.number for folder in self.circles.sessions()), default=0) + 1

    def last_session(self) -> SessionFolder | None:
        """Return the session that the circle had before this one."""
        before = [
            one for one in self.circles.sessions() if self.existing is None or one.id != self.existing.id
        ]
        return before[-1] if before else None

    def show_guide(self) -> None:
        """Fill in what the chosen guide asks for."""
        guide, asked = self.guides.guide_in_app_language(), self._asked.get(self.guides.guide.choice(), "")
        self.guides.show_guide(guide, self.circles.next_plan(guide, asked))
        last = self.circles.last_session()
        if "people" not in self.own:
            self.people.show_value(last.session.people if last else guide.people[1])
        self.show_plan()

    def show_plan(self) -> None:
        """Fill in what the chosen session of the guide asks for."""
        known = self.existing or self.circles.last_session()
        self.guides.show_tracks(known.session.track if known else "")
        self.times.plan(self.guides.session().minutes)
        self.plan_shown.emit()

    def show_circle(self) -> None:
        """Fill in what the chosen circle did last; it goes on with its own next session."""
        self._asked = {}
        self._show_circle()
        self.edited.emit()

    def _show_circle(self, guide_id: str = "") -> None:
        """Fill in what the circle did last, and ``guide_id`` or the guide it followed."""
        circle, last = self.circles.known(), self.circles.last_session()
        self.circles.show_code(keep="code" in self.own)
        if "place" not in self.own:
            self.place.setText((last.session.place if last else "") or (circle.body.place if circle else ""))
        self.interpretation.choose(str(last.session.factor if last else AS_SPOKEN))
        self.circle_shown.emit()
        followed = self.guides.follow(self._texts_of(last), self.circles.guide_of_round())
        self.guides.guide.choose(guide_id if self.guides.knows(guide_id) else followed)
        self.show_guide()

    def _show_existing(self, folder: SessionFolder) -> None:
        """Fill in a session that is to be changed."""
        session = folder.session
        self.guides.guide.choose(self.guides.follow(self._texts_of(folder)))
        self.guides.show_guide(self.guides.guide_in_app_language(), session.plan)
        self.guides.choose_languages(session.languages)
        self.times.show_times(session.start, session.hard_end)
        self.people.show_value(session.people)
        self.place.setText(session.place or folder.circle.place)
        self.interpretation.choose(str(session.factor))
        self.show_plan()

    def _texts_of(self, folder: SessionFolder | None) -> tuple[GuideText, ...]:
        return () if folder is None else session_draft_of(self._desk, folder).texts

    def _change_language(self) -> None:
        self.guides.show_second_languages()
        self.plan_shown.emit()
        self.edited.emit()

    def _connect(self) -> None:
        self.guides.guide.chosen.connect(self.show_guide)
        self.guides.plan.chosen.connect(self.show_plan)
        self.guides.language.chosen.connect(self._change_language)
        self.circles.circle.chosen.connect(self.show_circle)
        for signal in (
            self.guides.guide.chosen,
            self.guides.plan.chosen,
            self.guides.track.chosen,
            self.guides.second.chosen,
            self.people.changed,
            self.interpretation.chosen,
            self.circles.code.textChanged,
            self.place.textChanged,
            self.times.changed,
        ):
            signal.connect(self.edited)
        for control in (self.times.day, self.times.start, self.times.hard_end, self.people):
            control.heard.connect(partial(self._hear, control))

    def _hear(self, control: Day | TimeOfDay | Number, _understood: str, fault: str) -> None:
        """Tell that an answer is refused, or is not anymore; what is half typed is neither."""
        refused = bool(fault)
        if refused is bool(control.fault()):
            self.explain()  # its field knows of no other fault than its own
            if refused is not (control in self._refused):
                (self._refused.add if refused else self._refused.discard)(control)
                self.edited.emit()


def _people_fault(number: Number, words: Words) -> str:
    """Return why so many people are no circle, or ""."""
    if fault := number.fault():
        return fault
    people = number.value()
    if people < 1:
        return words.tr("A session needs at least one person.")
    if people > ONE_CIRCLE:
        return words.tr(
            "{people} people cannot hear each other in one circle. Make several circles, each "
            "with its own session.",
            people=people,
        )
    return ""
