"""Themes that a typed name probably means: twins in another form, and a name that was typed halfway."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.notes.joined_themes import twin_key

_FEWEST_BEGUN = 2
"""The fewest letters that begin a name: one begins too many."""
_FEWEST_MISTYPED = 5
"""The fewest letters of a name in which one may be wrong: of shorter ones too many are alike."""


def same_theme(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is this one with other capitals or accents, or in the plural."""
    key = twin_key(name)
    keys = {one: twin_key(one) for one in known}
    exact = (one for one, other in keys.items() if other == key)
    return next(exact, next((one for one, other in keys.items() if _numbers_of_one(key, other)), None))


def begun_theme(name: str, known: Iterable[str]) -> str | None:
    """Return the one known name that this one begins; None when several begin so, or none does."""
    key = twin_key(name)
    begun = [one for one in known if twin_key(one).startswith(key)]
    return begun[0] if len(begun) == 1 and len(key) >= _FEWEST_BEGUN else None


def like_theme(name: str, known: Iterable[str]) -> str | None:
    """Return a known name that is this one but for one letter, or that begins so; None for another name."""
    key = twin_key(name)
    keys = {one: twin_key(one) for one in known}
    begun = (one for one, other in keys.items() if len(key) >= _FEWEST_BEGUN and other.startswith(key))
    mistyped = (one for one, other in keys.items() if _one_letter_apart(key, other))
    return next(mistyped, next(begun, None))


def _numbers_of_one(one: str, other: str) -> bool:
    """Whether two names differ by what makes a plural in English or Spanish, word by word."""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        first == second or first in _plurals(second) or second in _plurals(first)
        for first, second in zip(words, others, strict=True)
    )


def _plurals(word: str) -> tuple[str, ...]:
    if len(word) < 3:  # "as" is no plural of "a"
        return ()
    return (
        (f"{word}s", f"{word}es", f"{word[:-1]}ies", f"{word[:-1]}ces")
        if word[-1] in "yz"
        else (
            f"{word}s",
            f"{word}es",
        )
    )


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is missing, too many, another, or in its neighbor's place."""
    short, long = sorted((one, other), key=len)
    if len(short) < _FEWEST_MISTYPED - 1 or len(long) < _FEWEST_MISTYPED or len(long) - len(short) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = long[same : same + 2] == short[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return one != other and (swapped or short[same + 1 :] == long[same + 1 :])
