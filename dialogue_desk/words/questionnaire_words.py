"""The ready-made statements of the questionnaire, and the words around them, in every language of the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement, Texts
from dialogue_desk.words import LANGUAGES, Words

_USUAL = 5
"""How many of the ready-made statements a new questionnaire has."""


@cache
def ready_statements() -> tuple[Statement, ...]:
    """Return the statements that any program can ask, before the circles and after, in each language."""
    said = {code: _ready(Words(code)) for code in LANGUAGES}
    return tuple(
        Statement(key, tuple((code, texts[key]) for code, texts in said.items())) for key in said["en"]
    )


def ready_questionnaire() -> Questionnaire:
    """Return a questionnaire to begin with."""
    return Questionnaire(ready_statements()[:_USUAL], in_each_language(open_line_text))


def in_each_language(text: Callable[[Words], str]) -> Texts:
    """Return a text in every language of the app."""
    return tuple((code, text(Words(code))) for code in LANGUAGES)


def scale_ends(words: Words) -> tuple[str, str]:
    """Return the words at both ends of the scale: those of 1 and of 5."""
    return words.tr("1: not at all"), words.tr("5: very much")


def open_line_text(words: Words) -> str:
    """Return the ready-made question over the open line."""
    return words.tr("What else would you like to tell the organizers?")


def _ready(words: Words) -> Mapping[str, str]:
    tr = words.tr
    return {
        "heard": tr("People like me are heard when our community decides things."),
        "trust": tr("Residents and police officers here trust each other."),
        "understand": tr("I understand why others here see things in another way."),
        "ask": tr("I know whom to ask when something in our community needs to change."),
        "act": tr("I am willing to work with others to make our community better."),
        "speak": tr("I feel safe to say what I think, also to people who see it in another way."),
        "neighbors": tr("I can count on my neighbors when it matters."),
        "change": tr("What people say in circles like these can lead to change here."),
    }
