"""What a note-taker wrote in a practice, beside what was said and what a practiced note-taker wrote.

It is for looking back kindly: what was written comes first, and nothing is a grade.  Which line a note is
about is told by the words they share, so a note in words that are nowhere near is about no line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import median

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.notes.search_terms import search_words
from dialogue_desk.domain.notes.shorthand import parse_line
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.script import FACILITATOR, Mark, MarkKind, PracticeScript, Spoken
from dialogue_desk.domain.practice.shared_words import alike, keys_in
from dialogue_desk.domain.privacy.finds import Find

Finds = Callable[[str], Sequence[Find]]
"""What in a text may point to one person: the ``finds`` of the house's finder."""

_BEFORE = 0.7
"""What a word counts that is only in the line before, by the same voice."""
_WORTH_A_NOTE = 1.15
"""How much more likely a note is about a line that is worth one."""
_BRIEF = 0.1
"""How much likelier a note is about the shorter of two lines that have its words."""
_TYPING_S, _FORGOTTEN_S = 10, 60
"""It takes so long to type a note; so many seconds later a line is half as likely what it is about.

It is no less likely after that, because some people write everything at the end."""
_LEAST = 0.45
_LEAST_PART = 0.2
"""The least that a note and a line must share: so much, and such a part of what the note says."""
_MARKED_PART, _CLOSE = 0.5, 1
"""A note gives away what a mark does with such a part of its words, if it is about a line so close by."""


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A note as it was saved at second ``at`` of the script.

    ``kind`` is None for an action idea, which has none.  Line by line the practice waits for each note.
    """

    at: float
    text: str
    kind: NoteKind | None = NoteKind.EXPERIENCE
    themes: tuple[str, ...] = ()
    pace: Pace = Pace.USUAL

    @classmethod
    def of(
        cls,
        line: str,
        at: float,
        kind: NoteKind | None = NoteKind.EXPERIENCE,
        pace: Pace = Pace.USUAL,
    ) -> TypedNote:
        """Return the note that a typed line is; ``kind`` unless a sign on it says another."""
        said = parse_line(line, action=kind is None)
        return cls(at, said.text, None if said.action else said.kind or kind, said.themes, pace)


@dataclass(frozen=True, slots=True)
class ReviewedNote:
    """A note, and the line that it is ``about``; None when no line is near its words.

    ``behind`` is how many seconds after the end of the line it was saved; None line by line.  ``finds`` and
    ``marks`` are what in it could identify somebody: what any reader would see, and what the script knows.
    """

    note: TypedNote
    about: Spoken | None
    behind: float | None
    finds: tuple[Find, ...]
    marks: tuple[Mark, ...]

    @property
    def kind_alike(self) -> bool | None:
        """Whether a practiced note-taker gave it the same kind; None when there is nothing to compare."""
        if self.about is None or self.about.line.written is None:
            return None
        return self.note.kind is self.about.line.written.kind

    @property
    def could_identify(self) -> bool:
        """Whether something in it could identify somebody."""
        return bool(self.finds or self.marks)


@dataclass(frozen=True, slots=True)
class Review:
    """Each note in the order of writing; the lines worth a note, as ``written`` about and as ``missed``."""

    notes: tuple[ReviewedNote, ...]
    written: tuple[Spoken, ...]
    missed: tuple[Spoken, ...]

    @property
    def behind(self) -> float | None:
        """The median of how far behind the notes came; None when none of them was measured."""
        measured = [one.behind for one in self.notes if one.behind is not None]
        return median(measured) if measured else None

    def about(self, spoken: Spoken) -> tuple[ReviewedNote, ...]:
        """Return the notes about one line."""
        return tuple(one for one in self.notes if one.about == spoken)


def review(
    script: PracticeScript,
    notes: Iterable[TypedNote],
    heard: Iterable[Spoken] | None = None,
    finds: Finds = lambda _: (),
) -> Review:
    """Compare ``notes`` with the lines of ``script`` that were ``heard``: all of them, if it is not said."""
    places = None if heard is None else {one.place for one in heard}
    lines = tuple(one for one in script.spoken if places is None or one.place in places)
    shared = _Shared(script, lines)
    reviewed = tuple(_reviewed(note, shared, finds) for note in notes)
    noted = {one.about.place for one in reviewed if one.about is not None}
    worth = [one for one in lines if one.line.written is not None]
    return Review(
        reviewed,
        tuple(one for one in worth if one.place in noted),
        tuple(one for one in worth if one.place not in noted),
    )


def _reviewed(note: TypedNote, shared: _Shared, finds: Finds) -> ReviewedNote:
    about = shared.line_about(note)
    percent = note.pace.percent
    behind = None
    if about is not None and percent is not None:
        behind = max(0.0, note.at - about.ends) * 100 / percent
    return ReviewedNote(note, about, behind, tuple(finds(note.text)), shared.marks_in(note, about))


class _Shared:
    """What the lines of a practice say, ready to be compared with notes."""

    def __init__(self, script: PracticeScript, lines: Sequence[Spoken]) -> None:
        self._lines = lines
        self._noted = tuple(one for one in lines if one.line.voice != FACILITATOR or one.line.written)
        """Nobody writes down what the facilitator says, unless a practiced note-taker did."""
        self._own = {one.place: _own_keys(one) for one in script.spoken}
        self._near = self._own_of_the_line_before(script.spoken)
        self._rare = _rarity(self._own)
        self._brief = {place: max(1, len(keys)) ** -_BRIEF for place, keys in self._own.items()}

    def line_about(self, note: TypedNote) -> Spoken | None:
        """Return the line that shares most with a note, among those that had begun."""
        keys = keys_in(" ".join((note.text, *note.themes)))
        forms = {key: frozenset(other for other in self._rare if alike(key, other)) for key in keys}
        most = sum(self._weight(key) for key in keys)
        best, likely = None, _LEAST
        for line in self._noted:
            common = self._common(forms, line) if line.begins <= note.at else 0.0
            worth = common * self._brief[line.place] * _likelier(line, note.at)
            # Of two lines that share as much, the later one.
            if worth >= likely and common >= _LEAST_PART * most:
                best, likely = line, worth
        return best

    def marks_in(self, note: TypedNote, about: Spoken | None) -> tuple[Mark, ...]:
        """Return the marks of lines that had begun, and whose words are in a note."""
        words, keys = search_words(note.text), keys_in(note.text)
        return tuple(
            dict.fromkeys(
                mark
                for line in self._lines
                if line.begins <= note.at
                for mark in line.line.marks
                if _names(words, mark) or (_close(line, about) and _tells(keys, mark))
            )
        )

    def _common(self, forms: Mapping[str, frozenset[str]], line: Spoken) -> float:
        own, near = self._own[line.place], self._near.get(line.place, frozenset())
        return sum(
            self._weight(key) * (0.0 if others.isdisjoint(near) else _BEFORE)
            if others.isdisjoint(own)
            else self._weight(key)
            for key, others in forms.items()
        )

    def _weight(self, key: str) -> float:
        return self._rare.get(key, 1.0)

    def _own_of_the_line_before(self, spoken: Sequence[Spoken]) -> dict[int, frozenset[str]]:
        """Return what was said right before each line, where the same voice goes on."""
        return {
            line.place: self._own[before.place]
            for before, line in pairwise(spoken)
            if (before.part, before.line.voice) == (line.part, line.line.voice)
        }


def _own_keys(spoken: Spoken) -> frozenset[str]:
    written = spoken.line.written
    return keys_in(spoken.line.text) | (keys_in(written.text) if written else frozenset())


def _rarity(own: Mapping[int, frozenset[str]]) -> dict[str, float]:
    """Return how much each key tells: more, the fewer lines have it, and 1 when only one has."""
    count = Counter(key for keys in own.values() for key in keys)
    return {key: log(1 + len(own) / times) / log(1 + len(own)) for key, times in count.items()}


def _likelier(line: Spoken, at: float) -> float:
    worth = 1.0 if line.line.written is None else _WORTH_A_NOTE
    late = max(0.0, at - line.ends - _TYPING_S)
    return worth / (1 + min(1.0, late / _FORGOTTEN_S))


def _names(words: Sequence[str], mark: Mark) -> bool:
    """Whether a note has a mark word for word, or one of the words of a name."""
    marked = search_words(mark.words)
    if mark.kind is MarkKind.NAME:
        return not set(marked).isdisjoint(words)
    return any(list(words[at : at + len(marked)]) == marked for at in range(len(words)))


def _close(line: Spoken, about: Spoken | None) -> bool:
    """Whether a line is close enough to what a note is about that its words tell the same in the note."""
    return about is not None and abs(line.place - about.place) <= _CLOSE


def _tells(keys: frozenset[str], mark: Mark) -> bool:
    marked = keys_in(mark.words)
    found = sum(any(alike(key, other) for other in keys) for key in marked)
    return bool(marked) and found >= _MARKED_PART * len(marked)
