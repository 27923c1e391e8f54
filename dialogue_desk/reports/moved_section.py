"""How answers moved, for readers: each statement with the share of people who agree, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    ChartBar,
    Heading,
    Paragraph,
    Role,
)
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.domain.overview.what_moved import (
    Agreeing,
    AnswersMoved,
    Known,
    MovedStatement,
    answers_moved,
)
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.words import Words

_LONGEST = 120


def answers_pages(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    """Yield the section on how answers moved, under a person's ``own`` heading if there is one."""
    moved = answers_moved(plan.picture)
    if moved is None or not moved.statements:
        return
    yield Heading(own or moved_title(moved, words), topic=words.tr("How answers moved"))
    yield Paragraph(coverage_text(moved, words))
    yield BarChart(
        words.tr("Of 100 people who answered, so many agree"),
        tuple(bar for one in moved.statements for bar in _bars(one, moved.least, words)),
        words.tr("Who agrees"),
        label=words.tr("Statement"),
    )
    yield Paragraph(" ".join(counted_how(moved, words)), Role.MUTED)


def _bars(one: MovedStatement, least: int, words: Words) -> Iterator[ChartBar]:
    """Yield a statement's two bars, one under the other."""
    said = words.tr("{statement} Before:", statement=statement_text(one, words))
    for label, side in ((said, one.before), (words.tr("After:"), one.after)):
        yield ChartBar(label, side.percent or 0, agreeing_text(side, least, words))


def moved_title(moved: AnswersMoved, words: Words) -> str:
    """Return the finding: with how many of the statements more people agree at the end."""
    known = [one.change for one in moved.statements if one.change is not None]
    if not known:
        return words.tr("What people said before and after")
    up = sum(change > 0 for change in known)
    return words.ntr(
        "At the end, more people agree with {up} of {count} statement",
        "At the end, more people agree with {up} of {count} statements",
        len(known),
        up=up,
    )


def statement_text(one: MovedStatement, words: Words) -> str:
    """Return a statement in the reader's language, or else in the one it is written in."""
    written = one.statement.text(words.language)
    return shortened(written or next((text for _, text in one.statement.texts if text), ""), _LONGEST)


def agreeing_text(side: Agreeing, least: int, words: Words) -> str:
    """Say how many agree, as far as that may be told."""
    if side.known is Known.EXACTLY:
        return words.tr("{percent}%", percent=side.percent)
    if side.known is Known.FEW:
        return words.tr("fewer than {least}", least=least)
    if side.known is Known.ALL_BUT_FEW:
        return words.tr("all but a few")
    return words.tr("too few to show")


def coverage_text(moved: AnswersMoved, words: Words) -> str:
    """Say in how many circles slips were counted, and whether these are the same."""
    if moved.same:
        return words.ntr(
            "Counted in {circles} of {count} circle, the same before and after: {before} slips before, "
            "{after} after.",
            "Counted in {circles} of {count} circles, the same before and after: {before} slips before, "
            "{after} after.",
            moved.met,
            circles=moved.before,
            before=moved.slips[0],
            after=moved.slips[1],
        )
    return words.ntr(
        "Before: {first} of {count} circle, {before} slips. After: {last} of {count}, {after} slips. These "
        "are not the same circles, so a difference may be one between people.",
        "Before: {first} of {count} circles, {before} slips. After: {last} of {count}, {after} slips. These "
        "are not the same circles, so a difference may be one between people.",
        moved.met,
        first=moved.before,
        last=moved.after,
        before=moved.slips[0],
        after=moved.slips[1],
    )


def counted_how(moved: AnswersMoved, words: Words) -> Iterator[str]:
    """Yield how the numbers were made, and what is not among them."""
    yield words.tr(
        "Slips have no names and were counted on piles of several circles. Whoever chose 4 or 5 agrees. The "
        "people of before and after may not all be the same."
    )
    if moved.hides:
        yield words.tr("Numbers below {least} are not told.", least=moved.least)
    if moved.once:
        yield words.ntr(
            "{count} statement was asked only before or only after.",
            "{count} statements were asked only before or only after.",
            moved.once,
        )
    if moved.earlier:
        yield words.ntr(
            "{count} statement of earlier words was counted and is not compared.",
            "{count} statements of earlier words were counted and are not compared.",
            moved.earlier,
        )
    if moved.left_out:
        yield words.ntr(
            "{count} pile has a circle that is counted in another one, and is left out.",
            "{count} piles have a circle that is counted in another one, and are left out.",
            moved.left_out,
        )
