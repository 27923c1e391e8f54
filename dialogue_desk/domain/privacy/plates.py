"""License plates: after a word that names one, and beside a car."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.number_runs import Run, run_at
from dialogue_desk.domain.privacy.tokens import words_in

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
    r"silverado|equinox|tsuru|jetta|escalade|tacoma|tundra|rogue|odyssey|sienna|durango|cherokee|wrangler|"
    r"yukon|"
    r"elantra|sonata|forester|outback|mustang|camaro|rav4|rav-4|cr-?v|ram|versa|frontier|pathfinder|"
    r"highlander|"
    r"maxima|sierra|colorado|escape|fusion|taurus|trax|corvette|minivan|hatchback|moped|semi|trailer|troka|"
    r"trocona|"
    r"vocho|bocho|pick-?up|patrulla|squad|parked|estacionad[oa]|"
    r"silverado|motorcycle|scooter|cruiser|vehicle|veh|carro|camioneta|troca|"
    r"coche|moto|auto|camión|troc|vehículo|plate|plates|tag|placa|placas|matrícula)(?!\w)",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"(?<![\w$#/.\-])(?:[A-Z]{1,3}[ \-·.]?\d{3,4}(?:[ \-·.]?[A-Z]{1,2})?|[A-Z]{2,3}[ \-·.]?\d{1,2}(?: "
    r"?\d){1,3}|[A-Z]{3}-\d\d|\d{1,4}[ \-·.]?[A-Z]{2,3}(?:[ \-·.]?\d{1,4})?)(?![\w\-])"
)
_HALF_SPELT = re.compile(
    r"(?<![\w$#/.\-])(?=[A-Z0-9]{0,4}[A-Z])[A-Z0-9]{1,4} (?:dash|hyphen|guion|guión|space|espacio|punto|dot) "
    r"[A-Z0-9]{1,4}(?!\w)"
    r"|(?<![\w$#/.\-])[A-Z]{1,3}\d{1,3}[ \-·][A-Z0-9]{2,4}(?<=\d)(?!\w)|"
    r"(?<![\w$#/.\-])\d{2,3}[A-Z][ \-·]\d{3,4}(?!\w)"
    r"|(?<![\w$#/.\-])\d[ \-·]?[A-Z]{3}[ \-·]?\d{2,3}(?:[ \-·]\d\d)?(?!\w)"
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
_LEAST, _MOST, _LEAST_DIGITS, _MOST_PIECES = 4, 9, 2, 4
_PLATE_WORD = re.compile(
    r"(?<!\w)(?:plates?|tags?|placas?|matr[ií]culas?|tablillas?|patentes?|lic|licen[sc]e)(?!\w)(?: ?(?:#|"
    r"no\.?|is|was|read|reads|son|es|era|con|"
    r"number|n[uú]mero))?:? ?(?=[A-Za-z0-9])",
    re.IGNORECASE,
)
_PLATE_WORDS = frozenset(
    (
        "plate",
        "plates",
        "tag", "tags", "placa", "placas", "matrícula", "matrículas", "matricula", "matriculas", "tablilla",
        "tablillas", "patente", "patentes", "lic", "license", "licence",
    )
)  # fmt: skip
_HEAD = re.compile(
    r"(?<![\w$#/.\-])(?=[A-Z0-9]{1,7}(?!\w))(?:[A-Z]{1,4}(?=[ \-·]?\d)|[A-Z0-9]{0,4}[A-Z][A-Z0-9]{0,4}|"
    r"\d{1,4}(?=[ \-·]?[A-Z]{1,3}[ \-·]?\d))"
)
_OTHER_NUMBER = re.compile(
    r"(?<!\w)(?:case|caso|folio|file|report|reporte|incident|ticket|claim|citation|expediente|exp|multa|"
    r"denuncia|queja|badge|"
    r"placa de polic[ií]a|officer|ofcr|id|ssn|itin|passport|pasaporte|permit|permiso|room|apt|apto|lote|unit|"
    r"bus|ruta|route|no|"
    r"number|phone|cel|tel)(?!\w)\W{0,3}(?:\w{1,8}\W{1,2})?$",
    re.IGNORECASE,
)
"""Words that say that a number behind them is something else."""
_NEAR, _BEHIND = 25, 3
_ROAD = re.compile(r"(?:I|US|HWY|RT|RTE|CTH|STH|SR|CR|AM|PM|DR|CV)$")


def plates(text: str) -> Iterator[Find]:
    """Yield license plates."""
    if any(map(str.isdigit, text)):
        yield from _cued(text)
        if _CAR.search(text):
            yield from _beside_car(text)


def _cued(text: str) -> Iterator[Find]:
    """Yield plates behind a word for one, in one piece or in several: placas JX seis 81 cero."""
    for match in _CUE.finditer(text):
        start, end = match.span(2)
        end = start + len(_plate(match[2]))
        if end > start and not text[start:end].isdigit():
            yield Find(start, end, FindKind.PLATE)
    if _PLATE_WORDS.isdisjoint(words_in(text)):
        return
    for cue in _PLATE_WORD.finditer(text):
        run = run_at(text, cue.end(), _BEHIND)
        if (
            run
            and run.letters
            and _LEAST <= run.digits + run.letters <= _MOST
            and run.digits >= _LEAST_DIGITS
        ):
            yield Find(run.start, run.end, FindKind.PLATE)


def _beside_car(text: str) -> Iterator[Find]:
    """Yield what looks like a plate in a line with a car."""
    for match in _HALF_SPELT.finditer(text):
        yield Find(*match.span(), FindKind.PLATE)
    for match in _SHAPED.finditer(text):
        if _measures_nothing(match.group()):
            yield Find(*match.span(), FindKind.PLATE)
    for head in _HEAD.finditer(text):
        if not _ROAD.match(head.group()) and not _OTHER_NUMBER.search(
            text, max(0, head.start() - _NEAR), head.start()
        ):
            run = run_at(text, head.start(), _BEHIND)
            if run is not None and _is_plate(run, text):
                yield Find(run.start, run.end, FindKind.PLATE)


def _is_plate(run: Run, text: str) -> bool:
    """Whether letters and digits in pieces, which no word explains, are as many as a plate has."""
    mixed = bool(run.letters) and run.digits >= _LEAST_DIGITS and run.pieces <= _MOST_PIECES
    return (
        mixed and _LEAST < run.digits + run.letters <= _MOST and _measures_nothing(text[run.start : run.end])
    )


def _measures_nothing(found: str) -> bool:
    return _UNITS.isdisjoint(map(str.casefold, re.findall("[A-Za-z]+", found)))


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
