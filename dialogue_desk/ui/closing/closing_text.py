"""What the wrap-up page says about its steps."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.notes.wanted import missing
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of


def state_in_words(step: StepProgress, words: Words) -> str:
    """Return "open", "done", "left for later" or "nothing to do"."""
    return {
        StepStatus.OPEN: words.tr("open"),
        StepStatus.DONE: words.tr("done"),
        StepStatus.LATER: words.tr("left for later"),
        StepStatus.NOTHING: words.tr("nothing to do"),
    }[step.status]


def detail_of(step: StepProgress, folder: SessionFolder, words: Words) -> str:
    """Return the line under the name of a step: its state, and how much of it is done or new since it was."""
    if step.status is StepStatus.NOTHING:
        return state_in_words(step, words)
    amount = _news(step, words) if step.news else _amount(step, folder, words)
    shown = (state_in_words(step, words), amount)
    return " · ".join(part for part in shown if part)


def open_in_words(steps: Iterable[StepProgress], words: Words, conflicts: int = 0) -> str:
    """Return "Still to do: parking lot (2), privacy check" for open steps, or that nothing is left to do."""
    names = []
    for step in steps:
        name = name_of(step.step, words).lower()
        if step.news:
            names.append(words.ntr("{step} ({count} new)", "{step} ({count} new)", step.news, step=name))
        else:
            names.append(f"{name} ({step.left})" if step.left else name)
    if conflicts:
        names.append(words.ntr("{count} version to choose", "{count} versions to choose", conflicts))
    if not names:
        return words.tr("Nothing is left to do.")
    return words.tr("Still to do: {steps}", steps=", ".join(names))


def asked_and_missing(folder: SessionFolder, words: Words) -> tuple[str, ...]:
    """Return a line for each part that asked for kinds of notes and did not get them.

    A part that was left out is not named.  Without any notes the result is empty.
    """
    if not folder.notes:
        return ()
    notes, visited = [note.body for note in folder.notes], folder.live.visited
    lines = []
    for index, part in enumerate(folder.plan.parts):
        lacking = [name_of(kind, words).lower() for kind in missing(part, notes, ()).kinds]
        if lacking and (not visited or index in visited):
            lines.append(
                words.tr("{part} · {kinds}: none yet", part=title_of(part, words), kinds=", ".join(lacking))
            )
    return tuple(lines)


def _news(step: StepProgress, words: Words) -> str:
    """Return how much came or changed after a step was done."""
    match step.step:
        case CloseStep.READ_BACK | CloseStep.PARKING_LOT | CloseStep.PRIVACY:
            return words.ntr("{count} line since you looked", "{count} lines since you looked", step.news)
        case CloseStep.TOP_THEMES:
            return words.ntr("{count} change since you chose", "{count} changes since you chose", step.news)
        case CloseStep.ACTIONS:
            return words.ntr("{count} change since you looked", "{count} changes since you looked", step.news)
        case CloseStep.TALLIES:
            return words.ntr(
                "{count} change since you counted", "{count} changes since you counted", step.news
            )
        case _:
            return words.ntr(
                "{count} change since you exported", "{count} changes since you exported", step.news
            )


def missing_kinds(folder: SessionFolder, words: Words) -> tuple[str, ...]:
    """Return the kinds of notes that parts asked for and did not get, each with the numbers of its parts."""
    if not folder.notes:
        return ()
    notes, visited = [note.body for note in folder.notes], folder.live.visited
    parts: dict[NoteKind, list[str]] = {}
    for index, part in enumerate(folder.plan.parts):
        for kind in missing(part, notes, ()).kinds if not visited or index in visited else ():
            parts.setdefault(kind, []).append(str(index + 1))
    return tuple(f"{name_of(kind, words).lower()} ({', '.join(numbers)})" for kind, numbers in parts.items())


def _amount(step: StepProgress, folder: SessionFolder, words: Words) -> str:
    match step.step:
        case CloseStep.READ_BACK:
            return words.tr("{done} of {total} read", done=step.done, total=step.total)
        case CloseStep.PRIVACY if step.total:
            return words.ntr(
                "{done} of {count} checked", "{done} of {count} checked", step.total, done=step.done
            )
        case CloseStep.TALLIES:
            return words.tr("{done} of {total} counted", done=step.done, total=step.total)
        case CloseStep.ATTENDANCE if folder.session.present is not None:
            return words.ntr("{count} person", "{count} people", folder.session.present)
        case _:
            return _count(step, words)


def _count(step: StepProgress, words: Words) -> str:
    match step.step:
        case CloseStep.TOP_THEMES if step.done:
            return words.ntr("{count} selected", "{count} selected", step.done)
        case CloseStep.ACTIONS if step.left:
            return words.ntr("{count} incomplete", "{count} incomplete", step.left)
        case CloseStep.PARKING_LOT if step.left:
            return words.ntr("{count} to decide", "{count} to decide", step.left)
        case CloseStep.DEBRIEF if step.done:
            return words.ntr("{count} note", "{count} notes", step.done)
        case _:
            return ""
