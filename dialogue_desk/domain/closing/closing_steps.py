"""The steps of wrapping up a session, and what of each is still open.

A step is done when a person says so, or when the records show that it is.  One that a person called done is
open again when what it is about has changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.closing.coverage import changed_since, covered
from dialogue_desk.domain.closing.dots import weighing
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.closing.tallies import TallyStatus, kept_tallies, tally_status
from dialogue_desk.domain.closing.top_themes import chosen_themes, raised_themes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.domain.notes.action_gaps import wants_more
from dialogue_desk.domain.overview.session_folder import SessionFolder


class StepStatus(StrEnum):
    """Whether a step is done."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step is.

    ``done`` of ``total`` things are finished; both are 0 where a step counts none.  ``by_itself``: the
    records show that it is done, so nobody had to say so.  ``news`` is how much came or changed after it was
    done, which opened it again.
    """

    step: CloseStep
    status: StepStatus
    done: int = 0
    total: int = 0
    by_itself: bool = False
    news: int = 0

    @property
    def left(self) -> int:
        """How many things are not finished yet."""
        return self.total - self.done

    @property
    def is_open(self) -> bool:
        """Whether it is not done yet, also when it was left for later."""
        return self.status in (StepStatus.OPEN, StepStatus.LATER)


def closing_steps(folder: SessionFolder, *, debrief: bool = False) -> tuple[StepProgress, ...]:
    """Return how far each step of wrapping up a session is.

    ``debrief``: it is to go to the organizer, so the privacy check is about it too.
    """
    return tuple(_step_progress(folder, step, debrief=debrief) for step in CloseStep)


def still_open(folder: SessionFolder) -> tuple[StepProgress, ...]:
    """Return the steps that are not done yet, also those left for later."""
    return tuple(step for step in closing_steps(folder) if step.is_open)


def is_checked(folder: SessionFolder) -> bool:
    """Whether someone looked through all that leaves as it is now, and answered each match in it."""
    said = folder.closing.steps.get(CloseStep.PRIVACY)
    done = said is StepState.DONE and folder.closing.all_answered
    return done and changed_since(folder, CloseStep.PRIVACY) == 0


def changed_since_export(folder: SessionFolder) -> int:
    """Return how many things changed since a session was exported; 0 where that was not done."""
    done = folder.closing.steps.get(CloseStep.EXPORT) is StepState.DONE
    return changed_since(folder, CloseStep.EXPORT) if done else 0


@dataclass(frozen=True, slots=True)
class _Shown:
    done: int = 0
    total: int = 0
    nothing: bool = False
    finished: bool = False
    news: int = 0


def _step_progress(folder: SessionFolder, step: CloseStep, *, debrief: bool) -> StepProgress:
    shown = _SHOWN[step](folder) if step in _SHOWN else _Shown()
    said = folder.closing.steps.get(step, StepState.OPEN)
    if shown.nothing:
        return StepProgress(step, StepStatus.NOTHING, shown.done, shown.total)
    if shown.finished:
        return StepProgress(step, StepStatus.DONE, shown.done, shown.total, by_itself=True)
    news = shown.news or (changed_since(folder, step, debrief=debrief) if said is StepState.DONE else 0)
    status = _STATUS[StepState.OPEN if news and said is StepState.DONE else said]
    return StepProgress(step, status, shown.done, shown.total, news=news)


def _counted(done: int, total: int) -> _Shown:
    return _Shown(done, total, nothing=total == 0, finished=0 < total == done)


def _read_back(folder: SessionFolder) -> _Shown:
    said = to_read(folder)
    return _counted(sum(one.id in folder.closing.read for one in said), len(said))


def _actions(folder: SessionFolder) -> _Shown:
    full = sum(not wants_more(action.body) for action in folder.actions)
    shown = _counted(full, len(folder.actions))
    weighed = weighing(folder)
    unsettled = weighed is not None and (weighed.over > 0 or weighed.given == 0)
    unsettled = unsettled or Kind.DOT_VOTE in folder.closing.unsettled
    return _Shown(shown.done, shown.total, shown.nothing, shown.finished and not unsettled)


def _parking_lot(folder: SessionFolder) -> _Shown:
    parked = folder.notes_of(NoteKind.PARKING_LOT)
    return _counted(sum(note.body.parked is not Parked.OPEN for note in parked), len(parked))


def _tallies(folder: SessionFolder) -> _Shown:
    match tally_status(folder):
        case TallyStatus.NO_HEAD_COUNT:
            return _Shown(0, len(folder.categories))
        case TallyStatus.COUNTS:
            shown = _counted(len(kept_tallies(folder)), len(folder.categories))
            settled = Kind.TALLY not in folder.closing.unsettled
            return replace(shown, finished=shown.finished and settled)
        case _:
            return _Shown(nothing=True)


def _top_themes(folder: SessionFolder) -> _Shown:
    chosen = len(chosen_themes(folder))
    news = _themes_since(folder) if chosen else 0
    settled = not news and Kind.TOP_THEMES not in folder.closing.unsettled
    return _Shown(chosen, chosen, not raised_themes(folder), chosen > 0 and settled, news)


def _themes_since(folder: SessionFolder) -> int:
    """Return how many themes came after the circle chose, or are no longer what it chose.

    What somebody saw who called the step done afterwards does not count.
    """
    closing = folder.closing
    sights = [closing.top_themes_sight]
    if closing.steps.get(CloseStep.TOP_THEMES) is StepState.DONE:
        sights.append(closing.sights.get(CloseStep.TOP_THEMES))
    known = [sight for sight in sights if sight is not None]
    about = covered(folder.records, folder.id, CloseStep.TOP_THEMES)
    return sum(not any(sight.had(theme) for sight in known) for theme in about) if known else 0


def _attendance(folder: SessionFolder) -> _Shown:
    session = folder.records.get(folder.id)
    counts = (
        {one.body.present for one in session.editions if isinstance(one.body, Session)} if session else ()
    )
    return _Shown(finished=folder.session.present is not None and len(counts) < 2)


def _debrief(folder: SessionFolder) -> _Shown:
    written = len(folder.notes_of(NoteKind.DEBRIEF))
    return _Shown(written, written, finished=written > 0)


def _privacy(folder: SessionFolder) -> _Shown:
    return _Shown(nothing=not (folder.notes or folder.actions))


_STATUS = {
    StepState.OPEN: StepStatus.OPEN,
    StepState.DONE: StepStatus.DONE,
    StepState.LATER: StepStatus.LATER,
}
_SHOWN: Mapping[CloseStep, Callable[[SessionFolder], _Shown]] = {
    CloseStep.READ_BACK: _read_back,
    CloseStep.TOP_THEMES: _top_themes,
    CloseStep.ACTIONS: _actions,
    CloseStep.PARKING_LOT: _parking_lot,
    CloseStep.ATTENDANCE: _attendance,
    CloseStep.TALLIES: _tallies,
    CloseStep.DEBRIEF: _debrief,
    CloseStep.PRIVACY: _privacy,
}
