r"""What a line typed in a hurry says: its kind, its themes, how widely it was held, and the words.

Marks stand at either end of a line and are taken off; what stands between is kept exactly.

- A sign first of all is the kind: ``?`` question, ``!`` action idea, ``"`` quote, ``+`` common ground,
  ``~`` disagreement, ``*`` strength, ``^`` parking lot.
- ``#name`` is a theme; ``_`` stands for a space in its name.
- ``/1`` to ``/5`` is the spread, from one voice to contested.
- ``\`` first of all: the rest is kept as it is.

A line of themes alone says their names.  Any other line of marks alone is no marks but words.  A mark of a
theme between the words stays one of them; its name is told too, for it may be that of a theme there is.
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
"""The signs that stand for a kind of note."""

SPREADS: Mapping[str, Spread] = {f"/{place}": spread for place, spread in enumerate(Spread, start=1)}
"""The marks that stand for a spread."""

LONGEST_THEME = 80
"""So many letters a theme's name has at most when it is typed; a longer word is a word."""

_MOST_MARKS = 24
"""So many marks are read at each end of a line, and between: more is no line typed by a person."""
_MARKED = re.compile(rf"(?<!\S)#(\S{{1,{LONGEST_THEME}}})(?!\S)")
_ENDS_A_WORD = ".,;:!?)\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """What a line says.

    ``kind`` is missing where the line does not say it; an action idea has none.  ``mentioned`` are marks of
    themes that stand between the words, as names.
    """

    text: str
    kind: NoteKind | None = None
    action: bool = False
    spread: Spread | None = None
    themes: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


def parse_line(line: str, *, action: bool = False) -> ParsedLine:
    """Return what ``line`` says.

    Args:
        line: the line as it was typed.
        action: whether it is an action idea when no sign says otherwise.  Those have no spread.
    """
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
        # One that ends inside the line keeps both its marks: what follows was not said in it.
        whole = found.text.endswith('"')
        found = replace(found, text=found.text.removesuffix('"') if whole else f'"{found.text}')
    if found.text.strip():
        return replace(found, mentioned=_mentioned(found))
    if found.themes:
        return replace(found, text=", ".join(found.themes))
    return ParsedLine(line, action=action)


def keep_only_themes(said: ParsedLine) -> ParsedLine | None:
    """Return what is said where a circle asked that nothing but themes be written down.

    Names need no mark there, only commas or lines between.  Nothing is returned for a sentence.
    """
    if len(said.text) > LONGEST_THEME:
        return None
    names = (" ".join(name.split()) for name in re.split("[,\n]", said.text))
    return replace(said, mentioned=tuple(dict.fromkeys([*filter(None, names), *said.mentioned])))


def theme_mark(name: str) -> str:
    """Return how the theme ``name`` is typed."""
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
    """Return ``line`` with what ``token`` marks; nothing when it is a word."""
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
