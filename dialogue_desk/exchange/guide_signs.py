"""The signs that begin a text in a guide: labels, what people write in their place, and backslashes.

A line that looks like a label and is none would be read as something else, so it is told by its line and
with the sign that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

LABELS = (
    "Goal",
    "Before",
    "Tip",
    "Note-taker",
    "Materials",
    "Notes",
    "Wanted",
    "Carry over",
    "Fill in",
    "For",
    "Against",
    "Trade-off",
    "Next",
    "Stop",
)
"""Labels are the same English words in every language, so that a translation changes texts only."""

LABELS_BEFORE = ("Goal", "Tip", "Materials", "Notes", "Wanted")
"""The labels of the first edition of the format, by which stored guides may have been read."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~•●◦▪‣])")
_LOOKS_LIKE_A_LABEL = re.compile(
    r"[*_]{0,3}([^\W\d_]+(?:['’][^\W\d_]+)?(?:[ -][^\W\d_]+)?)[*_]{0,3}[ \u00a0]?:(?!/)"
)
_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:[ \t]|$))")
_TITLE_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_TAG = r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>"
_PICTURE = r"!\[[^\[\]]*\]\("
_INLINE = re.compile(rf"(?={_PICTURE}|<!--|{_TAG})")
_START = re.compile(
    r"#|>|\||`{3}|~{3}|[•●◦▪‣]|=+$|<(?=[A-Za-z/!?])|[+*-](?=[ \t]|$)"
    r"|([*_-])[ \t]*(?:\1[ \t]*){2,}$|:?-{2,}:?[ \t]*\|"
)


class Sign(StrEnum):
    """What a line should have begun with."""

    SAY = "say"
    ASK = "ask"
    PURPOSE = "purpose"
    BRACES = "braces"
    LABEL = "label"
    UNKNOWN = "unknown"


_MEANT: dict[str, tuple[str, ...]] = {
    Sign.SAY: (
        "say", "read", "read aloud", "say aloud", "script", "speak", "decir", "di", "diga", "digan", "leer",
        "lee", "lea", "lean", "voz alta", "guion", "guión",
    ),
    Sign.ASK: (
        "ask", "question", "questions", "prompt", "prompts", "pregunta", "preguntas", "preguntar", "pregunte",
    ),
    Sign.PURPOSE: ("purpose", "aim", "why", "propósito", "proposito", "para qué"),
    Sign.BRACES: (
        "time", "minutes", "duration", "length", "kind", "type", "mode", "floor", "cut", "tiempo", "minutos",
        "duración", "duracion", "tipo", "modo",
    ),
    "Goal": ("goals", "objective", "objectives", "objetivo", "objetivos", "meta", "metas"),
    "Before": ("beforehand", "prepare", "preparation", "antes", "preparar", "preparación"),
    "Tip": (
        "tips", "hint", "hints", "note", "facilitator", "facilitators", "consejo", "consejos", "nota",
        "sugerencia", "sugerencias", "facilitador", "facilitadora", "facilitación", "pista",
    ),
    "Note-taker": ("notetaker", "note taker", "recorder", "scribe", "relatora", "relator", "apuntes"),
    "Materials": ("material", "supplies", "bring", "materiales", "traer", "llevar"),
    "Notes": ("notas",),
    "Wanted": ("want", "capture", "listen for", "se busca", "escuchar", "buscar"),
    "Carry over": ("carryover", "carry-over", "recap", "retomar"),
    "Fill in": ("fill-in", "fillin", "look up", "completar", "por completar", "averiguar"),
    "For": ("pro", "pros", "in favor", "a favor", "ventajas"),
    "Against": ("con", "cons", "contra", "en contra", "desventajas"),
    "Trade-off": ("tradeoff", "trade off", "trade-offs", "tradeoffs", "a cambio", "dilema"),
    "Next": ("then", "next step", "afterwards", "luego", "después", "despues"),
    "Stop": ("end", "parar", "detener", "alto"),
}  # fmt: skip
_KNOWN = {
    **{label.casefold(): label for label in LABELS},
    **{word: meant for meant, written in _MEANT.items() for word in written},
}
_MEANT_IN_CARDS = frozenset(LABELS)


def unescaped(text: str) -> str:
    """Return the text without the backslashes that keep a sign from meaning something."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def masked(text: str) -> str:
    """Return the text with signs behind a backslash made invisible, and as long as it was."""
    return _ESCAPED.sub("\0\0", text) if "\\" in text else text


def escaped(text: str) -> str:
    """Return a text with the backslashes that it needs behind ``>`` or ``-``."""
    text = escaped_inside(text)
    if match := _NUMBER.match(text):
        return f"{match[1]}\\{text[match.end() :]}"
    return f"\\{text}" if _START.match(text) else text


def escaped_inside(text: str) -> str:
    """Return a text with the backslashes that it needs behind a label."""
    text = text.replace("\\", "\\\\")
    return _INLINE.sub(r"\\", text) if "<" in text or "!" in text else text


def escaped_paragraph(text: str, *, card: bool) -> str:
    """Return a text with the backslashes that it needs at the beginning of a line."""
    text = escaped(text)
    if label_like(text, card=card):
        colon = text.index(":")
        return f"{text[:colon]}\\{text[colon:]}"
    return text


def escaped_title(title: str, *, marked: bool) -> str:
    """Return a title with the backslashes that it needs; ``marked`` says that braces follow."""
    title = closed(escaped_inside(title))
    if match := _TITLE_NUMBER.match(title):
        return f"{match[1]}\\{title[match.end() :]}"
    return title if marked or not title.endswith("#") else f"{title[:-1]}\\#"


def closed(text: str) -> str:
    """Return a text whose last braces are words and not marks."""
    brace = text.rfind("{") if text.endswith("}") else -1
    return text if brace < 0 else f"{text[:brace]}\\{text[brace:]}"


def label_like(line: str, *, card: bool) -> str:
    """Return what looks like a label at the beginning of a line, or "".

    Every capital word with a colon does, also two of them.  In a card, which people read, only words that
    are a label or stand for one do.
    """
    match = _LOOKS_LIKE_A_LABEL.match(masked(line).lstrip())
    if not match:
        return ""
    word = match[1]
    known = _KNOWN.get(word.casefold())
    if card:
        return word if known in _MEANT_IN_CARDS and (word[0].isupper() or word.casefold() == known) else ""
    return word if word[0].isupper() or known else ""


def meant_by(word: str) -> tuple[Sign, str]:
    """Return which sign was meant by something that looks like a label, and the label, or ""."""
    known = _KNOWN.get(word.casefold()) or nearest(word, LABELS)
    if not known:
        return Sign.UNKNOWN, ""
    return (Sign.LABEL, known) if known in LABELS else (Sign(known), "")


def numbered(title: str) -> bool:
    """Whether a title as it is written begins with a number of its own."""
    return bool(_TITLE_NUMBER.match(title))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is within one or two letters, or None."""
    typed = word.casefold()
    found = [(_apart(typed, one.casefold()), one) for one in known if abs(len(one) - len(typed)) <= 2]
    near = [(apart, one) for apart, one in found if apart <= (1 if min(len(one), len(typed)) < 5 else 2)]
    return min(near)[1] if near else None


def _apart(one: str, other: str) -> int:
    """Return how many letters are missing, too many, others, or in their neighbor's place."""
    before, row = list[int](), list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, before, row = before, row, [place]
        for column, against in enumerate(other, 1):
            least = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != against))
            if last and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                least = min(least, last[column - 2] + 1)
            row.append(least)
    return row[-1]
