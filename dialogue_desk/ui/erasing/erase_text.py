"""What is said before something is erased for good, and after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.erasing.erase import ErasePreview
from dialogue_desk.desk.erasing.unerased_text import folder_name
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
                "All programs, circles, sessions and notes will be erased from this laptop, and "
                "every copy that was made of them. Dialogue Desk starts over, like on its first day. "
                "Your settings stay."
            )
        ]
    else:
        said = [
            words.tr(
                "What it said before it was edited is erased too. So are these words in every copy "
                "of the desk we can reach. The copies stay, without these words."
            )
        ]
    if erase_preview.aside and not everything:
        said.append(
            words.ntr(
                "These words are also erased from one desk file that was set aside. If it is "
                "damaged, the whole file is erased.",
                "These words are also erased from {count} desk files that were set aside. If one is "
                "damaged, the whole file is erased.",
                erase_preview.aside,
            )
        )
    return said


def unreachable_sentences(erase_preview: ErasePreview, words: Words) -> list[str]:
    """Say what cannot be reached."""
    said = [absent_sentence(place, words) for place in erase_preview.absent]
    said.append(
        words.tr(
            "Packages and summaries that were saved in other places, sent or printed stay where "
            "they are. Delete those yourself, and ask others to do the same."
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
        "“{place}” is not there now. The words will be erased from its copies as soon as it is plugged in.",
        place=folder_name(place),
    )


def others_sentence(words: Words, *, everything: bool) -> str:
    """Say what other laptops hear."""
    if everything:
        return words.tr("Other laptops will not know about this. They keep what they have.")
    return words.tr(
        "Other laptops that have it will erase it too, once they open the next package from "
        "here or the small file you can save at the end."
    )


def done_sentence(erase_preview: ErasePreview, words: Words) -> str:
    """Say what was erased."""
    gone = goes_sentence(erase_preview, words)
    if not gone:
        return words.tr(
            "It was erased from this laptop, from its history and from every copy we could reach."
        )
    return words.tr(
        "Erased from this laptop, from its history and from every copy we could reach: {what}.", what=gone
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
