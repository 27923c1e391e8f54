"""The sentences of the app, in the person's language.

Each is a whole sentence with named places: ``words.tr("{count} of {total} arrived", count=3, total=5)``.
English is the source; the other languages are gettext catalogs under ``resources/languages``.
"""

from __future__ import annotations

import contextlib
import gettext
import io
from collections.abc import Mapping

from dialogue_desk.resources import resource

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""The languages the app speaks, each by its own name."""

DOMAIN = "dialogue_desk"

_COUNTED = frozenset({"count", "total", "done", "all", "held"})
"""The places of sentences that hold a count."""


class Words:
    """The sentences of one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalog: gettext.NullTranslations = gettext.NullTranslations()
        if self.language != "en":
            with contextlib.suppress(OSError):
                path = resource("languages", self.language, "LC_MESSAGES", f"{DOMAIN}.mo")
                self._catalog = catalog_in(path.read_bytes())

    def tr(self, sentence: str, /, **places: object) -> str:
        """Return ``sentence`` in this language, with its places filled."""
        said = self._catalog.gettext(sentence)
        return _filled(said, sentence, self._counted(places)) if places else said

    def ntr(self, one: str, many: str, count: int, /, **places: object) -> str:
        """Return the sentence for ``count``, which fills the place ``{count}``."""
        said = source = one if count == 1 else many
        # A damaged catalog's rule for plurals may fail in any way; the app goes on in English.
        with contextlib.suppress(Exception):
            said = self._catalog.ngettext(one, many, count)
        return _filled(said, source, self._counted({"count": count, **places}))

    def _counted(self, places: Mapping[str, object]) -> dict[str, object]:
        """Return ``places`` with what is counted in grouped figures; a year is none of it."""
        return {
            name: self.number(filling) if name in _COUNTED and isinstance(filling, int) else filling
            for name, filling in places.items()
        }

    def number(self, count: int) -> str:
        """Return ``count`` in figures as this language groups them: "12,345"."""
        return grouped(count, self.language)


def grouped(count: int, language: str) -> str:
    """Return ``count`` in figures, in groups of three from 10,000 in Spanish and from 1,000 in English.

    Spanish writes four figures together, and puts a thin space where English has a comma.
    """
    if language == "es":
        return str(count) if abs(count) < 10_000 else f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return f"{count:,}"


def catalog_in(data: bytes) -> gettext.NullTranslations:
    """Return the catalog in a compiled file; an empty one, which is English, when it is damaged."""
    try:
        return gettext.GNUTranslations(io.BytesIO(data))
    except Exception:  # noqa: BLE001  # gettext checks nothing, and fails in as many ways as there are bytes
        return gettext.NullTranslations()


def _filled(said: str, source: str, places: Mapping[str, object]) -> str:
    """Return a sentence with its places filled; the English ``source`` when it has other places than that."""
    try:
        return _put_in(said, places)
    except (LookupError, ValueError, AttributeError, TypeError):
        return _put_in(source, places)


def _put_in(said: str, places: Mapping[str, object]) -> str:
    """Fill the places of a sentence, without a second dot after "7:41 p. m."."""
    for name, filling in places.items():
        if str(filling).endswith("."):
            said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format(**places)
