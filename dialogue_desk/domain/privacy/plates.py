"""License plates: after a word that names one, and beside a car."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_CUE = re.compile(
    r"(?<!\w)(?:(?:licen[sc]e )?plates?|lic pl|tags?|matr[ií]culas?|placas?|patentes?|chapas|vin|"
    r"tablillas?)(?!\w)"
    r"((?:,? ?(?:number|no|num|#|n[º°o]|número|numero|is|was|es|era|reads?|q|que|of|del?|d|the|la|el|"
    r"los|a|truck|car|van|suv|"
    r"white|black|blue|red|gray|grey|green|silver|that|which|follows?|followed|them|us|him|her|anot[oó]|"
    r"vi[oó]|stolen|robada|"
    r"carro|troca|camioneta|coche|moto|wi|il|mn|tx|ca|ny|ga|az|nm|or|wa|fl|pa|oh|mi)\b\.?:?| "
    r"?[#:№,.-]){0,7}) ?"
    r"((?:[A-Za-z0-9]{1,8})(?:[ \-·.][A-Za-z0-9]{1,5}){0,2})(?!\w)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[A-Za-z0-9]+")
_CAR = re.compile(
    r"(?<!\w)(?:car|cars|truck|pickup|suv|van|sedan|coupe|wagon|jeep|charger|tahoe|explorer|chevy|ford|"
    r"honda|toyota|nissan|"
    r"dodge|buick|subaru|mazda|hyundai|kia|gmc|lexus|acura|bmw|volkswagen|vw|tesla|pontiac|cadillac|"
    r"chrysler|f-?150|crown vic|suburban|prius|altima|sentra|camry|civic|corolla|impala|malibu|accord|"
    r"silverado|motorcycle|scooter|cruiser|vehicle|veh|carro|camioneta|troca|"
    r"coche|moto|auto|camión|troc|vehículo|plate|plates|tag|placa|placas|matrícula)(?!\w)",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"(?<![\w$#/.\-])(?:[A-Z]{1,3}[ \-·.]?\d{3,4}(?:[ \-·.]?[A-Z]{1,2})?|[A-Z]{2,3}[ \-·.]?\d{1,2}(?: "
    r"?\d){1,3}|[A-Z]{3}-\d\d|\d{1,4}[ \-·.]?[A-Z]{2,3}(?:[ \-·.]?\d{1,4})?)(?![\w\-])"
)
_UNITS = frozenset(
    [
        "am",
        "pm",
        "th",
        "st",
        "nd",
        "rd",
        "mph",
        "km",
        "mi",
        "min",
        "hr",
        "hrs",
        "yrs",
        "yr",
        "mos",
        "mo",
        "wk",
        "wks",
        "lb",
        "lbs",
        "kg",
        "ft",
        "pct",
    ]
)
_LEAST, _MOST = 4, 9


def plates(text: str) -> Iterator[Find]:
    """Yield license plates."""
    if not any(map(str.isdigit, text)):
        return
    for match in _CUE.finditer(text):
        start, end = match.span(2)
        end = start + len(_plate(match[2]))
        if end > start and not text[start:end].isdigit():
            yield Find(start, end, FindKind.PLATE)
    if _CAR.search(text):
        for match in _SHAPED.finditer(text):
            if _UNITS.isdisjoint(map(str.casefold, re.findall("[A-Za-z]+", match.group()))):
                yield Find(*match.span(), FindKind.PLATE)


def _plate(found: str) -> str:
    """Return the plate behind a cue: up to the last piece that has a digit or shouts."""
    kept = ""
    for piece in _PIECES.finditer(found):
        word = piece.group()
        joined = kept and found[len(kept)] != " "
        if not (any(map(str.isdigit, word)) or word.isupper() or joined or (not kept and len(word) < _LEAST)):
            break
        kept = found[: piece.end()]
    letters = [sign for sign in kept if sign.isalnum()]
    if not any(map(str.isdigit, letters)) or not _LEAST <= len(letters) <= _MOST:
        return ""
    return kept
