"""Sessions and parts from the pieces of a guide file, and a sentence for each that is not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dialogue_desk.domain.model.guide import Cut, NotesPolicy, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_attributes import SHOWN, Attributes
from dialogue_desk.exchange.guide_faults import Faults
from dialogue_desk.exchange.guide_markdown import Piece, Shape, title_and_attributes, unescaped

GROUND_RULES = "Ground rules"
MOST_MINUTES = 600
MOST_SECONDS = 1800
MOST_CHOICES = 50

_LIST = (Shape.BULLETS, Shape.NUMBERS)
_TIMED = "minutes"
_PART_KEYS = "kind, minutes, floor, cut, choose, each, pause, silence"


@dataclass(slots=True)
class Section:
    """A heading, the pieces below it, and the sections of one depth more.  Depth 0 is the file."""

    line: int
    depth: int
    title: str
    attributes: Attributes
    pieces: list[Piece] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def texts(self, *shapes: Shape, label: str = "") -> tuple[str, ...]:
        """Return the texts of these shapes, without their backslashes."""
        return tuple(
            unescaped(piece.text) for piece in self.pieces if piece.shape in shapes and piece.label == label
        )

    def labelled(self, label: str) -> tuple[str, ...]:
        """Return the texts with this label."""
        return self.texts(Shape.LABELLED, label=label)


def sections(pieces: Iterable[Piece], faults: Faults) -> Section:
    """Return the file as a tree of sections: sessions, in them parts, in them steps."""
    tr = faults.words.tr
    root = Section(0, 0, "", Attributes(0, [], faults))
    open_sections = [root]
    for piece in pieces:
        if piece.shape is not Shape.HEADING:
            open_sections[-1].pieces.append(piece)
            if piece.shape is Shape.TOO_DEEP:
                faults.add(
                    piece.line,
                    tr("This list or quote is inside too many others. Write it without them."),
                )
            continue
        title, written = title_and_attributes(piece.text)
        section = Section(piece.line, piece.depth, title, Attributes(piece.line, written, faults))
        if not title:
            faults.add(piece.line, tr("This heading has no title. Write one after the # signs."))
        if piece.depth > 3:
            faults.add(
                piece.line,
                tr(
                    "A heading has one, two or three # signs: a session, a part or a step. Delete the "
                    "extra ones."
                ),
            )
            continue
        del open_sections[piece.depth :]
        if len(open_sections) < piece.depth:
            faults.add(
                piece.line,
                tr(
                    "A part (##) goes under a session (#), and a step (###) goes under a part. Write the "
                    "missing heading above this one."
                ),
            )
            # A substitute, so that one missing heading is one fault and not one for each text below it.
            missing = range(len(open_sections), piece.depth)
            open_sections += [Section(piece.line, depth, "", Attributes(0, [], faults)) for depth in missing]
        open_sections[-1].sections.append(section)
        open_sections.append(section)
    return root


def read_sections(root: Section, faults: Faults) -> tuple[tuple[str, ...], tuple[SessionPlan, ...]]:
    """Return the ground rules and the sessions."""
    tr = faults.words.tr
    _refuse(root, (*_LIST, Shape.QUOTE, Shape.PARAGRAPH, Shape.LABELLED), faults)
    rules = [section for section in root.sections if _is_ground_rules(section)]
    for section in rules[1:]:
        faults.add(section.line, tr("The ground rules are here a second time. Keep only one list."))
    for section in rules:
        _refuse(section, (Shape.QUOTE, Shape.PARAGRAPH, Shape.LABELLED), faults)
        for part in section.sections:
            faults.add(
                part.line,
                tr(
                    "The ground rules are one list without parts. Write a session's # heading above this one."
                ),
            )
    sessions = [section for section in root.sections if not _is_ground_rules(section)]
    _refuse_same_names(sessions, faults)
    if not sessions:
        faults.add(
            0, tr("The guide has no session. Add one: # Our session {{#s1 minutes={minutes}}}", minutes=90)
        )
    return (
        tuple(rule for section in rules for rule in section.texts(*_LIST)),
        tuple(_session(section, faults) for section in sessions),
    )


def _is_ground_rules(section: Section) -> bool:
    return section.title == GROUND_RULES and not section.attributes


def _session(section: Section, faults: Faults) -> SessionPlan:
    attributes = section.attributes
    name = attributes.id()
    minutes = attributes.needed_number("minutes", 1, MOST_MINUTES)
    attributes.refuse_the_rest(_TIMED)
    _refuse(section, (*_LIST, Shape.QUOTE, Shape.PARAGRAPH), faults)
    _refuse_labels(section, ("Goal",), faults)
    _refuse_same_names(section.sections, faults)
    if not section.sections:
        faults.add(
            section.line,
            faults.words.tr(
                "This session has no parts. Add one: ## Welcome {{#welcome kind=welcome minutes={minutes}}}",
                minutes=5,
            ),
        )
    return SessionPlan(
        id=name,
        title=section.title,
        minutes=minutes,
        goal=" ".join(section.labelled("Goal")),
        parts=tuple(_part(part, faults) for part in section.sections),
    )


def _part(section: Section, faults: Faults) -> Part:
    attributes = section.attributes
    paragraphs = section.texts(Shape.PARAGRAPH)
    _refuse_paragraphs(section, faults)
    _refuse_labels(section, ("Tip", "Materials", "Notes", "Wanted"), faults)
    name = attributes.id()
    minutes = attributes.needed_number("minutes", 1, MOST_MINUTES)
    part = Part(
        id=name,
        kind=attributes.needed_choice("kind", PartKind.OPEN_TALK),
        title=section.title,
        minutes=minutes,
        floor=attributes.number("floor", 1, MOST_MINUTES) or minutes,
        cut=attributes.choice("cut", Cut.LAST),
        purpose=paragraphs[0] if paragraphs else "",
        say=section.texts(Shape.QUOTE),
        ask=section.texts(*_LIST),
        choose=attributes.number("choose", 1, MOST_CHOICES),
        tips=section.labelled("Tip"),
        materials=section.labelled("Materials"),
        notes=_notes(section, faults),
        wanted=tuple(_wanted(section, faults)),
        seconds_each=attributes.number("each", 5, MOST_SECONDS),
        silence=attributes.number("silence", 0, MOST_SECONDS) or 0,
        pause=attributes.number("pause", 0, MOST_SECONDS) or 0,
        steps=tuple(_step(step, faults) for step in section.sections),
    )
    attributes.refuse_the_rest(_PART_KEYS)
    return part


def _step(section: Section, faults: Faults) -> PartStep:
    minutes = section.attributes.needed_number("minutes", 1, MOST_MINUTES)
    section.attributes.refuse_the_rest(_TIMED)
    _refuse(section, (*_LIST, Shape.QUOTE), faults)
    _refuse_labels(section, (), faults)
    return PartStep(section.title, minutes, " ".join(section.texts(Shape.PARAGRAPH)))


def _notes(section: Section, faults: Faults) -> NotesPolicy:
    notes = [piece for piece in section.pieces if piece.label == "Notes"]
    for piece in notes:
        if piece.text not in set(NotesPolicy) or piece is not notes[0]:
            faults.add(
                piece.line,
                faults.words.tr("Write only one Notes: line: Notes: off, or Notes: themes only."),
            )
    return NotesPolicy(notes[0].text) if notes and notes[0].text in set(NotesPolicy) else NotesPolicy.ON


def _wanted(section: Section, faults: Faults) -> Iterator[NoteKind]:
    seen: set[str] = set()
    for piece in section.pieces:
        if piece.label != "Wanted":
            continue
        for value in (item.strip() for item in piece.text.split(",")):
            if value in set(NoteKind) and value not in seen:
                seen.add(value)
                yield NoteKind(value)
            else:
                faults.add(
                    piece.line,
                    faults.words.tr(
                        "“{value}” is not a kind of note, or is here twice. Write some of these: {known}.",
                        value=value[:SHOWN],
                        known=", ".join(NoteKind),
                    ),
                )


def _refuse(section: Section, shapes: tuple[Shape, ...], faults: Faults) -> None:
    for piece in section.pieces:
        if piece.shape in shapes:
            faults.add(
                piece.line,
                faults.words.tr(
                    "This text does not belong here and would be lost. Move it below a part's ## "
                    "heading, or delete it."
                ),
            )


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


def _refuse_labels(section: Section, known: tuple[str, ...], faults: Faults) -> None:
    tr = faults.words.tr
    for piece in section.pieces:
        if piece.label and not piece.text:
            faults.add(
                piece.line,
                tr(
                    "There is nothing after “{label}:”. Write something there, or delete the line.",
                    label=piece.label,
                ),
            )
        elif piece.label and piece.label not in known:
            faults.add(
                piece.line,
                tr(
                    "“{label}:” does not belong here. Goal: goes below a session's heading; Tip:, "
                    "Materials:, Notes: and Wanted: go in a part, above its steps.",
                    label=piece.label,
                ),
            )


def _refuse_same_names(found: list[Section], faults: Faults) -> None:
    seen: dict[str, int] = {}
    for section in found:
        name = section.attributes.id_as_written
        if name and name in seen:
            faults.add(
                section.line,
                faults.words.tr(
                    "The name #{name} is already used in line {other}. Choose another.",
                    name=name,
                    other=seen[name],
                ),
            )
        seen.setdefault(name, section.line)
