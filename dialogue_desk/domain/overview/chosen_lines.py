"""Which lines stand in a report: those that organizers starred, then a choice by a rule that it tells.

Questions that somebody addressed to an office come before all others.  Of the lines under a heading, those
that several circles wrote alike come first, then one of the circle that has the fewest lines in the report so
far.  Where circles are level, the digest of a line's id decides, which nobody can choose.  So neither a
circle's number, nor the length of a line, nor how fast somebody types brings a line into the report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.model.organizing import Star
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import CircleNote, CircleRow


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A line of the report, and in how many circles it was written alike.

    ``starred``: organizers want it there.  ``where`` are its circle and place, only where they allowed it.
    """

    text: str
    language: str
    circles: int
    id: RecordId
    kind: NoteKind
    spread: Spread | None = None
    starred: bool = False
    where: str = ""

    @property
    def code(self) -> str:
        """The code by which people find it on paper."""
        return line_code(self.id)


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines that were chosen under a heading, and those that are ``left`` to the annex."""

    lines: tuple[ChosenLine, ...] = ()
    left: tuple[ChosenLine, ...] = ()

    @property
    def more(self) -> int:
        """How many more there are in the annex."""
        return len(self.left)

    def by_words(self) -> Choice:
        """Return lines that could be one person's by their words: their place would tell whose they are."""

        def ordered(lines: tuple[ChosenLine, ...]) -> tuple[ChosenLine, ...]:
            return tuple(sorted(lines, key=lambda line: (line.text, line.id)))

        return replace(self, lines=ordered(self.lines), left=ordered(self.left))


@dataclass(slots=True)
class Turns:
    """Circles take turns; how many lines each has in the report so far."""

    stars: Mapping[RecordId, Star]
    places: Mapping[RecordId, CircleRow]
    had: Counter[RecordId] = field(default_factory=Counter)

    def choose(
        self, lines: Iterable[CircleNote], most: int, first: Collection[RecordId] = frozenset()
    ) -> Choice:
        """Return at most so many of the lines, and count them; those in ``first`` come before all others."""
        alike: dict[str, list[CircleNote]] = defaultdict(list)
        for line in lines:
            alike[twin_key(line.text)].append(line)
        left = [_Alike(tuple(sorted(found, key=self._first))) for found in alike.values()]
        chosen: list[_Alike] = []

        def turn(one: _Alike) -> tuple[object, ...]:
            return all(line.note_id not in first for line in one.notes), *self._turn(one)

        while left and len(chosen) < most:
            one = min(left, key=turn)
            left.remove(one)
            chosen.append(one)
            self.had.update(one.circles)
        left.sort(key=turn)
        return Choice(tuple(map(self._line, chosen)), tuple(map(self._line, left)))

    def _first(self, line: CircleNote) -> tuple[bool, str]:
        return line.note_id not in self.stars, by_lot(line.note_id)

    def _turn(self, one: _Alike) -> tuple[bool, int, int, str]:
        starred = one.notes[0].note_id in self.stars
        return not starred, -len(one.circles), min(self.had[circle] for circle in one.circles), one.mark

    def _line(self, one: _Alike) -> ChosenLine:
        first = one.notes[0]
        star = self.stars.get(first.note_id)
        where = ""
        if star is not None and star.with_circle and len(one.circles) == 1:
            row = self.places.get(first.circle_id)
            where = ", ".join(part for part in (first.circle, row.place if row else "") if part)
        return ChosenLine(
            first.text,
            first.language,
            len(one.circles),
            first.note_id,
            first.kind,
            first.spread,
            starred=star is not None,
            where=where,
        )


@dataclass(frozen=True)
class _Alike:
    """Lines that are worded alike."""

    notes: tuple[CircleNote, ...]
    circles: frozenset[RecordId] = field(init=False)
    mark: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "circles", frozenset(line.circle_id for line in self.notes))
        object.__setattr__(self, "mark", by_lot(self.notes[0].note_id))
