"""Numbers of one person: badges, cases, identity numbers, dates of birth.

Every pattern is bounded and begins at the edge of a run, so that the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import word_set
from dialogue_desk.domain.privacy.tokens import words_in

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
_OF_A_CENTURY = (
    r"(?:(?:[^\W\d_]{2,9}ty|[^\W\d_]{3,7}enta|[^\W\d_]{2,6}teen|veinti?[^\W\d_]{0,6}|ten|eleven|twelve|diez|"
    r"once|doce|"
    r"trece|catorce|quince|dieci[^\W\d_]{3,5}|oh|cero)"
    r"(?:[ \-](?:y )?(?:one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|"
    r"ocho|"
    r"nueve)(?!\w))?|(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|one|two|three|four|five|six|seven|"
    r"eight|nine)(?!\w))"
)
_CENTURY = (
    rf"(?:(?:mil novecientos|nineteen|dos mil|two thousand(?: and)?)[ \-](?:\d\d|{_OF_A_CENTURY})|dos mil|"
    rf"two thousand"
    rf"|(?<=del )(?:{_OF_A_CENTURY})|(?<=of )(?:{_OF_A_CENTURY}))"
)
_DAY_IN_WORDS = (
    r"(?:\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|primero|uno|dos|tres|"
    r"cuatro|"
    r"cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|[^\W\d_]{4,9}(?:th|[ \-]first|"
    r"[ \-]second))"
)
_DATE_IN_WORDS = (
    rf"(?:(?:the )?{_DAY_IN_WORDS}(?:st|nd|rd|th)?(?: of| de| d)? ?{_MONTH}(?:,?(?: del?| d| of)? "
    rf"(?:{_CENTURY}|{_YEAR}))?"
    rf"|{_MONTH} (?:the )?{_DAY_IN_WORDS}(?:st|nd|rd|th)?(?:,?(?: of| in| del?)? (?:{_CENTURY}|{_YEAR}))?"
    rf"|{_MONTH} (?:of|in|del?|d) ['’]?\d\d|\d{{1,2}} (?:del?|of) \d{{1,2}} (?:del?|of) \d{{2,4}}"
    rf"|{_MONTH}(?: of| in| del?| d)? {_CENTURY}|{_CENTURY})"
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
            r"case|docket|report|complaint|incident|file|claim|warrant|booking|inmate|"
            r"reference|ref|caso|expediente|denuncia|reporte|queja|folio|causa|infracci[oó]n|"
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
)
_OFFICERS = word_set(
    """
    officer ofc ofcr oficial agente deputy sgt sargento trooper cop patrullero patrulla unidad squad
    """
)
_TELLING = (
    _OFFICERS
    | word_set("badge shield número numero num n placa insignia patrol car cruiser star chapa")
    | {"número"},
    frozenset(("placa", "chapa")),
    _OFFICERS,
    word_set(
        """
        case docket report complaint incident file claim warrant booking inmate reference ref caso expediente
        denuncia reporte queja folio causa infraccion averiguacion atestado carpeta receipt matter id
        """
    )
    | {"infracción", "averiguación", "дело", "справа"},
    None,
    word_set(
        """
        ssn itin social seguro nss number alien passport pasaporte driver drivers license licence licencia
        medicaid medicare dni nie nif curp rfc ine lic dl permit permiso visa matricula consular student
        state cedula account cuenta clabe green uscis last
        """
    )
    | {"matrícula", "cédula", "паспорт"},
)
"""For each pattern of ``_CUED`` the words of which one has to stand in a text for it to be worth trying."""
_BIRTH = re.compile(
    r"(?<!\w)(?:d\.?o\.?b\.?|date of birth|birth ?date|birth ?day|b-?day|born|brn|fecha (?:de |"
    r"d )?nac(?:imiento)?\.?|"
    r"f\.? ?nac\.?|fdn|cumplea[nñ]os|cumples?|naci[oó]|nacid[oa]|nac[ií]|nac\.?|cumple a[nñ]os|"
    r"родил(?:ся|ась)|"
    r"народи(?:вся|лася)|生日|出生)"
    rf"(?: (?:el d[ií]a|el|is|was|on|in|es|back|around|abt|about|some ?time|era|d[ií]a|en|fue|del?|"
    rf"d)){{0,3}}[:,]? ?((?:the )?(?:{_DATE_IN_WORDS}|{_DATE}))(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?<!\w)(?:unit|unidad) #?(\d{3,4}|\d\d(?! ?[\w]))(?!\w)", re.IGNORECASE)
_BORN = re.compile(
    r"(?<!\w)(?:d\.?o\.?b|date of birth|birth\w*|b-?day|born|brn|naci\w*|nac|cumple\w*|fdn|fecha)(?!\w)",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"(?<!\w)(?:dmv|acta|licencia|registro|birth\w*|dob|nac\w*|cumple\w*|b-?day|age|edad|records?|papers|"
    r"papeles|"
    r"passport|pasaporte|ssa|social)(?!\w)",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    rf"(?<![\w/.\-])(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of| de| d)? ?{_MONTH}(?:,?(?: del?| d| of)?) ?"
    rf"(?:{_CENTURY}|19\d\d|200\d|['’]\d\d)|{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? (?:{_CENTURY}|19\d\d|200\d|"
    rf"['’]\d\d))(?!\w)",
    re.IGNORECASE,
)
"""A whole date of long ago, beside a word for a record of it."""
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
    if not text.isascii() or _BORN.search(text):
        yield from _matched(FindKind.BIRTH, _BIRTH, text)
    if any(map(str.isdigit, text)):
        words = words_in(text)
        for (kind, pattern), telling in zip(_CUED, _TELLING, strict=True):
            if telling is None or not telling.isdisjoint(words):
                yield from _matched(kind, pattern, text)
        yield from _matched(FindKind.BADGE, _UNIT, text)
        yield from _shaped(text)


def _shaped(text: str) -> Iterator[Find]:
    """Yield what is told by its shape alone, or by its shape in a line about a birth or a record."""
    for kind, pattern in _SHAPED:
        for match in pattern.finditer(text):
            yield Find(*match.span(), kind)
    for telling, date in ((_BORN, _WHOLE_DATE), (_RECORDED, _LONG_AGO)):
        if telling.search(text):
            for match in date.finditer(text):
                yield Find(*match.span(), FindKind.BIRTH)


def _matched(kind: FindKind, pattern: re.Pattern[str], text: str) -> Iterator[Find]:
    for match in pattern.finditer(text):
        start, end = match.span(1)
        sign = _SIGN.search(text, match.start(), start)
        yield Find(sign.start() if sign else start, end, kind)
