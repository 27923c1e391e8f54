"""Names of the pages, and routes to what they show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageName(StrEnum):
    """The pages."""

    HOME = "home"
    GUIDES = "guides"
    FROM_DOCUMENT = "from document"
    EDIT_GUIDE = "edit guide"
    PREPARE = "prepare"
    PAPER = "paper"
    TYPE_UP = "type up"
    RUN = "run"
    NOTES = "notes"
    REHEARSE = "rehearse"
    PRACTICE = "practice"
    CLOSE = "close"
    PROGRAM = "program"
    FORMING = "forming"
    SETTINGS = "settings"

    @property
    def place(self) -> PageName:
        """The page of the bar in which a person is."""
        if self is PageName.FORMING:
            return PageName.PROGRAM
        return PageName.GUIDES if self.has_own_undo else self

    @property
    def has_own_undo(self) -> bool:
        """Whether the page shows in a bar of its own what can be undone."""
        return self in (PageName.EDIT_GUIDE, PageName.FROM_DOCUMENT, PageName.FORMING)

    @property
    def running(self) -> bool:
        """Whether the page shows a session that goes on, and so has all of the window."""
        return self in (
            PageName.RUN,
            PageName.NOTES,
            PageName.TYPE_UP,
            PageName.REHEARSE,
            PageName.PRACTICE,
        )

    @property
    def of_one_session(self) -> bool:
        """Whether the page is about one session, which an undo could remove from under it."""
        return self.running or self in (PageName.PREPARE, PageName.PAPER, PageName.CLOSE)

    @property
    def fills_window(self) -> bool:
        """Whether the page has a bar of its own, so that the window shows no other above it."""
        return self.running or self is PageName.CLOSE


@dataclass(frozen=True, slots=True)
class Route:
    """A page, and the id of the session, program or guide it shows.

    ``note`` is the id of a note in the session, ``plan`` that of a session in the guide.
    """

    page: PageName = PageName.HOME
    id: str = ""
    note: str = ""
    plan: str = ""
