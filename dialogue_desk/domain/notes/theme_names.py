"""Finding themes by their names, and making those that do not exist yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.shorthand import theme_key
from dialogue_desk.domain.records.changes import Write


def themes_named(
    names: Iterable[str], known: Mapping[RecordId, Theme], owner: RecordId, new_id: Callable[[], RecordId]
) -> tuple[tuple[RecordId, ...], tuple[Write, ...]]:
    """Return the themes of these names, and the writes that make the missing ones under ``owner``.

    Names are compared as a person reads them (``theme_key``) with those of the ``known`` themes, which are
    those of one circle and its program; of two known themes with one name the first counts.
    """
    by_name: dict[str, RecordId] = {}
    for theme_id, theme in known.items():
        by_name.setdefault(theme_key(theme.name), theme_id)
    found: list[RecordId] = []
    writes: list[Write] = []
    for name in names:
        same = theme_key(name)
        if same not in by_name:
            by_name[same] = new_id()
            writes.append(Write.of(by_name[same], owner, Theme(name.strip())))
        found.append(by_name[same])
    return tuple(dict.fromkeys(found)), tuple(writes)
