"""The Qt side of a live session: its moves, one timer, and the signals that tell of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds
from dialogue_desk.domain.model.live_session import (
    LiveSession,
    MoveKind,
    MoveRefused,
    Phase,
    Reading,
    RemainingPlan,
)
from dialogue_desk.domain.run.pacing import USUAL_WARNING, Milestone, WarningTime, milestones, reached
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.ui.core.context import default_warning
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft

TICK_MS = 200

_ONWARD = {MoveKind.NEXT, MoveKind.CLOSE}


def time_left(live: LiveSession, reading: Reading, warn: WarningTime = USUAL_WARNING) -> TimeLeft:
    """Return what a ring shows."""
    if live.phase is Phase.PAUSED:
        pace = Pace.PAUSED
    elif (milestone := reached(reading, warn)) is None:
        pace = Pace.RUNNING
    else:
        pace = Pace.OVER if milestone is Milestone.TIME_UP else Pace.WARNING
    return TimeLeft(reading.left, reading.given, pace)


class SessionController(QObject):
    """Makes the moves of a live session, and follows its clock.

    The time is read at each tick and never counted up: a stalled window loses nothing.

    Args:
        live: the session.
        parent: the owner of this object.
        warn: returns when a part has little time left; called each time, because a person may change it.
    """

    moved = Signal()
    """A move was made, and the session is in another state."""
    ticked = Signal(object)
    """The second that is shown has changed; carries a :class:`Reading`."""
    clock_read = Signal()
    """The clock was read."""
    clock_set = Signal(object)
    """The laptop's clock was set by so many milliseconds; the session's time is unchanged."""
    slept = Signal(object)
    """The laptop slept for so many milliseconds, and the session's time went on."""
    milestone = Signal(str)
    """A :class:`Milestone` of the part was reached; of several at once, the last."""

    def __init__(
        self,
        live: SessionRunner,
        parent: QObject | None = None,
        warn: Callable[[], WarningTime] = default_warning,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._warn = warn
        self._shown: tuple[object, ...] = ()
        self._checked_at: Instant | None = None
        self._onward_guard = PressGuard()
        self._came_from = ""
        self._milestones = _MilestoneWatch()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def live(self) -> LiveSession:
        """The session in its present state."""
        return self._live.live

    @property
    def warn(self) -> WarningTime:
        """When a part has little time left."""
        return self._warn()

    @property
    def desk(self) -> SessionRunner:
        """The runner, which makes the moves and stores them."""
        return self._live

    def start_ticking(self) -> None:
        """Begin to follow the clock."""
        self._milestones.follow(self.read())
        self._timer.start()
        self.tick()

    def leave(self) -> None:
        """Stop following the clock.  The session goes on in the room."""
        self._timer.stop()

    def read(self) -> Reading:
        """Return what the clocks show now."""
        return self._live.read()

    def back_part(self) -> str:
        """Return the id of the part that Back goes to, or "" when there is none."""
        if self._came_from:
            return self._came_from
        live = self.live
        before = live.part_before
        return live.parts[before].id if before is not None and MoveKind.BACK in live.allowed else ""

    def make_move(self, kind: MoveKind, *, by: Milliseconds = 0) -> bool:
        """Make a move if it makes sense, and tell whether it was made."""
        if kind not in self.live.allowed:
            return False
        if kind in _ONWARD and not self._onward_guard.accepts(self._live.steady()):
            return False
        self._live.make_move(kind, by=by)
        if kind is not MoveKind.ADD_TIME:
            self._came_from = ""
        self.after_move()
        return True

    def go_to(self, part: str) -> None:
        """Go to a part; Back then leads to the part that was left."""
        here = self.live.parts[self.live.current].id
        if part == here or MoveKind.GO_TO not in self.live.allowed:
            return
        self._live.make_move(MoveKind.GO_TO, part=part)
        self._came_from = here
        self.after_move()

    def back(self) -> None:
        """Go back to where the session was: the part it came from, or the one before."""
        if not self._came_from:
            self.make_move(MoveKind.BACK)
            return
        self._live.make_move(MoveKind.GO_TO, part=self._came_from)
        self._came_from = ""
        self.after_move()

    def plan(self, ahead: RemainingPlan) -> None:
        """Replace the plan of what is still to come."""
        self._live.plan(ahead)
        self.after_move()

    def take_back_plan(self) -> None:
        """Undo the last change of what is still to come."""
        self._live.take_back_plan()
        self.after_move()

    def skip(self, part: str) -> bool:
        """Leave out a part that is still to come; return whether it was still to come."""
        live = self.live
        if MoveKind.REPLAN not in live.allowed or part not in live.remaining_plan.parts[1:]:
            return False
        self._live.skip(part)
        self.after_move()
        return True

    def reorder(self, parts: Iterable[str]) -> None:
        """Put the parts that come after this one in this order."""
        self._live.reorder(parts)
        self.after_move()

    def start(self, count_from: Instant) -> None:
        """Start now, and count the time from an earlier instant."""
        self._live.start(count_from)
        self.after_move()

    def set_start(self, at: Instant) -> bool:
        """Say that the session began at ``at``; return whether that is possible."""
        try:
            self._live.set_start(at)
        except MoveRefused:
            return False
        self.after_move()
        return True

    def tick(self) -> None:
        """Read the clock, and tell what it brings."""
        self._check_clock()
        reading = self.read()
        running = self.live.phase is Phase.RUNNING
        second = -(-reading.left // SECOND) if running else reading.at // SECOND
        shown = (reading.part, self.live.phase, second)
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit(reading)
        passed = self._milestones.passed(reading, self._warn()) if running else ()
        if passed:
            self.milestone.emit(passed[-1])
        self.clock_read.emit()

    def _check_clock(self) -> None:
        now = self._live.now()
        if self._checked_at is None or now - self._checked_at >= SECOND:
            self._checked_at = now
            if set_by := self._live.tick():
                self._checked_at = self._live.now()
                self.clock_set.emit(set_by)
            slept = self._live.slept()
            if slept and self.live.phase is Phase.RUNNING:
                self.slept.emit(slept)

    def after_move(self) -> None:
        """Tell that the session has moved."""
        self._milestones.follow(self.read())
        self._shown = ()
        self.moved.emit()
        self.tick()


class _MilestoneWatch:
    """Finds the milestones of a part that were reached since the last reading."""

    def __init__(self) -> None:
        self._before: Reading | None = None

    def follow(self, reading: Reading) -> None:
        """Begin with the part of ``reading``: what it reached before is not told."""
        if self._before is None or reading.part != self._before.part:
            self._before = reading

    def passed(self, reading: Reading, warn: WarningTime) -> Sequence[Milestone]:
        """Return what was reached between the last reading and this one."""
        before, self._before = self._before, reading
        return () if before is None else milestones(before, reading, warn)
