"""Preparing a session: good defaults, so that Enter is enough, and what will go wrong said beforehand."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import (
    SessionDraft,
    create_session,
    ground_rules_of,
    set_ground_rules,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import AS_SPOKEN, Circle
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import warnings
from dialogue_desk.ui.prepare.guide_choice import ONE_CIRCLE, GuideChoice
from dialogue_desk.ui.prepare.left_open import OpenThreadsExpander
from dialogue_desk.ui.prepare.session_times import SessionTimes, SessionTiming
from dialogue_desk.ui.prepare.things_to_bring import ThingsToBring
from dialogue_desk.ui.prepare.usual_overruns import what_runs_over
from dialogue_desk.ui.run.rules_editor import RulesEditor
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words

_NEW = "new"


class PreparePage(QWidget):
    """One calm screen before a session; ``prepared(id)`` tells that it is written and can begin.

    A session that is over, of which there is paper, tells ``held_before(id)`` instead; one of another day
    is kept for that day.
    """

    prepared = Signal(str)
    held_before = Signal(str)
    rehearsal_wanted = Signal(object)
    """What would begin this session, a :class:`Beginning`, is to be rehearsed."""
    left = Signal()

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._circles: dict[str, Stored[Circle]] = {}
        self._rules_touched = False
        theme, words = context.theme, context.words
        tr = words.tr
        self.guides = GuideChoice(shelf, theme, words)
        self.times = SessionTimes(desk.clock, words, self)
        self.circle = Select(theme)
        self.code, self.place = QLineEdit(), QLineEdit()
        self.people = Number(theme, words, 0, 999)
        self.interpretation = Select(theme, _ways_to_interpret(words))
        self._code_field = Field(tr("Circle code"), self.code)
        self._people_field = Field(tr("How many people"), self.people)
        self.rules = RulesEditor(theme, words)
        self._rules_fold = Expander(theme)
        self.things = ThingsToBring(context)
        self.open_threads_expander = OpenThreadsExpander(context)
        self._notice = Card("notice", edge=Space.BASE)
        self._habit = Label(role="note")
        self._title = Label(tr("Prepare a session"), "title")
        self.begin_button = Button(
            theme, tr("Begin the session"), weight=Weight.PRIMARY, icon="next", trailing=True
        )
        self.rehearse_button = Button(theme, tr("Rehearse"), icon="play")
        self._back = Button(theme, tr("Home"), weight=Weight.QUIET, icon="home")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    # What it is filled with.

    def fill_in(self, guide_id: str = "", circle_id: str = "", *, over: bool = False) -> None:
        """Fill it anew, for a guide and a circle if they are named, or for a session that is ``over``."""
        self._rules_touched = False
        self._title.setText(
            self._context.words.tr("Type up a session from paper notes")
            if over
            else self._context.words.tr("Prepare a session")
        )
        self.things.reset()
        self.guides.read()
        self._read_circles()
        self.times.set_defaults(over=over)
        self.circle.choose(circle_id if circle_id in self._circles else self._waiting_circle())
        last = self._last_session()
        if not guide_id and last is not None:
            guide_id = last.guide.id
        if self.guides.knows(guide_id):
            self.guides.guide.choose(guide_id)
        self._show_guide()
        self._show_circle()
        self._show_when()

    def _read_circles(self) -> None:
        entries = self._folders.programs()
        self._circles = {str(circle.id): circle for entry in entries for circle in entry.circles}
        known = sorted(self._circles.values(), key=lambda circle: (circle.body.code, circle.id))
        named = [
            Choice(str(one.id), " · ".join(filter(None, (one.body.code, one.body.place)))) for one in known
        ]
        self.circle.show_choices([Choice(_NEW, self._context.words.tr("A new circle")), *named])

    def _waiting_circle(self) -> str:
        """Return the one circle of a program that has not met yet; where there are more, a person chooses."""
        records = self._desk.file.records
        waiting = [
            key
            for key, circle in self._circles.items()
            if circle.body.program and next(records.under(circle.id, Kind.SESSION), None) is None
        ]
        return waiting[0] if len(waiting) == 1 else _NEW

    def _show_guide(self) -> None:
        guide = self.guides.guide_in_app_language()
        self.guides.show_guide(guide, self._next_plan(guide))
        last = self._last_session()
        self.people.show_value(last.session.people if last else guide.people[1])
        self._show_plan()

    def _show_plan(self) -> None:
        plan = self.guides.session()
        self.times.plan(plan.minutes)
        self._show_things()
        self._show_rules()
        self._show_warnings()

    def _show_circle(self) -> None:
        circle = self._known_circle()
        self._code_field.setVisible(circle is None)
        if circle is None:
            self.code.setText(self._free_code())
        last = self._last_session()
        self.place.setText(last.session.place if last else circle.body.place if circle else "")
        self.interpretation.choose(str(last.session.factor if last else AS_SPOKEN))
        self.open_threads_expander.show_last(last)
        self._rules_touched = False
        self._show_rules()
        habit = what_runs_over(self._sessions(), self._context.words)
        self._habit.setText(habit)
        self._habit.setVisible(bool(habit))

    def _show_rules(self) -> None:
        words = self._context.words
        circle = self._known_circle()
        agreed = [rule.body.text for rule in ground_rules_of(self._desk, circle.id)] if circle else []
        if not self._rules_touched:
            self.rules.show_rules(agreed or self.guides.guide_in_spoken_language().ground_rules)
        count = len(self.rules.rules())
        if agreed:
            title = words.ntr(
                "{count} ground rule the circle agreed on", "{count} ground rules the circle agreed on", count
            )
        else:
            title = words.ntr(
                "{count} ground rule to begin with", "{count} ground rules to begin with", count
            )
        self._rules_fold.show_title(title)

    def _show_warnings(self) -> None:
        minutes, people = self.times.minutes(), self.people.value()
        words = self._context.words
        people_wrong = not 1 <= people <= ONE_CIRCLE
        found = () if people_wrong or not minutes else self._found_wrong(people, minutes)
        clear_layout(self._notice.column)
        for place, sentence in enumerate([words.tr("Good to know before you begin"), *found]):
            self._notice.column.addWidget(Label(sentence, "" if place else "strong"))
        self._notice.setVisible(bool(found))
        self.times.show_hint()

    def _found_wrong(self, people: int, minutes: int) -> tuple[str, ...]:
        guide, plan, words = (
            self.guides.guide_in_spoken_language(),
            self.guides.session(),
            self._context.words,
        )
        return warnings(guide, plan, people, minutes, words, factor=self._factor())

    # What is said in it.

    def _factor(self) -> int:
        return int(self.interpretation.choice() or AS_SPOKEN)

    def _known_circle(self) -> Stored[Circle] | None:
        return self._circles.get(self.circle.choice())

    def _sessions(self) -> list[SessionFolder]:
        circle = self._known_circle()
        return self._folders.of_circle(circle.id) if circle else []

    def _last_session(self) -> SessionFolder | None:
        held = self._sessions()
        return held[-1] if held else None

    def _next_plan(self, guide: Guide) -> str:
        held = {folder.plan.id for folder in self._sessions() if folder.guide.id == guide.id}
        ahead = [plan.id for plan in guide.sessions if plan.id not in held]
        return ahead[0] if ahead else guide.sessions[-1].id

    def _free_code(self) -> str:
        taken = [re.fullmatch(r"C(\d{1,4})", one.body.code) for one in self._circles.values()]
        numbers = [int(match.group(1)) for match in taken if match]
        return f"C{max(numbers, default=0) + 1:02}"

    # What is wrong with it, and writing it.

    def _faults(self) -> list[tuple[Field, str]]:
        tr = self._context.words.tr
        people = self.people.value()
        crowd = ""
        if people < 1:
            crowd = tr("A session needs at least one person.")
        elif people > ONE_CIRCLE:
            crowd = tr(
                "{people} people cannot hear each other in one circle. Make several circles, each "
                "with its own session.",
                people=people,
            )
        new = self._known_circle() is None
        code = tr("Give the circle a code, such as C07.") if new and not self.code.text().strip() else ""
        return [
            (self._code_field, code),
            (self._people_field, crowd),
            *self.times.faults(),
        ]

    def _explain(self) -> Field | None:
        first = None
        for field, sentence in self._faults():
            if field.error() != sentence:
                field.show_error(sentence)
            if sentence and first is None:
                first = field
        return first

    def _is_possible(self) -> bool:
        """Tell whether it can be held like this; else go where it cannot."""
        wrong = self._explain()
        if wrong is not None:
            wrong.control.setFocus()
            self._context.announcer.announce(wrong.error())
        return wrong is None

    def _rehearse(self) -> None:
        if self._is_possible():
            self.rehearsal_wanted.emit(self._beginning())

    def _begin(self) -> None:
        if not self._is_possible():
            return
        session_id = create_session(self._desk, self._beginning())
        circle = self._known_circle()
        if circle is not None and self._rules_touched:
            set_ground_rules(self._desk, circle.id, self.rules.rules())
        when = self.times.when()
        if when is SessionTiming.OVER:
            self.held_before.emit(str(session_id))
        elif when is SessionTiming.ANOTHER_DAY:
            self._context.toast.say(self._context.words.tr("It is ready. You will find it on Home."))
            self.left.emit()
        else:
            self.prepared.emit(str(session_id))

    def _show_things(self) -> None:
        """Say what to bring; to a session that is over nobody brings anything."""
        over = self.times.when() is SessionTiming.OVER
        parts = () if over else self.guides.session().parts
        self.things.show_things([thing for part in parts for thing in part.materials])

    def _show_when(self) -> None:
        """Let the button say what it will do."""
        tr = self._context.words.tr
        when = self.times.when()
        said = {
            SessionTiming.NOW: tr("Begin the session"),
            SessionTiming.ANOTHER_DAY: tr("Save for that day"),
            SessionTiming.OVER: tr("Type up the notes"),
        }
        self.begin_button.setText(said[when])
        self.rehearse_button.setHidden(when is SessionTiming.OVER)
        self._show_things()

    def _beginning(self) -> SessionDraft:
        start, end = self.times.times()
        plan = self.guides.session()
        circle = self._known_circle()
        place = normalized(self.place.text())
        held = [folder.session.number for folder in self._sessions()]
        new = None
        if circle is None:
            new = Circle(
                normalized(self.code.text()).strip(), place, None, self.guides.language.choice() or "en"
            )
        return SessionDraft(
            texts=self.guides.chosen_texts(),
            plan=plan.id,
            title=plan.title,
            number=max(held, default=0) + 1,
            start=start,
            hard_end=end,
            people=self.people.value(),
            place=place,
            circle=new,
            circle_id=circle.id if circle else None,
            ground_rules=self.rules.rules(),
            factor=self._factor(),
        )

    # How it is laid out.

    def _lay_out(self) -> None:
        theme, tr = self._context.theme, self._context.words.tr
        guides, times = self.guides, self.times
        form = Card()
        form.column.setSpacing(Space.BASE)
        form.column.addWidget(Field(tr("Guide"), guides.guide))
        form.column.addWidget(guides.plan_field)
        form.column.addLayout(_beside(Field(tr("Circle"), self.circle), self._code_field))
        form.column.addLayout(_beside(Field(tr("Place"), self.place), self._people_field))
        form.column.addLayout(_beside(times.day_field, times.start_field, times.end_field))
        form.column.addWidget(times.hint)
        form.column.addLayout(_beside(guides.language_field, guides.second_field))
        form.column.addWidget(Field(tr("Interpretation in the room"), self.interpretation))
        self._rules_fold.body.addWidget(self.rules)
        beside = QVBoxLayout()
        beside.setSpacing(Space.SNUG)
        beside_it = (self._notice, self._habit, self.open_threads_expander, self._rules_fold, self.things)
        for piece in beside_it:
            beside.addWidget(piece)
        beside.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(form)
        left.addStretch(1)
        self._sides.setSpacing(Space.WIDE)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(beside, 1)
        page = ScrollColumn(theme, characters=0)
        page.add(self._title)
        page.body.addLayout(self._sides)
        page.body.addStretch(1)
        foot = Card("bar", edge=0)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self.rehearse_button)
        line.addWidget(self.begin_button)
        foot.column.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        self.guides.guide.chosen.connect(lambda _: self._show_guide())
        self.guides.plan.chosen.connect(lambda _: self._show_plan())
        self.circle.chosen.connect(lambda _: self._change_circle())
        self.guides.language.chosen.connect(lambda _: self._change_language())
        self.people.changed.connect(lambda _: self._reconsider())
        self.interpretation.chosen.connect(lambda _: self._reconsider())
        self.code.textChanged.connect(lambda _: self._reconsider())
        self.times.changed.connect(self._reconsider)
        self.rules.changed.connect(self._change_rules)
        self.begin_button.clicked.connect(self._begin)
        self.rehearse_button.clicked.connect(self._rehearse)
        self._back.clicked.connect(self.left)

    def _change_circle(self) -> None:
        self._show_circle()
        last = self._last_session()
        if last is not None:
            self.guides.guide.choose(last.guide.id)
        self._show_guide()
        self._reconsider()

    def _change_language(self) -> None:
        self.guides.show_second_languages()
        self._show_plan()

    def _change_rules(self, _rules: tuple[str, ...]) -> None:
        self._rules_touched = True

    def _reconsider(self) -> None:
        self._explain()
        self._show_when()
        self._show_warnings()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.scaled(900)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.begin_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and elsewhere begins the session."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()
        elif not self.rules.line.hasFocus():
            self._begin()


def _ways_to_interpret(words: Words) -> list[Choice]:
    """How people are interpreted, under the percent of the time that speech then takes."""
    return [
        Choice(str(AS_SPOKEN), words.tr("None")),
        Choice("125", words.tr("Whispered while people speak: a quarter more time")),
        Choice("160", words.tr("After each person, shortened: 1.6 times as long")),
        Choice("200", words.tr("After each person, in full: twice as long")),
    ]


def _beside(*fields: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.BASE)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return line
