"""Street addresses: a number on a street, a block, a corner, a flat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import word_set
from dialogue_desk.domain.privacy.tokens import words_in

STREET = (
    r"(?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|terrace|"
    r"ter|way|"
    r"circle|cir|highway|hwy|parkway|pkwy|square|sq|trail|trl|alley|loop|row|pike|plaza|crescent)\b\.?"
)
SIDE = r"(?:(?:N|S|E|W|NE|NW|SE|SW|north|south|east|west)\.? )?"
STREET_NAME = r"(?:\d{1,3}(?:st|nd|rd|th)|[^\W\d_][\w'’]{0,24}\.?)"
FLAT = (
    r"(?:,? ?(?:apt|apartment|unit|suite|ste|room|rm|floor|lot|trailer|space|#|interior|int|depto|"
    r"departamento|apartamento|piso|puerta|lote|local)\b\.? ?#?:? ?[\w\-]{1,6}|,? ?# ?\w{1,6})"
)
_AND = r"(?: ?[&/+] ?| and | n | y | con | w/? | x | c/ ?)"
NO_STREET = (
    r"(?:(?:and|or|of|the|to|in|for|last|then|grade|grader|graders|graders?|floor|time|street|day|year|"
    r"years|birthday|people|ppl|"
    r"kids|officers?|again|we|i|he|she|they|it|la|las|el|los|de|que|q|no|ya|se)\b)"
)
_ENGLISH = re.compile(
    rf"(?<![\w$€£.,:/\-])\d{{1,5}}(?:-\d{{1,4}})?[A-Za-z]?(?: ?1/2| ?½)?,? {SIDE}(?:{STREET_NAME} "
    rf"){{1,3}}?{STREET}(?: (?:N|"
    rf"S|E|W|NE|NW|SE|SW)\b)?{FLAT}?(?: (?:rear|front|upper|lower|upstairs|downstairs|basement)\b)?",
    re.IGNORECASE,
)
WAY = (
    r"(?:calle|c/|avenida|avda|av|paseo|callej[oó]n|carretera|camino|privada|cerrada|calzada|boulevard|"
    r"bulevar|blvd|"
    r"plaza|plazuela|pasaje|andador|carrera|ronda|traves[ií]a|rue|rua)\b\.?"
)
_SPANISH = re.compile(
    rf"(?<!\w){WAY} (?:[^\W_][\w'’.]{{0,24}},? ){{0,5}}?(?:[^\W_][\w'’.]{{0,24}})(?:,? |,)"
    r"(?:(?:n[uú]mero|n[uú]m|no|n\.?[º°]|#)\.? ?#?)?\d{1,5}(?!\w|[.,:/]\d)(?:[A-Za-z]\b|-\d{1,4})?"
    + f"{FLAT}?",
    re.IGNORECASE,
)
_CORNER = re.compile(
    rf"(?<!\w)(?:la (?=esq))?(?:corner of|corner|intersection of|cross streets?|esquina de|esquina con|"
    rf"esquina "
    rf"d|"
    rf"esquina|esq\.?)"
    rf" (?:la |las |the )?({SIDE}(?:(?:calle|avenida|av\.) )?{STREET_NAME}(?: {STREET})?{_AND}(?:la )?"
    rf"{SIDE}(?:(?:calle|avenida|av\.) )?(?:{STREET_NAME}|\d{{1,3}}(?!\w))(?: {STREET})?(?: (?:norte|sur|"
    rf"este|oeste)\b)?)",
    re.IGNORECASE,
)
_NUMBERED_CORNERS = (
    re.compile(
        rf"(?<![\w$#])(?:(?:[4-9]|[1-9]\d|1\d\d)th|\d{{1,2}}[123](?:st|nd|rd)|(?<=at )\d(?:st|nd|rd)|"
        rf"(?<=on )\d(?:st|nd|rd))"
        rf"{_AND}{SIDE}(?!{NO_STREET}){STREET_NAME}(?: {STREET})?(?![\w]| ?(?:grade|floor|time|st? ?time))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?!{NO_STREET})[^\W\d_][\w'’]{{2,24}}(?: {STREET})?{_AND}\d{{1,3}}(?:st|nd|rd|th)(?: "
        rf"{STREET})?(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)la \d{{1,3}}(?: y | con | esq\.? |/)(?:la )?(?!{NO_STREET})(?:\d{{1,3}}|"
        rf"[^\W\d_][\w'’]{{2,24}})(?!\w)",
        re.IGNORECASE,
    ),
)
_NAMED_CORNER = re.compile(
    rf"(?<!\w)(?:at|on|by|near|en|cerca de|cerca d|@) ({SIDE}{STREET_NAME}(?: "
    rf"{STREET}(?:{_AND}){SIDE}{STREET_NAME}(?: {STREET})?"
    rf"|(?: ?[&/] ?){STREET_NAME} {STREET}))(?!\w)",
    re.IGNORECASE,
)
_ESQUINA = re.compile(
    rf"(?<!\w)(?!{NO_STREET})[^\W\d_][\w'’]{{2,24}} (?:esquina|esq\.?)(?: con| c/| de| d)? (?:la |el "
    rf")?(?:\d{{1,3}}|{STREET_NAME})(?!\w)",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"(?<![\w$€£.,:/\-])\d{{1,5}} {WAY} [^\W_][\w'’.]{{0,24}}(?: "
    rf"(?-i:[A-ZÁÉÍÓÚÑ])[\w'’.]{{1,24}})?{FLAT}?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:(?:n[uú]m(?:ero)?|no)\.? ?|# ?|(?:en el|al) (?=\d{2,5} (?:de|d) (?:la|el) "
    r"(?-i:[A-Z])))\d{1,5}(?:-?[A-Za-z])? (?:de|d) (?:la|el|l) (?:calle "
    r")?[^\W\d_][\w'’]{2,24}(?!\w)",
    re.IGNORECASE,
)
_GRID = re.compile(
    rf"(?<!\w)[NSEW]\d{{1,3}}(?:[NSEW])?\d{{2,5}} (?:{SIDE}{STREET_NAME} ){{0,2}}?(?:(?:county|cty|co) "
    rf"(?:road|rd|hwy|highway|trunk) \w{{1,3}}|{STREET})(?!\w)"
    rf"|(?<![\w$])\d{{2,5}} (?:county|cty|co|state) (?:road|rd|hwy|highway|route|rt) \w{{1,4}}(?!\w)",
    re.IGNORECASE,
)
_AT_TWO = re.compile(
    rf"(?<!\w)(?:at|@|near|by|on) ((?!{NO_STREET})[^\W\d_][\w'’]{{2,24}} ?& "
    rf"?(?!{NO_STREET})[^\W\d_][\w'’]{{2,24}})(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?<!\w)(?:(?i:upper |lower |rear |front )?(?i:unit|apt|suite|ste))\.? ?#?\d{1,5}[A-Za-z]?,? "
    r"[A-Z][\w'’]{2,24}"
)
_BLOCK = re.compile(
    rf"(?<![\w$])\d{{1,3}}00 (?:blk|block|bloque|cuadra)s?\b\.?(?: (?:of|de|d|on|en))?(?: (?:la|el|the))?"
    rf" {SIDE}{STREET_NAME}(?: {STREET})?(?!\w)",
    re.IGNORECASE,
)
_SIDED = re.compile(
    rf"(?<![\w$€£.,:/\-])\d{{2,5}} (?:(?:[NSEW]|NE|NW|SE|SW|(?i:[nsew])\.) (?!{NO_STREET}){STREET_NAME}|"
    rf"[nsew] \d{{1,3}}(?:st|nd|rd|th))(?: {STREET})?(?!\w)"
)
_FLAT_ALONE = re.compile(
    r"(?<!\w)(?:apts?|apartment|suite|trailer|lote|manzana|lot|dep(?:to)?|departamento|apartamento|apto|"
    r"dpto|edificio|"
    r"edif|piso)\b\.? ?#?(?: ?(?:number|n[uú]m(?:ero)?|no)\b\.?)? ?"
    r"(?:\d{1,5}(?:-?[A-Za-z])?|[A-Za-z]-?\d{1,4})(?!\w)(?:(?:,? | del? )(?-i:[A-Z][\w'’]+(?: "
    r"[A-Z][\w'’]+)?)|"
    r" (?:del?|d|of) (?:la |el |the )?(?:edif(?:icio)?|building|bldg)\b\.? [\w'’]+)?",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"(?<!\w)(?:P\.? ?O\.? box|apartado(?: postal)?) #?\d{1,6}(?!\w)|(?<!\w)(?:R\.?R\.?|"
    r"rural route) \d{1,3},? box \d{1,5}(?!\w)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"(?<!\w)(?:улица|ул\.|вулиця|вул\.|проспект|пр\.|شارع|đường) ?[^\W\d_]{2,24}(?: [^\W\d_]{1,24})?,? ?"
    r"(?:дом |д\. ?|буд\. ?|رقم |số )?\d{1,5}(?!\w)|(?<!\w)số \d{1,5},? đường(?: [^\W\d_]{1,24}){1,3}"
    r"|[\u4e00-\u9fff]{1,8}?[路街道巷](?:\d{1,5}号?|[一二三四五六七八九十百]{1,6}号)(?:\d{1,4}室)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<!\w)(?!(?:Rev|Prof|Mr|Mrs|Ms|Fr|Dean|Pastor|Sr|Sra|Hon|Asst|And|The|Vice|Principal|Father|Sister|"
    r"Brother)\b)"
    r"(?:[A-Z][\w'’]{1,24} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|"
    r"Lane|Ln|Court|Ct)\b\.?"
    r"|(?<!\w)(?:calle|avenida|Calle|Avenida) (?:(?:de|del|la|las|los|"
    r"el) ){0,2}[A-ZÁÉÍÓÚÑ][\w'’]{1,24}(?: [A-ZÁÉÍÓÚÑ][\w'’]{1,24})?"
)
_NOT_A_NAME = word_set(
    """
    and or of the to in a for at on with y o de la el los las miles minutes min years hours people times
    """
)
_ALSO_WORDS = word_set(
    """
    way drive place court circle square row loop plaza trail lane terrace alley pike
    """
)
"""Kinds of street that are words too: the name before them needs a capital."""

_KIND_WORDS = frozenset(re.findall("[a-z]{2,}", STREET))
WAY_WORDS = frozenset(re.findall("[a-z]{2,}", WAY)) | {"c", "callejón", "travesía", "calle"}
FLAT_WORDS = frozenset(
    [
        "apt",
        "apts",
        "apartment",
        "suite",
        "ste",
        "unit",
        "trailer",
        "lote",
        "manzana",
        "lot",
        "dep",
        "depto",
        "departamento",
        "apartamento",
        "apto",
        "dpto",
        "edificio",
        "edif",
        "piso",
    ]
)
_ANY: frozenset[str] = frozenset()
_NUMBERED = (
    (_SPANISH, WAY_WORDS),
    (_FLAT_ALONE, FLAT_WORDS),
    (_BOX, frozenset(("box", "apartado"))),
    (_BLOCK, frozenset(["blk", "blks", "block", "blocks", "bloque", "bloques", "cuadra", "cuadras"])),
    (_SIDED, _ANY),
    (_ESQUINA, frozenset(("esquina", "esq"))),
    (_NUMBER_FIRST, WAY_WORDS),
    (_NUMBER_OF, frozenset(["num", "núm", "numero", "número", "no", "de", "d"])),
    (_UNIT, FLAT_WORDS),
    (_GRID, _KIND_WORDS | {"county", "cty", "co", "state"}),
    *((pattern, _ANY) for pattern in _NUMBERED_CORNERS),
)
_CORNERS = (
    (_CORNER, frozenset(["corner", "intersection", "cross", "esquina", "esq"])),
    (_NAMED_CORNER, _KIND_WORDS),
    (_AT_TWO, _ANY),
)
"""Patterns, and the words of which one has to stand in a text for them to be worth trying."""


def addresses(text: str) -> Iterator[Find]:
    """Yield street addresses."""
    if any(map(str.isdigit, text)):
        yield from _numbered(text)
    if not text.isascii():
        for match in _FOREIGN.finditer(text):
            yield Find(*match.span(), FindKind.ADDRESS)
    for pattern, words in _CORNERS:
        for match in _tried(pattern, words, text):
            yield Find(match.start(0 if pattern is _CORNER else 1), match.end(), FindKind.ADDRESS)


def _numbered(text: str) -> Iterator[Find]:
    for match in _tried(_ENGLISH, _KIND_WORDS, text):
        if _names_a_street(match.group()):
            yield _place(match)
    for pattern, words in _NUMBERED:
        for match in _tried(pattern, words, text):
            yield _place(match)


def _tried(pattern: re.Pattern[str], words: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    if words and words.isdisjoint(words_in(text)):
        return iter(())
    return pattern.finditer(text)


def streets(text: str) -> Iterator[Find]:
    """Yield streets without a number: just a place, but an address in a note about one person."""
    for match in _NAMED.finditer(text):
        yield _place(match)


def _place(match: re.Match[str]) -> Find:
    """Return the find of an address, without the period behind it."""
    return Find(match.start(), match.start() + len(match.group().rstrip(".")), FindKind.ADDRESS)


def _names_a_street(found: str) -> bool:
    """Whether the words after a number name a street: "3 stops on Main Street" and "5 min drive" do not."""
    _, *words = found.replace(",", " ").split()
    place = next(
        (at for at, word in enumerate(words) if at and word.casefold().strip(".") in _ALSO_WORDS), None
    )
    name = words[:place]
    if not _NOT_A_NAME.isdisjoint(word.casefold() for word in name):
        return False
    return place is None or all(word[:1].isupper() or word[:1].isdigit() for word in name)
