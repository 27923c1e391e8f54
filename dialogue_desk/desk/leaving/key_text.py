"""The sentences about keys: what is wrong with one that was typed, sent, or read from a file."""

from __future__ import annotations

from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.file_trouble import unread_because, unwritten_because
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import NotAKey
from dialogue_desk.exchange.typed_keys import KeyFault, WrongKey
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names


def typed_key_sentence(wrong: WrongKey, words: Words) -> str:
    """Return what is wrong with a secret key that was typed from paper, and where to look."""
    tr, ntr = words.tr, words.ntr
    places = join_names(list(wrong.places), words)
    match wrong.fault:
        case KeyFault.SHORT:
            return ntr(
                "{count} letter or number is there, and a key has 58. Compare it with the sheet row by row.",
                "{count} letters and numbers are there, and a key has 58. Compare it with the sheet row by "
                "row.",
                wrong.count,
            )
        case KeyFault.LONG:
            return ntr(
                "{count} letter or number is there, and a key has only 58. Is a group there twice?",
                "{count} letters and numbers are there, and a key has only 58. Is a group there twice?",
                wrong.count,
            )
        case KeyFault.SIGN:
            signs = safe_in_sentence(join_names([f"“{sign}”" for sign in wrong.signs[:4]], words))
            return tr("No key has {signs} in it. Look at {places} on the sheet.", signs=signs, places=places)
        case KeyFault.PLACES:
            return tr("Something is wrong in {places}. Compare it with the sheet.", places=places)
        case _:
            return _nothing_like_it(wrong.fault, words)


def _nothing_like_it(fault: KeyFault, words: Words) -> str:
    tr = words.tr
    return {
        KeyFault.EMPTY: tr("Type the key that is on the recovery sheet."),
        KeyFault.PUBLIC: tr(
            "This is a public key: it seals, and opens nothing. Type the groups of the recovery sheet."
        ),
    }.get(fault, tr("More than two letters are wrong. Compare it with the sheet row by row."))


def public_key_sentence(wrong: WrongKey, words: Words) -> str:
    """Return what is wrong with the public key of another organizer, and what to ask for."""
    tr = words.tr
    match wrong.fault:
        case KeyFault.PUBLIC:
            return tr(
                "This is the secret half of a key. Whoever has it can open the packages, so it must never be "
                "sent. Ask for the public key, which begins with “age1”. If it came by mail, a new key is "
                "needed too."
            )
        case KeyFault.LONG:
            return tr("There are several keys in it. Give only the one of the second organizer.")
        case KeyFault.EMPTY:
            return tr(
                "There is no public key in it. One begins with “age1”. On the other organizer's laptop, the "
                "button “My public key” shows it."
            )
        case _:
            return tr(
                "This key is not complete, or a letter is wrong. Copy and paste it, or open the file that "
                "the other organizer saved."
            )


def key_not_saved(error: OSError, words: Words) -> str:
    """Say that a key could not be written into a file, and why."""
    unsaved = words.tr("The key could not be saved there. It is still on this laptop.")
    return f"{unsaved} {unwritten_because(error, words)}"


def key_file_sentence(error: NotAKey | PackageRefused | OSError, file: str, words: Words) -> str:
    """Return why the key in a file could not be opened; nothing was changed."""
    tr, file = words.tr, safe_in_sentence(file)
    if isinstance(error, NotAKey):
        return tr(
            "“{file}” has no key in it, so nothing was changed. Choose the file that was saved "
            "with “Save the key”.",
            file=file,
        )
    if isinstance(error, OSError):
        unread = tr("“{file}” could not be read, so nothing was changed.", file=file)
        return f"{unread} {unread_because(error, words)}"
    match error.reason:
        case Refusal.LOCKED:
            return tr("“{file}” opens with its passphrase. Nothing was changed.", file=file)
        case Refusal.WRONG_PASSPHRASE:
            return tr(
                "“{file}” does not open with that passphrase. Nothing was changed. Capital letters and "
                "spaces count.",
                file=file,
            )
        case Refusal.NO_MEMORY:
            return tr(
                "Opening “{file}” takes more memory than this laptop has free. Nothing was changed. Close "
                "other apps and try again.",
                file=file,
            )
        case _:
            return tr(
                "“{file}” is damaged or was not copied all the way. Nothing was changed. Copy it again, or "
                "type the key from the recovery sheet.",
                file=file,
            )
