"""Running a session: the parts, the part that is on, and the notes, on one screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.live import Interruption, LiveDesk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.sessions import set_ground_rules
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.guide import Part, SessionPlan
from dialogue_desk.domain.ids import MINUTE, Milliseconds, RecordId
from dialogue_desk.domain.live_session import MoveKind, Phase, Reading
from dialogue_desk.domain.notes import NoteKind, Spread
from dialogue_desk.domain.pacing import Milestone
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.actions import Action, Actions
from dialogue_desk.ui.awake import wants_awake
from dialogue_desk.ui.room.screen import RoomScreen
from dialogue_desk.ui.room.sheet import Mode
from dialogue_desk.ui.session.capture import ACTION, LATE_LETTER, LETTERS
from dialogue_desk.ui.session.check_in_sheet import CheckInSheet
from dialogue_desk.ui.session.notes_panel import NotesPanel
from dialogue_desk.ui.session.notes_side import NotesSide
from dialogue_desk.ui.session.panels import Panel, Panels
from dialogue_desk.ui.session.part_card import PartCard
from dialogue_desk.ui.session.planning import Planning
from dialogue_desk.ui.session.player import SessionPlayer, time_left
from dialogue_desk.ui.session.rail import Rail
from dialogue_desk.ui.session.read_back_sheet import ReadBackSheet
from dialogue_desk.ui.session.replan_sheet import ReplanSheet
from dialogue_desk.ui.session.resume import ResumePanel
from dialogue_desk.ui.session.room_bar import GROUPS, RoomBar
from dialogue_desk.ui.session.round_sheet import RoundSheet
from dialogue_desk.ui.session.rules_sheet import RulesSheet
from dialogue_desk.ui.session.saying import time_in_words
from dialogue_desk.ui.session.small_groups import SmallGroups
from dialogue_desk.ui.session.stack_bar import SeatBox
from dialogue_desk.ui.session.start_sheet import StartSheet
from dialogue_desk.ui.session.tools import Tools
from dialogue_desk.ui.session.top_bar import TopBar
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.undoing import redo, undo, what_can_be_undone
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import whole_minutes

_OVER_THE_PART = RulesSheet | RoundSheet | SmallGroups | CheckInSheet | ReadBackSheet
_TOOLS = ("round", "stack", "groups", "check in")
_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class RunPage(QWidget):
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
        super().__init__()
        self._desk, self._folders, self._around = desk, folders, around
        self._pulse, self._room = pulse, room
        self._folder: SessionFolder | None = None
        self._player: SessionPlayer | None = None
        self._interruption: Interruption | None = None
        self._taking_notes = False
        self._noting = ""
        self._prompts: dict[str, int] = {}
        self._said: tuple[int, Phase] = (-1, Phase.READY)
        self.top = TopBar(around)
        self.room_bar = RoomBar(around, room)
        self.rail = Rail(around)
        self.card = PartCard(around)
        self.rules = RulesSheet(around)
        self.resume = ResumePanel(around)
        self.planning = Planning(around, self.rail, self)
        self.notes = NotesPanel(desk, around)
        self.side = NotesSide(desk, folders, around, self.notes)
        self.tools = Tools(desk, around, self)
        self._middle = QStackedWidget()
        sheets = (self.planning.sheet, self.planning.start_sheet, *self.tools.pages)
        for page in (self.card, self.rules, self.resume, *sheets):
            self._middle.addWidget(page)
        self.panels = Panels(
            around, {Panel.PARTS: self.rail, Panel.PART: self._middle, Panel.NOTES: self.side}
        )
        self.actions_here = Actions(around.theme, self)
        self._lay_out()
        self._connect()
        self._declare_actions()

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
        self._said = (live.live.here, live.live.phase)
        self._noting = folder.plan.parts[live.live.here].id
        self._prompts = {}
        self._player = player = SessionPlayer(live, self, self._around.warn)
        self.planning.follow(folder, player)
        player.moved.connect(self._show_move)
        player.moved.connect(self._say_move)
        player.ticked.connect(self._show_time)
        player.looked.connect(self._look)
        player.clock_set.connect(self._say_clock_set)
        player.slept.connect(self._say_slept)
        player.milestone.connect(self._say_milestone)
        self._keep_time(live, from_paper=taking_notes and from_paper)
        self.rail.offer_paper(taking_notes, from_paper=from_paper)
        self.tools.begin(folder, player, lambda: (self._noting, self._prompt()))
        self.side.show_notes()
        offered = (Panel.PARTS, Panel.NOTES) if taking_notes else tuple(Panel)
        self.panels.offer(*offered)
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
            self._show_middle(self.resume)
            self._around.announcer.announce(self.resume.stood())
            return
        self._show_middle(self._home())
        player.play()

    def _keep_time(self, live: LiveDesk, *, from_paper: bool) -> None:
        self.notes.keep_time(_at_no_time if from_paper else live.now)

    def _turn_paper(self, on: bool) -> None:
        if self._player is not None:
            self._keep_time(self._player.desk, from_paper=on)
            self.notes.focus_box()

    def show_note(self, note_id: str) -> None:
        """Put the keyboard on a note of the session that is shown."""
        self.panels.bring_forward(Panel.NOTES)
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
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        live = player.live
        here = live.parts[live.here].id
        if not self._taking_notes:
            self._noting = here
        self.card.show_part(folder.plan, live, player.back_part())
        self.rail.show_parts(folder.plan, live, self._noting)
        prompt = self._prompt()
        self.card.words.show_prompt(prompt)
        self.notes.show_part(self._part(folder.plan, self._noting), prompt, self._parts_before(folder.plan))
        self.room_bar.show_part(self._noting, self._plans(folder), prompt)
        self.actions_here.allow(self._possible())
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
        """Tell readers what the eye sees at once: another part is on, or the clock stands still."""
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        live, words = player.live, self._around.words
        before, self._said = self._said, (live.here, live.phase)
        if before[0] != live.here:
            part = folder.plan.parts[live.here]
            said = words.tr(
                "Part {number}: {part}, {minutes} min",
                number=live.here + 1,
                part=part.title,
                minutes=whole_minutes(live.given(live.here)),
            )
            self._around.announcer.announce(said)
        elif before[1] is not live.phase:
            self._around.announcer.announce(name_of(live.phase, words))

    def _say_milestone(self, milestone: str) -> None:
        player = self._player
        if player is None or self._taking_notes:
            return
        words, reading = self._around.words, player.read()
        if milestone == Milestone.TIME_UP:
            said = words.tr("The time of this part is over. Go on when the circle is ready.")
        else:
            said = time_in_words(reading, words)
        self._around.announcer.announce(said)

    def _say_slept(self, slept: Milliseconds) -> None:
        said = self._around.words.ntr(
            "The laptop was asleep for {count} minute. The session’s time went on, and was counted.",
            "The laptop was asleep for {count} minutes. The session’s time went on, and was counted.",
            slept // MINUTE,
        )
        self._around.toast.say(said)

    def _say_clock_set(self, by: Milliseconds) -> None:
        words = self._around.words
        hours, minutes = divmod(abs(whole_minutes(by)), 60)
        if hours and not minutes:
            length = words.ntr("{count} hour", "{count} hours", hours)
        elif hours or minutes:
            length = words.ntr("{count} minute", "{count} minutes", hours * 60 + minutes)
        else:
            length = words.ntr("{count} second", "{count} seconds", abs(by) // 1_000)
        if by > 0:
            said = words.tr(
                "The laptop's clock was set {length} forward. The session's time is unchanged.", length=length
            )
        else:
            said = words.tr(
                "The laptop's clock was set {length} back. The session's time is unchanged.", length=length
            )
        self._around.toast.say(said)

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
            return
        page = self._middle.currentWidget()
        if isinstance(page, _OVER_THE_PART) and page.isVisible():
            page.primary.click()
        else:
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
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        parts = [folder.plan.parts[place].id for place in player.live.order]
        place = parts.index(self._noting) + by if self._noting in parts else 0
        if 0 <= place < len(parts):
            self._go_to(parts[place])
            self._around.announcer.announce(self._part(folder.plan, self._noting).title)

    def _go_back(self) -> None:
        if self._taking_notes:
            self._note_beside(-1)
            return
        if self._middle.currentWidget() is self.tools.round and self.tools.round.back():
            return
        if self._player is not None and self._may_move():
            self._player.back()

    def _go_to(self, part: str) -> None:
        folder, player = self._folder, self._player
        if folder is None or player is None:
            return
        if self._taking_notes:
            self._noting = part
            self._show_move()
        elif self._may_move():
            player.go_to(part)

    def _take_up(self, count_the_time_away: bool) -> None:
        player = self._player
        if player is None or self._interruption is None:
            return
        player.desk.resume(self._interruption, count_the_time_away=count_the_time_away)
        self._interruption = None
        self.rail.allow_changes(True)
        self._show_middle(self._home())
        player.play()
        player.resumed()

    def _turn_rules(self) -> None:
        if self._interruption is not None:
            return
        shown = self._middle.currentWidget() is self.rules
        if self._taking_notes:
            self.panels.offer(Panel.PARTS, *([] if shown else [Panel.PART]), Panel.NOTES)
        if not shown:
            self.panels.bring_forward(Panel.PART)
        self._show_middle(self._home() if shown else self.rules)

    def _turn_read_back(self) -> None:
        if self._interruption is None:
            self._turn_tool(self.tools.read_back, partial(self.tools.show_read_back, self._noting))

    def _turn_plan(self) -> None:
        if self._may_move():
            self.planning.turn()

    def _give_way(self, sheet: QWidget) -> None:
        self.panels.bring_forward(Panel.PART)
        self._show_middle(sheet)

    def _agree(self, rules: tuple[str, ...]) -> None:
        if self._folder is not None:
            set_ground_rules(self._desk, self._folder.circle_id, rules)

    def _turn_room(self) -> None:
        self.room_bar.turn_open()

    def _room_turned(self) -> None:
        self.top.show_room(is_open=self._room.is_open())

    def _look_for(self) -> None:
        if self._folder is not None:
            self.panels.bring_forward(Panel.NOTES)
            self.side.look_for(self._folder)

    def _note(self) -> None:
        self.panels.bring_forward(Panel.NOTES)
        self.side.show_notes()
        self.notes.focus_box()

    def _home(self) -> QWidget:
        return self.tools.home() or self.card

    def _show_tool(self, page: QWidget) -> None:
        if self._taking_notes:
            self.panels.offer(*Panel)
        self.panels.bring_forward(Panel.PART)
        self._show_middle(page)

    def _turn_tool(self, page: QWidget, show: Callable[[], None]) -> None:
        """Show a tool, or put it away where it is shown."""
        if self._middle.currentWidget() is page:
            self._put_tool_away()
        else:
            show()

    def _put_tool_away(self) -> None:
        if self._interruption is not None or self._middle.currentWidget() not in self.tools.pages:
            return
        focused = QApplication.focusWidget()
        writing = focused is not None and self.notes.isAncestorOf(focused)
        if self._taking_notes:
            self.panels.offer(Panel.PARTS, Panel.NOTES)
        self._show_middle(self._home())
        if writing and focused is not None:
            focused.setFocus()

    def _leave_box(self) -> None:
        if self._taking_notes:
            self.rail.parts.setFocus()
        else:
            self._focus_middle()

    def _choose_kind(self, kind: str) -> None:
        self.panels.bring_forward(Panel.NOTES)
        self.side.show_notes()
        self.notes.capture.choose(kind)

    def _choose_spread(self, spread: Spread) -> None:
        self.panels.bring_forward(Panel.NOTES)
        self.notes.capture.choose_spread(spread)

    def _choose_earlier(self) -> None:
        self.panels.bring_forward(Panel.NOTES)
        self.notes.capture.open_earlier()

    def _ask(self, prompt: int) -> None:
        """Let this question of the part be the one being asked; pressed again, none is."""
        folder = self._folder
        if folder is None or self._player is None:
            return
        words, asks = self._around.words, self._part(folder.plan, self._noting).ask
        chosen = 0 if prompt == self._prompt() or prompt > len(asks) else prompt
        self._prompts[self._noting] = chosen
        said = words.tr("No question is chosen")
        if chosen:
            said = words.tr(
                "Question {number} of {total}: {question}",
                number=chosen,
                total=len(asks),
                question=asks[chosen - 1],
            )
        self._show_move()
        self._around.announcer.announce(said)

    def _ask_next(self) -> None:
        self._ask(self._prompt() + 1)

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

    def _possible(self) -> set[str]:
        clock = {"clock", "plus", "minus", "plus five", "plan", *_TOOLS}
        if not self._taking_notes:
            clock |= {"on", "back"}
        return {one for one in self._all_actions if self._may_move() or one not in clock}

    def _show_middle(self, page: QWidget) -> None:
        self._middle.setCurrentWidget(page)
        self.card.show_round(on=self.tools.round.goes_on)
        self.actions_here.allow(self._possible())
        self._focus_middle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_middle()

    def _focus_middle(self) -> None:
        if self._taking_notes and self._middle.currentWidget() is self.card:
            self.notes.focus_box()
            return
        page = self._middle.currentWidget()
        if isinstance(page, PartCard | ResumePanel | ReplanSheet | StartSheet | _OVER_THE_PART):
            page.focus_next()

    def _prompt(self) -> int:
        return self._prompts.get(self._noting, 0)

    def _parts_before(self, plan: SessionPlan) -> list[Part]:
        """Return the parts that were on before the one to which notes go, the last first."""
        player = self._player
        if player is None:
            return []
        live, places = player.live, range(len(plan.parts))
        if self._taking_notes:
            here = next((place for place in places if plan.parts[place].id == self._noting), 0)
            return list(reversed(plan.parts[:here]))
        before = [place for place in live.order if place in live.visited and place != live.here]
        return [plan.parts[place] for place in reversed(before)]

    def _part(self, plan: SessionPlan, part_id: str) -> Part:
        return next((part for part in plan.parts if part.id == part_id), plan.parts[0])

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
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        page = self._middle.currentWidget()
        if page is self.rules:
            self._turn_rules()
        elif page is self.tools.round:
            self.tools.round.close_sheet()
        elif page is self.tools.check_in:
            self.tools.leave_check_in()
        elif self.planning.shown():
            self._show_middle(self.card)
        else:
            self._put_tool_away()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.choices = QHBoxLayout()
        self.choices.setSpacing(0)
        self.choices.addWidget(self.panels.switch)
        self.choices.addWidget(self.room_bar, 1)
        whole.addWidget(self.top)
        whole.addLayout(self.choices)
        whole.addWidget(self.panels, 1)
        whole.addWidget(self.tools.stack)
        whole.addWidget(self.tools.parking)

    def _connect(self) -> None:
        self._around.news.changed.connect(self._hear)
        self.top.home_wanted.connect(self.left)
        self.top.room_wanted.connect(self._turn_room)
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
        self.card.rules_wanted.connect(self._turn_rules)
        self.card.round_wanted.connect(self.tools.show_round)
        self.card.groups_wanted.connect(self.tools.show_groups)
        self.card.read_back_wanted.connect(self._turn_read_back)
        self.card.stack_wanted.connect(self.tools.turn_stack)
        self.card.check_in_wanted.connect(self.tools.pause_and_check_in)
        self.tools.page_wanted.connect(self._show_tool)
        self.tools.put_away.connect(self._put_tool_away)
        self.tools.let_go.connect(self._focus_middle)
        self.tools.rules_wanted.connect(self._turn_rules)
        self.tools.time_on_wall.connect(lambda: self.room_bar.put(Mode.TIME))
        self.tools.groups_on_wall.connect(lambda: self.room_bar.put(GROUPS))
        self.tools.lines_on_wall.connect(self.room_bar.show_lines)
        self.tools.groups_drawn.connect(self.room_bar.show_groups)
        self.rules.changed.connect(self._agree)
        self.rules.put_on_wall.connect(lambda: self.room_bar.put(Mode.RULES))
        self.rules.closed.connect(self._turn_rules)
        self.resume.resumed.connect(self._take_up)
        self.card.replan_wanted.connect(self._turn_plan)
        self.planning.wanted.connect(self._give_way)
        self.planning.done.connect(lambda: self._show_middle(self.card))
        self.notes.escaped.connect(self._leave_box)
        self.side.hit_wanted.connect(self.hit_wanted)
        self._room.opened.connect(self._room_turned)
        self._room.closed.connect(self._room_turned)
        self._room.closed.connect(self.tools.read_back.view.take_off_wall)
        self._room.key_pressed.connect(self._hear_remote)

    def _declare_actions(self) -> None:
        words = self._around.words
        tr = words.tr
        session, notes, room = tr("Session"), tr("Notes"), tr("Room display")
        declared: list[tuple[Action, Callable[[], object]]] = [
            (Action("on", tr("Next part"), ("PgDown",), "next", session, also=("Space",)), self._go_on),
            (Action("back", tr("Back"), ("PgUp",), "back", session), self._go_back),
            (Action("clock", tr("Start, pause or resume"), ("P",), "pause", session), self._start_or_pause),
            (
                Action("plus", tr("Add a minute"), ("+", "="), "plus", session),
                partial(self._move, MoveKind.ADD_TIME, MINUTE),
            ),
            (
                Action("minus", tr("Take a minute away"), ("-",), "minus", session),
                partial(self._move, MoveKind.ADD_TIME, -MINUTE),
            ),
            (Action("rules", tr("Ground rules"), ("G",), "rules", session), self._turn_rules),
            (Action("plan", tr("See what could give"), ("L",), "clock", session), self._turn_plan),
            *self._tool_actions(session),
            (Action("question", tr("Next question"), ("Q", "Alt+PgDown"), "", session), self._ask_next),
            (Action("note", tr("Write a note"), ("N",), "note", notes), self._note),
            (Action("find", tr("Search what was said"), ("Ctrl+F", "/"), "search", notes), self._look_for),
            (Action("read back", tr("Read back"), ("V",), "guide", notes), self._turn_read_back),
            (Action("room", tr("Open or close the room display"), ("F5",), "display", room), self._turn_room),
            (Action("blank", tr("Make the wall dark"), ("B", "."), "", room), self.room_bar.turn_blank),
        ]
        for kind, letter in LETTERS.items():
            name = tr("Action idea") if kind == ACTION else name_of(NoteKind(kind), words)
            action = Action(f"kind {kind}", name, (f"Alt+{letter}",), "", notes)
            declared.append((action, partial(self._choose_kind, kind)))
        for number, spread in enumerate(Spread, start=1):
            action = Action(f"spread {spread}", name_of(spread, words), (f"Alt+{number}",), "", notes)
            declared.append((action, partial(self._choose_spread, spread)))
        late = Action(
            "late", tr("Put the next line under an earlier part"), (f"Alt+{LATE_LETTER}",), "", notes
        )
        declared.append((late, self._choose_earlier))
        self._all_actions = {action.id for action, _ in declared}
        for action, run in declared:
            held = action.id in {"room", "question"} or (
                action.group == notes and action.id not in {"note", "read back"}
            )
            live = self.actions_here.add(action, run if held else partial(self._unless_typing, run))
            live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            live.setAutoRepeat(action.id in {"plus", "minus"})

    def _tool_actions(self, group: str) -> list[tuple[Action, Callable[[], object]]]:
        tr, tools = self._around.words.tr, self.tools
        return [
            (
                Action("round", tr("Go-round"), ("R",), "people", group),
                partial(self._turn_tool, tools.round, tools.show_round),
            ),
            (Action("stack", tr("Stack: who asks to speak"), ("S",), "", group), tools.turn_stack),
            (
                Action("groups", tr("Small groups"), ("T",), "people", group),
                partial(self._turn_tool, tools.groups, tools.show_groups),
            ),
            (
                Action("check in", tr("Pause and check in"), ("C",), "pause", group),
                tools.pause_and_check_in,
            ),
            (Action("park", tr("Park it for later"), ("K",), "parking", group), tools.turn_parking),
        ]

    def _unless_typing(self, run: Callable[[], object]) -> None:
        focused = QApplication.focusWidget()
        if not isinstance(focused, _TEXT_FIELDS) or isinstance(focused, SeatBox):
            run()


def _at_no_time() -> None:
    """Nobody knows when what stands on paper was said."""
