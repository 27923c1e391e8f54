"""Changing the rest of a session while it runs, with a way back from each change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.model.live_session import MoveKind, Reading, RemainingPlan
from dialogue_desk.domain.run.pacing import DRIFT_FROM, Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.live_session_controller import OpenSession
from dialogue_desk.ui.run.plan_sheet import PlanSheet
from dialogue_desk.ui.run.rail import PartsRail
from dialogue_desk.ui.run.replan_sheet import ReplanSheet
from dialogue_desk.ui.run.spare_time_sheet import SpareTimeSheet
from dialogue_desk.ui.run.start_sheet import StartSheet
from dialogue_desk.words.part_names import title_of

_UNDO = "take back what was planned"


class Planning(QObject):
    """Tells ``wanted(overlay)`` when one of its sheets is to be shown, and ``done`` when it is to go.

    ``session`` is the session that is served; None for none.
    """

    wanted = Signal(object)
    done = Signal()
    undoable_changed = Signal()
    """Something else is what Undo and Redo are about."""

    def __init__(self, desk: Desk, context: Context, rail: PartsRail, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._context, self._rail = desk, context, rail
        self.session: OpenSession | None = None
        self._toast_text, self._part_of_offer = "", 0
        # The last change of the plan: its place in the history of all changes, and what it was.
        self._changed_at, self._change, self._taken_back = 0, "", False
        self.sheet, self.spare = ReplanSheet(context), SpareTimeSheet(context)
        self.start_sheet = StartSheet(context)
        for sheet in self.plan_sheets:
            sheet.applied.connect(self._apply)
            sheet.closed.connect(self.done)
        self.start_sheet.now_button.clicked.connect(self.start_now)
        self.start_sheet.counted_from.connect(self._count_from)
        self.start_sheet.other_button.clicked.connect(self._start_and_ask)
        self.start_sheet.began.connect(self._set_start)
        self.start_sheet.closed.connect(self.done)
        rail.left_out.connect(self._leave_out)
        rail.part_moved.connect(self._move)
        rail.start_wanted.connect(self.ask_when)
        context.toast.acted.connect(self._undo)

    @property
    def plan_sheets(self) -> tuple[PlanSheet, ...]:
        """The sheets that change the rest of the plan."""
        return self.sheet, self.spare

    def leave(self) -> None:
        """Serve no session; hide an offer to undo that could not be taken any more."""
        self.session, self._change = None, ""
        if self._toast_text and self._context.toast.sentence() == self._toast_text:
            self._context.toast.hide()

    def show_time(self, reading: Reading) -> None:
        """Let the sheet that is shown follow the clock; an offer to undo goes with its part."""
        if self.session is None:
            return
        if reading.part != self._part_of_offer:
            self._context.toast.withdraw(_UNDO)
        for sheet in self.plan_sheets:
            if sheet.isVisible():
                sheet.show_time(self.session.controller.live, reading)
        if self.start_sheet.isVisible():
            self.start_sheet.show_now(reading.at)

    def toggle(self) -> None:
        """Show what can be done about being late or early, or put that away."""
        session = self._session_allowing(MoveKind.REPLAN)
        if any(sheet.isVisible() for sheet in self.plan_sheets):
            self.done.emit()
        elif session is not None:
            reading = session.controller.read()
            early = drift(reading.late).lateness is Lateness.EARLY
            sheet = self.spare if early else self.sheet
            sheet.begin(session.folder.plan, session.folder.session.zone)
            sheet.show_time(session.controller.live, reading)
            self.wanted.emit(sheet)
            self._context.announcer.announce(sheet.verdict())

    # The start.

    def asks_first(self) -> bool:
        """Ask from when the time counts, if the session starts late; return whether it was asked."""
        session = self._session_allowing(MoveKind.START)
        if session is None:
            return False
        live, now = session.controller.live, session.controller.runner.now()
        if now - live.start < DRIFT_FROM or now >= live.hard_end:
            return False
        if self.start_sheet.isVisible():
            self.start_now()
            return True
        self.start_sheet.ask(now, live.start, session.folder.session.zone)
        self.wanted.emit(self.start_sheet)
        self._context.announcer.announce(self.start_sheet.sentence())
        return True

    def start_now(self) -> None:
        """Start, and count from now."""
        if self.session is not None:
            self.session.controller.make_move(MoveKind.START)
            self.done.emit()

    def ask_when(self) -> None:
        """Ask when the session really began."""
        session = self._session_allowing(MoveKind.SET_START)
        if session is not None and (started := session.controller.live.started) is not None:
            self.start_sheet.ask_when(started, session.folder.session.zone)
            self.wanted.emit(self.start_sheet)

    def _count_from(self, start: Instant) -> None:
        if self.session is not None:
            self.session.controller.start(start)
            self.done.emit()

    def _start_and_ask(self) -> None:
        """Start now: while a person says when it began, no time is lost."""
        self.start_now()
        self.ask_when()

    def _set_start(self, at: Instant) -> None:
        if self.session is not None and self.session.controller.set_start(at):
            self.done.emit()
        else:
            self.start_sheet.show_refused()

    # What is to come.

    def _apply(self, ahead: RemainingPlan) -> None:
        if self.session is not None:
            self.session.controller.plan(ahead)
            self.done.emit()
            tr = self._context.words.tr
            self._remember(tr("adjusting the plan"))
            self._offer_undo(tr("The rest of the session has a new plan."))

    def _leave_out(self, part: str) -> None:
        if self.session is not None and self.session.controller.skip(part):
            tr, title = self._context.words.tr, self._title_of(part)
            self._remember(tr("leaving out “{part}”", part=title))
            self._offer_undo(tr("“{part}” is left out.", part=title))

    def _move(self, part: str, by: int) -> None:
        session = self._session_allowing(MoveKind.REPLAN)
        if session is None:
            return
        coming = list(session.controller.live.remaining_plan.parts[1:])
        if part not in coming or not 0 <= coming.index(part) + by < len(coming):
            return
        place = coming.index(part)
        coming[place], coming[place + by] = coming[place + by], part
        session.controller.reorder(coming)
        self._rail.parts.go_to(part)
        other = self._title_of(coming[place])
        words, moved = self._context.words, self._title_of(part)
        self._remember(words.tr("moving “{part}”", part=moved))
        if by < 0:
            said = words.tr("“{part}” now comes before “{other}”.", part=moved, other=other)
        else:
            said = words.tr("“{part}” now comes after “{other}”.", part=moved, other=other)
        self._context.announcer.announce(said)

    # The way back.

    def what_can_be_undone(self) -> tuple[str, str]:
        """Return which change of the plan Undo and Redo are about; empty where something newer is first."""
        session, history = self._session_allowing(MoveKind.REPLAN), self._desk.file.history
        if not self._change or session is None or session.controller.read().part != self._part_of_offer:
            return "", ""
        done, undone = history.to_undo(), history.to_redo()
        if done is not None and done.seq > self._changed_at:
            return "", ""
        if not self._taken_back:
            return self._change, ""
        return "", "" if undone is not None and undone[1].seq > self._changed_at else self._change

    def undo(self) -> bool:
        """Take back the last change of the plan if nothing was done since; return whether it was."""
        what, _ = self.what_can_be_undone()
        if what:
            self._turn_back(self._context.words.tr("Undone: {what}", what=what), taken_back=True)
        return bool(what)

    def redo(self) -> bool:
        """Make the change again that was taken back last; return whether it was made."""
        _, what = self.what_can_be_undone()
        if what:
            self._turn_back(self._context.words.tr("Redone: {what}", what=what), taken_back=False)
        return bool(what)

    def _turn_back(self, said: str, *, taken_back: bool) -> None:
        if session := self._session_allowing(MoveKind.REPLAN):
            session.controller.take_back_plan()
            self._remember(self._change, taken_back=taken_back)
            self._context.toast.say(said)

    def _remember(self, change: str, *, taken_back: bool = False) -> None:
        """Remember a change of the plan that was just made: it is no change that the history could undo."""
        self._changed_at = self._desk.file.history.last()
        self._change, self._taken_back = change, taken_back
        if self.session is not None:
            self._part_of_offer = self.session.controller.read().part
        self.undoable_changed.emit()

    def _offer_undo(self, said: str) -> None:
        self._toast_text = said
        self._context.toast.say(said, action=self._context.words.tr("Undo"), action_id=_UNDO)

    def _undo(self, action: str) -> None:
        if action == _UNDO:
            self._turn_back(self._context.words.tr("Undone: {what}", what=self._change), taken_back=True)

    def _session_allowing(self, kind: MoveKind) -> OpenSession | None:
        session = self.session
        return session if session is not None and kind in session.controller.live.allowed else None

    def _title_of(self, part: str) -> str:
        parts = self.session.folder.plan.parts if self.session is not None else ()
        return next((title_of(one, self._context.words) for one in parts if one.id == part), "")
