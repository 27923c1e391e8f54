"""What is said before something is erased for good, and after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.erasing.erase import ErasePreview
from dialogue_desk.desk.erasing.unreached_text import folder_name
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.words import Words

_NAMED = 4
"""So many files are named; of more, how many there are."""


def goes_sentence(erase_preview: ErasePreview, words: Words) -> str:
    """Say how much goes: "2 sessions, 31 notes, 4 action ideas"."""
    counted = [
        words.ntr("{count} circle", "{count} circles", erase_preview.circles)
        if erase_preview.circles
        else "",
        words.ntr("{count} session", "{count} sessions", erase_preview.sessions)
        if erase_preview.sessions
        else "",
        words.ntr("{count} note", "{count} notes", erase_preview.notes) if erase_preview.notes else "",
        words.ntr("{count} action idea", "{count} action ideas", erase_preview.actions)
        if erase_preview.actions
        else "",
    ]
    return ", ".join(text for text in counted if text)


def reached_sentences(erase_preview: ErasePreview, words: Words, *, everything: bool) -> list[str]:
    """Say where it goes from."""
    if everything:
        said = [
            words.tr(
                "All programs, circles, sessions and notes go from this laptop, and every copy that was made "
                "of them. Dialogue Desk begins anew, as on its first day. Your settings stay."
            )
        ]
    else:
        said = [
            words.tr(
                "It goes with what it said before it was edited, and out of every copy of the desk that can "
                "be reached. The copies stay, without these words."
            )
        ]
    if erase_preview.aside and not everything:
        said.append(
            words.ntr(
                "One desk file that was set aside loses the words too, or goes if it is damaged.",
                "{count} desk files that were set aside lose the words too, or go if they are damaged.",
                erase_preview.aside,
            )
        )
    return said


def unreachable_sentences(erase_preview: ErasePreview, words: Words) -> list[str]:
    """Say what cannot be reached."""
    said = [absent_sentence(place, words) for place in erase_preview.absent]
    said.append(
        words.tr(
            "Packages and summaries that were saved elsewhere, sent or printed stay where they are. "
            "Delete those yourself, and ask others to."
        )
    )
    if erase_preview.saved:
        said.append(saved_sentence(erase_preview.saved, words))
    return said


def saved_sentence(saved: Sequence[Path], words: Words) -> str:
    """Name the files that were saved elsewhere, the first few by name."""
    names = ", ".join(f"“{path.name}”" for path in saved[:_NAMED])
    folders = ", ".join(f"“{folder_name(folder)}”" for folder in dict.fromkeys(path.parent for path in saved))
    more = len(saved) - _NAMED
    if more > 0:
        return words.ntr(
            "Saved from here to {folders}: {names} and {count} more.",
            "Saved from here to {folders}: {names} and {count} more.",
            more,
            folders=folders,
            names=names,
        )
    return words.tr("Saved from here to {folders}: {names}.", folders=folders, names=names)


def absent_sentence(place: Path, words: Words) -> str:
    """Say that a place with copies is not there, and what happens when it is."""
    return words.tr(
        "“{place}” is not there now. The copies in it lose the words as soon as it is plugged in.",
        place=folder_name(place),
    )


def others_sentence(words: Words, *, everything: bool) -> str:
    """Say what other laptops hear."""
    if everything:
        return words.tr("Other laptops do not hear of it: what they have, they keep.")
    return words.tr(
        "Another laptop that has it loses it too, once it opens the next package from here, or the small "
        "file that is offered when this is done."
    )


def done_sentence(erase_preview: ErasePreview, words: Words) -> str:
    """Say what was erased."""
    gone = goes_sentence(erase_preview, words)
    if not gone:
        return words.tr("It is gone from this laptop, with its history and every copy that could be reached.")
    return words.tr(
        "Gone from this laptop, with their history and every copy that could be reached: {what}.", what=gone
    )


def erase_title(kind: Kind | None, name: str, words: Words) -> str:
    """Return what the question is headed by."""
    match kind:
        case None:
            return words.tr("Erase everything on this laptop")
        case Kind.PROGRAM:
            return words.tr("Erase the program {name}", name=name)
        case Kind.CIRCLE:
            return words.tr("Erase circle {name}", name=name)
        case Kind.SESSION:
            return words.tr("Erase {name}", name=name)
        case _:
            return words.tr("Erase")
