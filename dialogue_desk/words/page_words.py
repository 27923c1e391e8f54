"""The headings of the circle's own page, on the room display and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dialogue_desk.domain.closing.circle_page import PageSection
from dialogue_desk.words import Words


def page_title(words: Words) -> str:
    """Return what stands at the top of the page."""
    return words.tr("What we said")


def section_title(section: PageSection, words: Words) -> str:
    """Return the heading of a section of the page."""
    return {
        PageSection.AGREE: words.tr("Where we agree"),
        PageSection.DIFFER: words.tr("Where we differ"),
        PageSection.PROPOSE: words.tr("What we propose"),
        PageSection.TALK: words.tr("What we talked about"),
        PageSection.QUOTES: words.tr("In people’s own words"),
        PageSection.QUESTIONS: words.tr("Questions still open"),
        PageSection.LATER: words.tr("For later"),
    }[section]


def in_each(languages: Iterable[Words], say: Callable[[Words], str]) -> str:
    """Return what ``say`` says in each language, with a stroke between two; what is the same, once."""
    return " / ".join(dict.fromkeys(map(say, languages)))
