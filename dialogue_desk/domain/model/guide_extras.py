"""What a guide holds beside what is said and asked: cards, facts to look up, words, moments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.notes import NoteKind


class BlockKind(StrEnum):
    """What a block of a card's text is."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph of a card, or one list; ``texts`` are the items of a list."""

    kind: BlockKind
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """A fact of the place that somebody looks up beforehand; ``where`` says where to look."""

    text: str
    where: str = ""


class CardKind(StrEnum):
    """What a card of a part is for."""

    VIEW = "view"
    CASE = "case"
    FACT = "fact"
    OPTION = "option"
    HANDOUT = "handout"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Card:
    """A card or sheet of a part, which participants read; ``say`` is said aloud with it.

    An option has an ``id``, because it has notes of its own, and says what speaks for it and against it.
    """

    kind: CardKind
    title: str
    id: str = ""
    text: tuple[TextBlock, ...] = ()
    say: tuple[str, ...] = ()
    fill_in: tuple[FillIn, ...] = ()
    gains: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    trade_offs: tuple[str, ...] = ()


class Carried(StrEnum):
    """What of earlier sessions can be shown again beside notes of some kind."""

    THEMES = "themes"
    IDEAS = "ideas"
    GROUND_RULES = "ground rules"


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What is shown again of earlier sessions; without ``sessions`` it is of all of them."""

    what: tuple[NoteKind | Carried, ...]
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that not everyone knows, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What to do when it gets hot: what has happened, what to say word for word, and what to do then."""

    id: str
    title: str
    happened: str = ""
    say: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
