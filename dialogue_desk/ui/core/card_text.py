"""What stands on a card of a part, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.guide_extras import BlockKind, Card, FillIn
from dialogue_desk.words import Words


def card_blocks(card: Card) -> Iterator[str]:
    """Return what participants read on a card, a list item as its own line."""
    for block in card.text:
        for place, text in enumerate(block.texts, start=1):
            yield {BlockKind.BULLETS: f"•  {text}", BlockKind.NUMBERS: f"{place}.  {text}"}.get(
                block.kind, text
            )


def card_lines(card: Card, words: Words) -> Iterator[tuple[str, str]]:
    """Return the lines of a card as they are read on the laptop, each with its role."""
    tr = words.tr
    for text in card.say:
        yield tr("Say: “{text}”", text=text), ""
    for text in card_blocks(card):
        yield text, ""
    for text in card.gains:
        yield tr("For: {text}", text=text), ""
    for text in card.losses:
        yield tr("Against: {text}", text=text), ""
    for text in card.trade_offs:
        yield tr("Trade-off: {text}", text=text), ""
    for fact in card.fill_in:
        yield tr("Look up: {fact}", fact=fact.text), "note"


def fact_text(fact: FillIn, words: Words) -> str:
    """Return what is to be looked up, and where."""
    return words.tr("{fact} ({where})", fact=fact.text, where=fact.where) if fact.where else fact.text
