"""What all guides say, found by its words while a person types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dialogue_desk.domain.model.guide import Guide, Part, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card, Moment
from dialogue_desk.domain.notes.search_terms import (
    Excerpt,
    SearchQuery,
    excerpt,
    parse_query,
    search_words,
)

MOST_HITS = 100
"""How many hits are shown; nobody reads further, and each costs time while a person types."""


class TextKind(StrEnum):
    """What a text is in its guide."""

    TITLE = "title"
    SUMMARY = "summary"
    GOAL = "goal"
    BEFORE = "before"
    PURPOSE = "purpose"
    SAY = "say"
    ASK = "ask"
    STEP = "step"
    TIP = "tip"
    NOTE_TAKER = "note-taker"
    MATERIALS = "materials"
    FACT = "fact"
    CARD = "card"
    RULE = "rule"
    TERM = "term"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class GuidePlace:
    """A place in a guide: ``plan`` and ``part`` are ids, "" for what belongs to no session or no part.

    A part without a session is a moment.
    """

    key: str
    language: str
    plan: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a guide.  ``row`` are its words as they are compared, a space around each."""

    place: GuidePlace
    kind: TextKind
    text: str
    row: str


@dataclass(frozen=True, slots=True)
class GuideHit:
    """One passage that was found, as much of it as is shown."""

    place: GuidePlace
    kind: TextKind
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class GuideFinds:
    """What was found: by guide, and in a guide by session.  ``count`` is how many there are in all."""

    query: SearchQuery
    hits: tuple[GuideHit, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """The passages of guides, in the order in which they are read."""

    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, guides: Iterable[tuple[str, Guide]]) -> GuideIndex:
        """Return the index of ``guides``, each with the key by which it is opened."""
        return cls(
            tuple(
                Passage(place, kind, text, f" {' '.join(search_words(text))} ")
                for key, guide in guides
                for place, kind, text in _texts(key, guide)
                if text
            )
        )

    def search(self, typed: str, language: str) -> GuideFinds:
        """Return what has all the words that were ``typed``, from the guide on which it is most likely.

        Of a guide that comes in several languages it is what is in ``language``, unless only another has it.
        """
        query = parse_query(typed)
        if not query:
            return GuideFinds(query)
        asked = _pieces(query)
        found = [one for one in self.passages if all(piece in one.row for piece in asked)]
        by_guide = [_in(language, same) for _, same in groupby(found, lambda one: one.place.key)]
        wanted = [one for same in sorted(by_guide, key=_likeliest_first) for one in same]
        shown = tuple(GuideHit(one.place, one.kind, excerpt(one.text, query)) for one in wanted[:MOST_HITS])
        return GuideFinds(query, shown, len(wanted))


def _pieces(query: SearchQuery) -> list[str]:
    """Return what must be in a row of words; the word that is still typed may go on."""
    pieces = [f" {' '.join(phrase)} " for phrase in query.phrases]
    if query.unfinished:
        pieces[-1] = pieces[-1].rstrip()
    return pieces


def _in(language: str, passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages in ``language``, or all of them when there are none."""
    found = list(passages)
    return [one for one in found if one.place.language == language] or found


def _likeliest_first(found: Sequence[Passage]) -> tuple[int, int]:
    """Sort guides: those about it by their title, then by their summary, then those that say most of it."""
    kinds = {one.kind for one in found if not one.place.plan and not one.place.part}
    about = 0 if TextKind.TITLE in kinds else 1 if TextKind.SUMMARY in kinds else 2
    return about, -len(found)


def _texts(key: str, guide: Guide) -> Iterator[tuple[GuidePlace, TextKind, str]]:
    top = GuidePlace(key, guide.language)
    yield top, TextKind.TITLE, guide.title
    yield top, TextKind.SUMMARY, guide.summary
    yield from ((top, TextKind.RULE, text) for text in guide.ground_rules)
    for plan in guide.sessions:
        yield from _of_session(key, guide.language, plan)
    yield from ((top, TextKind.TERM, f"{term.word}: {term.meaning}") for term in guide.glossary)
    for moment in guide.moments:
        place = GuidePlace(key, guide.language, part=moment.id)
        yield from ((place, TextKind.MOMENT, text) for text in _of_moment(moment))


def _of_session(key: str, language: str, plan: SessionPlan) -> Iterator[tuple[GuidePlace, TextKind, str]]:
    place = GuidePlace(key, language, plan.id)
    yield place, TextKind.TITLE, plan.title
    yield place, TextKind.GOAL, plan.goal
    yield from ((place, TextKind.BEFORE, text) for text in plan.before)
    for part in plan.parts:
        here = GuidePlace(key, language, plan.id, part.id)
        yield from ((here, kind, text) for kind, text in _of_part(part))


def _of_part(part: Part) -> Iterator[tuple[TextKind, str]]:
    yield TextKind.TITLE, part.title
    yield TextKind.PURPOSE, part.purpose
    for kind, texts in (
        (TextKind.SAY, part.say),
        (TextKind.ASK, part.ask),
        (TextKind.TIP, part.tips),
        (TextKind.NOTE_TAKER, part.note_taker),
        (TextKind.MATERIALS, part.materials),
        (TextKind.FACT, tuple(f"{fact.text} {fact.where}".strip() for fact in part.fill_in)),
    ):
        yield from ((kind, text) for text in texts)
    for step in part.steps:
        yield TextKind.STEP, f"{step.title}. {step.text}" if step.text else step.title
    for card in part.cards:
        yield from ((TextKind.CARD, text) for text in _of_card(card))


def _of_card(card: Card) -> Iterator[str]:
    yield card.title
    yield from card.say
    for block in card.text:
        yield from block.texts
    yield from (*card.gains, *card.losses, *card.trade_offs)
    yield from (f"{fact.text} {fact.where}".strip() for fact in card.fill_in)


def _of_moment(moment: Moment) -> Iterator[str]:
    yield from (moment.title, moment.happened, *moment.say, *moment.after, *moment.stop)
