"""The names people see for what a report is made of."""

from __future__ import annotations

from dialogue_desk.domain.model.organizing import FindingKind
from dialogue_desk.domain.overview.report_outline import ReportSection
from dialogue_desk.words import Words


def section_name(section: ReportSection, words: Words) -> str:
    """Return what a section of the report is called."""
    return {
        ReportSection.FRONT: words.tr("The whole report on one page"),
        ReportSection.ROOM: words.tr("Who was in the room"),
        ReportSection.TOOK_PART: words.tr("Who took part"),
        ReportSection.RAISED: words.tr("What the circles raised"),
        ReportSection.THEMES: words.tr("A page for each main theme"),
        ReportSection.MOVED: words.tr("From the first session to the last"),
        ReportSection.ANSWERS: words.tr("How answers moved"),
        ReportSection.STRENGTHS: words.tr("Strengths"),
        ReportSection.PROPOSALS: words.tr("Proposals"),
        ReportSection.FORUM: words.tr("What the forum chose"),
        ReportSection.QUESTIONS: words.tr("Open questions"),
        ReportSection.VOICES: words.tr("Single voices"),
        ReportSection.METHOD: words.tr("How this report was made, and what is missing"),
    }[section]


def counted_name(kind: FindingKind, words: Words) -> str:
    """Return what a finding counts, as what circles did on a theme."""
    return {
        FindingKind.RAISED: words.tr("raised it"),
        FindingKind.AGREED: words.tr("found common ground"),
        FindingKind.DIFFERED: words.tr("disagreed"),
        FindingKind.PROPOSED: words.tr("propose something"),
    }[kind]
