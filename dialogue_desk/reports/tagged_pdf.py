"""Documents as tagged PDF (PDF/UA), set by Typst: for screen readers, and for scripts that need shaping.

Public bodies have to publish documents that people can listen to.  Typst also joins letters and turns lines
where a script asks for it, which reportlab does not.  It has no wheel for some machines; ``available`` says
whether it is here.

The document goes to Typst as data, and ``resources/document.typ`` says how it is set.  Nothing in it is read
as markup, and no file but the fonts is opened.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from reportlab.pdfbase.ttfonts import TTFontFile

from dialogue_desk.domain.model.document import (
    BarChart,
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
from dialogue_desk.domain.model.text import one_line, printable, right_to_left
from dialogue_desk.fonts import FAMILY, font_file, noto_files
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import BESIDE_EMS, figures_across, measured, part_widths, ring_grid
from dialogue_desk.reports.contents import contents_text, listed
from dialogue_desk.reports.narrow_tables import as_list, is_narrow, roomy_shares
from dialogue_desk.reports.pdf_text import held_at_end, unbroken
from dialogue_desk.reports.phrases import lacking_note
from dialogue_desk.reports.plain_blocks import Spread, in_plain_blocks, is_designed
from dialogue_desk.reports.qr_modules import CODE_WIDE, qr_modules
from dialogue_desk.reports.typesetting import LACKING, unseen
from dialogue_desk.resources import resource
from dialogue_desk.words import Words

if TYPE_CHECKING:
    import typst

_Json: TypeAlias = Mapping[str, object]

_FOOT = 10 * paper_style.MM
"""The height of the footer, above the margin."""

_LONG_WORD = re.compile("[!-~\u00a1-\u024f]{30,}")
_PIECE = re.compile(".{1,15}")
_MAY_BREAK = "\u200b"
_BYTE_ORDER_MARK = "\ufeff"
"""A sign without width that PDF/UA does not allow."""


def available() -> bool:
    """Whether Typst is installed."""
    return find_spec("typst") is not None


def undrawn(signs: Iterable[str]) -> frozenset[str]:
    """Return those of ``signs`` that none of the fonts here draws."""
    left = {sign for sign in signs if not sign.isspace() and not unseen(sign) and not _is_format(sign)}
    for file in _font_files():
        if not left:
            break
        left -= _drawn_by(file)
    return frozenset(left)


def tagged_pdf_of(
    document: Document, words: Words, *, paper: PaperSize = PaperSize.LETTER, large: bool = False
) -> bytes:
    """Return ``document`` as tagged PDF; the same document gives the same bytes.

    PDF/UA allows no mark that cannot stand on its letter, as when two scripts are mixed in one syllable.  A
    document with such a mark is tagged all the same, and does not say that it meets PDF/UA.
    """
    import typst  # noqa: PLC0415  # costly, and not on every machine

    compiled = partial(_compiler(_given(document, words, paper, large=large)), format="pdf")
    try:
        made = compiled(pdf_standards="ua-1")
    except typst.TypstError:
        made = compiled()
    return cast("bytes", made)


def page_pictures(
    document: Document, words: Words, *, paper: PaperSize, large: bool, pages: int, ppi: float
) -> tuple[bytes, ...]:
    """Return the first ``pages`` of ``document`` as PNG, as they will be printed; () without Typst.

    Only what stands before the next page begins is set, so that it takes no longer for a long document.  The
    pages after are not counted.
    """
    if not available():
        return ()
    breaks = [place for place, block in enumerate(document.blocks) if isinstance(block, PageBreak)]
    end = breaks[pages - 1] if len(breaks) >= pages else len(document.blocks)
    first = replace(document, blocks=document.blocks[:end], following=())
    given = _given(first, words, paper, large=large)
    (edition,) = cast("list[dict[str, object]]", given["editions"])
    edition["page"] = words.tr("Page {page}", page="{page}")
    made = _compiler(given)(format="png", ppi=ppi)
    found = cast("list[bytes]", made if isinstance(made, list) else [made])
    return tuple(found[:pages])


def _compiler(given: _Json) -> Callable[..., object]:
    import typst  # noqa: PLC0415  # costly, and not on every machine

    return partial(
        typst.compile,
        resource("document.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(given)},
    )


def _given(document: Document, words: Words, paper: PaperSize, *, large: bool) -> _Json:
    sizes = paper_style.sizes(large=large)
    width, height = paper_style.SHEETS[paper]
    room = width - 2 * paper_style.MARGIN
    editions = [
        _edition(edition, Words(edition.language) if number else words, room, sizes)
        for number, edition in enumerate(document.all_in_file)
    ]
    return {
        "title": one_line(document.title) or "Dialogue Desk",
        "author": one_line(document.author) or None,
        "day": (document.day.year, document.day.month, document.day.day) if document.day else None,
        "page": (width, height),
        "width": room,
        "margin": paper_style.MARGIN,
        "foot": _FOOT,
        "look": {
            "ink": paper_style.INK,
            "muted": paper_style.MUTED,
            "accent": paper_style.ACCENT,
            "line": paper_style.LINE,
            "line_strong": paper_style.LINE_STRONG,
            "tint": paper_style.TINT,
            "difference": paper_style.DIFFERENCE,
            "seats": paper_style.SEATS,
            "line_ems": paper_style.LINE_EMS,
            "title": sizes.title,
            "headings": sizes.headings,
            "lead": sizes.lead,
            "text": sizes.text,
            "small": sizes.small,
            "said": sizes.said,
            "figures": sizes.figures,
            "beside": sizes.beside,
            "writing_line": sizes.line,
            "fonts": _families(),
        },
        "editions": editions,
        "lacking": _text(lacking_note(words)) if undrawn(document.signs) else None,
    }


def _edition(document: Document, words: Words, room: float, sizes: paper_style.Sizes) -> _Json:
    beside = sizes.beside if document.has_margin else 0
    return {
        "title": _text(held_at_end(document.title)),
        "subtitle": _optional(document.subtitle),
        "footer": _text(one_line(document.footer)),
        "lang": _tag(document.language),
        "page": words.tr("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "beside": beside,
        "cover": document.has_cover,
        "blocks": [
            _contents(block, document)
            if isinstance(block, Contents)
            else _block(block, room - beside, sizes.text)
            for block in _settable(document)
        ],
    }


def _settable(document: Document) -> Iterator[Block]:
    """Yield the blocks of a document, in plain ones what says too much to be set beside other things."""
    for block in document.blocks:
        if isinstance(block, Spread) and not is_designed(block):
            yield from in_plain_blocks(block, document)
        else:
            yield block


def _contents(contents: Contents, document: Document) -> _Json:
    return {
        "kind": "contents",
        "entries": [
            {"place": place, "level": heading.level, "text": _text(contents_text(heading))}
            for place, heading in listed(document, contents)
        ],
    }


def _block(block: Block, room: float, size: float) -> _Json:
    """Return a block for a page with so much ``room`` across, in print of such a ``size``, in points."""
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            said = _text(block.text, block.language)
            margin = _optional(block.margin)
            return {"kind": "paragraph", "role": block.role.value, "text": said, "margin": margin}
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block, room, size)
        case BarChart():
            return _chart(block, room / size)
        case _:
            return (
                _wordless(block)
                if isinstance(block, WritingLines | PageBreak)
                else _spread(block, room, size)
            )


def _spread(block: Spread, room: float, size: float) -> _Json:
    match block:
        case Figures():
            items = [{"value": _text(value), "said": _text(said)} for value, said in block.items]
            across = figures_across(len(items), room / size)
            return {"kind": "figures", "items": items, "across": across}
        case Findings():
            return {"kind": "findings", "items": [_finding(one) for one in block.items]}
        case Columns():
            beside = len(block.sides) > 1 and room / size >= BESIDE_EMS
            sides = [_side(side, room, size) for side in block.sides]
            return {"kind": "columns", "beside": beside, "sides": sides}
        case Rings():
            across, cell = ring_grid(block.count, room, size)
            rings = {"count": block.count, "outline": block.outline, "across": across, "cell": cell}
            return {"kind": "rings", "text": _text(block.text), **rings}
        case QrCode():
            modules = [[int(dark) for dark in row] for row in qr_modules(block.content)]
            wide = CODE_WIDE / len(modules)
            return {"kind": "qr", "text": _text(block.text), "modules": modules, "module": wide}
        case Contents():
            return {"kind": "contents", "entries": []}


def _side(side: Side, room: float, size: float) -> _Json:
    return {
        "title": _optional(side.title),
        "aside": _optional(side.aside),
        "tone": side.tone.value,
        "share": side.share,
        "blocks": [_block(block, room, size) for block in side.blocks],
    }


def _finding(finding: Finding) -> _Json:
    return {
        "title": _text(finding.title),
        "count": _text(finding.count),
        "share": finding.share,
        "text": _optional(finding.text),
        "code": _optional(finding.code),
    }


def _wordless(lines: WritingLines | PageBreak) -> _Json:
    if isinstance(lines, PageBreak):
        return {"kind": "break"}
    return {
        "kind": "lines",
        "count": lines.count,
        "text": _optional(lines.text),
        "aside": _optional(lines.aside),
        "margin": _optional(lines.margin),
    }


def _heading(heading: Heading) -> _Json:
    """Return a heading, as a paragraph when it has no letter to read: PDF/UA allows no empty heading."""
    if all(sign.isspace() or unseen(sign) for sign in printable(heading.text)):
        said, margin = _text(heading.text), _optional(heading.margin)
        return {"kind": "paragraph", "role": Role.NORMAL.value, "text": said, "margin": margin}
    figures, _, more = heading.margin.partition("\n")
    return {
        "kind": "heading",
        "level": heading.level,
        "text": _text(held_at_end(heading.text) if heading.topic else heading.text),
        "figures": _optional(figures),
        "more": _optional(more),
        "whole": heading.whole,
        "topic": _optional(heading.topic),
    }


def _bullets(bullets: Bullets, caption: str = "") -> _Json:
    runs = groupby(bullets.items, lambda item: right_to_left(item.text))
    return {
        "kind": "bullets",
        "boxes": bullets.boxes,
        "role": bullets.role.value,
        "margin": _optional(bullets.margin),
        "caption": _optional(caption),
        "runs": [[_item(item) for item in run] for _, run in runs],
    }


def _item(item: Bullet) -> _Json:
    aside = unbroken(item.aside) if item.coded else item.aside
    return {"text": _text(item.text, item.language), "aside": _optional(aside), "coded": item.coded}


def _table(table: Table, room: float, size: float) -> _Json:
    if is_narrow(table, room, size):
        return _bullets(as_list(table), table.caption)
    return {
        "kind": "table",
        "caption": _optional(table.caption),
        "shares": roomy_shares(table, room, size),
        "numeric": [column.numeric for column in table.columns],
        "lines": table.lines,
        "heads": [_text(column.head) for column in table.columns],
        "rows": [
            {"cells": [_text(cell, language) for cell in row], "note": _optional(note, language)}
            for row, note, language in table.noted_rows
        ],
    }


def _chart(chart: BarChart, ems: float) -> _Json:
    measures = measured(chart, ems)
    if chart.whole and (widths := part_widths(chart, ems)) is not None:
        return _parts(chart, widths)
    return {
        "kind": "chart",
        "title": _text(chart.title),
        "heads": [_text(head) for head in chart.heads or ()],
        "description": _optional(chart.description),
        "label_width": measures.label_width,
        "bar_width": measures.bar_width,
        "bars": [
            {"label": _text(row.label), "value": _text(row.value_text), "share": row.share}
            for row in measures.rows
        ],
    }


def _parts(chart: BarChart, widths: tuple[float, ...]) -> _Json:
    parts = []
    for place, (bar, width) in enumerate(zip(chart.bars, widths, strict=True)):
        ground, ink = paper_style.shade(bar.tone, place)
        said = {"label": _text(bar.label), "value": _text(bar.value_text)}
        parts.append({**said, "width": width, "ground": ground, "ink": ink, "tone": bar.tone.value})
    return {"kind": "parts", "title": _text(chart.title), "parts": parts}


def _text(text: str, language: str = "") -> _Json:
    """Return a text as its lines, with its direction, and its language when that is not the document's."""
    lines = [_breakable(_drawable(line)) for line in printable(text).split("\n")]
    return {"lines": lines, "rtl": right_to_left(text), "lang": _tag(language) if language else None}


def _optional(text: str, language: str = "") -> _Json | None:
    return _text(text, language) if text else None


def _drawable(line: str) -> str:
    """Return ``line`` composed, with an empty square for what no font draws: PDF/UA lacks no letter."""
    if line.isascii():
        return line
    composed = unicodedata.normalize("NFC", line.replace(_BYTE_ORDER_MARK, ""))
    return composed.translate({ord(sign): LACKING for sign in undrawn(set(composed))})


def _breakable(line: str) -> str:
    """Return ``line`` with places to break in words that are wider than a column.

    Only in Latin letters and signs, such as links: Khmer or Burmese have no spaces in whole sentences, are
    broken between their words by Typst, and must not be cut within a syllable.
    """
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(_PIECE.findall(word[0])), line)


def _tag(language: str) -> str:
    """Return the language of a BCP 47 tag, without its script and region."""
    return language.partition("-")[0].lower() or "en"


def _is_format(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


@cache
def _fonts() -> typst.Fonts:
    import typst  # noqa: PLC0415  # costly, and not on every machine

    folders = list(dict.fromkeys(str(file.parent) for file in _font_files()))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _families() -> list[str]:
    """Return the names of the typefaces, those of most texts first."""
    first = (FAMILY, "Noto Sans")
    return [*first, *sorted(set(_fonts().families()) - set(first))]


@cache
def _font_files() -> tuple[Path, ...]:
    """Return the font files, those of most texts first."""
    return (font_file(), *noto_files())


@cache
def _drawn_by(file: Path) -> frozenset[str]:
    return frozenset(map(chr, TTFontFile(str(file)).charToGlyph))
