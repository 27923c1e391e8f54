"""Reads plain text, Markdown and pasted text as a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogue_desk.domain.guides.guide_lines import is_question, is_quoted
from dialogue_desk.domain.guides.labels import label_alone, labelled
from dialogue_desk.domain.guides.source import Remark, RemarkKind, SourceDocument, SourceLine
from dialogue_desk.domain.guides.time_phrases import timed
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble

if TYPE_CHECKING:
    from markdown_it.token import Token

BULLET = re.compile(
    r"^\s*(?:[•‣◦▪●○■□·*\x7f\ue000-\uf8ff–—-]|o(?=\s)|☐|\[[ x]?\]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+(?=\S)"
)
_RULE = re.compile(r"^\s*([=\-_*~])(?:\s*\1){2,}\s*$")
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:(?:page|p[aá]gina|p[aá]g\.?|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|de)\s*\d{1,3})?[\s|–—-]*",
    re.IGNORECASE,
)
_FULL = 0.72
"""A line of a paragraph that was wrapped is at least this much of the longest line."""
_LEAST_WRAPPED = 55
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_CHECKBOX = re.compile(r"^\[[ xX]?\]\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
_FRONT = re.compile(r"\A\ufeff?---\s*\n(?:.*\n){0,12}?id:\s*\S")
_ABOUT = re.compile(r"\A---[ \t]*\n(?:(?:[\w -]+:|[ \t]+|-[ \t]).*\n|\n)+?---[ \t]*\n")
"""What other programs write at the top of a Markdown file, such as its author."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it stands on a page, before lines that were wrapped are joined again."""

    number: int
    text: str
    heading: int = 0
    bold: bool = False
    apart: bool = False
    after_gap: bool = False
    table: int = 0
    cells: tuple[str, ...] = ()


def text_of(data: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether its letters had to be guessed.

    Raises:
        DocumentRefused: it is no text at all.
    """
    try:
        text = decoded(data)
        if "\0" not in text:
            return text, False
    except UnicodeDecodeError:
        pass
    odd, even = data[1::2].count(0), data[::2].count(0)
    if max(odd, even) * 3 > len(data) // 2:
        text = data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
        if not _NO_TEXT.search(text):
            return text, False
    text = data.decode("cp1252", errors="replace")
    if _NO_TEXT.search(text):
        raise DocumentRefused(Trouble.NOT_TEXT)
    return text, True


def read_text(text: str, *, markdown: bool | None = None, guessed: bool = False) -> SourceDocument:
    """Read a text; ``markdown`` None looks whether it has Markdown's headings.

    Raises:
        DocumentRefused: it is a guide file already.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _FRONT.search(text):
        raise DocumentRefused(Trouble.A_GUIDE)
    if markdown or (markdown is None and _MARKDOWN_HEADING.search(text)):
        lines = tuple(_markdown(text))
    else:
        lines = tuple(joined_lines(_plain(text.split("\n"))))
    return SourceDocument(lines, (Remark(RemarkKind.OLD_LETTERS),) if guessed else ())


def is_page_number(text: str) -> bool:
    """Whether a line at the edge of a page only says which page it is."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def joined_lines(raw: Iterable[RawLine]) -> Iterator[SourceLine]:
    """Join lines that were wrapped, and see which are of lists.  Lines in capitals look like headings."""
    lines = list(raw)
    longest = max((len(line.text) for line in lines), default=0)
    open_line: SourceLine | None = None
    wrapped = False
    for line in lines:
        if open_line is not None and wrapped and _goes_on(open_line, line):
            hyphen = open_line.text.endswith("-") and line.text[:1].islower()
            open_line = replace(
                open_line, text=open_line.text + ("" if hyphen else " ") + " ".join(line.text.split())
            )
        else:
            if open_line is not None:
                yield open_line
            open_line = _begun(line)
        wrapped = len(line.text) >= max(_FULL * longest, _LEAST_WRAPPED)
    if open_line is not None:
        yield open_line


def _begun(line: RawLine) -> SourceLine:
    if line.cells:
        return SourceLine(line.number, line.text, table=line.table, cells=line.cells)
    bullet = BULLET.match(line.text)
    text = " ".join(line.text.split())
    listed = bullet is not None and not line.heading
    # The number before a heading is taken off with its title, and is no sign of a list.
    kept = text if bullet and bullet[0].strip()[0].isalnum() and timed(text).has_time else _unlisted(text)
    shouted = text.isupper() and sum(sign.isalpha() for sign in text) > 3
    return SourceLine(
        line.number,
        kept if listed else text,
        heading=line.heading,
        bold=line.bold or shouted,
        listed=listed and not (line.bold or shouted),
        apart=line.apart,
    )


def _unlisted(text: str) -> str:
    return BULLET.sub("", text).strip()


def _goes_on(before: SourceLine, line: RawLine) -> bool:
    """Whether a line goes on with the sentence before it, which was as long as the page is wide."""
    text = line.text.strip()
    if line.cells or before.cells or line.heading or before.heading:
        return False
    if (
        line.after_gap
        or line.apart != before.apart
        or line.bold != before.bold
        or BULLET.match(line.text)
        or is_quoted(text)
        or labelled(text)
        or label_alone(text)
    ):
        return False
    begins = timed(text)
    if begins.starts is not None or is_question(before.text):
        return False
    return not (before.text.endswith((".", "!", ":")) and len(before.text) < _LEAST_WRAPPED)


def _plain(lines: Sequence[str]) -> Iterator[RawLine]:
    gap = True
    for number, line in enumerate(lines, 1):
        text = line.expandtabs(4).rstrip()
        under = _RULE.match(lines[number]) if number < len(lines) and text.strip() else None
        if not text.strip() or _RULE.match(text):
            gap = True
            continue
        heading = (1 if under[1] == "=" else 2) if under and under[1] in "=-" and gap else 0
        quoted = text.lstrip().startswith(">")
        yield RawLine(number, text.lstrip("> ") if quoted else text, heading, apart=quoted, after_gap=gap)
        gap = False


def _markdown(text: str) -> Iterator[SourceLine]:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # costly, and most starts read none

    about = _ABOUT.match(text)
    if about is not None:
        lines = about[0].split("\n")
        yield from (
            SourceLine(place, line.strip()) for place, line in enumerate(lines, 1) if line.strip(" -")
        )
        text = "\n" * (len(lines) - 1) + text[about.end() :]
    within: Counter[str] = Counter()
    heading = row = table = 0
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        number = (token.map or [0])[0] + 1
        within[token.type.removesuffix("_open").removesuffix("_close")] += token.nesting
        table += token.type == "table_open"
        if token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "tr_open":
            cells, row = [], number
        elif token.type == "tr_close":
            yield SourceLine(row, " – ".join(filter(None, cells)), table=table, cells=tuple(cells))
        elif token.type == "inline" and within["tr"]:
            cells.append(_inline(token)[0].replace("<br>", "\n"))
        else:
            listed = within["bullet_list"] + within["ordered_list"] > 0
            looks = SourceLine(number, "", heading if within["heading"] else 0, listed=listed)
            yield from _block(token, replace(looks, apart=within["blockquote"] > 0))


def _block(token: Token, looks: SourceLine) -> Iterator[SourceLine]:
    if token.type == "inline":
        yield from _paragraph(token, looks)
    elif token.type in ("fence", "code_block", "html_block"):
        yield from _as_it_stands(token, looks.number)


def _as_it_stands(token: Token, number: int) -> Iterator[SourceLine]:
    shift = 1 if token.type == "fence" else 0
    for place, line in enumerate(token.content.split("\n"), number + shift):
        if line.strip():
            yield SourceLine(place, line.strip())


def _paragraph(token: Token, looks: SourceLine) -> Iterator[SourceLine]:
    """Yield a paragraph; a line of it that begins with a label or a time stands for itself."""
    text, bold = _inline(token)
    gathered: list[str] = []
    begin = 0
    for place, line in enumerate(text.split("\n")):
        if gathered and (labelled(line) or timed(line).starts is not None or _hard(gathered[-1])):
            yield _whole(looks, begin, gathered, bold=bold)
            gathered = []
        if not gathered:
            begin = place
        gathered.append(line)
    yield from [_whole(looks, begin, gathered, bold=bold)] if text.strip() else []


def _hard(line: str) -> bool:
    return line.endswith("\v")


def _whole(looks: SourceLine, begin: int, lines: Sequence[str], *, bold: bool) -> SourceLine:
    text = " ".join(" ".join(lines).split())
    text = _CHECKBOX.sub("", text) if looks.listed else text
    return replace(looks, number=looks.number + begin, text=text, bold=bold and not looks.listed)


def _inline(token: Token) -> tuple[str, bool]:
    """Return the text of a paragraph without the signs of Markdown, and whether all of it is bold."""
    made: list[str] = []
    strong = 0
    plain = False
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            strong += child.nesting
        elif child.type in ("softbreak", "hardbreak"):
            made.append("\n" if child.type == "softbreak" else "\v\n")
        elif child.type in ("text", "code_inline", "html_inline", "image"):
            made.append(child.content)
            plain = plain or (not strong and bool(child.content.strip()))
    return "".join(made), bool(made) and not plain
