"""Running a session: the parts, the part that is on, and the notes, on one screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.session_edits import set_ground_rules
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.notes.note_target import NoteTarget
from dialogue_desk.ui.notes.remote_letters import RemoteLetters
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.live_session_controller import OpenSession, SessionController
from dialogue_desk.ui.run.panels import Panel
from dialogue_desk.ui.run.run_layout import RunView
from dialogue_desk.ui.run.run_moves import RunMoves
from dialogue_desk.ui.run.run_presenter import RunPresenter
from dialogue_desk.ui.run.run_shortcuts import RunKeys

_ONWARD = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space})
"""What a remote and a person press to go on; they wait where a session was interrupted."""


class RunPage(RunView):
    """One session as it happens: ``closing(id)`` tells that it is over, ``left()`` that a person leaves."""

    closing = Signal(str)
    left = Signal()
    hit_wanted = Signal(str, str)
    """A person found a note of another session: carries the ids of the session and of the note."""
    awake_wanted = Signal(bool)
    """Whether the laptop should stay awake for the session that is shown."""

    def __init__(
        self, desk: Desk, folders: Folders, context: Context, pulse: Pulse, room: RoomScreen
    ) -> None:
        super().__init__(desk, folders, context, room)
        self._desk, self._folders, self._context = desk, folders, context
        self._pulse, self._room = pulse, room
        self._presenter = RunPresenter(self, desk, folders, context)
        self._moves = moves = RunMoves(self, self._presenter, desk, context)
        self.undo_latest, self.redo_latest = moves.undo, moves.redo
        self.actions_here = Actions(context.theme, self, context.keys)
        self._keys = self._make_keys()
        RemoteLetters(self.notes.note_input.box, self.actions_here["blank"], room.is_open)
        self._connect()

    @property
    def _folder(self) -> SessionFolder | None:
        return None if self._moves.session is None else self._moves.session.folder

    @property
    def _controller(self) -> SessionController | None:
        return None if self._moves.session is None else self._moves.session.controller

    def show_session(self, session_id: str, *, taking_notes: bool = False, from_paper: bool = False) -> None:
        """Show a session: one that is run, or that another laptop runs while this one is ``taking_notes``.

        Of notes typed up ``from_paper`` the times they were said are not known.
        """
        self.leave()
        folder = self._folders.session(RecordId(session_id))
        if folder is None:
            self._go_home_without_session()
            return
        runner = SessionRunner(self._desk, folder, self._pulse)
        controller = SessionController(runner, self, self._context.warn)
        target = NoteTarget(folder.plan, runner.live, by_hand=taking_notes)
        interruption = None if taking_notes else runner.interruption()
        session = OpenSession(folder, controller, target, taking_notes, interruption)
        self._presenter.session = session
        self.planning.session = session
        self._keep_time(from_paper=taking_notes and from_paper)
        self.rail.offer_paper(taking_notes, from_paper=from_paper)
        self.tools.start_session(session)
        self.center.start_session(taking_notes=taking_notes, interrupted=interruption is not None)
        self.panels.offer_center(not taking_notes)
        self._allow_keys()
        self._presenter.start_session(session)
        if interruption is None:
            self.center.show_base_page()
            controller.start_ticking()
        else:
            self._presenter.show_time(controller.read())
            self.resume.show_interruption(folder.plan, interruption)
            self.center.show_page(self.resume)
            self._context.announcer.announce(self.resume.sentence())

    def show_note(self, note_id: str) -> None:
        """Put the keyboard on a note of the session that is shown."""
        self.side.show_note(note_id)

    def leave(self) -> None:
        """Stop following the clock, and keep the line being typed.  The session goes on in the room."""
        if self._controller is not None:
            self.planning.leave()
            self._controller.leave()
            self._controller.deleteLater()
            self._presenter.leave()
            self.notes.keep_what_is_typed()

    def _go_home_without_session(self) -> None:
        self.leave()
        self._context.toast.say(self._context.words.tr("This session is no longer on this laptop."))
        self.left.emit()

    def _keep_time(self, *, from_paper: bool) -> None:
        if self._controller is not None:
            # When a note on paper was said is not known.
            self.notes.keep_time((lambda: None) if from_paper else self._controller.runner.now)

    def _set_from_paper(self, on: bool) -> None:
        if self._controller is not None:
            self._keep_time(from_paper=on)
            self.notes.focus_box()

    def _save_rules(self, rules: tuple[str, ...]) -> None:
        if self._folder is not None:
            set_ground_rules(self._desk, self._folder.circle_id, rules)

    def _change_session(self) -> None:
        from dialogue_desk.ui.prepare.session_sheet import SessionSheet  # noqa: PLC0415  # most sessions stay

        folder = self._folder and self._folders.session(self._folder.id)
        if folder is not None:
            SessionSheet(self._desk, self._folders, folder, self._context, self.window()).open()

    def _open_search(self) -> None:
        if self._folder is not None:
            self.side.open_search(self._folder)

    def _leave_box(self) -> None:
        if self._room.uncover():
            return
        if self._moves.session is not None and self._moves.session.taking_notes:
            self.panels.bring_into_sight(Panel.PARTS)
            self.rail.parts.setFocus()
        else:
            self.panels.bring_into_sight(Panel.PART)
            self.center.take_focus()

    def _allow_keys(self) -> None:
        if session := self._moves.session:
            self._keys.allow(clock=session.may_move, taking_notes=session.taking_notes)

    def _on_page_shown(self) -> None:
        self.card.tools.show_round(on=self.tools.go_round.live.is_under_way)
        self._allow_keys()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.center.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Space goes on, where nothing else makes use of it."""
        focused = self.focusWidget()
        if event.isAutoRepeat():
            event.ignore()  # a key that is held down is one press
        elif event.key() in _ONWARD and self.resume.isVisible():
            self._moves.ask_to_resume()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Space:
            self._moves.press_on()
        elif event.key() == Qt.Key.Key_Escape:
            if not self._room.uncover():
                self.center.page.put_away()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        moves, card = self._moves, self.card
        self._presenter.awake_wanted.connect(self.awake_wanted)
        self._presenter.session_gone.connect(self._go_home_without_session)
        moves.closing.connect(self.closing)
        self.top.home_button.clicked.connect(self.left)
        self.top.read_back_button.clicked.connect(moves.toggle_read_back)
        self.top.undo.clicked.connect(self.undo_latest)
        self.top.redo.clicked.connect(self.redo_latest)
        self.rail.part_wanted.connect(moves.go_to)
        self.rail.session_wanted.connect(self._change_session)
        self.rail.from_paper.toggled.connect(self._set_from_paper)
        card.clock_button.clicked.connect(moves.start_or_pause)
        card.next_button.clicked.connect(moves.press_on)
        card.back_button.clicked.connect(moves.go_back)
        card.minutes_added.connect(lambda by: moves.move(MoveKind.ADD_TIME, by * MINUTE))
        card.words.prompted.connect(moves.ask)
        card.tools.read_back.clicked.connect(moves.toggle_read_back)
        self.top.drift.clicked.connect(moves.toggle_replan)
        self.rules.editor.changed.connect(self._save_rules)
        self.resume.resumed.connect(moves.resume)
        self.center.shown.connect(self._on_page_shown)
        self.notes.escaped.connect(self._leave_box)
        self.side.hit_wanted.connect(self.hit_wanted)

    def _make_keys(self) -> RunKeys:
        moves, tools, center, side = self._moves, self.tools, self.center, self.side
        handlers: dict[str, Callable[[], object]] = {
            "on": moves.go_on,
            "back": moves.go_back,
            "clock": moves.start_or_pause,
            "plus": partial(moves.move, MoveKind.ADD_TIME, MINUTE),
            "minus": partial(moves.move, MoveKind.ADD_TIME, -MINUTE),
            "rules": partial(moves.once_resumed, center.toggle_rules),
            "plan": moves.toggle_replan,
            "round": partial(center.toggle_tool, tools.go_round, tools.show_go_round),
            "stack": tools.bars.toggle_speakers,
            "groups": partial(center.toggle_tool, tools.groups, tools.show_groups),
            "check in": tools.pause_and_cool_down,
            "moments": partial(center.toggle_cover, tools.moments.sheet, tools.moments.show),
            "park": tools.bars.show_parking,
            "question": moves.ask_next,
            "note": side.write,
            "find": self._open_search,
            "read back": partial(moves.once_resumed, moves.toggle_read_back),
            "room": self.room_bar.toggle_open,
            "blank": moves.toggle_blank,
            "late": side.choose_earlier,
            "option": side.choose_next_option,
        }
        return RunKeys(self.actions_here, self._context.words, handlers, side.choose_kind, side.choose_spread)
