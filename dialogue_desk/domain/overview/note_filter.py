"""Which notes of a program a person wants to see: by what they are, under which theme, with which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self, TypeAlias

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture


class Facet(StrEnum):
    """What notes can be told apart by."""

    CIRCLE = "circle"
    SESSION = "session"
    PART = "part"
    KIND = "kind"
    SPREAD = "spread"
    LANGUAGE = "language"


class Shelf(StrEnum):
    """Which notes are looked through: all, or some that an organizer comes back to."""

    ALL = "all"
    LOOSE = "loose"
    ONE_CIRCLE = "one circle"
    DIFFERING = "differing"


_PLACE = {facet: place for place, facet in enumerate(Facet)}

Wanted: TypeAlias = tuple[Facet, str]
"""A facet and one of its values."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Notes on a ``shelf`` or under a ``theme`` that have all words of ``text``.

    Of the values of one facet a note has any, and that for every facet with values.
    """

    shelf: Shelf = Shelf.ALL
    theme: RecordId | None = None
    text: str = ""
    wanted: frozenset[Wanted] = frozenset()

    def with_value(self, value: Wanted) -> Self:
        """Return the filter that lets this value through as well."""
        return replace(self, wanted=self.wanted | {value})

    def without_value(self, value: Wanted) -> Self:
        """Return the filter without this value."""
        return replace(self, wanted=self.wanted - {value})

    @property
    def narrows(self) -> bool:
        """Whether it leaves out any notes of its shelf or theme."""
        return bool(self.wanted or self.text.strip())


@dataclass(frozen=True, slots=True)
class _Entry:
    """A note with its value of each facet, "" for none, and what can be searched of it."""

    line: CircleNote
    values: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class NoteIndex:
    """The notes of a program, ready to be filtered with each key that is pressed."""

    entries: tuple[_Entry, ...]
    picture: ProgramPicture
    shelves: dict[Shelf, frozenset[RecordId]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        picture: ProgramPicture,
        differing: frozenset[RecordId] = frozenset(),
        before: NoteIndex | None = None,
    ) -> Self:
        """Return the index of a picture; ``differing`` notes were coded differently by two organizers.

        What is the same as ``before`` is not made again.
        """
        words: dict[tuple[str, ...], str] = {}
        known = {id(entry.line): entry for entry in before.entries} if before else {}
        entries = tuple(
            known.get(id(line)) or _Entry(line, _values(line), _words(line, words)) for line in picture.lines
        )
        alone = {theme.theme_id for theme in picture.every_theme if len(theme.circles) == 1}
        shelves = {
            Shelf.LOOSE: frozenset(line.note_id for line in picture.lines if not line.theme_ids),
            Shelf.ONE_CIRCLE: frozenset(
                line.note_id for line in picture.lines if not alone.isdisjoint(line.theme_ids)
            ),
            Shelf.DIFFERING: differing,
        }
        return cls(entries, picture, shelves)

    @property
    def lines(self) -> tuple[CircleNote, ...]:
        """All notes, in their order."""
        return tuple(entry.line for entry in self.entries)

    def find(self, wanted: NoteFilter) -> tuple[CircleNote, ...]:
        """Return the notes that a filter lets through, in their order."""
        return tuple(entry.line for entry in self._found(wanted))

    def total(self, wanted: NoteFilter) -> int:
        """Return how many notes there are on the shelf, or under the theme, of a filter."""
        return len(self._on_shelf(wanted))

    def values(self, facet: Facet, wanted: NoteFilter) -> dict[str, int]:
        """Return the values of a facet with the number of notes each would show beside the other facets."""
        others = frozenset(value for value in wanted.wanted if value[0] is not facet)
        found = self._found(replace(wanted, wanted=others))
        place = _PLACE[facet]
        counted = Counter(entry.values[place] for entry in found)
        del counted[""]
        return dict(counted)

    def coded(self, codings: Mapping[RecordId, tuple[RecordId, ...]]) -> Self:
        """Return the index with these notes under other themes, before their picture is made anew."""
        known = self.picture.theme_of()

        def coded(entry: _Entry) -> _Entry:
            themes = codings.get(entry.line.note_id)
            if themes is None:
                return entry
            names = tuple(dict.fromkeys(known[theme].name for theme in themes if theme in known))
            line = replace(entry.line, theme_ids=themes, themes=names)
            return replace(entry, line=line, words=_words(line, {}))

        entries = tuple(map(coded, self.entries))
        loose = frozenset(entry.line.note_id for entry in entries if not entry.line.theme_ids)
        return replace(self, entries=entries, shelves=self.shelves | {Shelf.LOOSE: loose})

    def _found(self, wanted: NoteFilter) -> Sequence[_Entry]:
        found = self._on_shelf(wanted)
        for facet in Facet:
            values = {value for kind, value in wanted.wanted if kind is facet}
            if values:
                place = _PLACE[facet]
                found = [entry for entry in found if entry.values[place] in values]
        for word in plain_letters(wanted.text).split():
            found = [entry for entry in found if word in entry.words]
        return found

    def _on_shelf(self, wanted: NoteFilter) -> Sequence[_Entry]:
        if wanted.theme is not None:
            within = self.picture.within(wanted.theme)
            return [entry for entry in self.entries if not within.isdisjoint(entry.line.theme_ids)]
        if wanted.shelf is Shelf.ALL:
            return self.entries
        there = self.shelves[wanted.shelf]
        return [entry for entry in self.entries if entry.line.note_id in there]


def _values(line: CircleNote) -> tuple[str, ...]:
    """Return the value of each facet, in their order."""
    return line.circle, str(line.number), line.part, line.kind, line.spread or "", line.language


def _words(line: CircleNote, known: dict[tuple[str, ...], str]) -> str:
    """Return what can be searched: the note, its themes, its circle and its code."""
    if line.themes not in known:
        known[line.themes] = plain_letters("\n".join(line.themes))
    said = plain_letters(line.text)
    return f"{said}\n{known[line.themes]}\n{line.circle.casefold()}\n{line_code(line.note_id).casefold()}"
