"""Notes as three note-takers might type them, in other words than the scripts, and the line each is about.

One writes as little as possible, one writes everything down as it is said, one writes long afterwards.
Sixty were written before notes were first compared with scripts, and thirty when the words that mean the
same had been chosen.  What went wrong with those of `SEEN` was mended; those of `UNSEEN` were only counted,
so that they tell better how well it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Imagined:
    """A line typed at ``at`` in a part of a script; ``about`` are the times of the lines that it may mean."""

    taker: str
    script: str
    part: str
    at: str
    typed: str
    about: tuple[str, ...]


def _all() -> list[Imagined]:
    found, taker = [], ""
    text = Path(__file__).with_name("imagined_notes.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row.startswith("# "):
            taker = row[2:]
            continue
        script, part, at, about, typed = (piece.strip() for piece in row.split("|", 4))
        found.append(Imagined(taker, script, part, at, typed, tuple(about.split())))
    return found


ALL = _all()
SEEN, UNSEEN = ALL[::2], ALL[1::2]

ABOUT_NOTHING = (
    ("evening-one.en", "need more coffee cups for next time"),
    ("heated.en", "projector broken, ask Saturday"),
    ("quiet.en", "begin on schedule next week"),
    ("evening-one.es", "falta traer plumones y servilletas"),
    ("heated.es", "el micrófono no sirve"),
    ("quiet.es", "pedir prestada la cafetera"),
)
"""Lines about no line of the script."""
