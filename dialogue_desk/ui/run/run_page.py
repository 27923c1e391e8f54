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
from dialogue_desk.desk.session.live_desk import Interruption, LiveDesk
from dialogue_desk.desk.session.session_edits import set_ground_rules
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import MoveKind, Phase, Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.core.keep_awake import wants_awake
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from dialogue_desk.ui.notes.note_target import Noting
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.player import SessionPlayer, time_left
from dialogue_desk.ui.run.run_announcements import RunSaying
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
        self, desk: Desk, folders: Folders, around: Surroundings, pulse: Pulse, room: RoomScreen
    ) -> None:
        super().__init__(desk, folders, around, room)
        self._desk, self._folders, self._around = desk, folders, around
        self._pulse, self._room = pulse, room
        self._folder: SessionFolder | None = None
        self._player: SessionPlayer | None = None
        self._interruption: Interruption | None = None
        self._noting: Noting | None = None
        self._taking_notes = False
        self._saying = RunSaying(around)
        self.actions_here = Actions(around.theme, self)
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
        self._middle.setCurrentWidget(self.card)
        self._folder, self._taking_notes = folder, taking_notes
        live = LiveDesk(self._desk, folder, self._pulse)
        self._interruption = None if taking_notes else live.interruption()
        self._saying.begin(live.live)
        self._noting = noting = Noting(folder.plan, live.live, by_hand=taking_notes)
        self._player = player = SessionPlayer(live, self, self._around.warn)
        self.planning.follow(folder, player)
        player.moved.connect(self._show_move)
        player.moved.connect(self._say_move)
        player.ticked.connect(self._show_time)
        player.looked.connect(self._look)
        player.clock_set.connect(self._saying.say_clock_set)
        player.slept.connect(self._saying.say_slept)
        player.milestone.connect(self._say_milestone)
        self._keep_time(live, from_paper=taking_notes and from_paper)
        self.rail.offer_paper(taking_notes, from_paper=from_paper)
        self.tools.begin(folder, player, noting.at)
        self.side.show_notes()
        self._over.begin(taking_notes=taking_notes, interrupted=self._interruption is not None)
        self.rail.show_clock(not taking_notes)
        self.rail.allow_changes(not taking_notes and self._interruption is None)
        self.top.show_session(folder)
        self.top.show_words(on=taking_notes)
        self.top.show_undo(*what_can_be_undone(self._desk, self._around.words))
        self._show_folder(folder)
        self._show_move()
        self.room_bar.follow()
        if self._interruption is not None:
            self._show_time(player.read())
            self.resume.show_interruption(folder.plan, self._interruption)
            self._over.show(self.resume)
            self._around.announcer.announce(self.resume.stood())
            return
        self._over.go_home()
        player.play()

    def _keep_time(self, live: LiveDesk, *, from_paper: bool) -> None:
        self.notes.keep_time(_at_no_time if from_paper else live.now)

    def _turn_paper(self, on: bool) -> None:
        if self._player is not None:
            self._keep_time(self._player.desk, from_paper=on)
            self.notes.focus_box()

    def show_note(self, note_id: str) -> None:
        """Put the keyboard on a note of the session that is shown."""
        self.side.show_note(note_id)

    def _go_home_without_session(self) -> None:
        self.leave()
        self._around.toast.say(self._around.words.tr("This session is not on this laptop any more."))
        self.left.emit()

    def leave(self) -> None:
        """Stop following the clock, and keep the line being typed.  The session goes on in the room."""
        if self._player is not None:
            self.planning.leave()
            self._player.leave()
            self._player.deleteLater()
            self._player = None
            self.awake_wanted.emit(False)
            self.notes.keep_what_is_typed()

    # What the clock brings.

    def _show_move(self) -> None:
        folder, player, noting = self._folder, self._player, self._noting
        if folder is None or player is None or noting is None:
            return
        live = player.live
        noting.follow(live)
        self.card.show_part(folder.plan, live, player.back_part())
        self.rail.show_parts(folder.plan, live, noting.part)
        prompt = noting.prompt()
        self.card.words.show_prompt(prompt)
        self.notes.show_part(noting.what(), prompt, noting.before(live))
        self.room_bar.show_part(noting.part, self._plans(folder), prompt)
        self._allow_keys()
        self.tools.moved()

    def _look(self) -> None:
        self.tools.look()
        time = self.tools.on_wall()
        if time is not None:
            self.room_bar.show_time(time)

    def _show_time(self, reading: Reading) -> None:
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        self.top.show_time(player.live, reading, clock=not self._taking_notes)
        following = self._interruption is None and not self._taking_notes
        self.awake_wanted.emit(following and wants_awake(player.live, reading))
        if self._taking_notes:
            return
        self.card.show_time(player.live, reading, player.warn)
        self.planning.show_time(reading)
        self.rail.show_time(folder.plan, reading)
        self.tools.show_time(reading)
        if self.tools.on_wall() is None:
            self.room_bar.show_time(time_left(player.live, reading, player.warn))

    def _say_move(self) -> None:
        if self._folder is not None and self._player is not None:
            self._saying.say_move(self._folder.plan, self._player.live)

    def _say_milestone(self, milestone: str) -> None:
        if self._player is not None and not self._taking_notes:
            self._saying.say_milestone(milestone, self._player.read())

    def _hear(self, outcome: Outcome) -> None:
        folder = self._folder
        if folder is None or self._player is None:
            return
        self.top.show_undo(*what_can_be_undone(self._desk, self._around.words))
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
        if self._noting is not None:
            self._noting.plan = folder.plan
        self.notes.show_folder(folder)
        self.tools.show_folder(folder)
        rules = tuple(rule.body.text for rule in folder.ground_rules)
        self.rules.show_rules(rules)
        self.room_bar.show_rules(rules)

    # What a person does.

    def _move(self, kind: MoveKind, by: Milliseconds = 0) -> None:
        if self._player is not None and self._may_move():
            self._player.make(kind, by=by)

    def _start_or_pause(self) -> None:
        player = self._player
        if player is not None and self._may_move() and not self.planning.asks_first():
            kinds = {
                Phase.READY: MoveKind.START,
                Phase.RUNNING: MoveKind.PAUSE,
                Phase.PAUSED: MoveKind.RESUME,
                Phase.CLOSED: MoveKind.REOPEN,
            }
            self._move(kinds[player.live.phase])
            self.card.focus_next()

    def _go_on(self) -> None:
        """Press the primary button of what is shown: the next speaker in a go-round, else the next part."""
        if self._taking_notes:
            self._note_beside(1)
        elif not self._middle.press():
            self._go_on_in_session()

    def _go_on_in_session(self) -> None:
        player, folder = self._player, self._folder
        if player is None or folder is None or not self._may_move():
            return
        live = player.live
        if live.phase is Phase.CLOSED:
            self.closing.emit(str(folder.id))
        elif live.phase is Phase.READY:
            self._start_or_pause()
        elif MoveKind.NEXT in live.allowed:
            player.make(MoveKind.NEXT)
        elif player.make(MoveKind.CLOSE):
            player.leave()
            self.awake_wanted.emit(False)
            self.closing.emit(str(folder.id))

    def _note_beside(self, by: int) -> None:
        """Note under the part before or after, on a laptop that only takes notes."""
        player, noting = self._player, self._noting
        if player is not None and noting is not None and (part := noting.beside(player.live, by)):
            self._go_to(part)
            self._around.announcer.announce(noting.what().title)

    def _go_back(self) -> None:
        if self._taking_notes:
            self._note_beside(-1)
            return
        if self._middle.shows(self.tools.round) and self.tools.round.back():
            return
        if self._player is not None and self._may_move():
            self._player.back()

    def _go_to(self, part: str) -> None:
        if self._player is None or self._noting is None:
            return
        if self._taking_notes:
            self._noting.go_to(part)
            self._show_move()
        elif self._may_move():
            self._player.go_to(part)

    def _take_up(self, count_the_time_away: bool) -> None:
        player = self._player
        if player is None or self._interruption is None:
            return
        player.desk.resume(self._interruption, count_the_time_away=count_the_time_away)
        self._interruption = None
        self.rail.allow_changes(True)
        self._over.go_on()
        player.play()
        player.resumed()

    def _turn_read_back(self) -> None:
        if self._interruption is None and self._noting is not None:
            self._over.turn_tool(self.tools.read_back, partial(self.tools.show_read_back, self._noting.part))

    def _turn_plan(self) -> None:
        if self._may_move():
            self.planning.turn()

    def _agree(self, rules: tuple[str, ...]) -> None:
        if self._folder is not None:
            set_ground_rules(self._desk, self._folder.circle_id, rules)

    def _room_turned(self) -> None:
        self.top.show_room(is_open=self._room.is_open())

    def _look_for(self) -> None:
        if self._folder is not None:
            self.side.look_for(self._folder)

    def _leave_box(self) -> None:
        if self._taking_notes:
            self.rail.parts.setFocus()
        else:
            self._over.take_focus()

    def _ask(self, prompt: int) -> None:
        """Let this question of the part be the one being asked; pressed again, none is."""
        noting = self._noting
        if noting is not None and self._player is not None:
            chosen = noting.ask(prompt)
            self._show_move()
            self._saying.say_question(noting.what(), chosen)

    def _ask_next(self) -> None:
        if self._noting is not None:
            self._ask(self._noting.prompt() + 1)

    def _hear_remote(self, key: str) -> None:
        if not self.isVisible():
            return
        does = {
            "PgDown": self._go_on,
            "PgUp": self._go_back,
            "B": self.room_bar.turn_blank,
            ".": self.room_bar.turn_blank,
        }
        if key in does:
            does[key]()

    # How it is made.

    def _may_move(self) -> bool:
        return self._interruption is None and not self._taking_notes

    def _allow_keys(self) -> None:
        self.keys.allow(clock=self._may_move(), taking_notes=self._taking_notes)

    def _show_middle(self) -> None:
        self.card.show_round(on=self.tools.round.goes_on)
        self._allow_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._over.take_focus()

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
            self._over.escape(self.planning)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._around.news.changed.connect(self._hear)
        self.top.home_wanted.connect(self.left)
        self.top.room_wanted.connect(self.room_bar.turn_open)
        self.top.read_back_wanted.connect(self._turn_read_back)
        self.top.undo_wanted.connect(lambda: undo(self._desk, self._around))
        self.top.redo_wanted.connect(lambda: redo(self._desk, self._around))
        self.rail.part_wanted.connect(self._go_to)
        self.rail.paper_turned.connect(self._turn_paper)
        self.card.clock_pressed.connect(self._start_or_pause)
        self.card.onward.connect(self._go_on)
        self.card.backward.connect(self._go_back)
        self.card.minutes_added.connect(lambda by: self._move(MoveKind.ADD_TIME, by * MINUTE))
        self.card.words.prompted.connect(self._ask)
        self.card.read_back_wanted.connect(self._turn_read_back)
        self.rules.changed.connect(self._agree)
        self.resume.resumed.connect(self._take_up)
        self.card.replan_wanted.connect(self._turn_plan)
        self._over.shown.connect(self._show_middle)
        self.notes.escaped.connect(self._leave_box)
        self.side.hit_wanted.connect(self.hit_wanted)
        self._room.opened.connect(self._room_turned)
        self._room.closed.connect(self._room_turned)
        self._room.closed.connect(self.tools.read_back.view.take_off_wall)
        self._room.key_pressed.connect(self._hear_remote)

    def _keys(self) -> RunKeys:
        tools = self.tools
        does: dict[str, Callable[[], object]] = {
            "on": self._go_on,
            "back": self._go_back,
            "clock": self._start_or_pause,
            "plus": partial(self._move, MoveKind.ADD_TIME, MINUTE),
            "minus": partial(self._move, MoveKind.ADD_TIME, -MINUTE),
            "rules": self._over.turn_rules,
            "plan": self._turn_plan,
            "round": partial(self._over.turn_tool, tools.round, tools.show_round),
            "stack": tools.turn_stack,
            "groups": partial(self._over.turn_tool, tools.groups, tools.show_groups),
            "check in": tools.pause_and_check_in,
            "park": tools.turn_parking,
            "question": self._ask_next,
            "note": self.side.write,
            "find": self._look_for,
            "read back": self._turn_read_back,
            "room": self.room_bar.turn_open,
            "blank": self.room_bar.turn_blank,
            "late": self.side.choose_earlier,
        }
        side = self.side
        return RunKeys(self.actions_here, self._around.words, does, side.choose_kind, side.choose_spread)


def _at_no_time() -> None:
    """Nobody knows when what stands on paper was said."""
