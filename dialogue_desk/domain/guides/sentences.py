"""Where a paragraph can be split: between sentences, and never inside what somebody says."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_BETWEEN = re.compile(r"(?<=[.!?…])(?:[”»\"’)\]]*)(?P<gap>\s+)(?=[^\W\d_a-zà-öø-ÿ]|[¿¡“«\"\d])")


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; what stands in quotation marks stays together."""
    quotes = [quote.span() for quote in _QUOTE.finditer(text)]
    made, begin = [], 0
    for found in _BETWEEN.finditer(text):
        place = found.start("gap")
        if not any(start < place < end for start, end in quotes):
            made.append(text[begin:place].strip())
            begin = found.end("gap")
    return tuple(filter(None, (*made, text[begin:].strip())))
