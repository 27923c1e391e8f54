"""What languages are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.words import LANGUAGES, Words

_SOUNDS_LIKE_I = re.compile(r"\W*h?[ií](?![aeou])", re.IGNORECASE)
"""Before which words Spanish *y* is *e*: *inglés*, *historia* with a silent *h*, and not *hielo*."""


def language_names(words: Words) -> Mapping[str, str]:
    """Return the names of the languages offered to circles, by their codes: first those of the app."""
    names = {
        "en": words.tr("English"),
        "es": words.tr("Spanish"),
        "am": words.tr("Amharic"),
        "ar": words.tr("Arabic"),
        "fr": words.tr("French"),
        "hi": words.tr("Hindi"),
        "ht": words.tr("Haitian Creole"),
        "ko": words.tr("Korean"),
        "pt": words.tr("Portuguese"),
        "ru": words.tr("Russian"),
        "so": words.tr("Somali"),
        "tl": words.tr("Tagalog"),
        "uk": words.tr("Ukrainian"),
        "vi": words.tr("Vietnamese"),
        "zh": words.tr("Chinese"),
    }
    others = sorted(names.keys() - LANGUAGES.keys(), key=lambda code: look_up_order(names[code]))
    return {code: names[code] for code in (*LANGUAGES, *others)}


def language_name(code: str, words: Words) -> str:
    """Return what a language is called; its code when it has no name here."""
    return language_names(words).get(code, code)


def languages_by_name(words: Words) -> dict[str, str]:
    """Return the codes of languages by what people call them, without capitals and accents.

    They are known in English, in Spanish, and by what each calls itself.
    """
    named: dict[str, str] = {}
    for code in LANGUAGES:
        named |= {plain_letters(name): key for key, name in language_names(Words(code)).items()}
    named |= {plain_letters(name): key for key, name in language_names(words).items()}
    named |= {plain_letters(name): key for key, name in LANGUAGES.items()}
    return named | {key: key for key in language_names(words)}


def own_name(code: str) -> str:
    """Return what a language calls itself; its code when the app does not speak it."""
    return LANGUAGES.get(code, code)


def join_names(names: Sequence[str], words: Words) -> str:
    """Return "English, Spanish and Arabic"; in Spanish "español e inglés"."""
    if len(names) < 2:
        return "".join(names)
    if words.language == "es" and _SOUNDS_LIKE_I.match(names[-1]):
        return f"{', '.join(names[:-1])} e {names[-1]}"
    return words.tr("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
