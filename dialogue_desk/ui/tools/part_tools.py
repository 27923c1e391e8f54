"""What a facilitator reaches for in a part: a go-round, the stack, small groups, a pause to check in.

All that is about seats is not stored; it is gone when the part ends.  What is kept is a pause of the
session's clock, a line in the parking lot, and which notes were read back.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.live_session import MoveKind, Phase, Reading
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.text import caught
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.cool_down import CheckIn, Runs
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.run.player import SessionPlayer
from dialogue_desk.ui.tools.cool_down_sheet import CheckInSheet
from dialogue_desk.ui.tools.go_round_sheet import RoundSheet
from dialogue_desk.ui.tools.offered_tools import asks_for_read_back
from dialogue_desk.ui.tools.parking_bar import ParkingBar
from dialogue_desk.ui.tools.read_back_sheet import ReadBackSheet
from dialogue_desk.ui.tools.small_groups import SmallGroups
from dialogue_desk.ui.tools.speakers_bar import StackBar
from dialogue_desk.ui.widgets.ring import TimeLeft


class Tools(QObject):
    """The tools of a session that is run; each works by itself, and this one tells them of the session."""

    page_wanted = Signal(QWidget)
    """This page is to stand in the place of the part."""
    put_away = Signal()
    """The page that stood there is not needed any more."""
    let_go = Signal()
    """The line that had the keyboard is gone."""
    rules_wanted = Signal()
    time_on_wall = Signal()
    groups_on_wall = Signal()
    lines_on_wall = Signal(object)
    """What is read back, to be on the wall; nothing takes it off."""
    groups_drawn = Signal(object)
    """The seats that sit together now, a tuple for each group."""

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._around = desk, around
        self._folder: SessionFolder | None = None
        self._player: SessionPlayer | None = None
        self._noting: Callable[[], tuple[str, int]] = lambda: ("", 0)
        self._of: tuple[str, str] = ("", "")
        self._phase = Phase.READY
        self._stack_waits = False
        self.checking_in = False
        steady = desk.clock.steady
        self.round = RoundSheet(around, steady)
        self.groups = SmallGroups(around, steady, Random())
        self.check_in = CheckInSheet(around, steady)
        self.stack = StackBar(around)
        self.parking = ParkingBar(around)
        self.read_back = ReadBackSheet(desk, around)
        self.pages: tuple[RoundSheet | SmallGroups | CheckInSheet | ReadBackSheet, ...] = (
            self.round,
            self.groups,
            self.check_in,
            self.read_back,
        )
        self._connect()

    # What comes from outside.

    def begin(
        self, folder: SessionFolder, player: SessionPlayer, noting: Callable[[], tuple[str, int]]
    ) -> None:
        """Serve a session; ``noting`` returns the part to which a note belongs, and its question."""
        self._folder, self._player, self._noting = folder, player, noting
        self._phase = player.live.phase
        self.checking_in = False
        self.parking.hide()
        self._begin_part()

    def show_folder(self, folder: SessionFolder) -> None:
        """Hear that more is known of the session."""
        self._folder = folder
        if self.read_back.isVisible():
            self.read_back.show_folder(folder)

    def home(self) -> QWidget | None:
        """Return the page that stands in the place of the part until it is put away; nothing as a rule."""
        return self.check_in if self.checking_in else None

    def moved(self) -> None:
        """Hear that the session stands otherwise."""
        player = self._player
        if player is None:
            return
        before, self._phase = self._phase, player.live.phase
        if self._begin_part():
            self.checking_in = False
            self.put_away.emit()
            return
        if before is not self._phase:
            running = self._phase is Phase.RUNNING
            self.round.hold(not running)
            self.groups.hold(not running)
            if running and self.checking_in:
                self._end_check_in()

    def look(self) -> None:
        """Look at the clock."""
        self.round.follow()
        self.groups.follow()
        if self.checking_in:
            self.check_in.follow()

    def show_time(self, reading: Reading) -> None:
        """Show how long the part has."""
        self.round.show_left(reading.left)

    def on_wall(self) -> TimeLeft | None:
        """Return the time for the wall when one of the tools keeps one."""
        if self.checking_in and (time := self.check_in.on_wall()) is not None:
            return time
        return (self.round.on_wall() if self.round.goes_on else None) or self.groups.on_wall()

    # What a person asks for.

    def show_round(self) -> None:
        """Show the go-round, or what is needed to begin one."""
        self.page_wanted.emit(self.round)

    def show_groups(self) -> None:
        """Show the small groups."""
        self.groups.begin()
        self.page_wanted.emit(self.groups)

    def show_read_back(self, part: str) -> None:
        """Show the notes of ``part``, to be read; of all parts in one that is there for it."""
        folder = self._folder
        if folder is None:
            return
        whole = any(one.id == part and asks_for_read_back(one) for one in folder.plan.parts)
        self.read_back.begin(folder, "" if whole else part)
        self.page_wanted.emit(self.read_back)

    def turn_stack(self) -> None:
        """Show the stack, or put it out of sight; it is kept until the part ends."""
        shown = self.stack.isHidden()
        if shown:
            self.parking.hide()
        self._stack_waits = False
        self.stack.setVisible(shown)
        if shown:
            self.stack.focus_box()
        else:
            self.let_go.emit()

    def turn_parking(self) -> None:
        """Be ready for a line that is parked."""
        self._stack_waits = self._stack_waits or self.stack.isVisible()
        self.stack.hide()
        self.parking.show()
        self.parking.box.setFocus()

    def pause_and_check_in(self) -> None:
        """Stop the clock, and offer what helps."""
        player = self._player
        if player is None or self._phase is Phase.CLOSED:
            return
        self.checking_in = True
        self.check_in.begin()
        if MoveKind.PAUSE in player.live.allowed:
            player.make(MoveKind.PAUSE)
        self.page_wanted.emit(self.check_in)

    def leave_check_in(self) -> None:
        """Go back to the part; the clock stands still until somebody lets it run."""
        self.checking_in = False
        self.put_away.emit()

    # How it goes on.

    def _begin_part(self) -> bool:
        """Forget what belonged to another part, and tell whether there was one."""
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return False
        part = folder.plan.parts[player.live.here]
        if (folder.id, part.id) == self._of:
            return False
        self._of = (folder.id, part.id)
        people = _people(folder)
        self.round.clear(part, people)
        self.groups.clear(part, people)
        self.groups_drawn.emit(())
        self.stack.clear(people)
        self._hide(self.stack)
        self._stack_waits = False
        return True

    def _resume(self) -> None:
        player = self._player
        if player is not None and MoveKind.RESUME in player.live.allowed:
            player.make(MoveKind.RESUME)
        if self.checking_in:
            self._end_check_in()

    def _end_check_in(self) -> None:
        self.checking_in = False
        folder, player = self._folder, self._player
        if self.round.goes_on:
            self.page_wanted.emit(self.round)
            return
        if folder is not None and player is not None:
            self.round.clear(folder.plan.parts[player.live.here], _people(folder))
        self.put_away.emit()

    def _run(self, move: CheckIn) -> None:
        match move.runs:
            case Runs.GO_ROUND:
                self.round.ask_for_a_short_one()
                self.show_round()
            case Runs.GROUND_RULES:
                self.rules_wanted.emit()
            case Runs.PARKING_LOT:
                self.turn_parking()
            case Runs.TIMER | Runs.NOTHING:
                pass

    def _turn_pause(self) -> None:
        """Pause the go-round: with the session, whose clock should not run on, or alone in a check-in."""
        player = self._player
        kind = MoveKind.RESUME if self._phase is Phase.PAUSED else MoveKind.PAUSE
        if player is None or self.checking_in or kind not in player.live.allowed:
            self.round.turn_pause()
        else:
            player.make(kind)

    def _park(self, text: str) -> None:
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        part, prompt = self._noting()
        note = Note(
            NoteKind.PARKING_LOT,
            caught(text),
            part,
            language=folder.guide.language,
            said_at=player.desk.now(),
            prompt=prompt,
        )
        self._desk.add(folder.id, note)
        self.parking.clear()
        self._close_parking()
        self._around.toast.say(self._around.words.tr("Parked. It comes back at the close."))

    def _close_parking(self) -> None:
        self._hide(self.parking)
        self.stack.setVisible(self._stack_waits)
        self._stack_waits = False

    def _hide_stack(self) -> None:
        self._hide(self.stack)

    def _hide(self, bar: StackBar | ParkingBar) -> None:
        """Put a line away; the keyboard goes back to the part rather than to whatever comes next."""
        focused = QApplication.focusWidget()
        held = focused is not None and bar.isAncestorOf(focused)
        bar.hide()
        if held:
            self.let_go.emit()

    def _connect(self) -> None:
        self.round.closed.connect(self.put_away)
        self.round.pause_wanted.connect(self._turn_pause)
        self.round.put_on_wall.connect(self.time_on_wall)
        self.groups.closed.connect(self.put_away)
        self.groups.put_on_wall.connect(self.groups_on_wall)
        self.groups.drawn_anew.connect(lambda: self.groups_drawn.emit(self.groups.groups()))
        self.read_back.closed.connect(self.put_away)
        self.read_back.view.on_wall.connect(self.lines_on_wall)
        self.check_in.wanted.connect(self._run)
        self.check_in.resumed.connect(self._resume)
        self.check_in.put_on_wall.connect(self.time_on_wall)
        self.stack.closed.connect(self._hide_stack)
        self.parking.parked.connect(self._park)
        self.parking.closed.connect(self._close_parking)


def _people(folder: SessionFolder) -> int:
    return max(1, folder.session.present or folder.session.people)
