"""What circles still ask, in the report: under the office that can answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dialogue_desk.domain.model.document import Block, Paragraph, Role
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.chosen_lines import ChosenLine
from dialogue_desk.domain.overview.open_questions import OpenQuestion, questions_by_office
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.reports.report_theme import in_two, lines, more
from dialogue_desk.words import Words

_LONGEST_NAME = 60


def questions_under_offices(plan: ReportPlan, words: Words) -> Iterator[Block]:
    """Yield the questions that stand in the report; in one list while nobody said who can answer them."""
    groups = [
        (group.office, {line.note_id: one for one in group.questions for line in one.lines})
        for group in questions_by_office(plan.picture)
    ]
    shown = [(office, found) for office, here in groups if (found := _chosen(plan, here))]
    for office, found in shown:
        if office or len(shown) > 1:
            heading = shortened(office, _LONGEST_NAME) or words.tr("Not addressed yet")
            yield Paragraph(heading, Role.STRONG)
        yield from in_two(lines(replace(plan.questions, lines=found), words))
    yield from more(plan.questions, words)


def _chosen(plan: ReportPlan, here: Mapping[RecordId, OpenQuestion]) -> tuple[ChosenLine, ...]:
    """Return the chosen lines among these questions, in the organizers' words where they have any."""
    return tuple(
        replace(line, text=question.text, language=question.language or line.language)
        for line in plan.questions.lines
        if (question := here.get(line.id)) is not None
    )
