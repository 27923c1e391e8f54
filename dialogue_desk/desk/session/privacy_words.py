"""The lists and weights of the privacy check, read when they are first needed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from dialogue_desk.domain.privacy.lists import Cues, NameLists, word_set
from dialogue_desk.domain.privacy.name_tagger import Weights, weights_of
from dialogue_desk.domain.privacy.word_lists import WordLists, grades_of
from dialogue_desk.resources import resource

if TYPE_CHECKING:
    from dialogue_desk.domain.privacy.finder import Finder

_CHAT_GRADE = 5
_OWN_GRADE = 3
"""How common the words and names of our own lists count as."""


def _read(name: str) -> str:
    return resource("privacy", name).read_text(encoding="utf-8")


@cache
def name_lists() -> NameLists:
    """Return the lists of names and words that come with the app."""
    given, surnames = word_set(_read("given-names.txt")), word_set(_read("surnames.txt"))
    chat = word_set(_read("chat-words.txt"))
    grades = WordLists(
        english=_at_least(_CHAT_GRADE, grades_of(_read("english-words.txt")), chat),
        spanish=_at_least(_CHAT_GRADE, grades_of(_read("spanish-words.txt")), chat),
        given=_at_least(_OWN_GRADE, grades_of(_read("many-given-names.txt")), given),
        surnames=_at_least(_OWN_GRADE, grades_of(_read("many-surnames.txt")), surnames),
        capitals=grades_of(_read("capital-words.txt")),
    )
    return NameLists(
        given=given,
        surnames=surnames,
        usual=word_set(_read("usual-words.txt")),
        cues=Cues.of(_read("cues.toml")),
        grades=grades,
        chat=chat,
    )


def _at_least(grade: int, grades: dict[str, int], own: Iterable[str]) -> dict[str, int]:
    for word in own:
        grades[word] = max(grades.get(word, 0), grade)
    return grades


@cache
def name_weights() -> Weights:
    """Return the weights of the name tagger that come with the app."""
    return weights_of(_read("name-weights.tsv"))


def finder_beside(places: Iterable[str] = ()) -> Finder:
    """Return a finder that takes the words of ``places``, such as the place of a circle, for no names."""
    from dialogue_desk.domain.privacy.finder import Finder  # noqa: PLC0415  # patterns take time

    lists = name_lists()
    usual = tuple(places)
    return Finder(lists.with_usual(usual) if usual else lists, name_weights())
