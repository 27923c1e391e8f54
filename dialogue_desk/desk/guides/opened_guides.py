"""Takes in guide files: each guide beside those that are here, never over one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import top_line
from dialogue_desk.exchange.guide_zip import FoundText, read_guide_texts
from dialogue_desk.words import Words


class Arrival(StrEnum):
    """What an opened guide is to those that were here."""

    NEW = "new"
    VERSION = "version"
    LANGUAGE = "language"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class ArrivedGuide:
    """A guide that was opened: under which key it is here, what it is called, and what it is to the others.

    ``besides`` are the versions that were here already.  With ``faults`` nobody can meet by it yet.
    """

    key: str
    title: str
    version: str
    arrival: Arrival
    besides: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """The texts that guide files hold, and why others could not be read."""

    texts: tuple[FoundText, ...] = ()
    refused: tuple[Fault, ...] = ()


def read_guide_files(paths: Iterable[Path], words: Words) -> ReadFiles:
    """Read guide files and zips of them; nothing is kept yet."""
    texts: list[FoundText] = []
    refused: list[Fault] = []
    for path in paths:
        try:
            texts += read_guide_texts(path, words)
        except GuideUnreadable as unreadable:
            refused += unreadable.faults
    return ReadFiles(tuple(texts), tuple(refused))


def open_guides(read: ReadFiles, shelf: GuideShelf, own: OwnGuides) -> tuple[ArrivedGuide, ...]:
    """Keep the guides that were read, those of one id and version together.

    Raises:
        DeskTrouble: when it could not be written; those before it are kept.
    """
    together: dict[tuple[str, str], list[FoundText]] = {}
    for found in read.texts:
        together.setdefault((found.text.guide, found.text.version), []).append(found)
    return tuple(_arrived(found, shelf, own) for found in together.values())


def _arrived(found: Sequence[FoundText], shelf: GuideShelf, own: OwnGuides) -> ArrivedGuide:
    texts = {one.text.language: one.text for one in found}
    first, faults = found[0].text, tuple(fault for one in found for fault in one.faults)
    here = _here(first.guide, shelf, own)
    besides = tuple(dict.fromkeys(_first(kept).version for kept in here.values()))
    same = {key: kept for key, kept in here.items() if _first(kept).version == first.version}
    key, arrival = _kept(texts, same, own)
    arrival = Arrival.VERSION if arrival is Arrival.NEW and here else arrival
    return ArrivedGuide(key, top_line(first.text, "title"), first.version, arrival, besides, faults)


def _kept(
    texts: Mapping[str, GuideText], same: Mapping[str, Mapping[str, GuideText]], own: OwnGuides
) -> tuple[str, Arrival]:
    """Keep texts of one version beside the ``same`` version, as far as they are not there already."""
    for key, here in same.items():
        if texts.items() <= here.items():
            return key, Arrival.KNOWN
    for key, here in same.items():
        if all(here.get(language, text) == text for language, text in texts.items()):
            if key == _first(here).guide:  # it ships, and is not changed
                return own.add({**here, **texts}.values(), Origin.OPENED), Arrival.LANGUAGE
            own.keep(RecordId(key), *texts.values())
            return key, Arrival.LANGUAGE
    return own.add(texts.values(), Origin.OPENED), Arrival.NEW


def _here(guide: str, shelf: GuideShelf, own: OwnGuides) -> dict[str, dict[str, GuideText]]:
    """Return the texts of each version of a guide that is here, by language; the desk's own come first."""
    kept = {str(one.key): dict(one.texts) for one in own.all() if one.texts}
    found = {key: texts for key, texts in kept.items() if _first(texts).guide == guide}
    shipped = shelf.translations(guide)
    return found | ({guide: shipped} if shipped else {})


def _first(texts: Mapping[str, GuideText]) -> GuideText:
    return next(iter(texts.values()))
