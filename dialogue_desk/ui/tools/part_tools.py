"""The tools of a part: a go-round, the speakers' list, small groups, read-back, what helps when it gets hot.

Nothing about seats is stored; it is gone when the part ends.  What is stored is a pause of the session's
clock, a line in the parking lot, and which notes were read back.
"""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.cool_down import CoolDown, CoolDownTool
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.live_session_controller import OpenSession
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.tool_buttons import asks_for_read_back
from dialogue_desk.ui.tools.bottom_bars import BottomBars, ParkingBar
from dialogue_desk.ui.tools.cool_down_sheet import RESUME, CoolDownSheet
from dialogue_desk.ui.tools.go_round_sheet import GoRoundSheet
from dialogue_desk.ui.tools.hard_moments import HardMoments
from dialogue_desk.ui.tools.read_back_sheet import ReadBackSheet
from dialogue_desk.ui.tools.small_groups import SmallGroups
from dialogue_desk.ui.tools.speakers_bar import SpeakersBar
from dialogue_desk.ui.widgets.ring import TimeLeft


class Tools(QObject):
    """Holds the tools of the session that runs, and tells each of them what happens in the session."""

    page_wanted = Signal(Overlay)
    """The page of a tool is to be shown over the part."""
    page_closed = Signal()
    """The page that was shown is not needed any more."""
    rules_wanted = Signal()
    groups_drawn = Signal(object)
    """The seats that sit together now, a tuple for each group."""

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._context = desk, context
        self._session: OpenSession | None = None
        self._part_key: tuple[str, str] = ("", "")
        self._people = 1
        self._phase = Phase.READY
        self.cooling_down = False
        steady = desk.clock.steady
        self.go_round = GoRoundSheet(context, steady)
        self.groups = SmallGroups(context, steady, Random())
        self.cool_down = CoolDownSheet(context, steady)
        self.moments = HardMoments(shelf, context, lambda: self._session, self)
        self.speakers_bar = SpeakersBar(context)
        self.parking = ParkingBar(context)
        self.read_back = ReadBackSheet(desk, context)
        self.bars = BottomBars(self.speakers_bar, self.parking, self)
        sheets = (self.go_round, self.groups, self.cool_down, self.moments.sheet, self.read_back)
        self.pages: tuple[Overlay, ...] = sheets
        self._connect()

    # What comes from outside.

    def start_session(self, session: OpenSession) -> None:
        """Serve a session from now on."""
        self._context.toast.withdraw(RESUME)
        self._session, self._phase = session, session.controller.live.phase
        self.cooling_down = False
        self.parking.hide()
        self._begin_part(session)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show a newer copy of the session's folder; what has not begun is for as many as are here now."""
        if self.read_back.isVisible():
            self.read_back.view.show_folder(folder)
        session, people = self._session, max(1, folder.session.head_count)
        if session is not None and people != self._people:
            self._people = people
            self._prepare(_part(session), people)

    def on_moved(self) -> None:
        """Let the tools follow a move of the session."""
        session = self._session
        if session is None:
            return
        before, self._phase = self._phase, session.controller.live.phase
        if self._begin_part(session):
            self.cooling_down = False
            self.page_closed.emit()
            return
        if before is not self._phase:
            running = self._phase is Phase.RUNNING
            self._context.toast.withdraw(RESUME)
            self.go_round.hold(not running)
            self.groups.live.hold(not running)
            if running and self.cooling_down:
                self._end_cool_down()

    def tick(self) -> None:
        """Let the tools read the clock."""
        self.go_round.tick()
        self.groups.tick()
        if self.cooling_down:
            self.cool_down.tick()

    def room_time(self) -> TimeLeft | None:
        """Return the time of the tool that runs one, for the room display; None when none does."""
        if self.cooling_down and (time := self.cool_down.room_time()) is not None:
            return time
        go_round = self.go_round.live
        return (go_round.room_time() if go_round.is_under_way else None) or self.groups.live.room_time()

    # What a person asks for.

    def show_go_round(self) -> None:
        """Show the go-round, or the form that begins one."""
        self.page_wanted.emit(self.go_round)

    def show_groups(self) -> None:
        """Show the small groups."""
        self.groups.draw_if_needed()
        self.page_wanted.emit(self.groups)

    def show_read_back(self, part: str) -> None:
        """Show the notes of ``part`` to read back; those of all parts in a part for reading back."""
        if self._session is not None:
            folder = self._session.folder
            whole = any(one.id == part and asks_for_read_back(one) for one in folder.plan.parts)
            self.read_back.begin(folder, "" if whole else part)
            self.page_wanted.emit(self.read_back)

    def pause_and_cool_down(self) -> None:
        """Pause the session, and offer the moves that help."""
        if self._session is None or self._phase is Phase.CLOSED:
            return
        self.cooling_down = True
        self.cool_down.reset()
        self._session.controller.make_move(MoveKind.PAUSE)
        self.page_wanted.emit(self.cool_down)

    def leave_cool_down(self) -> None:
        """Go back to the part; the session stays paused until a person resumes it, and that is said."""
        self.cooling_down = False
        self.page_closed.emit()
        if self._phase is Phase.PAUSED:
            self.cool_down.say_stopped()

    # How it goes on.

    def _begin_part(self, session: OpenSession) -> bool:
        """Reset the tools when another part is on; return whether one is."""
        part, key = _part(session), (session.folder.id, _part(session).id)
        if key == self._part_key:
            return False
        self._part_key, self._people = key, _people(session)
        self.go_round.clear(part, self._people)
        self.groups.clear(part, self._people)
        self.groups_drawn.emit(())
        self.bars.begin_part(self._people)
        return True

    def _prepare(self, part: Part, people: int) -> None:
        """Get the tools that are not in use ready for so many people."""
        if not self.go_round.live.is_under_way:
            self.go_round.clear(part, people)
        if self.groups.live.drawn is None:
            self.groups.clear(part, people)
        self.bars.allow(people)

    def _resume(self) -> None:
        if self._session is not None:
            self._session.controller.make_move(MoveKind.RESUME)
        if self.cooling_down:
            self._end_cool_down()

    def _end_cool_down(self) -> None:
        self.cooling_down = False
        if self.go_round.live.is_under_way:
            self.page_wanted.emit(self.go_round)
            return
        if self._session is not None:
            self.go_round.clear(_part(self._session), _people(self._session))
        self.page_closed.emit()

    def _run(self, move: CoolDown) -> None:
        match move.tool:
            case CoolDownTool.GO_ROUND:
                self.go_round.ask_for_a_short_one()
                self.show_go_round()
            case CoolDownTool.GROUND_RULES:
                self.rules_wanted.emit()
            case CoolDownTool.PARKING_LOT:
                self.bars.show_parking()
            case CoolDownTool.TIMER | CoolDownTool.NOTHING:
                pass

    def _toggle_pause(self) -> None:
        """Pause or resume the go-round: together with the session, or alone during a pause to cool down."""
        session, kind = self._session, MoveKind.RESUME if self._phase is Phase.PAUSED else MoveKind.PAUSE
        if session is None or self.cooling_down or not session.controller.make_move(kind):
            self.go_round.toggle_pause()

    def _park(self, text: str) -> None:
        session = self._session
        if session is None:
            return
        note = Note(
            NoteKind.PARKING_LOT,
            normalized(text),
            session.note_target.part,
            language=session.folder.guide.language,
            said_at=session.controller.runner.now(),
            prompt=session.note_target.prompt(),
        )
        self._desk.add(session.folder.id, note)
        self.parking.box.clear()
        self.bars.close_parking()
        self._context.toast.say(self._context.words.tr("Parked. It comes back when you wrap up."))

    def _connect(self) -> None:
        self.go_round.closed.connect(self.page_closed)
        self.go_round.pause_wanted.connect(self._toggle_pause)
        self.groups.closed.connect(self.page_closed)
        self.groups.drawn_anew.connect(lambda: self.groups_drawn.emit(self.groups.live.groups()))
        self.read_back.closed.connect(self.page_closed)
        self.cool_down.wanted.connect(self._run)
        self.cool_down.primary.clicked.connect(self._resume)
        self.cool_down.closed.connect(self.leave_cool_down)
        self.parking.parked.connect(self._park)


def _part(session: OpenSession) -> Part:
    return session.folder.plan.parts[session.controller.live.current]


def _people(session: OpenSession) -> int:
    return max(1, session.folder.session.head_count)
