"""What a person can do with a session on the run screen, by its keys, its buttons or a remote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import Milliseconds
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.undo import redo, undo
from dialogue_desk.ui.run.live_session_controller import OpenSession
from dialogue_desk.ui.run.panels import Panel
from dialogue_desk.ui.run.run_layout import RunView
from dialogue_desk.ui.run.run_presenter import RunPresenter
from dialogue_desk.words.part_names import title_of

_CLOCK_MOVES = {
    Phase.READY: MoveKind.START,
    Phase.RUNNING: MoveKind.PAUSE,
    Phase.PAUSED: MoveKind.RESUME,
    Phase.CLOSED: MoveKind.REOPEN,
}
"""What the button of the clock does."""


class RunMoves(QObject):
    """Makes the moves that make sense; on a laptop that only takes notes it changes the part of the notes."""

    closing = Signal(str)
    """The session with this id is over."""

    def __init__(self, view: RunView, presenter: RunPresenter, desk: Desk, context: Context) -> None:
        super().__init__(view)
        self._view, self._presenter, self._desk, self._context = view, presenter, desk, context

    @property
    def session(self) -> OpenSession | None:
        """The session that is shown; None while there is none."""
        return self._presenter.session

    def once_resumed(self, act: Callable[[], object]) -> None:
        """Do what a key is for, unless the session is interrupted: then that is to be answered first."""
        if self._view.resume.isVisible():
            self.ask_to_resume()
        else:
            act()

    def ask_to_resume(self) -> None:
        """Lead to the question of how the session goes on."""
        self._context.toast.say(self._context.words.tr("First choose how the session goes on."))
        self._view.panels.bring_into_sight(Panel.PART)
        self._view.center.take_focus()

    def undo(self) -> None:
        """Undo what was done last, a change of the plan or of anything else, and say what it was."""
        if not self._view.planning.way_back.undo():
            undo(self._desk, self._context, in_session=True)

    def redo(self) -> None:
        """Redo what was undone last, and say what it was."""
        if not self._view.planning.way_back.redo():
            redo(self._desk, self._context)

    def move(self, kind: MoveKind, by: Milliseconds = 0) -> None:
        """Make a move."""
        if self.session is not None and self.session.may_move:
            self.session.controller.make_move(kind, by=by)

    def start_or_pause(self) -> None:
        """Press the button of the clock; a session that starts late asks first from when to count."""
        session = self.session
        if session is not None and session.may_move and not self._view.planning.asks_first():
            self.move(_CLOCK_MOVES[session.controller.live.phase])
            self._view.card.focus_next()

    def press_on(self) -> None:
        """Go on, unless the part only just came on: a second press of Enter is then still the first one."""
        session = self.session
        if session is None or not session.may_move or session.controller.part_was_seen():
            self.go_on()

    def go_on(self) -> None:
        """Press the primary button of what is shown: the next speaker in a go-round, else the next part."""
        if self.session is not None and self.session.taking_notes:
            self._note_neighbor_part(1)
        elif not self._view.center.press_primary():
            self._go_on_in_session()

    def go_back(self) -> None:
        """Go back in the page that is shown, by a speaker in a go-round; else by a part."""
        session, view = self.session, self._view
        if session is not None and session.taking_notes:
            self._note_neighbor_part(-1)
            return
        if view.center.page.press_back():
            return
        if session is not None and session.may_move:
            session.controller.back()

    def go_to(self, part: str) -> None:
        """Go to a part, or write notes about it where only notes are taken."""
        session = self.session
        if session is None:
            return
        if session.taking_notes:
            session.note_target.go_to(part)
            self._presenter.show_move()
        elif session.may_move:
            session.controller.go_to(part)

    def resume(self, count_the_time_away: bool) -> None:
        """Let an interrupted session go on."""
        session = self.session
        if session is None or session.interruption is None:
            return
        controller = session.controller
        controller.runner.resume(session.interruption, count_the_time_away=count_the_time_away)
        session.interruption = None
        self._view.rail.may_change = True
        self._view.center.end_interruption()
        controller.start_ticking()
        controller.after_move()

    def ask(self, prompt: int) -> None:
        """Mark a question of the part as the one that is asked; if it is already, mark none."""
        session = self.session
        if session is not None:
            chosen = session.note_target.toggle_prompt(prompt)
            self._presenter.show_move()
            self._presenter.announcements.say_question(session.note_target.current_part(), chosen)

    def ask_next(self) -> None:
        """Mark the next question of the part as the one that is asked."""
        if self.session is not None:
            self.ask(self.session.note_target.prompt() + 1)

    def toggle_read_back(self) -> None:
        """Show the notes to read back, or put them away."""
        session, tools = self.session, self._view.tools
        if session is not None and session.interruption is None:
            show = partial(tools.show_read_back, session.note_target.part)
            self._view.center.toggle_tool(tools.read_back, show)

    def toggle_blank(self) -> None:
        """Make the room display black, or show it again; where it is not open, say how it is opened."""
        if self._view.room_bar.isHidden():
            key = self._context.keys.shown("F5")
            said = self._context.words.tr("The room display is not open. {key} opens it.", key=key)
            self._context.toast.say(said)
        else:
            self._view.room_bar.toggle_blank()

    def toggle_replan(self) -> None:
        """Show how the plan can be adjusted, or put that away."""
        if self.session is not None and self.session.may_move:
            self._view.planning.toggle()

    def _go_on_in_session(self) -> None:
        session = self.session
        if session is None or not session.may_move:
            return
        controller, live = session.controller, session.controller.live
        if live.phase is Phase.CLOSED:
            self.closing.emit(str(session.folder.id))
        elif live.phase is Phase.READY:
            self.start_or_pause()
        elif MoveKind.NEXT in live.allowed:
            controller.make_move(MoveKind.NEXT)
        elif controller.make_move(MoveKind.CLOSE):
            controller.leave()
            self._presenter.awake_wanted.emit(False)
            self.closing.emit(str(session.folder.id))

    def _note_neighbor_part(self, by: int) -> None:
        """Write notes about the part before or after, on a laptop that only takes notes."""
        session = self.session
        if session is None:
            return
        if part := session.note_target.neighbor(session.controller.live, by):
            self.go_to(part)
            title = title_of(session.note_target.current_part(), self._context.words)
            self._context.announcer.announce(title)
