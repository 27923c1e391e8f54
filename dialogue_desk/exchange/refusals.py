"""Why a file from outside was refused, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import PurePath

from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.words import Words


class Refusal(StrEnum):
    """What is wrong with a file."""

    NOT_A_PACKAGE = "not a package"
    FOREIGN = "foreign"
    CUT_SHORT = "cut short"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    NEWER = "newer"
    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    FORGED = "forged"
    LOCKED = "locked"
    WRONG_PASSPHRASE = "wrong passphrase"
    SEALED_TO_OTHERS = "sealed to others"
    TOO_HARD = "too hard"
    NO_MEMORY = "no memory"
    HANDED_OVER = "handed over"
    UNEXPECTED = "unexpected"


class PackageRefused(Exception):
    """A file is refused, and none of it is added.

    ``detail`` is plain English for the log, never shown to people.  ``places`` are values for the sentence;
    ``file`` is the file's name.
    """

    def __init__(self, reason: Refusal, detail: str = "", **places: str) -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
        self.places = places


@contextmanager
def refusing(file: str) -> Iterator[None]:
    """Make a refusal that names the file of whatever goes wrong in the block, so that its neighbors come in.

    What nobody foresaw is logged with its type and place alone: its message may quote the file.
    """
    try:
        yield
    except PackageRefused as refused:
        refused.places.setdefault("file", file)
        raise
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except MemoryError:
        raise PackageRefused(Refusal.NO_MEMORY, file=file) from None
    except BaseException as error:  # noqa: BLE001  # a library in Rust panics with what is no Exception
        raise PackageRefused(Refusal.UNEXPECTED, noted(error), file=file) from None


def noted(error: BaseException) -> str:
    """Log an error that nobody foresaw in reading a file, without its words, and return what was logged."""
    import logging  # noqa: PLC0415  # nearly no file needs it
    import traceback  # noqa: PLC0415

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = ", ".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)
    what = f"{type(error).__qualname__} at {places}"
    logging.getLogger(__name__).error("a file could not be read: %s", what)
    return what


def refusal_sentence(refused: PackageRefused, words: Words) -> str:
    """Return the sentence that names the file, and says why it was refused and what to do."""
    tr = partial(words.tr, file=safe_in_sentence(refused.places.get("file", "")))
    said = {
        Refusal.NOT_A_PACKAGE: tr(
            "“{file}” is not a Dialogue Desk package, so nothing from it was added. Choose a "
            "file that Dialogue Desk exported; its name ends in .dialogue."
        ),
        Refusal.FOREIGN: tr(
            "“{file}” was made by another app, so nothing from it was added. Choose a file that "
            "Dialogue Desk exported; its name ends in .dialogue."
        ),
        Refusal.CUT_SHORT: tr(
            "“{file}” ends too early, so nothing from it was added. Maybe it was not copied all "
            "the way. Copy it again, or ask for the file again."
        ),
        Refusal.DAMAGED: tr(
            "“{file}” was damaged on its way here, so nothing from it was added. Ask for the file again."
        ),
        Refusal.TOO_LARGE: tr(
            "“{file}” is much larger than the file of a session can be, so nothing from it was "
            "added. Check that it is the right file."
        ),
        Refusal.UNSAFE: tr(
            "“{file}” is not built the way Dialogue Desk does it, and someone may have changed "
            "it to do harm, so nothing from it was added. Ask the person who sent it to export "
            "it again."
        ),
        Refusal.NEWER: tr(
            "“{file}” was written by a newer version of Dialogue Desk, so nothing from it was "
            "added. Update Dialogue Desk on this laptop, then open the file again."
        ),
        Refusal.UNREADABLE: tr(
            "“{file}” could not be read from where it is saved, so nothing from it was added. "
            "Check that the USB stick or folder is still there, then try again."
        ),
        Refusal.IMPOSSIBLE: tr(
            "“{file}” has values in it that cannot be right, so nothing from it was added. Ask "
            "the person who sent it to export it again."
        ),
    }
    return (said | _said_of_seals(tr))[refused.reason]


def _said_of_seals(tr: Callable[[str], str]) -> dict[Refusal, str]:
    return {
        Refusal.FORGED: tr(
            "“{file}” was changed after the laptop that wrote it signed it, so nothing from it "
            "was added. Ask the person who sent it to export it again."
        ),
        Refusal.LOCKED: tr(
            "“{file}” is sealed with a passphrase, so nothing from it was added. Open it again "
            "when you have the passphrase; the person who sealed it knows it."
        ),
        Refusal.WRONG_PASSPHRASE: tr(
            "“{file}” does not open with that passphrase, so nothing from it was added. Ask the "
            "person who sealed it; capital letters and spaces matter."
        ),
        Refusal.SEALED_TO_OTHERS: tr(
            "“{file}” is sealed for somebody else: no key on this laptop opens it, so nothing "
            "from it was added. Open it where the organizer's key is, or open the key here first."
        ),
        Refusal.TOO_HARD: tr(
            "“{file}” is sealed in a way that would keep this laptop busy for hours, so it was "
            "left alone and nothing from it was added. Ask the person who sent it to seal it "
            "again."
        ),
        Refusal.NO_MEMORY: tr(
            "Opening “{file}” takes more memory than this laptop has free, so nothing from it was "
            "added. Close other apps and open it again, or open it on a laptop with more memory."
        ),
        Refusal.HANDED_OVER: tr(
            "“{file}” hands a whole program over, so nothing from it was added. Open it by itself; its "
            "name has to end in .dialogue-handover."
        ),
        Refusal.UNEXPECTED: tr(
            "“{file}” has something in it that Dialogue Desk could not cope with, so nothing from it "
            "was added. Ask the person who sent it to export it again; the log says what went wrong."
        ),
    }
