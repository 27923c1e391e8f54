"""Reads guides: those in the app's folder, those that sessions began with, and the moments that ship."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.exchange.guide_files import SUFFIX, guide_text, read_guide, read_stored_guide
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide, guides_in
from dialogue_desk.resources import resource
from dialogue_desk.words import Words


class GuideShelf:
    """Reads guides, each text once.  ``moments`` is the folder of what helps when it gets hot, or the app's.

    Raises:
        GuideUnreadable: when a file or text is not a guide, except from ``library`` and ``moments``.
    """

    def __init__(self, folder: Path, words: Words, moments: Path | None = None) -> None:
        self._folder, self._moments = folder, moments
        self._words = words
        self._read: dict[str, Guide] = {}

    def library(self) -> Library:
        """Return the readable guides in the folder, in all their languages, and the faults of the others."""
        return guides_in(self._folder, self._words, lambda path, _: self.guide(self.text_in(path)))

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

    def texts(self) -> tuple[GuideText, ...]:
        """Return the guides in the folder with which a session can be held, in every language, by title."""
        texts = [self.text_in(path) for path in sorted(self._folder.glob(f"*{SUFFIX}"))]
        found = [text for text in texts if self.guide(text).sessions]
        return tuple(sorted(found, key=lambda text: (look_up_order(self.guide(text).title), text.language)))

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
        if text not in self._read:
            self._read[text] = read_guide(text, name, self._words)
        guide = self._read[text]
        return GuideText(guide.id, guide.version, guide.language, text)
