"""Tally slips to print, several a page: what one person tells so that a program knows who takes part.

The slips of a small circle are counted together with those of others, so that none can be told from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.document import (
    Beside,
    Block,
    Bullet,
    Bullets,
    Columns,
    Document,
    Paragraph,
    Role,
    Side,
    Tone,
)
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import LANGUAGES, Words

_ACROSS = 2
_LINES_A_PAGE, _LINES_AROUND, _LONGEST_SLIP = 46, 14, 34
_MOST_DOWN = 3
_LONGEST = 80


def tally_slips(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return a page of slips in a language, and one in each other that the program and the app speak."""
    program = plan.picture.program
    spoken = program.languages if program else ()
    others = [Words(code) for code in LANGUAGES if code != words.language and code in spoken]
    return replace(_slips(plan, words, day), following=tuple(_slips(plan, one, day) for one in others))


def _slips(plan: ReportPlan, words: Words, day: date | None) -> Document:
    questions = [one.body for one in plan.picture.categories]
    return Document(
        title=words.tr("Tally slips"),
        subtitle=join_with_dots(
            (program_name(plan, words), words.tr("Cut the slips apart; each person gets one."))
        ),
        footer=words.tr("No name on this slip"),
        language=words.language,
        blocks=tuple(_page(plan.picture.program, questions, words)),
        day=day,
    )


def _page(program: Program | None, questions: Sequence[TallyCategory], words: Words) -> Iterator[Block]:
    if not questions:
        yield Paragraph(
            words.tr("The program asks nothing on its tally sheet. Add questions in its setup first.")
        )
        return
    slip = Side(words.tr("Who is in our circles?"), tuple(_slip(program, questions, words)), tone=Tone.PANEL)
    if _lines(questions) > _LONGEST_SLIP:
        yield from _wide_slip(program, questions, words)
        return
    for _ in range(slips_down(questions)):
        yield Columns((slip,) * _ACROSS)


def slips_down(questions: Sequence[TallyCategory]) -> int:
    """Return how many slips with these questions fit under each other on a page."""
    return max(1, min(_MOST_DOWN, _LINES_A_PAGE // _lines(questions)))


def _lines(questions: Sequence[TallyCategory]) -> int:
    """Return how many lines a slip has, half a page wide."""
    return _LINES_AROUND + sum(2 + len(one.answers) for one in questions)


def _wide_slip(program: Program | None, questions: Sequence[TallyCategory], words: Words) -> Iterator[Block]:
    """Yield one slip over the whole width of a page, for many questions."""
    yield Paragraph(_asks(words))
    for at in range(0, len(questions), _ACROSS):
        yield Columns(
            tuple(Side(shortened(one.name, _LONGEST), (_boxes(one),)) for one in questions[at : at + _ACROSS])
        )
    yield Paragraph(_purpose(program, words), Role.MUTED)


def _asks(words: Words) -> str:
    return words.tr("Do not write your name. Check what fits; leave out whatever you like.")


def _boxes(question: TallyCategory) -> Bullets:
    return Bullets(tuple(Bullet(shortened(answer, _LONGEST)) for answer in question.answers), boxes=True)


def _slip(program: Program | None, questions: Sequence[TallyCategory], words: Words) -> Iterator[Beside]:
    yield Paragraph(_asks(words))
    for one in questions:
        yield Paragraph(shortened(one.name, _LONGEST), Role.STRONG)
        yield _boxes(one)
    yield Paragraph(_purpose(program, words), Role.MUTED)


def _purpose(program: Program | None, words: Words) -> str:
    keeper = program.organizer.strip() if program else ""
    kept = (
        words.tr("{keeper} keeps this slip until it is counted, then shreds it.", keeper=keeper)
        if keeper
        else words.tr("The organizers keep this slip until it is counted, then shred it.")
    )
    return " ".join(
        (
            words.tr("It shows whose voices are in the room, and who is missing."),
            words.tr("Slips of several circles are counted together; only the sums stay."),
            kept,
        )
    )
