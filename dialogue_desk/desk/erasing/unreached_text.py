"""What to say of copies that still hold what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.storage.erase_copies import UnerasedCopy, UnerasedReason
from dialogue_desk.words import Words


def unerased_sentence(unreached: Sequence[UnerasedCopy], words: Words) -> str:
    """Say which copies still hold what was erased, why, and when they will not."""
    return " ".join(dict.fromkeys(_unreached(one, words) for one in unreached))


def folder_name(place: Path) -> str:
    """Return what a person calls a folder."""
    return place.name or str(place)


def _unreached(one: UnerasedCopy, words: Words) -> str:
    name = folder_name(one.path)
    match one.why:
        case UnerasedReason.ABSENT:
            return words.tr(
                "“{place}” is not there, so the copies in it still hold the words. They lose them as soon as "
                "it is plugged in again.",
                place=name,
            )
        case UnerasedReason.READ_ONLY:
            return words.tr(
                "“{place}” may only be read, so it still holds the words. Allow writing to it; Dialogue Desk "
                "then takes them out.",
                place=name,
            )
        case UnerasedReason.FULL:
            return words.tr(
                "There was no room to take the words out of “{place}”. Make room on its disk; Dialogue Desk "
                "then goes on.",
                place=name,
            )
        case UnerasedReason.IN_USE:
            return words.tr(
                "Another program has “{place}” open, so it still holds the words. Close that program; "
                "Dialogue Desk then takes them out.",
                place=name,
            )
        case UnerasedReason.FAILED:
            return words.tr(
                "“{place}” could not be opened, so it may still hold the words. Dialogue Desk tries again; "
                "or delete it yourself.",
                place=name,
            )
