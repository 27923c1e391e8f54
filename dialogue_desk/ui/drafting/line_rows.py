"""The rows of a document under review: each line as it stands there, and what it was understood as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import Doubt, ReviewedDocument, ReviewedLine
from dialogue_desk.words import Words
from dialogue_desk.words.guide_names import guide_name_of


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line; ``detail`` are the several things that the guide makes of it.

    ``doubt`` asks a person to look at it.  ``strong`` is a heading, ``apart`` a quote or a shaded box.
    """

    id: str
    number: str
    text: str
    meaning: str
    detail: str
    doubt: str
    accessible_text: str
    strong: bool = False
    listed: bool = False
    apart: bool = False
    left_out: bool = False


class LineRows:
    """Makes the rows, each anew only when its line has changed: a document may have thousands."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._made: dict[int, tuple[ReviewedLine, Doubt | None, int | None, LineRow]] = {}

    def rows(
        self, document: ReviewedDocument, doubts: Mapping[int, Doubt], minutes: Mapping[int, int]
    ) -> list[LineRow]:
        """Return a row for each line; ``minutes`` are those of parts in the guide, by number of line."""
        rows = []
        for place, line in enumerate(document.lines):
            doubt, length = doubts.get(place), line.pieces[0].minutes
            if length is None and line.meaning is Meaning.PART:
                length = minutes.get(line.number)
            known = self._made.get(place)
            if known is None or known[0] is not line or known[1:3] != (doubt, length):
                known = line, doubt, length, self._row(place, line, doubt, length)
                self._made[place] = known
            rows.append(known[3])
        return rows

    def _row(self, place: int, line: ReviewedLine, doubt: Doubt | None, minutes: int | None) -> LineRow:
        tr, look = self._words.tr, line.look
        meaning = guide_name_of(line.meaning, self._words)
        if minutes:
            meaning += " · " + tr("{minutes} min", minutes=minutes)
        said = guide_name_of(doubt, self._words) if doubt else ""
        detail = " · ".join(piece.text for piece in line.pieces) if len(line.pieces) > 1 else ""
        # A row of a table begins a part, and what else is in it has rows of its own.
        text = (line.pieces[0].text if look.cells and line.meaning is Meaning.PART else line.source).strip()
        places = {"number": line.number, "meaning": meaning.lower(), "text": text}
        spoken = tr("line {number}, {meaning}: {text}", **places)
        return LineRow(
            str(place),
            str(line.number),
            text,
            meaning,
            detail,
            said,
            ". ".join(filter(None, (spoken, detail, said))),
            strong=bool(look.heading or look.title or look.bold),
            listed=look.listed,
            apart=look.apart,
            left_out=line.meaning is Meaning.LEFT_OUT,
        )
