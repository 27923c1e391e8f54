"""Which font draws what on a printed page.

Atkinson Hyperlegible draws most text, Noto most of the rest.  Chinese, Japanese and Korean use fonts that PDF
readers bring themselves.  Reportlab cannot set letters correctly that run from right to left or change with
their neighbors, so these count as lacking; ``tagged_pdf`` sets them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape
from itertools import groupby
from operator import itemgetter

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from dialogue_desk.domain.model.text import printable
from dialogue_desk.fonts import font_file, noto_file

REGULAR = "Atkinson"
BOLD = "Atkinson-Bold"
LACKING = "\u25fb"
"""The empty square in place of what no font can draw."""

_EMOJI = "Noto-Emoji"
_NOTO = {
    "Noto-Sans": "Sans",
    _EMOJI: "Emoji",
    "Noto-Symbols": "SansSymbols",
    "Noto-Ethiopic": "SansEthiopic",
    "Noto-Armenian": "SansArmenian",
    "Noto-Georgian": "SansGeorgian",
    "Noto-Thai": "SansThai",
    "Noto-Lao": "SansLao",
}
_READERS_OWN = {"STSong-Light": "gbk", "HeiseiKakuGo-W5": "shift_jis", "HYGothic-Medium": "euc_kr"}
"""Fonts that PDF readers bring, and the codecs with the same signs."""

_WORD = re.compile(r"\s+|\S+")
_TOO_LONG = re.compile(r"(<\w\w>) <([0-9A-F]{5,6})>")
_UNSEEN = ("\u034f", "\u115f", "\u1160", "\u3164", *map(chr, range(0xFE00, 0xFE10)))


class Typesetting:
    """Turns plain text into reportlab's markup; ``lacking`` says whether any of it could not be drawn."""

    def __init__(self) -> None:
        self.lacking = False

    def markup(self, text: str, font: str = REGULAR) -> str:
        """Return ``text`` for a paragraph in ``font``, with other fonts where they are needed."""
        lines = [_line(line, font) for line in printable(text).split("\n")]
        self.lacking = self.lacking or any(lacking for _, lacking in lines)
        return "<br/>".join(line for line, _ in lines)

    def pieces(self, line: str, font: str = REGULAR) -> Iterator[tuple[str, str]]:
        """Yield a line in pieces, each with its font: whole words if one font has them, otherwise letters."""
        for name, piece in _pieces(line, font):
            self.lacking = self.lacking or not name
            yield (name, piece) if name else (_EMOJI, LACKING)


@lru_cache(maxsize=5_000)
def _line(line: str, font: str) -> tuple[str, bool]:
    """Return a line as markup, and whether any of it could not be drawn.

    A document is set several times until its end has company, and the same words stand in many.
    """
    setting = Typesetting()
    runs = groupby(setting.pieces(line, font), itemgetter(0))
    said = "".join(_named(name, "".join(map(itemgetter(1), run)), font) for name, run in runs)
    return said, setting.lacking


def _pieces(line: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield a line in pieces with their fonts; "" for a letter that no font draws."""
    for word in _WORD.findall(_seen(line)):
        if (name := _font_for(word, font)) != "":
            yield name, word
        else:
            yield from _letters(word, font)


def _letters(word: str, font: str) -> Iterator[tuple[str, str]]:
    for letter in _clusters(word):
        whole = _font_for(letter, font)
        for part in (letter,) if whole else letter:
            yield whole or _font_for(part, font), part


def undrawn(signs: Iterable[str]) -> frozenset[str]:
    """Return those of ``signs`` that reportlab cannot draw with any of the fonts here."""
    return frozenset(sign for sign in signs if not unseen(sign) and not _font_for(sign, REGULAR))


def crowded(text: str) -> bool:
    """Whether ``text`` is mostly in a script that breaks its lines between any two letters."""
    return 2 * sum(unicodedata.east_asian_width(sign) in "WF" for sign in text) > len(text)


def register_fonts() -> None:
    """Register with reportlab the fonts that any page may need, also the one with the empty square."""
    for font in (REGULAR, BOLD, _EMOJI):
        _drawn_by(font)


class _Font(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font whose emoji can be copied: reportlab writes code points above U+FFFF wrongly.

    It remembers how wide words are: each is measured every time that a page with it is set.
    """

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._width_of = lru_cache(maxsize=20_000)(super().stringWidth)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802  # as above
        width: float = self._width_of(text, size, encoding)
        return width

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # reportlab's name
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                thing.content = _TOO_LONG.sub(_in_utf16, thing.content)


def _in_utf16(found: re.Match[str]) -> str:
    return f"{found[1]} <{chr(int(found[2], 16)).encode('utf-16-be').hex().upper()}>"


def _named(name: str, run: str, font: str) -> str:
    said = escape(run, quote=False)
    return said if name == font else f'<font name="{name}">{said}</font>'


def _seen(line: str) -> str:
    """Return ``line`` composed, with one kind of space, and without invisible signs."""
    if line.isascii() and line.isprintable():
        return line
    spaced = (" " if sign == "\t" or (_is("Zs", sign) and sign != "\xa0") else sign for sign in line)
    return unicodedata.normalize("NFC", "".join(sign for sign in spaced if not unseen(sign)))


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for sign in word:
        if cluster and not _is("M", sign):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _is(category: str, sign: str) -> bool:
    return unicodedata.category(sign).startswith(category)


def unseen(sign: str) -> bool:
    """Whether a sign is invisible by design, such as a joiner or a direction mark."""
    if _is("Cf", sign):
        return unicodedata.bidirectional(sign) not in ("AL", "AN")
    return sign in _UNSEEN or 0xE0100 <= ord(sign) <= 0xE01EF


@lru_cache(maxsize=10_000)
def _font_for(cluster: str, font: str) -> str:
    """Return the first font that draws all of ``cluster``, or ""."""
    fonts = (font, *_NOTO, *_READERS_OWN)
    return next((name for name in fonts if all(_draws(name, sign) for sign in cluster)), "")


def _draws(font: str, sign: str) -> bool:
    if unicodedata.bidirectional(sign) in ("R", "AL", "AN"):
        return False
    if font not in _READERS_OWN:
        return ord(sign) in _drawn_by(font)
    _drawn_by(font)
    try:
        return bool(sign.encode(_READERS_OWN[font]))
    except UnicodeEncodeError:
        return False


@cache
def _drawn_by(font: str) -> frozenset[int]:
    """Register ``font`` with reportlab, and return the code points it draws; none for a reader's own font."""
    if font in _READERS_OWN:
        pdfmetrics.registerFont(UnicodeCIDFont(font))
        return frozenset()
    own = font not in _NOTO
    file = font_file(bold=font == BOLD) if own else noto_file(_NOTO[font])
    pdfmetrics.registerFont(_Font(font, str(file)))
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)
