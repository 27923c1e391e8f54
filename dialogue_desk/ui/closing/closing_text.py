"""What the close says of its steps, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.notes.wanted import missing
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of


def standing_in_words(step: StepProgress, words: Words) -> str:
    """Return "open", "done", "left for later" or "nothing to do"."""
    return {
        StepStatus.OPEN: words.tr("open"),
        StepStatus.DONE: words.tr("done"),
        StepStatus.LATER: words.tr("left for later"),
        StepStatus.NOTHING: words.tr("nothing to do"),
    }[step.status]


def detail_of(step: StepProgress, folder: SessionFolder, words: Words) -> str:
    """Return what stands under a step: how far it is, and where it stands."""
    if step.status is StepStatus.NOTHING:
        return standing_in_words(step, words)
    said = (standing_in_words(step, words), _far(step, folder, words))
    return " · ".join(part for part in said if part)


def open_in_words(steps: Iterable[StepProgress], words: Words, clashes: int = 0) -> str:
    """Return "Still open: parking lot (2), privacy pass", or that nothing is.

    Args:
        steps: the steps that are open.
        words: the language.
        clashes: how much waits for a person to choose between the wordings of two laptops.
    """
    names = [
        f"{name_of(step.step, words).lower()} ({step.left})"
        if step.left
        else name_of(step.step, words).lower()
        for step in steps
    ]
    if clashes:
        names.append(words.ntr("{count} version to choose", "{count} versions to choose", clashes))
    if not names:
        return words.tr("Nothing is left to do.")
    return words.tr("Still to do: {steps}", steps=", ".join(names))


def asked_and_missing(folder: SessionFolder, words: Words) -> tuple[str, ...]:
    """Return for each part what kinds of notes it asked for and did not get.

    A part that was left out asks nothing, nor does a session in which no notes were taken.
    """
    if not folder.notes:
        return ()
    notes, visited = [note.body for note in folder.notes], folder.live.visited
    said = []
    for index, part in enumerate(folder.plan.parts):
        lacking = [name_of(kind, words).lower() for kind in missing(part, notes, ()).kinds]
        if lacking and (not visited or index in visited):
            said.append(
                words.tr("{part} · {kinds}: none yet", part=title_of(part, words), kinds=", ".join(lacking))
            )
    return tuple(said)


def _far(step: StepProgress, folder: SessionFolder, words: Words) -> str:
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
            return _how_many(step, words)


def _how_many(step: StepProgress, words: Words) -> str:
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
