"""Reads guides: those that ship, the desk's own, those that sessions began with, and the moments."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from dialogue_desk.desk.guides.own_guides import KeptGuide, OwnGuides
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import (
    SUFFIX,
    guide_file_name,
    guide_text,
    read_guide,
    read_stored_guide,
    top_line,
)
from dialogue_desk.exchange.guide_library import (
    GuideTranslation,
    Library,
    ShelvedGuide,
    UnfinishedGuide,
    english_first,
    guides_in,
    in_order,
)
from dialogue_desk.resources import resource
from dialogue_desk.words import Words


class GuideShelf:
    """Reads guides, each text once.  ``moments`` is the folder of what helps when it gets hot, or the app's.

    ``own`` are the guides that the desk has of its own; None where there is no desk.

    Raises:
        GuideUnreadable: when a file or text is not a guide, except from ``library`` and ``moments``.
    """

    def __init__(
        self, folder: Path, words: Words, moments: Path | None = None, own: OwnGuides | None = None
    ) -> None:
        self._folder, self._moments = folder, moments
        self._words, self.own = words, own
        self._read: dict[str, Guide] = {}

    def library(self) -> Library:
        """Return the guides that can be read, those that ship first, and what is wrong with the others."""
        found = guides_in(self._folder, self._words, lambda path, _: self.guide(self.text_in(path)))
        shelved: list[ShelvedGuide] = []
        unfinished: list[UnfinishedGuide] = []
        for kept in self.own.all() if self.own else ():
            guides, faults = self._guides_in(kept)
            if guides and any(guide.sessions for guide in guides):
                translations = in_order(GuideTranslation(None, guide) for guide in guides)
                shelved.append(ShelvedGuide(translations[0].guide.id, translations, kept.key, kept.origin))
            if faults or not guides:
                unfinished.append(UnfinishedGuide(kept.key, _title_in(kept), faults))
        return replace(found, guides=(*found.guides, *shelved), unfinished=tuple(unfinished))

    def _guides_in(self, kept: KeptGuide) -> tuple[list[Guide], tuple[Fault, ...]]:
        """Return those of a guide's texts that can be read, and what is wrong with the others."""
        guides: list[Guide] = []
        faults: list[Fault] = []
        for language, text in kept.texts.items():
            try:
                guides.append(self._guide_in(text.text, guide_file_name(text.guide, language)))
            except GuideUnreadable as unreadable:
                faults += unreadable.faults
        return guides, tuple(faults)

    def texts_of(self, key: str) -> tuple[GuideText, ...]:
        """Return what a guide of the library says, in each of its languages, also where it is unfinished.

        Raises:
            KeyError: when there is no such guide.
        """
        if self.own is not None:
            with contextlib.suppress(KeyError):  # then it is one that ships
                return tuple(self.own.get(RecordId(key)).texts.values())
        texts = self.translations(key)
        if not texts:
            raise KeyError(key)
        return tuple(texts[language] for language in sorted(texts, key=english_first))

    @cached_property
    def moments(self) -> ShelvedGuide | None:
        """What helps when it gets hot, read once; None where no file can be read."""
        try:
            folder = self._moments or resource("moments")
        except FileNotFoundError:
            return None
        return next(iter(guides_in(folder, self._words).decks), None)

    def moments_in(self, language: str) -> tuple[Moment, ...]:
        """Return the moments in a language (``es-MX`` is ``es``), else in English, if there are any."""
        if self.moments is None:
            return ()
        own = language if language in self.moments.languages else language.partition("-")[0]
        return self.moments.translation(own).guide.moments

    def with_moments(self, guide: Guide) -> Guide:
        """Return ``guide`` with what is printed for when it gets hot: its own moments, or else the app's."""
        return guide if guide.moments else replace(guide, moments=self.moments_in(guide.language))

    def editions(self) -> dict[str, dict[str, GuideText]]:
        """Return the texts with which a session can be held, by the key of their guide, then by language.

        Guides are in the order of their titles, and versions of one in the order in which they came.
        """
        texts = [self.text_in(path) for path in sorted(self._folder.glob(f"*{SUFFIX}"))]
        found: dict[str, list[GuideText]] = {}
        for text in texts:
            found.setdefault(text.guide, []).append(text)
        for kept in self.own.all() if self.own else ():
            found[kept.key] = [text for text in kept.texts.values() if self._readable(text)]
        usable = {key: [one for one in texts if self.guide(one).sessions] for key, texts in found.items()}
        named = {key: look_up_order(self.guide(texts[0]).title) for key, texts in usable.items() if texts}
        return {
            key: {text.language: text for text in sorted(usable[key], key=lambda text: text.language)}
            for key in sorted(named, key=lambda key: named[key])
        }

    def _readable(self, text: GuideText) -> bool:
        try:
            return bool(self._guide_in(text.text, guide_file_name(text.guide, text.language)))
        except GuideUnreadable:
            return False

    def text_in(self, path: Path) -> GuideText:
        """Return the text of a guide file."""
        return self._read_as(guide_text(path, self._words), path.name)

    def guide(self, text: GuideText) -> Guide:
        """Return the guide in a text."""
        if text.text not in self._read:
            self._read[text.text] = read_stored_guide(text.text, text.guide, self._words)
        return self._read[text.text]

    def translations(self, guide_id: str) -> dict[str, GuideText]:
        """Return the texts of one guide in the folder, by language."""
        named = re.compile(rf"^id:[ \t]*{re.escape(guide_id)}[ \t]*$", re.MULTILINE)
        files = {path.name: guide_text(path, self._words) for path in sorted(self._folder.glob(f"*{SUFFIX}"))}
        # Only those that name it are read as guides: a library takes a third of a second.
        found = [self._read_as(text, name) for name, text in files.items() if named.search(text)]
        return {text.language: text for text in found if text.guide == guide_id and self.guide(text).sessions}

    def _read_as(self, text: str, name: str) -> GuideText:
        guide = self._guide_in(text, name)
        return GuideText(guide.id, guide.version, guide.language, text)

    def _guide_in(self, text: str, name: str) -> Guide:
        if text not in self._read:
            self._read[text] = read_guide(text, name, self._words)
        return self._read[text]


def _title_in(kept: KeptGuide) -> str:
    """Return the title at the top of a guide's first text; "" where there is none."""
    first = next(iter(kept.texts.values()), None)
    return "" if first is None else top_line(first.text, "title")
