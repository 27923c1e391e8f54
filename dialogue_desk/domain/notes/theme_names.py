"""Finding themes by their names, and making those that do not exist yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import stand_ins
from dialogue_desk.domain.notes.near_themes import same_theme
from dialogue_desk.domain.records.changes import Write


def themes_named(
    names: Iterable[str], known: Mapping[RecordId, Theme], owner: RecordId, new_id: Callable[[], RecordId]
) -> tuple[tuple[RecordId, ...], tuple[Write, ...]]:
    """Return the themes of these names, and the writes that make the missing ones under ``owner``.

    Names are compared as a person reads them with those of the ``known`` themes, which are those of a
    program, then those of its circle: capitals, accents and the plural make no difference, and the name of a
    theme that was joined with another finds that one.
    """
    instead = stand_ins(known)
    by_name = {
        name: instead.get(theme_id, theme_id)
        for theme_id, theme in known.items()
        for name in theme.every_name
    }
    found: list[RecordId] = []
    writes: list[Write] = []
    for name in names:
        same = same_theme(name, by_name) or name.strip()
        if same not in by_name:
            by_name[same] = new_id()
            writes.append(Write.of(by_name[same], owner, Theme(same)))
        found.append(by_name[same])
    return tuple(dict.fromkeys(found)), tuple(writes)
