"""The guides there are: each version once, in all its languages; those of a folder are read here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_faults import Fault, Faults, GuideUnreadable
from dialogue_desk.exchange.guide_files import SUFFIX, read_guide_file
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class GuideTranslation:
    """A guide in one language, and the file it was read from, if it was read from one."""

    path: Path | None
    guide: Guide


@dataclass(frozen=True, slots=True)
class ShelvedGuide:
    """A guide in all its languages, English first, then by code.

    ``own_key`` and ``origin`` are those of a guide that the desk has of its own; one that ships has none.
    """

    id: str
    translations: tuple[GuideTranslation, ...]
    own_key: str = ""
    origin: Origin | None = None

    @property
    def key(self) -> str:
        """What tells it from every other guide, also from another version of itself."""
        return self.own_key or self.id

    @property
    def own(self) -> bool:
        """Whether the desk has it of its own, so that it can be changed and deleted."""
        return bool(self.own_key)

    @property
    def version(self) -> str:
        """The version of its first language."""
        return self.translations[0].guide.version

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
class UnfinishedGuide:
    """A guide of the desk's own with which nobody can begin yet, and what there is to fix in it."""

    key: str
    title: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The guides there are, those that ship first.  ``faults`` says which files were left out, and why.

    ``decks`` have moments and no session, so no session begins with them.
    """

    guides: tuple[ShelvedGuide, ...]
    faults: tuple[Fault, ...]
    decks: tuple[ShelvedGuide, ...] = ()
    unfinished: tuple[UnfinishedGuide, ...] = ()

    def guide(self, key: str) -> ShelvedGuide:
        """Return the guide with this key: the id of one that ships, or the key of one of the desk's own.

        Raises:
            KeyError: when there is no such guide.
        """
        return {shelved.key: shelved for shelved in self.guides}[key]

    def translation(self, guide_id: str, language: str) -> Guide | None:
        """Return a guide in this language, or in its first one; None when there is no such guide.

        Of several versions of it the one that ships is meant.
        """
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
            faults += _twin(path, taken.guide, taken.path.name if taken.path else "", words)
    shelved = [
        ShelvedGuide(guide_id, in_order(editions.values())) for guide_id, editions in sorted(shelves.items())
    ]
    return Library(
        tuple(one for one in shelved if not one.deck),
        tuple(faults),
        tuple(one for one in shelved if one.deck),
    )


def english_first(language: str) -> tuple[bool, str]:
    """Return what puts languages in the order in which they are offered: English, then by their codes."""
    return language != "en", language


def in_order(editions: Iterable[GuideTranslation]) -> tuple[GuideTranslation, ...]:
    """Return translations in the order in which they are offered."""
    return tuple(sorted(editions, key=lambda one: english_first(one.guide.language)))


def _twin(path: Path, taken: Guide, other: str, words: Words) -> tuple[Fault, ...]:
    faults = Faults(path.name, words)
    faults.add(
        0,
        words.tr(
            "The guide “{guide}” in the language “{language}” is here twice; {other} is used. "
            "Give this one another id, or delete one of the two.",
            guide=taken.id,
            language=taken.language,
            other=other,
        ),
    )
    return faults.found
