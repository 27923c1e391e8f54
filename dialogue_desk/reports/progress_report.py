"""A page for everybody: what was asked for, and beside it what was answered and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dialogue_desk.domain.model.answers import Reply, Standing
from dialogue_desk.domain.model.document import Block, Document, Figures, Paragraph, Role, Table, TableColumn
from dialogue_desk.domain.model.forum import ActionTeam
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp, follow_up
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.answer_phrases import answer_text, became_text, rows_on_a_page
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.reports.report_sentences import ask_text
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day

_LINES, _LONGEST = 42, 100
"""How many lines of a table have room on a page, and how long a text in it is."""


def progress_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the page that stands beside what was promised: each ask with its answer, once."""
    name = program_name(plan, words)
    known = follow_up(plan)
    return Document(
        title=words.tr("What came of what the circles asked for"),
        subtitle=join_with_dots((name, written_day(day, words) if day else "")),
        footer=join_with_dots((name, words.tr("Progress report"))),
        language=words.language,
        blocks=tuple(_blocks(plan, known, words, day)),
        author=name,
        day=day,
    )


def _blocks(plan: ReportPlan, known: FollowUp, words: Words, day: date | None) -> Iterator[Block]:
    if not known.followed:
        yield Paragraph(words.tr("The program asks for nothing yet, so there is nothing to follow up."))
        return
    yield Figures(_figures(known, words))
    every = sorted(known.followed, key=_news)
    teams = {about: team.body for about, team in plan.picture.work.teams.items()}
    rows = [_row(one, teams, words, day) for one in every]
    shown = every[: rows_on_a_page(rows, _LINES)]
    yield Table(
        (
            TableColumn(words.tr("What was asked")),
            TableColumn(words.tr("What was answered")),
            TableColumn(words.tr("What became of it")),
        ),
        tuple(rows[: len(shown)]),
        languages=tuple(_asked(one, words)[1] for one in shown),
    )
    if more := len(known.followed) - len(shown):
        said = words.ntr(
            "{count} more is in the report, with its answer.",
            "{count} more are in the report, with their answers.",
            more,
        )
        yield Paragraph(said, Role.MUTED)
    yield Paragraph(_how_counted(known, words), Role.MUTED)


def _news(one: Followed) -> tuple[bool, bool, bool]:
    """Return what puts first, where not everything has room, what became of something, then answers."""
    return one.progress is None, one.answer is None, one.ask is None


def _figures(known: FollowUp, words: Words) -> tuple[tuple[str, str], ...]:
    asks = len(known.followed)
    standing = known.by_standing()
    found = (
        (asks, words.ntr("thing asked for", "things asked for", asks)),
        (len(known.answered), words.ntr("has an answer", "have an answer", len(known.answered))),
        (len(standing.get(Standing.UNDER_WAY, ())), words.tr("under way")),
        (len(standing.get(Standing.DONE, ())), words.tr("done")),
    )
    return tuple((str(count), what) for count, what in found)


def _row(
    one: Followed, teams: Mapping[RecordId, ActionTeam], words: Words, day: date | None
) -> tuple[str, str, str]:
    became = (became_text(one, words, day, _LONGEST), _team_text(one, teams, words))
    return (
        f"{one.code}  {_asked(one, words)[0]}",
        answer_text(one.answer, words, _LONGEST),
        "\n".join(filter(None, became)),
    )


def _team_text(one: Followed, teams: Mapping[RecordId, ActionTeam], words: Words) -> str:
    """Return which action team goes on with something, and who convenes it; "" where there is none."""
    team = next((teams[line] for line in sorted(one.lines) if line in teams), None)
    if team is None:
        return ""
    said = [words.tr("Action team: {team}", team=shortened(team.name, 40)) if team.name else ""]
    if team.convener:
        said.append(words.tr("Convener: {role}", role=shortened(team.convener, 40)))
    return join_with_dots(said) or words.tr("An action team goes on with it")


def _asked(one: Followed, words: Words) -> tuple[str, str]:
    """Return what was asked, of which office, and the language of the words if it is another."""
    what, language = ask_text(one.ask, words) if one.ask is not None else (one.words, one.language)
    said = shortened(what, _LONGEST)
    if one.actor:
        said = words.tr("{office}: {what}", office=shortened(one.actor, 40), what=said)
    return said, language


def _how_counted(known: FollowUp, words: Words) -> str:
    replies = known.replies
    told = [
        words.tr("{reply}: {count}", reply=name_of(reply, words), count=count)
        for reply in Reply
        if (count := replies.get(reply, 0))
    ]
    said = [words.tr("Each thing is counted once, however many circles asked for it.")]
    if told:
        said.insert(0, words.tr("Answers so far: {answers}.", answers=join_names(told, words)))
    return " ".join(said)
