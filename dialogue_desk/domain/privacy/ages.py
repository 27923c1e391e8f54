"""Ages of people under eighteen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_ENGLISH_AGES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen"
)
_SPANISH_AGES = (
    "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|"
    "diecisiete|dieciseis"
)
_AGES = {
    word: age
    for words in (_ENGLISH_AGES, _SPANISH_AGES)
    for age, word in enumerate(words.split("|"), start=1)
} | {"dieciseis": 16}
_GROWN_UP = 18
_N = r"(\d{1,2}|" + _ENGLISH_AGES + ")"
_S = r"(\d{1,2}|" + _SPANISH_AGES + ")"
_PERSON = (
    r"(?:he|she|they|i|who|son|daughter|kid|child|boy|girl|baby|brother|sister|niece|nephew|cousin|grandson|"
    r"granddaughter|grandchild|student|teen|teenager|youngest|oldest|eldest)"
)
_KIN = (
    r"(?:son|daughter|kid|kiddo|child|boy|girl|baby|infant|toddler|newborn|brother|sister|bro|sis|niece|"
    r"nephew|cousin|grandson|"
    r"granddaughter|grandbaby|grandkid|student|teen|teenager|youngest|oldest|eldest|middle one|twins?|"
    r"stepson|stepdaughter|"
    r"godson|goddaughter|minor|juvenile)s?"
)
_NOT_YEARS = (
    r"(?! ?(?:%|percent|of|mins?|minutes?|hrs?|hours?|miles?|mi|blocks?|feet|ft|times?|x|dollars|bucks|"
    r"weeks?|wks?|pounds|lbs|"
    r"days?|stops?|cents|people|ppl|kids|o'clock|am|pm|to|th|st|nd|rd|and a half hours|hijos|niños|"
    r"veces|horas?|minutos|semanas?|"
    r"días?|d[ií]as|cuadras|edificios|carros|policías|oficiales|dls|dólares|pesos|personas|casas|perros|"
    r"turnos|trabajos|meses (?:d|"
    r"sin|esper|aqu)|boletos|multas|a[nñ]os (?:d |de |aqu|viv|trab|sin|en |con|esper|casad)|clases|"
    r"hermanos|empleados|kilos|"
    r"libras|millas)(?!\w)| ?[:/$%]| ?[.,]\d)"
)
_NO_PLURAL = (
    r"(?! (?!(?:wants|says|has|is|was|does|goes|lives|works|needs|walks|cries|sees|knows|helps|plays|"
    r"rides|thinks|loves|hates|gets|"
    r"misses|translates|speaks|sits|sleeps|runs|drives|reads|wakes|feels|asks|takes|comes|stays|acts|"
    r"looks)\b)[a-z]+s(?!\w))"
)
"""A number before a plural counts something."""
_PERSONA = (
    r"(?:hij[oa]s?|hermanit[oa]s?|sobrinit[oa]s?|nietecit[oa]s?|nietit[oa]s?|bebit[oa]s?|beb[eé]s?|"
    r"chiquill[oa]s?|chav[oa]s?|"
    r"chavit[oa]s?|muchachit[oa]s?|escuincl[ea]s?|chiquit[oa]s?|güerc[oa]s?|plebes?|menores?|peques?|"
    r"mocos[oa]s?|"
    r"niet[oa]s?|sobrin[oa]s?|niñ[oa]s?|chic[oa]s?|muchach[oa]s?|herman[oa]s?|prim[oa]s?|"
    r"bebé|menor|joven|alumn[oa]s?|"
    r"estudiante|nene|nena|hijastr[oa]|ahijad[oa]|chamac[oa]|adolescente|gemel[oa]s|cuates)"
)
_WHOSE = r"(?:(?:my|her|his|our|their|a|the|an|mi|su|tu|un|una|la|el|nuestr[oa]) )?"
_HALF = r"(?: (?:and a half|& a half|n a half|1/2|y medi[oa]|½)|½)"
_LITTLE = (
    r"(?:baby|babies|bb|bbs|newborn|infant|grandbaby|toddler|beb[eé]s?|beb[eé]|bebit[oa]s?|reci[eé]n "
    r"nacid[oa]|nen[ea]s?|"
    r"criatura|cri[oa]|niñ[oa]|hij[oa]|niet[oa]|kid|son|daughter|twins?|gemel[oa]s|cuates)"
)
_SPELT = (
    rf"{_LITTLE},? ?\(?(?:(?:q|que|is|was|of|de|d|con|tiene|tenía|has|apenas|just|only|abt|about) )*{_N}[ -]?"
    rf"(?:mos?|months?|wks?|weeks?|days?)(?:[ -]old)?",
    rf"{_LITTLE},? ?\(?(?:(?:q|que|de|d|con|tiene|tenía|apenas|solo) )*{_S} (?:meses|semanas|días|dias)",
    rf"{_N}[ -](?:wks?|weeks?|days?|mos?)[ -]?olds?",
    rf"{_KIN} (?:is|was|r|are|just|only|barely|abt|about) {_N}{_HALF}",
    rf"(?:anda|va|está|ya anda|apenas anda) (?:en|por|pa|para|x) los {_S}(?! (?:d[ií]as|hijos|años (?:de|d|"
    rf"en)))",
    rf"(?:va a|por|a punto de|pronto va a) cumplir {_S}(?: años| añitos)?",
    rf"(?:de|d) {_S} (?:años|añitos|meses|semanas)(?=[,.;)]|$| (?:y|q|que|traduce|ya|no|con|en|se|lo|la|"
    rf"le)(?!\w))",
    rf"(?:{_KIN}|hes|shes|he's|she's|he’s|she’s|im|i'm|he is|she is|theyre|who is|whos|turned|turning|only|"
    rf"barely|age|aged)"
    rf",? ?\(?{_N}{_HALF}",
    rf"(?:{_PERSONA}|tiene|cumplió|apenas|anda en|d|de),? ?\(?(?:(?:de|d|tiene|con|q tiene|que tiene) )?{_S} "
    rf"y medio"
    rf"(?: años?)?(?! (?:de |d |en |sin |aquí|esper|trab|viv))",
    rf"(?<=\(){_S} y medio(?= ?(?:años? ?)?\))",
    rf"(?:girl|boy|kid|child|baby|niece|nephew|son|daughter) of {_N}",
    rf"just turned {_N}(?! (?:down|away|him|her|them|us|people))",
    rf"(?:hes|shes|he's|she's|he’s|she’s) (?:only |just |barely |like |abt |about |maybe )*{_N}(?= "
    rf"?(?:[,.;:)!?&+]|$| -| and| &| n | w/?| already| in | but| bc| now| or))",
    rf"(?:menor|chic[oa]|chiquit[oa]|pequeñ[oa]|mayor|grande|mediano|mediana|youngest|oldest|middle|little "
    rf"one|smallest)"
    rf",? (?:kinder|prekinder|primaria|secundaria|[1-6][ºo°]|(?:1st|2nd|3rd|[4-9]th|1[0-2]th)(?: grade)?|"
    rf"grade \d|kindergarten|k5|pre-?k),? {_S}(?=[,.;)]|$| ya| y )",
    rf"{_N}[ -]?(?:mos?|months?|wks?|weeks?)(?:[ -]old)?(?= (?:baby|infant|old))",
    rf"(?:{_KIN}|pregnant w/?),? (?:is |was |of |abt |about |age |only |just )?{_N}[ -]?(?:mos?|months?|"
    rf"wks?|weeks?|yrs?|years?)(?!\w)",
    rf"{_N}[ -]?(?:y/?r?/?o|yr|yrs|years?)[ -]?olds?",
    rf"{_KIN} ?(?:\(|, ?|- ?|: ?)(?:age |aged |only )?{_N}(?=\)|,|;| -|\.|$| (?:and|n|who|w/?|got|was|"
    rf"is|saw|had|has|wont|walks))",
    rf"since (?:he|she|they|i) (?:was|were) {_N}",
    rf"in (?:the )?(?:kinder(?:garten)?|pre-?k|preschool|head start|(?:[1-9]|1[0-2])(?:st|nd|rd|th) "
    rf"grade|(?:first|second|third|fourth|fifth|sixth|"
    rf"seventh|eighth|ninth|tenth|eleventh) grade)(?:,? {_N}(?!\w))?",
    r"(?<![^\W_] )(eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?= (?:n|and|&|w/?|with|"
    r"already|years)(?: |$)|,)",
    rf"{_PERSONA},? ?\(?(?:(?:de|d|con|q tiene|que tiene|tiene|tenía|cumplió|va a cumplir|apenas|solo|"
    rf"recién cumplió) )*{_S} ?(?:años?|añitos|meses|mesesitos|semanas)",
    rf"{_PERSONA},? ?(?:\(|, ?| d | de | - |: ?| | cumplió | cumple | tiene | va a cumplir | recién "
    rf"cumplió ){_S}(?=\)|,|;|\.|$| (?:y|q|que|ya|no|tiene|en|va|se|le|lo|la|con|traduce|llora|vio|"
    rf"sol[oa]|solit[oa])(?!\w))",
    rf"{_S} (?:reci[eé]n cumplidos|primaveras)",
    r"(?:de|d|con|tiene)? ?(?:un )?(año y (?:medio|meses)|añito)",
    rf"(?:de|d) {_S}(?= (?:el|la) (?:menor|mayor|chic[oa]|grande|m[aá]s|peque|del medio))",
    rf"(?:(?<=,)|(?<=\()) ?{_S} años(?= ?(?:[,.)]|$))",
    rf"menor(?:es)? de {_S}(?: años)?",
    rf"{_S} ?(?:añitos|mesesitos)",
    rf"{_N}[ -](?:years?|yrs?|yr|months?)[ -]old(?:s)?",
    rf"{_N} ?(?:y/?o|yo)",
    rf"(?:aged?|age of|at the age of) {_N}(?! (?:and|or) (?:over|up|older|above))",
    rf"{_PERSON}(?:'s|’s| is| was| are| were|'m|’m| am| turned| turns| just turned| had just turned|"
    rf" is only| was only| is just"
    rf"| was just|'s only|’s only|,) {_N}(?! ?(?:%|percent|of|minutes|hours|miles|blocks|feet|times|"
    rf"dollars|weeks|pounds|days|stops|"
    r"cents|people|years (?:in|of|ago)|o'clock|am|pm|to|and a half hours)| ?[:/.$]\d)",
    rf"when (?:he|she|they|i|we) (?:was|were) {_N}(?! (?:minutes|hours|miles|blocks))",
    rf"(?:my|our|her|his|their) {_N}-year-old",
    rf"{_PERSONA},? (?:(?:de|tiene|tenía|cumplió|con|que tiene|apenas tiene|solo tiene|sólo tiene|"
    rf"va a cumplir) )?{_S} años?",
    rf"(?:tiene|tenía|tengo|tenia|cumplió|cumplio|cumple|va a cumplir|apenas tiene|a los|con apenas|"
    rf"con solo) {_S} añ(?:os?|itos)(?! (?:de (?:"
    r"vivir|trabajar|experiencia|casad|ser|estar|esperar)|viviendo|trabajando|esperando|aquí|"
    r"en (?:el|la|este|esta)|pidiendo|llevando|sin|con))",
    rf"de {_S} años?(?: de edad)",
    rf"{_S} (?:años de edad|añitos|meses de (?:edad|nacid[oa]))",
    r"(?:ему|ей|сын[ауе]?|дочк[аеиу]|дочери|сину|дочці|йому|їй) (\d{1,2}) (?:лет|год|года|років|рік|"
    r"роки)",
    r"(?:con|cháu|em) (?:tôi )?(\d{1,2}) tuổi",
)
_UNLESS_COUNTED = (
    rf"{_KIN} (?:age |aged |only |just |about |abt )?{_N}(?!\w)",
    rf"{_KIN} (?:is|was|r|are|turns|turned|just turned|is only|was only|is just|turning|abt to turn)(?: "
    rf"like| abt| about| barely)? {_N}(?!\w)",
    rf"(?:turned|turns|turning|turn|barely|only|just turned|is|was) (?!one\b){_N}(?= (?:n|and|&|when|"
    rf"last|this|in|on|at|but|bc|,)| ?[,.]? ?$)(?! (?:and|n|&) {_N}| in (?:the|a|line))",
    rf"(?:tiene|tenía|tenia|cumplió|cumplio|cumple|cumplirá|va a cumplir|apenas tiene|con apenas|a los|"
    rf"de apenas) {_S}"
    rf"(?= (?:y|e|pero|cuando|apenas|reci[eé]n|nomás|nomas|añit|x|en|ya|el|la)(?!\w)|,|\.|;|$)(?! y "
    rf"(?:medi|{_S}))(?: (?:reci[eé]n cumplidos|añitos))?",
)
"""What is an age unless the number counts what follows it: her son 12, but not my kids 3 times."""
_PATTERNS = (
    *(re.compile(rf"(?<![\w.,$:/\-]){_WHOSE}{pattern}(?!\w)", re.IGNORECASE) for pattern in _SPELT),
    re.compile(r"(?<!\d)(\d{1,2}|[一二三四五六七八九]|十[一二三四五六七]?)岁"),
    re.compile(r"(?:عمره|عمرها|ابني|ابنتي) ?(?:عمره|عمرها)? ?(\d{1,2})(?: سن(?:ة|وات))?"),
)
_BARE = re.compile(
    rf" ?(?:\(|, ?| )(?:age |aged |only |de |d )?(\d{{1,2}})(?![\w\-])(?: (?:yrs?|years? old|a[nñ]os|"
    rf"añitos|mos?|meses)(?= ?(?:[,.)]|$))|{_NOT_YEARS}{_NO_PLURAL})",
    re.IGNORECASE,
)
_MAY_BE_AGE = re.compile(
    rf"(?<![\w$€£])(?:\d{{1,2}}(?![\d%])|(?:{_ENGLISH_AGES}|{_SPANISH_AGES}|año|añito|in the|in "
    rf"kinder\w*|in pre-?k|in head|in [a-z]+th grade"
    rf"|in (?:first|second|third) grade)(?!\w))|[一二三四五六七八九十\d]岁|(?<=[\u0600-\u06ff\u0400-\u04ff "
    rf"])\d{{1,2}}(?!\d)",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 45, 60
_GUESSED = tuple(
    re.compile(rf"(?<![\w.,$:/\-]){_WHOSE}{pattern}(?!\w)", re.IGNORECASE) for pattern in _UNLESS_COUNTED
)
_COUNTING = re.compile(rf"(?!{_NOT_YEARS}{_NO_PLURAL})", re.IGNORECASE)
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_GRADE = re.compile(
    r"(?<!\w)(?:a |the |her |his |my )?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|[1-9]th|1st|"
    r"2nd|3rd|1[01]th)[ -]grader|kinder(?:gart[en]er|gartner)|(?:va|está|esta|iba|anda|estudia) en "
    r"(?:el |la )?(?:kinder|preescolar|"
    r"primero|segundo|tercero|tercer|cuarto|quinto|sexto|[1-6][°ºo])(?: (?:de|d) (?:primaria|"
    r"secundaria)| grado| año)?)(?!\w|s)",
    re.IGNORECASE,
)


def minors(text: str) -> Iterator[Find]:
    """Yield ages under eighteen that are said of a person."""
    for first, last in _surroundings(text):
        for pattern in _PATTERNS:
            yield from _young(pattern.finditer(text, first, last), text)
        for pattern in _GUESSED:
            guessed = pattern.finditer(text, first, last)
            yield from _young((one for one in guessed if not _COUNTING.match(text, one.end())), text)
    for match in _GRADE.finditer(text):
        yield Find(*match.span(), FindKind.MINOR)


def _young(matches: Iterable[re.Match[str]], text: str) -> Iterator[Find]:
    """Yield the ages under eighteen, with the bracket that closes one."""
    for match in matches:
        if _age(match.group(1)) < _GROWN_UP:
            bracket = "(" in match.group() and text[match.end() : match.end() + 1] == ")"
            yield Find(match.start(), match.end() + bracket, FindKind.MINOR)


def _surroundings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the words around each number that may be an age; only there it is worth looking."""
    first = last = -1
    for match in _MAY_BE_AGE.finditer(text):
        if last < 0 or match.start() - _BEFORE > last:
            if last >= 0:
                yield first, last
            first = max(0, match.start() - _BEFORE)
        last = min(len(text), match.end() + _BEHIND)
    if last >= 0:
        yield first, last


def ages_beside(text: str, names: Iterable[Find]) -> Iterator[Find]:
    """Yield ages under eighteen that stand bare behind a name: Dani 14, Dani (14)."""
    for name in names:
        match = _BARE.match(text, name.end)
        if match and _age(match.group(1)) < _GROWN_UP:
            yield Find(match.start(1), match.end(), FindKind.MINOR)


def _age(said: str | None) -> int:
    if said is None:
        return 0
    said = said.casefold()
    if said[0] in _HAN:
        return sum(_HAN[sign] for sign in said)
    if said in _AGES or said.isdigit():
        return _AGES.get(said) or int(said)
    return 1
