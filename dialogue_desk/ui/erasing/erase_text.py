"""What is said before something is erased for good, and after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.erasing.erase import Toll
from dialogue_desk.desk.erasing.unreached_text import named
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.words import Words

_NAMED = 4
"""So many files are named; of more, how many there are."""


def goes_sentence(toll: Toll, words: Words) -> str:
    """Say how much goes: "2 sessions, 31 notes, 4 action ideas"."""
    counted = [
        words.ntr("{count} circle", "{count} circles", toll.circles) if toll.circles else "",
        words.ntr("{count} session", "{count} sessions", toll.sessions) if toll.sessions else "",
        words.ntr("{count} note", "{count} notes", toll.notes) if toll.notes else "",
        words.ntr("{count} action idea", "{count} action ideas", toll.actions) if toll.actions else "",
    ]
    return ", ".join(text for text in counted if text)


def reached_sentences(toll: Toll, words: Words, *, everything: bool) -> list[str]:
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
    if toll.aside and not everything:
        said.append(
            words.ntr(
                "One desk file that was set aside loses the words too, or goes if it is damaged.",
                "{count} desk files that were set aside lose the words too, or go if they are damaged.",
                toll.aside,
            )
        )
    return said


def unreachable_sentences(toll: Toll, words: Words) -> list[str]:
    """Say what cannot be reached."""
    said = [absent_sentence(place, words) for place in toll.absent]
    said.append(
        words.tr(
            "Packages and summaries that were saved elsewhere, sent or printed stay where they are. "
            "Delete those yourself, and ask others to."
        )
    )
    if toll.saved:
        said.append(saved_sentence(toll.saved, words))
    return said


def saved_sentence(saved: Sequence[Path], words: Words) -> str:
    """Name the files that were saved elsewhere, the first few by name."""
    names = ", ".join(f"“{path.name}”" for path in saved[:_NAMED])
    folders = ", ".join(f"“{named(folder)}”" for folder in dict.fromkeys(path.parent for path in saved))
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
        place=named(place),
    )


def others_sentence(words: Words, *, everything: bool) -> str:
    """Say what other laptops hear."""
    if everything:
        return words.tr("Other laptops do not hear of it: what they have, they keep.")
    return words.tr(
        "Another laptop that has it loses it too, once it opens the next package from here, or the small "
        "file that is offered when this is done."
    )


def done_sentence(toll: Toll, words: Words) -> str:
    """Say what was erased."""
    gone = goes_sentence(toll, words)
    if not gone:
        return words.tr("It is gone from this laptop, with its history and every copy that could be reached.")
    return words.tr(
        "Gone from this laptop, with their history and every copy that could be reached: {what}.", what=gone
    )


def title_of(kind: Kind | None, name: str, words: Words) -> str:
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
