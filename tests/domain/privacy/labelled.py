"""The labelled lines, and how well the finder does on them.

A line marks what is to be found as ``{kind: the words}``; a line without marks has nothing to find.  The held
lines were written before the finder was tried on them; the page says how it did at that first sight, for
what was missed then has been looked at since.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from dialogue_desk.domain.privacy.finds import FindKind

FOLDER = Path(__file__).parent / "lines"
_MARK = re.compile(r"\{([a-z -]+): ([^}]*)\}")
_NAMES = {FindKind.TITLED_NAME, FindKind.INITIALS, FindKind.NAME, FindKind.MAYBE_NAME}


@dataclass(frozen=True)
class Label:
    start: int
    end: int
    kind: FindKind


@dataclass(frozen=True)
class Line:
    text: str
    labels: tuple[Label, ...]


def line_of(marked):
    text, labels, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        labels.append(Label(len(text), len(text) + len(mark[2]), FindKind(mark[1])))
        text += mark[2]
        last = mark.end()
    return Line(text + marked[last:], tuple(labels))


def lines_of(name):
    return [line_of(marked) for marked in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]


@dataclass
class Score:
    """What was to be found, what was, and what was found beside it, by kind."""

    wanted: Counter = field(default_factory=Counter)
    met: Counter = field(default_factory=Counter)
    false: Counter = field(default_factory=Counter)
    missed: list = field(default_factory=list)
    alarms: list = field(default_factory=list)

    @property
    def recall(self):
        return self.met.total() / max(1, self.wanted.total())

    @property
    def precision(self):
        return self.met.total() / max(1, self.met.total() + self.false.total())


def scored(finder, lines):
    score = Score()
    for line in lines:
        finds = finder.finds(line.text)
        for label in line.labels:
            score.wanted[label.kind] += 1
            if _met(line.text, label, finds):
                score.met[label.kind] += 1
            else:
                score.missed.append((line.text, line.text[label.start : label.end], label.kind))
        for find in finds:
            if not any(find.start < label.end and label.start < find.end for label in line.labels):
                score.false[find.kind] += 1
                score.alarms.append((line.text, line.text[find.start : find.end], find.kind))
    return score


def _met(text, label, finds):
    """Whether every letter and digit of ``label`` is found, some of it as what it is."""
    over = [find for find in finds if find.start < label.end and label.start < find.end]
    covered = {place for find in over for place in range(find.start, find.end)}
    whole = all(at in covered for at in range(label.start, label.end) if text[at].isalnum())
    return whole and any(_alike(find.kind, label.kind) for find in over)


def _alike(found, wanted):
    return found is wanted or (found in _NAMES and wanted in _NAMES)


TONGUES = ("en", "es", "others")


def all_lines():
    return [line for part in ("tuned", "held") for tongue in TONGUES for line in lines_of(f"{part}.{tongue}")]


def table(finder):
    """Return the page's table: what was to be found, what was, and the false alarms, by kind."""
    score = scored(finder, all_lines())
    rows = [
        f"| {kind.value} | {score.wanted[kind]} | {score.met[kind]} | {score.false[kind]} |"
        for kind in FindKind
    ]
    total = f"| **all** | {score.wanted.total()} | {score.met.total()} | {score.false.total()} |"
    return "\n".join(("| kind | to find | found | false alarms |", "|---|---|---|---|", *rows, total))
