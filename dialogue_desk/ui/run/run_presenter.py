"""Shows on the run screen what the clock, the moves and the desk bring."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.live_session import Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.keep_awake import wants_awake
from dialogue_desk.ui.core.undo import what_can_be_undone
from dialogue_desk.ui.run.live_session_controller import OpenSession, time_left
from dialogue_desk.ui.run.run_announcements import RunAnnouncements
from dialogue_desk.ui.run.run_layout import RunView

_IN_SESSION = (Kind.NOTE, Kind.ACTION, Kind.OVERRULE, Kind.READ_BACK)
_SHARED = (Kind.THEME, Kind.GROUND_RULE)
_WHOLE = (Kind.SESSION, Kind.CIRCLE, Kind.PROGRAM, Kind.GUIDE)


class RunPresenter(QObject):
    """Shows one session after another: ``session``, or nothing while that is None."""

    awake_wanted = Signal(bool)
    """Whether the laptop should stay awake for the session."""
    session_gone = Signal()
    """The session is no longer on this laptop."""

    def __init__(self, view: RunView, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__(view)
        self._view, self._desk, self._folders, self._context = view, desk, folders, context
        self.session: OpenSession | None = None
        self.announcements = RunAnnouncements(context)
        context.desk_signals.changed.connect(self._follow_desk)
        view.planning.way_back.changed.connect(self._show_undo)

    def start_session(self, session: OpenSession) -> None:
        """Show ``session`` from now on, and follow its clock."""
        self.session = session
        view, controller = self._view, session.controller
        self.announcements.reset(controller.live)
        controller.moved.connect(self.show_move)
        controller.moved.connect(self._say_move)
        controller.ticked.connect(self.show_time)
        controller.clock_read.connect(self._read_clock)
        controller.clock_set.connect(self.announcements.say_clock_set)
        controller.slept.connect(self.announcements.say_slept)
        controller.milestone.connect(self._say_milestone)
        view.side.show_notes()
        view.rail.show_clock(not session.taking_notes)
        view.rail.may_change = session.may_move
        view.top.show_session(session.folder)
        self._show_undo()
        self._show_folder(session.folder)
        self.show_move()
        view.room_bar.refresh()

    def leave(self) -> None:
        """Show the session no more."""
        self.session = None
        self.awake_wanted.emit(False)

    def show_move(self) -> None:
        """Show the part that is on, or the part that notes are written about."""
        session, view = self.session, self._view
        if session is None:
            return
        folder, live, target = session.folder, session.controller.live, session.note_target
        target.follow(live)
        prompt = target.prompt()
        view.card.show_part(folder.plan, live, session.controller.back_part())
        view.rail.show_parts(folder.plan, live, target.part)
        view.card.words.show_prompt(prompt)
        view.notes.show_part(target.current_part(), prompt, target.earlier_parts(live))
        plans = {folder.guide.language: folder.plan} | self._folders.other_plans(folder.session)
        view.room_bar.show_part(target.part, plans, prompt)
        view.tools.on_moved()
        self._show_undo()

    def show_time(self, reading: Reading) -> None:
        """Show the time of the session and of the part; only the time of day where notes are taken."""
        session, view = self.session, self._view
        if session is None:
            return
        live = session.controller.live
        view.top.show_time(live, reading, clock=not session.taking_notes)
        self.awake_wanted.emit(session.may_move and wants_awake(live, reading))
        if session.taking_notes:
            return
        time = time_left(live, reading, self._context.warn())
        view.card.show_time(live, reading, time)
        view.planning.show_time(reading)
        view.rail.show_time(session.folder.plan, live, reading)
        view.tools.go_round.show_left(reading.left if reading.clock else None)
        if view.tools.room_time() is None:
            view.room_bar.show_time(time)

    def _read_clock(self) -> None:
        self._view.tools.tick()
        time = self._view.tools.room_time()
        if time is not None:
            self._view.room_bar.show_time(time)

    def _say_move(self) -> None:
        if self.session is not None:
            typing = bool(self._view.notes.note_input.text().strip())
            plan, live = self.session.folder.plan, self.session.controller.live
            self.announcements.say_move(plan, live, typing=typing)

    def _say_milestone(self, milestone: str) -> None:
        if self.session is not None and not self.session.taking_notes:
            self.announcements.say_milestone(milestone, self.session.controller.read())

    def _follow_desk(self, outcome: Outcome) -> None:
        """Show what changed in the session, its circle, its program or its guide."""
        session = self.session
        if session is None:
            return
        self._show_undo()
        folder = session.folder
        owners = {folder.circle_id, folder.program_id}
        shared = outcome.touches(*_SHARED) and not owners.isdisjoint(outcome.owners)
        whole = outcome.touches(*_WHOLE)
        if shared or whole or outcome.touches(*_IN_SESSION, under=folder.id):
            fresh = self._folders.session_after(folder, outcome)
            if fresh is None:
                self.session_gone.emit()
                return
            session.folder = fresh
            self._show_folder(fresh)
            if whole:
                self._view.top.show_session(fresh)
                session.controller.follow(folder, fresh)
                self.show_move()

    def _show_folder(self, folder: SessionFolder) -> None:
        if self.session is not None:
            self.session.note_target.plan = folder.plan
        view = self._view
        view.notes.show_folder(folder)
        view.tools.show_folder(folder)
        view.rail.show_people(folder.session.head_count)
        rules = tuple(rule.body.text for rule in folder.ground_rules)
        view.rules.editor.show_rules(rules)
        view.room_bar.show_rules(rules)

    def _show_undo(self) -> None:
        undo, redo = what_can_be_undone(self._desk, self._context.words)
        plan_undo, plan_redo = self._view.planning.way_back.what_can_be_undone()
        self._view.top.show_undo(plan_undo or undo, plan_redo or redo)
