"""The words by which names of themes are compared, read when they are first needed."""

from __future__ import annotations

from functools import cache

from dialogue_desk.desk.session.privacy_words import name_lists
from dialogue_desk.domain.notes.theme_synonyms import synonyms_in
from dialogue_desk.domain.notes.theme_words import ThemeWords
from dialogue_desk.resources import resource


@cache
def theme_words() -> ThemeWords:
    """Return the words that come with the app."""
    grades = name_lists().grades
    return ThemeWords.of(
        _read("theme-words.toml"),
        synonyms_in(_read("theme-synonyms.txt")),
        english=lambda word: grades.english.get(word, 0),
        spanish=lambda word: grades.spanish.get(word, 0),
    )


def _read(name: str) -> str:
    return resource("words", name).read_text(encoding="utf-8")
