"""What is at hand when it gets hot: which moments, in which order, what typing finds, and the next break.

Nothing of it is recorded: not which moment was opened, nor that one was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import PartKind, SessionPlan
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.model.live_session import LiveSession, MoveKind, Phase
from dialogue_desk.domain.model.text import plain_letters

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class MomentDeck:
    """The moments of a session: its guide's ``own``, then the ``shipped`` ones, which come with the app."""

    own: tuple[Moment, ...] = ()
    shipped: tuple[Moment, ...] = ()

    @classmethod
    def of(cls, own: Iterable[Moment], shipped: Iterable[Moment]) -> MomentDeck:
        """Return the deck in which a guide's own moment stands for the shipped one of the same name."""
        first = tuple(own)
        named = {moment.id for moment in first}
        return cls(first, tuple(moment for moment in shipped if moment.id not in named))

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All of them, in the order in which they are numbered."""
        return self.own + self.shipped


def found_by(typed: str, titles: Sequence[str]) -> int | None:
    """Return the place of the title that is meant, from 0: by its number, or by how a word in it begins.

    A title that begins so comes before one with such a word further on.
    """
    if typed.isdecimal():
        return int(typed) - 1 if 1 <= int(typed) <= len(titles) else None
    beginning = plain_letters(typed)
    words = [_WORDS.findall(plain_letters(title)) for title in titles]
    for looked_at in (slice(1), slice(None)):
        for place, found in enumerate(words):
            if beginning and any(word.startswith(beginning) for word in found[looked_at]):
                return place
    return None


def typed_on(typed: str, sign: str, titles: Sequence[str]) -> str:
    """Return what has been typed with one more ``sign``; a sign that leads nowhere begins anew."""
    return next((text for text in (typed + sign, sign) if found_by(text, titles) is not None), "")


def is_whole_number(typed: str, count: int) -> bool:
    """Return whether ``typed`` is a number that no further digit makes another one up to ``count``."""
    return typed.isdecimal() and int(typed) * 10 > count


def break_ahead(plan: SessionPlan, live: LiveSession) -> str:
    """Return the id of the next break that could be taken now; "" when there is none to come."""
    if live.phase is Phase.READY or not {MoveKind.REPLAN, MoveKind.GO_TO} <= live.allowed:
        return ""
    coming = (plan.parts[place] for place in live.upcoming)
    return next((part.id for part in coming if part.kind is PartKind.BREAK), "")
