"""Phone numbers that are half spelled: 773/5 5 5/o 1 nine nine, 5-5-5, cero uno, treinta y ocho."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.number_runs import SPELLED
from dialogue_desk.domain.privacy.phones import RINGING
from dialogue_desk.domain.privacy.tokens import words_in

_TOKEN = re.compile(r"[^\W_]{1,14}")
_GAP = re.compile(r"[ \-.,/()·\u2010-\u2015*~|+]{1,4}")
_LOOKALIKE = re.compile(r"[\doOlI]{1,8}")
_AND = frozenset(("y", "and"))
_HUNDRED = "hundred"
_DOUBLED = frozenset(("double", "doble"))
_TENS, _HUNDREDS = 2, 3
_SURELY, _RATHER = frozenset((7, 10, 11)), frozenset((8, 9, 12))
_SPELLING = frozenset(SPELLED) | {"o", "l", "i"}
_LEAST_TOKENS, _AREA = 3, 3


def spelled_phones(text: str) -> Iterator[Find]:
    """Yield phone numbers with words or letters for some of their digits."""
    words = words_in(text)
    ringing = bool(RINGING.search(text))
    if not ringing and _SPELLING.isdisjoint(words):
        return
    for row in _rows(text):
        said = [token.group() for token in row]
        digits = _digits(said)
        if (
            len(row) >= _LEAST_TOKENS
            and _odd(said, ringing)
            and (digits in _SURELY or (ringing and digits in _RATHER))
        ):
            start, end = row[0].start(), row[-1].end()
            yield Find(start - (text[start - 1 : start] == "("), end, FindKind.PHONE)


def _rows(text: str) -> Iterator[Sequence[re.Match[str]]]:
    """Yield what stands for digits in a row."""
    row: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        said = token.group()
        fits = _stands_for_digits(said) or (bool(row) and said.casefold() in _AND)
        if row and not (fits and _GAP.fullmatch(text, row[-1].end(), token.start())):
            yield _trimmed(row)
            row = []
        if fits and (row or said.casefold() not in _AND):
            row.append(token)
    yield _trimmed(row)


def _trimmed(row: list[re.Match[str]]) -> list[re.Match[str]]:
    while row and row[-1].group().casefold() in _AND:
        row = row[:-1]
    return row


def _stands_for_digits(said: str) -> bool:
    plain = said.casefold()
    return bool(_LOOKALIKE.fullmatch(said)) or plain in SPELLED or plain == _HUNDRED or plain in _DOUBLED


def _odd(said: Sequence[str], ringing: bool) -> bool:
    """Whether some of it is spelled or a letter; digits alone are ``phones``', but for single ones."""
    if not any(any(map(str.isdigit, one)) or one.casefold() in SPELLED for one in said):
        return False
    if any(not one.isdigit() for one in said):
        return any(one.isdigit() for one in said) or ringing or len(said) >= 7
    return ringing and (len(said[0]) == _AREA or sum(len(one) == 1 for one in said) >= _LEAST_TOKENS)


def _digits(said: Sequence[str]) -> int:
    """Return how many digits all of it has; "treinta y ocho" has two."""
    count, room, again = 0, 0, 0
    for one in map(str.casefold, said):
        worth = SPELLED.get(one, 0)
        if one in _AND:
            continue
        if one in _DOUBLED:
            again = 1
            continue
        if one == _HUNDRED:
            count, room = count + 2, 2
        elif 0 < worth <= room:
            room = worth - 1
        else:
            count += (worth or len(one)) + again
            room = worth - 1 if worth else 0
        again = 0
    return count
