"""The circle's own page as the room display shows it while it is read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dialogue_desk.domain.closing.circle_page import PageSection, page_lines, room_languages
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.page_words import in_each, page_title, section_title


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A line of the page with its code; ``label`` says what it is, in the room's languages."""

    label: str
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class RoomPage:
    """The whole page; the room display shows as much of it as is large enough, around the line ``at``.

    That line is ``marked`` as the one that is read.  It is not while the note-taker reads what the room does
    not see; then ``at`` is the line before.
    """

    title: str
    lines: tuple[RoomLine, ...] = ()
    at: int = 0
    marked: bool = True

    @property
    def spoken(self) -> tuple[str, ...]:
        """What a screen reader says of it: what the page is, and the line that is read."""
        if not (self.marked and self.lines):
            return (self.title,)
        line = self.lines[self.at]
        return (self.title, line.label, line.text, line.code)


def room_page(folder: SessionFolder, entries: Sequence[Entry], here: str, words: Words) -> RoomPage:
    """Return the page of what is read aloud, with the line ``here`` marked where the room may see it.

    Its headings are in the languages of the session, or in that of ``words`` where the app speaks none.
    """
    languages = [Words(one) for one in room_languages(folder, LANGUAGES)] or [words]
    labels = {one: in_each(languages, partial(section_title, one)) for one in PageSection}
    lines = page_lines(folder, entries)
    order = [str(entry.id) for entry in entries]
    ids = [str(line.id) for line in lines]
    until = set(order[: order.index(here) + 1]) if here in order else set()
    before = [place for place, line_id in enumerate(ids) if line_id in until]
    shown = tuple(
        RoomLine(labels[line.section], f"“{line.text}”" if _quoted(line.section) else line.text, line.code)
        for line in lines
    )
    return RoomPage(in_each(languages, page_title), shown, before[-1] if before else 0, here in ids)


def _quoted(section: PageSection) -> bool:
    return section is PageSection.QUOTES
