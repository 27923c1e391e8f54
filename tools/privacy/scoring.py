"""Labelled lines, and how well a finder does on them.

A line marks what is to be found as ``{kind: the words}``; a line without marks has nothing to find.  A
find counts when
every letter and digit of its label is marked, some of it as what it is; all kinds of names are one.  An
alarm is a mark
that touches no label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dialogue_desk.domain.privacy.finds import Find, FindKind

_MARK = re.compile(r"\{([a-z -]+): ([^}]*)\}")
NAMES = frozenset((FindKind.TITLED_NAME, FindKind.INITIALS, FindKind.NAME, FindKind.MAYBE_NAME))


class Finding(Protocol):
    """What finds."""

    def finds(self, text: str) -> Sequence[Find]:
        """Return the finds in ``text``."""
        ...


@dataclass(frozen=True)
class Label:
    """Where something is to be found, and what it is."""

    start: int
    end: int
    kind: FindKind


@dataclass(frozen=True)
class LabelledLine:
    """A line and its labels."""

    text: str
    labels: tuple[Label, ...]


def line_of(marked: str) -> LabelledLine:
    """Return the line that ``marked`` marks."""
    text, labels, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        labels.append(Label(len(text), len(text) + len(mark[2]), FindKind(mark[1])))
        text += mark[2]
        last = mark.end()
    return LabelledLine(text + marked[last:], tuple(labels))


def lines_in(path: Path) -> list[LabelledLine]:
    """Return the lines of a file, without empty ones and those that begin with ``#``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line_of(line) for line in lines if line.strip() and not line.startswith("#")]


@dataclass
class Score:
    """What was to be found, what was, and what was found beside it, by kind."""

    wanted: Counter[FindKind] = field(default_factory=Counter)
    met: Counter[FindKind] = field(default_factory=Counter)
    false: Counter[FindKind] = field(default_factory=Counter)
    missed: list[tuple[str, str, FindKind]] = field(default_factory=list)
    alarms: list[tuple[str, str, FindKind]] = field(default_factory=list)
    clean: int = 0
    alarms_on_clean: int = 0

    @property
    def recall(self) -> float:
        """The part of what was to be found that was."""
        return self.met.total() / max(1, self.wanted.total())

    @property
    def precision(self) -> float:
        """The part of the finds that was to be found."""
        return self.met.total() / max(1, self.met.total() + self.false.total())

    @property
    def alarms_of_hundred(self) -> float:
        """How many alarms there are in 100 lines that have nothing to find."""
        return 100 * self.alarms_on_clean / max(1, self.clean)

    def recall_of(self, kinds: Iterable[FindKind]) -> float:
        """Return the part of what was to be found of ``kinds`` that was."""
        wanted = tuple(kinds)
        return sum(self.met[kind] for kind in wanted) / max(1, sum(self.wanted[kind] for kind in wanted))


def scored(finder: Finding, lines: Iterable[LabelledLine]) -> Score:
    """Return how well ``finder`` does on ``lines``."""
    score = Score()
    for line in lines:
        finds = finder.finds(line.text)
        for label in line.labels:
            score.wanted[label.kind] += 1
            if _met(line.text, label, finds):
                score.met[label.kind] += 1
            else:
                score.missed.append((line.text, line.text[label.start : label.end], label.kind))
        false = [find for find in finds if not any(_touch(find, label) for label in line.labels)]
        score.false.update(find.kind for find in false)
        score.alarms += [(line.text, line.text[find.start : find.end], find.kind) for find in false]
        if not line.labels:
            score.clean += 1
            score.alarms_on_clean += len(false)
    return score


def _met(text: str, label: Label, finds: Iterable[Find]) -> bool:
    """Whether every letter and digit of ``label`` is found, some of it as what it is."""
    over = [find for find in finds if _touch(find, label)]
    covered = {place for find in over for place in range(find.start, find.end)}
    whole = all(at in covered for at in range(label.start, label.end) if text[at].isalnum())
    return whole and any(_alike(find.kind, label.kind) for find in over)


def _touch(find: Find, label: Label) -> bool:
    return find.start < label.end and label.start < find.end


def _alike(found: FindKind, wanted: FindKind) -> bool:
    return found is wanted or (found in NAMES and wanted in NAMES)
