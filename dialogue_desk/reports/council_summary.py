"""Two pages for those who are asked: what was found and asked, and a sheet for the answer on the back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.answers import Reply
from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
    WritingLines,
)
from dialogue_desk.domain.overview.report_findings import LEAST_IN_FRONT, Ask
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import (
    answer_text,
    asked_of_one,
    asked_title,
    asks_in_front,
    dates,
    front_page,
    front_title,
    program_name,
)
from dialogue_desk.reports.report_sentences import ask_text
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day

_FINDINGS, _LINES, _LINES_IN_LARGE_PRINT = 4, 6, 5
"""How many findings have room in front, and how many lines high a row of the answer sheet is."""


def council_document(
    plan: ReportPlan, words: Words, day: date | None = None, *, large: bool = False
) -> Document:
    """Return the page in front of the report, and on its back the answer sheet.

    In ``large`` print it says less, so that it stays two sheets of paper.
    """
    name = program_name(plan, words)
    return Document(
        title=front_title(plan, words),
        subtitle=join_with_dots((name, dates(plan, words))),
        footer=join_with_dots((name, words.tr("Council summary"), written_day(day, words) if day else "")),
        language=words.language,
        blocks=tuple(_blocks(plan, words, large=large)),
        author=name,
        day=day,
    )


def _blocks(plan: ReportPlan, words: Words, *, large: bool) -> Iterator[Block]:
    yield from front_page(plan, words, LEAST_IN_FRONT if large else _FINDINGS, brief=large)
    if asks_in_front(plan):
        yield PageBreak()
        yield from _answer_sheet(plan, words, large=large)


def _answer_sheet(plan: ReportPlan, words: Words, *, large: bool) -> Iterator[Block]:
    tr = words.tr
    yield Heading(tr("Your answer to each ask"), topic=tr("Answer sheet"))
    asked = tr(
        "Please answer each ask in writing, even if the answer is no. Circle one word, say why, who "
        "will act, and on which day people will hear more. The circles will read it."
    )
    yield Paragraph(" ".join(part for part in (asked, answer_text(plan, words)) if part))
    told = [(ask, *ask_text(ask, words)) for ask in asks_in_front(plan)]
    columns = (
        TableColumn(asked_title(plan, words), 3.6 if large else 2.6),
        TableColumn(tr("Circle one"), 1.3),
        TableColumn(tr("Why"), 2.1),
        TableColumn(tr("By whom"), 1.3),
        TableColumn(tr("Next date"), 1.1),
    )
    answers = "\n".join(name_of(reply, words) for reply in Reply)
    rows = [(_asked(ask, what, plan, words), answers, "", "", "") for ask, what, _ in told]
    yield Table(
        columns,
        tuple(rows),
        languages=tuple(language for _, _, language in told),
        lines=_LINES_IN_LARGE_PRINT if large else _LINES,
    )
    yield WritingLines(1, tr("Answered by (office, name, date):"))


def _asked(ask: Ask, what: str, plan: ReportPlan, words: Words) -> str:
    """Return an ask by its code: of whom, what, and by when."""
    office = shortened(ask.actor, 40) if ask.actor != asked_of_one(plan) else ""
    said = shortened(what, 110)
    if office:
        said = words.tr("{office}: {what}", office=office, what=said)
    return f"{plan.code_of(ask.proposal)}  {said}"
