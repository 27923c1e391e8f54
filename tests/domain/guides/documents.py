"""Documents for tests, written as lines with a sign for how each looks.

``#`` headings by level, ``*`` a list, ``!`` bold, ``>`` set apart, ``|`` a row of a table.
"""

from __future__ import annotations

from dialogue_desk.domain.guides.source import SourceDocument, SourceLine


def document(*lines: str) -> SourceDocument:
    """Return a document of these lines; a line without ``|`` ends a table."""
    made = []
    table, inside = 0, False
    for number, line in enumerate(lines, 1):
        sign, _, text = line.partition(" ")
        row = line.startswith("|")
        table += row and not inside
        inside = row
        if row:
            cells = tuple(cell.strip().replace("/", "\n") for cell in line.strip("|").split("|"))
            made.append(SourceLine(number, " – ".join(cells), table=table, cells=cells))
        elif sign and set(sign) == {"#"}:
            made.append(SourceLine(number, text, heading=len(sign)))
        elif sign in ("*", "!", ">"):
            made.append(SourceLine(number, text, listed=sign == "*", bold=sign == "!", apart=sign == ">"))
        else:
            made.append(SourceLine(number, line))
    return SourceDocument(tuple(made))
