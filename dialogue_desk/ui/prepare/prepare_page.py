"""Preparing a session: with good defaults Enter is enough, and what will go wrong is said beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import create_session, ground_rules_of, set_ground_rules
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.prepare.expanders import GroundRulesExpander, OpenThreadsExpander, ThingsToBring
from dialogue_desk.ui.prepare.session_form import SessionForm
from dialogue_desk.ui.prepare.session_times import SessionTiming
from dialogue_desk.ui.prepare.usual_overruns import what_runs_over
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class PreparePage(QWidget):
    """One calm screen before a session; ``prepared(id)`` tells that the session is written and can begin.

    A session that is over, with notes on paper, tells ``held_before(id)`` instead; one of another day is
    kept for that day.
    """

    prepared = Signal(str)
    held_before = Signal(str)
    rehearsal_wanted = Signal(object)
    """The session that this :class:`SessionDraft` would begin is to be rehearsed."""
    left = Signal()

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        theme, tr = context.theme, context.words.tr
        self.form = SessionForm(desk, folders, shelf, context)
        self.rules = GroundRulesExpander(context)
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
        self.form.circle_shown.connect(self._show_circle)
        self.form.plan_shown.connect(self._show_plan)
        self.form.edited.connect(self._reconsider)
        self.begin_button.clicked.connect(self._begin)
        self.rehearse_button.clicked.connect(self._rehearse)
        self._back.clicked.connect(self.left)

    def fill_in(self, guide_id: str = "", circle_id: str = "", *, over: bool = False) -> None:
        """Fill in a new session, of a guide and a circle if named; ``over`` for one that was held."""
        tr = self._context.words.tr
        self._title.setText(tr("Type up a session from paper notes") if over else tr("Prepare a session"))
        self.things.reset()
        self.form.fill_in(guide_id, circle_id, over=over)
        self._reconsider()

    def _show_circle(self) -> None:
        circles = self.form.circles
        self.open_threads_expander.show_last(circles.last_session())
        self.rules.touched = False
        habit = what_runs_over(circles.sessions(), self._context.words)
        self._habit.setText(habit)
        self._habit.setVisible(bool(habit))

    def _show_plan(self) -> None:
        self._show_things()
        self._show_rules()
        self._show_warnings()

    def _show_rules(self) -> None:
        circle = self.form.circles.known()
        agreed = [rule.body.text for rule in ground_rules_of(self._desk, circle.id)] if circle else []
        self.rules.show_rules(agreed, self.form.guides.guide_in_spoken_language().ground_rules)

    def _show_warnings(self) -> None:
        found = self.form.warnings()
        clear_layout(self._notice.column)
        heading = self._context.words.tr("Good to know before you begin")
        self._notice.column.addWidget(Label(heading, "strong"))
        for sentence in found:
            self._notice.column.addWidget(Label(sentence))
        self._notice.setVisible(bool(found))
        self.form.times.show_hint()

    def _show_things(self) -> None:
        """Say what to bring; nobody brings anything to a session that is over."""
        over = self.form.times.when() is SessionTiming.OVER
        parts = () if over else self.form.guides.session().parts
        self.things.show_things([thing for part in parts for thing in part.materials])

    def _show_when(self) -> None:
        tr, when = self._context.words.tr, self.form.times.when()
        said = {
            SessionTiming.NOW: tr("Begin the session"),
            SessionTiming.ANOTHER_DAY: tr("Save for that day"),
            SessionTiming.OVER: tr("Type up the notes"),
        }
        self.begin_button.setText(said[when])
        self.rehearse_button.setHidden(when is SessionTiming.OVER)
        self._show_things()

    def _reconsider(self) -> None:
        self.form.explain()
        self._show_when()
        self._show_warnings()

    def _is_possible(self) -> bool:
        """Return whether the session can be held like this; if not, go to the first field that is wrong."""
        wrong = self.form.explain()
        if wrong is not None:
            wrong.control.setFocus()
            self._context.announcer.announce(wrong.error())
        return wrong is None

    def _rehearse(self) -> None:
        if self._is_possible():
            self.rehearsal_wanted.emit(self.form.draft(self.rules.editor.rules))

    def _begin(self) -> None:
        if not self._is_possible():
            return
        rules = self.rules.editor.rules
        session_id = create_session(self._desk, self.form.draft(rules))
        circle = self.form.circles.known()
        if circle is not None and self.rules.touched:
            set_ground_rules(self._desk, circle.id, rules)
        when = self.form.times.when()
        if when is SessionTiming.OVER:
            self.held_before.emit(str(session_id))
        elif when is SessionTiming.ANOTHER_DAY:
            self._context.toast.say(self._context.words.tr("It is ready. You will find it on Home."))
            self.left.emit()
        else:
            self.prepared.emit(str(session_id))

    def _lay_out(self) -> None:
        beside = (self._notice, self._habit, self.open_threads_expander, self.rules, self.things)
        self._sides.setSpacing(Space.WIDE)
        self._sides.addLayout(column(self.form, STRETCH, gap=None), 1)
        self._sides.addLayout(column(*beside, STRETCH, gap=Space.SNUG), 1)
        page = ScrollColumn(self._context.theme, characters=0)
        page.add(self._title)
        page.body.addLayout(self._sides)
        page.body.addStretch(1)
        foot = Card("bar", edge=0)
        buttons = (self._back, STRETCH, self.rehearse_button, self.begin_button)
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        foot.column.addLayout(row(*buttons, gap=None, margins=edges))
        column((page, 1), foot, within=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.scaled(900)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    @reporting_errors
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
        elif not self.rules.editor.line.hasFocus():
            self._begin()
