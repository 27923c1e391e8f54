"""Reads a document as a person skims it."""

from dialogue_desk.domain.model.document import Bullets, Heading


def outline(document):
    """The headings, each with the lines of the lists under it and their asides."""
    found, heading = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
            found[heading] = []
        elif isinstance(block, Bullets):
            found[heading] += [(item.text, item.aside) for item in block.items]
    return found
