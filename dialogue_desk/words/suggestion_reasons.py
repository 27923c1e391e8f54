"""Why two names of themes probably mean the same, as people read it."""

from __future__ import annotations

from dialogue_desk.domain.notes.theme_suggestions import Suggestion, Why
from dialogue_desk.words import Words


def reason_text(suggestion: Suggestion, words: Words) -> str:
    """Return the reason of a suggestion, with the words it is about."""
    one, other = suggestion.words
    return {
        Why.LETTERS: words.tr("The same name with other capitals, accents or signs"),
        Why.SPACING: words.tr("The same letters, with spaces elsewhere"),
        Why.SMALL_WORDS: words.tr("The same name but for small words"),
        Why.ORDER: words.tr("The same words in another order"),
        Why.PLURAL: words.tr("One or several: {one}, {other}", one=one, other=other),
        Why.TYPING: words.tr("Maybe a typing error: {one}, {other}", one=one, other=other),
        Why.STEM: words.tr("Two forms of one word: {one}, {other}", one=one, other=other),
        Why.SYNONYM: words.tr("Two words for one thing: {one}, {other}", one=one, other=other),
        Why.TRANSLATION: words.tr("The same in another language: {one}, {other}", one=one, other=other),
        Why.PART_OF: words.tr("One says a little more: {words}", words=one or other),
    }[suggestion.why]
