"""What is true of one person only: the only Hmong boy in that class, la única que habla mam."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import word_set
from dialogue_desk.domain.privacy.tokens import name_key
from dialogue_desk.domain.privacy.whose_phrases import whose

_PEOPLE = """
    one ones person people man men woman women boy girl kid child student teacher mother father mom dad
    parent family families neighbor neighbour officer cop nurse doctor driver worker employee member
    resident tenant renter owner immigrant veteran pastor firefighter lawyer interpreter translator
    citizen speaker lady guy couple teen teenager senior adult survivor volunteer cook barber grocer
    mechanic homeowner landlord coach principal counselor deputy sergeant detective judge candidate
    librarian bilingual aide clerk muslim jew latino latina black asian white hispanic native sikh hmong
    somali deaf blind trans gay lesbian christian refugee foreigner student's wheelchair user household
    grandmother grandfather grandma widow widower
    """
_GENTE = """
    que uno una mujer hombre persona niño niña maestro maestra madre padre mamá papá familia vecino
    vecina oficial policía agente enfermera enfermero doctor doctora chofer trabajador trabajadora
    empleado empleada miembro inquilino inquilina dueño dueña inmigrante veterano veterana pastor
    bombero bombera abogado abogada intérprete señora señor muchacho muchacha joven estudiante alumno
    alumna viuda viudo latino latina negro negra musulmán musulmana hispano hispana mexicano mexicana
    migrante indígena sobreviviente voluntario voluntaria cocinera cocinero barbero mecánico refugiado
    refugiada sordo sorda bilingüe pareja chica chico directora director jueza secretaria
    """
_DOERS = (
    r"(?!(?:number|paper|order|water|corner|door|floor|computer|dinner|letter|matter|shelter|summer|"
    r"winter|river|power|answer|"
    r"center|number|after|over|under|other|another|never|ever|rather|together|weather|color|error|"
    r"mirror|color|favor|factor|"
    r"motor|list|trans|exist|assist|resist|twist|fist|master|poster|sister|former|later|better|greater|"
    r"offer|buffer|corridor|"
    r"cover|layer|manner|member|october|november|december|september|rumor|labor|honor|humor|terror|"
    r"horror|sector|doctor)\b)"
    r"[^\W\d_]{3,20}(?:er|or|ist|ian|man|woman|keeper)"
)
"""Who does something is mostly named by how the word ends: plumber, welder, pharmacist."""
_BEFORE = r"((?:(?!(?:in|on|at|of|who|that|with|w|and|n|from|to|for|is|was|has|if)\b)[\w'’\-]{1,24} ){0,4})"
_ONLY = re.compile(
    rf"(?<!\w)(?<!not )(?:the )?(?:only|sole|lone|first and only) {_BEFORE}("
    + "|".join(map(re.escape, _PEOPLE.split()))
    + rf"|{_DOERS})(?!\w)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?<!\w)the first {_BEFORE}(" + "|".join(map(re.escape, _PEOPLE.split())) + r")(?!\w)",
    re.IGNORECASE,
)
_UNICO = re.compile(
    r"(?<!\w)(?<!\blo )(?:(?:es|soy|somos|eres|era) )?(?:(?:la|el|su|mi) )?(?:únic[oa]|unic[oa])((?: "
    r"[\w\-]{1,24}){0,3}?) ("
    + "|".join(_GENTE.split())
    + r"|sin papeles|sin documentos|[^\W\d_]{3,18}(?:ero|era|ista|dor|dora|nte|ista|eño|eña|ano|ana))(?!\w)",
    re.IGNORECASE,
)
_UNICO_QUE = re.compile(
    r"(?<!\w)(?<!\blo )(?:(?:es|soy|somos|eres|era) )?(?:(?:la|el) )?(?:únic[oa]|unic[oa])() (q|que|de|d|del|"
    r"en|con)(?!\w)",
    re.IGNORECASE,
)
_UNICO_DE = re.compile(
    r"(?<!\w)(?<!\blo )(?:(?:es|soy|somos|eres|era) )?(?:(?:la|el|su|mi) )?(?:únic[oa]|unic[oa])() "
    r"(?!(?:cosa|manera|razón|forma|vez|lugar|problema|"
    r"pregunta|calle|escuela|tienda|parque|luz|iglesia|ruta|salida|entrada|esperanza|opción|ayuda|biblioteca|"
    r"clínica|"
    r"parada|oficina|cancha|puerta|farmacia|lavandería|banco|hospital|camión|bus|foco|lámpara|semáforo|"
    r"reunión|clase|"
    r"programa|centro|trabajo|ingreso|comida|agua|día|noche|hora|idioma|lengua|documento|papel|prueba|regla|"
    r"ley|queja|"
    r"respuesta|solución|diferencia|casa|carro|cámara|patrulla|mesa|silla|baño|teléfono|número|que|q|de|d|"
    r"del|en|con)\b)"
    r"([^\W\d_]{3,20})(?= (?:del|de la|d la|d el|de todo|d todo|de toda|d toda|en todo|en toda|en el|en la|"
    r"de aqui|de aquí|"
    r"q|que|de este|de esta|d este|d esta)(?!\w))",
    re.IGNORECASE,
)
_PRIMERA = re.compile(
    r"(?<!\w)(?:la|el) primer[oa]?((?: [\w\-]{1,24}){0,3}?) (" + "|".join(_GENTE.split()) + r")(?!\w)",
    re.IGNORECASE,
)
_THINGS = word_set(
    """
    that which to thing way reason time place bus problem question cosa manera razón forma vez lugar
    problema pregunta
    """
)
_ANYBODY = word_set("one ones person people persona que uno una")
"""The first of these may be anybody; the only one is somebody."""
_NO_NOUN = word_set("que q de d del en con")
_COUNTED = re.compile(
    r"(?:a|an|one|two|three|four|five|six|some|few|have|had|if|when|say|said|\d+)(?: |$)", re.IGNORECASE
)
_BARE_ONE = re.compile(r" (?:in|on|at|who|that|w/?|with|from|here|left|of|under)(?!\w)", re.IGNORECASE)
_OTHERS = re.compile(
    r"唯一的?[\u4e00-\u9fff]{1,8}|(?<!\w)(?:единственн(?:ый|ая|ой)|єдин(?:ий|а))(?: [^\W\d_]{1,24}){1,3}"
    r"|(?<!\w)(?:المرأة|الرجل|الشخص|المعلمة|المعلم|العائلة) الوحيدة?(?: [^\W\d_]{1,24}){0,2}"
    r"|(?<!\w)(?:người|phụ nữ|gia đình|cô giáo) (?:[^\W\d_]{1,24} ){0,3}duy nhất"
)


def the_only(text: str) -> Iterator[Find]:
    """Yield what is true of one person only."""
    for match in _ONLY.finditer(text):
        if _is_one(match, text):
            yield from _marked(match, text, free=0)
    for pattern in (_UNICO, _UNICO_DE, _UNICO_QUE):
        for match in pattern.finditer(text):
            yield from _marked(match, text, free=1)
    yield from _first(text)
    if not text.isascii():
        for match in _OTHERS.finditer(text):
            yield Find(*match.span(), FindKind.ONLY)


def _first(text: str) -> Iterator[Find]:
    for pattern, free in ((_FIRST, 0), (_PRIMERA, 1)):
        for match in pattern.finditer(text):
            if name_key(match[2]) not in _ANYBODY:
                yield from _marked(match, text, free=free)


def _is_one(match: re.Match[str], text: str) -> bool:
    """Whether "only" without an article means one: "only two kids" and "only a teacher can" do not."""
    if match.group()[:1] in "tT":
        return True
    if _COUNTED.match(match[1]) or match[2].casefold() in {"people", "men", "women", "ones"}:
        return False
    return name_key(match[2]) != "one" or bool(_BARE_ONE.match(text, match.end()))


def _marked(match: re.Match[str], text: str, free: int) -> Iterator[Find]:
    if _THINGS.isdisjoint(map(name_key, match[1].split())):
        start = match.start(2) if name_key(match[2]) in _NO_NOUN else match.end(2)
        end = whose(text, start - 1 if start == match.start(2) else start, free, here=True)
        yield Find(match.start(), max(end, match.end(2)), FindKind.ONLY)
