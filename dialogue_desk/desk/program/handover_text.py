"""The sentences about handing a program over: what is in the file, and what did not work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names


def contents_text(records: Iterable[Record], words: Words) -> str:
    """Return "5 circles, 9 sessions, 40 notes and action ideas": what of a program is in a file."""
    ntr = words.ntr
    kinds = Counter(record.kind for record in records if record.body is not None)
    notes = kinds[Kind.NOTE] + kinds[Kind.ACTION]
    made = sum(kinds[kind] for kind in ORGANIZING)
    parts = [
        ntr("{count} circle", "{count} circles", kinds[Kind.CIRCLE]),
        ntr("{count} session", "{count} sessions", kinds[Kind.SESSION]),
        ntr("{count} note or action idea", "{count} notes and action ideas", notes),
    ]
    if made:
        parts.append(ntr("{count} decision by organizers", "{count} decisions by organizers", made))
    return join_names(parts, words)


def keys_text(count: int, words: Words) -> str:
    """Return how many keys are in a file, in a sentence."""
    if not count:
        return words.tr(
            "There is no key in it: packages of this program are not sealed, or the key is elsewhere."
        )
    return words.ntr(
        "With it goes the key that opens sealed packages.",
        "With it go the {count} keys that open sealed packages.",
        count,
    )


def not_handed_over(error: OSError | PackageRefused, to: Path, words: Words) -> str:
    """Return why a handover file could not be written; nothing is left of it."""
    if isinstance(error, PackageRefused):
        if error.reason is not Refusal.TOO_LARGE:
            return words.tr(
                "No laptop would open this program from a file, because something in it is not as the app "
                "writes it. No file was saved, and everything is still on this laptop. Another stick does "
                "not help; ask for help."
            )
        return words.tr("This program is too large for one file, so nothing was saved. Ask for help.")
    happened = words.tr(
        "“{file}” could not be saved and opened again, so it was not left there. Everything is still on this "
        "laptop.",
        file=safe_in_sentence(to.name),
    )
    return f"{happened} {unwritten_because(error, words)}"


def not_taken_over(refused: PackageRefused, words: Words) -> str:
    """Return why a handover file could not be opened; nothing was changed."""
    file = safe_in_sentence(refused.places.get("file", ""))
    match refused.reason:
        case Refusal.NOT_A_PACKAGE | Refusal.FOREIGN | Refusal.LOCKED:
            return words.tr(
                "“{file}” hands over no program, so nothing was changed. Choose the file that the other "
                "organizer saved with “Hand the program over”; its name ends in .dialogue-handover.",
                file=file,
            )
        case Refusal.WRONG_PASSPHRASE:
            return words.tr(
                "“{file}” does not open with that passphrase. Nothing was changed. Capital letters and "
                "spaces count.",
                file=file,
            )
        case _:
            return refusal_sentence(refused, words)
