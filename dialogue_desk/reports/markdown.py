"""Documents as Markdown, for notes, wikis and sites.

Text that could be read as markup is escaped, so that it is shown as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.text import isolate_direction, one_line, printable
from dialogue_desk.reports.plain_blocks import Spread, in_plain_blocks

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$@]|&(?=[#\w])|(?<=http):|(?<=https):|(?<=www)\.", re.IGNORECASE)
_BLANK = 40
"""How many signs long a line to write on is."""
_AT_THE_BEGINNING = re.compile(r"(\s*)(?:([#+\-=:])|(\d{1,9})([.)]))")


def markdown_of(document: Document) -> bytes:
    """Return ``document`` as Markdown (CommonMark, with the tables of GitHub) in UTF-8."""
    written = "\n\n---\n\n".join("\n\n".join(_edition(edition)) for edition in document.all_in_file)
    return f"{written}\n".encode()


def _edition(document: Document) -> Iterator[str]:
    yield f"# {_on_one_line(document.title)}".rstrip()
    if document.subtitle:
        yield _on_one_line(document.subtitle)
    for block in document.blocks:
        if isinstance(block, Spread):
            yield from filter(None, map(_block, in_plain_blocks(block, document)))
        elif written := _block(block):
            yield written
    if document.footer:
        yield f"---\n\n{_on_one_line(document.footer)}"


def _block(block: Block) -> str:
    match block:
        case Heading():
            said = f"{'#' * (block.level + 1)} {_on_one_line(_named(block))}".rstrip()
            return f"{said}\n\n{_lines(block.margin)}" if block.margin else said
        case Paragraph():
            before = "> " if block.role in (Role.QUOTE, Role.SAID) else ""
            said = _lines(block.text, before) if block.role is not Role.STRONG else _strong(block.text)
            return _labeled(block.margin, said)
        case Bullets():
            mark = "- [ ] " if block.boxes else "- "
            items = "\n".join(_bullet(item.text, item.aside, mark) for item in block.items)
            return _labeled(block.margin, items)
        case Table():
            return _table(block)
        case BarChart():
            return "\n\n".join(_chart(block))
        case _:
            return _to_write(block) if isinstance(block, WritingLines) else ""


def _strong(text: str) -> str:
    said = _on_one_line(text)
    return f"**{said}**" if said.strip() else said


def _named(heading: Heading) -> str:
    return f"{heading.topic}: {heading.text}" if heading.topic else heading.text


def _to_write(lines: WritingLines) -> str:
    asked = [_lines(text) for text in (lines.text, lines.aside) if text]
    return _labeled(lines.margin, "\n\n".join([*asked, *["\\_" * _BLANK] * lines.count]))


def _labeled(label: str, text: str) -> str:
    return f"**{_on_one_line(label)}**\n\n{text}" if label else text


def _bullet(text: str, aside: str, mark: str) -> str:
    said = _lines(text, "  ")[2:]
    if not aside:
        return f"{mark}{said}".rstrip()
    return f"{mark}{said}\\\n{_lines(aside, '  ')}" if said else f"{mark}{_lines(aside, '  ')[2:]}"


def _table(table: Table) -> str:
    sides = ("--:" if column.numeric else "---" for column in table.columns)
    heads = tuple(column.head for column in table.columns)
    rows = ((f"{name}\n{note}" if note else name, *more) for (name, *more), note, _ in table.noted_rows)
    lines = (_row(heads), f"| {' | '.join(sides)} |", *map(_row, rows))
    caption = f"**{_on_one_line(table.caption)}**\n\n" if one_line(table.caption) else ""
    return caption + "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join('<br>'.join(map(_escaped, printable(cell).split(chr(10)))) for cell in cells)} |"


def _chart(chart: BarChart) -> Iterator[str]:
    measure = f" ({_on_one_line(chart.measure)})" if chart.measure else ""
    yield f"**{_on_one_line(chart.title)}**{measure}" if one_line(chart.title) else measure.strip()
    if chart.bars:
        yield "\n".join(f"- {_on_one_line(bar.label)}: {_on_one_line(bar.value_text)}" for bar in chart.bars)
    if chart.description:
        yield _lines(chart.description)


def _on_one_line(text: str) -> str:
    return _escaped(one_line(text))


def _lines(text: str, before: str = "") -> str:
    """Return text with its own line breaks, each line after ``before``."""
    lines = printable(text).rstrip("\n").split("\n")
    return "\\\n".join(before + _escaped(line) for line in lines)


def _escaped(line: str) -> str:
    """Return one line without any markup in it."""
    escaped = _ANYWHERE.sub(lambda found: f"\\{found[0]}", line)
    begin = _AT_THE_BEGINNING.match(escaped)
    if begin and begin[2]:
        escaped = f"{begin[1]}\\{escaped[begin.end(1) :]}"
    elif begin:
        escaped = f"{begin[1]}{begin[3]}\\{escaped[begin.end(3) :]}"
    if escaped[:1] in (" ", "\t"):
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    return isolate_direction(escaped)
