"""Small groups out of a circle: pairs, threes, fours, tables, 1-2-4-All.

People are seat numbers.  Who sat with whom is never stored: groups exist only in the window that shows
them and on the printed sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from random import Random
from typing import TypeAlias

from dialogue_desk.domain.model.ids import MINUTE, Milliseconds

FEWEST = 3
MOST = 60
"""The head-counts that can be divided into groups."""

MOST_ROUNDS = 6
"""No one sits through more rounds."""

PAIRS, THREES, FOURS = 2, 3, 4

Group: TypeAlias = tuple[int, ...]
"""The seats of the people in one group, lowest first."""


class BreakoutFault(StrEnum):
    """Why people cannot be divided in this way."""

    TOO_FEW_PEOPLE = "too few people"
    TOO_MANY_PEOPLE = "too many people"
    GROUPS_TOO_SMALL = "groups too small"
    TOO_FEW_TABLES = "too few tables"
    TOO_MANY_TABLES = "too many tables"
    NO_ROUNDS = "no rounds"
    TOO_MANY_ROUNDS = "too many rounds"
    HOSTS_DO_NOT_FIT = "hosts do not fit"


class BreakoutRefused(ValueError):
    """People cannot be divided in this way; ``fault`` says why."""

    def __init__(self, fault: BreakoutFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def check_people(people: int) -> None:
    """Refuse head-counts that cannot be divided.

    Raises:
        BreakoutRefused: when there are fewer than 3 people or more than 60.
    """
    if people < FEWEST:
        raise BreakoutRefused(BreakoutFault.TOO_FEW_PEOPLE)
    if people > MOST:
        raise BreakoutRefused(BreakoutFault.TOO_MANY_PEOPLE)


def sizes(people: int, about: int) -> tuple[int, ...]:
    """Return the sizes of the groups when each should have ``about`` people, larger first.

    The sizes are as near to it as possible (smaller where two ways are equally near) and differ by one at
    most, and nobody is alone: seven people make two pairs and a trio.

    Raises:
        BreakoutRefused: when there are fewer than 3 people or more than 60, or groups of one are asked.
    """
    check_people(people)
    if about < PAIRS:
        raise BreakoutRefused(BreakoutFault.GROUPS_TOO_SMALL)
    ways = (even(people, groups) for groups in range(people // PAIRS, 0, -1))
    return min(ways, key=lambda way: sum(abs(size - about) for size in way))


def even(people: int, groups: int) -> tuple[int, ...]:
    """Return the sizes of so many groups, as even as possible, larger first."""
    size, larger = divmod(people, groups)
    return (size + 1,) * larger + (size,) * (groups - larger)


@dataclass(frozen=True, slots=True)
class Groups:
    """Everyone in one group."""

    groups: tuple[Group, ...]

    @property
    def people(self) -> int:
        """How many there are in all."""
        return sum(map(len, self.groups))


def drawn(people: int, about: int, chance: Random) -> Groups:
    """Return groups of ``about`` people drawn by lot; the same ``chance`` draws the same groups.

    Raises:
        BreakoutRefused: when there are fewer than 3 people or more than 60, or groups of one are asked.
    """
    lots = list(range(1, people + 1))
    chance.shuffle(lots)
    bounds = (0, *accumulate(sizes(people, about)))
    return Groups(tuple(tuple(sorted(lots[start:end])) for start, end in pairwise(bounds)))


@dataclass(frozen=True, slots=True)
class OneTwoFour:
    """Who meets whom in 1-2-4-All: pairs, then the pairs that join, then everyone."""

    pairs: Groups
    fours: Groups


def one_two_four(people: int, chance: Random) -> OneTwoFour:
    """Return the pairs and fours of 1-2-4-All, drawn by lot.

    A pair is never split, because it brings what it found; a pair that would be left over makes a group of
    three pairs.

    Raises:
        BreakoutRefused: when there are fewer than 3 people or more than 60.
    """
    pairs = drawn(people, PAIRS, chance)
    joined = [pairs.groups[start : start + 2] for start in range(0, len(pairs.groups), 2)]
    if len(joined) > 1 and len(joined[-1]) == 1:
        joined[-2:] = [joined[-2] + joined[-1]]
    return OneTwoFour(pairs, Groups(tuple(tuple(sorted(sum(those, ()))) for those in joined)))


class Cue(StrEnum):
    """What people are told when a step of a breakout begins."""

    ALONE = "alone"
    IN_PAIRS = "in pairs"
    IN_FOURS = "in fours"
    EVERYONE = "everyone"
    FIRST_SPEAKS = "first speaks"
    NEXT_SPEAKS = "next speaks"
    AT_TABLES = "at tables"
    CHANGE_TABLES = "change tables"


@dataclass(frozen=True, slots=True)
class CuedStep:
    """A step of a breakout: what is said when it begins, and how long it is."""

    cue: Cue
    length_ms: Milliseconds


def one_two_four_steps(fours: int = 4) -> tuple[CuedStep, ...]:
    """Return the steps of 1-2-4-All; the fours have 4 minutes, or 5."""
    return (
        CuedStep(Cue.ALONE, 1 * MINUTE),
        CuedStep(Cue.IN_PAIRS, 2 * MINUTE),
        CuedStep(Cue.IN_FOURS, fours * MINUTE),
        CuedStep(Cue.EVERYONE, 5 * MINUTE),
    )


def taking_turns(largest: int, each_ms: Milliseconds) -> tuple[CuedStep, ...]:
    """Return the steps of groups in which everyone has the same time to speak while the others listen.

    ``largest`` is the size of the largest group: with a trio among pairs, the pairs go on talking at the end.
    """
    rest = (CuedStep(Cue.NEXT_SPEAKS, each_ms),) * (largest - 1)
    return (CuedStep(Cue.FIRST_SPEAKS, each_ms), *rest)


def world_cafe_steps(
    rounds: int, talk_ms: Milliseconds = 20 * MINUTE, change_ms: Milliseconds = 2 * MINUTE
) -> tuple[CuedStep, ...]:
    """Return the steps of a World Café: talk at tables, with time to change tables between."""
    talk, change = CuedStep(Cue.AT_TABLES, talk_ms), CuedStep(Cue.CHANGE_TABLES, change_ms)
    return (talk, *((change, talk) * (rounds - 1)))


def lengths(steps: tuple[CuedStep, ...]) -> tuple[Milliseconds, ...]:
    """Return how long the steps are, as ``read_steps`` takes them."""
    return tuple(step.length_ms for step in steps)
