"""Changing the rest of a session while it runs, with a way back from each change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.model.live_session import MoveKind, Reading, RemainingPlan
from dialogue_desk.domain.run.pacing import DRIFT_FROM, Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.live_session_controller import OpenSession, SessionController
from dialogue_desk.ui.run.plan_sheet import PlanSheet
from dialogue_desk.ui.run.plan_undo import PlanUndo
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

    def __init__(self, desk: Desk, context: Context, rail: PartsRail, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._rail = context, rail
        self.session: OpenSession | None = None
        self._toast_text, self._part_of_offer = "", 0
        self.way_back = PlanUndo(desk, context, self._running, self)
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
        self.session = None
        self.way_back.forget()
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
            self.way_back.remember(tr("adjusting the plan"))
            self._offer_undo(tr("The rest of the session has a new plan."))

    def _leave_out(self, part: str) -> None:
        if self.session is not None and self.session.controller.skip(part):
            tr, title = self._context.words.tr, self._title_of(part)
            self.way_back.remember(tr("leaving out “{part}”", part=title))
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
        self.way_back.remember(words.tr("moving “{part}”", part=moved))
        if by < 0:
            said = words.tr("“{part}” now comes before “{other}”.", part=moved, other=other)
        else:
            said = words.tr("“{part}” now comes after “{other}”.", part=moved, other=other)
        self._context.announcer.announce(said)

    def _offer_undo(self, said: str) -> None:
        self._toast_text = said
        if self.session is not None:
            self._part_of_offer = self.session.controller.read().part
        self._context.toast.say(said, action=self._context.words.tr("Undo"), action_id=_UNDO)

    def _undo(self, action: str) -> None:
        if action == _UNDO:
            self.way_back.take_back()

    def _running(self) -> SessionController | None:
        session = self._session_allowing(MoveKind.REPLAN)
        return None if session is None else session.controller

    def _session_allowing(self, kind: MoveKind) -> OpenSession | None:
        session = self.session
        return session if session is not None and kind in session.controller.live.allowed else None

    def _title_of(self, part: str) -> str:
        parts = self.session.folder.plan.parts if self.session is not None else ()
        return next((title_of(one, self._context.words) for one in parts if one.id == part), "")
