"""The themes of a program as a tree: which stands for which, and which is under which wider one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import standing
from dialogue_desk.domain.overview.session_folder import Stored


@dataclass(frozen=True, slots=True)
class ThemeTree:
    """``together`` has the themes that are one, the one that stands for them first, by the id of that one.

    ``under`` is the wider theme of each that has one: never in a ring.  Those that are ``aside`` are about
    the talk itself, or under one that is.  Those ``of_program`` belong to it, however they are raised.
    """

    together: Mapping[RecordId, Sequence[Stored[Theme]]]
    instead: Mapping[RecordId, RecordId]
    under: Mapping[RecordId, RecordId]
    aside: frozenset[RecordId]
    of_program: frozenset[RecordId]

    @classmethod
    def of(cls, together: Iterable[Sequence[Stored[Theme]]], program: RecordId | None) -> Self:
        """Return the tree of themes that were brought together, the one that stands for them first.

        Two organizers may each put one of two themes under the other.  Then the one with the lesser id is
        under the other, on every laptop.
        """
        groups = {one[0].id: one for one in together}
        instead = {theme.id: key for key, one in groups.items() for theme in one}
        under: dict[RecordId, RecordId] = {}
        for key in sorted(groups):
            wider = instead.get(groups[key][0].body.under or RecordId(""))
            if wider is not None and wider != key and key not in _above(wider, under):
                under[key] = wider
        aside = frozenset(
            key for key in groups if any(groups[one][0].body.aside for one in (key, *_above(key, under)))
        )
        own = frozenset(key for key, one in groups.items() if program and one[0].owner == program)
        return cls(groups, instead, under, aside, own)

    def standing(self, themes: Iterable[RecordId]) -> tuple[RecordId, ...]:
        """Return the known themes that stand for these, each once."""
        return tuple(one for one in standing(themes, self.instead) if one in self.together)

    def as_read(self, themes: Iterable[RecordId]) -> tuple[RecordId, ...]:
        """Return the themes of a note as its session is read: the program's stand for those of its circle."""
        read = ((theme, self.instead.get(theme, theme)) for theme in themes)
        return tuple(dict.fromkeys(to if to in self.of_program else theme for theme, to in read))

    def with_wider(self, themes: Iterable[RecordId]) -> tuple[RecordId, ...]:
        """Return these themes and all that they are under, each once."""
        return tuple(dict.fromkeys(one for key in themes for one in (key, *_above(key, self.under))))

    def names(self, themes: Iterable[RecordId]) -> tuple[str, ...]:
        """Return the names of themes that stand for themselves."""
        return tuple(dict.fromkeys(self.together[theme][0].body.name for theme in themes))


def _above(theme: RecordId, under: Mapping[RecordId, RecordId]) -> Iterator[RecordId]:
    while (wider := under.get(theme)) is not None:
        yield wider
        theme = wider
