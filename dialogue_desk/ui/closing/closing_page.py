"""Closing a session: its steps in any order, the pane of the one that is chosen, and what is still open."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.closing_edits import set_step_state
from dialogue_desk.desk.session.open_conflicts import conflicts_in
from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus, closing_steps
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_footer import CloseFooter
from dialogue_desk.ui.closing.closing_header import CloseHeader
from dialogue_desk.ui.closing.debrief_step import DebriefStep
from dialogue_desk.ui.closing.read_back_step import ReadBackStep
from dialogue_desk.ui.closing.step_panes import PRIMARY_STEPS, StepPanes
from dialogue_desk.ui.closing.steps_list import StepsList, StepsSelect
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.tab_order import set_tab_order
from dialogue_desk.ui.notes.conflict_queue import ConflictQueue
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.widgets.card import Hairline

_WIDE = 960
"""How wide the page is, at 100 % text, when the steps have room beside the pane."""
_ONE_LINE = 620
"""How wide it is when what is open and the buttons of the foot share a line."""
_STEPS = 300


class ClosePage(QWidget):
    """Everything there is to do after the circle has gone home; each of it can be left and come back to.

    Up and Down go through the steps, Space ticks one, Enter goes into its pane and Escape comes back.
    """

    left = Signal()
    run_wanted = Signal(str)

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._session = RecordId("")
        self._here = CloseStep.READ_BACK
        self._steps: tuple[StepProgress, ...] = ()
        self._finds = (0, 0)
        """How many finds of the privacy pass are looked at, and of how many; none before they are counted."""
        self._just_exported = False
        self._top = CloseHeader(context.theme, context.words)
        self.steps = StepsList(context)
        self.steps_select = StepsSelect(context)
        self._panes = StepPanes(desk, folders, context, room)
        self.foot = CloseFooter(context)
        self._between = Hairline(upright=True)
        self._narrow: bool | None = None
        self.actions_here = Actions(context.theme, self)
        self._lay_out()
        self._connect()
        self._declare_actions()
        self._fold()

    def show_session(self, session_id: str) -> None:
        """Show a session, at the first step that is open."""
        other = session_id != self._session
        self._session = RecordId(session_id)
        folder = self._folders.session(self._session)
        if folder is None:
            self.left.emit()
            return
        self._just_exported = False
        if other:
            self._finds = (0, 0)
            steps = closing_steps(folder)
            self._here = next((one.step for one in steps if one.status is StepStatus.OPEN), CloseStep.EXPORT)
        self._show(folder)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the steps, from where Enter leads into the pane."""
        self._choice().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, step: str) -> None:
        """Show the pane of a step."""
        if step and CloseStep(step) is not self._here:
            self._here = CloseStep(step)
            self._just_exported = False
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the pane back to the steps; Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def leave(self) -> None:
        """Keep what is typed in the panes, and take the notes off the wall."""
        for pane in self._panes.made():
            if isinstance(pane, DebriefStep | ReadBackStep):
                pane.leave()

    # What is shown.

    def _look(self) -> None:
        folder = self._folders.session(self._session)
        if folder is None:
            self.left.emit()
        else:
            self._show(folder)

    def _show(self, folder: SessionFolder) -> None:
        pane = self._panes[self._here]
        pane.show_folder(folder)
        self._panes.setCurrentWidget(pane)
        self._top.show_folder(folder)
        self._show_steps(folder)

    def _show_steps(self, folder: SessionFolder) -> None:
        self._steps = tuple(map(self._with_finds, closing_steps(folder)))
        self.steps.show_steps(self._steps, folder, self._here)
        self.steps_select.show_steps(self._steps, self._here)
        now = next(one for one in self._steps if one.step is self._here)
        self.foot.show_steps(
            self._steps,
            now,
            self._following(),
            clashes=len(conflicts_in(self._desk, folder)),
            quiet=self._here in PRIMARY_STEPS and not self._just_exported,
        )
        set_tab_order(self)

    def _with_finds(self, step: StepProgress) -> StepProgress:
        if step.step is not CloseStep.PRIVACY or not step.is_open:
            return step
        done, total = self._finds
        return replace(step, done=done, total=total)

    def _count_finds(self, done: int, total: int) -> None:
        self._finds = (done, total)

    def _following(self) -> StepProgress | None:
        """Return the open step that comes next, beginning again from the first."""
        place = list(CloseStep).index(self._here)
        order = [*self._steps[place + 1 :], *self._steps[:place]]
        coming = [one for one in order if one.is_open]
        return next((one for one in coming if one.status is StepStatus.OPEN), next(iter(coming), None))

    def _choice(self) -> QWidget:
        return self.steps_select.select if self._narrow else self.steps.list

    def _fold(self) -> None:
        narrow = self.width() < self._context.theme.scaled(_WIDE)
        self.steps.setFixedWidth(self._context.theme.scaled(_STEPS))
        self.foot.fold(narrow=self.width() < self._context.theme.scaled(_ONE_LINE))
        if narrow == self._narrow:
            return
        had_keyboard = self._narrow is not None and self.focusWidget() is self._choice()
        self._narrow = narrow
        self.steps.setVisible(not narrow)
        self._between.setVisible(not narrow)
        self.steps_select.setVisible(narrow)
        if had_keyboard:
            self.take_focus()

    # What a person does.

    def _say(self, state: StepState) -> None:
        set_step_state(self._desk, self._session, self._here, state)

    def _done(self) -> None:
        self._say(StepState.DONE)
        self._go_on()

    def _exported(self) -> None:
        """Call the export done; what comes next is the loudest then, until something changes."""
        self._just_exported = True
        set_step_state(self._desk, self._session, CloseStep.EXPORT, StepState.DONE)

    def _leave_for_later(self) -> None:
        self._say(StepState.LATER)
        self._go_on()

    def _tick(self, step: str) -> None:
        """Turn what was said of a step; what is plain by itself needs no saying."""
        now = next(one for one in self._steps if one.step == step)
        if now.is_open:
            set_step_state(self._desk, self._session, now.step, StepState.DONE)
        elif now.status is StepStatus.DONE and not now.by_itself:
            set_step_state(self._desk, self._session, now.step, StepState.OPEN)

    def _go_on(self) -> None:
        following = self._following()
        if following is not None:
            self.go_to(following.step)
        self.take_focus()

    def _choose_wordings(self) -> None:
        folder = self._folders.session(self._session)
        if folder is not None:
            clashing = conflicts_in(self._desk, folder)
            ConflictQueue(self._desk, clashing, self._context, self.window()).start()

    def _enter(self) -> None:
        self._panes[self._here].take_focus()

    def _toggle_focus(self) -> None:
        """Go between the steps and the pane."""
        focused = QApplication.focusWidget()
        if focused is not None and self._panes.isAncestorOf(focused):
            self.take_focus()
        else:
            self._enter()

    def _hear(self, outcome: Outcome) -> None:
        if not self._session:
            return
        folder = self._folders.session(self._session)
        if folder is None:
            self._session = RecordId("")
            self.left.emit()
            return
        self._just_exported = self._just_exported and outcome.kinds <= {Kind.CLOSING_STEP}
        owners = [self._session, folder.circle_id, *([folder.program_id] if folder.program_id else [])]
        if not outcome.kinds <= {Kind.CLOSING_STEP}:
            self._finds = (0, 0)  # counted anew when the pass is shown
        if outcome.touches(Kind.PROGRAM) or any(outcome.touches(under=one) for one in owners):
            self._show(folder)

    # How it is made.

    def _lay_out(self) -> None:
        panels = QHBoxLayout()
        panels.setSpacing(0)
        panels.addWidget(self.steps)
        panels.addWidget(self._between)
        panels.addWidget(self._panes, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(self.steps_select)
        whole.addLayout(panels, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self._top.back_wanted.connect(lambda: self.run_wanted.emit(self._session))
        self.steps.moved.connect(self.go_to)
        self.steps.entered.connect(self._enter)
        self.steps.ticked.connect(self._tick)
        self.steps_select.moved.connect(self.go_to)
        self.foot.done.connect(self._done)
        self.foot.left_for_later.connect(self._leave_for_later)
        self.foot.opened_again.connect(lambda: self._say(StepState.OPEN))
        self.foot.next_wanted.connect(self._go_on)
        self.foot.home_wanted.connect(self.left)
        self.foot.choosing_wanted.connect(self._choose_wordings)
        self._panes.escaped.connect(self.take_focus)
        self._panes.exported.connect(self._exported)
        self._panes.finds_counted.connect(self._count_finds)
        self._context.desk_signals.changed.connect(self._hear)
        self._context.theme.changed.connect(self._fold)

    def _declare_actions(self) -> None:
        tr = self._context.words.tr
        turn = Action(
            "turn", tr("Switch between the list of steps and the step"), ("F6", "Ctrl+Tab"), "", tr("Wrap up")
        )
        live = self.actions_here.add(turn, self._toggle_focus)
        self.actions_here.list_only(Action("done", tr("Done"), ("Space",), "", tr("Wrap up")))
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
