"""What organizers typed that may point to a person: offices act, and everyone reads a report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.privacy.finds import FindKind

if TYPE_CHECKING:
    from dialogue_desk.domain.privacy.finder import Finder

_OFFICES = frozenset((FindKind.ROLE, FindKind.ONLY, FindKind.MAYBE_NAME))
"""What an office may well be called: "Superintendent of schools"."""


@cache
def _finder() -> Finder:
    return finder_beside()


def people_named(text: str) -> tuple[str, ...]:
    """Return the words of a text that may point to a person, each once; what names an office does not."""
    found = (find for find in _finder().finds(text) if find.kind not in _OFFICES)
    return tuple(dict.fromkeys(text[find.start : find.end] for find in found))
