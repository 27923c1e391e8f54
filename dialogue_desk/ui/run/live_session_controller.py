"""A live session on the Qt side: its moves, one timer, their signals, and what a page knows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_desk.desk.session.session_runner import Interruption, SessionRunner
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds
from dialogue_desk.domain.model.live_session import (
    LiveSession,
    MoveKind,
    MoveRefused,
    Phase,
    Reading,
    RemainingPlan,
)
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import USUAL_WARNING, Milestone, WarningTime, milestones, reached
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.ui.core.context import default_warning
from dialogue_desk.ui.notes.note_target import NoteTarget
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft

TICK_MS = 200

_ONWARD = {MoveKind.NEXT, MoveKind.CLOSE}
_SEEN: Milliseconds = SECOND
"""Who presses a button sooner than this after a part came on has not seen that part."""


def _part_on(live: LiveSession) -> tuple[int, bool]:
    return live.current, live.started is not None


def time_left(live: LiveSession, reading: Reading, warn: WarningTime = USUAL_WARNING) -> TimeLeft:
    """Return what a ring shows: of a part without a clock only the time that has passed."""
    if not reading.clock:
        paused = live.phase is Phase.PAUSED
        return TimeLeft(0, 0, Pace.PAUSED if paused else Pace.RUNNING, reading.part_elapsed)
    if live.phase is Phase.PAUSED:
        pace = Pace.PAUSED
    elif (milestone := reached(reading, warn)) is None:
        pace = Pace.RUNNING
    else:
        pace = Pace.OVER if milestone is Milestone.TIME_UP else Pace.WARNING
    return TimeLeft(reading.left, reading.given, pace)


class SessionController(QObject):
    """Makes the moves of a live session through its ``runner``, and follows its clock.

    The time is read at each tick and never counted up: a stalled window loses nothing.  ``warn`` is called
    each time to know when a part has little time left, because a person may change that.
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
        runner: SessionRunner,
        parent: QObject | None = None,
        warn: Callable[[], WarningTime] = default_warning,
    ) -> None:
        super().__init__(parent)
        self.runner = runner
        self._warn = warn
        self._shown: tuple[object, ...] = ()
        self._checked_at: Instant | None = None
        self._onward_guard = PressGuard()
        self._came_from = ""
        self._on_screen, self._on_screen_since = _part_on(runner.live), runner.steady() - _SEEN
        self._last_reading: Reading | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def live(self) -> LiveSession:
        """The session in its present state."""
        return self.runner.live

    def start_ticking(self) -> None:
        """Begin to follow the clock."""
        self._timer.start()
        self.tick()

    def leave(self) -> None:
        """Stop following the clock.  The session goes on in the room."""
        self._timer.stop()

    def read(self) -> Reading:
        """Return what the clocks show now."""
        return self.runner.read()

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
        if kind in _ONWARD and not self._onward_guard.accepts(self.runner.steady()):
            return False
        self.runner.make_move(kind, by=by)
        if kind is not MoveKind.ADD_TIME:
            self._came_from = ""
        self.after_move()
        return True

    def go_to(self, part: str) -> None:
        """Go to a part; Back then leads to the part that was left."""
        here = self.live.parts[self.live.current].id
        if part == here or MoveKind.GO_TO not in self.live.allowed:
            return
        self.runner.make_move(MoveKind.GO_TO, part=part)
        self._came_from = here
        self.after_move()

    def back(self) -> None:
        """Go back to where the session was: the part it came from, or the one before."""
        if not self._came_from:
            self.make_move(MoveKind.BACK)
            return
        self.runner.make_move(MoveKind.GO_TO, part=self._came_from)
        self._came_from = ""
        self.after_move()

    def follow(self, before: SessionFolder, folder: SessionFolder) -> None:
        """Take over what was changed of the session: its times, its plan."""
        if self.runner.follow(before, folder):
            self.after_move()

    def plan(self, ahead: RemainingPlan) -> None:
        """Replace the plan of what is still to come."""
        self.runner.plan(ahead)
        self.after_move()

    def take_back_plan(self) -> None:
        """Undo the last change of what is still to come."""
        self.runner.take_back_plan()
        self.after_move()

    def skip(self, part: str) -> bool:
        """Leave out a part that is still to come; return whether it was still to come."""
        live = self.live
        if MoveKind.REPLAN not in live.allowed or part not in live.remaining_plan.parts[1:]:
            return False
        self.runner.skip(part)
        self.after_move()
        return True

    def reorder(self, parts: Iterable[str]) -> None:
        """Put the parts that come after this one in this order."""
        self.runner.reorder(parts)
        self.after_move()

    def start(self, count_from: Instant) -> None:
        """Start now, and count the time from an earlier instant."""
        self.runner.start(count_from)
        self.after_move()

    def set_start(self, at: Instant) -> bool:
        """Say that the session began at ``at``; return whether that is possible."""
        try:
            self.runner.set_start(at)
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
        if running:
            before, self._last_reading = self._last_reading or reading, reading
            if passed := milestones(before, reading, self._warn()):
                self.milestone.emit(passed[-1])
        self.clock_read.emit()

    def _check_clock(self) -> None:
        now = self.runner.now()
        if self._checked_at is None or now - self._checked_at >= SECOND:
            self._checked_at = now
            if set_by := self.runner.tick():
                self._checked_at = self.runner.now()
                self.clock_set.emit(set_by)
            slept = self.runner.slept()
            if slept and self.live.phase is Phase.RUNNING:
                self.slept.emit(slept)

    def part_was_seen(self) -> bool:
        """Whether the part that is on has been there long enough for a person to have seen it."""
        return self.runner.steady() - self._on_screen_since >= _SEEN

    def after_move(self) -> None:
        """Tell that the session has moved."""
        self._shown = ()
        if _part_on(self.live) != self._on_screen:
            self._on_screen, self._on_screen_since = _part_on(self.live), self.runner.steady()
        self.moved.emit()
        self.tick()


@dataclass(slots=True)
class OpenSession:
    """A session with its clock, and what this laptop may do with it.

    Attributes:
        folder: what is known of the session.
        controller: makes its moves and follows its clock.
        note_target: the part and the question that a note belongs to.
        taking_notes: another laptop runs the session; this one only takes notes.
        interruption: where the session was when the app was left; None once it goes on.
    """

    folder: SessionFolder
    controller: SessionController
    note_target: NoteTarget
    taking_notes: bool = False
    interruption: Interruption | None = None

    @property
    def may_move(self) -> bool:
        """Whether the session can be moved from here."""
        return self.interruption is None and not self.taking_notes
