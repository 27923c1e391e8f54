"""Which theme stands for another: one it was joined with, or one of the same name from another laptop."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.text import plain_letters

_ENYE = "\N{LATIN SMALL LETTER ENG}"
"""What ñ is read as, because it is a letter of its own: a year is no other word."""


_AROUND = "#. "


def twin_key(name: str) -> str:
    """Return what two names have in common that are one theme.

    Capitals, accents, spaces and ``_`` make no difference, nor does a ``#`` before or a full stop behind.
    """
    said = unicodedata.normalize("NFC", " ".join(name.replace("_", " ").split()))
    said = said.strip(_AROUND) or said
    return plain_letters(said.replace("ñ", _ENYE).replace("Ñ", _ENYE))


def stand_ins(themes: Mapping[RecordId, Theme]) -> dict[RecordId, RecordId]:
    """Return the theme that stands for each of ``themes`` that does not stand for itself.

    ``themes`` are those of a program, then those of its circle, each in the order of their ids.  Of one name,
    in whichever language, the first stands for all, so that a theme of the program does.  Of themes joined in
    a ring, as two laptops may do, the one with the least id stands for all.
    """
    ends = {theme_id: _end_of(theme_id, themes) for theme_id in themes}
    first_of_name: dict[str, RecordId] = {}
    for theme_id, end in ends.items():
        if theme_id == end:
            keys = [twin_key(name) for name in themes[end].every_name]
            first = next((first_of_name[key] for key in keys if key in first_of_name), end)
            for key in keys:
                first_of_name.setdefault(key, first)
    found = {theme_id: first_of_name[twin_key(themes[end].name)] for theme_id, end in ends.items()}
    return {theme_id: standing for theme_id, standing in found.items() if standing != theme_id}


def standing(themes: Iterable[RecordId], instead: Mapping[RecordId, RecordId]) -> tuple[RecordId, ...]:
    """Return these themes, each once, with those that stand for others in their places."""
    return tuple(dict.fromkeys(instead.get(theme, theme) for theme in themes))


def _end_of(theme_id: RecordId, themes: Mapping[RecordId, Theme]) -> RecordId:
    """Follow a theme to the one it was joined with in the end; one that is not here is not followed."""
    seen = [theme_id]
    while (after := themes[seen[-1]].into) is not None and after in themes:
        if after in seen:
            return min(seen[seen.index(after) :])
        seen.append(after)
    return seen[-1]
