"""Sign-up slips: what one person wrote on a paper that carries a number and never a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_NUMBERS = 2_000
LARGEST_NUMBER = 99_999

OFFICERS, YOUNG = "officers", "young people"
"""Two groups that every program has; nobody of them is alone in a circle (``field.md`` section 5.2)."""

NEVER_ALONE = frozenset({OFFICERS, YOUNG})


class Need(StrEnum):
    """What somebody needs so that they can come."""

    CHILD_CARE = "child care"
    FOOD = "food"
    RIDE = "a ride"
    INTERPRETER = "an interpreter"
    STEP_FREE = "step-free access"
    HEARING_LOOP = "a hearing loop"


@dataclass(frozen=True, slots=True)
class Slip:
    """One sign-up slip.

    ``groups`` are those of the program's groups to which the person belongs, ``OFFICERS`` and ``YOUNG`` among
    them.  ``languages`` are those the person speaks, ``times`` the days and hours that suit; without any, all
    do.  Whoever ``facilitates`` leads a circle and takes none of its seats.
    """

    number: int
    groups: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    times: frozenset[str] = frozenset()
    needs: frozenset[Need] = frozenset()
    facilitates: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.number <= LARGEST_NUMBER:
            raise ValueError("a slip has a number from 1 to 99999")

    def can_come(self, time: str) -> bool:
        """Whether a day and hour suit; a circle without one suits everybody."""
        return not time or not self.times or time in self.times

    def speaks(self, language: str) -> bool:
        """Whether the person follows a circle in this language; a slip without languages says nothing."""
        return not self.languages or not language or language in self.languages

    def follows(self, language: str) -> bool:
        """Whether the person follows a circle in this language, alone or with an interpreter."""
        return self.speaks(language) or Need.INTERPRETER in self.needs

    def interpreted_from(self, language: str) -> str:
        """Return from which language a circle is interpreted for this person; "" when it need not be."""
        if Need.INTERPRETER not in self.needs or not self.languages or self.languages[0] == language:
            return ""
        return self.languages[0]
