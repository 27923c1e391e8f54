"""Writes the tree of a guide as the text of a file, in the one form that Dialogue Desk writes.

What was read from such a text is written back to the byte.  Any other text changes only in where its lines
break, in blank lines, in the order of the words in braces and at the top, and in backslashes without need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dialogue_desk.exchange.guide_signs import (
    closed,
    escaped,
    escaped_inside,
    escaped_paragraph,
    escaped_title,
)
from dialogue_desk.exchange.guide_source import CARDS, LISTS, GuideSource, Piece, Section, Shape

TOP_KEYS = (
    "id",
    "version",
    "language",
    "title",
    "summary",
    "people",
    "audience",
    "license",
    "credit",
    "requires",
)
"""The keys at the top of a file, in their order."""

KEYS = (
    "kind",
    "minutes",
    "clock",
    "at",
    "track",
    "floor",
    "cut",
    "mode",
    "lead",
    "choose",
    "each",
    "pause",
    "silence",
    "table",
    "hosts",
    "local",
    "dots",
    "equal",
)
"""The keys in the braces of a heading, in their order."""

_BETWEEN = {Shape.SAID: "\n>\n", Shape.PARAGRAPH: "\n\n", Shape.COMMENT: "\n\n"}


def written(source: GuideSource) -> str:
    """Return the text of a guide file, which is read back as the same tree."""
    return "\n\n".join(_blocks(source)) + "\n"


def _blocks(source: GuideSource) -> Iterator[str]:
    lines = sorted(source.top, key=lambda line: _place(line.key, TOP_KEYS))
    yield "\n".join(("---", *(f"{line.key}: {line.value}".rstrip() for line in lines), "---"))
    yield from _text_blocks(source.pieces, card=False)
    for _, section in source.walk():
        yield _heading(section)
        yield from _text_blocks(section.pieces, card=section.card)


def _heading(section: Section) -> str:
    title = escaped_title(section.title, marked=bool(section.marks))
    heading = f"{'#' * section.depth} {title}"
    return f"{heading} {_braces(section.marks)}" if section.marks else heading


def _braces(marks: Iterable[str]) -> str:
    return "{" + " ".join(sorted(marks, key=_mark_place)) + "}"


def _mark_place(mark: str) -> tuple[int, int]:
    """Return where a word in braces goes: what a card is, the name, keys in their order, the others."""
    if mark in CARDS:
        return 0, 0
    if mark.startswith("#"):
        return 1, 0
    key, sign, _ = mark.partition("=")
    return (2, _place(key, KEYS)) if sign else (3, 0)


def _place(key: str, keys: tuple[str, ...]) -> int:
    return keys.index(key) if key in keys else len(keys)


def _text_blocks(pieces: Iterable[Piece], *, card: bool) -> Iterator[str]:
    for shape, group in groupby(pieces, lambda piece: piece.shape):
        yield _BETWEEN.get(shape, "\n").join(
            _line(piece, number, card=card) for number, piece in enumerate(group, 1)
        )


def _line(piece: Piece, number: int, *, card: bool) -> str:
    if piece.shape is Shape.LABELLED:
        return f"{piece.label}: {escaped_inside(piece.text)}".rstrip()
    if piece.shape is Shape.PARAGRAPH:
        return escaped_paragraph(piece.text, card=card)
    if piece.shape is Shape.SAID:
        return f"> {escaped(piece.text)}"
    if piece.shape in LISTS:
        sign = "-" if piece.shape is Shape.ASKED else f"{number}."
        marks = f" {_braces(piece.marks)}" if piece.marks else ""
        return f"{sign} {escaped(piece.text) if marks else closed(escaped(piece.text))}{marks}"
    return piece.text
