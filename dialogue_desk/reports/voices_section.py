"""Who took part in a program beside whom it wanted: a section of its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Columns,
    Heading,
    Paragraph,
    Role,
    Side,
    Table,
    TableColumn,
)
from dialogue_desk.domain.overview.hidden_counts import may_be_printed
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.domain.overview.voices_picture import CategoryCounts, VoicesPicture, Wanted, voices_of
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.voices_phrases import (
    counted_text,
    coverage_text,
    how_counted,
    how_hidden,
    left_out_sentences,
    missing_text,
    people_text,
)
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_MOST_WANTED, _MOST_QUESTIONS, _MOST_ANSWERS = 16, 6, 10
_MOST_NAMED, _LONGEST = 3, 60


def took_part(plan: ReportPlan, words: Words, own: str = "") -> Iterator[Block]:
    """Yield who took part, under a person's ``own`` heading if there is one; none where nothing is known."""
    voices = voices_of(plan.picture)
    if not voices.says_something:
        return
    yield Heading(own or _title(voices, words), topic=words.tr("Who took part"))
    if voices.wanted:
        yield _wanted_table(voices.wanted[:_MOST_WANTED], words)
    if (more := len(voices.wanted) - _MOST_WANTED) > 0:
        yield Paragraph(words.ntr("And {count} more.", "And {count} more.", more), Role.MUTED)
    if told := _circles_text(voices, words) + _invitations_text(voices, words):
        yield Paragraph(" ".join(told))
    counted = [one for one in voices.categories if one.coverage.circles]
    if plan.small and counted:
        yield _questions_table(counted[:_MOST_QUESTIONS], words)
    else:
        shown = [_question(one, words) for one in counted[:_MOST_QUESTIONS]]
        yield from (Columns(tuple(shown[at : at + 2])) for at in range(0, len(shown), 2))
    codes = {row.circle_id: row.code for row in plan.picture.rows}
    said = [*how_counted(voices, words), *left_out_sentences(voices, codes, words)]
    if any(one.hides for one in counted) or any(one.hidden for one in voices.wanted):
        said.insert(0, how_hidden(voices.least, words))
    yield Paragraph(" ".join(said), Role.MUTED)


def _title(voices: VoicesPicture, words: Words) -> str:
    missing = [shortened(one.voice.name, _LONGEST) for one in voices.missing if one.missing]
    if missing:
        named = missing[:_MOST_NAMED]
        if more := len(missing) - len(named):
            named.append(words.ntr("{count} more", "{count} more", more))
        return words.tr("Fewer came than hoped for: {names}", names=join_names(named, words))
    return words.tr("Who took part, as far as it was counted")


def _wanted_table(wanted: Sequence[Wanted], words: Words) -> Table:
    tr = words.tr
    return Table(
        (
            TableColumn(tr("Wanted"), 3),
            TableColumn(tr("Hoped for"), 1, numeric=True),
            TableColumn(tr("Counted"), 1.3, numeric=True),
            TableColumn(tr("Counted in"), 1.7),
            TableColumn(tr("Missing"), 1.3, numeric=True),
        ),
        tuple(
            (
                shortened(one.voice.name, _LONGEST),
                words.number(one.voice.hoped) if one.voice.hoped else "–",
                counted_text(one, words),
                coverage_text(one.coverage, words),
                missing_text(one, words),
            )
            for one in wanted
        ),
    )


def _questions_table(counted: Sequence[CategoryCounts], words: Words) -> Table:
    """Return all questions with their answers in one table, which a small report has room for."""
    return Table(
        (
            TableColumn(words.tr("Asked"), 2),
            TableColumn(words.tr("Answers"), 5),
            TableColumn(words.tr("Counted in"), 1.7),
        ),
        tuple(
            (
                shortened(one.name, _LONGEST),
                join_with_dots(_answers(one, words)),
                coverage_text(one.coverage, words),
            )
            for one in counted
        ),
    )


def _answers(one: CategoryCounts, words: Words) -> list[str]:
    told = [
        words.tr(
            "{reply}: {count}", reply=shortened(it.answer, _LONGEST), count=people_text(it.people, words)
        )
        for it in one.answers[:_MOST_ANSWERS]
    ]
    if more := max(0, len(one.answers) - _MOST_ANSWERS):
        told.append(words.ntr("{count} more", "{count} more", more))
    return told


def _question(one: CategoryCounts, words: Words) -> Side:
    """Return how many gave each answer to a question, and in how many circles they were asked."""
    answers = [
        Bullet(shortened(answer.answer, _LONGEST), people_text(answer.people, words))
        for answer in one.answers[:_MOST_ANSWERS]
    ]
    if more := max(0, len(one.answers) - _MOST_ANSWERS):
        answers.append(Bullet(words.ntr("And {count} more.", "And {count} more.", more)))
    told = coverage_text(one.coverage, words)
    if one.answered is not None:
        people = words.ntr("{count} person answered", "{count} people answered", one.answered)
        told = join_with_dots((people, told))
    blocks = (Bullets(tuple(answers)), Paragraph(told, Role.MUTED))
    return Side(shortened(one.name, _LONGEST), blocks)


def _circles_text(voices: VoicesPicture, words: Words) -> list[str]:
    if not (young := voices.circles.of_young_people):
        return []
    return [words.ntr("{count} circle is of young people.", "{count} circles are of young people.", young)]


def _invitations_text(voices: VoicesPicture, words: Words) -> list[str]:
    sums, least = voices.invitations, voices.least
    if not sums.asked:
        return []
    told = [
        words.ntr(
            "{count} organization or role was asked to invite people.",
            "{count} organizations and roles were asked to invite people.",
            sums.asked,
        )
    ]
    if sums.invited and may_be_printed(sums.signed_up, least):
        told.append(
            words.tr(
                "They invited {invited} people, and {signed} signed up.",
                invited=sums.invited,
                signed=sums.signed_up,
            )
        )
    return told
