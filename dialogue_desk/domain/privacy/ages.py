"""Ages of people under eighteen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind

_ENGLISH_AGES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen"
)
_SPANISH_AGES = (
    "un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|"
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
_PERSONA = (
    r"(?:hij[oa]s?|niet[oa]s?|sobrin[oa]s?|niñ[oa]s?|chic[oa]s?|muchach[oa]s?|herman[oa]s?|prim[oa]s?|"
    r"bebé|menor|joven|alumn[oa]s?|"
    r"estudiante|nene|nena|hijastr[oa]|ahijad[oa]|chamac[oa]|adolescente)"
)
_SPELT = (
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
_PATTERNS = (
    *(re.compile(rf"(?<![\w.,$:/\-]){pattern}(?!\w)", re.IGNORECASE) for pattern in _SPELT),
    re.compile(r"(?<!\d)(\d{1,2}|[一二三四五六七八九]|十[一二三四五六七]?)岁"),
    re.compile(r"(?:عمره|عمرها|ابني|ابنتي) ?(?:عمره|عمرها)? ?(\d{1,2})(?: سن(?:ة|وات))?"),
)
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_GRADE = re.compile(
    r"(?<!\w)(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|[1-9]th|1st|"
    r"2nd|3rd|1[01]th)[ -]grader)(?!\w|s)",
    re.IGNORECASE,
)


def minors(text: str) -> Iterator[Find]:
    """Yield ages under eighteen that are said of a person."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _age(match.group(1)) < _GROWN_UP:
                yield Find(*match.span(), FindKind.MINOR)
    for match in _GRADE.finditer(text):
        yield Find(*match.span(), FindKind.MINOR)


def _age(said: str) -> int:
    said = said.casefold()
    if said[0] in _HAN:
        return sum(_HAN[sign] for sign in said)
    return _AGES.get(said) or int(said)
