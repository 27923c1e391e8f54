"""What the sheets say before something is erased for good, and after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.erasing.erase import ErasePreview
from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.words import Words

_NAMED = 4
"""How many files are named; the rest are counted."""


def counts_sentence(preview: ErasePreview, words: Words) -> str:
    """Return how much is erased, such as "2 sessions, 31 notes, 4 action ideas"; "" for nothing."""
    counted = (
        (preview.circles, words.ntr("{count} circle", "{count} circles", preview.circles)),
        (preview.sessions, words.ntr("{count} session", "{count} sessions", preview.sessions)),
        (preview.notes, words.ntr("{count} note", "{count} notes", preview.notes)),
        (preview.actions, words.ntr("{count} action idea", "{count} action ideas", preview.actions)),
    )
    return ", ".join(text for count, text in counted if count)


def reached_sentences(preview: ErasePreview, words: Words, *, everything: bool) -> list[str]:
    """Return from where it is erased."""
    if everything:
        sentence = words.tr(
            "All programs, circles, sessions and notes will be erased from this laptop, and "
            "every copy that was made of them. Dialogue Desk starts over, like on its first day. "
            "Your settings stay."
        )
        return [sentence]
    sentence = words.tr(
        "Older versions of this are erased too, here and in every copy we can reach. The "
        "rest of each copy stays."
    )
    if not preview.aside:
        return [sentence]
    set_aside = words.ntr(
        "These words are also erased from one desk file that was set aside. If it is "
        "damaged, the whole file is erased.",
        "These words are also erased from {count} desk files that were set aside. If one is "
        "damaged, the whole file is erased.",
        preview.aside,
    )
    return [sentence, set_aside]


def unreachable_sentences(preview: ErasePreview, words: Words) -> list[str]:
    """Return what cannot be erased: copies that are away, and what was saved in other places."""
    sentences = [absent_sentence(place, words) for place in preview.absent]
    sentences.append(
        words.tr(
            "Packages and summaries that were saved in other places, sent or printed stay where "
            "they are. Delete those yourself, and ask others to do the same."
        )
    )
    if preview.saved:
        sentences.append(saved_sentence(preview.saved, words))
    return sentences


def saved_sentence(saved: Sequence[Path], words: Words) -> str:
    """Return where files were saved, the first few by name."""
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
    """Return that a folder with copies is not there, and what happens when it is back."""
    return words.tr(
        "“{place}” is not there now. The words will be erased from its copies as soon as it is plugged in.",
        place=folder_name(place),
    )


def others_sentence(words: Words, *, everything: bool) -> str:
    """Return how other laptops learn of it."""
    if everything:
        return words.tr("Other laptops will not know about this. They keep what they have.")
    return words.tr(
        "Other laptops that have it will erase it too, once they open the next package from "
        "here or the small file you can save at the end."
    )


def done_sentence(preview: ErasePreview, words: Words) -> str:
    """Return what was erased."""
    gone = counts_sentence(preview, words)
    if not gone:
        return words.tr(
            "It was erased from this laptop, from its history and from every copy we could reach."
        )
    return words.tr(
        "Erased from this laptop, from its history and from every copy we could reach: {what}.", what=gone
    )


def erase_title(kind: Kind | None, name: str, words: Words) -> str:
    """Return the title of the question."""
    match kind:
        case None:
            return words.tr("Erase everything on this laptop")
        case Kind.PROGRAM:
            return words.tr("Erase the program {name}", name=name)
        case Kind.CIRCLE:
            return words.tr("Erase circle {name}", name=name)
        case Kind.SESSION:
            return words.tr("Erase {name}", name=name)
        case Kind.NOTE:
            return words.tr("Take a quote back")
        case _:
            return words.tr("Erase")
