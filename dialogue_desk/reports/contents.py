"""What the contents of a document list, the same in every kind of file."""

from __future__ import annotations

from dialogue_desk.domain.model.document import Contents, Document, Heading
from dialogue_desk.domain.model.text import one_line


def listed(document: Document, contents: Contents) -> tuple[tuple[int, Heading], ...]:
    """Return the headings that come after ``contents``, each with its place among all headings."""
    blocks = document.blocks
    after = blocks.index(contents) if contents in blocks else -1
    before = sum(isinstance(block, Heading) for block in blocks[: after + 1])
    return tuple(
        (place, heading)
        for place, heading in enumerate(document.headings)
        if place >= before and heading.level <= contents.level
    )


def contents_text(heading: Heading) -> str:
    """Return how a heading is called in the contents: with its topic where it has one."""
    said = one_line(heading.text)
    return f"{one_line(heading.topic)}: {said}" if heading.topic else said
