r"""Shorthand: the kind, the themes, the spread and the words of a line that was typed in a hurry.

Marks at either end of a line are read and removed; the words between them are kept exactly.

- A sign at the beginning is the kind: ``?`` question, ``!`` action idea, ``"`` quote, ``+`` common ground,
  ``~`` disagreement, ``*`` strength, ``^`` parking lot.
- ``#name`` is a theme; ``_`` means a space in its name.
- ``/1`` to ``/5`` is the spread, from one voice to contested.  An action idea has none, so there the mark is
  read and goes nowhere.
- ``\`` at the beginning keeps the rest as it is.

Each sign may be typed as any keyboard has it: ``¿`` and ``؟`` are ``?``, ``“`` and ``«`` are ``"``, ``＃`` is
``#``, and digits may be those of any script.  Of a pair such as ``¿…?`` both stay in the text.

A sign typed twice is one sign.  What only looks like a sign is words: ``+5 minutes``, ``~5 people``,
``*shy*``, and ``¡…!``, because every exclamation in Spanish begins so.

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

THEME_SIGNS = frozenset("#\N{FULLWIDTH NUMBER SIGN}\N{SMALL NUMBER SIGN}")
"""The signs with which the mark of a theme may begin."""

STOPS = ".,;:!?…、。，．！？；：،؛؟۔।"
"""What may stand right behind a mark and is no part of it."""

LONGEST_THEME = 80
"""The most letters of a theme's name in shorthand; a longer word is text."""

_SAME_SIGNS = {
    "?": "¿？؟⸮՞﹖",
    ACTION_SIGN: "¡！﹗",
    '"': "“”„‟«»‹›「」『』〝〞＂",
    "+": "＋﹢",
    "~": "～〜˜∼",
    "*": "＊﹡∗",
    "^": "＾ˆ",
    PLAIN_SIGN: "＼﹨",
}
_SIGN_OF = {same: sign for sign, others in _SAME_SIGNS.items() for same in sign + others}
_EXCLAIMS, _ASKS = "¡", "¿"
_CLOSES_AN_EXCLAMATION = re.compile("[!！﹗]")
_TYPED_AGAIN = {
    sign: "".join(one for one in (sign + same) if one not in "¡¿") for sign, same in _SAME_SIGNS.items()
}
_TYPED_AGAIN |= dict.fromkeys("?!", _TYPED_AGAIN["?"] + _TYPED_AGAIN["!"]) | {'"': ""}
"""What may follow a sign and say no more than it: ``!!`` and ``?!``, but of quotes each counts."""
_EMPHASIS = re.compile(r"[*＊﹡∗]+\S(?:.*?\S)??[*＊﹡∗]")
_BEFORE_A_NUMBER = frozenset("+~")
_NUMBERS = frozenset({"Nd", "No", "Sc"})
"""The categories of what a number begins with: a digit, a fraction, a currency."""
_QUOTES = frozenset('"' + _SAME_SIGNS['"'])
_SLASHES = frozenset("/／⁄∕")
_MOST_MARKS = 24
"""The most marks read at each end of a line, and between; no person types more."""
_MARKED = re.compile(rf"(?<!\S)[{''.join(THEME_SIGNS)}](\S{{1,{LONGEST_THEME}}})(?!\S)")
_ENDS_A_WORD = STOPS + ")）"


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """What a line says.

    ``kind`` is None when the line does not say it, and for an action idea.  ``mentioned`` are the names of
    themes marked between the words.  An action idea has no spread; one that is marked is ``left_out``.
    """

    text: str
    kind: NoteKind | None = None
    action: bool = False
    spread: Spread | None = None
    themes: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    left_out: Spread | None = None


def sign_of(letter: str) -> str:
    """Return the sign that a letter at the beginning of a line is on any keyboard, or ""."""
    return _SIGN_OF.get(letter, "")


def parse_line(line: str, *, action: bool = False) -> ParsedLine:
    """Return what ``line`` says; ``action``: it is an action idea unless a sign is on it."""
    first = line[:1]
    sign, rest = sign_of(first), _behind_the_sign(line)
    if sign == PLAIN_SIGN and line[1:].strip():
        return ParsedLine(line[1:], action=action)
    if _begins_with_words(sign, line, rest):
        found = _closed_exclamation(_marked(ParsedLine(line, action=action)))
    elif sign == ACTION_SIGN:
        found = _marked(ParsedLine(rest.lstrip(), action=True))
    else:
        found = _with_its_pair(_marked(ParsedLine(rest.lstrip(), kind=SIGNS[sign])), first, line)
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


def spread_mark(token: str) -> Spread | None:
    """Return the spread that a word marks, with the digits and stops of any script; None for another word."""
    token = token.rstrip(STOPS)
    if len(token) != 2 or token[0] not in _SLASHES:
        return None
    return SPREADS.get(f"/{unicodedata.decimal(token[1], 0)}")


def theme_in_mark(token: str) -> str:
    """Return the name of the theme that a word marks, or "" for another word."""
    if token[:1] not in THEME_SIGNS or len(token) > LONGEST_THEME + 1:
        return ""
    name = _name(token[1:])
    return name if any(map(str.isalpha, name)) and THEME_SIGNS.isdisjoint(name) else ""


def theme_mark(name: str) -> str:
    """Return the mark of the theme ``name``."""
    return "#" + "_".join(name.split())


def theme_key(name: str) -> str:
    """Return what two names have in common that a person reads as one: case and spaces make no difference."""
    # Not `folded`: two names that differ by an accent or a circled number are two themes.
    return unicodedata.normalize("NFC", theme_mark(name.replace("_", " "))).casefold()


def _behind_the_sign(line: str) -> str:
    return line[1:].lstrip(_TYPED_AGAIN.get(sign_of(line[:1]), "")) if line else ""


def _begins_with_words(sign: str, line: str, rest: str) -> bool:
    """Whether a line has no sign, or begins with what only looks like one."""
    if sign in _BEFORE_A_NUMBER and rest:
        return unicodedata.category(rest[0]) in _NUMBERS or rest.startswith(("-", "−", "/-", "/−"))
    if line.startswith(_EXCLAIMS):
        return bool(_CLOSES_AN_EXCLAMATION.search(rest))
    if sign == "*":
        return bool(_EMPHASIS.match(line))
    return sign != ACTION_SIGN and sign not in SIGNS


def _closed_exclamation(line: ParsedLine) -> ParsedLine:
    """Return ``line`` without the ``¡`` whose other half went with a mark, as in ``¡Más luces #parque!``."""
    alone = line.text.startswith(_EXCLAIMS) and not _CLOSES_AN_EXCLAMATION.search(line.text)
    return replace(line, text=line.text[1:].lstrip()) if alone and line.themes else line


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
    spread = spread_mark(token)
    if spread is not None and line.spread is None and line.left_out is None:
        return replace(line, left_out=spread) if line.action else replace(line, spread=spread)
    name = theme_in_mark(token)
    return replace(line, themes=(*line.themes, name)) if name else None


def _with_its_pair(line: ParsedLine, first: str, whole: str) -> ParsedLine:
    """Return ``line`` with the sign it began with where the words need it: ``¿Quién?``, or a quote inside."""
    if first == _ASKS and "?" in line.text:
        words = whole[1:].lstrip()
        begun = whole[: len(whole) - len(words)]
        return replace(line, text=begun + line.text) if words.startswith(line.text) else line
    if line.kind is NoteKind.QUOTE and sum(map(line.text.count, _QUOTES)) % 2:
        # A quote that ends inside the line keeps both its marks, because the rest is not part of it.
        inside = line.text[:-1]
        only_at_end = line.text[-1] in _QUOTES and _QUOTES.isdisjoint(inside)
        return replace(line, text=inside.rstrip() if only_at_end else first + line.text)
    return line


def _mentioned(line: ParsedLine) -> tuple[str, ...]:
    names = (_name(found[1]) for found in islice(_MARKED.finditer(line.text), _MOST_MARKS))
    return tuple(dict.fromkeys(name for name in names if name))


def _name(word: str) -> str:
    return word.rstrip(_ENDS_A_WORD).replace("_", " ").strip()
