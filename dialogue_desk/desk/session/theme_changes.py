"""Changes a theme wherever it is: each function is one step to undo, and no note loses a word."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.theme_edits import joined_with, removed_everywhere, renamed
from dialogue_desk.domain.overview.session_folder import SessionFolder


def is_of_circle(desk: Desk, folder: SessionFolder, theme_id: RecordId) -> bool:
    """Whether a theme is the circle's own; those of a program are its organizer's to change."""
    record = desk.get(theme_id)
    return record is not None and record.owner == folder.circle_id


def rename_theme(desk: Desk, folder: SessionFolder, theme_id: RecordId, name: str) -> str:
    """Give a theme another name; where another theme has that name, join the two.  Return the name it has.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    name = normalized(" ".join(name.split()))
    others = {one: theme for one, theme in folder.themes.items() if one != theme_id}
    key = twin_key(name)
    twin = next((one for one, theme in others.items() if key in map(twin_key, theme.every_name)), None)
    if twin is not None:
        join_themes(desk, folder, theme_id, twin)
        return others[twin].name
    if name:
        desk.perform(renamed(theme_id, name, folder.every_theme, _owners(desk, folder)))
    return name


def join_themes(desk: Desk, folder: SessionFolder, theme_id: RecordId, other: RecordId) -> Outcome:
    """Put everything that is under a theme under another one, from now on and on every laptop.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(joined_with(theme_id, other, folder.every_theme, _owners(desk, folder)))


def remove_theme(desk: Desk, folder: SessionFolder, theme_id: RecordId) -> Outcome:
    """Take a theme off every note of the circle.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(removed_everywhere(theme_id, folder.every_theme, _owners(desk, folder)))


def _owners(desk: Desk, folder: SessionFolder) -> dict[RecordId, RecordId]:
    """Return the owner of each theme of the circle; those of its program are left as they are."""
    themes = desk.file.records.under(folder.circle_id, Kind.THEME)
    return {record.id: record.owner for record in themes if record.body is not None}
