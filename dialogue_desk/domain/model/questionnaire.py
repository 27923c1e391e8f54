"""What people are asked on paper before the first session and after the last, in the program's languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LEAST_STATEMENTS = 3
MOST_STATEMENTS = 8
SCALE = ("1", "2", "3", "4", "5")
"""The steps between "not at all" and "very much"."""

Texts: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a language and the words in it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with a scale from 1 to 5.

    Counts are kept under its ``key``: it stays when the words are corrected, and another statement has
    another.
    """

    key: str
    texts: Texts = ()

    def text(self, language: str) -> str:
        """Return its words in a language; "" where nobody wrote them."""
        return dict(self.texts).get(language, "")


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Three to eight statements, and the question above one open line."""

    statements: tuple[Statement, ...]
    open_line: Texts = ()

    def __post_init__(self) -> None:
        if not LEAST_STATEMENTS <= len(self.statements) <= MOST_STATEMENTS:
            raise ValueError("a questionnaire has three to eight statements")
        if len({one.key for one in self.statements}) < len(self.statements):
            raise ValueError("each statement has a key of its own")
