"""Numbers of one person: phones, plates, badges, cases, identity numbers, dates of birth.

Every pattern is bounded and begins at the edge of a run, so that the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_NUMBER = r",?(?:(?: ?(?:number|no|num|nr|nbr|#|n[º°o]|número|numero|is|was|es|era)\b\.?:?| ?[#:№]){0,3})\s?"
"""What may be between a cue and its number: "badge number is 4471", "placa n.º 33"."""
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|"
    r"september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)\.?"
)
_DATE = (
    r"(?:\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}|\d{1,2}[/]\d{1,4}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:of )?\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º)?(?: of| de)? {_MONTH}(?:,?(?: del?)? \d{{4}})?"
    rf"|{_MONTH}(?: of| de)? \d{{4}}|(?:19|20)\d\d)"
)


def _after(cue: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue}){_NUMBER}({number})(?!\w)", re.IGNORECASE)


_CUED = (
    (
        FindKind.BADGE,
        _after(
            r"badge|shield|(?:número|numero|num\.?|n\.?º) de placa|placa (?:del|de la|de) "
            r"(?:oficial|agente|policía|policia|patrullero)|insignia|unit|patrol car|squad car|cruiser|"
            r"patrulla"
            r"|placa(?= (?:de )?polic[ií]a)|star number|chapa",
            r"(?:[A-Za-z]{1,3}-?)?\d{1,7}[A-Za-z]?",
        ),
    ),
    (FindKind.BADGE, _after("placa", r"\d{2,5}(?![\w\-])")),
    (
        FindKind.PLATE,
        _after(
            r"(?:licen[sc]e )?plates?|tags?|license|plate reads|matr[ií]culas?|placas?|patente|chapas"
            r"|vin|tablilla",
            r"(?=[A-Za-z0-9]{0,7}[ \-]?[A-Za-z0-9]{0,7}[ \-]?\w{0,5}\d)"
            r"[A-Z0-9]{1,8}(?:[ \-][A-Z0-9]{1,5}){0,2}",
        ),
    ),
    (
        FindKind.CASE,
        _after(
            r"case|docket|report|complaint|incident|file|ticket|citation|claim|warrant|booking|inmate|"
            r"reference|ref|caso|expediente|denuncia|reporte|queja|folio|causa|infracci[oó]n|multa|"
            r"averiguaci[oó]n|atestado|carpeta(?: de investigaci[oó]n)?|receipt|matter|id|"
            r"дело|справа",
            r"(?=[\w\-/]{0,23}\d{3})[A-Za-z0-9](?:[\w\-/]{0,22}\w)?",
        ),
    ),
    (
        FindKind.IDENTITY,
        _after(
            r"ssn|itin|social security|social|seguro social|nss|a-number|alien|passport|pasaporte|"
            r"driver'?s licen[sc]e|licencia de (?:conducir|manejo)|medicaid|medicare|dni|nie|nif|curp|"
            r"rfc|ine|"
            r"c[eé]dula|account|cuenta|clabe|green card|uscis|last four|паспорт",
            r"(?=[\w\- ]{0,23}\d{3})[A-Za-z]{0,4}[ \-]?\d[\dA-Za-z]*(?:[ \-][\dA-Za-z]*\d[\dA-Za-z]*){0,4}",
        ),
    ),
    (
        FindKind.BIRTH,
        re.compile(
            r"(?<!\w)(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born|fecha de nacimiento|"
            r"cumplea[nñ]os|naci[oó]|nacid[oa]|nac[ií]|cumple a[nñ]os|родил(?:ся|ась)|народи(?:вся|лася)|"
            r"生日|出生)"
            rf"(?: (?:is|was|on|in|el|es|era|d[ií]a|en|fue)){{0,3}}[:,]? ?({_DATE})(?!\w)",
            re.IGNORECASE,
        ),
    ),
)
_SHAPED = (
    (FindKind.IDENTITY, re.compile(r"(?<![\w\-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w\-])")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?!\w)", re.IGNORECASE)),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZ]-?\d{7})-?[A-Z](?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z]\d{7,8}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)A[ #\-]?\d{3}[- ]?\d{3}[- ]?\d{2,3}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)(?:\d{4}[ \-]){3}\d{1,4}(?!\w)")),
    (FindKind.CASE, re.compile(r"(?<!\w)\d{1,2}-?(?:CR|CV|JV|FA|SC|TR)-?\d{3,8}(?!\w)", re.IGNORECASE)),
)
_PHONE = re.compile(
    r"(?<![\w.,/:$€£#\-])(?:\+|\(\+?)?\d(?:[ \-.()\u2010-\u2012\u00a0]{0,3}\d){6,14}(?![\w/%€]|[,.]\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}")
_SHORT_PHONE = re.compile(r"(?<![\w.,/:$€£#\-])\d{3}[ \-.]\d{4}(?![\w/%€\-]|[,.]\d)")
_LEAST_GROUPED = 7


def numbers(text: str) -> Iterator[Find]:
    """Yield the numbers of one person."""
    if not any(map(str.isdigit, text)):
        return
    for kind, pattern in _CUED:
        for match in pattern.finditer(text):
            yield Find(*match.span(1), kind)
    for kind, pattern in _SHAPED:
        for match in pattern.finditer(text):
            yield Find(*match.span(), kind)
    for match in (*_PHONE.finditer(text), *_SHORT_PHONE.finditer(text)):
        if _looks_like_phone(match.group()):
            yield Find(*match.span(), FindKind.PHONE)


def _looks_like_phone(found: str) -> bool:
    """Whether a run of digits can be a phone number, and not a span of years, a day or a sum."""
    if _YEARS.fullmatch(found) or _DAY.fullmatch(found):
        return False
    digits = sum(map(str.isdigit, found))
    if found.isdigit():
        return digits in (9, 10, 11)
    return digits >= _LEAST_GROUPED or found.startswith(("+", "("))
