"""Where the close of a session stands: each step, and what of it is still open.

A step is done when a person says so, and by itself where that is plain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.closing.dots import weighing
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.closing.tallies import TallyStatus, kept_tallies, tally_status
from dialogue_desk.domain.closing.top_themes import chosen_themes, raised_themes
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.domain.notes.action_gaps import wants_more
from dialogue_desk.domain.overview.session_folder import SessionFolder


class StepStatus(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A step as it stands.

    ``done`` of ``total`` things are seen to; none, where it has nothing to count.  ``by_itself``: it is done,
    and nobody had to say so.
    """

    step: CloseStep
    status: StepStatus
    done: int = 0
    total: int = 0
    by_itself: bool = False

    @property
    def left(self) -> int:
        """How many things are still to be seen to."""
        return self.total - self.done

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, now or later."""
        return self.status in (StepStatus.OPEN, StepStatus.LATER)


def closing_steps(folder: SessionFolder) -> tuple[StepProgress, ...]:
    """Return every step of a session's close as it stands."""
    return tuple(_step_progress(folder, step) for step in CloseStep)


def still_open(folder: SessionFolder) -> tuple[StepProgress, ...]:
    """Return the steps that are still to be done, those left for later among them."""
    return tuple(step for step in closing_steps(folder) if step.is_open)


@dataclass(frozen=True, slots=True)
class _Plain:
    """What is plain of a step without anybody's word."""

    done: int = 0
    total: int = 0
    nothing: bool = False
    finished: bool = False


def _step_progress(folder: SessionFolder, step: CloseStep) -> StepProgress:
    plain = _plain(folder, step)
    said = folder.closing.steps.get(step, StepState.OPEN)
    if plain.nothing:
        standing = StepStatus.NOTHING
    elif plain.finished or said is StepState.DONE:
        standing = StepStatus.DONE
    else:
        standing = StepStatus.LATER if said is StepState.LATER else StepStatus.OPEN
    return StepProgress(step, standing, plain.done, plain.total, by_itself=plain.finished)


def _plain(folder: SessionFolder, step: CloseStep) -> _Plain:
    return _PLAIN[step](folder) if step in _PLAIN else _Plain()


def _counted(done: int, total: int) -> _Plain:
    return _Plain(done, total, nothing=total == 0, finished=0 < total == done)


def _read_back(folder: SessionFolder) -> _Plain:
    said = to_read(folder)
    return _counted(sum(one.id in folder.closing.read for one in said), len(said))


def _actions(folder: SessionFolder) -> _Plain:
    full = sum(not wants_more(action.body) for action in folder.actions)
    plain = _counted(full, len(folder.actions))
    weighed = weighing(folder)
    unsettled = weighed is not None and (weighed.over > 0 or weighed.given == 0)
    return _Plain(plain.done, plain.total, plain.nothing, plain.finished and not unsettled)


def _parking_lot(folder: SessionFolder) -> _Plain:
    parked = folder.notes_of(NoteKind.PARKING_LOT)
    return _counted(sum(note.body.parked is not Parked.OPEN for note in parked), len(parked))


def _tallies(folder: SessionFolder) -> _Plain:
    match tally_status(folder):
        case TallyStatus.NO_HEAD_COUNT:
            return _Plain(0, len(folder.categories))
        case TallyStatus.COUNTS:
            return _counted(len(kept_tallies(folder)), len(folder.categories))
        case _:
            return _Plain(nothing=True)


def _top_themes(folder: SessionFolder) -> _Plain:
    chosen = len(chosen_themes(folder))
    return _Plain(chosen, chosen, nothing=not raised_themes(folder), finished=chosen > 0)


def _attendance(folder: SessionFolder) -> _Plain:
    return _Plain(finished=folder.session.present is not None)


def _debrief(folder: SessionFolder) -> _Plain:
    written = len(folder.notes_of(NoteKind.DEBRIEF))
    return _Plain(written, written, finished=written > 0)


def _privacy(folder: SessionFolder) -> _Plain:
    return _Plain(nothing=not (folder.notes or folder.actions))


_PLAIN: Mapping[CloseStep, Callable[[SessionFolder], _Plain]] = {
    CloseStep.READ_BACK: _read_back,
    CloseStep.TOP_THEMES: _top_themes,
    CloseStep.ACTIONS: _actions,
    CloseStep.PARKING_LOT: _parking_lot,
    CloseStep.ATTENDANCE: _attendance,
    CloseStep.TALLIES: _tallies,
    CloseStep.DEBRIEF: _debrief,
    CloseStep.PRIVACY: _privacy,
}
