"""The blocks of a designed page as headings, paragraphs and lists, for files without a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Columns,
    Contents,
    Document,
    Figures,
    Finding,
    Findings,
    Paragraph,
    QrCode,
    Rings,
    Role,
    Side,
)
from dialogue_desk.reports.contents import contents_text, listed

Spread: TypeAlias = Figures | Findings | Columns | Rings | QrCode | Contents
"""What is beside each other on a designed page, or only there."""


_LONGEST = 300
"""How long a text is at most that is set beside others: a longer one would fill a page alone."""


def is_designed(block: Spread) -> bool:
    """Return whether a block can be set as it is meant, or only in plain blocks, because it says too much."""
    match block:
        case Figures():
            return all(len(text) <= _LONGEST for item in block.items for text in item)
        case Findings():
            return all(
                len(text) <= _LONGEST
                for one in block.items
                for text in (one.title, one.count, one.text, one.code)
            )
        case Columns():
            titles = all(len(side.title) + len(side.aside) <= _LONGEST for side in block.sides)
            inside = (one for side in block.sides for one in side.blocks if isinstance(one, Findings))
            return titles and all(map(is_designed, inside))
        case _:
            return True


def in_plain_blocks(block: Spread, document: Document) -> tuple[Block, ...]:
    """Return the same words in blocks that come one under another."""
    match block:
        case Figures():
            return (Bullets(tuple(Bullet(f"{value} {said}") for value, said in block.items)),)
        case Findings():
            return (Bullets(tuple(map(_finding, block.items))),)
        case Columns():
            return tuple(one for side in block.sides for one in _side(side, document))
        case Rings() | QrCode():
            return ()  # its words are about the drawing
        case Contents():
            entries = listed(document, block)
            return (Bullets(tuple(Bullet(contents_text(heading)) for _, heading in entries)),)


def _finding(finding: Finding) -> Bullet:
    said = " ".join(part for part in (finding.text, finding.code) if part)
    return Bullet(finding.title, "\n".join(part for part in (finding.count, said) if part))


def _side(side: Side, document: Document) -> Iterator[Block]:
    if side.title:
        yield Paragraph(f"{side.title} ({side.aside})" if side.aside else side.title, Role.STRONG)
    for block in side.blocks:
        if isinstance(block, Findings | QrCode):
            yield from in_plain_blocks(block, document)
        else:
            yield block
