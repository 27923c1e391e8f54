"""Phrases of the documents that people read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from unicodedata import east_asian_width

from dialogue_desk.domain.model.document import Block, Bullet, Bullets, Heading
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.notes import ActionIdea, NoteKind, Spread
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of


def join_with_dots(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, with dots between them."""
    return " · ".join(part for part in parts if part)


def held_by(spread: Spread | None, words: Words) -> str:
    """Return how widely a note was held; "" when nobody said."""
    return "" if spread is None else name_of(spread, words)


def kind_and_spread(kind: NoteKind, spread: Spread | None, words: Words) -> str:
    """Return "Concern · a few"."""
    return join_with_dots((name_of(kind, words), held_by(spread, words)))


def proposal_aside(
    idea: ActionIdea, themes: Iterable[str], words: Words, *, first: str = "", dots: str = ""
) -> str:
    """Return the fields of an idea that are not empty, one a line.

    ``first`` comes first, such as where the idea comes from; ``dots`` is how its circle voted on it.
    """
    facts = (
        join_with_dots(
            (
                first,
                dots,
                name_of(idea.horizon, words) if idea.horizon else "",
                name_of(idea.level, words) if idea.level else "",
                *themes,
            )
        ),
        words.tr("Why: {why}", why=idea.why) if idea.why else "",
        words.tr("Who: {who}", who=idea.who) if idea.who else "",
        words.tr("First step: {step}", step=idea.first_step) if idea.first_step else "",
        words.tr("What we can build on: {strengths}", strengths=idea.strengths) if idea.strengths else "",
        words.tr("Obstacles: {obstacles}", obstacles=idea.obstacles) if idea.obstacles else "",
    )
    return "\n".join(fact for fact in facts if fact)


def section(title: str, items: Iterable[Bullet], level: int = 1) -> tuple[Block, ...]:
    """Return a heading and a list under it; () when the list is empty."""
    bullets = tuple(items)
    return (Heading(title, level), Bullets(bullets)) if bullets else ()


def hours(length: Milliseconds, words: Words) -> str:
    """Return a long length in hours: "18 hours"."""
    whole = (length + 30 * MINUTE) // (60 * MINUTE)
    return words.ntr("{count} hour", "{count} hours", max(whole, 1) if length else 0)


def not_counted_text(sessions: int, words: Words) -> str:
    """Return in how many sessions nobody counted the people."""
    return words.ntr(
        "In {count} session, the people were not counted.",
        "In {count} sessions, the people were not counted.",
        sessions,
    )


def also_written(names: Sequence[str], words: Words) -> str:
    """Say in which other ways the name of a theme is written, where that is counted as one."""
    quoted = join_names([words.tr("“{name}”", name=name) for name in names], words)
    return words.tr("Also written {names}, and counted as one.", names=quoted)


def lacking_note(words: Words) -> str:
    """Return the last line of a PDF in which some letters are empty squares."""
    return words.tr("Some characters could not be printed here. The HTML version shows them all.")


def _width(sign: str) -> float:
    """Return about how wide a sign is, compared to a small letter."""
    return 2 if east_asian_width(sign) in "WF" else 1.4 if sign.isupper() else 1


def shortened(text: str, most: int = 220) -> str:
    """Return a text as wide as that many letters at most: a longer one ends at a word, with an ellipsis."""
    text = one_line(text)
    wide = list(accumulate(map(_width, text)))
    if not wide or wide[-1] <= most:
        return text
    kept = text[: bisect_right(wide, most)]
    if " " in kept[len(kept) // 2 :]:
        kept = kept.rsplit(" ", 1)[0]
    return f"{kept.rstrip(' .,;:')} …"


def of_circles(count: int, total: int, words: Words) -> str:
    """Return "41 of 48 circles"."""
    return words.ntr(
        "{count} of {total} circle", "{count} of {total} circles", total, count=count, total=total
    )


def each_of_circles(counts: Sequence[int], total: int, words: Words) -> str:
    """Return "41 of 48 circles", or "41 and 38 of 48 circles" where themes are not level."""
    if len(set(counts)) == 1:
        return of_circles(counts[0], total, words)
    return words.ntr(
        "{counts} of {total} circle",
        "{counts} of {total} circles",
        total,
        counts=join_names([str(count) for count in counts], words),
        total=total,
    )
