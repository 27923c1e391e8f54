"""Translating a guide: each text is a step, and what is left is counted again only where it changed."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.guides.edit_history import EditKind, Step
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.guide_steps import Steps
from dialogue_desk.exchange import guide_edits, guide_translation
from dialogue_desk.exchange.guide_source import GuideSource, Path, Section
from dialogue_desk.exchange.guide_translation import TextUnit, untranslated_at
from dialogue_desk.words import Words


class TranslationSteps(Steps):
    """Steps that put a guide into ``language``, beside the ``original`` one."""

    def __init__(
        self, editing: GuideEditing, languages: tuple[str, str], words: Words, told: Callable[[Step], None]
    ) -> None:
        super().__init__(editing, languages[1], words, told)
        self.first = languages[0]

    def translate(self, unit: TextUnit, text: str) -> None:
        """Give a text other words in the language; an empty one is not translated."""
        new = guide_translation.translated(self.sources, (self.first, self.language), unit, text)
        self.make(EditKind.TRANSLATE, new, unit.path, unit.key)

    def add_language(self, language: str) -> None:
        """Add a language, in which nothing is translated yet."""
        new = guide_edits.with_language(self.sources[self.first], language)
        self.make(EditKind.ADD_LANGUAGE, {**self.sources, language: new})


class TextsLeft:
    """Counts the texts that are not translated, for each session, part and moment."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Section, Section, dict[Path, int]]] = {}

    def count(self, source: GuideSource, other: GuideSource) -> dict[Path, int]:
        """Return how many texts are left at each place where there are any."""
        found: dict[Path, int] = {(): untranslated_at(source, other, ())}
        known = {}
        for place, section in enumerate(source.sections):
            at = guide_edits.twin(source, other, (place,))
            beside = other.sections[at[0]] if at else section
            pair = (id(section), id(beside))
            if pair not in self._known:
                counts = {
                    path[1:]: untranslated_at(source, other, path) for path in _places((place,), section)
                }
                self._known[pair] = section, beside, counts
            known[pair] = self._known[pair]
            found |= {(place, *path): count for path, count in known[pair][2].items()}
        self._known = known
        return {path: count for path, count in found.items() if count}


def _places(path: Path, section: Section) -> list[Path]:
    if section.beside and not section.sections:
        return []  # counted with the guide itself
    return [path, *((*path, at) for at in range(len(section.sections)))]
