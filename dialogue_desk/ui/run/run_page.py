"""Running a session: the parts, the part that is on, and the notes, on one screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.session_edits import set_ground_rules
from dialogue_desk.desk.session.session_runner import Interruption, SessionRunner
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import MoveKind, Phase, Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.keep_awake import wants_awake
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from dialogue_desk.ui.notes.note_target import NoteTarget
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.player import SessionController, time_left
from dialogue_desk.ui.run.run_announcements import RunAnnouncements
from dialogue_desk.ui.run.run_layout import RunView
from dialogue_desk.ui.run.run_shortcuts import RunKeys


class RunPage(RunView):
    """One session as it happens: ``closing(id)`` tells that it is over, ``left()`` that a person leaves."""

    closing = Signal(str)
    left = Signal()
    hit_wanted = Signal(str, str)
    """A person found a note of another session: its session, and the note."""
    awake_wanted = Signal(bool)
    """Whether the laptop should stay awake for the session that is shown."""

    def __init__(
        self, desk: Desk, folders: Folders, context: Context, pulse: Pulse, room: RoomScreen
    ) -> None:
        super().__init__(desk, folders, context, room)
        self._desk, self._folders, self._context = desk, folders, context
        self._pulse, self._room = pulse, room
        self._folder: SessionFolder | None = None
        self._controller: SessionController | None = None
        self._interruption: Interruption | None = None
        self._note_target: NoteTarget | None = None
        self._taking_notes = False
        self._announcements = RunAnnouncements(context)
        self.actions_here = Actions(context.theme, self)
        self.keys = self._keys()
        self._connect()

    # What comes from outside.

    def show_session(self, session_id: str, *, taking_notes: bool = False, from_paper: bool = False) -> None:
        """Show a session: to run it, or with ``taking_notes`` to write while another laptop runs it.

        ``from_paper``: what is noted is typed up from sheets of before, so nobody knows when it was said.
        """
        self.leave()
        folder = self._folders.session(RecordId(session_id))
        if folder is None:
            self._go_home_without_session()
            return
        # A sheet over the part is about the session before; nothing of this one must reach it.
        self._center.setCurrentWidget(self.card)
        self._folder, self._taking_notes = folder, taking_notes
        live = SessionRunner(self._desk, folder, self._pulse)
        self._interruption = None if taking_notes else live.interruption()
        self._announcements.reset(live.live)
        self._note_target = noting = NoteTarget(folder.plan, live.live, by_hand=taking_notes)
        self._controller = controller = SessionController(live, self, self._context.warn)
        self.planning.follow(folder, controller)
        controller.moved.connect(self._show_move)
        controller.moved.connect(self._say_move)
        controller.ticked.connect(self._show_time)
        controller.clock_read.connect(self._look)
        controller.clock_set.connect(self._announcements.say_clock_set)
        controller.slept.connect(self._announcements.say_slept)
        controller.milestone.connect(self._say_milestone)
        self._keep_time(live, from_paper=taking_notes and from_paper)
        self.rail.offer_paper(taking_notes, from_paper=from_paper)
        self.tools.start_session(folder, controller, noting.part_and_prompt)
        self.side.show_notes()
        self._overlay.start_session(taking_notes=taking_notes, interrupted=self._interruption is not None)
        self.rail.show_clock(not taking_notes)
        self.rail.allow_changes(not taking_notes and self._interruption is None)
        self.top.show_session(folder)
        self.top.show_words(on=taking_notes)
        self.top.show_undo(*what_can_be_undone(self._desk, self._context.words))
        self._show_folder(folder)
        self._show_move()
        self.room_bar.refresh()
        if self._interruption is not None:
            self._show_time(controller.read())
            self.resume.show_interruption(folder.plan, self._interruption)
            self._overlay.show(self.resume)
            self._context.announcer.announce(self.resume.sentence())
            return
        self._overlay.show_base_page()
        controller.start_ticking()

    def _keep_time(self, live: SessionRunner, *, from_paper: bool) -> None:
        self.notes.keep_time(_no_time if from_paper else live.now)

    def _set_from_paper(self, on: bool) -> None:
        if self._controller is not None:
            self._keep_time(self._controller.desk, from_paper=on)
            self.notes.focus_box()

    def show_note(self, note_id: str) -> None:
        """Put the keyboard on a note of the session that is shown."""
        self.side.show_note(note_id)

    def _go_home_without_session(self) -> None:
        self.leave()
        self._context.toast.say(self._context.words.tr("This session is no longer on this laptop."))
        self.left.emit()

    def leave(self) -> None:
        """Stop following the clock, and keep the line being typed.  The session goes on in the room."""
        if self._controller is not None:
            self.planning.leave()
            self._controller.leave()
            self._controller.deleteLater()
            self._controller = None
            self.awake_wanted.emit(False)
            self.notes.keep_what_is_typed()

    # What the clock brings.

    def _show_move(self) -> None:
        folder, controller, noting = self._folder, self._controller, self._note_target
        if folder is None or controller is None or noting is None:
            return
        live = controller.live
        noting.follow(live)
        self.card.show_part(folder.plan, live, controller.back_part())
        self.rail.show_parts(folder.plan, live, noting.part)
        prompt = noting.prompt()
        self.card.words.show_prompt(prompt)
        self.notes.show_part(noting.current_part(), prompt, noting.earlier_parts(live))
        self.room_bar.show_part(noting.part, self._plans(folder), prompt)
        self._allow_keys()
        self.tools.on_moved()

    def _look(self) -> None:
        self.tools.tick()
        time = self.tools.room_time()
        if time is not None:
            self.room_bar.show_time(time)

    def _show_time(self, reading: Reading) -> None:
        folder, controller = self._folder, self._controller
        if folder is None or controller is None:
            return
        self.top.show_time(controller.live, reading, clock=not self._taking_notes)
        following = self._interruption is None and not self._taking_notes
        self.awake_wanted.emit(following and wants_awake(controller.live, reading))
        if self._taking_notes:
            return
        self.card.show_time(controller.live, reading, controller.warn)
        self.planning.show_time(reading)
        self.rail.show_time(folder.plan, reading)
        self.tools.show_time(reading)
        if self.tools.room_time() is None:
            self.room_bar.show_time(time_left(controller.live, reading, controller.warn))

    def _say_move(self) -> None:
        if self._folder is not None and self._controller is not None:
            self._announcements.say_move(self._folder.plan, self._controller.live)

    def _say_milestone(self, milestone: str) -> None:
        if self._controller is not None and not self._taking_notes:
            self._announcements.say_milestone(milestone, self._controller.read())

    def _hear(self, outcome: Outcome) -> None:
        folder = self._folder
        if folder is None or self._controller is None:
            return
        self.top.show_undo(*what_can_be_undone(self._desk, self._context.words))
        inside = (Kind.NOTE, Kind.ACTION, Kind.OVERRULE, Kind.READ_BACK)
        owners = {folder.circle_id, folder.program_id}
        theirs = (Kind.THEME, Kind.GROUND_RULE)
        shared = outcome.touches(*theirs) and not owners.isdisjoint(outcome.owners)
        whole = outcome.touches(Kind.SESSION, Kind.CIRCLE, Kind.PROGRAM, Kind.GUIDE)
        if shared or whole or outcome.touches(*inside, under=folder.id):
            fresh = self._folders.session_after(folder, outcome)
            if fresh is None:
                self._go_home_without_session()
                return
            self._folder = fresh
            self._show_folder(fresh)
            if whole:
                self.top.show_session(fresh)

    def _show_folder(self, folder: SessionFolder) -> None:
        if self._note_target is not None:
            self._note_target.plan = folder.plan
        self.notes.show_folder(folder)
        self.tools.show_folder(folder)
        rules = tuple(rule.body.text for rule in folder.ground_rules)
        self.rules.show_rules(rules)
        self.room_bar.show_rules(rules)

    # What a person does.

    def _move(self, kind: MoveKind, by: Milliseconds = 0) -> None:
        if self._controller is not None and self._may_move():
            self._controller.make_move(kind, by=by)

    def _start_or_pause(self) -> None:
        controller = self._controller
        if controller is not None and self._may_move() and not self.planning.asks_first():
            kinds = {
                Phase.READY: MoveKind.START,
                Phase.RUNNING: MoveKind.PAUSE,
                Phase.PAUSED: MoveKind.RESUME,
                Phase.CLOSED: MoveKind.REOPEN,
            }
            self._move(kinds[controller.live.phase])
            self.card.focus_next()

    def _go_on(self) -> None:
        """Press the primary button of what is shown: the next speaker in a go-round, else the next part."""
        if self._taking_notes:
            self._note_neighbor_part(1)
        elif not self._center.press_primary():
            self._go_on_in_session()

    def _go_on_in_session(self) -> None:
        controller, folder = self._controller, self._folder
        if controller is None or folder is None or not self._may_move():
            return
        live = controller.live
        if live.phase is Phase.CLOSED:
            self.closing.emit(str(folder.id))
        elif live.phase is Phase.READY:
            self._start_or_pause()
        elif MoveKind.NEXT in live.allowed:
            controller.make_move(MoveKind.NEXT)
        elif controller.make_move(MoveKind.CLOSE):
            controller.leave()
            self.awake_wanted.emit(False)
            self.closing.emit(str(folder.id))

    def _note_neighbor_part(self, by: int) -> None:
        """Note under the part before or after, on a laptop that only takes notes."""
        controller, noting = self._controller, self._note_target
        if controller is not None and noting is not None and (part := noting.neighbor(controller.live, by)):
            self._go_to(part)
            self._context.announcer.announce(noting.current_part().title)

    def _go_back(self) -> None:
        if self._taking_notes:
            self._note_neighbor_part(-1)
            return
        if self._center.shows(self.tools.go_round) and self.tools.go_round.back():
            return
        if self._controller is not None and self._may_move():
            self._controller.back()

    def _go_to(self, part: str) -> None:
        if self._controller is None or self._note_target is None:
            return
        if self._taking_notes:
            self._note_target.go_to(part)
            self._show_move()
        elif self._may_move():
            self._controller.go_to(part)

    def _resume(self, count_the_time_away: bool) -> None:
        controller = self._controller
        if controller is None or self._interruption is None:
            return
        controller.desk.resume(self._interruption, count_the_time_away=count_the_time_away)
        self._interruption = None
        self.rail.allow_changes(True)
        self._overlay.end_interruption()
        controller.start_ticking()
        controller.resumed()

    def _toggle_read_back(self) -> None:
        if self._interruption is None and self._note_target is not None:
            self._overlay.toggle_tool(
                self.tools.read_back, partial(self.tools.show_read_back, self._note_target.part)
            )

    def _toggle_replan(self) -> None:
        if self._may_move():
            self.planning.toggle()

    def _save_rules(self, rules: tuple[str, ...]) -> None:
        if self._folder is not None:
            set_ground_rules(self._desk, self._folder.circle_id, rules)

    def _on_room_toggled(self) -> None:
        self.top.show_room(is_open=self._room.is_open())

    def _open_search(self) -> None:
        if self._folder is not None:
            self.side.open_search(self._folder)

    def _leave_box(self) -> None:
        if self._taking_notes:
            self.rail.parts.setFocus()
        else:
            self._overlay.take_focus()

    def _ask(self, prompt: int) -> None:
        """Let this question of the part be the one being asked; pressed again, none is."""
        noting = self._note_target
        if noting is not None and self._controller is not None:
            chosen = noting.toggle_prompt(prompt)
            self._show_move()
            self._announcements.say_question(noting.current_part(), chosen)

    def _ask_next(self) -> None:
        if self._note_target is not None:
            self._ask(self._note_target.prompt() + 1)

    def _on_remote_key(self, key: str) -> None:
        if not self.isVisible():
            return
        does = {
            "PgDown": self._go_on,
            "PgUp": self._go_back,
            "B": self.room_bar.toggle_blank,
            ".": self.room_bar.toggle_blank,
        }
        if key in does:
            does[key]()

    # How it is made.

    def _may_move(self) -> bool:
        return self._interruption is None and not self._taking_notes

    def _allow_keys(self) -> None:
        self.keys.allow(clock=self._may_move(), taking_notes=self._taking_notes)

    def _show_middle(self) -> None:
        self.card.show_round(on=self.tools.go_round.is_under_way)
        self._allow_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._overlay.take_focus()

    def _plans(self, folder: SessionFolder) -> dict[str, SessionPlan]:
        return {folder.guide.language: folder.plan} | self._folders.other_plans(folder.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Space goes on, where nothing else makes use of it."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._overlay.escape(self.planning)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._context.desk_signals.changed.connect(self._hear)
        self.top.home_wanted.connect(self.left)
        self.top.room_wanted.connect(self.room_bar.toggle_open)
        self.top.read_back_wanted.connect(self._toggle_read_back)
        self.top.undo_wanted.connect(lambda: undo(self._desk, self._context))
        self.top.redo_wanted.connect(lambda: redo(self._desk, self._context))
        self.rail.part_wanted.connect(self._go_to)
        self.rail.from_paper_changed.connect(self._set_from_paper)
        self.card.clock_pressed.connect(self._start_or_pause)
        self.card.onward.connect(self._go_on)
        self.card.backward.connect(self._go_back)
        self.card.minutes_added.connect(lambda by: self._move(MoveKind.ADD_TIME, by * MINUTE))
        self.card.words.prompted.connect(self._ask)
        self.card.read_back_wanted.connect(self._toggle_read_back)
        self.rules.changed.connect(self._save_rules)
        self.resume.resumed.connect(self._resume)
        self.card.replan_wanted.connect(self._toggle_replan)
        self._overlay.shown.connect(self._show_middle)
        self.notes.escaped.connect(self._leave_box)
        self.side.hit_wanted.connect(self.hit_wanted)
        self._room.opened.connect(self._on_room_toggled)
        self._room.closed.connect(self._on_room_toggled)
        self._room.closed.connect(self.tools.read_back.view.clear_room)
        self._room.key_pressed.connect(self._on_remote_key)

    def _keys(self) -> RunKeys:
        tools = self.tools
        does: dict[str, Callable[[], object]] = {
            "on": self._go_on,
            "back": self._go_back,
            "clock": self._start_or_pause,
            "plus": partial(self._move, MoveKind.ADD_TIME, MINUTE),
            "minus": partial(self._move, MoveKind.ADD_TIME, -MINUTE),
            "rules": self._overlay.toggle_rules,
            "plan": self._toggle_replan,
            "round": partial(self._overlay.toggle_tool, tools.go_round, tools.show_go_round),
            "stack": tools.toggle_speakers_list,
            "groups": partial(self._overlay.toggle_tool, tools.groups, tools.show_groups),
            "check in": tools.pause_and_cool_down,
            "park": tools.show_parking_bar,
            "question": self._ask_next,
            "note": self.side.write,
            "find": self._open_search,
            "read back": self._toggle_read_back,
            "room": self.room_bar.toggle_open,
            "blank": self.room_bar.toggle_blank,
            "late": self.side.choose_earlier,
        }
        side = self.side
        return RunKeys(self.actions_here, self._context.words, does, side.choose_kind, side.choose_spread)


def _no_time() -> None:
    """Nobody knows when what stands on paper was said."""
