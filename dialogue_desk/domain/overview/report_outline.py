"""The outline of a report: its sections in the order, and with the headings, that a person gave them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.model.organizing import ReportOutline


class ReportSection(StrEnum):
    """A section of the report, in the usual order."""

    FRONT = "front"
    ROOM = "room"
    TOOK_PART = "took part"
    RAISED = "raised"
    THEMES = "themes"
    MOVED = "moved"
    ANSWERS = "answers"
    STRENGTHS = "strengths"
    PROPOSALS = "proposals"
    FORUM = "forum"
    QUESTIONS = "questions"
    VOICES = "voices"
    METHOD = "method"

    @property
    def optional(self) -> bool:
        """Whether it can be left out: who met, what they ask, and what is missing cannot."""
        return self not in (ReportSection.FRONT, ReportSection.METHOD)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A section in its place, whether it is ``kept``, and its own heading in each language."""

    section: ReportSection
    kept: bool = True
    headings: tuple[tuple[str, str], ...] = ()

    def heading(self, language: str) -> str:
        """Return a person's own heading in a language; "" for the usual one."""
        return dict(self.headings).get(language, "")


def outline_entries(outline: ReportOutline) -> tuple[OutlineEntry, ...]:
    """Return every section once, those left out in their places too, and the front page first.

    A section that the outline does not name comes after the one that it usually follows.
    """
    known = {section.value: section for section in ReportSection}
    order = list(dict.fromkeys(known[name] for name in outline.sections if name in known))
    usual = list(ReportSection)
    for place, section in enumerate(usual):
        if section not in order:
            before = usual[place - 1] if place else None
            order.insert(order.index(before) + 1 if before in order else 0, section)
    order.remove(ReportSection.FRONT)
    return tuple(
        OutlineEntry(
            section,
            kept=not section.optional or section not in outline.left_out,
            headings=tuple((language, text) for name, language, text in outline.headings if name == section),
        )
        for section in (ReportSection.FRONT, *order)
    )


def moved_before(
    outline: ReportOutline, section: ReportSection, before: ReportSection | None
) -> ReportOutline:
    """Return the outline with a section before another one, or at the end; the front page stays first."""
    order = [entry.section for entry in outline_entries(outline)]
    if section in (before, ReportSection.FRONT):
        return outline
    order.remove(section)
    place = len(order) if before is None else order.index(before)
    order.insert(max(1, place), section)
    return replace(outline, sections=tuple(order))


def moved_by(outline: ReportOutline, section: ReportSection, by: int) -> ReportOutline:
    """Return the outline with a section so many places further down, or up where that is negative."""
    order = [entry.section for entry in outline_entries(outline)]
    place = order.index(section)
    after = order[place + by + (by > 0) :] if place + by > 0 else order[1:]
    return moved_before(outline, section, next(iter(after), None))


def switched(outline: ReportOutline, section: ReportSection) -> ReportOutline:
    """Return the outline with a section left out, or with it again; some cannot be left out."""
    if not section.optional:
        return outline
    left_out = {*outline.left_out} ^ {section.value}
    return replace(outline, left_out=tuple(sorted(left_out)))


def renamed(outline: ReportOutline, section: ReportSection, language: str, heading: str) -> ReportOutline:
    """Return the outline with a person's own heading over a section, or with the usual one for ""."""
    others = [one for one in outline.headings if one[:2] != (section, language)]
    own = [(section.value, language, heading)] if heading else []
    return replace(outline, headings=tuple(sorted((*others, *own))))
