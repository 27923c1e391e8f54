"""Reads a document as a person skims it."""

from dialogue_desk.domain.model.document import Bullets, Heading
from dialogue_desk.domain.model.line_codes import typed_code


def outline(document, *, codes=False):
    """The headings, each with the lines of the lists under it and their asides, with or without the codes."""
    found, heading = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
            found[heading] = []
        elif isinstance(block, Bullets):
            asides = [item.aside if codes else without_code(item.aside) for item in block.items]
            found[heading] += zip((item.text for item in block.items), asides, strict=True)
    return found


def without_code(aside):
    """An aside without the short code of its line."""
    first, *more = aside.split("\n")
    return "\n".join((" · ".join(one for one in first.split(" · ") if not typed_code(one)), *more))
