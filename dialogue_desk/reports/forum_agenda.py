"""The agenda of a forum for its room, drawn from the guide of the action forum: what comes when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.document import Block, Document, Paragraph, Role, Table, TableColumn
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.forum_papers import forum_in, options_in
from dialogue_desk.reports.guide_session import guide_session
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import Words
from dialogue_desk.words.forum_text import dots_rule
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import written_day

_LONGEST = 110


def agenda_document(plan: ReportPlan, guide: Guide | None, words: Words, day: date | None = None) -> Document:
    """Return the agenda: the parts of the guide with their minutes, then what is voted on."""
    program = plan.picture.program
    forum_day = date.fromisoformat(program.forum) if program and program.forum else None
    name = program_name(plan, words)
    return Document(
        title=words.tr("Agenda of the action forum"),
        subtitle=join_with_dots((name, written_day(forum_day, words) if forum_day else "")),
        footer=join_with_dots((name, words.tr("Agenda of the action forum"))),
        language=words.language,
        blocks=tuple(_blocks(plan, guide, words)),
        author=name,
        day=day,
    )


def _blocks(plan: ReportPlan, guide: Guide | None, words: Words) -> Iterator[Block]:
    tr = words.tr
    if guide is None:
        yield Paragraph(tr("The guide “Action Forum” is not here, so this agenda has no times."))
    else:
        yield from _parts(guide, words)
    options = options_in(plan)
    if not options:
        yield Paragraph(tr("No options are chosen yet."))
        return
    forum = forum_in(plan)
    draft = forum.stage is ForumStage.CHOOSING
    yield Paragraph(dots_rule(forum, words), Role.LEAD)
    yield Table(
        (TableColumn(tr("No."), 0.5), TableColumn(tr("Option"), 6)),
        tuple((str(one.number), shortened(one.said_in(words.language), _LONGEST)) for one in options),
        tr("What we vote on (the numbers may still change)") if draft else tr("What we vote on"),
    )


def _parts(guide: Guide, words: Words) -> Iterator[Block]:
    tr = words.tr
    session = guide_session(guide, guide.sessions[0].id)
    if session.plan.goal:
        yield Paragraph(session.plan.goal, Role.LEAD)
    rows = [(str(begins), title_of(part, words), str(part.minutes)) for _, part, begins in session.numbered]
    yield Table(
        (
            TableColumn(tr("Minute"), 0.8, numeric=True),
            TableColumn(tr("Part"), 5),
            TableColumn(tr("Min."), 0.8, numeric=True),
        ),
        tuple(rows),
        session.when(words),
    )
