"""What a part or a session is called, also where its guide gives it no title."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Lead, Part, SessionPlan
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


def titled(title: str, words: Words) -> str:
    """Return ``title``, or "Conversation" where it is empty."""
    return shown_title(title) or words.tr("Conversation")


def title_of(piece: Part | SessionPlan, words: Words) -> str:
    """Return the title of a part or of a whole session."""
    return titled(piece.title, words)


def numbered(number: int, part: Part, words: Words) -> str:
    """Return a part's place in the session, counted from 1, with its title: "4. Where I stand"."""
    return words.tr("{number}. {part}", number=number, part=title_of(part, words))


def who_leads(lead: Lead, words: Words) -> str:
    """Return who leads a part as a sentence of its own."""
    return words.tr("{who} leads", who=name_of(lead, words))
