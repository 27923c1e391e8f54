"""Runs a session on this laptop: each move is on disk before it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_desk.desk.clock import RoomClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import (
    MOST_ADDED,
    LiveSession,
    Move,
    MoveKind,
    MoveRefused,
    Phase,
    Reading,
    RemainingPlan,
)
from dialogue_desk.domain.overview.session_folder import SessionFolder, ready_session, stored
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.pulse import Beat, Pulse

_IN_PROGRESS = (Phase.RUNNING, Phase.PAUSED)


@dataclass(frozen=True, slots=True)
class Interruption:
    """A run that the app left in the middle: its state when the app was last alive.

    ``away`` is how long ago that is.
    """

    at: Instant
    away: Milliseconds
    reading: Reading
    phase: Phase


class SessionRunner:
    """Runs one session: makes moves, saves them, and reads the clocks.

    Instants come from a :class:`RoomClock`.  When somebody sets the wall clock, that is saved as a move,
    and no minute is lost or invented.

    Raises:
        MoveRefused: from every move, when the session does not allow it now.
        DeskTrouble: from every move, when it could not be saved; then it was not made.
    """

    def __init__(self, desk: Desk, folder: SessionFolder, pulse: Pulse) -> None:
        self._desk = desk
        self._pulse = pulse
        self.session_id = folder.id
        self._run, moves = _own_run(desk, folder.id)
        self._number = max((move.number for move in moves), default=0)
        self.live: LiveSession = _after(folder, moves)
        # Two presses of *Next* at once are one; any other move between them makes them two.
        self._next_guard = PressGuard()
        self._clock = RoomClock(desk.clock)
        # When the app was left in the middle; None once somebody has resumed the session.
        self._left: Instant | None = None
        if self.live.phase in _IN_PROGRESS:
            self._left = max(_last_alive(pulse.last(self._run), moves), self.live.since)

    def now(self) -> Instant:
        """Return the instant in the room."""
        return self._clock.now()

    def steady(self) -> Instant:
        """Return the time by a clock that cannot be set."""
        return self._desk.clock.steady()

    def read(self) -> Reading:
        """Return what the session's clocks show now."""
        return self.live.read(self.now())

    def make_move(self, kind: MoveKind, *, part: str = "", by: Milliseconds = 0) -> LiveSession:
        """Make a move now; it is on disk when this returns.

        A second press of *Next* right after the first is the same press, and makes no move.
        """
        if kind is MoveKind.NEXT and not self._next_guard.accepts(self.steady()):
            return self.live
        if kind is not MoveKind.NEXT:
            self._next_guard.reset()
        try:
            self._make(Move(kind, 0, part=part, by=by))
        except (MoveRefused, DeskTrouble):
            self._next_guard.reset()
            raise
        return self.live

    def start(self, count_from: Instant | None = None) -> LiveSession:
        """Start now, and count the time from another instant if one is given.

        Raises:
            MoveRefused: also when the instant is in the future or too long ago.
        """
        if count_from is not None and not 0 <= self.now() - count_from <= MOST_ADDED:
            raise MoveRefused(MoveKind.SET_START, self.live.phase)
        self.make_move(MoveKind.START)
        return self.live if count_from is None else self.set_start(count_from)

    def set_start(self, at: Instant) -> LiveSession:
        """Correct when the session started; the difference is counted to its first part.

        Raises:
            MoveRefused: also when the first part has less time than that to give.
        """
        self._record_clock_set_back(self.live.since)
        started = self.live.started
        if started is None or abs(at - started) > MOST_ADDED:
            raise MoveRefused(MoveKind.SET_START, self.live.phase)
        return self.make_move(MoveKind.SET_START, by=at - started)

    def plan(self, ahead: RemainingPlan) -> LiveSession:
        """Replace the plan of what is still to come.

        Raises:
            MoveRefused: also when a part in it is unknown or over.
        """
        move = Move(MoveKind.REPLAN, 0, parts=ahead.parts, given=ahead.given, hard_end=ahead.hard_end)
        return self._make(move)

    def skip(self, part: str) -> LiveSession:
        """Leave out a part that is still to come, or go on from the current one."""
        if part == self.live.parts[self.live.current].id:
            return self.make_move(MoveKind.NEXT)
        return self.plan(self.live.remaining_plan.without(part))

    def reorder(self, parts: Iterable[str]) -> LiveSession:
        """Put all the parts after the current one in this order.

        Raises:
            MoveRefused: also when these are not exactly the parts still to come.
        """
        ahead, wanted = self.live.remaining_plan, tuple(parts)
        if sorted(wanted) != sorted(ahead.parts[1:]):
            raise MoveRefused(MoveKind.REPLAN, self.live.phase)
        return self.plan(ahead.ordered((ahead.parts[0], *wanted)))

    def take_back_plan(self) -> LiveSession:
        """Take back the last change of the plan; a second call makes it again.

        Raises:
            MoveRefused: also when there was none.
        """
        before = self.live.plan_before_replan
        if before is None:
            raise MoveRefused(MoveKind.REPLAN, self.live.phase)
        return self.plan(before)

    def follow(self, before: SessionFolder, folder: SessionFolder) -> bool:
        """Take over what was changed of the session and its plan; return whether the clock is another.

        The moves stay.  A hard end that is another in the session is the one in force from then on, also
        after a re-plan that had one of its own.
        """
        known, (_, moves) = self.live, _own_run(self._desk, self.session_id)
        self.live = _after(folder, moves)
        end = folder.session.hard_end
        changed = end not in (before.session.hard_end, self.live.hard_end)
        if changed and self._left is None and MoveKind.REPLAN in self.live.allowed:
            self.plan(replace(self.live.remaining_plan, hard_end=end))
        return self.live != known

    def tick(self) -> Milliseconds:
        """Write the pulse, and return how far the wall clock was set, or 0 when it was not.

        Raises:
            DeskTrouble: when it was set and that could not be saved; the next tick tries again.
        """
        set_by = self._clock.wall_clock_set_by()
        if set_by:
            if self.live.since:
                self._save(Move(MoveKind.CLOCK_SET, self.now() + set_by, by=set_by))
            self._clock.follow(set_by)
            if self._left is not None:
                self._left += set_by
        self._show_life()
        return set_by

    def slept(self) -> Milliseconds:
        """Return how long the laptop slept since the last call, or 0 for less than a minute."""
        return self._clock.slept()

    def interruption(self) -> Interruption | None:
        """Return the session's state when the app was left in the middle; None once it is resumed."""
        if self._left is None:
            return None
        away = max(0, self.now() - self._left)
        return Interruption(self._left, away, self.live.read(self._left), self.live.phase)

    def resume(self, interruption: Interruption, *, count_the_time_away: bool) -> LiveSession:
        """Resume the session where it was left, or with the time since then counted."""
        left = interruption.at if self._left is None else self._left
        if self.live.phase is Phase.RUNNING and not count_the_time_away:
            self._save(Move(MoveKind.PAUSE, left))
        self._record_clock_set_back(left)
        if MoveKind.RESUME in self.live.allowed:
            self._save(Move(MoveKind.RESUME, self.now()))
        self._left = None
        self.tick()
        return self.live

    def _record_clock_set_back(self, known: Instant) -> None:
        """Save a move when now is before the ``known`` past.

        The wall clock was then set back while the app was away; the room's time does not run backwards.
        """
        set_back = self.now() - known
        if set_back < 0:
            self._save(Move(MoveKind.CLOCK_SET, self.now(), by=set_back))

    def _make(self, move: Move) -> LiveSession:
        self._record_clock_set_back(self.live.since)
        self._save(replace(move, at=self.now()))
        self._left = None
        self._show_life()
        return self.live

    def _save(self, made: Move) -> None:
        move = replace(made, run=self._run, number=self._number + 1)
        after = self.live.after(move)
        self._desk.add(self.session_id, move, Act.MOVE)
        self._number += 1
        self.live = after

    def _show_life(self) -> None:
        if self.live.phase in _IN_PROGRESS and self._left is None:
            self._pulse.beat(self._run, Beat(self._number, self.now()))
        elif self.live.phase is Phase.CLOSED:
            self._pulse.stop(self._run)


def _after(folder: SessionFolder, moves: Iterable[Move]) -> LiveSession:
    """Return the clock of a session after ``moves`` in any order."""
    ready = ready_session(folder.session, folder.plan)
    return ready.after_all(sorted(moves, key=lambda move: move.number))


def _own_run(desk: Desk, session_id: RecordId) -> tuple[RecordId, list[Move]]:
    """Return this laptop's run of a session and its moves; a new run when it has none."""
    ours = desk.names()
    records = [
        record for record in desk.file.records.under(session_id, Kind.MOVE) if record.shown.device in ours
    ]
    moves = [move.body for move in stored(records, Move)]
    if not moves:
        return desk.new_id(), []
    run = max(move.run for move in moves)
    return run, [move for move in moves if move.run == run]


def run_elsewhere(desk: Desk, folder: SessionFolder) -> bool:
    """Return whether other laptops began a session, and this one never did."""
    return folder.live.phase is not Phase.READY and not _own_run(desk, folder.id)[1]


def _last_alive(beat: Beat | None, moves: list[Move]) -> Instant:
    """Return when a run was last alive, by its clock as it is set now; 0 when ``beat`` is None."""
    if beat is None:
        return 0
    later = (move for move in moves if move.kind is MoveKind.CLOCK_SET and move.number > beat.number)
    return beat.at + sum(move.by for move in later)
