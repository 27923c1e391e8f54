"""The facilitators' script of a session: what to say, in large type, with the minutes in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    WritingLines,
)
from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.guide_extras import Card, CarryOver
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.reports.guide_session import (
    SHEETS,
    GuideSession,
    clock,
    how_it_goes,
    labeled,
    to_fill_in,
)
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered
from dialogue_desk.words.times import minutes


def script_document(session: GuideSession, words: Words) -> Document:
    """Return the script; the margin beside it is free for notes by hand."""
    subtitle = join_with_dots((session.guide.title, session.when(words), session.came(words)))
    return session.document(session.title(words), _blocks(session, words), words, subtitle=subtitle)


def _blocks(session: GuideSession, words: Words) -> Iterator[Block]:
    if session.plan.goal:
        yield Paragraph(session.plan.goal, Role.LEAD)
    if session.plan.before:
        yield Heading(words.tr("Before the session"))
        yield Bullets(tuple(map(Bullet, session.plan.before)), boxes=True)
    for number, part, begins in session.numbered:
        length = minutes(part.minutes * MINUTE, words)
        known = session.start is not None or part.at is not None
        at = f"\n{clock(begins, words)}" if known else ""
        yield Heading(numbered(number, part, words), margin=f"{length}{at}", whole=True)
        yield from _part(part, session, words)
    yield from session.origin()


def _part(part: Part, session: GuideSession, words: Words) -> Iterator[Block]:
    yield Paragraph(how_it_goes(part, words), Role.MUTED)
    if part.purpose:
        yield Paragraph(part.purpose)
    yield from _said(part.say, words)
    if part.kind is PartKind.GROUND_RULES:
        yield from labeled(words.tr("Ground rules"), session.guide.ground_rules)
    yield from _asked(part, words)
    yield from _steps(part, words)
    yield from _cards(part.cards, words)
    yield from labeled(words.tr("Show again"), (_carried(one, session, words) for one in part.carry_over))
    yield from labeled(words.tr("Tips"), part.tips)
    yield from labeled(words.tr("Note-taker"), part.note_taker)
    if part.wanted:
        kinds = join_names([name_of(kind, words) for kind in part.wanted], words)
        yield Paragraph(kinds, margin=words.tr("Listen for"))
    yield from labeled(words.tr("To bring"), part.materials)
    yield from to_fill_in(part.fill_in, words.tr("Look up"))


def _said(say: Iterable[str], words: Words) -> Iterator[Block]:
    label = words.tr("Say")
    for text in say:
        yield Paragraph(text, Role.SAID, margin=label)
        label = ""


def _asked(part: Part, words: Words) -> Iterator[Block]:
    may_leave_out = words.tr("may be left out")
    asked = tuple(Bullet(one.text, may_leave_out if one.optional else "") for one in part.questions)
    label = words.tr("Ask")
    if part.choose is not None and part.choose < len(asked):
        choice = words.ntr(
            "Choose {count} of these questions.", "Choose {count} of these questions.", part.choose
        )
        yield Paragraph(choice, margin=label)
        label = ""
    if asked:
        yield Bullets(asked, margin=label, role=Role.SAID)
    if part.local:
        own = words.ntr("{count} question of your own", "{count} questions of your own", part.local)
        yield WritingLines(part.local, own, margin="" if asked else label)


def _steps(part: Part, words: Words) -> Iterator[Block]:
    steps = tuple(
        Bullet(f"{step.title}. {step.text}".rstrip(". ") + ".", minutes(step.minutes * MINUTE, words))
        for step in part.steps
    )
    if steps:
        yield Bullets(steps, margin=words.tr("Steps"))


def _cards(cards: tuple[Card, ...], words: Words) -> Iterator[Block]:
    """Yield the cards by their titles, each with what is said with it, and the sheets to hand out."""
    label = words.tr("Cards")
    for card in cards:
        if card.kind not in SHEETS:
            yield Bullets((Bullet(card.title),), margin=label)
            yield from (Paragraph(text, Role.SAID) for text in card.say)
            label = ""
    sheets = [card for card in cards if card.kind in SHEETS]
    yield from labeled(words.tr("Sheets"), (card.title for card in sheets))
    for card in sheets:
        yield from _said(card.say, words)


def _carried(carried: CarryOver, session: GuideSession, words: Words) -> str:
    """Return what is shown again, and of which sessions when not of all."""
    what = join_names([name_of(one, words) for one in carried.what], words)
    titles = {plan.id: plan.title or plan.id for plan in session.guide.sessions}
    named = [titles.get(one, one) for one in carried.sessions]
    return (
        words.tr("{what}, from {sessions}", what=what, sessions=join_names(named, words)) if named else what
    )
