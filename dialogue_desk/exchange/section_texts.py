"""The texts of one section of a guide, sort by sort: what is said, what is asked, the tips, and so on.

Everything else in the section stays where it is: comments, and words that Dialogue Desk does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.exchange.guide_attributes import OPTIONAL
from dialogue_desk.exchange.guide_signs import LABELS
from dialogue_desk.exchange.guide_source import LISTS, Piece, Section, Shape


class Sort(StrEnum):
    """Texts of a section that belong together, in the order in which a part has them."""

    PURPOSE = "purpose"
    SAY = "say"
    ASK = "ask"
    GOAL = "Goal"
    BEFORE = "Before"
    TIP = "Tip"
    NOTE_TAKER = "Note-taker"
    MATERIALS = "Materials"
    NOTES = "Notes"
    WANTED = "Wanted"
    CARRY_OVER = "Carry over"
    FILL_IN = "Fill in"
    GAINS = "For"
    LOSSES = "Against"
    TRADE_OFFS = "Trade-off"
    NEXT = "Next"
    STOP = "Stop"

    @property
    def translated(self) -> bool:
        """Whether its texts are other words in every language."""
        return self not in (Sort.NOTES, Sort.WANTED, Sort.CARRY_OVER)


_SHAPES = {Sort.PURPOSE: (Shape.PARAGRAPH,), Sort.SAY: (Shape.SAID,), Sort.ASK: LISTS}
_ORDER = (Shape.PARAGRAPH, Shape.SAID, *LISTS)
_BODY = (Shape.PARAGRAPH, *LISTS)
_ITEM = re.compile(r"([-*•])\s+(.*)|\d{1,9}[.)]\s+(.*)")


def plain(text: str) -> str:
    """Return a text as a guide can hold it: in one line, without spaces around it."""
    return " ".join(normalized(text).splitlines()).strip()


def texts(section: Section, sort: Sort) -> tuple[str, ...]:
    """Return the texts of one sort, in order."""
    return tuple(section.pieces[place].text for place in _places(section, sort))


def sorts(section: Section) -> dict[Sort, tuple[str, ...]]:
    """Return the texts of each sort that the section has."""
    found = ((sort, texts(section, sort)) for sort in Sort)
    return {sort: written for sort, written in found if written}


def optional(section: Section, place: int) -> bool:
    """Whether the question at ``place`` may be left out."""
    return OPTIONAL in section.pieces[_places(section, Sort.ASK)[place]].marks


def with_text(section: Section, sort: Sort, place: int, text: str) -> Section:
    """Return the section with other words for the text at ``place``."""
    at = _places(section, sort)[place]
    return _put(section, at, replace(section.pieces[at], text=plain(text)))


def with_optional(section: Section, place: int, *, on: bool) -> Section:
    """Return the section with a question that may be left out, or may not."""
    at = _places(section, Sort.ASK)[place]
    marks = tuple(mark for mark in section.pieces[at].marks if mark != OPTIONAL)
    return _put(section, at, replace(section.pieces[at], marks=(*marks, OPTIONAL) if on else marks))


def with_new_text(section: Section, sort: Sort, place: int, text: str) -> Section:
    """Return the section with one more text, at ``place`` among those of its sort or at their end."""
    there, text = _places(section, sort), plain(text)
    if there:
        at = there[place] if place < len(there) else there[-1] + 1
        beside = section.pieces[there[min(place, len(there) - 1)]]
        return _insert(section, at, Piece(beside.shape, text, beside.label))
    new = _new(sort, text)
    return _insert(section, _place_for(section, new), new)


def without_text(section: Section, sort: Sort, place: int) -> Section:
    """Return the section without one text."""
    return _put(section, _places(section, sort)[place])


def with_moved_text(section: Section, sort: Sort, place: int, to: int) -> Section:
    """Return the section with one text in another place among those of its sort."""
    there = _places(section, sort)
    order = [section.pieces[at] for at in there]
    order.insert(to, order.pop(place))
    moved = dict(zip(there, order, strict=True))
    return replace(section, pieces=tuple(moved.get(at, one) for at, one in enumerate(section.pieces)))


def with_only_text(section: Section, sort: Sort, text: str) -> Section:
    """Return the section with one text of this sort; an empty one leaves the sort out."""
    for _ in _places(section, sort)[1:]:
        section = without_text(section, sort, 1)
    there = bool(_places(section, sort))
    if not plain(text):
        return without_text(section, sort, 0) if there else section
    return with_text(section, sort, 0, text) if there else with_new_text(section, sort, 0, text)


# Cards, whose paragraphs and lists are one text


def card_text(section: Section) -> str:
    """Return what participants read on a card as one text: a line for each paragraph and item of a list."""
    return "\n".join(_lines(section))


def with_card_text(section: Section, text: str) -> Section:
    """Return a card with other words; what is no paragraph and no list in it stays where it was."""
    body = [piece for line in text.splitlines() if (piece := _body_piece(line)).text]
    kept: list[Piece] = []
    for piece in section.pieces:
        if piece.shape in _BODY:
            kept += body[:1]
            body = body[1:]
        else:
            kept.append(piece)
    if not body:
        return replace(section, pieces=tuple(kept))
    last = max((at for at, piece in enumerate(kept) if piece.shape in _BODY), default=-1)
    return replace(section, pieces=(*kept[: last + 1], *body, *kept[last + 1 :]))


def _lines(section: Section) -> Iterator[str]:
    number = 0
    for piece in section.pieces:
        number = number + 1 if piece.shape is Shape.NUMBERED else 0
        if piece.shape is Shape.NUMBERED:
            yield f"{number}. {piece.text}"
        elif piece.shape in _BODY:
            yield f"- {piece.text}" if piece.shape is Shape.ASKED else piece.text


def _body_piece(line: str) -> Piece:
    line = plain(line)
    if not (match := _ITEM.fullmatch(line)):
        return Piece(Shape.PARAGRAPH, line)
    if match[1]:
        return Piece(Shape.ASKED, match[2].strip())
    return Piece(Shape.NUMBERED, match[3].strip())


# Places among all the pieces


def _places(section: Section, sort: Sort) -> list[int]:
    shapes = _SHAPES.get(sort)
    return [
        place
        for place, piece in enumerate(section.pieces)
        if (piece.shape in shapes if shapes else piece.label == sort)
    ]


def _new(sort: Sort, text: str) -> Piece:
    shapes = _SHAPES.get(sort)
    return Piece(shapes[0], text) if shapes else Piece(Shape.LABELLED, text, sort.value)


def _rank(piece: Piece) -> int:
    """Return where a piece comes in a section."""
    if piece.shape is Shape.LABELLED:
        return len(_ORDER) + LABELS.index(piece.label)
    return _ORDER.index(piece.shape)


def _place_for(section: Section, new: Piece) -> int:
    """Return the place behind everything that comes before a piece of this sort."""
    texts = [(place, piece) for place, piece in enumerate(section.pieces) if piece.shape is not Shape.COMMENT]
    before = [place for place, piece in texts if _rank(piece) <= _rank(new)]
    if before:
        return before[-1] + 1
    return texts[0][0] if texts else len(section.pieces)


def _put(section: Section, at: int, *pieces: Piece) -> Section:
    return replace(section, pieces=(*section.pieces[:at], *pieces, *section.pieces[at + 1 :]))


def _insert(section: Section, at: int, piece: Piece) -> Section:
    return replace(section, pieces=(*section.pieces[:at], piece, *section.pieces[at:]))
