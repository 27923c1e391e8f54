"""Letters that stand for a name: coach d, Mr. V, J. de la R., M.ª A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.tokens import words_in

_TITLES = (
    "mr|mrs|ms|miss|mx|dr|coach|officer|ofc|ofcr|sgt|lt|capt|cpl|deputy|detective|det|trooper|judge|pastor|"
    "rev|"
    "father|brother|sister|auntie|aunt|uncle|nurse|prof|professor|chief|agent|deacon|bishop|imam|rabbi|elder|"
    "alderman|alderwoman|ald|councilman|councilwoman|councilmember|sheriff|principal|"
    "superintendent|counselor|lieutenant|sergeant|captain"
)
_TRATOS = (
    "sr|sra|srta|señor|señora|don|doña|dr|dra|lic|prof|profe|profa|mtro|mtra|maestro|maestra|ing|oficial|of|"
    "sgto|padre|hno|hna|hermano|hermana|tío|tía|agente|juez|jueza|cabo|pastor|pastora|licenciado|licenciada"
)
_TITLED = re.compile(
    rf"(?<!\w)(?i:{_TITLES}|{_TRATOS})\.? (?:[A-ZÑ]\.(?: ?[A-ZÑ]\.){{0,2}}|[B-HJ-Z](?![\w'’]|-[a-z]))(?! "
    rf"?[A-Z][a-z])"
    rf"|(?<!\w)(?i:{_TITLES})\.? [b-hj-mo-tvz](?![\w'’./&\-])(?! \d)"
    r"|(?<!\w)(?i:sra?|srta|señora?|doña|profe|lic|dra)\.? [bcf-mprstvz](?![\w'’./&\-])(?! \d)"
)
_INITIALS = re.compile(
    r"(?<!\w)[A-ZÑ]\. ?(?:(?:de la|de los|de las|del|de|d|y|van|von|bin|al) )[A-ZÑ](?:\.|(?!\w))"
    r"|(?<!\w)[A-ZÑ]\.?[ªº]\.? ?[A-ZÑ](?:\.|(?![\w'’]))"
    r"|(?<!\w)(?:Ma|Gpe|Fco|Fca|Jo?s|Ant)\. [A-ZÑ](?:\.|(?!\w))"
)


_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzñ")
_TITLE_WORDS = frozenset(f"{_TITLES}|{_TRATOS}".split("|"))


def titled_initials(text: str) -> Iterator[Find]:
    """Yield letters that stand for a name."""
    words = words_in(text)
    if _LETTERS.isdisjoint(words):
        return
    if not _TITLE_WORDS.isdisjoint(words):
        for match in _TITLED.finditer(text):
            yield Find(*match.span(), FindKind.TITLED_NAME)
    for match in _INITIALS.finditer(text):
        yield Find(*match.span(), FindKind.INITIALS)
