"""The steps of editing a guide, each with the guide after it: undone and redone without limit.

Trees share what did not change, so a step costs no more than the section it changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.exchange.guide_edits import Sources
from dialogue_desk.exchange.guide_source import Path


class EditKind(StrEnum):
    """What a step did."""

    OPEN = "open"
    TAKE_UP = "take up"
    TYPE = "type"
    CHANGE_TIME = "change time"
    CHANGE_DETAIL = "change detail"
    ADD_TEXT = "add text"
    FIX = "fix"
    DELETE_TEXT = "delete text"
    MOVE_TEXT = "move text"
    ADD_PART = "add part"
    ADD_SESSION = "add session"
    ADD_PIECE = "add piece"
    MOVE_PART = "move part"
    MOVE_SESSION = "move session"
    DELETE_PART = "delete part"
    DELETE_SESSION = "delete session"
    DELETE_PIECE = "delete piece"
    DUPLICATE = "duplicate"
    TRANSLATE = "translate"
    ADD_LANGUAGE = "add language"
    BRING_BACK = "bring back"


@dataclass(frozen=True, slots=True)
class Step:
    """A step and the guide after it; ``path`` is where a person sees what it did, ``origin`` what it undoes.

    Steps in one ``field`` of one language, one right after the other, are one step.
    """

    kind: EditKind
    sources: Sources
    path: Path = ()
    language: str = ""
    field: str = ""
    origin: Path = ()

    def goes_on_from(self, before: Step) -> bool:
        """Whether it is more of what ``before`` began."""
        return bool(self.field) and (self.kind, self.path, self.language, self.field) == (
            before.kind,
            before.path,
            before.language,
            before.field,
        )


class EditHistory:
    """All steps since a guide was opened."""

    def __init__(self, sources: Sources) -> None:
        self._past = [Step(EditKind.OPEN, sources)]
        self._undone: list[Step] = []
        self._settled = True

    @property
    def sources(self) -> Sources:
        """The guide as it is now."""
        return self._past[-1].sources

    def make(self, step: Step) -> bool:
        """Make a step; return whether it changed anything."""
        if step.sources == self.sources:
            return False
        self._undone.clear()
        if not self._settled and step.goes_on_from(self._past[-1]):
            self._past[-1] = step
        else:
            self._past.append(step)
        self._settled = False
        return True

    def typing(self) -> Step | None:
        """Return the step that goes on while a person types, or None."""
        return None if self._settled else self._past[-1]

    def settle(self) -> None:
        """End what is being typed: the same field begins another step from now on."""
        self._settled = True

    def to_undo(self) -> Step | None:
        """Return the step that Undo would take back, or None."""
        return self._past[-1] if len(self._past) > 1 else None

    def to_redo(self) -> Step | None:
        """Return the step that Redo would make again, or None."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take back the latest step and return it, or None when there is none."""
        step = self.to_undo()
        if step is not None:
            self._undone.append(self._past.pop())
        self._settled = True
        return step

    def redo(self) -> Step | None:
        """Make the step again that was taken back last and return it, or None when there is none."""
        step = self.to_redo()
        if step is not None:
            self._past.append(self._undone.pop())
        self._settled = True
        return step
