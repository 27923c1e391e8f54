"""Addresses that no word for a street tells: lives 1442 teutonia, 506½ Depot rear, la Becher con la 16."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.addresses import (
    FLAT,
    FLAT_WORDS,
    NO_STREET,
    SIDE,
    STREET,
    STREET_NAME,
    WAY,
    WAY_WORDS,
)
from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.tokens import words_in

_BEHIND = (
    r"(?:(?:,? (?:(?:upper|lower|rear|front|back|upstairs|downstairs|basement|garage|attic|interior|int|"
    r"puerta|apt|apto|"
    r"depto|dpto|lote|local|casa|unit|unidad|piso|altos|bajos|fondo|sótano|manzana|mz|bis|trailer|room|rm|"
    r"floor|flr|"
    r"cottage|coach house|carriage house|side door|atrás|de atrás|d atrás|del fondo|d arriba|de arriba)\b\.?|"
    r"# ?)"
    r"(?: ?#? ?(?:\d{1,4}[A-Za-z]?|[A-Za-z](?:-?\d{1,3})?)(?![\w'’]))?(?: (?:de )?atrás| d atrás)?){1,3})"
)
_NO_PLACE = (
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|"
    r"aug\w*|sept?\w*|"
    r"oct\w*|nov\w*|dec\w*|ene\w*|abr\w*|mayo|junio|julio|ago\w*|dic\w*|lunes|martes|mi[eé]rcoles|jueves|"
    r"viernes|s[aá]bados?|"
    r"domingos?|am|pm|ppl|people|percent|kids|cops|years?|yrs?|mins?|minutes|minutos|hours?|horas?|d[ií]as?|"
    r"days?|weeks?|"
    r"wks|months?|mos|mths|meses|semanas|veces|times|blocks?|miles?|mi|mph|feet|ft|bucks|dollars|dls|"
    r"d[oó]lares|pesos|"
    r"personas|familias|families|others|otros|niños|hijos|hombres|mujeres|women|men|officers|oficiales|"
    r"polic[ií]as|cuadras|"
    r"casas|carros|cars|houses|and|or|of|the|to|in|for|on|w|with|a|an|y|o|de|d|del|la|el|los|las|en|con|x|"
    r"por|para|pa|q|que|"
    r"no|ya|se|si|sin|un|una|when|if|but|pero|years|llamadas|calls|stops|tickets|sillas|chairs|vecinos|"
    r"neighbors|students|"
    r"alumnos|teens|adults|adultos|somali|hmong|latino|latina|black|white|negro|blanco|more|mas|más|less|"
    r"menos|total|each|"
    r"todos?|cada|per|st|nd|rd|th|x|k|grade|grado|am|hrs?)"
)
_LIVING = re.compile(
    rf"(?<!\w)(?:liv(?:e|es|ed|ing)(?: (?:at|on|in))?|stay(?:s|ed|ing)?(?: (?:at|w/|with \w+ at))?|"
    rf"address(?: is| was)?|addr|"
    rf"moved (?:in)?to|viv(?:e|en|ía|ian|ían|o|imos|iendo)(?: (?:en|x|por|all[aá] en))?|rentan? en|rent(?:s|"
    rf"ed|ing)(?: at)?|domicilio(?: es)?|"
    rf"direcci[oó]n(?: es)?|dir|casa(?: en)?|house at|home (?:is|at)|place at|mail (?:it )?to|pick ?up "
    rf"(?:\w+ )?at|"
    rf"drop(?:ped)?(?: it| \w+)? (?:off )?at|evicted from|raid(?:ed)? (?:at|on)?|llantera|arriba d \w+ "
    rf"\w+),?:? "
    rf"(\d{{1,5}}(?:[A-Za-z](?!\w)|½| ?1/2)?,? {SIDE}(?!{_NO_PLACE}(?!\w)){STREET_NAME}(?: "
    rf"{STREET})?{_BEHIND}?)(?!\w)",
    re.IGNORECASE,
)
_AT_NUMBER = re.compile(
    rf"(?<!\w)(?:at|@|en|from|outside|afuera de|frente al?|in front of) (?:(?:{FLAT}),? "
    rf")?(\d{{2,5}}(?:[A-Za-z](?!\w)|½)? {SIDE}"
    rf"(?!{_NO_PLACE}(?!\w))(?-i:[A-Z])[\w'’]{{2,24}}(?: (?-i:[A-Z])[\w'’]{{2,24}})?(?: "
    rf"{STREET})?{_BEHIND}?)(?!\w)",
    re.IGNORECASE,
)
_HALF_NUMBER = re.compile(
    rf"(?<![\w$])\d{{1,5}} ?(?:½|1/2),? {SIDE}(?!{_NO_PLACE}(?!\w)){STREET_NAME}(?: "
    rf"{STREET})?{_BEHIND}?(?!\w)",
    re.IGNORECASE,
)
_BEHIND_UNIT = re.compile(
    rf"(?<![\w$€£.,:/\-])(?:\d{{3,5}}[A-Za-z]? {SIDE}|\d{{1,5}}[A-Za-z]? "
    rf"{SIDE}(?=(?-i:[A-Z])))(?!{_NO_PLACE}(?!\w)){STREET_NAME}"
    rf"(?: (?!{_NO_PLACE}(?!\w)){STREET_NAME})?{_BEHIND}(?!\w)",
    re.IGNORECASE,
)
_NAME_NUMBER_UNIT = re.compile(
    rf"(?<!\w)(?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{{2,24}}(?: (?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{{2,24}})? (?:n[uú]m\.? |no\.? |# "
    rf"?)?\d{{1,5}}[A-Za-z]?{_BEHIND}(?!\w)",
    re.IGNORECASE,
)
_VIVE_NAME_NUMBER = re.compile(
    rf"(?<!\w)(?:vive|viven|vivo|vivimos|vivía|rentan? en|domicilio|direcci[oó]n|dir)(?: en| x| por)?:? "
    rf"((?:la |el )?(?!{_NO_PLACE}(?!\w))[^\W\d_]{{3,24}}(?: [^\W\d_]{{3,24}})? (?:n[uú]m\.? |no\.? |# "
    rf"?)?\d{{2,5}}(?:-?[A-Za-z](?!\w))?{_BEHIND}?)(?!\w)(?! ?(?:a[nñ]os|d[ií]as|meses))",
    re.IGNORECASE,
)
_LIST_OF_UNITS = re.compile(
    r"(?<!\w)(?:la |el |the )?(?:traila|tr[aá]iler|trailer|lote|lot|space|espacio|apt|apto|unit|depto|"
    r"departamento|edificio|torre|casa|cabin|cabaña|room|cuarto)\.? ?#? ?"
    r"\d{1,4}[A-Za-z]?,? (?:(?:lote|lot|manzana|mz|espacio|space|edif|edificio|torre|bldg|building|row|fila|"
    r"secci[oó]n|section|floor|piso)\.? ?#? ?[\w]{1,4},? ){0,2}"
    r"(?:(?:de|d|del|of|at|en) (?:la |el |the )?)?(?:parque |park |colonia |fracc\.? |rancho |camino |"
    r"residencial |villas? |conjunto )?(?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{2,24}(?: "
    r"(?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{2,24}){0,2}(?!\w)",
    re.IGNORECASE,
)
_UNIT_IS = re.compile(
    rf"(?<!\w)(?:apt|apartment|unit|place|room|depto|apto)(?: is| es| in| en)? ((?:# "
    rf"?)?(?=\w{{0,3}}\d)\w{{1,4}}, ?\d{{1,5}} {SIDE}(?!{_NO_PLACE}(?!\w)){STREET_NAME}(?: {STREET})?)(?!\w)",
    re.IGNORECASE,
)
_ROOM_AND_WAY = re.compile(
    rf"(?<!\w)(?:cuarto|casa|room|apt|apto|depto|interior|int|local|piso)\.? ?#?\w{{1,4}},? (?:en |de |d "
    rf")?(?:la )?{WAY} "
    rf"[^\W_][\w'’.]{{1,24}}(?: [^\W_][\w'’.]{{1,24}})?,? ?#?\d{{1,5}}(?!\w)",
    re.IGNORECASE,
)
_ENTRE = re.compile(
    r"(?<!\w)(?:(?:calle|avenida|av) [\w]{1,24} )?entre (?:la |calle |las calles |el "
    r")?(?:(?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{2,24}|la \d{1,3})"
    r" y (?:la |calle |el )?(?:(?-i:[A-ZÁÉÍÓÚÑ])[\w'’]{2,24}|la \d{1,3})(?!\w)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    rf"(?<!\w){WAY} (?:[^\W_][\w'’.]{{0,24}},? ){{0,3}}?[^\W_][\w'’.]{{0,24}},? (?:s/n|sin "
    rf"n[uú]mero)(?!\w)(?:,? (?:casa|puerta|portón|reja) [^\W\d_]{{3,12}})?",
    re.IGNORECASE,
)
_UNIT_FIRST = re.compile(
    rf"(?<!\w)(?:apts?|apartment|unit|suite|ste|room|rm|flat|apto|depto|dpto|int|interior|piso|upper|lower|"
    rf"rear|# ?)\.? ?#? ?[\w\-]{{1,5}},? "
    rf"\d{{1,5}} {SIDE}(?!{_NO_PLACE}(?!\w)){STREET_NAME}(?: {STREET})?(?!\w)",
    re.IGNORECASE,
)
_SMALL_SIDE = re.compile(
    rf"(?<![\w$€£.,:/\-])\d{{3,5}} (?:[nsew]|north|south|east|west|ne|nw|sw)\.? "
    rf"(?!{_NO_PLACE}(?!\w))(?:\d{{1,3}}(?:st|nd|rd|th)?|[^\W\d_][\w'’]{{3,24}})(?: "
    rf"{STREET})?{_BEHIND}?(?!\w)",
    re.IGNORECASE,
)
_LA_CON_LA = re.compile(
    rf"(?<!\w)(?:la|el) (?!{NO_STREET})(?:[^\W\d_][\w'’]{{2,24}}|\d{{1,3}}) (?:con|y|c/|esq\.?|esquina(?: "
    rf"con)?) (?:la|el) "
    rf"(?:\d{{1,3}}(?! (?:a[nñ]os|d[ií]as))|(?-i:[A-Z])[\w'’]{{2,24}})(?: (?:norte|sur|este|oeste|poniente|"
    rf"oriente|[nsew])\b)?(?!\w)",
    re.IGNORECASE,
)
_BEHIND_WORDS = frozenset(re.findall(r"[^\W\d_]{3,}", _BEHIND)) | {"rm", "mz"}
_LIVING_WORDS = frozenset(
    word
    for row in (
        "live lives lived living stay stays stayed staying address addr moved rents rented renting",
        "house home place mail pick pickup drop dropped evicted raid raided renta rentan vive viven vivo",
        "vivía vivia vivían vivian vivimos viviendo domicilio dirección direccion dir casa arriba llantera",
    )
    for word in row.split()
)
_AT_WORDS = frozenset(("at", "en", "from", "outside", "afuera", "frente", "front"))
_HOME_WORDS = FLAT_WORDS | {
    "traila",
    "tráiler",
    "space", "espacio", "torre", "casa", "cabin", "cabaña", "room", "rm", "cuarto", "flat", "int", "interior",
    "upper", "lower", "rear", "place", "local",
}  # fmt: skip
_LA_WORDS = frozenset(("la", "el"))
_TRIED = (
    (_LIVING, _LIVING_WORDS),
    (_AT_NUMBER, _AT_WORDS),
    (_VIVE_NAME_NUMBER, _LIVING_WORDS),
    (_UNIT_IS, _HOME_WORDS),
    (_BEHIND_UNIT, _BEHIND_WORDS),
    (_NAME_NUMBER_UNIT, _BEHIND_WORDS),
    (_LIST_OF_UNITS, _HOME_WORDS),
    (_ROOM_AND_WAY, WAY_WORDS),
    (_UNIT_FIRST, _HOME_WORDS),
    (_SMALL_SIDE, frozenset(("n", "s", "e", "w", "ne", "nw", "sw", "north", "south", "east", "west"))),
)
"""Patterns, and the words of which one has to stand in a text for them to be worth trying."""
_UNNUMBERED = ((_NO_NUMBER, WAY_WORDS), (_ENTRE, frozenset(("entre",))), (_LA_CON_LA, _LA_WORDS))
_HALVES = ("½", "1/2")


def homes(text: str) -> Iterator[Find]:
    """Yield where people live, said without a word for a street."""
    words = words_in(text)
    tried = _TRIED if any(map(str.isdigit, text)) else ()
    for pattern, telling in (*tried, *_UNNUMBERED):
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                yield _home(match)
    if any(half in text for half in _HALVES):
        for match in _HALF_NUMBER.finditer(text):
            yield _home(match)


def _home(match: re.Match[str]) -> Find:
    """Return the find of an address, without the period behind it."""
    found = match.group(match.re.groups)
    start = match.start(match.re.groups)
    return Find(start, start + len(found.rstrip(".")), FindKind.ADDRESS)
