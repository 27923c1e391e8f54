"""Reads the script of the sample community: ``tools/sample/script``, one file for each session.

Its times are those of the room; the part of a note follows from the moves of the clock.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from dialogue_desk.domain.model.ids import MINUTE, Instant, Milliseconds
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Consent, Horizon, Level, NoteKind, Spread

T = TypeVar("T")

_MOVES = {"add": MoveKind.ADD_TIME} | {kind.value: kind for kind in MoveKind}


class Seat(StrEnum):
    """Whose laptop it is, where a session has two."""

    FACILITATOR = "facilitator"
    NOTE_TAKER = "note-taker"


@dataclass(frozen=True, slots=True)
class ScriptedNote:
    """A note, and when and on which laptop it was added.

    ``reworded`` is how each laptop edited it later, without having seen the other's edit.
    """

    at: time
    kind: NoteKind
    text: str
    spread: Spread | None = None
    themes: tuple[str, ...] = ()
    consent: Consent = Consent.NOT_ASKED
    language: str = ""
    laptop: Seat = Seat.NOTE_TAKER
    reworded: dict[Seat, str] | None = None


@dataclass(frozen=True, slots=True)
class ScriptedAction:
    """An action idea, and when it was proposed."""

    at: time
    what: str
    who: str
    first_step: str
    level: Level
    horizon: Horizon
    themes: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class ScriptedRule:
    """A ground rule that the circle adds in its own words."""

    at: time
    text: str


@dataclass(frozen=True, slots=True)
class ScriptedMove:
    """A move of the clock.  ``by`` is the time added."""

    at: time
    kind: MoveKind
    by: Milliseconds = 0


@dataclass(frozen=True, slots=True)
class Evening:
    """One session.  ``clock`` has one move in each line: ``19:43 next``, ``19:50 add 3`` (minutes)."""

    circle: str
    number: int
    plan: str
    date: date
    start: time
    hard_end: time
    people: int
    present: int
    clock: str
    notes: tuple[ScriptedNote, ...]
    actions: tuple[ScriptedAction, ...] = ()
    ground_rules: tuple[ScriptedRule, ...] = ()
    two_laptops: bool = False

    @property
    def name(self) -> str:
        """Its name in the program's script, as C04-s2."""
        return f"{self.circle}-s{self.number}"

    @property
    def moves(self) -> tuple[ScriptedMove, ...]:
        """The moves of the clock, in their order."""
        return tuple(_move(line) for line in self.clock.splitlines() if line.strip())

    def instant(self, at: time, zone: int) -> Instant:
        """Return the instant when the room's clock said ``at``; ``zone`` is in minutes ahead of UTC."""
        local = datetime.combine(self.date, at, UTC)
        return int(local.timestamp()) * 1000 - zone * MINUTE


@dataclass(frozen=True, slots=True)
class ScriptedCircle:
    """A circle.  It speaks its first language most."""

    code: str
    place: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptedCategory:
    """A question of the tally sheet and its answers."""

    name: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole program.

    ``not_handed_in`` and ``still_to_come`` are the sessions that are missing when a person opens the sample;
    they are played too.
    """

    name: str
    code: str
    guide: str
    sessions: int
    languages: tuple[str, ...]
    zone: int
    set_up: datetime
    not_handed_in: str
    still_to_come: str
    themes: tuple[str, ...]
    circles: tuple[ScriptedCircle, ...]
    categories: tuple[ScriptedCategory, ...]
    organizer: str
    actors: tuple[str, ...]
    forum: date
    answers: str
    answer_by: date
    evenings: tuple[Evening, ...] = ()

    @property
    def begins(self) -> Instant:
        """When the organizer set the program up."""
        return int(self.set_up.replace(tzinfo=UTC).timestamp()) * 1000 - self.zone * MINUTE

    def evening(self, name: str) -> Evening:
        """Return the session with this name.

        Raises:
            KeyError: when there is none.
        """
        return {evening.name: evening for evening in self.evenings}[name]


def script_in(folder: Path) -> Script:
    """Read a community's script, its sessions in the order in which they took place."""
    evenings = [read_toml(path, Evening) for path in folder.glob("c*.toml")]
    evenings.sort(key=lambda evening: (evening.date, evening.start))
    return replace(read_toml(folder / "program.toml", Script), evenings=tuple(evenings))


def read_toml(path: Path, cls: type[T]) -> T:
    """Return what a file of the script says."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), cls)


def _move(line: str) -> ScriptedMove:
    at, word, *minutes = line.split()
    return ScriptedMove(time.fromisoformat(at), _MOVES[word], sum(int(minute) for minute in minutes) * MINUTE)
