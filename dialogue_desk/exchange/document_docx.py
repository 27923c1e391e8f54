"""Reads the text of a DOCX: its paragraphs with what their styles make of them, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from xml.etree.ElementTree import Element

from dialogue_desk.domain.guides.source import Remark, RemarkKind, SourceDocument, SourceLine
from dialogue_desk.exchange.document_archive import Archive, child, within
from dialogue_desk.exchange.document_plain import is_page_number
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble

_OFFICE = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
)
_PLAIN = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": " "}
_PASSED = frozenset({"mc:Fallback", "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sectPr"})
_WRAPPED = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag"})
"""What may stand around the rows of a table and the cells of a row."""
_OFF = frozenset({"0", "false", "off", "none"})
_INDENT = 300
"""Twentieths of a point; less is a matter of layout."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style, or a paragraph of its own, says of how it looks; None: nothing."""

    heading: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    listed: bool | None = None
    apart: bool | None = None
    indented: bool | None = None
    title: bool | None = None
    contents: bool | None = None

    def over(self, other: _Style) -> _Style:
        """Return this style where it says something, and else the other."""
        unsaid = [name for name in self.__slots__ if getattr(self, name) is None]
        return replace(self, **{name: getattr(other, name) for name in unsaid})


@dataclass(slots=True)
class _Walk:
    """What is found on the way through a document."""

    styles: dict[str, _Style]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    contents: bool = False
    deleted: bool = False


def read_docx(archive: Archive) -> SourceDocument:
    """Read a DOCX whose archive was opened.

    Raises:
        DocumentRefused: it has no text where a DOCX has it.
    """
    main = _main_part(archive)
    body = archive.xml(main, _OFFICE)
    if body is None:
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS, "no document part")
    folder = main.rpartition("/")[0]
    walk = _Walk(_styles(archive.xml(f"{folder}/styles.xml", _OFFICE)))
    lines = list(_lines(body, walk))
    for name in sorted(archive.names):
        if re.fullmatch(rf"{folder}/(footnotes|endnotes|header\d*|footer\d*)\.xml", name):
            known = {line.text for line in lines}
            margin = archive.xml(name, _OFFICE)
            notes = _lines(margin, walk) if margin is not None else iter(())
            lines += [line for line in notes if line.text not in known and not is_page_number(line.text)]
    return SourceDocument(tuple(lines), tuple(_remarks(archive, walk, folder)))


def _main_part(archive: Archive) -> str:
    relations = archive.xml("_rels/.rels", _OFFICE)
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _remarks(archive: Archive, walk: _Walk, folder: str) -> Iterator[Remark]:
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        yield Remark(RemarkKind.MACROS)
    for name in archive.names:
        if name.startswith(f"{folder}/_rels/") and name.endswith(".rels"):
            relations = archive.xml(name, _OFFICE)
            if relations is not None and any(one.get("TargetMode") == "External" for one in relations):
                yield Remark(RemarkKind.OUTSIDE)
                break
    if walk.deleted or f"{folder}/comments.xml" in archive.names:
        yield Remark(RemarkKind.COMMENTS)
    if walk.contents:
        yield Remark(RemarkKind.CONTENTS)


def _lines(parent: Element, walk: _Walk) -> Iterator[SourceLine]:
    """Yield the lines of what stands in an element, in order."""
    for element in parent:
        if element.tag == "w:p":
            yield from _paragraph(element, walk)
        elif element.tag == "w:tbl":
            yield from _table(element, walk)
        elif element.tag in ("w:footnote", "w:endnote") and element.get("w:type"):
            continue  # the rule above the notes
        elif element.tag not in _PASSED:
            yield from _lines(element, walk)


def _paragraph(paragraph: Element, walk: _Walk) -> Iterator[SourceLine]:
    walk.deleted = walk.deleted or any(element.tag == "w:del" for element in paragraph.iter())
    number = next(walk.numbers)
    style = _own_style(child(paragraph, "w:pPr")).over(_style_of(paragraph, walk))
    if style.contents:
        walk.contents = True
        return
    boxes: list[Element] = []
    runs = [run for run in _runs(paragraph, boxes) if run[0]]
    text = "".join(run[0] for run in runs)
    letters = [run for run in runs if run[0].strip()]
    bold = bool(letters) and all(run[1] if run[1] is not None else style.bold for run in letters)
    italic = bool(letters) and all(run[2] if run[2] is not None else style.italic for run in letters)
    for piece in filter(str.strip, text.split("\n")):
        yield SourceLine(
            number,
            " ".join(piece.split()),
            heading=style.heading or 0,
            title=bool(style.title),
            bold=bold or _is_shouted(piece),
            listed=bool(style.listed) and not style.heading,
            apart=bool(style.apart or (italic and style.indented)) and not style.heading,
        )
    for box in boxes:
        yield from _lines(box, walk)


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(sign.isalpha() for sign in text) > 3


def _runs(parent: Element, boxes: list[Element]) -> Iterator[tuple[str, bool | None, bool | None]]:
    """Yield the texts of a paragraph with whether each is bold and italic; text boxes are put aside."""
    for element in parent:
        if element.tag == "w:txbxContent":
            boxes.append(element)
        elif element.tag == "w:r":
            properties = child(element, "w:rPr")
            for text in _texts(element, boxes):
                yield text, _flag(properties, "w:b"), _flag(properties, "w:i")
        elif element.tag not in _PASSED:
            yield from _runs(element, boxes)


def _texts(run: Element, boxes: list[Element]) -> Iterator[str]:
    for element in run:
        if element.tag == "w:t":
            yield element.text or ""
        elif element.tag in _PLAIN:
            yield "" if element.get("w:type") == "page" else _PLAIN[element.tag]
        elif element.tag == "w:txbxContent":
            boxes.append(element)
        elif element.tag not in _PASSED:
            yield from _texts(element, boxes)


def _table(table: Element, walk: _Walk) -> Iterator[SourceLine]:
    rows = [
        [_cell(cell, walk) for cell in within(row, "w:tc", _WRAPPED)]
        for row in within(table, "w:tr", _WRAPPED)
    ]
    if max(map(len, rows), default=0) < 2:
        # A table of one column is a box around text.
        for line in (line for row in rows for cell in row for line in cell):
            yield line if line.heading or line.cells else _in_a_box(line)
        return
    number = next(walk.tables)
    for row in rows:
        cells = tuple("\n".join(line.text for line in cell) for cell in row)
        if any(cells):
            place = next((line.number for cell in row for line in cell), 0)
            yield SourceLine(place, " – ".join(filter(None, cells)), table=number, cells=cells)


def _in_a_box(line: SourceLine) -> SourceLine:
    return SourceLine(
        line.number, line.text, bold=line.bold, listed=line.listed, apart=not (line.bold or line.listed)
    )


def _cell(cell: Element, walk: _Walk) -> list[SourceLine]:
    return list(_lines(cell, walk))


def _styles(styles: Element | None) -> dict[str, _Style]:
    own: dict[str, tuple[_Style, str]] = {}
    for style in styles if styles is not None else ():
        if style.tag == "w:style" and style.get("w:type", "paragraph") == "paragraph":
            name = _value(style, "w:name").casefold()
            runs = child(style, "w:rPr")
            said = _own_style(child(style, "w:pPr"))
            said = _Style(bold=_flag(runs, "w:b"), italic=_flag(runs, "w:i")).over(said)
            own[style.get("w:styleId", "")] = (_named(name).over(said), _value(style, "w:basedOn"))
    return {name: _resolved(name, own) for name in own}


def _resolved(name: str, own: dict[str, tuple[_Style, str]]) -> _Style:
    style, seen = _Style(), set[str]()
    while name in own and name not in seen:
        seen.add(name)
        said, based_on = own[name]
        style, name = style.over(said), based_on
    return style


def _named(name: str) -> _Style:
    """Return what the name of a style means, which Word keeps in English in every language."""
    heading = re.fullmatch(r"heading (\d)", name)
    return _Style(
        heading=int(heading[1]) if heading else None,
        title=True if name == "title" else None,
        apart=True if re.search(r"quote|quotation|cita|block text", name) else None,
        contents=True if re.fullmatch(r"toc( heading| \d)|table of figures", name) else None,
    )


def _style_of(paragraph: Element, walk: _Walk) -> _Style:
    properties = child(paragraph, "w:pPr")
    name = _value(properties, "w:pStyle") if properties is not None else ""
    return walk.styles.get(name, _Style())


def _own_style(properties: Element | None) -> _Style:
    if properties is None:
        return _Style()
    level = _value(properties, "w:outlineLvl")
    numbering = child(properties, "w:numPr")
    listed = None if numbering is None else _value(numbering, "w:numId", "1") != "0"
    indent = child(properties, "w:ind")
    left = (indent.get("w:left") or indent.get("w:start") or "0") if indent is not None else None
    return _Style(
        heading=int(level) + 1 if level.isdecimal() and int(level) < 9 else None,
        listed=listed,
        apart=True if _is_shaded(properties) or _is_bordered(properties) else None,
        indented=None if left is None else left.lstrip("-").isdecimal() and int(left) >= _INDENT,
    )


def _is_shaded(properties: Element) -> bool:
    shading = child(properties, "w:shd")
    fill = shading.get("w:fill", "auto").casefold() if shading is not None else "auto"
    return fill not in ("auto", "ffffff")


def _is_bordered(properties: Element) -> bool:
    """Whether a paragraph has a border beside it; a line below alone is a rule."""
    borders = child(properties, "w:pBdr")
    left = child(borders, "w:left")
    return left is not None and left.get("w:val", "none") not in _OFF | {"nil"}


def _flag(properties: Element | None, tag: str) -> bool | None:
    element = child(properties, tag)
    return None if element is None else element.get("w:val", "true").casefold() not in _OFF


def _value(parent: Element, tag: str, usual: str = "") -> str:
    element = child(parent, tag)
    return usual if element is None else element.get("w:val", usual)
