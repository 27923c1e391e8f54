"""Numbers in several pieces, as people type and spell them: 0618-T, 44 dash 9, nine oh one, 88 bis.

A piece has digits, stands for digits, or stands between pieces that have some.  Every walk is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_desk.domain.privacy.lists import word_set

_ONES = word_set(
    """
    zero oh one two three four five six seven eight nine cero uno una dos tres cuatro cinco seis siete
    ocho nueve
    """
)
_TENS = word_set(
    """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fifty sixty seventy eighty ninety diez once doce trece catorce quince dieciseis diecisiete dieciocho
    diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete
    veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa
    """
)
_HUNDREDS = word_set(
    """
    cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
    novecientos
    """
)
_ACCENTED = ("dieciséis", "veintidós", "veintitrés", "veintiséis")
SPELLED = dict.fromkeys(_ONES, 1) | dict.fromkeys((*_TENS, *_ACCENTED), 2) | dict.fromkeys(_HUNDREDS, 3)
"""How many digits a word for a number stands for."""
_AGAIN = frozenset(("double", "doble", "triple"))
_LINKS = frozenset(
    (
        "dash",
        "hyphen",
        "guion",
        "guión",
        "slash",
        "diagonal",
        "raya",
        "barra",
        "bis",
        "ter",
        "dot",
        "punto",
        "stroke",
    )
)
_BIS = frozenset(("bis", "ter"))
_PIECE = re.compile(r"[^\W_]{1,24}")
_BETWEEN = re.compile(r"(?:[ \u00a0]?[\-\u2010-\u2015/.·#:_*~|()]{0,2}[ \u00a0]?)")
_NO_NUMBER = re.compile(
    r"\d+(?:st|nd|rd|th|am|pm|(?-i:x|k)|hrs?|min|mph|mi|ft|lbs?|yrs?|yo|mos?|wks?|%)", re.IGNORECASE
)
COUNTED = re.compile(
    r" ?(?:times?|ppl|people|kids|cops|officers|days?|weeks?|wks?|months?|mos?|mths|years?|yrs?|hours?|hrs?|"
    r"min\w*|bucks|"
    r"dollars|dls|d[oó]lares|pesos|veces|d[ií]as|semanas|meses|a[nñ]os|horas|personas|cuadras|blocks?|miles|"
    r"of|per|"
    r"x|am|pm|plus|stops|calls|llamadas|families|familias|others|otros|more|m[aá]s|women|men|mujeres|hombres|"
    r"minutes|minutos|pages|copies|copias|vecinos|neighbors)(?!\w)| ?[%$]|:\d",
    re.IGNORECASE,
)
"""What is behind a number that counts or costs something."""
_MOST_PIECES, _LONG, _SHORT, _MOST_SHOUTED = 12, 3, 2, 4


@dataclass(frozen=True, slots=True)
class Run:
    """A number in pieces: where it stands, how many digits it has, and whether letters are among them."""

    start: int
    end: int
    digits: int
    letters: int
    pieces: int


def run_at(text: str, start: int, most_behind: int = 0) -> Run | None:
    """Return the number that begins at ``start``, with every piece that belongs to it.

    ``most_behind`` is how many capitals behind a space may end it: 221 WXO.
    """
    place, end, before = start, start, ""
    digits = letters = pieces = waiting = 0
    for _ in range(_MOST_PIECES):
        piece = _PIECE.match(text, place)
        if piece is None or not _belongs(text, piece, text[end:place] if pieces else "-", before, start):
            break
        said = piece.group()
        worth = worth_of(said)
        waiting += _letters_of(said)
        ending = pieces and said.isupper() and len(said) <= most_behind and digits <= _MOST_SHOUTED
        if (
            worth
            or ending
            or said.casefold() in _BIS
            or (pieces and _bound(text[end:place]) and len(said) <= _LONG)
        ):
            end, digits, letters, waiting = piece.end(), digits + worth, letters + waiting, 0
            pieces += 1
        before = said
        gap = _BETWEEN.match(text, piece.end())
        place = gap.end() if gap else piece.end()
        if place == piece.end():
            break
    return Run(start, end, digits, letters, pieces) if digits else None


def worth_of(piece: str) -> int:
    """Return how many digits a piece has or stands for."""
    return sum(map(str.isdigit, piece)) or SPELLED.get(piece.casefold(), 0)


def _letters_of(piece: str) -> int:
    said = piece.casefold()
    if said in SPELLED or said in _LINKS or said in _AGAIN:
        return 0
    return sum(map(str.isalpha, piece))


def _bound(gap: str) -> bool:
    """Whether what stands between two pieces binds them: a dash or a slash does, a space does not."""
    return bool(gap.strip(" \u00a0.:")) or gap == "."


def _belongs(text: str, piece: re.Match[str], gap: str, before: str, start: int) -> bool:
    """Whether a piece may be part of the number that began at ``start``."""
    said = piece.group()
    if any(map(str.isdigit, said)):
        bare = not gap.strip()
        counting = said.isdigit() and len(said) <= _SHORT and bare and _counts(text, piece, before)
        return not (_NO_NUMBER.fullmatch(said) or counting or text[piece.end() : piece.end() + 1] == "%")
    if said.casefold() in SPELLED or said.casefold() in _LINKS or said.casefold() in _AGAIN:
        return piece.start() == start or len(before) != 1 or bool(before)
    if said.isupper() and len(said) <= _MOST_SHOUTED:
        return True
    return len(said) <= _LONG and piece.start() > start and not gap.isspace()


def _counts(text: str, piece: re.Match[str], before: str) -> bool:
    """Whether a short number behind a long one counts what follows it: badge 4471 2 times."""
    return len(before) >= _LONG and bool(COUNTED.match(text, piece.end()))
