"""One session of a guide as its papers need it: for the people who come, and with the times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Paragraph,
    Role,
    WritingLines,
)
from dialogue_desk.domain.model.guide import Guide, NotesPolicy, Part, SessionPlan
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, CardKind, FillIn
from dialogue_desk.domain.model.guide_lengths import for_people, usual_people
from dialogue_desk.domain.model.guide_times import DAY, beginnings, end_of
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of, who_leads
from dialogue_desk.words.times import capitalize_first, clock_time, hours_and_minutes, turn_length

SHEETS = (CardKind.HANDOUT, CardKind.TERMS)
"""What is a page of its own; other cards are cut out."""

_LINES_OF_A_SHEET = 2
_OPEN = re.compile(r"(:|(?<!\u2026)\u2026|(?<!\.)\.\.\.)$")
"""How a line ends that somebody goes on with by hand; one with longer rows of dots has its own room."""


@dataclass(frozen=True, slots=True)
class GuideSession:
    """A session ``plan`` of a ``guide``, with the minutes it has when so many ``people`` come.

    ``start`` is the minute of the day, None when no time is known.  ``labeled`` says that the paper also
    comes in another language, so that each page has to say in which it is.
    """

    guide: Guide
    plan: SessionPlan
    people: int
    start: int | None = None
    labeled: bool = False

    @property
    def begins(self) -> tuple[int, ...]:
        """The minute at which each part begins: of the day, or of the session when no time is known."""
        return beginnings(self.plan, self.start or 0)

    @property
    def numbered(self) -> tuple[tuple[int, Part, int], ...]:
        """The parts, each with its number from 1 and the minute at which it begins."""
        pairs = zip(self.plan.parts, self.begins, strict=True)
        return tuple((number, part, begins) for number, (part, begins) in enumerate(pairs, 1))

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards and sheets of all its parts."""
        return tuple(card for part in self.plan.parts for card in part.cards)

    @property
    def language_label(self) -> str:
        """What its language calls itself, where the paper also comes in another."""
        return own_name(self.guide.language) if self.labeled else ""

    def title(self, words: Words) -> str:
        """Return the title of the session."""
        return title_of(self.plan, words)

    def when(self, words: Words) -> str:
        """Return how long it is, and from when to when."""
        length = hours_and_minutes(self.plan.minutes, words)
        if self.start is None:
            return length
        end = end_of(self.plan, self.start)
        begins = clock(self.start, words)
        return join_with_dots((length, words.tr("{start} to {end}", start=begins, end=clock(end, words))))

    def came(self, words: Words) -> str:
        """Return for how many people it is."""
        return words.ntr("{count} person", "{count} people", self.people)

    def document(
        self, title: str, blocks: Iterator[Block] | tuple[Block, ...], words: Words, *, subtitle: str = ""
    ) -> Document:
        """Return a paper of this session; each of its pages says of what it is."""
        place = self.title(words) if self.title(words) != self.guide.title else ""
        return Document(
            title=title,
            subtitle=subtitle,
            footer=join_with_dots((self.guide.title, place, self.language_label)),
            language=self.guide.language,
            blocks=tuple(blocks),
        )

    def origin(self) -> Iterator[Block]:
        """Yield who wrote the guide, and how others may use it."""
        if said := join_with_dots((self.guide.credit, self.guide.license)):
            yield Paragraph(said, Role.MUTED)


def guide_session(
    guide: Guide, plan_id: str, *, people: int = 0, start: time | None = None, labeled: bool = False
) -> GuideSession:
    """Return a session of ``guide`` for so many people, or for the circle that suits it best.

    Raises:
        KeyError: when the guide has no such session.
    """
    came = people or usual_people(guide)
    minute = None if start is None else start.hour * 60 + start.minute
    return GuideSession(guide, for_people(guide.session(plan_id), came), came, minute, labeled)


def clock(minute: int, words: Words) -> str:
    """Return a minute of the day as a time."""
    hour, rest = divmod(minute % DAY, 60)
    return clock_time(time(hour, rest), words)


def how_it_goes(part: Part, words: Words) -> str:
    """Return what is done in a part, who leads it, and whether notes are taken, in one line."""
    tr = words.tr
    mode = name_of(part.mode, words) if part.mode else ""
    kind = name_of(part.kind, words)
    table = part.table
    return join_with_dots(
        (
            tr("Track: {track}", track=part.track) if part.track else "",
            kind,
            mode if mode != kind else "",
            leads(part, words),
            tr("{time} each", time=turn_length(part.seconds_each, words)) if part.seconds_each else "",
            tr("{time} of silence first", time=turn_length(part.silence, words)) if part.silence else "",
            tr("{time} between speakers", time=turn_length(part.pause, words)) if part.pause else "",
            tr("{least} to {most} at a table", least=table[0], most=table[1]) if table else "",
            words.ntr("{count} dot each", "{count} dots each", part.dots) if part.dots else "",
            "" if part.clock else tr("no countdown"),
            "" if part.notes is NotesPolicy.ON else name_of(part.notes, words),
        )
    )


def leads(part: Part, words: Words) -> str:
    """Return who leads a part; "" when its guide does not say."""
    return who_leads(part.lead, words) if part.lead else ""


def card_text(card: Card) -> Iterator[Block]:
    """Yield what participants read on a card or sheet.

    On a sheet that is a form, a line that asks for something has room under it.
    """
    for place, block in enumerate(card.text):
        if block.kind is BlockKind.BULLETS:
            yield Bullets(tuple(map(Bullet, block.texts)))
        elif block.kind is BlockKind.NUMBERS:
            yield from (Paragraph(f"{number}. {text}") for number, text in enumerate(block.texts, 1))
        else:
            *texts, last = block.texts
            yield from map(Paragraph, texts)
            lines = _LINES_OF_A_SHEET if card.kind in SHEETS else 1
            yield WritingLines(lines, last) if _asks(card, place) else Paragraph(last)


def labeled(label: str, lines: Iterable[str]) -> Iterator[Block]:
    """Yield a list with a label, or nothing when it is empty."""
    items = tuple(Bullet(capitalize_first(line)) for line in lines)
    if items:
        yield Bullets(items, margin=label)


def _asks(card: Card, place: int) -> bool:
    """Whether a paragraph is a line of a form, such as "The first step:", or a question on one."""
    asks = card.text[place].texts[-1].endswith("?")
    return _is_open(card, place) or (asks and any(_is_open(card, other) for other in range(len(card.text))))


def _is_open(card: Card, place: int) -> bool:
    return _stands_alone(card, place) and bool(_OPEN.search(card.text[place].texts[-1]))


def _stands_alone(card: Card, place: int) -> bool:
    """Whether a block is a paragraph with no list under it."""
    following = card.text[place + 1 : place + 2]
    lists = any(block.kind is not BlockKind.PARAGRAPH for block in following)
    return card.text[place].kind is BlockKind.PARAGRAPH and not lists


def to_fill_in(facts: tuple[FillIn, ...], label: str = "") -> Iterator[Block]:
    """Yield facts of the place to write in, each with where to look; a label is beside the first."""
    for fact in facts:
        yield WritingLines(1, capitalize_first(fact.text), capitalize_first(fact.where), label)
        label = ""
