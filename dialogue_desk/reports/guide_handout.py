"""What participants hold in a session: the page of the whole session, sheets of one part, the ground rules.

Nothing on them is for facilitators alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
)
from dialogue_desk.domain.model.guide_extras import Card, CardKind, Term
from dialogue_desk.reports.guide_session import SHEETS, GuideSession, card_text, to_fill_in
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of


def handout_document(session: GuideSession, words: Words) -> Document:
    """Return what a participant of a session holds: goal, ground rules, questions, words and sheets."""
    return session.document(
        session.title(words), _handout(session, words), words, subtitle=session.guide.title
    )


def _handout(session: GuideSession, words: Words) -> Iterator[Block]:
    if session.plan.goal:
        yield Paragraph(session.plan.goal, Role.LEAD)
    if session.guide.ground_rules:
        yield Heading(words.tr("Ground rules"), whole=True)
        yield Bullets(tuple(map(Bullet, session.guide.ground_rules)))
    asking = [part for part in session.plan.parts if part.ask]
    if asking:
        yield Heading(words.tr("Questions"))
    for part in asking:
        yield Heading(title_of(part, words), 2, whole=True)
        yield Bullets(tuple(map(Bullet, part.ask)))
    for card in session.cards:
        if card.kind is CardKind.HANDOUT:
            yield Heading(card.title, whole=True)
            yield from _sheet_text(card)
    if terms := used_terms(session):
        yield Heading(words.tr("What the words mean"), whole=True)
        yield Bullets(tuple(Bullet(f"{term.word}: {term.meaning}") for term in terms))
    yield from session.origin()


def used_terms(session: GuideSession) -> tuple[Term, ...]:
    """Return the words of the glossary that participants of a session hear or read, also in the plural."""
    heard = [session.plan.goal, *session.guide.ground_rules]
    for part in session.plan.parts:
        heard += [part.title, *part.say, *part.ask]
    for card in session.cards:
        heard += [card.title, *card.say, *card.gains, *card.losses, *card.trade_offs]
        heard += [text for block in card.text for text in block.texts]
    said = "\n".join(heard).casefold()
    return tuple(term for term in session.guide.glossary if _is_in(term, said))


def _is_in(term: Term, said: str) -> bool:
    words = (word.strip().casefold() for word in term.word.split(","))
    return any(re.search(rf"\b{re.escape(word)}", said) for word in words if word)


def sheets_document(session: GuideSession, words: Words) -> Document | None:
    """Return the sheets of all parts, each on a page of its own; None when the session has none."""
    sheets = [
        session.document(
            card.title or session.title(words), tuple(_sheet_text(card)), words, subtitle=session.guide.title
        )
        for card in session.cards
        if card.kind in SHEETS
    ]
    return replace(sheets[0], following=tuple(sheets[1:])) if sheets else None


def _sheet_text(card: Card) -> Iterator[Block]:
    yield from card_text(card)
    yield from to_fill_in(card.fill_in)


def rules_document(session: GuideSession, words: Words) -> Document | None:
    """Return the ground rules to hang on the wall; None when the guide has none."""
    rules = session.guide.ground_rules
    if not rules:
        return None
    return session.document(
        words.tr("Ground rules"),
        (Bullets(tuple(map(Bullet, rules))),),
        words,
        subtitle=session.language_label,
    )
