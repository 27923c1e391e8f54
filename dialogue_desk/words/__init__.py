"""The sentences of the app, in the person's language.

Each is a whole sentence with named places: ``words.tr("{count} of {total} arrived", count=3, total=5)``.
English is the source; the other languages are gettext catalogs under ``resources/languages``.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping

from dialogue_desk.resources import resource

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""The languages the app speaks, each by its own name."""

DOMAIN = "dialogue_desk"


class Words:
    """The sentences of one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalog: gettext.NullTranslations = gettext.NullTranslations()
        if self.language != "en":
            with resource("languages", self.language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as file:
                self._catalog = gettext.GNUTranslations(file)

    def tr(self, sentence: str, /, **places: object) -> str:
        """Return ``sentence`` in this language, with its places filled."""
        said = self._catalog.gettext(sentence)
        return _filled(said, places) if places else said

    def ntr(self, one: str, many: str, count: int, /, **places: object) -> str:
        """Return the sentence for ``count``, which fills the place ``{count}``."""
        return _filled(self._catalog.ngettext(one, many, count), {"count": count, **places})


def _filled(said: str, places: Mapping[str, object]) -> str:
    """Return a sentence with its places filled, and without a second dot after "7:41 p. m."."""
    for name, filling in places.items():
        if str(filling).endswith("."):
            said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format(**places)
