"""The cards of a session, and the deck for when it gets hot: each card is a heading and what is under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from dialogue_desk.domain.model.document import Block, Document, Heading, Paragraph, Role
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.guide_extras import Card, CardKind, Moment
from dialogue_desk.reports.guide_session import SHEETS, GuideSession, card_text, labeled, to_fill_in
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NAMED = re.compile(r"(?:\w+ )?(?:[A-Z]|\d{1,2})(?:[.:]|$)")
"""How a title begins that says its own letter or number: "Card A: ...", "A. ...", "Card 1"."""


def cards_document(session: GuideSession, words: Words) -> Document | None:
    """Return the cards of all parts, each with its kind and letter; None when the session has none."""
    blocks = [block for part in session.plan.parts for block in _cards(part, words)]
    return session.document(session.title(words), tuple(blocks), words) if blocks else None


def _cards(part: Part, words: Words) -> Iterator[Block]:
    kinds: dict[CardKind, int] = {}
    for card in part.cards:
        if card.kind in SHEETS:
            continue
        kinds[card.kind] = place = kinds.get(card.kind, 0) + 1
        yield Heading(card.title or _label(card, place, words), whole=True)
        yield Paragraph(_label(card, place, words), Role.MUTED)
        yield from card_text(card)
        yield from labeled(words.tr("For"), card.gains)
        yield from labeled(words.tr("Against"), card.losses)
        yield from labeled(words.tr("Trade-off"), card.trade_offs)
        yield from to_fill_in(card.fill_in)


def _label(card: Card, place: int, words: Words) -> str:
    """Return the kind of a card and its letter, or a fact's number: facts may be more than letters."""
    kind = name_of(card.kind, words)
    if _NAMED.match(card.title):
        return kind
    lettered = card.kind is not CardKind.FACT and place <= len(ascii_uppercase)
    return f"{kind} {ascii_uppercase[place - 1] if lettered else place}"


def moments_document(session: GuideSession, words: Words) -> Document | None:
    """Return a card for each moment when it gets hot: what to say, and what to do then; None without any."""
    blocks = [block for moment in session.guide.moments for block in _moment(moment, words)]
    return session.document(words.tr("When it gets hot"), tuple(blocks), words) if blocks else None


def _moment(moment: Moment, words: Words) -> Iterator[Block]:
    yield Heading(moment.title, whole=True)
    if moment.happened:
        yield Paragraph(moment.happened)
    label = words.tr("Say")
    for text in moment.say:
        yield Paragraph(text, Role.SAID, margin=label)
        label = ""
    yield from labeled(words.tr("Then"), moment.after)
    yield from labeled(words.tr("Stop when"), moment.stop)
