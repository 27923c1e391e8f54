"""What circles propose: action ideas that mean one thing as one proposal, and what organizers add to it.

Every wording, circle and reason stays with the proposal as its ``sources``, as the circles wrote them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.model.organizing import Card, Likeness, Rung, SentenceRole
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.joined_ideas import joined_ideas
from dialogue_desk.domain.overview.program_overview import CircleProposal, ProgramPicture
from dialogue_desk.domain.overview.program_work import ProgramWork

T = TypeVar("T")
_NO_CARD = Card(RecordId(""))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Action ideas that are one: ``circles`` is how many propose it.

    ``idea`` is how it is worded now: as organizers word it, or else as most circles do.  ``number`` is its
    place among those of the report, from 1; 0 for those that stand in the annex only.
    ``when`` and ``level`` are what organizers say, or else most circles.  ``actor`` is who has to act as
    organizers say, on its card or where the report asks for it, or else the one of the program's actors whom
    all circles name that name anyone; ``named`` is who most circles name; ``joins`` are others that would
    take part.  ``card`` is what organizers added, under the idea that it is kept for.  ``sources`` are the
    ideas as circles wrote them; by the first of them it is known.
    """

    idea: ActionIdea
    circles: int
    themes: tuple[str, ...]
    when: Horizon | None
    ids: frozenset[RecordId]
    number: int = 0
    level: Level | None = None
    actor: str = ""
    named: str = ""
    joins: tuple[str, ...] = ()
    card: Card = field(default=_NO_CARD)
    sources: tuple[CircleProposal, ...] = ()

    @property
    def who(self) -> str:
        """Who has to act, in the organizers' words or else in those of circles; "" where nobody is named."""
        return self.actor or self.named

    @property
    def id(self) -> RecordId:
        """The idea that it is known by."""
        return self.sources[0].action_id if self.sources else min(self.ids)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The ways in which circles worded it, those of most circles first."""
        return each_once(one.idea.what for one in self.sources)


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Return these names, those that differ in capitals or accents alone as the first of them."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(twin_key(name), name)
    return tuple(found.values())


def proposals_of(picture: ProgramPicture) -> tuple[Proposal, ...]:
    """Return the proposals of a program: ideas worded alike, and those that a person joined, as one."""
    found = {one.action_id: one for one in picture.proposals}
    work = picture.work
    together = joined_ideas(wordings_of(picture), work.likenesses)
    actors = {twin_key(one): one for one in picture.program.actors} if picture.program else {}
    offices = _asked_offices(work)
    return tuple(_as_one([found[one] for one in ideas], work.cards, offices, actors) for ideas in together)


def _asked_offices(work: ProgramWork) -> dict[RecordId, str]:
    """Return of which office the report asks for an idea, where its sentence names one."""
    asks = [one.body for one in work.of_role(SentenceRole.ASK)]
    return {idea: ask.actor for ask in asks if ask.actor and not ask.left_out for idea in ask.about}


def wordings_of(picture: ProgramPicture) -> dict[RecordId, str]:
    """Return what ideas that are worded alike have in common, by idea."""
    return {one.action_id: twin_key(one.idea.what) for one in picture.proposals}


def related(
    proposals: Iterable[Proposal], likenesses: Iterable[Likeness]
) -> dict[RecordId, tuple[tuple[Proposal, Likeness], ...]]:
    """Return for each proposal those that are related to it or in conflict with it, as people said."""
    home = {one: proposal for proposal in proposals for one in proposal.ids}
    found: dict[RecordId, list[tuple[Proposal, Likeness]]] = defaultdict(list)
    for it in likenesses:
        one, other = home.get(it.one), home.get(it.other)
        shown = it.rung in (Rung.RELATED, Rung.CONFLICT)
        if shown and one is not None and other is not None and one is not other:
            found[one.id].append((other, it))
            found[other.id].append((one, it))
    return {one: tuple(others) for one, others in found.items()}


def _as_one(
    found: Sequence[CircleProposal],
    cards: Mapping[RecordId, Card],
    offices: Mapping[RecordId, str],
    actors: Mapping[str, str],
) -> Proposal:
    ordered = _most_worded_first(found)
    card = _one_card([one.action_id for one in ordered], cards)
    first = ordered[0].idea
    when = card.horizon or _most_said([one.idea.horizon for one in ordered], list(Horizon))
    level = card.level or _most_said([one.idea.level for one in ordered], list(Level))
    named = _named(ordered)
    asked = next((offices[one.action_id] for one in ordered if one.action_id in offices), "")
    actor = card.actor or asked or _agreed(ordered, actors)
    idea = replace(
        first,
        what=card.what or first.what,
        language=_language(card.what, ordered) if card.what else first.language,
        who=actor or named,
        first_step=card.first_step or first.first_step,
        horizon=when,
        level=level,
    )
    return Proposal(
        idea=idea,
        circles=len({one.circle_id for one in ordered}),
        themes=tuple(dict.fromkeys(theme for one in ordered for theme in one.themes)),
        when=when,
        ids=frozenset(one.action_id for one in ordered),
        level=level,
        actor=actor,
        named=named,
        joins=card.joins,
        card=card,
        sources=tuple(ordered),
    )


def _language(words: str, found: Iterable[CircleProposal]) -> str:
    """Return the language of organizers' words where a circle wrote the same; else "", as nobody knows."""
    return next((one.idea.language for one in found if one.idea.what == words), "")


def _most_worded_first(found: Sequence[CircleProposal]) -> list[CircleProposal]:
    circles: dict[str, set[RecordId]] = defaultdict(set)
    key = {one.action_id: twin_key(one.idea.what) for one in found}
    for one in found:
        circles[key[one.action_id]].add(one.circle_id)
    lot = {one.action_id: by_lot(one.action_id) for one in found}
    first: dict[str, str] = {}
    for one in sorted(found, key=lambda one: lot[one.action_id]):
        first.setdefault(key[one.action_id], lot[one.action_id])

    def place(one: CircleProposal) -> tuple[int, str, str]:
        words = key[one.action_id]
        return -len(circles[words]), first[words], lot[one.action_id]

    return sorted(found, key=place)


def _one_card(ids: Sequence[RecordId], cards: Mapping[RecordId, Card]) -> Card:
    """Return what organizers added to any of these ideas; where two differ, the first one holds."""
    found = [cards[one] for one in ids if one in cards]
    if not found:
        return Card(ids[0])
    first, *others = found
    for one in others:
        first = Card(
            about=first.about,
            actor=first.actor or one.actor,
            joins=first.joins or one.joins,
            what=first.what or one.what,
            first_step=first.first_step or one.first_step,
            horizon=first.horizon or one.horizon,
            level=first.level or one.level,
        )
    return first


def _most_said(said: Sequence[T | None], order: Sequence[T]) -> T | None:
    """Return what most ideas say; of what is level, the first in ``order``."""
    counts = Counter(one for one in said if one is not None)
    return max(order, key=lambda one: (counts[one], -order.index(one))) if counts else None


def _named(found: Sequence[CircleProposal]) -> str:
    """Return who has to act as most circles say, in the words of the first."""
    circles: dict[str, set[RecordId]] = defaultdict(set)
    words: dict[str, str] = {}
    for one in found:
        if one.idea.who.strip():
            key = twin_key(one.idea.who)
            circles[key].add(one.circle_id)
            words.setdefault(key, one.idea.who.strip())
    return words[max(words, key=lambda key: len(circles[key]))] if words else ""


def _agreed(found: Iterable[CircleProposal], actors: Mapping[str, str]) -> str:
    """Return the actor whom all ideas name that name anyone; "" where they differ or name another."""
    named = {twin_key(one.idea.who) for one in found if one.idea.who.strip()}
    return actors.get(named.pop(), "") if len(named) == 1 else ""


def numbered(proposals: Sequence[Proposal], most: int) -> tuple[Proposal, ...]:
    """Return the proposals of most circles first; of those that are level, the themes take turns.

    A theme for which more circles propose something goes first in each round.
    """
    weight: Counter[str] = Counter()
    for one in proposals:
        weight.update(dict.fromkeys(one.themes, one.circles))
    had: Counter[str] = Counter()
    left, chosen = list(proposals), list[Proposal]()

    def turn(one: Proposal) -> tuple[int, int, int, str]:
        theme = min(one.themes, key=lambda name: (had[name], -weight[name], name), default="")
        return -one.circles, had[theme], -weight[theme], by_lot(min(one.ids))

    while left and len(chosen) < most:
        one = min(left, key=turn)
        left.remove(one)
        chosen.append(replace(one, number=len(chosen) + 1))
        had.update(one.themes or ("",))
    return (*chosen, *sorted(left, key=lambda one: (-one.circles, by_lot(min(one.ids)))))
