"""The page on which a session is wrapped up: its steps in any order, and the pane of the selected step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.closing_edits import set_exported, set_step_state
from dialogue_desk.desk.session.open_conflicts import conflicts_in
from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus, closing_steps
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep, Marks, StepState
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.actions_step import ActionsStep
from dialogue_desk.ui.closing.attendance_step import AttendanceStep
from dialogue_desk.ui.closing.closing_foot import CloseFoot
from dialogue_desk.ui.closing.closing_header import CloseHeader
from dialogue_desk.ui.closing.debrief_step import DebriefStep
from dialogue_desk.ui.closing.export_step import ExportStep
from dialogue_desk.ui.closing.parking_step import ParkingStep
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from dialogue_desk.ui.closing.read_back_step import ReadBackStep
from dialogue_desk.ui.closing.steps_list import StepsNavigation, next_open
from dialogue_desk.ui.closing.tallies_step import TalliesStep
from dialogue_desk.ui.closing.top_themes_step import TopThemesStep
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from dialogue_desk.ui.notes.conflict_queue import ConflictQueue
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.layouts import column, row

StepPane: TypeAlias = (
    ReadBackStep
    | TopThemesStep
    | ActionsStep
    | ParkingStep
    | AttendanceStep
    | TalliesStep
    | DebriefStep
    | PrivacyStep
    | ExportStep
)
"""A pane: shows a session with ``show_folder(folder)``, and takes the keyboard with ``take_focus()``."""


class ClosePage(QWidget):
    """Shows everything there is to do after the circle has gone home; any of it can be left and come back to.

    Up and Down go through the steps, Space ticks one, Enter goes into its pane and Escape comes back.
    """

    left = Signal()
    run_wanted = Signal(str)

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._desk, self._folders, self._context, self._room = desk, folders, context, room
        self._session = RecordId("")
        self._here = CloseStep.READ_BACK
        self._steps: tuple[StepProgress, ...] = ()
        self._just_exported = False
        self._header = CloseHeader(context)
        self.steps = StepsNavigation(context, self)
        self._panes = StepPanes(desk, folders, context, room)
        self.foot = CloseFoot(context)
        self.actions_here = Actions(context.theme, self, context.keys)
        panels = row(self.steps.side, self.steps.edge, (self._panes, 1))
        column(self._header, self.steps.top, (panels, 1), Hairline(), self.foot, within=self)
        self._connect()
        self._declare_actions()
        self.steps.fit()

    def show_session(self, session_id: str) -> None:
        """Show a session, at the first step that is open."""
        other = session_id != self._session
        self._session = RecordId(session_id)
        folder = self._folder_or_leave()
        if folder is None:
            return
        self._just_exported = False
        if other:
            self._panes.forget_finds()
            steps = closing_steps(folder)
            self._here = next((one.step for one in steps if one.status is StepStatus.OPEN), CloseStep.EXPORT)
        self._show(folder)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the steps, from where Enter leads into the pane."""
        self.steps.take_focus()

    def go_to(self, step: str, *, into: bool = False) -> None:
        """Show the pane of a step; "" and the step that is shown change nothing.

        With ``into``, the keyboard goes into the pane.
        """
        if not step or CloseStep(step) is self._here:
            return
        self._here = CloseStep(step)
        self._just_exported = False
        folder = self._folder_or_leave()
        if folder is not None:
            self._show(folder)
            if into:
                self._enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the pane back to the steps; Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.isAutoRepeat():
            event.ignore()  # a key that is held down is one press
        elif event.key() == Qt.Key.Key_Escape:
            if not self._room.uncover():
                self.take_focus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Save what is typed in the panes, and take the notes off the room display."""
        for pane in self._panes.made():
            if isinstance(pane, DebriefStep | ReadBackStep):
                pane.leave()

    # What is shown.

    def _folder_or_leave(self) -> SessionFolder | None:
        """Return the session; where it is gone, ask to leave the page and return None."""
        folder = self._folders.session(self._session)
        if folder is None:
            self.left.emit()
        return folder

    def _show(self, folder: SessionFolder) -> None:
        pane = self._panes.pane(self._here)
        pane.show_folder(folder)
        self._panes.setCurrentWidget(pane)
        self._header.show_folder(folder)
        self._header.show_undo(*what_can_be_undone(self._desk, self._context.words, in_session=False))
        self._steps = self._panes.progress(folder)
        self.steps.show_steps(self._steps, folder, self._here)
        self.foot.show_steps(
            self._steps,
            self._here,
            conflicts=len(conflicts_in(self._desk, folder)),
            quiet=self._pane_leads(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.fit()

    def _pane_leads(self) -> bool:
        """Whether the next act is in the pane: to read a note, to answer a find, or to save the export."""
        here = next(one for one in self._steps if one.step is self._here)
        if self._here in {CloseStep.READ_BACK, CloseStep.PRIVACY}:
            return here.is_open and here.left > 0
        return self._here is CloseStep.EXPORT and not self._just_exported

    # What a person does.

    def _set_state(self, state: StepState) -> None:
        if self._panes.set_state(self._session, self._here, state) and state is not StepState.OPEN:
            self._go_on()

    def _exported(self, got: Marks) -> None:
        """Call the export done; until something changes, the button to the next step is the primary one."""
        self._just_exported = True
        set_exported(self._desk, self._session, got)
        pane = self._panes.pane(CloseStep.EXPORT)
        if isinstance(pane, ExportStep) and pane.bar.isAncestorOf(QApplication.focusWidget() or self):
            self.foot.go_button.setFocus()

    def _tick(self, step: str) -> None:
        """Call an open step done, and a done one open again, unless it is done without anyone saying so."""
        now = next(one for one in self._steps if one.step == step)
        if now.is_open:
            self._panes.set_state(self._session, now.step, StepState.DONE)
        elif now.status is StepStatus.DONE and not now.by_itself:
            self._panes.set_state(self._session, now.step, StepState.OPEN)

    def _go_on(self) -> None:
        following = next_open(self._steps, self._here)
        if following is not None:
            self.go_to(following.step)
        self.take_focus()

    def _choose_versions(self) -> None:
        folder = self._folders.session(self._session)
        if folder is not None:
            conflicts = conflicts_in(self._desk, folder)
            ConflictQueue(self._desk, conflicts, self._context, self.window()).start()

    def _enter(self) -> None:
        self._panes.pane(self._here).take_focus()

    def _toggle_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._panes.isAncestorOf(focused):
            self.take_focus()
        else:
            self._enter()

    def _on_desk_changed(self, outcome: Outcome) -> None:
        folder = self._folder_or_leave() if self._session else None
        if folder is None:
            self._session = RecordId("")
            return
        if not outcome.kinds <= {Kind.CLOSING_STEP}:
            self._just_exported = False
            self._panes.forget_finds()
        owners = [self._session, folder.circle_id, *([folder.program_id] if folder.program_id else [])]
        if outcome.touches(Kind.PROGRAM) or any(outcome.touches(under=one) for one in owners):
            self._show(folder)

    def _connect(self) -> None:
        self._header.back_wanted.connect(lambda: self.run_wanted.emit(self._session))
        self._header.home_button.clicked.connect(self.left)
        self._header.undo.clicked.connect(lambda: undo(self._desk, self._context))
        self._header.redo.clicked.connect(lambda: redo(self._desk, self._context))
        self.steps.moved.connect(self.go_to)
        self.steps.list.clicked.connect(self._panes.enter_reading)
        self.steps.entered.connect(self._enter)
        self.steps.ticked.connect(lambda step: self._panes.press(step, self._steps, self._tick))
        self.foot.state_chosen.connect(self._set_state)
        self.foot.next_wanted.connect(self._go_on)
        self.foot.home_wanted.connect(self.left)
        self.foot.choosing_wanted.connect(self._choose_versions)
        self._panes.escaped.connect(self.take_focus)
        self._panes.pane_done.connect(partial(self.foot.go_button.setFocus, Qt.FocusReason.OtherFocusReason))
        self._panes.exported.connect(self._exported)
        self._panes.step_wanted.connect(partial(self.go_to, into=True))
        self._context.desk_signals.changed.connect(self._on_desk_changed)
        self._context.theme.changed.connect(self.steps.fit)

    def _declare_actions(self) -> None:
        tr = self._context.words.tr
        turn = Action(
            "turn", tr("Switch between the list of steps and the step"), ("F6", "Ctrl+Tab"), "", tr("Wrap up")
        )
        live = self.actions_here.add(turn, self._toggle_focus)
        self.actions_here.list_only(Action("done", tr("Done"), ("Space",), "", tr("Wrap up")))
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


class StepPanes(QStackedWidget):
    """Holds the panes by their steps, and what the privacy check counted.

    Emits ``escaped()`` for Escape in the debrief, ``pane_done()`` for Enter on the themes,
    ``exported(marks)`` when the export is saved, and ``step_wanted(step)`` when a person goes back to a step
    first.
    """

    escaped = Signal()
    pane_done = Signal()
    exported = Signal(object)
    step_wanted = Signal(str)

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._make: dict[CloseStep, Callable[[], StepPane]] = {
            CloseStep.READ_BACK: lambda: ReadBackStep(desk, context, room),
            CloseStep.TOP_THEMES: lambda: TopThemesStep(desk, context),
            CloseStep.ACTIONS: lambda: ActionsStep(desk, context),
            CloseStep.PARKING_LOT: lambda: ParkingStep(desk, context),
            CloseStep.ATTENDANCE: lambda: AttendanceStep(desk, folders, context),
            CloseStep.TALLIES: lambda: TalliesStep(desk, context),
            CloseStep.DEBRIEF: lambda: DebriefStep(desk, context),
            CloseStep.PRIVACY: lambda: PrivacyStep(desk, context),
            CloseStep.EXPORT: lambda: ExportStep(desk, folders, context),
        }
        self._desk, self._folders, self._context = desk, folders, context
        self._made: dict[CloseStep, StepPane] = {}
        self.with_debrief = False
        self._finds = (0, 0)

    def pane(self, step: CloseStep) -> StepPane:
        """Return the pane of ``step``, made when it is first wanted."""
        if step not in self._made:
            self._made[step] = pane = self._make[step]()
            if isinstance(pane, DebriefStep):
                pane.escaped.connect(self.escaped)
            elif isinstance(pane, TopThemesStep):
                pane.done.connect(self.pane_done)
            elif isinstance(pane, ExportStep):
                pane.exported.connect(self.exported)
                pane.step_wanted.connect(self.step_wanted)
                pane.audience.debrief.toggled.connect(self._set_debrief_included)
            elif isinstance(pane, PrivacyStep):
                pane.counted.connect(self._count_finds)
                pane.set_debrief_included(self.with_debrief)
            self.addWidget(pane)
        return self._made[step]

    def made(self) -> Iterable[StepPane]:
        """Return the panes that were shown before."""
        return self._made.values()

    def progress(self, folder: SessionFolder) -> tuple[StepProgress, ...]:
        """Return every step of a session; an open privacy check says how many finds are checked."""
        done, total = self._finds
        return tuple(
            replace(step, done=done, total=total) if step.step is CloseStep.PRIVACY and step.is_open else step
            for step in closing_steps(folder, debrief=self.with_debrief)
        )

    def press(self, step: str, steps: Iterable[StepProgress], tick: Callable[[str], None]) -> None:
        """Tick a step, or read its first note where none was read yet, as its pane says of the key."""
        now = next(one for one in steps if one.step == step)
        pane = self.pane(now.step)
        if isinstance(pane, ReadBackStep) and now.is_open and now.total and not now.done:
            pane.take_focus()
            pane.view.primary.click()
        else:
            tick(step)

    def enter_reading(self) -> None:
        """Put the keyboard on the notes that are read aloud, where these are shown."""
        pane = self.currentWidget()
        if isinstance(pane, ReadBackStep):
            pane.take_focus()

    def set_state(self, session: RecordId, step: CloseStep, state: StepState) -> bool:
        """Save the state that a person gave a step, and return whether it has it.

        The check is about the debrief when that leaves.  It is not done before each match has an answer.
        """
        answered = step is CloseStep.PRIVACY and state is StepState.DONE
        if answered and self._asks_for_answers(session):
            return False
        set_step_state(self._desk, session, step, state, debrief=self.with_debrief, answered=answered)
        if step is CloseStep.READ_BACK and state is StepState.DONE:
            self._tell_unread(session)
        return True

    def _tell_unread(self, session: RecordId) -> None:
        """Say how much was read where the reading was called done before all of it was."""
        folder, words = self._folders.session(session), self._context.words
        lines = to_read(folder) if folder is not None else ()
        read = sum(line.id in folder.closing.read for line in lines) if folder is not None else 0
        if read < len(lines):
            said = words.tr(
                "Done, with {done} of {total} marked as read to the circle.", done=read, total=len(lines)
            )
            self._context.toast.say(said)

    def _asks_for_answers(self, session: RecordId) -> bool:
        """Go to the first match that has no answer, and return whether there is one."""
        folder, pane = self._folders.session(session), self.pane(CloseStep.PRIVACY)
        if folder is None or not isinstance(pane, PrivacyStep):
            return False
        left = len(pane.privacy.review(folder, debrief=self.with_debrief).open)
        if left:
            self._context.toast.say(
                self._context.words.ntr(
                    "{count} match has no answer yet. Answer it, or leave the step for later.",
                    "{count} matches have no answer yet. Answer each one, or leave the step for later.",
                    left,
                )
            )
            pane.take_focus()
        return left > 0

    def forget_finds(self) -> None:
        """Forget what the privacy check counted: it counts again when it is shown."""
        self._finds = (0, 0)

    def _count_finds(self, done: int, total: int) -> None:
        self._finds = (done, total)

    def _set_debrief_included(self, on: bool) -> None:
        self.with_debrief = on
        self.forget_finds()
        privacy = self._made.get(CloseStep.PRIVACY)
        if isinstance(privacy, PrivacyStep):
            privacy.set_debrief_included(on)
