"""Passphrases of words, which are easier to write down and to type than symbols, and as hard to guess."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import cache

from dialogue_desk.resources import resource

WORD_COUNT = 6
"""So many words of 512 are 54 bits: at a second for each guess, longer than anybody tries."""

_LANGUAGES = ("en", "es")


def word_passphrase(language: str, choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Return a new passphrase of words in a language, or in English where there is no list of its words."""
    words = passphrase_words(language if language in _LANGUAGES else _LANGUAGES[0])
    return " ".join(choose(words) for _ in range(WORD_COUNT))


@cache
def passphrase_words(language: str) -> tuple[str, ...]:
    """Return the words of a language that passphrases are made of: short, known to all, without accents."""
    return tuple(resource("words", f"passphrase-{language}.txt").read_text(encoding="utf-8").split())
