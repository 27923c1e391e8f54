"""What the privacy check calls its finds, and where they are."""

from __future__ import annotations

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.notes import Note
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


def find_name(kind: FindKind, words: Words) -> str:
    """Return the name people see for a kind of find."""
    return {
        FindKind.TITLED_NAME: words.tr("Name with a title"),
        FindKind.INITIALS: words.tr("Name with initials"),
        FindKind.NAME: words.tr("Name"),
        FindKind.MAYBE_NAME: words.tr("Maybe a name"),
        FindKind.EMAIL: words.tr("Email address"),
        FindKind.LINK: words.tr("Link"),
        FindKind.HANDLE: words.tr("Social media name"),
        FindKind.PHONE: words.tr("Phone number"),
        FindKind.ADDRESS: words.tr("Street address"),
        FindKind.PLATE: words.tr("License plate"),
        FindKind.BADGE: words.tr("Badge number"),
        FindKind.CASE: words.tr("Case number"),
        FindKind.IDENTITY: words.tr("ID number"),
        FindKind.BIRTH: words.tr("Date of birth"),
        FindKind.MINOR: words.tr("Age of someone under 18"),
        FindKind.ONLY: words.tr("Points to only one person"),
        FindKind.ROLE: words.tr("A role that few people have"),
    }[kind]


def place_name(body: Body, field: str, words: Words) -> str:
    """Return the name of a field of a record: "Concern", "Action idea · First step"."""
    if isinstance(body, Note):
        return name_of(body.kind, words)
    kind = Kind.of(body)
    detail = {
        "why": words.tr("Why"),
        "who": words.tr("Who"),
        "strengths": words.tr("Strengths to build on"),
        "first_step": words.tr("First step"),
        "obstacles": words.tr("Obstacles"),
        "place": words.tr("Place"),
    }.get(field, "")
    return " · ".join(part for part in (name_of(kind, words), detail) if part)
