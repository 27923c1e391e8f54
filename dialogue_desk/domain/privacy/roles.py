"""Roles that a place has once, and who is told by them: the mayor's cousin, the woman who runs the bar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.tokens import words_in
from dialogue_desk.domain.privacy.whose_phrases import whose

ROLES = (
    "mayor|mail carrier|mailman|mailwoman|postman|milkman|head cook|night watchman|groundskeeper|"
    "athletic director|band director|"
    "drama teacher|swim coach|county coroner|coroner|victim advocate|fire marshal|fire captain|deputy "
    "chief|assistant chief|undersheriff|county clerk|"
    "treasurer|county judge|magistrate|tribal chair(?:man|woman)?|tribal chief|chief of staff|medical "
    "examiner|probation officer|"
    "public defender|ombudsman|town manager|town doctor|harbor master|stationmaster|school board "
    "president|board president|"
    "class president|prom queen|homecoming queen|valedictorian|quarterback|organist|cantor|sexton|lunch lady|"
    "funeral director|undertaker|mortician|veterinarian|town vet|dentist|pharmacist|game warden|dog catcher|"
    "union president|union rep|shop steward|scoutmaster|parish priest|youth pastor|school "
    "superintendent|vice mayor|"
    "vice principal|assistant principal|principal|superintendent|police chief|chief of police|"
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
    "vicealcalde|síndico|síndica|jef[ea] d(?:e|el)? bomberos|jef[ea] d policía|alguacil|médico forense|"
    "forense|juez de paz|"
    "jueza de paz|capitán de bomberos|defensor público|defensora pública|director d|directora d|"
    "organista|sacristán|"
    "boticario|farmacéutico|farmacéutica|dentista|veterinario|veterinaria|funerario|cronista|reina de "
    "la feria|"
    "presidenta d|presidente d|dueñ[oa] d|encargad[oa] d|gerente d|"
    "cónsul|notario|cartero|campanero|"
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
_ADJECTIVES = (
    r"(?:(?:one|only|school|parish|head|chief|deputy|assistant|new|old|former|current|late|"
    r"last|longtime|retired|acting|interim|ex|police|fire|town|city|county|village) )?"
)
_ROLE = re.compile(rf"(?<!\w)(?:the|our|their) {_ADJECTIVES}(?:{ROLES})(?![\w\-])", re.IGNORECASE)
_PAPEL = re.compile(
    rf"(?<!\w)(?:la|el|del|al|nuestro|nuestra) (?:(?:nuev[oa]|anterior|actual|ex) )?(?:{_PAPELES})(?![\w\-])",
    re.IGNORECASE,
)
_MANAGING = re.compile(
    r"(?<!\w)(?:the|our) (?:(?!(?:of|in|on|at|and|is|was|a|new|best)\b)[a-z']+ ){1,3}(?:director|"
    r"coordinator|superintendent|president|captain|"
    r"chaplain|organist|principal|librarian|treasurer|secretary|commissioner|inspector|photographer|"
    r"undertaker|blacksmith)(?!\w)",
    re.IGNORECASE,
)
_HEADS = (
    "dean|principal|director|manager|owner|head|president|vice president|chair|chairman|chairwoman|"
    "chairperson|coach|captain|"
    "founder|treasurer|superintendent|pastor|imam|priest|rabbi|chief|commander|boss|leader|supervisor|"
    "foreman|editor|conductor"
)
_OF = re.compile(
    rf"(?<!\w)(?:(?:the|our|their) )?{_ADJECTIVES}(?:{_HEADS})(?= of [a-z])|(?<!\w)(?:the|our) "
    rf"(?:[a-z]+ )?(?:{_HEADS})(?= (?:at|for) [a-z])",
    re.IGNORECASE,
)
_CABEZAS = (
    "director|directora|gerente|dueñ[oa]|encargad[oa]|jef[ea]|president[ae]|capitán|capitana|entrenador|"
    "entrenadora|líder|"
    "fundador|fundadora|tesorer[oa]|pastor|pastora|coordinador|coordinadora|supervisor|supervisora|"
    "administrador|administradora|"
    "rector|rectora|maestr[oa]|enfermer[oa]|secretari[oa]|conserje|cocinera|cocinero|mayordomo|padrino"
)
_DE = re.compile(
    rf"(?<!\w)(?:la|el|al|del|una?|su) (?:{_CABEZAS})(?= (?:del|de la|de l|d la|d el|d l|del único|de "
    rf"los|de las|d los|d las)(?!\w))",
    re.IGNORECASE,
)
_RELATIVES = (
    "cousin|wife|husband|son|daughter|brother|sister|mother|father|mom|dad|nephew|niece|kid|boy|girl|"
    "girlfriend|boyfriend|ex|"
    "widow|widower|uncle|aunt|grandson|granddaughter|mother in law|father in law|brother in law|sister "
    "in law|family|secretary|"
    "assistant|driver|partner|neighbor"
)
_OFFICES = (
    rf"(?:{ROLES}|chief|sergeant|sgt|lieutenant|lt|captain|judge|officer|deputy|detective|councilor|"
    rf"senator|pastor|preacher|"
    "imam|priest|principal|doctor|teacher|coach|landlord|boss|owner|governor|commissioner|da|prosecutor|"
    "clerk|barber|baker|butcher|nurse|attorney|lawyer|bishop|warden|"
    "jailer|secretary|supervisor|foreman|"
    "trooper|cop|manager)"
)
_KIN_OF = re.compile(
    rf"(?<!\w)(?:(?:the|our|a|that) )?{_ADJECTIVES}{_ADJECTIVES}{_OFFICES}(?:['’]?s) (?:(?:ex|step|late|"
    rf"oldest|youngest|only|own) ?-?)?"
    rf"(?:{_RELATIVES})(?!\w)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    rf"(?<!\w)(?:the )?(?:{_RELATIVES}) of (?:the|our) {_ADJECTIVES}{_ADJECTIVES}{_OFFICES}(?!\w)",
    re.IGNORECASE,
)
_PARIENTES = (
    "viud[oa]|espos[oa]|marido|mujer|hij[oa]|herman[oa]|prim[oa]|sobrin[oa]|ti[oa]|tí[oa]|mamá|papá|"
    "madre|padre|niet[oa]|cuñad[oa]|"
    "suegr[oa]|yerno|nuera|novi[oa]|ex|secretari[oa]|chofer|comadre|compadre|vecin[oa]|familia"
)
_CARGOS = (
    rf"(?:{_PAPELES}|jef[ea](?: d(?:e|el)? (?:la )?(?:policía|bomberos))?|sargent[oa]|sgto|teniente|tte|"
    rf"capit[aá]n|juez|jueza|oficial|"
    "agente|comandante|detective|senadora?|doctora?|maestr[oa]|dueñ[oa]|patrón|patrona|licenciad[oa]|"
    "cura|padre|gobernadora?|"
    "fiscal|cónsul|panader[oa]|carnicer[oa]|peluquer[oa]|barber[oa]|enfermer[oa]|abogad[oa]|"
    "obispo|secretari[oa]|capataz|mayordomo|taxista|tender[oa])"
)
_PARIENTE_DE = re.compile(
    rf"(?<!\w)(?:(?:la|el|al|un|una|su) )?(?:{_PARIENTES}) (?:del|de la|d la|de el|d el|d) (?:ex "
    rf"?)?{_CARGOS}(?!\w)",
    re.IGNORECASE,
)
_DOING = (
    "plows|shovels|mows|bakes|paints|tunes|delivers|hauls|welds|grooms|tows|stocks|tends|umpires|referees|"
    "sews|styles|"
    "braids|fries|grills|brews|roasts|repairs|collects|trains|announces|translates|"
    "runs?|ran|owns?|owned|manages?|leads?|heads?|directs?|teaches|taught|coaches|coached|drives|drove|"
    "cleans|plays the|keeps the|"
    "sells|sold|fixes|started|founded|opened|built|rings|feeds|mows|guards|sings|preaches|cuts|lost "
    "(?:his|her|their)|won the|survived|found the"
)
_WHO = re.compile(
    r"(?<!\w)(?:the|that|this) (?:[a-z]+ )?(?:woman|man|lady|guy|couple|family|person|girl|boy|kid|"
    r"fella|gentleman|gal|dude|one|nurse|"
    rf"teacher|cop|officer|vet|veteran|mother|father|mom|dad|widow|elder|barber|cook|baker)(?= (?:who|"
    rf"that|whose) (?:{_DOING}) )",
    re.IGNORECASE,
)
_HACIENDO = (
    "dirige|maneja|administra|lleva|encabeza|atiende|tiene|abrió|fundó|vende|cocina|limpia|enseña|"
    "entrena|cuida|toca|canta|hornea|"
    "repara|arregla|perdió|ganó|sobrevivió|encontró|corta|barre|dueñ[oa]"
)
_QUE = re.compile(
    r"(?<!\w)(?:la|el|esa|ese|aquella|aquel) (?:señora?|sra?|mujer|hombre|muchach[oa]|chav[oa]|"
    r"viejit[oa]|pareja|familia|persona|don|"
    rf"doña|maestr[oa]|enfermer[oa]|vecin[oa]|viud[oa]) ?(?:que|q|quien) (?:{_HACIENDO}) (?=la |el |los "
    rf"|las |su |un)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:['’]s)? office| (?:election|race|role|desk|reason|cause|problem|goal)")


_SMALL_WORDS = frozenset(["the", "of", "for", "on", "de", "la", "del", "el", "d", "a", "at"])


def _telling(*alternatives: str) -> frozenset[str]:
    """Return the words of which a text needs one for a pattern of ``alternatives`` to be worth trying."""
    spelled = " ".join(alternatives).replace("[oa]", "o ").replace("[ea]", "e ").replace("[ae]", "e ")
    found = set(re.findall(r"[^\W\d_]+", spelled.replace("?", "")))
    return frozenset(found | {word[:-1] + "a" for word in found}) - _SMALL_WORDS


_TRIED = (
    (_KIN_OF, _telling(_RELATIVES)),
    (_OF_WHOM, _telling(_RELATIVES)),
    (_PARIENTE_DE, _telling(_PARIENTES)),
    (_MANAGING, frozenset(("the", "our"))),
    (_ROLE, _telling(ROLES)),
    (_PAPEL, _telling(_PAPELES)),
    (_OF, _telling(_HEADS)),
    (_DE, _telling(_CABEZAS)),
)
_DOERS = ((_WHO, frozenset(("who", "that", "whose")), 0), (_QUE, frozenset(("que", "q", "quien")), 1))


def roles(text: str) -> Iterator[Find]:
    """Yield roles that few people have, with the words that say whose or where."""
    words = words_in(text)
    for pattern, telling in _TRIED:
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                if not _OFFICE.match(text, match.end()):
                    yield Find(match.start(), whose(text, match.end()), FindKind.ROLE)
    for pattern, telling, spaces in _DOERS:
        if not telling.isdisjoint(words):
            for match in pattern.finditer(text):
                end = match.end() - spaces
                yield Find(match.start(), max(end, whose(text, end, 3 * spaces)), FindKind.ROLE)
