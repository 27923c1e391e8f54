"""Which proposals an organizer wants to see, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.order import OrderKey, by_lot, look_up_order
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.proposals import Proposal

NONE = "none"
"""What a filter asks for that wants those where nothing is said: no theme, no time, no level."""
ACTOR = "actor:"
"""Before the name of an actor that is wanted."""


class Unsaid(StrEnum):
    """Who has to act where no organizer said so: nobody is named, or circles alone name somebody."""

    NOBODY = "nobody"
    CIRCLES = "circles"


class Order(StrEnum):
    """How proposals are sorted."""

    CIRCLES = "circles"
    WHO = "who"
    WHEN = "when"
    LEVEL = "level"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """What is wanted of each; "" for all.  ``typed`` are words that are looked for in all it says."""

    typed: str = ""
    who: str = ""
    theme: str = ""
    when: str = ""
    level: str = ""

    @property
    def chosen(self) -> int:
        """How many of the choices leave something out."""
        return sum(map(bool, (self.who, self.theme, self.when, self.level)))

    def of(self, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Return those that are wanted."""
        wanted = plain_letters(self.typed).split()
        return tuple(one for one in proposals if self._wants(one) and _says(one, wanted))

    def _wants(self, one: Proposal) -> bool:
        return (
            self._wants_who(one)
            and _fits(self.theme, one.themes)
            and _fits(self.when, [one.when] if one.when else ())
            and _fits(self.level, [one.level] if one.level else ())
        )

    def _wants_who(self, one: Proposal) -> bool:
        match self.who:
            case "":
                return True
            case Unsaid.NOBODY:
                return not one.who
            case Unsaid.CIRCLES:
                return bool(one.named) and not one.actor
            case actor:
                return twin_key(one.who) == twin_key(actor.removeprefix(ACTOR))


def in_order(proposals: Iterable[Proposal], order: Order) -> tuple[Proposal, ...]:
    """Return proposals sorted; those that are level by how many circles propose them."""
    first = _FIRST[order]
    return tuple(sorted(proposals, key=lambda one: (first(one), -one.circles, by_lot(one.id))))


def _fits(wanted: str, said: Sequence[str]) -> bool:
    return not wanted or (not said if wanted == NONE else wanted in said)


def _says(one: Proposal, wanted: Iterable[str]) -> bool:
    said = [one.idea.what, one.who, one.idea.first_step, *one.themes]
    for source in one.sources:
        said += [source.idea.what, source.idea.who, source.idea.why, source.circle]
    text = plain_letters(" ".join(said))
    return all(word in text for word in wanted)


def _last_where_empty(name: str) -> tuple[bool, OrderKey]:
    return not name, look_up_order(name)


_WHEN: dict[Horizon | None, int] = {when: place for place, when in enumerate((*Horizon, None))}
_LEVEL: dict[Level | None, int] = {level: place for place, level in enumerate((*Level, None))}
_FIRST: Mapping[Order, Callable[[Proposal], Any]] = {
    Order.CIRCLES: lambda _: (),
    Order.WHO: lambda one: _last_where_empty(one.who),
    Order.WHEN: lambda one: _WHEN[one.when],
    Order.LEVEL: lambda one: _LEVEL[one.level],
    Order.THEME: lambda one: _last_where_empty(one.themes[0] if one.themes else ""),
}
