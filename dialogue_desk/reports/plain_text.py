"""Documents as plain text to paste into a message, a letter or a form.

Lines are broken only where their writer broke them, because messages and forms break lines themselves.  A
table becomes a list of its rows, so that it can be read in any typeface and aloud.
"""

from __future__ import annotations

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

_RULES = "=-"
_BLANK = 40
"""How many signs long a line to write on is."""


def text_of(document: Document) -> bytes:
    """Return ``document`` as plain text in UTF-8, with line ends that old Windows editors know too."""
    written = "\n\n\n".join("\n\n".join(_edition(edition)) for edition in document.all_in_file)
    return f"{written}\n".replace("\n", "\r\n").encode()


def _edition(document: Document) -> Iterator[str]:
    yield "\n".join(part for part in (one_line(document.title), one_line(document.subtitle)) if part)
    for block in document.blocks:
        if isinstance(block, Spread):
            yield from filter(None, map(_block, in_plain_blocks(block, document)))
        elif written := _block(block):
            yield written
    if document.footer:
        yield one_line(document.footer)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            before = "> " if block.role in (Role.QUOTE, Role.SAID) else ""
            return _labeled(block.margin, _said(block.text, before))
        case Bullets():
            mark = "[ ] " if block.boxes else "- "
            items = "\n".join(_bullet(item.text, item.aside, mark) for item in block.items)
            return _labeled(block.margin, items)
        case Table():
            return "\n".join((*([one_line(block.caption)] if block.caption else []), *_rows(block)))
        case BarChart():
            return "\n".join(_chart(block))
        case _:
            return _to_write(block) if isinstance(block, WritingLines) else ""


def _heading(heading: Heading) -> str:
    said = one_line(f"{heading.topic}: {heading.text}" if heading.topic else heading.text)
    rule = _RULES[heading.level - 1 : heading.level]
    ruled = f"{said}\n{rule * min(len(said), 60)}" if rule else said
    return f"{ruled}\n{_cell(heading.margin)}" if heading.margin else ruled


def _to_write(lines: WritingLines) -> str:
    asked = [_said(text) for text in (lines.text, lines.aside) if text]
    return _labeled(lines.margin, "\n\n".join(["\n".join(asked), *["_" * _BLANK] * lines.count]).lstrip())


def _labeled(label: str, text: str) -> str:
    return f"{_cell(label)}:\n{text}" if label else text


def _bullet(text: str, aside: str, mark: str) -> str:
    said = _said(text, "  ")
    return "\n".join(part for part in (f"{mark}{said[2:]}", _said(aside, "  ") if aside else "") if part)


def _rows(table: Table) -> Iterator[str]:
    heads = [one_line(column.head) for column in table.columns[1:]]
    for (name, *cells), note, _language in table.noted_rows:
        with_heads = [f"{head}: {_cell(cell)}" for head, cell in zip(heads, cells, strict=True) if cell]
        yield f"- {_cell(name)}. {'; '.join(with_heads)}" if with_heads else f"- {_cell(name)}"
        if note:
            yield _said(note, "  ")


def _chart(chart: BarChart) -> Iterator[str]:
    yield one_line(chart.title) + (f" ({one_line(chart.measure)})" if chart.measure else "")
    for bar in chart.bars:
        yield f"- {_cell(bar.label)}: {_cell(bar.value_text)}"
    if chart.description:
        yield _said(chart.description)


def _cell(text: str) -> str:
    return isolate_direction(one_line(text))


def _said(text: str, before: str = "") -> str:
    return "\n".join(before + isolate_direction(line) for line in printable(text).split("\n"))
