"""Numbers in pieces behind the word that says what they are: claim DR 4817 / 00931, ofcr 44 dash 9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.number_runs import COUNTED, SPELLED, Run, run_at
from dialogue_desk.domain.privacy.tokens import words_in

_FILLER = re.compile(
    r"\.?(?:[,:;]? ?[#№(]? ?(?<!\w)(?:ending|ends|last|four|in|migra|corte|court|immigration|inmigraci[oó]n|"
    r"filed|numbers?|num|n[uú]m|n[uú]mero|nr|nbr|no|n|id|card|is|was|its|it's|reads?|says|said|"
    r"es|era|fue|el|la|the|del?|d|of|polic[ií]a|oficial|agente|officer|cop|his|her|like|como|con|w/|que|q|"
    r"dice|"
    r"decía|file|case|caso|m[eé]dico|tarjeta)(?!\w)[.º°]{0,2}){0,4}[,:;]? ?[#№(]? ?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",? (?:ending(?: in)?|ends in|terminado en|terminada en|termina en|acaba en|sala|dept|courtroom|room|"
    r"branch) ",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class _Cue:
    """A word for a number, how many digits it must have, and whether it may have letters."""

    kind: FindKind
    words: str
    least: int
    lettered: bool = True


_PLAIN = str.maketrans({"[": None, "]": None})
_CUES = (
    _Cue(FindKind.BADGE, "badge|badges|bdg|shield|star|insignia|credencial d polic[ií]a", 2),
    _Cue(
        FindKind.BADGE,
        "placa(?= (?:d|de|del)(?: la| el)? (?:polic[ií]a|oficial|agente)| polic[ií]a| oficial)",
        2,
    ),
    _Cue(FindKind.BADGE, "placa|chapa", 2, lettered=False),
    _Cue(
        FindKind.BADGE,
        "officer|ofc|ofcr|ofcer|oficial|ofic|agente|agent|deputy|dep|trooper|sgt|patrullero",
        3,
    ),
    _Cue(FindKind.BADGE, "unit|unidad|squad|cruiser|patrulla|patrol car|squad car|car number", 3),
    _Cue(
        FindKind.CASE,
        "case|docket|complaint|incident|claim|warrant|booking|citation|caso|expediente|exp|denuncia|"
        "reporte|report|queja|folio|causa|infraccion|infracción|averiguacion|averiguación|carpeta|ticket|"
        "boleta|multa|file|reference|"
        "ref|receipt|matter|permit|tracking|confirmation|acta|citatorio|cita|juzgado|tribunal|arrest|proceso|"
        "demanda|peticion|petición|petition|cuij|rpt|cs",
        4,
    ),
    _Cue(
        FindKind.IDENTITY,
        "mrn|chart|medical record|patient|member|policy|tribal|enrollment|voter|student|inmate|"
        "state id|military|employee|medi-?cal|medicaid|medicare|insurance|itin|ssn|social|soc|seguro social|"
        "nss|"
        "passport|pasaporte|licencia|licensia|licence|license|lic|dl|permiso|visa|u-visa|cedula|cédula|dni|"
        "ine|curp|rfc|dpi|alien|"
        "a-number|uscis|ead|green card|consular|matricula|matrícula|poliza|póliza|seguro|cuenta|account|acct|"
        "routing|clabe|afiliacion|afiliación|"
        "id|ident|identificacion|identificación|nie|ein|ebt|wic",
        5,
    ),
)
_PATTERNS = tuple(
    (
        cue,
        re.compile(rf"(?<!\w)(?:{cue.words})(?!\w)", re.IGNORECASE),
        frozenset(re.findall(r"[^\W\d_]{2,}", cue.words.translate(_PLAIN))),
    )
    for cue in _CUES
)
_NUMBERS = frozenset(SPELLED)
_LETTERS_FIRST = re.compile(
    r"(?<![\w\-/$#])(?:[A-Z]{1,4}[\-–—/])(?:\d{2,4}[\-–—/])\d{3,8}(?:[\-–—/][A-Z0-9]{1,4})?(?![\w])"
    r"|(?<![\w\-/$#.])\d{2,4} ?(?:CR|CV|JV|FA|SC|TR|CM|PO|MH|cr|cv|jv|fa|sc|tr|"
    r"cm)[ \-–—/]?\d{3,8}(?:[\-–—/][A-Z0-9]{1,4})?(?!\w)"
    r"|(?<![\w\-/$.])#\d{2,6}[\-–—/][\w]{1,6}(?:[\-–—/]\w{1,6}){0,2}(?!\w)"
)
"""What courts and the police number so: CR-19-00832, 18cv-0441, #2021-7755-B."""
_LONGEST_FILLER = 60
_LEAST_SIGNED = 2


def references(text: str) -> Iterator[Find]:
    """Yield numbers behind a word that says whose or what they are."""
    for match in _LETTERS_FIRST.finditer(text):
        yield Find(match.start(), _with_tail(text, match.end()), FindKind.CASE)
    words = words_in(text)
    if not any(map(str.isdigit, text)) and _NUMBERS.isdisjoint(words):
        return
    for cue, pattern, telling in _PATTERNS:
        if telling.isdisjoint(words):
            continue
        for match in pattern.finditer(text):
            filler = _FILLER.match(text, match.end(), match.end() + _LONGEST_FILLER)
            start = filler.end() if filler else match.end()
            run = run_at(text, start) if start > match.end() else None
            if run is not None and _counts(text, run, cue):
                sign = text[start - 1] == "#"
                yield Find(start - sign, _with_tail(text, run.end), cue.kind)


def _counts(text: str, run: Run, cue: _Cue) -> bool:
    """Whether a number is long enough to be what its cue says, and is no year, price or count."""
    found = text[run.start : run.end]
    if _YEAR.fullmatch(found) and cue.kind is not FindKind.BADGE:
        return False
    if run.letters and not cue.lettered:
        return False
    least = cue.least if text[run.start - 1] not in "#№" else _LEAST_SIGNED
    return run.digits >= least and not COUNTED.match(text, run.end)


def _with_tail(text: str, end: int) -> int:
    """Return where a number ends with what else is said of it: ending in 307, sala 2."""
    tail = _TAIL.match(text, end)
    rest = run_at(text, tail.end()) if tail else None
    return rest.end if rest else end
