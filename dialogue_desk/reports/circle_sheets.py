"""You said, they answered: a page for each circle, with its own codes.

It goes back to the circle and may be left on a chair, so it says neither place nor head-count, and shows what
circles propose and questions that were answered, each in the circle's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp, follow_up
from dialogue_desk.domain.overview.program_overview import CircleRow
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.answer_phrases import answer_text, became_text, rows_on_a_page
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import Words
from dialogue_desk.words.times import written_day

_LINES, _LONGEST = 34, 100
"""How many lines of a table have room on a page, and how long a text in it is."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a circle in its own words, and what came of it."""

    id: RecordId
    text: str
    language: str
    followed: Followed


def circle_sheets(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return a page for each circle that proposed or asked something."""
    name, known = program_name(plan, words), follow_up(plan)
    pages = [(row, lines) for row in plan.picture.rows if (lines := _lines_of(row, known))]
    blocks: list[Block] = []
    for row, lines in pages:
        if blocks:
            blocks.append(PageBreak())
        blocks += _page(row, lines, plan, words, day)
    if not blocks:
        blocks.append(Paragraph(words.tr("No circle has proposed anything yet.")))
    return Document(
        title=words.tr("You said, they answered"),
        subtitle=join_with_dots((name, written_day(day, words) if day else "")),
        footer=join_with_dots((name, words.tr("Circle sheets"))),
        language=words.language,
        blocks=tuple(blocks),
        author=name,
        day=day,
    )


def _lines_of(row: CircleRow, known: FollowUp) -> list[_Line]:
    """Return what a circle said that is followed: what was answered first, then what is asked for."""
    lines = [line for one in (*known.followed, *known.others) for line in _own(row, one)]

    def place(line: _Line) -> tuple[bool, bool, str]:
        one = line.followed
        return not (one.answer or one.progress), one.ask is None, by_lot(line.id)

    return sorted(lines, key=place)


def _own(row: CircleRow, one: Followed) -> Iterator[_Line]:
    if isinstance(one.said, Proposal):
        for source in one.said.sources:
            if source.circle_id == row.circle_id:
                yield _Line(source.action_id, source.idea.what, source.idea.language or row.language, one)
    elif one.answer or one.progress:
        for line in one.said.lines:
            if line.circle_id == row.circle_id:
                yield _Line(line.note_id, line.text, line.language, one)


def _page(
    row: CircleRow, lines: list[_Line], plan: ReportPlan, words: Words, day: date | None
) -> Iterator[Block]:
    yield Heading(words.tr("Circle {code}", code=row.code), topic=words.tr("You said, they answered"))
    answered = sum(line.followed.answer is not None for line in lines)
    said = words.tr(
        "Lines that you proposed or asked: {count}. Answered: {answered}.",
        count=len(lines),
        answered=answered,
    )
    yield Paragraph(said, Role.LEAD)
    rows = [_row(line, words, day) for line in lines]
    shown = lines[: rows_on_a_page(rows, _LINES)]
    yield Table(
        (
            TableColumn(words.tr("Code"), 0.9, narrow=True),
            TableColumn(words.tr("You said"), 3),
            TableColumn(words.tr("They answered"), 3),
            TableColumn(words.tr("What became of it"), 3),
        ),
        tuple(rows[: len(shown)]),
        languages=tuple(line.language if line.language != words.language else "" for line in shown),
    )
    if more := len(lines) - len(shown):
        said = words.ntr(
            "{count} more of your lines is in the annex of the report.",
            "{count} more of your lines are in the annex of the report.",
            more,
        )
        yield Paragraph(said, Role.MUTED)
    contact = plan.picture.program.contact_line if plan.picture.program else ""
    said = words.tr(
        "The code of a line is the same everywhere: with it you find the line again in the report. A "
        "code names nobody."
    )
    if contact:
        asked = words.tr("Questions: {contact}", contact=shortened(contact, 80))
        said = f"{said} {asked}"
    yield Paragraph(said, Role.MUTED)


def _row(line: _Line, words: Words, day: date | None) -> tuple[str, str, str, str]:
    one = line.followed
    return (
        line_code(line.id),
        shortened(line.text, _LONGEST),
        answer_text(one.answer, words, _LONGEST),
        became_text(one, words, day, _LONGEST),
    )
