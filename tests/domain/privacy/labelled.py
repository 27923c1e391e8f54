"""The labelled lines of this folder, and the page's tables of how well the finder does on them.

``held`` lines were written before the finder was tried on them, ``fragments`` and ``hurried`` by people who
were shown neither its rules nor its lists, ``kinds`` for the kinds of fault that those showed.  What was
missed has been looked at since: the page says how the finder did at first sight.
"""

from pathlib import Path

from dialogue_desk.domain.privacy.finds import FindKind
from tools.privacy.scoring import NAMES, lines_in, scored

FOLDER = Path(__file__).parent / "lines"
TONGUES = ("en", "es", "others")
FRAGMENTS = ("fragments.en", "fragments.es", "hurried.en", "hurried.es", "kinds.en", "kinds.es")


BLIND = ("blind.en", "blind.es")
"""Lines of somebody who was shown neither rules nor lines.  Nothing learns from them, or was mended for."""


def lines_of(name):
    return lines_in(FOLDER / f"{name}.txt")


def all_lines():
    return [line for part in ("tuned", "held") for tongue in TONGUES for line in lines_of(f"{part}.{tongue}")]


def fragments():
    return [line for name in FRAGMENTS for line in lines_of(name)]


def table(finder, lines):
    """Return a table of the page: what was to be found, what was, and the false alarms, by kind."""
    score = scored(finder, lines)
    rows = [
        f"| {kind.value} | {score.wanted[kind]} | {score.met[kind]} | {score.false[kind]} |"
        for kind in FindKind
    ]
    total = f"| **all** | {score.wanted.total()} | {score.met.total()} | {score.false.total()} |"
    return "\n".join(("| kind | to find | found | false alarms |", "|---|---|---|---|", *rows, total))


def figures(finder, lines):
    """Return the sentence of the page that sums up how the finder does on ``lines``."""
    score = scored(finder, lines)
    return (
        f"{score.recall:.1%} of what was to be found, {score.recall_of(NAMES):.1%} of the names, "
        f"{score.alarms_of_hundred:.0f} alarms in 100 lines that have nothing to find"
    )
