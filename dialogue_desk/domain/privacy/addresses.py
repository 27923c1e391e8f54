"""Addresses: of streets (a number on a street, a corner, a flat), and of the net (e-mail, links, handles)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import word_set

_KIND = (
    r"(?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|terrace|"
    r"ter|way|"
    r"circle|cir|highway|hwy|parkway|pkwy|square|sq|trail|trl|alley|loop|row|pike|plaza|crescent)\b\.?"
)
_SIDE = r"(?:(?:N|S|E|W|NE|NW|SE|SW|north|south|east|west)\.? )?"
_WORD = r"(?:\d{1,3}(?:st|nd|rd|th)|[^\W\d_][\w'’]{0,24}\.?)"
_FLAT = (
    r"(?:,? ?(?:apt|apartment|unit|suite|ste|room|rm|floor|lot|trailer|space|#|interior|int|depto|"
    r"departamento|apartamento|piso|puerta|lote|local)\b\.? ?#?:? ?[\w\-]{1,6}|,? ?# ?\w{1,6})"
)
_ENGLISH = re.compile(
    rf"(?<![\w$€£.,:/\-])\d{{1,5}}(?:-\d{{1,4}})?[A-Za-z]?,? {_SIDE}(?:{_WORD} ){{1,3}}?{_KIND}(?: (?:N|"
    rf"S|E|W|NE|NW|SE|SW)\b)?{_FLAT}?",
    re.IGNORECASE,
)
_WAY = (
    r"(?:calle|c/|avenida|avda|av|paseo|callej[oó]n|carretera|camino|privada|cerrada|calzada|boulevard|"
    r"bulevar|blvd|"
    r"plaza|plazuela|pasaje|andador|carrera|ronda|traves[ií]a|rue|rua)\b\.?"
)
_SPANISH = re.compile(
    rf"(?<!\w){_WAY} (?:[^\W_][\w'’.]{{0,24}},? ){{0,5}}?(?:[^\W_][\w'’.]{{0,24}})(?:,? |,)"
    r"(?:(?:n[uú]mero|n[uú]m|no|n\.?[º°]|#)\.? ?#?)?\d{1,5}(?!\w|[.,:/]\d)(?:[A-Za-z]\b|-\d{1,4})?"
    + f"{_FLAT}?",
    re.IGNORECASE,
)
_CORNER = re.compile(
    rf"(?<!\w)(?:corner of|intersection of|cross streets?|esquina de|esquina con|esq\.) (?:la |las |the )?"
    rf"({_SIDE}(?:(?:calle|avenida|av\.) )?{_WORD}(?: {_KIND})? (?:and|&|y|"
    rf"con) (?:la )?{_SIDE}(?:(?:calle|avenida|av\.) )?{_WORD}(?: {_KIND})?)",
    re.IGNORECASE,
)
_FLAT_ALONE = re.compile(
    r"(?<!\w)(?:apt|apartment|suite|trailer|lote|manzana|lot|depto|departamento|apartamento|"
    r"piso)\b\.? ?#?(?: ?(?:number|n[uú]mero))? ?(?:\d{1,5}[A-Za-z]?|[A-Za-z]-?\d{1,4})(?!\w)",
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
    r"(?<!\w)(?:[A-Z][\w'’]{1,24} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|"
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
    way drive place court circle square row loop plaza trail lane terrace alley pike pl ct
    """
)
"""Kinds of street that are words too: the name before them needs a capital."""

_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}")
_SPELT_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?: ?(?:\(at\)|\[at\]|\(arroba\)) ?[\w\-]{1,63} ?"
    r"(?:\.|\(dot\)|\[dot\]|\(punto\)) ?"
    r"| (?:at|arroba) [\w\-]{1,63} (?:dot|punto) )(?:com|org|net|edu|gov|mx|es|us|info)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"“”]{2,2000}", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"(?<![\w.@/\-])(?:[\w\-]{1,63}\.){1,4}(?:com|org|net|edu|gov|info|io|me|mx|es|us|tv|ly|gl|be)"
    r"(?:/[^\s<>\"“”]{0,500})?(?![\w\-])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.+/\-])@[\w](?:[\w.]{0,38}\w)?")
_NAMED_HANDLE = re.compile(
    r"\b(?:user ?name|screen name|snapchat|snap|instagram|insta|ig|tiktok|twitter|telegram|usuario)"
    r"(?: (?:is|es|handle|handle is))?(?:: ?| )(?=\w*[\d_.])([a-z][\w.]{2,30}\w)",
    re.IGNORECASE,
)
_AFTERWORD = ".,;:!?…)]}'’»"


def addresses(text: str) -> Iterator[Find]:
    """Yield street addresses."""
    if any(map(str.isdigit, text)):
        for match in _ENGLISH.finditer(text):
            if _names_a_street(match.group()):
                yield _place(match)
        for pattern in (_SPANISH, _FLAT_ALONE, _BOX):
            for match in pattern.finditer(text):
                yield _place(match)
    for match in _FOREIGN.finditer(text):
        yield Find(*match.span(), FindKind.ADDRESS)
    for match in _CORNER.finditer(text):
        yield Find(*match.span(1), FindKind.ADDRESS)


def streets(text: str) -> Iterator[Find]:
    """Yield streets without a number: just a place, but an address in a note about one person."""
    for match in _NAMED.finditer(text):
        yield _place(match)


def online(text: str) -> Iterator[Find]:
    """Yield e-mail addresses, links and handles."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Find(*match.span(), FindKind.EMAIL)
        for match in _HANDLE.finditer(text):
            yield Find(*match.span(), FindKind.HANDLE)
    for match in _SPELT_EMAIL.finditer(text):
        yield Find(*match.span(), FindKind.EMAIL)
    for pattern in (_LINK, _BARE_LINK):
        for match in pattern.finditer(text):
            yield Find(match.start(), match.start() + len(match.group().rstrip(_AFTERWORD)), FindKind.LINK)
    for match in _NAMED_HANDLE.finditer(text):
        yield Find(*match.span(1), FindKind.HANDLE)


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
