"""Paragraphs of a PDF: the styles of its texts, and texts cut to pieces that reportlab sets fast."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from dialogue_desk.domain.model.text import printable
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_words import Text
from dialogue_desk.reports.typesetting import REGULAR, Typesetting, crowded

_FEW_LINES = 10
_FEW_LETTERS = 2_000
_HELD_TOGETHER = 30
_LONG_TITLE, _LAST_WORDS = 30, 12
_INK = HexColor(paper_style.INK)


class PdfText:
    """Sets texts as paragraphs for pages that have ``width`` points of room."""

    def __init__(self, typesetting: Typesetting, width: float) -> None:
        self._typesetting, self._width = typesetting, width

    def narrowed(self, width: float) -> PdfText:
        """Return what sets texts for a column of such a ``width``."""
        return PdfText(self._typesetting, width)

    def style(self, size: float, **changes: object) -> ParagraphStyle:
        """Return a style for lines that are not too long to read with ease."""
        room = self._width - paper_style.LINE_EMS * size
        given = {"fontName": REGULAR, "textColor": _INK, "rightIndent": max(0, room)}
        given |= {"leading": paper_style.LEADING * size}
        return ParagraphStyle("text", fontSize=size, allowWidows=0, allowOrphans=0, **(given | changes))

    def cell_style(self, size: float, **changes: object) -> ParagraphStyle:
        """Return a style for the cells of tables and charts, which are as wide as their columns."""
        return self.style(size, rightIndent=0, leading=1.3 * size, **changes)

    def paragraph(self, text: str, style: ParagraphStyle, kind: type[Text] = Text, *, end: str = "") -> Text:
        """Return ``text`` in one paragraph, with ``end``, which is markup, after it."""
        if crowded(text):
            style = style.clone("crowded", wordWrap="CJK")
        return kind(self._typesetting.markup(text, style.fontName) + end, style)

    def code(self, text: str, size: float) -> str:
        """Return the markup of a code at the end of a line, in small and quiet letters."""
        said = self._typesetting.markup(unbroken(text))
        return f' <font size="{size:g}" color="{paper_style.MUTED}">{said}</font>'

    def paragraphs(
        self,
        text: str,
        style: ParagraphStyle,
        kind: type[Text] = Text,
        *,
        bullet: str | None = None,
        end: str = "",
    ) -> list[Text]:
        """Return ``text`` in paragraphs of few and short lines: reportlab's time grows with their square."""
        parts = list(_in_parts(printable(text)))
        inner = style.clone("inner", spaceAfter=0)
        made = [self.paragraph(part, inner, kind) for part in parts[:-1]]
        made.append(self.paragraph(parts[-1], style, kind, end=end))
        made[0].bulletText = bullet
        return made


def unbroken(text: str) -> str:
    """Return ``text`` with its short parts, between dots, held together: "10 people" stays on one line."""
    parts = text.split(" \u00b7 ")
    held = (part.replace(" ", "\xa0") if len(part) <= _HELD_TOGETHER else part for part in parts)
    return "\xa0\u00b7 ".join(held)


def held_at_end(title: str) -> str:
    """Return a long ``title`` with its last words held together, so that no short one has a line alone."""
    if len(title) <= _LONG_TITLE:
        return title
    begin, *end = title.rsplit(" ", 1)
    while end and len("\xa0".join(end)) < _LAST_WORDS and " " in begin:
        begin, word = begin.rsplit(" ", 1)
        end.insert(0, word)
    return " ".join((begin, "\xa0".join(end))) if end else title


def _in_parts(text: str) -> Iterator[str]:
    """Yield ``text`` in parts of few lines and few letters; most texts are one part."""
    part: list[str] = []
    room = _FEW_LETTERS
    for line in text.split("\n"):
        for piece in _pieces(line):
            if part and (len(part) == _FEW_LINES or len(piece) > room):
                yield "\n".join(part)
                part, room = [], _FEW_LETTERS
            part.append(piece)
            room -= len(piece)
    yield "\n".join(part)


def _pieces(line: str) -> Iterator[str]:
    """Yield a line in pieces that end with a word, if it has words; most lines are one piece."""
    while len(line) > _FEW_LETTERS:
        end = line.rfind(" ", _FEW_LETTERS // 2, _FEW_LETTERS) + 1 or _FEW_LETTERS
        yield line[:end].rstrip(" ")
        line = line[end:]
    yield line
