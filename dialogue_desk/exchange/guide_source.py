"""A guide file as a tree of what its author wrote: the guide is made from it, and it is written out again.

Nothing in it is judged: comments and words that Dialogue Desk does not know are in it too.  Whoever edits a
guide makes a new tree with another section in the place of one, and writes that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[int, ...]
"""The place of a section: that of its session, of its part in it, of its step or card in that, from 0."""

GROUND_RULES, GLOSSARY, MOMENTS = "Ground rules", "Glossary", "Moments"
BESIDE = (GROUND_RULES, GLOSSARY, MOMENTS)
"""Headings beside the sessions; they are the same English words in every language."""

CARDS = (".view", ".case", ".fact", ".option", ".handout", ".terms")
"""The words that make a card of what would be a step."""


class Shape(StrEnum):
    """What a piece of text is by the sign before it."""

    PARAGRAPH = "paragraph"
    SAID = ">"
    ASKED = "-"
    NUMBERED = "1."
    LABELLED = "label"
    COMMENT = "comment"


LISTS = (Shape.ASKED, Shape.NUMBERED)


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, one item of a list, one labelled line or one comment.

    ``text`` is as people read it, without backslashes; a comment is as it stands.  ``marks`` are the words in
    braces at the end of an item, such as ``.optional``.
    """

    shape: Shape
    text: str
    label: str = ""
    marks: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the pieces below it, and the sections of one depth more.

    ``marks`` are the words in its braces: ``#welcome``, ``.option``, ``minutes=8``.
    """

    depth: int
    title: str
    marks: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    sections: tuple[Section, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def id(self) -> str:
        """Its name, or "" when it has none."""
        return next((mark[1:] for mark in self.marks if mark.startswith("#")), "")

    @property
    def card(self) -> bool:
        """Whether it is a card and no step."""
        return self.depth == 3 and any(mark in CARDS for mark in self.marks)

    @property
    def beside(self) -> bool:
        """Whether it stands beside the sessions: ground rules, glossary or moments."""
        return self.depth == 1 and not self.marks and self.title in BESIDE

    def value(self, key: str) -> str | None:
        """Return what stands behind ``key=``, or None."""
        return next((mark[len(key) + 1 :] for mark in self.marks if mark.startswith(f"{key}=")), None)

    def with_value(self, key: str, value: str | None) -> Section:
        """Return it with ``key=value`` in its braces; None takes the key out."""
        others = tuple(mark for mark in self.marks if not mark.startswith(f"{key}="))
        return replace(self, marks=others if value is None else (*others, f"{key}={value}"))

    def texts(self, *shapes: Shape) -> tuple[str, ...]:
        """Return the texts of these shapes, in order."""
        return tuple(piece.text for piece in self.pieces if piece.shape in shapes)

    def labelled(self, label: str) -> tuple[str, ...]:
        """Return the texts with this label, in order."""
        return tuple(piece.text for piece in self.pieces if piece.label == label)


@dataclass(frozen=True, slots=True)
class TopLine:
    """One ``key: value`` at the top of a file."""

    key: str
    value: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class GuideSource:
    """A guide file.  ``pieces`` are comments before the first heading."""

    top: tuple[TopLine, ...] = ()
    pieces: tuple[Piece, ...] = ()
    sections: tuple[Section, ...] = ()

    def at(self, path: Path) -> Section:
        """Return the section at ``path``.

        Raises:
            IndexError: when there is none.
        """
        found = self.sections[path[0]]
        for place in path[1:]:
            found = found.sections[place]
        return found

    def with_at(self, path: Path, *sections: Section) -> GuideSource:
        """Return it with ``sections`` in the place of the one at ``path``; with none, that one is left out.

        A path one behind the last section of its parent adds to it.
        """
        return replace(self, sections=_put(self.sections, path, sections))

    def walk(self) -> Iterator[tuple[Path, Section]]:
        """Yield every section with its path, in the order of the file."""
        yield from _walk(self.sections, ())

    @property
    def lines(self) -> dict[str, int]:
        """The line of each session (``s1``) and of each of its parts (``s1/welcome``)."""
        return {place: section.line for place, section in self.places.items()}

    @property
    def places(self) -> dict[str, Section]:
        """Each session (``s1``), part (``s1/welcome``) and option with a name (``s1/ways/leave``)."""
        found: dict[str, Section] = {}
        for path, section in self.walk():
            above = [self.at(path[:depth]) for depth in range(1, len(path))]
            if section.id and all(one.id for one in above):
                found.setdefault("/".join((*(one.id for one in above), section.id)), section)
        return found


def _put(sections: tuple[Section, ...], path: Path, instead: tuple[Section, ...]) -> tuple[Section, ...]:
    place, below = path[0], path[1:]
    if below:
        parent = sections[place]
        instead = (replace(parent, sections=_put(parent.sections, below, instead)),)
    return (*sections[:place], *instead, *sections[place + 1 :])


def _walk(sections: tuple[Section, ...], above: Path) -> Iterator[tuple[Path, Section]]:
    for place, section in enumerate(sections):
        yield (*above, place), section
        yield from _walk(section.sections, (*above, place))
