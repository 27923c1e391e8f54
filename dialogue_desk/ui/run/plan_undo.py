"""Undo and Redo of a changed plan: it is a move of the clock, which the history of changes takes not back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.live_session_controller import SessionController


class PlanUndo(QObject):
    """Knows the last change of the plan, for as long as the part is on in which it was made.

    ``running`` returns the controller of a session whose plan can be changed now, or None.
    """

    changed = Signal()
    """Something else is what Undo and Redo are about."""

    def __init__(
        self, desk: Desk, context: Context, running: Callable[[], SessionController | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._context, self._running = desk, context, running
        self._what, self._part = "", 0
        self._at = 0
        """Its place in the history of all changes."""
        self._taken_back = False

    def forget(self) -> None:
        """Forget it: another session is shown."""
        self._what = ""

    def remember(self, what: str, *, taken_back: bool = False) -> None:
        """Remember a change that was just made, or ``taken_back``; ``what`` says which."""
        controller = self._running()
        self._at, self._what, self._taken_back = self._desk.file.history.last(), what, taken_back
        self._part = controller.read().part if controller is not None else 0
        self.changed.emit()

    def what_can_be_undone(self) -> tuple[str, str]:
        """Return what Undo and Redo are about; empty where something newer, or nothing, is."""
        controller, history = self._running(), self._desk.file.history
        if not self._what or controller is None or controller.read().part != self._part:
            return "", ""
        done, undone = history.to_undo(), history.to_redo()
        if done is not None and done.seq > self._at:
            return "", ""
        if not self._taken_back:
            return self._what, ""
        return "", "" if undone is not None and undone[1].seq > self._at else self._what

    def undo(self) -> bool:
        """Take it back if nothing was done since; return whether it was."""
        what, _ = self.what_can_be_undone()
        return bool(what) and self.take_back()

    def redo(self) -> bool:
        """Make it again if it was taken back last; return whether it was made."""
        _, what = self.what_can_be_undone()
        return bool(what) and self._turn(self._context.words.tr("Redone: {what}", what=what))

    def take_back(self) -> bool:
        """Take it back whatever was done since, as its own message offers."""
        return self._turn(self._context.words.tr("Undone: {what}", what=self._what), taken_back=True)

    def _turn(self, said: str, *, taken_back: bool = False) -> bool:
        controller = self._running()
        if controller is None or MoveKind.REPLAN not in controller.live.allowed:
            return False
        controller.take_back_plan()
        self.remember(self._what, taken_back=taken_back)
        self._context.toast.say(said)
        return True
