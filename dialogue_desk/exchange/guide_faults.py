"""What is wrong with a guide file: a sentence and a line for each fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.words import Words

MOST_FAULTS = 100
"""More than this helps nobody; the rest are shown when these are fixed."""

SHOWN = 60
"""The most characters of the guide's text that a sentence repeats."""

_ENOUGH = 10 * MOST_FAULTS
"""A text with so many is no guide, and is not read further."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to fix.

    ``sentence`` names the file and the line and says what to write instead.
    ``line`` counts from 1; 0 means the file as a whole.  With a ``hint`` the session goes well all the same.
    """

    line: int
    sentence: str
    hint: bool = False


class GuideUnreadable(Exception):
    """A file is not a guide; ``faults`` is everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(fault.sentence for fault in faults))
        self.faults = faults


class Faults:
    """Gathers the faults of one file while it is read.

    Without a ``name`` the sentences leave out where: an editor shows each at its place.
    """

    def __init__(self, name: str, words: Words) -> None:
        self.words = words
        self._name = name
        self._found: list[Fault] = []
        self._hints: list[Fault] = []

    def add(self, line: int, what: str, *, hint: bool = False) -> None:
        """Add one fault.  ``what`` is a whole sentence in the person's language.

        Raises:
            GuideUnreadable: when there are so many that nobody would read further.
        """
        if hint:
            what = self.words.tr("Hint: {what}", what=what)
        (self._hints if hint else self._found).append(Fault(line, self._placed(line, what), hint))
        if len(self._found) == _ENOUGH:
            raise GuideUnreadable(self.found)

    def _placed(self, line: int, what: str) -> str:
        if not self._name:
            return what
        if line:
            return self.words.tr("{file}, line {line}: {what}", file=self._name, line=line, what=what)
        return self.words.tr("{file}: {what}", file=self._name, what=what)

    @property
    def found(self) -> tuple[Fault, ...]:
        """The first faults that are no hints, in the order of their lines."""
        return _by_line(self._found)

    @property
    def all(self) -> tuple[Fault, ...]:
        """The first faults and the first hints, in the order of their lines."""
        return _by_line((*self.found, *_by_line(self._hints)), 2 * MOST_FAULTS)


def _by_line(faults: Iterable[Fault], most: int = MOST_FAULTS) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.line)[:most])
