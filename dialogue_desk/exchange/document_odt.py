"""Reads the text of an ODT: its paragraphs with what their styles make of them, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

from dialogue_desk.domain.guides.source import Remark, RemarkKind, SourceDocument, SourceLine
from dialogue_desk.exchange.document_archive import Archive, child, within
from dialogue_desk.exchange.document_plain import is_page_number
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN = (
    (f"{_URN}:office:1.0", "office"),
    (f"{_URN}:text:1.0", "text"),
    (f"{_URN}:table:1.0", "table"),
    (f"{_URN}:style:1.0", "style"),
    (f"{_URN}:drawing:1.0", "draw"),
    (f"{_URN}:manifest:1.0", "manifest"),
    (f"{_URN}:xsl-fo-compatible:1.0", "fo"),
    ("http://www.w3.org/1999/xlink", "xlink"),
)
_CONTENTS = frozenset({"text:table-of-content", "text:alphabetical-index", "text:illustration-index"})
_PASSED = frozenset({"text:tracked-changes", "office:annotation", "office:forms", "text:sequence-decls"})
_ASIDE = frozenset({"draw:text-box", "text:note-body"})
_WRAPPED = frozenset({"table:table-rows", "table:table-header-rows", "table:table-row-group"})
_INDENT_CM = 0.5
_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_NO_COLOR = frozenset({"", "transparent", "#ffffff"})


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says of how text looks, and the style it is based on."""

    name: str = ""
    parent: str = ""
    bold: bool | None = None
    italic: bool | None = None
    shaded: bool = False
    indented: bool | None = None


@dataclass(slots=True)
class _Walk:
    """What is found on the way through a document."""

    styles: dict[str, _Style]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    contents: bool = False
    listed: bool = False


def read_odt(archive: Archive) -> SourceDocument:
    """Read an ODT whose archive was opened.

    Raises:
        DocumentRefused: it is locked, or has no text where an ODT has it.
    """
    manifest = archive.xml("META-INF/manifest.xml", _OPEN)
    if manifest is not None and any(element.tag == "manifest:encryption-data" for element in manifest.iter()):
        raise DocumentRefused(Trouble.LOCKED, "encrypted members")
    content = archive.xml("content.xml", _OPEN)
    body = child(child(content, "office:body"), "office:text")
    if content is None or body is None:
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS, "no text in it")
    named = archive.xml("styles.xml", _OPEN)
    walk = _Walk({**_styles(named), **_styles(content)})
    lines = list(_lines(body, walk))
    known = {line.text for line in lines}
    if named is not None:
        for margin in named.iter():
            if margin.tag in ("style:header", "style:footer"):
                lines += [
                    line
                    for line in _lines(margin, walk)
                    if line.text not in known and not is_page_number(line.text)
                ]
    return SourceDocument(tuple(lines), tuple(_remarks(archive, content, walk)))


def _remarks(archive: Archive, content: Element, walk: _Walk) -> Iterator[Remark]:
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names):
        yield Remark(RemarkKind.MACROS)
    links = (element.get("xlink:href", "") for element in content.iter())
    if any(re.match(r"[a-z][a-z+.-]*:|//|\.\./", link, re.IGNORECASE) for link in links):
        yield Remark(RemarkKind.OUTSIDE)
    if any(element.tag in ("office:annotation", "text:tracked-changes") for element in content.iter()):
        yield Remark(RemarkKind.COMMENTS)
    if walk.contents:
        yield Remark(RemarkKind.CONTENTS)


def _lines(parent: Element, walk: _Walk, *, listed: bool = False) -> Iterator[SourceLine]:
    for element in parent:
        if element.tag in ("text:p", "text:h"):
            yield from _paragraph(element, walk, listed=listed)
        elif element.tag == "table:table":
            yield from _table(element, walk)
        elif element.tag in _CONTENTS:
            walk.contents = True
        elif element.tag not in _PASSED:
            yield from _lines(element, walk, listed=listed or element.tag == "text:list")


def _paragraph(paragraph: Element, walk: _Walk, *, listed: bool) -> Iterator[SourceLine]:
    number = next(walk.numbers)
    aside: list[Element] = []
    runs = list(_runs(paragraph, walk, aside))
    style = _resolved(paragraph.get("text:style-name", ""), walk.styles)
    names = style.name.casefold()
    level = paragraph.get("text:outline-level", "1") if paragraph.tag == "text:h" else "0"
    letters = [run for run in runs if run[0].strip()]
    bold = bool(letters) and all(style.bold if run[1] is None else run[1] for run in letters)
    italic = bool(letters) and all(style.italic if run[2] is None else run[2] for run in letters)
    heading = min(int(level), 9) if level.isdecimal() else 0
    quoted = "quotation" in names or "quote" in names or "cita" in names
    for piece in filter(str.strip, "".join(run[0] for run in runs).split("\n")):
        yield SourceLine(
            number,
            " ".join(piece.split()),
            heading=heading,
            title="title" in names.split() and not heading,
            bold=bold or (piece.isupper() and sum(sign.isalpha() for sign in piece) > 3),
            listed=listed and not heading,
            apart=(quoted or style.shaded or (italic and bool(style.indented))) and not heading,
        )
    for box in aside:
        yield from _lines(box, walk)


def _runs(
    parent: Element, walk: _Walk, aside: list[Element], bold: bool | None = None, italic: bool | None = None
) -> Iterator[tuple[str, bool | None, bool | None]]:
    """Yield the texts of a paragraph with whether each is bold and italic; notes and boxes are put aside."""
    yield _plain(parent.text), bold, italic
    for element in parent:
        if element.tag in _ASIDE:
            aside.append(element)
        elif element.tag == "text:s":
            yield " ", bold, italic
        elif element.tag in ("text:tab", "text:line-break"):
            yield " " if element.tag == "text:tab" else "\n", bold, italic
        elif element.tag not in _PASSED and element.tag != "text:note-citation":
            style = _resolved(element.get("text:style-name", ""), walk.styles)
            yield from _runs(
                element,
                walk,
                aside,
                bold if style.bold is None else style.bold,
                italic if style.italic is None else style.italic,
            )
        yield _plain(element.tail), bold, italic


def _plain(text: str | None) -> str:
    """Return text as ODT means it: an end of line in the XML is a space."""
    return re.sub(r"\s+", " ", text or "")


def _table(table: Element, walk: _Walk) -> Iterator[SourceLine]:
    rows = [
        [list(_lines(cell, walk)) for cell in row if cell.tag == "table:table-cell"]
        for row in within(table, "table:table-row", _WRAPPED)
    ]
    if max(map(len, rows), default=0) < 2:
        yield from (line for row in rows for cell in row for line in cell)
        return
    number = next(walk.tables)
    for row in rows:
        cells = tuple("\n".join(line.text for line in cell) for cell in row)
        if any(cells):
            place = next((line.number for cell in row for line in cell), 0)
            yield SourceLine(place, " – ".join(filter(None, cells)), table=number, cells=cells)


def _styles(root: Element | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for style in root.iter() if root is not None else ():
        if style.tag == "style:style":
            text, paragraph = (
                child(style, "style:text-properties"),
                child(style, "style:paragraph-properties"),
            )
            found[style.get("style:name", "")] = _Style(
                style.get("style:display-name", style.get("style:name", "")).replace("_20_", " "),
                style.get("style:parent-style-name", ""),
                _is(text, "fo:font-weight", "bold"),
                _is(text, "fo:font-style", "italic"),
                _says(paragraph, "fo:background-color") not in _NO_COLOR,
                _is_indented(_says(paragraph, "fo:margin-left")),
            )
    return found


def _resolved(name: str, styles: dict[str, _Style]) -> _Style:
    made, seen = _Style(), set[str]()
    while name in styles and name not in seen:
        seen.add(name)
        one = styles[name]
        made = _Style(
            f"{made.name} {one.name}".strip(),
            "",
            one.bold if made.bold is None else made.bold,
            one.italic if made.italic is None else made.italic,
            made.shaded or one.shaded,
            one.indented if made.indented is None else made.indented,
        )
        name = one.parent
    return made


def _says(properties: Element | None, name: str) -> str:
    return properties.get(name, "") if properties is not None else ""


def _is(properties: Element | None, name: str, value: str) -> bool | None:
    said = _says(properties, name)
    return said == value if said else None


def _is_indented(length: str) -> bool | None:
    found = re.fullmatch(r"(-?[\d.]+)([a-z]+)", length)
    return float(found[1]) * _CM.get(found[2], 0) >= _INDENT_CM if found else None
