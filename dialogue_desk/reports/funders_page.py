"""One page of figures for those who pay: who came, what moved, what came of it, and of how many circles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.answers import Standing
from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Figures,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.domain.overview.voices_picture import CategoryCounts, voices_of
from dialogue_desk.domain.overview.what_moved import answers_moved
from dialogue_desk.reports.moved_section import agreeing_text, coverage_text, statement_text
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import Words
from dialogue_desk.words.times import written_day

_MOST_QUESTIONS, _MOST_ANSWERS = 5, 6
_HOUR = 60


def funders_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the page of figures: none of them is about one person or one circle."""
    name = program_name(plan, words)
    return Document(
        title=words.tr("The program in figures"),
        subtitle=join_with_dots((name, written_day(day, words) if day else "")),
        footer=join_with_dots((name, words.tr("Figures for funders"))),
        language=words.language,
        blocks=tuple(_blocks(plan, words)),
        author=name,
        day=day,
    )


def _blocks(plan: ReportPlan, words: Words) -> Iterator[Block]:
    if not plan.picture.arrived:
        yield Paragraph(words.tr("Nothing has arrived from the circles yet."))
        return
    yield Figures(tuple(_figures(plan, words)))
    yield from _took_part(plan, words)
    yield from _moved(plan, words)
    yield from _came_of_it(plan, words)
    yield Paragraph(
        words.tr(
            "People are counted once: the most who came to one session of each circle. Circles are counted, "
            "never notes, and nobody is named."
        ),
        Role.MUTED,
    )


def _figures(plan: ReportPlan, words: Words) -> Iterator[tuple[str, str]]:
    room, arrived = plan.room, len(plan.picture.arrived)
    yield str(room.met), words.ntr("circle", "circles", room.met)
    yield str(arrived), words.ntr("session", "sessions", arrived)
    if room.people:
        yield str(room.people), words.tr("people at least, counted once")
    languages = len(room.by_language)
    yield str(languages), words.ntr("language", "languages", languages)
    hours = round(plan.picture.minutes / _HOUR)
    if hours:
        yield str(hours), words.ntr("hour of talk", "hours of talk", hours)


def _took_part(plan: ReportPlan, words: Words) -> Iterator[Block]:
    counted = [one for one in voices_of(plan.picture).categories if one.coverage.circles]
    if not counted:
        return
    yield Heading(words.tr("Who took part"))
    yield Table(
        (
            TableColumn(words.tr("Counted on slips without names"), 2),
            TableColumn(words.tr("Answers"), 5),
            TableColumn(words.tr("Circles counted"), 2),
        ),
        tuple(
            (shortened(one.name, 40), _answers_text(one, words), _coverage(one, words))
            for one in counted[:_MOST_QUESTIONS]
        ),
    )
    if (more := len(counted) - _MOST_QUESTIONS) > 0:
        said = words.ntr("{count} more question was counted.", "{count} more questions were counted.", more)
        yield Paragraph(said, Role.MUTED)


def _answers_text(counts: CategoryCounts, words: Words) -> str:
    """Say the numbers that may be told, and that others are too few."""
    said = [
        words.tr("{answer}: {count}", answer=shortened(one.answer, 30), count=one.people)
        for one in counts.answers[:_MOST_ANSWERS]
        if one.people is not None
    ]
    if counts.hides:
        said.append(words.tr("others: too few to show"))
    return "; ".join(said)


def _coverage(counts: CategoryCounts, words: Words) -> str:
    return words.tr("{count} of {total}", count=counts.coverage.circles, total=counts.coverage.of)


def _moved(plan: ReportPlan, words: Words) -> Iterator[Block]:
    moved = answers_moved(plan.picture)
    if moved is None or not moved.statements:
        return
    yield Heading(words.tr("What moved"))
    yield Table(
        (
            TableColumn(words.tr("Statement"), 5),
            TableColumn(words.tr("Agree before"), 2),
            TableColumn(words.tr("Agree after"), 2),
        ),
        tuple(
            (
                statement_text(one, words),
                agreeing_text(one.before, moved.least, words),
                agreeing_text(one.after, moved.least, words),
            )
            for one in moved.statements
        ),
    )
    yield Paragraph(coverage_text(moved, words), Role.MUTED)


def _came_of_it(plan: ReportPlan, words: Words) -> Iterator[Block]:
    known = follow_up(plan)
    if not known.followed:
        return
    asked, answered = len(known.followed), len(known.answered)
    standing = known.by_standing()
    yield Heading(words.tr("What came of it"))
    yield Figures(
        (
            (str(asked), words.ntr("thing asked for", "things asked for", asked)),
            (str(answered), words.ntr("has an answer", "have an answer", answered)),
            (str(len(standing.get(Standing.UNDER_WAY, ()))), words.tr("under way")),
            (str(len(standing.get(Standing.DONE, ()))), words.tr("done")),
        )
    )
