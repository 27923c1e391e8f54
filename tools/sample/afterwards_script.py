"""Reads what the organizers of the sample community did around its circles: ``script/afterwards.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dialogue_desk.domain.model.answers import Reply, Status
from dialogue_desk.domain.model.voices import SlipKind, VoiceKind
from tools.sample.script_files import read_toml


@dataclass(frozen=True, slots=True)
class ScriptedVoice:
    """Whom they wanted; the ``question`` and the ``answer`` by which these are counted, "" for none."""

    name: str
    kind: VoiceKind
    hoped: int
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ScriptedInvitation:
    """Whom they asked, for what, and how many people these told of."""

    to: str
    asked: str
    voices: tuple[str, ...]
    invited: int
    day: date
    signed_up: int = 0


@dataclass(frozen=True, slots=True)
class ScriptedPile:
    """Slips of some circles: how many say what, by the question or the statement."""

    kind: SlipKind
    circles: tuple[str, ...]
    slips: int
    counts: dict[str, dict[str, int]]
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptedStatement:
    """A statement of the questionnaire, in each language."""

    key: str
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class ScriptedQuestionnaire:
    """What everybody was asked before and after."""

    statements: tuple[ScriptedStatement, ...]
    open_line: dict[str, str]


@dataclass(frozen=True, slots=True)
class ScriptedOption:
    """A proposal on the ballot, in both languages."""

    about: str
    en: str
    es: str


@dataclass(frozen=True, slots=True)
class ScriptedTeam:
    """Who goes on with a proposal."""

    about: str
    name: str
    convener: str
    facilitator: str
    signed_up: int
    first_day: date
    place: str
    support: str = ""


@dataclass(frozen=True, slots=True)
class ScriptedTally:
    """Ballots that were counted on a sheet: how many, and the dots on each option's number."""

    ballots: int
    dots: dict[str, int]


@dataclass(frozen=True, slots=True)
class ScriptedForum:
    """The action forum, by the clock of the room.  ``ballots`` has a line for each, as both typists read it.

    "spoiled" stands at the end of one that counts for nothing.
    """

    dots_each: int
    most_on_one: int
    given_out: int
    chosen: datetime
    locked: datetime
    typed: datetime
    counted: datetime
    ballots: str
    tally: ScriptedTally
    options: tuple[ScriptedOption, ...]
    teams: tuple[ScriptedTeam, ...]


@dataclass(frozen=True, slots=True)
class ScriptedAnswer:
    """What whoever was asked said to a proposal, and when it was typed in."""

    at: datetime
    about: str
    reply: Reply
    why: str
    by: str
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class ScriptedProgress:
    """What became of a proposal, and when it was typed in."""

    at: datetime
    about: str
    status: Status
    changed: str
    evidence: str
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class AfterwardsScript:
    """All of it.  A proposal is named as ``C01.2``: the second of that circle's last session."""

    voices: tuple[ScriptedVoice, ...]
    invitations: tuple[ScriptedInvitation, ...]
    piles: tuple[ScriptedPile, ...]
    questionnaire: ScriptedQuestionnaire
    forum: ScriptedForum
    answers: tuple[ScriptedAnswer, ...]
    progress: tuple[ScriptedProgress, ...]


def afterwards_in(folder: Path) -> AfterwardsScript:
    """Read what organizers did, from the folder of a community's script."""
    return read_toml(folder / "afterwards.toml", AfterwardsScript)
