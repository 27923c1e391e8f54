"""The Qt side of a live session: one timer, and word of what it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_desk.desk.session.live_desk import SessionRunner
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
    """Plays a live session against the clock.

    Whatever the timer does, the time is read and never counted: a stalled window loses nothing.

    Args:
        live: the session.
        parent: what it belongs to.
        warn: asked each time when a part has little time left, for a person may set it in the middle.
    """

    moved = Signal()
    """The session stands otherwise."""
    ticked = Signal(object)
    """A :class:`Reading`: the second shown is another one."""
    clock_read = Signal()
    """The clock was looked at."""
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
        self._beaten: Instant | None = None
        self._onward_guard = PressGuard()
        self._came_from = ""
        self._before: Reading | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def live(self) -> LiveSession:
        """The session as it stands."""
        return self._live.live

    @property
    def warn(self) -> WarningTime:
        """When a part has little time left."""
        return self._warn()

    @property
    def desk(self) -> SessionRunner:
        """What keeps its moves."""
        return self._live

    def start_ticking(self) -> None:
        """Begin to follow the clock."""
        self._forget_milestones()
        self._timer.start()
        self.tick()

    def leave(self) -> None:
        """Stop following the clock.  The session goes on in the room."""
        self._timer.stop()

    def read(self) -> Reading:
        """Return what the clocks show now."""
        return self._live.read()

    def back_part(self) -> str:
        """Return the id of the part that Back goes to, or nothing."""
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
        self._after_move()
        return True

    def go_to(self, part: str) -> None:
        """Go to a part, from which Back leads back to this one."""
        here = self.live.parts[self.live.current].id
        if part == here or MoveKind.GO_TO not in self.live.allowed:
            return
        self._live.make_move(MoveKind.GO_TO, part=part)
        self._came_from = here
        self._after_move()

    def back(self) -> None:
        """Go back to where the session was: the part it came from, or the one before."""
        if not self._came_from:
            self.make_move(MoveKind.BACK)
            return
        self._live.make_move(MoveKind.GO_TO, part=self._came_from)
        self._came_from = ""
        self._after_move()

    def plan(self, ahead: RemainingPlan) -> None:
        """Let what is still to come be this."""
        self._live.plan(ahead)
        self._after_move()

    def take_back_plan(self) -> None:
        """Take the last change of what is to come back."""
        self._live.take_back_plan()
        self._after_move()

    def skip(self, part: str) -> bool:
        """Leave a part out that is still to come, and tell whether there was one to leave out."""
        live = self.live
        if MoveKind.REPLAN not in live.allowed or part not in live.remaining_plan.parts[1:]:
            return False
        self._live.skip(part)
        self._after_move()
        return True

    def reorder(self, parts: Iterable[str]) -> None:
        """Let the parts that come after this one come in this order."""
        self._live.reorder(parts)
        self._after_move()

    def start(self, count_from: Instant) -> None:
        """Start now, with the time counted from an instant that is over."""
        self._live.start(count_from)
        self._after_move()

    def set_start(self, at: Instant) -> bool:
        """Let the session have begun at ``at``, and tell whether that can have been."""
        try:
            self._live.set_start(at)
        except MoveRefused:
            return False
        self._after_move()
        return True

    def resumed(self) -> None:
        """Hear that the session was taken up again."""
        self._after_move()

    def tick(self) -> None:
        """Look at the clock."""
        self._check_clock()
        reading = self.read()
        running = self.live.phase is Phase.RUNNING
        second = -(-reading.left // SECOND) if running else reading.at // SECOND
        shown = (reading.part, self.live.phase, second)
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit(reading)
        self._tell_milestone(reading)
        self.clock_read.emit()

    def _check_clock(self) -> None:
        now = self._live.now()
        if self._beaten is None or now - self._beaten >= SECOND:
            self._beaten = now
            if set_by := self._live.tick():
                self._beaten = self._live.now()
                self.clock_set.emit(set_by)
            slept = self._live.slept()
            if slept and self.live.phase is Phase.RUNNING:
                self.slept.emit(slept)

    def _after_move(self) -> None:
        self._forget_milestones()
        self._shown = ()
        self.moved.emit()
        self.tick()

    def _forget_milestones(self) -> None:
        """Say nothing of what was reached in a part before it was gone to."""
        reading = self.read()
        if self._before is None or reading.part != self._before.part:
            self._before = reading

    def _tell_milestone(self, reading: Reading) -> None:
        if self.live.phase is not Phase.RUNNING or self._before is None:
            return
        passed = milestones(self._before, reading, self._warn())
        self._before = reading
        if passed:
            self.milestone.emit(passed[-1])
