"""What is true of one person only: "the only ...", and roles that a place has once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import word_set
from dialogue_desk.domain.privacy.tokens import name_key

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
_ONLY = re.compile(
    r"(?<!\w)the (?:only|sole|first and only|first) "
    r"((?:[\w'’\-]{1,24} ){0,5}?)(" + "|".join(map(re.escape, _PEOPLE.split())) + r")(?!\w)"
    r"((?: [\w'’\-]{1,24}){0,5})",
    re.IGNORECASE,
)
_UNICO = re.compile(
    r"(?<!\w)(?:la|el) (?:únic[oa]|unic[oa]|primer[oa]?)((?: [\w\-]{1,24}){0,3}?) ("
    + "|".join(_GENTE.split())
    + r"|sin papeles|sin documentos)(?!\w)"
    r"((?: [\w\-]{1,24}){0,4})",
    re.IGNORECASE,
)
_STOPS = word_set(
    """
    said says asked told thinks feels felt and but because so if when dijo dice y pero porque
    preguntó cuenta contó
    """
)
_THINGS = word_set(
    """
    that which to thing way reason time place bus problem question cosa manera razón forma vez lugar
    problema pregunta
    """
)
_ROLES = (
    "mayor|vice principal|assistant principal|principal|superintendent|police chief|chief of police|"
    "fire chief|sheriff|pastor|priest|imam|"
    "rabbi|reverend|bishop|deacon|choir director|city manager|district attorney|school nurse|"
    "school counselor|head coach|"
    "football coach|basketball coach|soccer coach|coach|crossing guard|school secretary|librarian|"
    "council president|council member for|councilwoman|councilman|alderman|alderwoman|congresswoman|"
    "congressman|senator|governor|"
    "postmaster|postmistress|town clerk|city clerk|school resource officer|resource officer|"
    "building manager|super|landlord|landlady|"
    "bus driver on|owner of the|manager of the|director of the|head of the|president of the|chair of the|"
    "janitor|custodian|"
    "band teacher|art teacher|music teacher|gym teacher|shop teacher|math teacher|chaplain|midwife|"
    "village doctor|beat officer|night nurse"
)
_PAPELES = (
    "alcalde|alcaldesa|directora|director|subdirectora|subdirector|superintendente|jefe de policía|"
    "jefa de policía|jefe de la policía|jefa de la policía|"
    "sheriff|comisario|comisaria|pastora|pastor|sacerdote|párroco|cura|imán|rabino|obispo|entrenadora|"
    "entrenador|"
    "enfermera de la escuela|consejera escolar|secretaria de la escuela|bibliotecaria|bibliotecario|"
    "concejal|concejala|regidor|regidora|"
    "gobernador|gobernadora|fiscal|presidente municipal|presidenta municipal|conserje|casero|casera|"
    "dueño de la|dueña de la|dueño del|dueña del|gerente del|gerente de la|encargado de la|encargada de la|"
    "presidenta de la|presidente de la|presidenta del|presidente del|capellán|partera|delegado|delegada"
)
_ROLE = re.compile(
    rf"(?<!\w)(?:the|our|their) (?:(?:new|old|former|current|late|last) )?(?:{_ROLES})(?![\w\-])",
    re.IGNORECASE,
)
_PAPEL = re.compile(
    rf"(?<!\w)(?:la|el|del|al|nuestro|nuestra) (?:(?:nuev[oa]|anterior|actual|ex) )?(?:{_PAPELES})(?![\w\-])",
    re.IGNORECASE,
)
_TAIL_WORD = re.compile(r" [\w'’\-]+")
_ALL_PEOPLE = word_set(_PEOPLE + _GENTE)
_CLAUSES = word_set("who que whose")
_LINKS = word_set("in on at of from with without de del en con sin of")
_ANYBODY = word_set("one ones person people persona que uno una")
"""The first of these may be anybody; the only one is somebody."""
_HERE = word_set("here there aquí allí ahí")
_BEFORE_NOUNS = word_set(
    """
    the our my this that a la el los las mi su nuestra nuestro esta este whole entire night day same
    toda todo
    """
)
_OFFICE = re.compile(r"(?:['’]s)? office| (?:election|race|role|desk|reason|cause|problem|goal)")
_OTHERS = re.compile(
    r"唯一的?[\u4e00-\u9fff]{1,8}|(?<!\w)(?:единственн(?:ый|ая|ой)|єдин(?:ий|а))(?: [^\W\d_]{1,24}){1,3}"
    r"|(?<!\w)(?:المرأة|الرجل|الشخص|المعلمة|المعلم|العائلة) الوحيدة?(?: [^\W\d_]{1,24}){0,2}"
    r"|(?<!\w)(?:người|phụ nữ|gia đình|cô giáo) (?:[^\W\d_]{1,24} ){0,3}duy nhất"
)


def roles(text: str) -> Iterator[Find]:
    """Yield what is true of one person only."""
    for match in _ONLY.finditer(text):
        yield from _only(match)
    for match in _UNICO.finditer(text):
        yield from _only(match, adjectives=1)
    for match in _OTHERS.finditer(text):
        yield Find(*match.span(), FindKind.ONLY)
    for pattern in (_ROLE, _PAPEL):
        for match in pattern.finditer(text):
            if not _OFFICE.match(text, match.end()):
                yield Find(*match.span(), FindKind.ROLE)


def _only(match: re.Match[str], *, adjectives: int = 0) -> Iterator[Find]:
    first = "first" in match.group().casefold() or "primer" in match.group().casefold()
    if first and name_key(match.group(2)) in _ANYBODY:
        return
    if _THINGS.isdisjoint(map(name_key, match.group(1).split())):
        left = 4 if name_key(match.group(2)) in _CLAUSES else adjectives
        yield Find(match.start(), match.end(2) + _tail(match.group(3), left), FindKind.ONLY)


def _tail(text: str, left: int) -> int:
    """Return how much of ``text`` still says which one is meant: in the building, who speaks Hmong.

    ``left`` is how many of its words do so in any case: in Spanish an adjective comes behind.
    """
    end = 0
    for word in _TAIL_WORD.finditer(text):
        said = name_key(word.group().strip())
        if said in _STOPS:
            break
        if said in _CLAUSES:
            left = 5
        elif said in _LINKS and left < 2:
            left = 2
        elif said in _HERE or (said in _ALL_PEOPLE and not left):
            left = 1
        elif said in _BEFORE_NOUNS and left:
            continue
        if not left:
            break
        left -= 1
        end = word.end()
    return end
