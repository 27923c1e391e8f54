"""Where a person can be, and how to say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageName(StrEnum):
    """Where a person can be."""

    HOME = "home"
    GUIDES = "guides"
    PREPARE = "prepare"
    PAPER = "paper"
    TYPE_UP = "type up"
    RUN = "run"
    NOTES = "notes"
    REHEARSE = "rehearse"
    CLOSE = "close"
    PROGRAM = "program"

    @property
    def running(self) -> bool:
        """Whether a session goes on there, with no room for anything else."""
        return self in (PageName.RUN, PageName.NOTES, PageName.TYPE_UP, PageName.REHEARSE)


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go, and to which session, program or guide there; perhaps to one note of the session."""

    page: PageName = PageName.HOME
    id: str = ""
    note: str = ""
