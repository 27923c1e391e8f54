"""Sentences about copies that still hold what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dialogue_desk.storage.erase_copies import UnerasedCopy, UnerasedReason
from dialogue_desk.words import Words


def unerased_sentence(copies: Sequence[UnerasedCopy], words: Words) -> str:
    """Say which copies still hold what was erased, why, and when that will change."""
    return " ".join(dict.fromkeys(_sentence(one, words) for one in copies))


def folder_name(place: Path) -> str:
    """Return what a person calls a folder."""
    return place.name or str(place)


def _sentence(one: UnerasedCopy, words: Words) -> str:
    tr = partial(words.tr, place=folder_name(one.path))
    match one.why:
        case UnerasedReason.ABSENT:
            return tr(
                "“{place}” could not be found, so the words are still in its copies. Dialogue Desk "
                "will erase them as soon as you plug it in again.",
            )
        case UnerasedReason.READ_ONLY:
            return tr(
                "“{place}” is read-only, so the words are still in it. Allow changes to it, and "
                "Dialogue Desk will erase them.",
            )
        case UnerasedReason.FULL:
            return tr(
                "There was not enough space to erase the words from “{place}”. Free up space on that "
                "disk, and Dialogue Desk will go on.",
            )
        case UnerasedReason.IN_USE:
            return tr(
                "“{place}” is open in another app, so the words are still in it. Close that app, and "
                "Dialogue Desk will erase them.",
            )
        case UnerasedReason.FAILED:
            return tr(
                "“{place}” could not be opened, so the words may still be in it. Dialogue Desk will "
                "try again, or you can delete it yourself.",
            )
