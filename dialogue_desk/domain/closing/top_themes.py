"""The themes of a session, and the few that the circle wants to share first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder


@dataclass(frozen=True, slots=True)
class RankedTheme:
    """A theme, and how many notes and action ideas of the session it has.

    ``place`` is its place among the top themes, from 1; 0 when it is not one of them.
    """

    id: RecordId
    name: str
    notes: int
    place: int = 0


def raised_themes(folder: SessionFolder) -> tuple[RankedTheme, ...]:
    """Return the top themes in their order, then the other themes of the session, the fullest first.

    Debriefs do not count.
    """
    said = [note.body.themes for note in folder.notes if note.body.kind is not NoteKind.DEBRIEF]
    said += [action.body.themes for action in folder.actions]
    counts = Counter(theme for themes in said for theme in themes if theme in folder.themes)
    top = chosen_themes(folder)
    others = sorted(
        counts.keys() - set(top), key=lambda one: (-counts[one], look_up_order(folder.themes[one].name), one)
    )
    return tuple(
        RankedTheme(
            theme, folder.themes[theme].name, counts[theme], top.index(theme) + 1 if theme in top else 0
        )
        for theme in (*top, *others)
    )


def chosen_themes(folder: SessionFolder) -> tuple[RecordId, ...]:
    """Return the top themes that still exist."""
    return tuple(theme for theme in folder.closing.top_themes if theme in folder.themes)


def toggled(top: Sequence[RecordId], theme: RecordId) -> tuple[RecordId, ...]:
    """Return ``top`` with ``theme`` at its end, or without it when it is already there."""
    return tuple(one for one in top if one != theme) if theme in top else (*top, theme)


def shifted(top: Sequence[RecordId], theme: RecordId, by: int) -> tuple[RecordId, ...]:
    """Return ``top`` with ``theme`` moved down ``by`` places, or up when that is below zero."""
    if theme not in top:
        return tuple(top)
    rest = [one for one in top if one != theme]
    rest.insert(max(0, list(top).index(theme) + by), theme)
    return tuple(rest)
