"""Parts, their steps and their cards, from the sections of a guide file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from dialogue_desk.domain.model.guide import (
    Cut,
    Hosts,
    Lead,
    Length,
    Measure,
    Mode,
    NotesPolicy,
    Part,
    PartKind,
    PartStep,
)
from dialogue_desk.domain.model.guide_extras import (
    BlockKind,
    Card,
    CardKind,
    Carried,
    CarryOver,
    FillIn,
    TextBlock,
)
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_attributes import OPTIONAL, Attributes, is_id
from dialogue_desk.exchange.guide_faults import SHOWN, Faults
from dialogue_desk.exchange.guide_places import refuse_misplaced, refuse_same_names
from dialogue_desk.exchange.guide_source import CARDS, LISTS, Piece, Section, Shape

MOST_MINUTES = 600
MOST_SECONDS = 1800
MOST_CHOICES = 50
MOST_LOCAL = 10
MOST_AT_TABLE = 30

Kind = TypeVar("Kind", bound=StrEnum)

_PART_LABELS = ("Tip", "Note-taker", "Materials", "Notes", "Wanted", "Carry over", "Fill in")
_OPTION_LABELS = ("For", "Against", "Trade-off")
_PERCENT = re.compile(r"([1-9][0-9]?|100)%")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_TABLE = re.compile(r"([0-9]{1,2})(?:[-–]([0-9]{1,2}))?")
_WHERE = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_BLOCKS = {
    Shape.PARAGRAPH: BlockKind.PARAGRAPH,
    Shape.ASKED: BlockKind.BULLETS,
    Shape.NUMBERED: BlockKind.NUMBERS,
}


def part_of(section: Section, earlier: Collection[str], faults: Faults) -> Part:
    """Return the part in a section; ``earlier`` are the names of the sessions before its own."""
    attributes = Attributes.of(section, faults)
    refuse_misplaced(section.pieces, (Shape.PARAGRAPH, Shape.SAID, *LISTS), _PART_LABELS, faults)
    _refuse_paragraphs(section, faults)
    refuse_same_names(section.sections, faults)
    name, kind = attributes.id(), attributes.needed_choice("kind", PartKind.OPEN_TALK)
    minutes, length = _minutes(attributes)
    floor = attributes.number("floor", 1, MOST_MINUTES)
    purpose = section.texts(Shape.PARAGRAPH)
    asked = [piece for piece in section.pieces if piece.shape in LISTS]
    cards = [card for card in section.sections if card.card]
    part = Part(
        id=name,
        kind=kind,
        title=section.title,
        minutes=minutes,
        floor=floor or minutes,
        cut=attributes.choice("cut", Cut.LAST),
        purpose=purpose[0] if purpose else "",
        say=section.texts(Shape.SAID),
        ask=tuple(piece.text for piece in asked),
        choose=attributes.number("choose", 1, MOST_CHOICES),
        tips=section.labelled("Tip"),
        materials=section.labelled("Materials"),
        notes=_notes(section, faults),
        wanted=tuple(_wanted(section, faults)),
        seconds_each=attributes.number("each", 5, MOST_SECONDS),
        silence=attributes.number("silence", 0, MOST_SECONDS) or 0,
        pause=attributes.number("pause", 0, MOST_SECONDS) or 0,
        steps=tuple(_step(step, faults) for step in section.sections if not step.card),
        length=Length(length.measure, length.percent, floor) if length else None,
        clock=_clock(attributes),
        at=_at(attributes),
        track=_track(attributes),
        mode=attributes.choice_or_none("mode", Mode),
        lead=attributes.choice_or_none("lead", Lead),
        table=_table(attributes),
        hosts=attributes.choice_or_none("hosts", Hosts),
        local=attributes.number("local", 0, MOST_LOCAL) or 0,
        dots=attributes.number("dots", 1, MOST_CHOICES),
        optional=tuple(place for place, piece in enumerate(asked) if OPTIONAL in piece.marks),
        note_taker=section.labelled("Note-taker"),
        carry_over=tuple(_carry_over(section, earlier, faults)),
        fill_in=_fill_in(section),
        cards=tuple(_card(card, faults) for card in cards),
    )
    if length and length.measure is Measure.EACH and "each" not in attributes:
        attributes.need("each", "60")
    attributes.settle()
    return part


def _refuse_paragraphs(section: Section, faults: Faults) -> None:
    for piece in [piece for piece in section.pieces if piece.shape is Shape.PARAGRAPH][1:]:
        faults.add(
            piece.line,
            faults.words.tr(
                "A part has one plain paragraph, its purpose. This is a second one. Start it with > "
                "if it is to be said, with - if it is a question, or with Tip: if only the "
                "facilitator should see it."
            ),
        )


# In braces


def _minutes(attributes: Attributes) -> tuple[int, Length | None]:
    """Return the minutes that are written, or a stand-in and what gives the part its minutes."""
    value = attributes.take("minutes") or ""
    if percent := _PERCENT.fullmatch(value):
        return 1, Length(Measure.SHARE, int(percent[1]))
    if value in (Measure.EQUAL, Measure.EACH):
        return 1, Length(Measure(value))
    return attributes.needed_number("minutes", 1, MOST_MINUTES), None


def _clock(attributes: Attributes) -> bool:
    value = attributes.take("clock")
    if value not in (None, "on", "off"):
        attributes.wrong("clock", "off")
    return value != "off"


def _at(attributes: Attributes) -> int | None:
    value = attributes.take("at")
    match = _TIME.fullmatch(value or "")
    if value is not None and not match:
        attributes.wrong("at", "19:00")
    return int(match[1]) * 60 + int(match[2]) if match else None


def _track(attributes: Attributes) -> str:
    value = attributes.take("track") or ""
    if value and not is_id(value):
        attributes.wrong("track", "youth")
    return value


def _table(attributes: Attributes) -> tuple[int, int] | None:
    value = attributes.take("table")
    match = _TABLE.fullmatch(value or "")
    sizes = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if value is None:
        return None
    if not 2 <= sizes[0] <= sizes[1] <= MOST_AT_TABLE:
        attributes.wrong("table", "4-5")
    return sizes


# Lines with a label


def _notes(section: Section, faults: Faults) -> NotesPolicy:
    notes = _labelled(section, "Notes")
    for piece in notes:
        if piece.text not in set(NotesPolicy) or piece is not notes[0]:
            faults.add(
                piece.line,
                faults.words.tr("Write only one Notes: line: Notes: off, or Notes: themes only."),
            )
    return NotesPolicy(notes[0].text) if notes and notes[0].text in set(NotesPolicy) else NotesPolicy.ON


def _labelled(section: Section, label: str) -> list[Piece]:
    return [piece for piece in section.pieces if piece.label == label and piece.text]


def _wanted(section: Section, faults: Faults) -> Iterator[NoteKind]:
    seen: set[str] = set()
    for piece in _labelled(section, "Wanted"):
        for value in _values(piece.text):
            if value in set(NoteKind) and value not in seen:
                seen.add(value)
                yield NoteKind(value)
            else:
                _refuse_kind(piece, value, list(NoteKind), faults)


def _values(text: str) -> list[str]:
    return [item.strip() for item in text.split(",")]


def _refuse_kind(piece: Piece, value: str, known: list[NoteKind | Carried], faults: Faults) -> None:
    faults.add(
        piece.line,
        faults.words.tr(
            "“{value}” is not a kind of note, or is here twice. Write some of these: {known}.",
            value=value[:SHOWN],
            known=", ".join(known),
        ),
    )


def _carry_over(section: Section, earlier: Collection[str], faults: Faults) -> Iterator[CarryOver]:
    for piece in _labelled(section, "Carry over"):
        what, _, sessions = piece.text.partition(" from ")
        values, names = _values(what), tuple(_values(sessions)) if sessions.strip() else ()
        known: list[NoteKind | Carried] = [*NoteKind, *Carried]
        found = {one.value: one for one in known}
        for value in values:
            if value not in found or values.count(value) > 1:
                _refuse_kind(piece, value, known, faults)
        for name in names:
            if name not in earlier:
                faults.add(
                    piece.line,
                    faults.words.tr(
                        "There is no session #{name} before this one to carry anything over from.",
                        name=name[:SHOWN],
                    ),
                )
        yield CarryOver(tuple(found[value] for value in values if value in found), names)


def _fill_in(section: Section) -> tuple[FillIn, ...]:
    found = []
    for text in section.labelled("Fill in"):
        match = _WHERE.fullmatch(text)
        found.append(FillIn(match[1], match[2].strip()) if match else FillIn(text))
    return tuple(found)


# Steps and cards


def _step(section: Section, faults: Faults) -> PartStep:
    attributes = Attributes.of(section, faults)
    if section.marks:
        minutes = attributes.needed_number("minutes", 1, MOST_MINUTES)
    else:
        minutes = 1
        faults.add(
            section.line,
            faults.words.tr(
                "This step has no minutes. Write {{minutes={minutes}}} behind its title or, if it is a "
                "card, what it is: {{.view}}, {{.case}}, {{.fact}}, {{.option}}, {{.handout}} or {{.terms}}.",
                minutes=5,
            ),
        )
    floor, equal = attributes.number("floor", 1, MOST_MINUTES), attributes.take("equal") or ""
    attributes.settle()
    refuse_misplaced(section.pieces, (Shape.PARAGRAPH,), (), faults)
    return PartStep(section.title, minutes, " ".join(section.texts(Shape.PARAGRAPH)), floor, equal)


def _card(section: Section, faults: Faults) -> Card:
    attributes = Attributes.of(section, faults)
    kinds = [CardKind(mark[1:]) for mark in CARDS if attributes.flag(mark)]
    kind = kinds[0]
    if len(kinds) > 1:
        faults.add(
            section.line,
            faults.words.tr("A card is of one kind. Keep one of these: {kinds}.", kinds=", ".join(kinds)),
        )
    name = attributes.id() if kind is CardKind.OPTION else attributes.id_or_none()
    attributes.settle()
    labels = ("Fill in", *(_OPTION_LABELS if kind is CardKind.OPTION else ()))
    refuse_misplaced(section.pieces, (Shape.PARAGRAPH, Shape.SAID, *LISTS), labels, faults)
    gains, losses, trade_offs = map(section.labelled, _OPTION_LABELS)
    return Card(
        kind,
        section.title,
        name,
        tuple(_blocks(section)),
        section.texts(Shape.SAID),
        _fill_in(section),
        gains,
        losses,
        trade_offs,
    )


def _blocks(section: Section) -> Iterator[TextBlock]:
    """Yield each paragraph of a card, and each list with all its items."""
    for shape, pieces in groupby(section.pieces, lambda piece: piece.shape):
        texts = tuple(piece.text for piece in pieces)
        if shape is Shape.PARAGRAPH:
            yield from (TextBlock(BlockKind.PARAGRAPH, (text,)) for text in texts)
        elif shape in LISTS:
            yield TextBlock(_BLOCKS[shape], texts)
