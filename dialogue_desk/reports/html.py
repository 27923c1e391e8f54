"""Documents as one HTML file without any other files, for screens and for listening.

Text is always escaped, and each block is separate, so that its direction cannot affect another.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from math import cos, pi, sin
from pathlib import Path
from string import Template

from dialogue_desk.domain.model.document import (
    BarChart,
    Beside,
    Block,
    Bullet,
    Bullets,
    Columns,
    Contents,
    Document,
    Figures,
    Finding,
    Findings,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    QrCode,
    Rings,
    Role,
    Side,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.text import one_line, printable
from dialogue_desk.fonts import FAMILY, font_file
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import BarRow, measured, ring_grid
from dialogue_desk.reports.contents import contents_text, listed
from dialogue_desk.reports.plain_blocks import Spread
from dialogue_desk.resources import resource

_SCREEN_EMS = 40
_OUTLINE = ' class="outline"'
_RINGS_WIDE = 600
"""How wide the drawing of rings is, in units of its own."""


def html_of(document: Document, *, paper: PaperSize = PaperSize.LETTER, large: bool = False) -> bytes:
    """Return ``document`` as HTML; the same document gives the same bytes."""
    editions = "".join(
        _edition(edition, number, alone=not document.following)
        for number, edition in enumerate(document.all_in_file)
    )
    page = (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Dialogue Desk">\n'
        f"{_about(document)}"
        f"<title>{escape(one_line(document.title))}</title>\n"
        f"<style>\n{_style(paper, large=large)}</style>\n</head>\n"
        f"<body>\n<main>\n{editions}</main>\n{_footer(document)}</body>\n</html>\n"
    )
    return page.encode()


def _about(document: Document) -> str:
    author = (
        f'<meta name="author" content="{escape(one_line(document.author))}">\n' if document.author else ""
    )
    day = f'<meta name="dcterms.created" content="{document.day.isoformat()}">\n' if document.day else ""
    return author + day


def _edition(document: Document, number: int, *, alone: bool) -> str:
    subtitle = _text("p", document.subtitle, "subtitle") if document.subtitle else ""
    header = f"<header>{_text('h1', document.title)}{subtitle}</header>\n"
    written = header + "".join(_blocks(document, number))
    return written if alone else f'<article lang="{escape(document.language)}">\n{written}</article>\n'


def _blocks(document: Document, number: int) -> Iterator[str]:
    """Yield the blocks; headings are named where contents link to them."""
    linked = any(isinstance(block, Contents) for block in document.blocks)
    place = 0
    for block in document.blocks:
        if isinstance(block, Contents):
            yield _contents(document, block, number)
        elif isinstance(block, Heading):
            yield _heading(block, f' id="{_name(number, place)}"' if linked else "")
            place += 1
        else:
            yield _block(block)


def _name(number: int, place: int) -> str:
    return f"place-{number}-{place}"


def _contents(document: Document, contents: Contents, number: int) -> str:
    entries = "".join(
        f'<li class="level-{heading.level}"><a href="#{_name(number, place)}">'
        f"{_text('span', contents_text(heading))}</a></li>\n"
        for place, heading in listed(document, contents)
    )
    return f'<nav><ul class="contents">\n{entries}</ul></nav>\n'


def _heading(heading: Heading, name: str = "") -> str:
    topic = _text("p", heading.topic, "topic") if heading.topic else ""
    margin = _text("p", heading.margin, "beside") if heading.margin else ""
    return f"{topic}{_text(f'h{heading.level + 1}', heading.text, more=name)}{margin}\n"


def _footer(document: Document) -> str:
    said = "".join(
        _text("p", edition.footer, language=edition.language if document.following else "")
        for edition in document.all_in_file
        if edition.footer
    )
    return f"<footer>{said}</footer>\n" if said else ""


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _label(block.margin) + _paragraph(block) + "\n"
        case Bullets():
            return _label(block.margin) + _bullets(block)
        case Table():
            return _table(block)
        case BarChart():
            return _chart(block)
        case _:
            return _wordless(block) if isinstance(block, WritingLines | PageBreak) else _spread(block)


def _spread(block: Spread) -> str:
    match block:
        case Figures():
            items = "".join(
                f"<div>{_text('dd', value)}{_text('dt', said)}</div>\n" for value, said in block.items
            )
            return f'<dl class="figures">\n{items}</dl>\n'
        case Findings():
            return _findings(block)
        case Columns():
            return f'<div class="columns">\n{"".join(map(_side, block.sides))}</div>\n'
        case Rings():
            return _rings(block)
        case QrCode() | Contents():
            return ""  # a browser has its own ways about the page, and no camera looks at it


def _rings(rings: Rings) -> str:
    """Return a drawing of rings over the words that say what it is."""
    across, cell = ring_grid(rings.count, _RINGS_WIDE, 1)
    high = cell * -(-rings.count // across)
    dots = "".join(
        f'<circle{"" if filled else _OUTLINE} cx="{x:.1f}" cy="{y:.1f}" r="{0.058 * cell:.1f}"/>'
        for x, y, filled in _dots(rings, across, cell)
    )
    drawn = (
        f'<svg aria-hidden="true" focusable="false" class="rings" viewBox="0 0 {_RINGS_WIDE} {high:.0f}">'
        f"{dots}</svg>"
    )
    return f"<div>{drawn}</div>\n{_text('p', rings.text, 'muted')}\n"


def _dots(rings: Rings, across: int, cell: float) -> Iterator[tuple[float, float, bool]]:
    for place in range(rings.count):
        down, along = divmod(place, across)
        for seat in range(paper_style.SEATS):
            turn = 2 * pi * seat / paper_style.SEATS
            x = (along + 0.5 + 0.32 * sin(turn)) * cell
            y = (down + 0.5 - 0.32 * cos(turn)) * cell
            yield x, y, place < rings.count - rings.outline


def _findings(findings: Findings) -> str:
    return f'<ol class="findings">\n{"".join(map(_finding, findings.items))}</ol>\n'


def _finding(finding: Finding) -> str:
    bar = (
        '<svg aria-hidden="true" focusable="false" class="meter" height=".65em">'
        f'<rect width="100%" height="100%"/><rect class="filled" width="{100 * finding.share:.2f}%" '
        'height="100%"/></svg>'
    )
    count = f'<div class="counted">{bar}{_text("span", finding.count)}</div>'
    code = f" {_text('span', finding.code, 'muted')}" if finding.code else ""
    said = f"<div>{_text('span', finding.text)}{code}</div>" if finding.text or finding.code else ""
    return f"<li>{_text('div', finding.title, 'strong')}{count}{said}</li>\n"


def _side(side: Side) -> str:
    aside = f" {_text('span', side.aside, 'muted')}" if side.aside else ""
    title = f'<div class="strong">{_text("span", side.title)}{aside}</div>\n' if side.title else ""
    inside = "".join(map(_beside, side.blocks))
    return f'<div class="side {side.tone.value}" style="flex-grow:{side.share:g}">\n{title}{inside}</div>\n'


def _beside(block: Beside) -> str:
    return _block(block)


def _wordless(block: WritingLines | PageBreak) -> str:
    if isinstance(block, PageBreak):
        return '<div class="page-break"></div>\n'
    asked = _text("span", block.text) if block.text else ""
    aside = " " + _text("span", block.aside, "muted") if block.aside else ""
    lines = '<div class="to-write-on" aria-hidden="true"></div>\n' * block.count
    return f'{_label(block.margin)}<div class="asked">{asked}{aside}{lines}</div>\n'


def _text(tag: str, text: str, kind: str = "", language: str = "", more: str = "") -> str:
    kind = f' class="{kind}"' if kind else ""
    lang = f' lang="{escape(language)}"' if language else ""
    return f'<{tag}{kind}{lang}{more} dir="auto">{escape(printable(text), quote=False)}</{tag}>'


def _bullets(bullets: Bullets) -> str:
    kinds = [*(["boxes"] if bullets.boxes else []), *(["said"] if bullets.role is Role.SAID else [])]
    named = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<ul{named}>\n{''.join(map(_item, bullets.items))}</ul>\n" if bullets.items else ""


def _label(text: str) -> str:
    return _text("p", text, "label") if text else ""


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.role is Role.QUOTE:
        return f"<blockquote>{_text('p', paragraph.text, language=paragraph.language)}</blockquote>"
    kind = "" if paragraph.role is Role.NORMAL else paragraph.role.value
    return _text("p", paragraph.text, kind, paragraph.language)


def _item(bullet: Bullet) -> str:
    if bullet.coded:
        code = _text("span", bullet.aside, "muted")
        return f"<li>{_text('span', bullet.text, language=bullet.language)} {code}</li>\n"
    aside = _text("div", bullet.aside, "muted") if bullet.aside else ""
    return f"<li>{_text('div', bullet.text, language=bullet.language)}{aside}</li>\n"


def _table(table: Table) -> str:
    kinds = ["number" if column.numeric else "" for column in table.columns]
    heads = (
        _text("th", column.head, kind, more=' scope="col"')
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    caption = _text("caption", table.caption) if table.caption else ""
    widths = "".join(f'<col style="width:{100 * share:.2f}%">' for share in table.shares)
    rows = "".join(_row(row, kinds, note, language) for row, note, language in table.noted_rows)
    high = f' class="high" style="--lines:{table.lines}"' if table.lines > 1 else ""
    return (
        f"<table{high}>{caption}\n<colgroup>{widths}</colgroup>\n<thead><tr>{''.join(heads)}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(row: tuple[str, ...], kinds: list[str], note: str, language: str) -> str:
    """Return a row of a table; a note under it is a row of its own, over the whole width."""
    written = "".join(_cells(row, kinds, language))
    if not note:
        return f"<tr>{written}</tr>\n"
    under = _text("td", note, "muted", language, f' colspan="{len(kinds)}"')
    return f'<tr class="noted">{written}</tr>\n<tr>{under}</tr>\n'


def _cells(row: tuple[str, ...], kinds: list[str], language: str) -> Iterator[str]:
    for place, (cell, kind) in enumerate(zip(row, kinds, strict=True)):
        if place:
            yield _text("td", cell, kind, language)
        else:
            yield _text("th", cell, kind, language, ' scope="row"')


def _chart(chart: BarChart) -> str:
    """Return a chart as a table with drawn bars: its words wrap, grow with the text and are read in order."""
    measures = measured(chart, _SCREEN_EMS)
    longest = 100 * measures.bar_width / (1 - measures.label_width)
    description = _text("p", chart.description, "muted") if chart.description else ""
    rows = "".join(_bar(row, longest) for row in measures.rows)
    heads = "".join(_text("th", head, more=' scope="col"') for head in chart.heads or ())
    head = f"<thead><tr>{heads}</tr></thead>\n" if heads else ""
    widths = f'<colgroup><col style="width:{100 * measures.label_width:.2f}%"><col></colgroup>'
    bars = f'<table class="bars">{widths}{head}<tbody>\n{rows}</tbody></table>\n' if rows else ""
    caption = f"<figcaption>{_text('div', chart.title)}</figcaption>"
    return f"<figure>\n{caption}\n{bars}{description}</figure>\n"


def _bar(row: BarRow, longest: float) -> str:
    drawn = (
        f'<svg aria-hidden="true" focusable="false" width="{row.share * longest:.2f}%" height="1em">'
        '<rect width="100%" height="100%"/></svg>'
    )
    label = _text("th", row.label, more=' scope="row"')
    return f'<tr>{label}<td><div class="bar">{drawn}{_text("span", row.value_text)}</div></td></tr>\n'


def _style(paper: PaperSize, *, large: bool) -> str:
    return Template(resource("document.css").read_text(encoding="utf-8")).substitute(
        family=FAMILY,
        regular=_embedded(font_file()),
        bold=_embedded(font_file(bold=True)),
        size="150%" if large else "112.5%",
        small="1" if large else ".86",
        print_size="18pt" if large else "10.5pt",
        paper="A4" if paper is PaperSize.A4 else "letter",
    )


def _embedded(font: Path) -> str:
    return f"data:font/ttf;base64,{b64encode(font.read_bytes()).decode('ascii')}"
