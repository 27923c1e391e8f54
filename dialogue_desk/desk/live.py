"""A session as it is run on this laptop: each move is on disk before it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.changes import Act
from dialogue_desk.domain.ids import SECOND, Instant, Milliseconds, RecordId
from dialogue_desk.domain.live_session import LiveSession, Move, MoveKind, Phase, Reading
from dialogue_desk.domain.session_folder import SessionFolder, kept, ready_session
from dialogue_desk.storage.pulse import Beat, Pulse

CLOCKS_PART_AT: Milliseconds = 2 * SECOND
"""How far wall clock and steady clock may differ before the wall clock counts as having been set."""

_GOING_ON = (Phase.RUNNING, Phase.PAUSED)


@dataclass(frozen=True, slots=True)
class Interruption:
    """A run that the app left without closing: where it stood when the app was last alive."""

    at: Instant
    away: Milliseconds
    reading: Reading
    phase: Phase


class LiveDesk:
    """Runs one session: makes moves, keeps them, and reads the clocks.

    Instants come from the wall clock as it was when this began, carried on by the steady clock.  When
    the two part ways somebody set the wall clock; that is kept as a move, and no minute is lost or
    invented.
    """

    def __init__(self, desk: Desk, folder: SessionFolder, pulse: Pulse) -> None:
        self._desk = desk
        self._pulse = pulse
        self.session_id = folder.id
        self._run, moves = _own_run(desk, folder.id)
        self._number = max((move.number for move in moves), default=0)
        ready = ready_session(folder.session, folder.plan)
        self.live: LiveSession = ready.after_all(sorted(moves, key=lambda move: move.number))
        self._ahead = desk.clock.now() - desk.clock.steady()
        # When the app was left in the middle; nothing once somebody has taken the session up again.
        self._left: Instant | None = None
        if self.live.phase in _GOING_ON:
            self._left = max(_last_alive(pulse.last(self._run), moves), self.live.since)

    def now(self) -> Instant:
        """Return the instant in the room."""
        return self._desk.clock.steady() + self._ahead

    def read(self) -> Reading:
        """Return what the clocks show now."""
        return self.live.read(self.now())

    def make(self, kind: MoveKind, *, part: str = "", by: Milliseconds = 0) -> LiveSession:
        """Make a move now: on disk when this returns.

        Raises:
            MoveRefused: when it makes no sense as the session stands.
            DeskTrouble: when it could not be kept; then it was not made.
        """
        self._mind_a_clock_set_back(self.live.since)
        self._keep(kind, self.now(), part, by)
        self._left = None
        self._show_life()
        return self.live

    def beat(self) -> Milliseconds:
        """Keep the pulse, and look whether the wall clock was set.

        Returns:
            How far it was set, and nothing when it was not.

        Raises:
            DeskTrouble: when it was set and that could not be kept; the next beat tries again.
        """
        parted = self._desk.clock.now() - self.now()
        set_by = parted if abs(parted) >= CLOCKS_PART_AT else 0
        if set_by:
            if self.live.since:
                self._keep(MoveKind.CLOCK_SET, self.now() + set_by, "", set_by)
            self._ahead += set_by
            if self._left is not None:
                self._left += set_by
        self._show_life()
        return set_by

    def interruption(self) -> Interruption | None:
        """Return where the session stood when the app was left in the middle, until it is taken up again."""
        if self._left is None:
            return None
        away = max(0, self.now() - self._left)
        return Interruption(self._left, away, self.live.read(self._left), self.live.phase)

    def resume(self, interruption: Interruption, *, count_the_time_away: bool) -> LiveSession:
        """Take the session up again, where it stood or with the time since then counted.

        Raises:
            DeskTrouble: when it could not be kept.
        """
        left = interruption.at if self._left is None else self._left
        if self.live.phase is Phase.RUNNING and not count_the_time_away:
            self._keep(MoveKind.PAUSE, left, "", 0)
        self._mind_a_clock_set_back(left)
        if MoveKind.RESUME in self.live.allowed:
            self._keep(MoveKind.RESUME, self.now(), "", 0)
        self._left = None
        self.beat()
        return self.live

    def _mind_a_clock_set_back(self, known: Instant) -> None:
        """Keep it as a move when now lies before what is ``known`` to have been.

        The wall clock was then set back while the app was away; the room's time did not run backwards.
        """
        set_back = self.now() - known
        if set_back < 0:
            self._keep(MoveKind.CLOCK_SET, self.now(), "", set_back)

    def _keep(self, kind: MoveKind, at: Instant, part: str, by: Milliseconds) -> None:
        move = Move(kind, at, self._run, self._number + 1, part, by)
        after = self.live.after(move)
        self._desk.add(self.session_id, move, Act.MOVE)
        self._number += 1
        self.live = after

    def _show_life(self) -> None:
        if self.live.phase in _GOING_ON and self._left is None:
            self._pulse.beat(self._run, Beat(self._number, self.now()))
        elif self.live.phase is Phase.CLOSED:
            self._pulse.stop()


def _own_run(desk: Desk, session_id: RecordId) -> tuple[RecordId, list[Move]]:
    """Return this laptop's run of a session and its moves; a new run when it has none."""
    ours = {desk.device, *desk.file.former_devices()}
    records = [
        record for record in desk.file.records.under(session_id, Kind.MOVE) if record.shown.device in ours
    ]
    moves = [move.body for move in kept(records, Move)]
    if not moves:
        return desk.new_id(), []
    run = max(move.run for move in moves)
    return run, [move for move in moves if move.run == run]


def _last_alive(beat: Beat | None, moves: list[Move]) -> Instant:
    """Return when a run was last alive, by its clock as it is now: it may have been set since."""
    if beat is None:
        return 0
    later = (move for move in moves if move.kind is MoveKind.CLOCK_SET and move.number > beat.number)
    return beat.at + sum(move.by for move in later)
