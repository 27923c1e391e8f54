"""The guides in a folder: each once, in all its languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_faults import Fault, Faults, GuideUnreadable
from dialogue_desk.exchange.guide_files import SUFFIX, read_guide_file
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class GuideTranslation:
    """A guide in one language, and the file it was read from."""

    path: Path
    guide: Guide


@dataclass(frozen=True, slots=True)
class ShelvedGuide:
    """A guide in all its languages, English first, then by code."""

    id: str
    translations: tuple[GuideTranslation, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it comes in."""
        return tuple(edition.guide.language for edition in self.translations)

    @property
    def deck(self) -> bool:
        """Whether it is a deck of moments: nobody can hold a session with it."""
        return not any(edition.guide.sessions for edition in self.translations)

    def translation(self, language: str) -> GuideTranslation:
        """Return the guide in this language, or in the first one when it does not come in this."""
        found = (edition for edition in self.translations if edition.guide.language == language)
        return next(found, self.translations[0])


@dataclass(frozen=True, slots=True)
class Library:
    """The guides of a folder.  ``faults`` says which files were left out, and why.

    ``decks`` have moments and no session, so no session begins with them.
    """

    guides: tuple[ShelvedGuide, ...]
    faults: tuple[Fault, ...]
    decks: tuple[ShelvedGuide, ...] = ()

    def guide(self, guide_id: str) -> ShelvedGuide:
        """Return the guide with this id.

        Raises:
            KeyError: when the folder has no such guide.
        """
        return {shelved.id: shelved for shelved in self.guides}[guide_id]

    def translation(self, guide_id: str, language: str) -> Guide | None:
        """Return a guide in this language, or in its first one; None when the folder has no such guide."""
        found = next((shelved for shelved in self.guides if shelved.id == guide_id), None)
        return None if found is None else found.translation(language).guide


def guides_in(folder: Path, words: Words, read: Callable[[Path, Words], Guide] = read_guide_file) -> Library:
    """Read every guide file of a folder, by file name.  A folder that does not exist has none.

    A file that cannot be read is left out, and so is a second file of one guide and language.  Whoever has
    read some already passes a ``read`` of their own.
    """
    shelves: dict[str, dict[str, GuideTranslation]] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            guide = read(path, words)
        except GuideUnreadable as unreadable:
            faults += unreadable.faults
            continue
        editions = shelves.setdefault(guide.id, {})
        taken = editions.setdefault(guide.language, GuideTranslation(path, guide))
        if taken.path != path:
            faults += _twin(path, taken, words)
    shelved = [
        ShelvedGuide(guide_id, tuple(sorted(editions.values(), key=_english_first)))
        for guide_id, editions in sorted(shelves.items())
    ]
    return Library(
        tuple(one for one in shelved if not one.deck),
        tuple(faults),
        tuple(one for one in shelved if one.deck),
    )


def _english_first(edition: GuideTranslation) -> tuple[bool, str]:
    return edition.guide.language != "en", edition.guide.language


def _twin(path: Path, taken: GuideTranslation, words: Words) -> tuple[Fault, ...]:
    faults = Faults(path.name, words)
    faults.add(
        0,
        words.tr(
            "The guide “{guide}” in the language “{language}” is here twice; {other} is used. "
            "Give this one another id, or delete one of the two.",
            guide=taken.guide.id,
            language=taken.guide.language,
            other=taken.path.name,
        ),
    )
    return faults.found
