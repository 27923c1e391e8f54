"""Text as it is kept, written to files, shown and compared.

Text stays as it was typed.  Only two things change on its way into a file: every kind of line end becomes
one, and the few signs that no file can carry become visible ones.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NOT_IN_TITLES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_CANNOT_BE_CARRIED = re.compile("[\x00\ud800-\udfff]")
NOT_FOR_SHOWING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, marks that turn text around or take no room, and halves of characters."""

TITLE_LETTERS = 200
"""A title is no longer than this."""

_PLAINER = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d"})
"""Letters that Unicode does not take apart, and that people also type without their stroke or dot."""

ACCENTS = 10
"""From this combining class on, a mark is an accent, a vowel point or a tone; below it, a letter needs it."""


def normalized(text: str) -> str:
    """Return ``text`` composed (NFC), with a visible mark for each sign that no file can carry.

    Those are halves of characters and the NUL character, which only a broken paste brings.
    """
    return unicodedata.normalize("NFC", _CANNOT_BE_CARRIED.sub("\N{REPLACEMENT CHARACTER}", text))


def printable(text: str) -> str:
    """Return ``text`` with one kind of line end, and signs that XML and HTML refuse made visible.

    Control characters become their pictures (NUL becomes ␀); the rest becomes U+FFFD.
    """
    return _UNPRINTABLE.sub(_picture, _LINE_ENDS.sub("\n", text))


def folded(text: str) -> str:
    """Return ``text`` for comparing words: full-width and joined forms as plain letters, no capitals (NFKD).

    Accents become marks of their own behind their letters; each caller decides which marks count.
    """
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text).casefold().translate(_PLAINER)


def plain_letters(text: str) -> str:
    """Return ``text`` for telling whether two names are one to a person: no capitals and no accents.

    A mark that its letter needs, as in the scripts of India, stays.
    """
    letters = folded(text)
    if letters.isascii():
        return letters
    return "".join(letter for letter in letters if unicodedata.combining(letter) < ACCENTS)


def decoded(data: bytes) -> str:
    """Return the text in a file that a person or another program saved as UTF-8 or UTF-16, marked or not.

    Raises:
        UnicodeDecodeError: when it is neither.
    """
    return data.decode(encoding_of(data))


def encoding_of(data: bytes) -> str:
    """Return how text is written whose first bytes these are: UTF-16 has a mark, and UTF-8 may have one."""
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def one_line(text: str) -> str:
    """Return ``text`` on one line, for titles and outlines."""
    return " ".join(printable(text).split())


def title_text(text: str) -> str:
    """Return ``text`` as a title takes it: one line, without controls and marks that turn text around."""
    return _NOT_IN_TITLES.sub("", _LINE_ENDS.sub("\n", text)).replace("\n", " ")


def shown_title(text: str, most: int = TITLE_LETTERS) -> str:
    """Return a title for the screen, with "…" for what is beyond so many letters: files hold any title."""
    line = one_line(title_text(text[: 2 * TITLE_LETTERS]))
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def safe_in_sentence(text: str) -> str:
    """Return ``text`` for a sentence about a file: no sign in it can break or turn that sentence.

    Names of files and programs from outside may hold such signs.
    """
    return NOT_FOR_SHOWING.sub("\N{REPLACEMENT CHARACTER}", text)


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in strong if way in ("L", "R", "AL")), "L") != "L"


def isolate_direction(line: str) -> str:
    """Return ``line`` with its direction marks closed, so that it cannot turn the text beside it in a file.

    A line without such marks stays as it is.
    """
    if not _DIRECTIONS.search(line):
        return line
    embedded = sum(sign in "\u202a\u202b\u202d\u202e" for sign in line)
    isolated = sum(sign in "\u2066\u2067\u2068" for sign in line)
    isolates = "\u2069" * max(0, isolated - line.count("\u2069"))
    return line + isolates + "\u202c" * max(0, embedded - line.count("\u202c"))
