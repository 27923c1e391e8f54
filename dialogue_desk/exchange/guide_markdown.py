"""The Markdown of guide files: pieces of text with their lines, and the attributes of headings.

Only headings, quotes, lists and paragraphs are Markdown here; everything else in a text stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

LABELS = ("Goal", "Tip", "Materials", "Notes", "Wanted")
"""Labels are the same English words in every language, so that a translation changes texts only."""

MOST_NESTED = 8
"""Deeper quotes and lists are refused, because the parser drops very deep ones."""

_LABELLED = re.compile(rf"\s*({'|'.join(LABELS)}):(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Shape(StrEnum):
    """What a piece of text is in Markdown."""

    HEADING = "heading_open"
    QUOTE = "blockquote_open"
    BULLETS = "bullet_list_open"
    NUMBERS = "ordered_list_open"
    PARAGRAPH = "paragraph_open"
    LABELLED = "labelled"
    TOO_DEEP = "too deep"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of text and its line.  ``label`` is of labeled lines, ``depth`` of headings."""

    shape: Shape
    line: int
    text: str
    label: str = ""
    depth: int = 0


def front_matter(lines: list[str]) -> list[str] | None:
    """Return the lines between the ``---`` that open a file, or None when there are none."""
    if not lines or lines[0].strip() != "---":
        return None
    inside = list(takewhile(lambda line: line.strip() != "---", lines[1:]))
    return inside if len(inside) + 1 < len(lines) else None


def pieces(lines: list[str]) -> Iterator[Piece]:
    """Yield every text of the lines, in order.  Nested quotes and lists count as the outermost one."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # costly, and most starts read no guide

    markdown = MarkdownIt("zero").enable(["heading", "blockquote", "list", "hr"])
    # The texts stay as they were typed; only their backslashes are read, in `unescaped`.
    markdown.disable("inline")
    outermost = Shape.PARAGRAPH
    depth = 0
    for token in markdown.parse("\n".join(lines)):
        if token.level == 0 and token.nesting == 1:
            outermost = Shape(token.type)
            depth = len(token.markup) if outermost is Shape.HEADING else 0
        elif token.level == MOST_NESTED and token.nesting == 1:
            yield Piece(Shape.TOO_DEEP, (token.map or [0])[0] + 1, "")
        elif token.type == "inline" and (token.content or depth):
            yield from _pieces_of(token.content, (token.map or [0])[0], outermost, depth, lines)


def _pieces_of(content: str, start: int, shape: Shape, depth: int, lines: list[str]) -> Iterator[Piece]:
    """Split the text at lines that begin with a label: Markdown alone would run them together."""
    label, first, gathered = "", start, list[str]()
    for number, text in enumerate(content.split("\n"), start):
        # The source line counts too: "> Tip: go slowly" is something to say, not a label.
        labelled = _LABELLED.match(text) if _LABELLED.match(lines[number]) and not depth else None
        if labelled:
            if gathered:
                yield Piece(Shape.LABELLED if label else shape, first + 1, _joined(gathered), label, depth)
            label, first, gathered = labelled[1], number, [labelled[2]]
        else:
            gathered.append(text)
    yield Piece(Shape.LABELLED if label else shape, first + 1, _joined(gathered), label, depth)


def _joined(lines: list[str]) -> str:
    return " ".join(filter(None, (line.strip() for line in lines)))


def title_and_attributes(heading: str) -> tuple[str, list[str]]:
    """Split ``Welcome {#welcome minutes=8}`` into its title and its attributes."""
    brace = heading.rfind("{")
    if brace < 0 or not heading.endswith("}"):
        return unescaped(heading), []
    return unescaped(heading[:brace].rstrip()), "=".join(
        side.strip() for side in heading[brace + 1 : -1].split("=")
    ).split()


def unescaped(text: str) -> str:
    """Return the text without the backslashes that keep a sign from being Markdown."""
    return _ESCAPED.sub(r"\1", text)
