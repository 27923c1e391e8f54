"""What says which one is meant, behind a person: in the building, who speaks Hmong, de la escuela."""

from __future__ import annotations

import re

from dialogue_desk.domain.privacy.lists import word_set
from dialogue_desk.domain.privacy.tokens import name_key

_WORD = re.compile(r" [\w'’\-#]+")
_STOPS = word_set(
    """
    said says asked told thinks feels felt and but because bc so if when is are was were isnt wasnt
    has had have hasnt did didnt does doesnt dont cried came left leaving got gets went won't wont
    will would wld could can cant never still already tired scared wants wanted needs sat spoke spk
    showed drove helped knows knew saw thinks feels too also again n dijo y pero porque xq preguntó
    cuenta contó dice está estaba es era son fue fueron va van no sí ya tiene tenía quiere llegó
    vino vive llamó lloró perdió presta da dio hace hizo pide pidió se le lo nos me contestó
    prometió anda cobra sigue segun
    """
)
_CLAUSES = word_set("who that que q whose quien")
_LINKS = word_set("in on at of from with w w/ without for by de d del en con sin of al x por")
_HERE = word_set("here there aquí allí ahí left")
_FILLING = word_set(
    "the our my this that a an la el los las mi su nuestra nuestro esta este whole entire all todo toda "
    "todos todas"
)
_MOST_OF_CLAUSE, _MOST_BEHIND_LINK, _MOST_WORDS = 4, 3, 12


def whose(text: str, at: int, free: int = 0, *, here: bool = False) -> int:
    """Return where the words that say which one is meant end, from ``at`` on.

    ``free`` is how many words say so in any case: in Spanish an adjective comes behind.  ``here``: words like
        "here" say so.
    """
    end, left, place = at, free, at
    in_clause = False
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, place)
        said = name_key(word.group().strip()) if word else ""
        begun = in_clause and left >= _MOST_OF_CLAUSE - 1
        if word is None or (said in _STOPS and not begun and not (here and said in _HERE and end == at)):
            break
        place = word.end()
        if end == word.start() and (opened := _opens(said)):
            left, in_clause = max(left, opened), in_clause or said in _CLAUSES
            continue
        if here and said in _HERE:
            left = max(left, 1)
        elif said in _FILLING and left:
            continue
        if not left:
            break
        left -= 1
        end = place
    return end


def _opens(said: str) -> int:
    """Return how many words more a word lets follow: who, in, de."""
    if said in _CLAUSES:
        return _MOST_OF_CLAUSE
    return _MOST_BEHIND_LINK if said in _LINKS else 0
