"""Numbers of one person: badges, cases, identity numbers, dates of birth.

Every pattern is bounded and begins at the edge of a run, so that the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_NUMBER = (
    r",?(?:(?: ?(?:number|no|n[uú]m|nr|nbr|#|n[º°o]|número|numero|is|was|es|era)\b\.?:?| ?[#:№]){0,3})\s?"
)
"""What may be between a cue and its number: "badge number is 4471", "placa n.º 33"."""
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|"
    r"september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre|ene|abr|ago|set|dic)\b\.?"
)
_YEAR = r"(?:\d{4}|['’]?\d\d)"
_DATE = (
    r"(?:\d{1,4} ?[/.\-·] ?\d{1,2} ?[/.\-·] ?\d{1,4}|\d{1,2}[/]\d{1,4}"
    rf"|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:of )?(?:\d{{4}}|['’]\d\d|\d\d(?!\w)))?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º)?(?: of| de| d)? ?{_MONTH}(?:,?(?: del?| d)? {_YEAR})?"
    rf"|{_MONTH}(?: of| de| d)? \d{{4}}|(?:19|20)\d\d|['’]\d\d)"
)


def _after(cue: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue}){_NUMBER}({number})(?!\w)", re.IGNORECASE)


_CUED = (
    (
        FindKind.BADGE,
        _after(
            r"badge|shield|(?:número|numero|num\.?|n\.?º) de placa|placa (?:del|de la|de) "
            r"(?:oficial|agente|policía|policia|patrullero)|insignia|patrol car|squad car|cruiser|"
            r"patrulla"
            r"|placa(?= (?:de )?polic[ií]a)|star number|chapa",
            r"(?:[A-Za-z]{1,3}-?)?\d{1,7}(?:-\d{1,4}){0,3}[A-Za-z]?",
        ),
    ),
    (FindKind.BADGE, _after("placa|chapa", r"\d{2,5}(?:-?[A-Za-z](?!\w)|(?:-\d{1,4}){1,2})?(?![\w\-])")),
    (
        FindKind.BADGE,
        re.compile(
            r"(?<!\w)((?:officer|ofc|ofcr|oficial|agente|deputy|sgt|sargento|trooper|cop|patrullero|"
            r"patrulla|unidad|squad)\.?"
            r"(?: ?(?:#|№)| (?:no|num|n[uú]m|n[uú]mero|number|nr)\b\.?) ?#? ?\d{1,6}|(?:officer|ofc|"
            r"oficial|agente|deputy|"
            r"trooper|patrullero|patrulla|squad|unidad) \d{3,5})(?![\w:/]|[.,\-]\d)",
            re.IGNORECASE,
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
        FindKind.CASE,
        re.compile(
            r"(?<!\w)((?:(?:case|report|complaint|incident|file|ticket|citation|claim|caso|reporte|"
            r"expediente|queja|denuncia|"
            r"folio|multa) ?[#№] ?)(?=[\w\-/]{0,20}\d)[\w\-/]{2,24}|(?:c/ ?)?(?:n[uú]m\.?|nr\.?|no\.|#|"
            r"n[uú]mero|number) ?"
            r"(?=[\w\-/]{0,20}\d{3})(?=\w{1,12}[\-/])[A-Za-z0-9][\w\-/]{4,24})(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        FindKind.IDENTITY,
        _after(
            r"ssn(?: last (?:four|4))?|itin|social security|social|seguro social|nss|a-number|alien|"
            r"passport|pasaporte|"
            r"driver'?s licen[sc]e|licencia de (?:conducir|manejo)|medicaid|medicare|dni|nie|nif|curp|"
            r"rfc|ine|licen[sc]e|licencia|lic|dl|permit|permiso|visa|matr[ií]cula consular|student id|"
            r"state id|"
            r"c[eé]dula|account|cuenta|clabe|green card|uscis|last four|паспорт",
            r"(?=[\w\- ]{0,23}\d{3})[A-Za-z]{0,4}[ \-]?\d[\dA-Za-z]*(?:[ \-][\dA-Za-z]*\d[\dA-Za-z]*){0,4}",
        ),
    ),
    (
        FindKind.BIRTH,
        re.compile(
            r"(?<!\w)(?:d\.?o\.?b\.?|date of birth|birth ?date|birth ?day|b-?day|born|brn|fecha (?:de |"
            r"d )?nac(?:imiento)?\.?|"
            r"f\.? ?nac\.?|fdn|cumplea[nñ]os|cumples?|naci[oó]|nacid[oa]|nac[ií]|nac\.?|cumple a[nñ]os|"
            r"родил(?:ся|ась)|"
            r"народи(?:вся|лася)|生日|出生)"
            rf"(?: (?:is|was|on|in|the|el|es|era|d[ií]a|en|fue|del?|d)){{0,3}}[:,]? ?({_DATE})(?!\w)",
            re.IGNORECASE,
        ),
    ),
)
_UNIT = re.compile(r"(?<!\w)(?:unit|unidad) #?(\d{3,4}|\d\d(?! ?[\w]))(?!\w)", re.IGNORECASE)
_BORN = re.compile(
    r"(?<!\w)(?:d\.?o\.?b|birth\w*|b-?day|born|naci\w*|nac|cumple\w*|fdn)(?!\w)", re.IGNORECASE
)
_WHOLE_DATE = re.compile(r"(?<![\w/.\-])\d{1,2}[ /.\-·]\d{1,2}[ /.\-·](?:19|20)?\d\d(?![\w/\-])")
_SHAPED = (
    (FindKind.IDENTITY, re.compile(r"(?<![\w\-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w\-])")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?!\w)", re.IGNORECASE)),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZ]-?\d{7})-?[A-Z](?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z]\d{7,8}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)A ?[ #\-]? ?\d{3}[- ]?\d{3}[- ]?\d{2,3}(?!\w)")),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z] ?\d{2,4}-\d{4}(?:-\d{2,4})?(?!\w)", re.IGNORECASE)),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z][ -]?\d{3}[ -]\d{3,4}[ -]\d{3,4}(?!\w)", re.IGNORECASE)),
    (
        FindKind.IDENTITY,
        re.compile(
            r"(?<!\w)(?<=matr[ií]cula )\d{3,5}[ \-]?\d{3,6}(?!\w)|(?<=consular )\d{3,5}[ \-]?\d{3,6}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)[A-Z]\d{3}-\d{3}-\d{2,3}-\d{3}(?:-\d)?(?!\w)", re.IGNORECASE)),
    (FindKind.IDENTITY, re.compile(r"(?<!\w)(?:\d{4}[ \-]){3}\d{1,4}(?!\w)")),
    (FindKind.CASE, re.compile(r"(?<!\w)\d{1,2}-?(?:CR|CV|JV|FA|SC|TR)-?\d{3,8}(?!\w)", re.IGNORECASE)),
)
_SIGN = re.compile(
    r"(?<!\w)(?:(?:incident|report|case|file|ticket|folio|reporte|caso|expediente) )?(?:(?:n[uú]m|nr|"
    r"no)\.? ?#? ?|# ?)$",
    re.IGNORECASE,
)
"""A sign that belongs to the number behind it."""


def numbers(text: str) -> Iterator[Find]:
    """Yield the numbers of one person."""
    if not any(map(str.isdigit, text)):
        return
    yield from _cued(text)
    for kind, pattern in _SHAPED:
        for match in pattern.finditer(text):
            yield Find(*match.span(), kind)
    if _BORN.search(text):
        for match in _WHOLE_DATE.finditer(text):
            yield Find(*match.span(), FindKind.BIRTH)


def _cued(text: str) -> Iterator[Find]:
    for kind, pattern in (*_CUED, (FindKind.BADGE, _UNIT)):
        for match in pattern.finditer(text):
            start, end = match.span(1)
            sign = _SIGN.search(text, match.start(), start)
            yield Find(sign.start() if sign else start, end, kind)
