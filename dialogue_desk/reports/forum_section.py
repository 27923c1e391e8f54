"""What a forum chose, in the report and on a sheet of its own: the dots, the ballots, and the teams."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    ChartBar,
    Document,
    Figures,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.forum import ActionTeam
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.forum_result import ForumResult, OptionResult, forum_result
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.forum_papers import forum_in
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import Words
from dialogue_desk.words.forum_text import (
    count_sentences,
    first_place_text,
    how_counted,
    option_name,
    tie_sentences,
)
from dialogue_desk.words.times import written_day

_ON_A_BAR, _IN_A_CELL, _IN_A_TITLE = 75, 80, 140


def forum_section(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    """Yield the section of the report, once the count is closed; it gets a person's own heading, or ""."""
    result = forum_result(plan.picture.work)
    if not result.out:
        return
    title = own or _title(result, words)
    yield Heading(title, topic=words.tr("What the forum chose"))
    yield from _result(result, plan, words)
    yield from team_blocks(plan, result, words)


def forum_result_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the sheet with the result alone, to hang up when it is announced."""
    result = forum_result(plan.picture.work)
    name = program_name(plan, words)
    blocks: tuple[Block, ...] = (
        Paragraph(words.tr("The result is not out yet: the count is not closed.")),
        Paragraph(
            words.ntr("{count} ballot is typed so far.", "{count} ballots are typed so far.", result.typed)
        ),
    )
    if result.out:
        told = _title(result, words)
        blocks = (
            Paragraph(f"{told}.", Role.LEAD),
            *_result(result, plan, words),
            *team_blocks(plan, result, words, 1),
        )
    return Document(
        title=words.tr("What the forum chose"),
        subtitle=join_with_dots((name, written_day(day, words) if day else "")),
        footer=join_with_dots((name, words.tr("Result of the vote"))),
        language=words.language,
        blocks=blocks,
        author=name,
        day=day,
    )


def _title(result: ForumResult, words: Words) -> str:
    return shortened(first_place_text(result, words), _IN_A_TITLE) or words.tr("No option got a dot")


def _result(result: ForumResult, plan: ReportPlan, words: Words) -> Iterator[Block]:
    ballots, dots = result.ballots, result.dots
    yield Figures(
        (
            (words.number(ballots), words.ntr("ballot counted", "ballots counted", ballots)),
            (words.number(dots), words.ntr("dot given", "dots given", dots)),
            (
                words.number(len(result.options)),
                words.ntr("option to choose from", "options to choose from", len(result.options)),
            ),
        )
    )
    yield BarChart(
        words.tr("Dots on each option"),
        tuple(ChartBar(_label(one, words), one.dots, _value(one, words)) for one in result.options),
        words.tr("Dots"),
        label=words.tr("Option"),
    )
    if ties := " ".join(tie_sentences(result, words)):
        yield Paragraph(ties)
    yield Paragraph(" ".join(count_sentences(result, words)), Role.MUTED)
    yield Paragraph(how_counted(forum_in(plan), words), Role.MUTED)


def _label(one: OptionResult, words: Words) -> str:
    said = shortened(option_name(one, words), _ON_A_BAR)
    return said if one.option is None else join_with_dots((str(one.number), said))


def _value(one: OptionResult, words: Words) -> str:
    """Return the dots of an option, with its place where it shares one."""
    dots = words.number(one.dots)
    return words.tr("{dots} (tie)", dots=dots) if one.tied and one.dots else dots


def team_blocks(plan: ReportPlan, result: ForumResult, words: Words, level: int = 2) -> Iterator[Block]:
    """Yield the action teams, those of the options with the most dots first; nobody is named.

    The heading over them has this ``level``.
    """
    teams = teams_in_order(plan, result)
    if not teams:
        return
    tr = words.tr
    yield Heading(tr("Action teams"), level)
    yield Table(
        (
            TableColumn(tr("Team"), 3),
            TableColumn(tr("Convener"), 2),
            TableColumn(tr("Facilitator"), 2),
            TableColumn(tr("First date"), 2),
            TableColumn(tr("Signed up"), 1, numeric=True),
        ),
        tuple(_row(one, result, words) for one in teams),
    )


def teams_in_order(plan: ReportPlan, result: ForumResult) -> list[ActionTeam]:
    """Return the action teams: those of the options with the most dots first, then the others."""
    place = {one.option.about: at for at, one in enumerate(result.options) if one.option is not None}
    teams = [one.body for one in plan.picture.work.teams.values()]
    return sorted(teams, key=lambda one: (place.get(one.about, len(place)), one.name, one.about))


def _row(team: ActionTeam, result: ForumResult, words: Words) -> tuple[str, ...]:
    options = {one.option.about: one for one in result.options if one.option is not None}
    number = options[team.about].number if team.about in options else None
    name = team.name or (option_name(options[team.about], words) if team.about in options else "")
    what = words.tr("option {number}", number=number) if number is not None else ""
    first = written_day(date.fromisoformat(team.first_day), words) if team.first_day else ""
    return (
        join_with_dots((shortened(name, _IN_A_CELL), what, line_code(team.about))),
        shortened(team.convener, _IN_A_CELL) or words.tr("open"),
        shortened(team.facilitator, _IN_A_CELL) or words.tr("open"),
        join_with_dots((first, shortened(team.place, _IN_A_CELL))) or words.tr("open"),
        words.number(team.signed_up) if team.signed_up else "",
    )
