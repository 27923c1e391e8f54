"""Says how well the privacy check does on files of labelled lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dialogue_desk.desk.session.privacy_words import name_lists, name_weights
from dialogue_desk.domain.privacy.finder import Finder
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.people import CHOSEN, Thresholds
from tools.privacy.scoring import NAMES, LabelledLine, Score, lines_in, scored

MAYBE_STEPS = (-150, -100, -50, 0, 50, 100, 150, 250, 400)


def measured(files: Sequence[Path], *, misses: bool = False) -> str:
    """Return the figures of each file and of all, and the curve over the threshold of "maybe a name"."""
    finder = Finder(name_lists(), name_weights())
    lines = {path: lines_in(path) for path in files}
    out = [f"maybe a name above {CHOSEN.maybe}, a name above {CHOSEN.sure}", ""]
    for path, found in lines.items():
        out += [path.name, *_figures(scored(finder, found), misses=misses), ""]
    everything = [line for found in lines.values() for line in found]
    out += ["all files", *_figures(scored(finder, everything)), "", *curve(everything)]
    return "\n".join(out)


def curve(lines: Sequence[LabelledLine]) -> Iterator[str]:
    """Yield recall and alarms for each threshold of "maybe a name", as the rows of a table."""
    yield "| maybe above | found | names found | alarms in 100 clean lines |"
    yield "|---|---|---|---|"
    for maybe in MAYBE_STEPS:
        score = scored(Finder(name_lists(), name_weights(), Thresholds(CHOSEN.sure, maybe)), lines)
        recall, names = score.recall, score.recall_of(NAMES)
        chosen = " (chosen)" if maybe == CHOSEN.maybe else ""
        yield f"| {maybe}{chosen} | {recall:.1%} | {names:.1%} | {score.alarms_of_hundred:.1f} |"


def _figures(score: Score, *, misses: bool = False) -> Iterator[str]:
    yield (
        f"  found {score.met.total()} of {score.wanted.total()} ({score.recall:.1%}), names "
        f"{score.recall_of(NAMES):.1%}, "
        f"{score.alarms_of_hundred:.1f} alarms in 100 clean lines ({score.clean})"
    )
    for kind in FindKind:
        if score.wanted[kind]:
            yield f"  {kind.value}: {score.met[kind]} of {score.wanted[kind]}"
    if misses:
        yield from _told("missed", score.missed)
        yield from _told("alarm", score.alarms)


def _told(what: str, found: Iterable[tuple[str, str, FindKind]]) -> Iterator[str]:
    for text, words, kind in found:
        yield f"  {what}: {kind.value}: {words} | {text}"
