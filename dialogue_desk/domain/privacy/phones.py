"""Phone numbers, as they are printed and typed: any signs between digits, letters for digits, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_PHONE = re.compile(
    r"(?<![\w.,/:$€£#\-])(?:\+|\(\+?)?\d(?:[ \-.()\u2010-\u2012\u00a0]{0,3}\d){6,14}(?![\w/%€]|[,.]\d)"
)
_GROUPED = re.compile(
    r"(?<![\w$€£#])(?:\+?1[ \-./,·]{0,2})?\(?(?=[\dOol]{3})[\dOol]{3}\)?[ \-./,·•–—_*~|"
    r"]{1,3}[\dOol]{3}[ \-./,·•–—_*~|]{1,3}"
    r"[\dOol]{4}(?: ?(?:x|ext\.?) ?\d{1,5})?(?![\w/%€]|[,.]\d)"
)
"""Three, three and four digits are a phone whatever stands between them; people type O and l for 0 and 1."""
_NAMES = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|"
    "siete|ocho|nueve|doble|double"
)
_SPELT = re.compile(
    rf"(?<!\w)(?:(?:{_NAMES}|\d{{1,4}})[ \-.,]{{1,3}}){{2,10}}(?:{_NAMES}|\d{{1,4}})(?!\w)", re.IGNORECASE
)
_A_NAME = re.compile(_NAMES, re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}")
_SHORT_PHONE = re.compile(r"(?<![\w.,/:$€£#\-])\d{3}[ \-.]\d{4}(?![\w/%€\-]|[,.]\d)")
_TOLL_FREE = re.compile(
    r"(?<!\w)1-?8\d\d\b(?: [a-z]{1,12}){0,4} \d{3}[ \-.]\d{3}[ \-.]\d{4}(?!\w)", re.IGNORECASE
)
_BARE = re.compile(r"(?<![\w.,/:$€£#\-])\d{3}[/·]?\d{4}(?![\w/%€\-]|[,.]\d)")
RINGING = re.compile(
    r"(?<!\w)(?:call|calls|text|txt|cell?|cel|phone|tel|tels|msg|message|mensaje|ring|llam\w+|marc\w+|"
    r"mandar?|local|whats\w*|wa|fax|"
    r"mobile|m[oó]vil|number|n[uú]mero)(?!\w)",
    re.IGNORECASE,
)
"""Beside these, seven digits without any sign between them are a phone."""
_LEAST_GROUPED = 7
_MOST_DIGITS = 15


def phones(text: str) -> Iterator[Find]:
    """Yield phone numbers."""
    for match in _matches(text):
        yield Find(*match.span(), FindKind.PHONE)


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from (match for match in _SPELT.finditer(text) if _spells_a_phone(match.group()))
    if not any(map(str.isdigit, text)):
        return
    for pattern in (_PHONE, _SHORT_PHONE):
        yield from (match for match in pattern.finditer(text) if _looks_like_phone(match.group()))
    for pattern in (_GROUPED, _TOLL_FREE):
        yield from (match for match in pattern.finditer(text) if _digits(match.group()) >= _LEAST_GROUPED)
    if RINGING.search(text):
        yield from _BARE.finditer(text)


def _digits(found: str) -> int:
    return sum(map(str.isdigit, found))


def _looks_like_phone(found: str) -> bool:
    """Whether a run of digits can be a phone number, and not a span of years, a day or a sum."""
    if _YEARS.fullmatch(found) or _DAY.fullmatch(found):
        return False
    digits = _digits(found)
    if found.isdigit():
        return digits in (9, 10, 11)
    return digits >= _LEAST_GROUPED or found.startswith(("+", "("))


def _spells_a_phone(found: str) -> bool:
    """Whether numbers in a row, of which some are words, are as many digits as a phone has."""
    named = len(_A_NAME.findall(found))
    return bool(named) and _LEAST_GROUPED <= named + _digits(found) <= _MOST_DIGITS
