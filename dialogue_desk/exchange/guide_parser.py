"""Sessions and what stands beside them, from the tree of a guide file; a sentence for each wrong thing."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.model.guide import Guide, SessionPlan
from dialogue_desk.domain.model.guide_extras import Moment, Term
from dialogue_desk.exchange.guide_attributes import JOINT, OPTIONAL, Attributes
from dialogue_desk.exchange.guide_faults import Faults
from dialogue_desk.exchange.guide_places import refuse_misplaced, refuse_same_names
from dialogue_desk.exchange.guide_source import (
    GLOSSARY,
    GROUND_RULES,
    LISTS,
    MOMENTS,
    GuideSource,
    Piece,
    Section,
    Shape,
)
from dialogue_desk.exchange.guide_top import top_of
from dialogue_desk.exchange.part_parser import MOST_MINUTES, part_of


def guide_of(source: GuideSource, faults: Faults, *, strict: bool = True) -> Guide:
    """Return the guide in a tree.  It is whole only when nothing was added to ``faults``."""
    top = top_of(source.top, faults, strict=strict)
    refuse_misplaced(source.pieces, (), (), faults)
    beside = {title: _beside(source, title, faults) for title in (GROUND_RULES, GLOSSARY, MOMENTS)}
    return Guide(
        id=top.id,
        version=top.version,
        language=top.language,
        title=top.title,
        summary=top.summary,
        people=top.people,
        ground_rules=rules_of(beside[GROUND_RULES], faults),
        sessions=_sessions(
            [one for one in source.sections if not one.beside], bool(beside[MOMENTS].sections), faults
        ),
        best=top.best,
        audience=top.audience,
        license=top.license,
        credit=top.credit,
        glossary=glossary_of(beside[GLOSSARY], faults),
        moments=moments_of(beside[MOMENTS], faults),
    )


def _beside(source: GuideSource, title: str, faults: Faults) -> Section:
    """Return the section beside the sessions with this title, or an empty one."""
    found = [section for section in source.sections if section.beside and section.title == title]
    for section in found[1:]:
        faults.add(
            section.line,
            faults.words.tr("“{title}” is here a second time. Keep only one.", title=f"# {title}"),
        )
    return found[0] if found else Section(1, title)


def rules_of(section: Section, faults: Faults) -> tuple[str, ...]:
    """Return the ground rules in a section."""
    _refuse_sections(section, faults)
    refuse_misplaced(section.pieces, LISTS, (), faults)
    return section.texts(*LISTS)


def glossary_of(section: Section, faults: Faults) -> tuple[Term, ...]:
    """Return the words that a section explains."""
    _refuse_sections(section, faults)
    refuse_misplaced(section.pieces, LISTS, (), faults)
    return tuple(_term(piece, faults) for piece in section.pieces if piece.shape in LISTS)


def _term(piece: Piece, faults: Faults) -> Term:
    word, _, meaning = (side.strip() for side in piece.text.partition(":"))
    if not (word and meaning):
        faults.add(
            piece.line,
            faults.words.tr("Write the word, a colon, and what it means: - Land bank: a public body"),
        )
    return Term(word, meaning)


def _refuse_sections(section: Section, faults: Faults) -> None:
    for part in section.sections:
        faults.add(
            part.line,
            faults.words.tr(
                "“{title}” is one list without parts. Write a session's # heading above this one.",
                title=f"# {section.title}",
            ),
        )


def moments_of(section: Section, faults: Faults) -> tuple[Moment, ...]:
    """Return the moments in a section."""
    refuse_misplaced(section.pieces, (), (), faults)
    refuse_same_names(section.sections, faults)
    return tuple(_moment(moment, faults) for moment in section.sections)


def _moment(section: Section, faults: Faults) -> Moment:
    attributes = Attributes.of(section, faults)
    name = attributes.id()
    attributes.settle()
    refuse_misplaced(section.pieces, (Shape.PARAGRAPH, Shape.SAID), ("Next", "Stop"), faults)
    for step in section.sections:
        faults.add(
            step.line,
            faults.words.tr("A moment has no parts. Write what to do in lines that begin with Next:"),
        )
    return Moment(
        name,
        section.title,
        " ".join(section.texts(Shape.PARAGRAPH)),
        section.texts(Shape.SAID),
        section.labelled("Next"),
        section.labelled("Stop"),
    )


def _sessions(found: Sequence[Section], deck: bool, faults: Faults) -> tuple[SessionPlan, ...]:
    """Return the sessions; only a deck of moments may have none."""
    refuse_same_names(found, faults)
    if not found and not deck:
        faults.add(
            0,
            faults.words.tr(
                "The guide has no session. Add one: # Our session {{#s1 minutes={minutes}}}", minutes=90
            ),
        )
    names = [section.id for section in found]
    return tuple(session_of(section, names[:place], faults) for place, section in enumerate(found))


def session_of(section: Section, earlier: Sequence[str], faults: Faults) -> SessionPlan:
    """Return the session in a section; ``earlier`` are the names of the sessions before it."""
    attributes = Attributes.of(section, faults)
    name = attributes.id()
    minutes = attributes.needed_number("minutes", 1, MOST_MINUTES)
    joint, optional = attributes.flag(JOINT), attributes.flag(OPTIONAL)
    attributes.settle()
    refuse_misplaced(section.pieces, (), ("Goal", "Before"), faults)
    refuse_same_names(section.sections, faults)
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
        parts=tuple(part_of(part, earlier, faults) for part in section.sections),
        before=section.labelled("Before"),
        joint=joint,
        optional=optional,
    )
