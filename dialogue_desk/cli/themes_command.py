"""``themes suggest``: which of the names in a list probably mean the same theme, and why."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.domain.notes.theme_suggestions import Suggestion, theme_suggestions
from dialogue_desk.domain.notes.theme_synonyms import Synonyms, SynonymsUnreadable, synonyms_in
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.words import Words
from dialogue_desk.words.suggestion_reasons import reason_text

MOST_NAMES = 20_000
LONGEST_NAME = 200
_LONGEST_FILE = 8_000_000


class _CannotBe(Exception):
    """A file that cannot be used, with the sentence that says so."""


def suggest_themes(options: argparse.Namespace, words: Words) -> int:
    """Print for each name of a list those of the others that probably mean the same."""
    try:
        names = _names(options.names, words)
        own = _synonyms(options.synonyms, words) if options.synonyms else ()
    except _CannotBe as trouble:
        complain(str(trouble))
        return CANNOT_BE
    found = theme_suggestions(names, ThemeVocabulary(theme_words().with_synonyms(own)))
    if options.json:
        for name in names:
            say_json({"name": name, "suggestions": [_as_json(one) for one in found[name]]})
    else:
        _tell(dict.fromkeys(names), found, words)
    return DONE


def _as_json(suggestion: Suggestion) -> dict[str, str | float]:
    return {"name": suggestion.name, "score": suggestion.score, "why": suggestion.why.value}


def _tell(names: dict[str, None], found: dict[str, tuple[Suggestion, ...]], words: Words) -> None:
    """Print the names that have suggestions, and how many there are."""
    alike = [name for name in names if found[name]]
    for name in alike:
        say(name)
        for one in found[name]:
            say(f"  {one.score:.2f}  {one.name}  ({reason_text(one, words)})")
    say(
        words.ntr(
            "{count} of {all} name may mean the same as another one.",
            "{count} of {all} names may mean the same as another one.",
            len(alike),
            all=len(names),
        )
    )


def _names(path: Path, words: Words) -> Sequence[str]:
    lines = [line.strip() for line in _text(path, words).splitlines()]
    names = [line for line in lines if line]
    if not names:
        raise _CannotBe(words.tr("“{file}” has no names. Write one on each line.", file=path.name))
    if len(names) > MOST_NAMES:
        raise _CannotBe(
            words.tr(
                "“{file}” has more than {most} names. Divide it into smaller lists.",
                file=path.name,
                most=MOST_NAMES,
            )
        )
    long = next((number for number, line in enumerate(lines, start=1) if len(line) > LONGEST_NAME), None)
    if long is not None:
        raise _CannotBe(
            words.tr(
                "Line {line} of “{file}” is no name: it has more than {most} characters.",
                line=long,
                file=path.name,
                most=LONGEST_NAME,
            )
        )
    return names


def _synonyms(path: Path, words: Words) -> tuple[Synonyms, ...]:
    try:
        return synonyms_in(_text(path, words))
    except SynonymsUnreadable as error:
        raise _CannotBe(
            words.tr(
                "Line {line} of “{file}” is too long, or there are too many lines. Write words that mean the "
                "same on one line, with commas between them.",
                line=error.line,
                file=path.name,
            )
        ) from error


def _text(path: Path, words: Words) -> str:
    not_read = words.tr("“{file}” was not read.", file=path.name)
    try:
        with path.open("rb") as file:
            raw = file.read(_LONGEST_FILE + 1)
    except OSError as error:
        raise _CannotBe(f"{not_read} {unread_because(error, words)}") from error
    if len(raw) > _LONGEST_FILE:
        too_large = words.tr("It is too large for a list of names.")
        raise _CannotBe(f"{not_read} {too_large}")
    try:
        text = decoded(raw)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        no_text = words.tr("It is not a text file in UTF-8. Save it as UTF-8 text.")
        raise _CannotBe(f"{not_read} {no_text}")
    return text
