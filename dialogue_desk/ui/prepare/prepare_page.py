"""Preparing a session: what is known is read, and what will not fit is mended where it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import (
    SessionDraft,
    change_session,
    create_session,
    rules_to_begin_with,
    set_ground_rules,
)
from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.run.outlook import Outlook, Times, outlook
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.kept_answers import KeptAnswers
from dialogue_desk.ui.prepare.prepare_view import PrepareView
from dialogue_desk.ui.prepare.print_plan import print_plan
from dialogue_desk.ui.prepare.session_times import SessionTiming
from dialogue_desk.ui.prepare.usual_overruns import what_runs_over
from dialogue_desk.ui.widgets.toast import UNDO


class PreparePage(PrepareView):
    """The page before a session; ``prepared(id)`` tells that the session is written and can begin.

    A session that is over, with notes on paper, tells ``held_before(id)`` instead; one of another day is
    kept for that day.  Only the buttons at the foot begin, and what is filled in stays when a person leaves.
    """

    prepared = Signal(str)
    held_before = Signal(str)
    rehearsal_wanted = Signal(object)
    """The session that this :class:`SessionDraft` would begin is to be rehearsed."""
    left = Signal()

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__(desk, folders, shelf, context)
        self._desk, self._folders, self._context = desk, folders, context
        self._over = False
        self.fits: tuple[PartFit, ...] = ()
        self.kept = KeptAnswers(desk, self.fields)
        self._connect()

    def fill_in(
        self,
        guide_id: str = "",
        circle_id: str = "",
        *,
        plan: str = "",
        over: bool = False,
        session_id: str = "",
    ) -> None:
        """Fill in a new session, of a guide and a circle if named, or one that is there to be changed.

        ``plan`` is the session of the guide that is wanted, and ``over`` is for one that was held before.
        What a person filled in when they left is filled in again.
        """
        self._over = over
        existing = self._folders.session(RecordId(session_id)) if session_id else None
        answers, packed = self.kept.kept(session_id, over=over)
        asked = {"guide": guide_id, "circle": circle_id, "plan": plan}
        if any(wanted and answers.get(name, wanted) != wanted for name, wanted in asked.items()):
            answers = {}  # what was filled in was for something else
        self.fields.fill_in(guide_id, circle_id, plan=plan, over=over, existing=existing)
        self.fits = existing.session.fits if existing else ()
        self.kept.restore(answers)
        self.things.show_packed(packed)
        self.start_over_button.setVisible(self.kept.any)
        self._reconsider()

    def _go_home(self) -> None:
        if self.kept.any:
            self._context.toast.say(self._context.words.tr("What you filled in is saved for later."))
        self.left.emit()

    def leave(self) -> None:
        """Keep what was filled in, for when a person comes back."""
        self.kept.keep(over=self._over, packed=self.things.packed())

    def outlook(self) -> Outlook:
        """Return how the session will go as it is filled in."""
        form = self.fields
        start, hard_end = form.times.times()
        times = Times(start, hard_end, self._desk.clock.zone(start))
        plan, track = form.guides.session(), form.guides.chosen_track()
        return outlook(plan, self.fits, max(1, form.people.value()), form.factor(), times, track)

    def draft(self) -> SessionDraft:
        """Return what would begin this session."""
        return replace(self.fields.draft(self.rules.editor.rules), fits=self.fits)

    def _show_circle(self) -> None:
        form = self.fields
        self.left_open.show_last(form.last_session())
        self.rules.touched = False
        habit = what_runs_over(form.circles.sessions(), self._context.words)
        self.plan.habit.setText(habit)
        self.plan.habit.setVisible(bool(habit))

    def _show_plan(self) -> None:
        circle = self.fields.circles.known()
        agreed = rules_to_begin_with(self._desk, circle) if circle else []
        self.rules.show_rules(agreed, self.fields.guides.guide_in_spoken_language().ground_rules)
        known = {part.id for part in self.fields.guides.session().parts}
        self.fits = tuple(fit for fit in self.fits if fit.part in known)
        self._reconsider()

    def _reconsider(self) -> None:
        """Show what follows from what is filled in."""
        form, tr = self.fields, self._context.words.tr
        form.explain()
        waits, when = form.refuses_plan(), form.times.when()
        self.form.show_facts()
        over = when is SessionTiming.OVER
        self.title.setText(tr("Type up a session from paper notes") if over else tr("Prepare a session"))
        self.title.setVisible(self.form.is_whole or over)
        self.foot.show_when(when, changing=form.existing is not None)
        before, parts = ((), ()) if over else (form.guides.session().before, form.guides.parts())
        self.things.show_session(before, parts)
        self.plan.setHidden(over)
        self.plan.wait(on=waits)
        if not waits and not over:
            zone = self._desk.clock.zone(form.times.times()[0])
            self.plan.show_outlook(self.outlook(), self.fits, form.people.value(), form.factor(), zone)
        self.fold()

    def _fit(self, fits: tuple[PartFit, ...]) -> None:
        self.fits = fits
        self._reconsider()

    def _end_later(self, fits: tuple[PartFit, ...], hard_end: Instant) -> None:
        self.fields.times.show_end(hard_end)
        self._fit(fits)

    def _start_over(self) -> None:
        existing = self.fields.existing
        self.kept.forget()
        self.fill_in(over=self._over, session_id=existing.id if existing else "")

    def _is_possible(self) -> bool:
        """Return whether the session can be held like this; if not, go to the first field that is wrong."""
        wrong = self.fields.explain()
        if wrong is not None:
            self.form.change(wrong)
            self._context.announcer.announce(wrong.error())
        return wrong is None

    def _rehearse(self) -> None:
        if self._is_possible():
            self.rehearsal_wanted.emit(self.draft())

    def _begin(self) -> None:
        self.fields.times.follow_clock()
        if self._is_gone() or not self._is_possible():
            return
        when, session_id = self.fields.times.when(), self._save()
        if when is SessionTiming.OVER:
            self.held_before.emit(str(session_id))
        elif when is SessionTiming.ANOTHER_DAY:
            self._context.toast.say(self._context.words.tr("It is ready. You will find it on Home."))
            self.left.emit()
        else:
            self.prepared.emit(str(session_id))

    def _save_changes(self) -> None:
        if not self._is_gone() and self._is_possible():
            self._save()
            tr = self._context.words.tr
            self._context.toast.say(tr("The session is changed."), action=tr("Undo"), action_id=UNDO)
            self.left.emit()

    def _is_gone(self) -> bool:
        """Say so, and leave, when the session was undone or erased since its fields were filled."""
        existing = self.fields.existing
        record = self._desk.get(existing.id) if existing is not None else None
        if existing is None or (record is not None and record.body is not None):
            return False
        tr = self._context.words.tr
        self._context.toast.say(tr("This session is gone. Nothing was saved."))
        self.left.emit()
        return True

    def _save(self) -> RecordId:
        """Write the session, and return its id."""
        existing, draft = self.fields.existing, self.draft()
        if existing is None:
            session_id = create_session(self._desk, draft)
        else:
            session_id = existing.id
            change_session(self._desk, session_id, draft)
        circle = self.fields.circles.known()
        if circle is not None and self.rules.touched:
            set_ground_rules(self._desk, circle.id, self.rules.editor.rules)
        self.kept.forget(session_id, self.things.packed())
        self.things.show_packed(())
        return session_id

    def _print(self) -> None:
        """Save the plan as a PDF."""
        if self._is_possible():
            found = self.outlook()
            zone = self._desk.clock.zone(found.start)
            print_plan(
                self._context, self.form, found, zone, self.fields.last_session(), self.rules.editor.rules
            )

    def _connect(self) -> None:
        self.fields.circle_shown.connect(self._show_circle)
        self.fields.plan_shown.connect(self._show_plan)
        self.fields.edited.connect(self._reconsider)
        self.plan.fitted.connect(self._fit)
        self.plan.ended.connect(self._end_later)
        self.start_over_button.clicked.connect(self._start_over)
        self.escaped.connect(self._go_home)
        self.foot.begin.clicked.connect(self._begin)
        self.foot.rehearse.clicked.connect(self._rehearse)
        self.foot.save.clicked.connect(self._save_changes)
        self.foot.print.clicked.connect(self._print)
