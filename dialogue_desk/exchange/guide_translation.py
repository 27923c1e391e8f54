"""A guide beside itself in another language, text by text, and which texts are not translated yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desk.exchange import guide_edits, section_texts
from dialogue_desk.exchange.guide_edits import Sources, twin
from dialogue_desk.exchange.guide_source import MOMENTS, GuideSource, Path, Section
from dialogue_desk.exchange.section_texts import Sort

TITLE, CARD, TOP = "title", "card", ("title", "summary")
"""The title of a section, all the words of a card, and the lines at the top that are translated."""


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One text: its section (``()`` for the top), what it is of it, and its place among those of its sort."""

    path: Path
    sort: str
    place: int = 0

    @property
    def key(self) -> str:
        """Its name within its section."""
        return f"{self.sort}/{self.place}"


def units_at(source: GuideSource, path: Path) -> tuple[TextUnit, ...]:
    """Return the texts of a session without its parts, of a part with its cards, or of the guide itself."""
    if path:
        section = source.at(path)
        below = enumerate(section.sections) if len(path) > 1 else ()
        return (*_units(path, section), *(one for at, card in below for one in _units((*path, at), card)))
    tops = tuple(TextUnit((), key) for key in TOP if guide_edits.top_value(source, key))
    beside = (
        one
        for place, section in enumerate(source.sections)
        if section.beside and section.title != MOMENTS
        for one in _units((place,), section)
    )
    return (*tops, *beside)


def text_of(source: GuideSource, unit: TextUnit) -> str:
    """Return a text; "" when the guide does not have it."""
    if not unit.path:
        return guide_edits.top_value(source, unit.sort)
    section = source.at(unit.path)
    if unit.sort == TITLE:
        return section.title
    if unit.sort == CARD:
        return section_texts.card_text(section)
    texts = section_texts.texts(section, Sort(unit.sort))
    return texts[unit.place] if unit.place < len(texts) else ""


def translation_of(source: GuideSource, other: GuideSource, unit: TextUnit) -> str:
    """Return the text that stands for a text of ``source`` in another language; "" when there is none."""
    path = twin(source, other, unit.path)
    return "" if path is None else text_of(other, replace(unit, path=path))


def is_untranslated(source: GuideSource, other: GuideSource, unit: TextUnit) -> bool:
    """Whether a text is missing in the other language, or word for word the same there."""
    return _is_left(text_of(source, unit), translation_of(source, other, unit))


def untranslated_at(source: GuideSource, other: GuideSource, path: Path) -> int:
    """Return how many texts of a place are not translated; each section finds its twin once."""
    twins: dict[Path, Path | None] = {}
    left = 0
    for unit in units_at(source, path):
        if unit.path not in twins:
            twins[unit.path] = twin(source, other, unit.path)
        at = twins[unit.path]
        found = "" if at is None else text_of(other, replace(unit, path=at))
        left += _is_left(text_of(source, unit), found)
    return left


def _is_left(text: str, found: str) -> bool:
    return not found or (found == text and any(map(str.isalpha, text)))


def translated(sources: Sources, languages: tuple[str, str], unit: TextUnit, text: str) -> Sources:
    """Return the guide with a text of the first language in other words in the second.

    An empty text means that it is not translated: it then is word for word that of the first.
    """
    first, target = languages
    source, other = sources[first], sources[target]
    path = twin(source, other, unit.path)
    if path is None:
        return sources
    words = text if section_texts.plain(text) else text_of(source, unit)
    if not path:
        return guide_edits.with_top(sources, target, unit.sort, words, follow=False)
    return {**sources, target: other.with_at(path, _reworded(other.at(path), unit, words))}


def _reworded(section: Section, unit: TextUnit, words: str) -> Section:
    if unit.sort == TITLE:
        return replace(section, title=section_texts.plain(words))
    if unit.sort == CARD:
        return section_texts.with_card_text(section, words)
    sort = Sort(unit.sort)
    if unit.place < len(section_texts.texts(section, sort)):
        return section_texts.with_text(section, sort, unit.place, words)
    return section_texts.with_new_text(section, sort, unit.place, words)


def _units(path: Path, section: Section) -> Iterator[TextUnit]:
    if section.title and not section.beside:
        yield TextUnit(path, TITLE)
    body = (Sort.PURPOSE, Sort.ASK) if section.card else ()
    if section.card and section_texts.card_text(section):
        yield TextUnit(path, CARD)
    for sort, texts in section_texts.sorts(section).items():
        if sort.translated and sort not in body:
            yield from (TextUnit(path, sort.value, place) for place in range(len(texts)))
