"""Sentences for lines that mean something elsewhere and nothing in a guide, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogue_desk.exchange.guide_faults import SHOWN
from dialogue_desk.exchange.guide_signs import LABELS, Sign, meant_by
from dialogue_desk.words import Words

_AT_THE_START: tuple[tuple[re.Pattern[str], Callable[[Words], str]], ...] = (
    (
        re.compile(r"\||:?-{2,}:?[ \t]*\|"),
        lambda words: words.tr(
            "A table cannot be read. Write each of its rows as a line that begins with - and a space."
        ),
    ),
    (
        re.compile(r"`{3}|~{3}"),
        lambda words: words.tr("A line of ``` means nothing here. Delete it; every text is kept as typed."),
    ),
    (
        re.compile(r"#"),
        lambda words: words.tr(
            "This begins with # and is no heading. Put a space behind #, or a backslash before it."
        ),
    ),
    (
        re.compile(r"=+$"),
        lambda words: words.tr("A line of = means nothing here. Begin the heading with # and a space."),
    ),
    (
        re.compile(r"[•●◦▪‣]"),
        lambda words: words.tr("This sign makes no list. Write - and a space in its place."),
    ),
)
_ANYWHERE: tuple[tuple[re.Pattern[str], Callable[[Words], str]], ...] = (
    (
        re.compile(r"!\[[^\[\]]*\]\("),
        lambda words: words.tr(
            "A guide has no pictures. Say in words what it shows, or name it in a line Materials:"
        ),
    ),
    (
        re.compile(r"<!--"),
        lambda words: words.tr("A comment needs lines of its own. Write <!-- at the beginning of a line."),
    ),
    (
        re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>"),
        lambda words: words.tr(
            "HTML is not read. Delete the sign in <…>, or put a backslash before it if people are to see it."
        ),
    ),
)


def markup_sentence(line: str, words: Words, *, first: bool = False) -> str:
    """Return what to write instead of Markdown that is not read here, or "".

    ``first`` says that the line is whole, so that signs at its beginning count.
    """
    if first:
        for pattern, sentence in _AT_THE_START:
            if pattern.match(line):
                return sentence(words)
    if "<" in line or "![" in line:
        for pattern, sentence in _ANYWHERE:
            if pattern.search(line):
                return sentence(words)
    return ""


def look_alike_sentence(word: str, words: Words) -> str:
    """Return which sign was meant by a word with a colon that is no label."""
    tr = words.tr
    sign, label = meant_by(word)
    word = word[:SHOWN]
    match sign:
        case Sign.SAY:
            return tr("“{word}:” is no label. Begin what is said aloud with > and a space.", word=word)
        case Sign.ASK:
            return tr("“{word}:” is no label. Begin each question with - and a space.", word=word)
        case Sign.PURPOSE:
            return tr("“{word}:” is no label. The purpose is a plain paragraph: delete the word.", word=word)
        case Sign.BRACES:
            return tr(
                "“{word}:” is no label. Write it into the braces of the heading, such as minutes=8.",
                word=word,
            )
        case Sign.LABEL:
            return tr(
                "“{word}:” is no label. Write “{label}:” if you mean that, or a backslash before the colon.",
                word=word,
                label=label,
            )
        case _:
            return tr(
                "“{word}:” is no label. Begin with > what is said aloud, with - what is asked, or with one "
                "of these: {labels}. For a plain text, put a backslash before the colon.",
                word=word,
                labels=", ".join(f"{label}:" for label in LABELS),
            )
