"""A guide of forty sessions with forty parts each, the largest that the editor promises to be quick with."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.exchange.guide_palette import new_part
from dialogue_desk.exchange.guide_source import GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.words import Words

SESSIONS = PARTS = 40
_SAID = "We take our time with this, and everyone who wants to speak is heard before anyone speaks twice."


def large_guide(language: str = "en") -> GuideText:
    """Return its text in a language."""
    top = {
        "id": "large",
        "version": "1.0.0",
        "language": language,
        "title": "A large guide",
        "people": "8-10-12",
    }
    sessions = tuple(_session(number, Words(language)) for number in range(1, SESSIONS + 1))
    lines = tuple(TopLine(key, value) for key, value in top.items())
    return guide_text_of(written(GuideSource(lines, sections=sessions)))


def _session(number: int, words: Words) -> Section:
    kinds = list(PartKind)
    parts = tuple(_part(kinds[place % len(kinds)], f"part-{place}", words) for place in range(PARTS))
    return Section(1, f"Session {number}", (f"#s{number}", "minutes=480"), sections=parts)


def _part(kind: PartKind, name: str, words: Words) -> Section:
    part = new_part(kind, name, words)
    said = tuple(Piece(Shape.SAID, f"{_SAID} {place}.") for place in range(3))
    tips = tuple(Piece(Shape.LABELLED, f"Go slowly. {place}.", "Tip") for place in range(2))
    asked = tuple(piece for piece in part.pieces if piece.shape is Shape.ASKED)
    others = tuple(piece for piece in part.pieces if piece.shape is Shape.LABELLED)
    return Section(part.depth, part.title, part.marks, (*said, *asked, *tips, *others))
