r"""Shorthand: the kind, the themes, the spread and the words of a line that was typed in a hurry.

Marks at either end of a line are read and removed; the words between them are kept exactly.

- A sign at the beginning is the kind: ``?`` question, ``!`` action idea, ``"`` quote, ``+`` common ground,
  ``~`` disagreement, ``*`` strength, ``^`` parking lot.
- ``#name`` is a theme; ``_`` means a space in its name.
- ``/1`` to ``/5`` is the spread, from one voice to contested.
- ``\`` at the beginning keeps the rest as it is.

The text of a line of themes alone is their names; any other line of marks alone is text.  A theme's mark
between the words stays in the text, and its name is reported too, because such a theme may exist.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from dialogue_desk.domain.model.notes import NoteKind, Spread

ACTION_SIGN = "!"
PLAIN_SIGN = "\\"

SIGNS: Mapping[str, NoteKind] = {
    "?": NoteKind.QUESTION,
    '"': NoteKind.QUOTE,
    "+": NoteKind.COMMON_GROUND,
    "~": NoteKind.DISAGREEMENT,
    "*": NoteKind.STRENGTH,
    "^": NoteKind.PARKING_LOT,
}
"""The sign of each kind of note that has one."""

SPREADS: Mapping[str, Spread] = {f"/{place}": spread for place, spread in enumerate(Spread, start=1)}
"""The mark of each spread."""

LONGEST_THEME = 80
"""The most letters of a theme's name in shorthand; a longer word is text."""

_MOST_MARKS = 24
"""The most marks read at each end of a line, and between; no person types more."""
_MARKED = re.compile(rf"(?<!\S)#(\S{{1,{LONGEST_THEME}}})(?!\S)")
_ENDS_A_WORD = ".,;:!?)\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """What a line says.

    ``kind`` is None when the line does not say it, and for an action idea.  ``mentioned`` are the names of
    themes marked between the words.
    """

    text: str
    kind: NoteKind | None = None
    action: bool = False
    spread: Spread | None = None
    themes: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


def parse_line(line: str, *, action: bool = False) -> ParsedLine:
    """Return what ``line`` says; ``action``: it is an action idea, without spread, unless a sign is on it."""
    if line.startswith(PLAIN_SIGN) and line[1:].strip():
        return ParsedLine(line[1:], action=action)
    sign = line[:1]
    if sign in SIGNS:
        found = _marked(ParsedLine(line[1:].lstrip(), kind=SIGNS[sign]))
    elif sign == ACTION_SIGN:
        found = _marked(ParsedLine(line[1:].lstrip(), action=True))
    else:
        found = _marked(ParsedLine(line, action=action))
    if found.kind is NoteKind.QUOTE and found.text.count('"') == 1:
        # A quote that ends inside the line keeps both its marks, because the rest is not part of it.
        whole = found.text.endswith('"')
        found = replace(found, text=found.text.removesuffix('"') if whole else f'"{found.text}')
    if found.text.strip():
        return replace(found, mentioned=_mentioned(found))
    if found.themes:
        return replace(found, text=", ".join(found.themes))
    return ParsedLine(line, action=action)


def keep_only_themes(said: ParsedLine) -> ParsedLine | None:
    """Return what a line says in a part where only themes may be written down; None for a sentence.

    Names need no mark there, only commas or line ends between them.
    """
    if len(said.text) > LONGEST_THEME:
        return None
    names = (" ".join(name.split()) for name in re.split("[,\n]", said.text))
    return replace(said, mentioned=tuple(dict.fromkeys([*filter(None, names), *said.mentioned])))


def theme_mark(name: str) -> str:
    """Return the mark of the theme ``name``."""
    return "#" + "_".join(name.split())


def theme_key(name: str) -> str:
    """Return what two names have in common that a person reads as one: case and spaces make no difference."""
    # Not `folded`: two names that differ by an accent or a circled number are two themes.
    return unicodedata.normalize("NFC", theme_mark(name.replace("_", " "))).casefold()


def _marked(line: ParsedLine) -> ParsedLine:
    last: list[str] = []
    for _ in range(_MOST_MARKS):
        parts = line.text.rsplit(maxsplit=1)
        read = _with_mark(line, parts[-1]) if parts else None
        if read is None:
            break
        last = [*read.themes[len(line.themes) :], *last]
        line = replace(read, themes=line.themes, text=parts[0] if len(parts) == 2 else "")
    first: list[str] = []
    for _ in range(_MOST_MARKS):
        parts = line.text.split(maxsplit=1)
        read = _with_mark(line, parts[0]) if parts else None
        if read is None:
            break
        first += read.themes[len(line.themes) :]
        line = replace(read, themes=line.themes, text=parts[1] if len(parts) == 2 else "")
    return replace(line, themes=tuple(dict.fromkeys([*first, *last])))


def _with_mark(line: ParsedLine, token: str) -> ParsedLine | None:
    """Return ``line`` with what ``token`` marks; None when ``token`` is a word."""
    if token in SPREADS and line.spread is None and not line.action:
        return replace(line, spread=SPREADS[token])
    name = _name(token[1:]) if token.startswith("#") and len(token) <= LONGEST_THEME + 1 else ""
    if any(map(str.isalpha, name)) and "#" not in name:
        return replace(line, themes=(*line.themes, name))
    return None


def _mentioned(line: ParsedLine) -> tuple[str, ...]:
    names = (_name(found[1]) for found in islice(_MARKED.finditer(line.text), _MOST_MARKS))
    return tuple(dict.fromkeys(name for name in names if name))


def _name(word: str) -> str:
    return word.rstrip(_ENDS_A_WORD).replace("_", " ").strip()
