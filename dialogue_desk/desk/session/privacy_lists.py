"""The lists of names that come with the app."""

from __future__ import annotations

from dialogue_desk.domain.privacy.lists import NameLists, word_set
from dialogue_desk.resources import resource


def name_lists() -> NameLists:
    """Return the lists that come with the app."""
    return NameLists(
        _read("given-names"),
        _read("surnames"),
        _read("also-words"),
        _read("usual-words"),
        _read("small-words"),
    )


def _read(name: str) -> frozenset[str]:
    return word_set(resource("privacy", f"{name}.txt").read_text(encoding="utf-8"))
