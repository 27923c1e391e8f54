"""Why a document cannot become a guide, what is to be known of one that can, and the sentences for both."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from dialogue_desk.domain.guides.source import Remark, RemarkKind
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.words import Words


class Trouble(StrEnum):
    """What is wrong with a document."""

    UNKNOWN_KIND = "unknown kind"
    NOT_WHAT_IT_SAYS = "not what it says"
    OLD_WORD = "old Word, or with a password"
    LOCKED = "locked"
    SCANNED = "scanned"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    DAMAGED = "damaged"
    NOT_TEXT = "not text"
    A_GUIDE = "a guide"


class DocumentRefused(Exception):
    """A document cannot be read; ``detail`` is plain English for the log."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else str(trouble))
        self.trouble = trouble


def trouble_sentence(trouble: Trouble, file: str, words: Words) -> str:
    """Say why a document was not read, and what to do."""
    tr: Callable[[str], str] = partial(words.tr, file=safe_in_sentence(file))
    return {
        Trouble.UNKNOWN_KIND: tr(
            "“{file}” is not a document that can become a guide. Choose a DOCX, ODT, PDF, Markdown or text "
            "file, or save it as one of these first."
        ),
        Trouble.NOT_WHAT_IT_SAYS: tr(
            "“{file}” is not the kind of document that its name says. Open it in the program it was "
            "written with and save it as DOCX, ODT or PDF."
        ),
        Trouble.OLD_WORD: tr(
            "“{file}” has a password, or was saved in the old Word format. Open it in Word or LibreOffice "
            "and save it as DOCX without a password."
        ),
        Trouble.LOCKED: tr(
            "“{file}” is locked with a password. Open it with the password, save it without one, then "
            "choose it again."
        ),
        Trouble.SCANNED: tr(
            "“{file}” has pictures of pages and no text. Ask for the file it was printed from, or read it "
            "in with a text recognition program first."
        ),
        Trouble.EMPTY: tr("“{file}” has no text in it. Check that it is the right file."),
        Trouble.TOO_LARGE: tr(
            "“{file}” is much larger than a guide can be. Save only the pages of the guide in a file of "
            "their own."
        ),
        Trouble.UNSAFE: tr(
            "“{file}” is not built the way writing programs do it, and could do harm, so it was not read. "
            "Ask the person who sent it to save it again."
        ),
        Trouble.DAMAGED: tr(
            "“{file}” is damaged and cannot be read. Copy it again, or ask for the file again."
        ),
        Trouble.NOT_TEXT: tr("“{file}” is not plain text. Save it as UTF-8 text, then choose it again."),
        Trouble.A_GUIDE: tr("“{file}” is a guide already. Open it as a guide."),
    }[trouble]


def remark_sentence(remark: Remark, words: Words) -> str:
    """Say one thing that a person should know of how a document was read, or of the guide made of it."""
    about_file = _about_file(words)
    if remark.kind in about_file:
        return about_file[remark.kind]
    return _about_guide(remark, words)


def _about_file(words: Words) -> dict[RemarkKind, str]:
    tr = words.tr
    return {
        RemarkKind.MACROS: tr("The document has macros in it. They were not run, and are not in the guide."),
        RemarkKind.OUTSIDE: tr("The document points to other files or web pages. Nothing was downloaded."),
        RemarkKind.COMMENTS: tr("Comments, and words that were deleted, are not in the guide."),
        RemarkKind.CONTENTS: tr("The table of contents is not in the guide; its headings are."),
        RemarkKind.PAGE_NUMBERS: tr(
            "Page numbers are not in the guide, and what every page repeats is in it once."
        ),
        RemarkKind.OLD_LETTERS: tr(
            "The file does not say how its letters are written. Check the accents and quotation marks."
        ),
        RemarkKind.TIMES_OF_DAY: tr(
            "Times of day became minutes. A session starts at the time you choose on Prepare."
        ),
    }


def _about_guide(remark: Remark, words: Words) -> str:
    places = {"title": remark.title, "count": remark.figure, "other": remark.other}
    return {
        RemarkKind.PAGES_WITHOUT_TEXT: words.ntr(
            "{count} page has no text, only a picture. Look at it in the document.",
            "{count} pages have no text, only pictures. Look at them in the document.",
            remark.figure,
        ),
        RemarkKind.NO_PARTS: words.tr(
            "“{title}” has no headings that could be parts, so it became one part.", **places
        ),
        RemarkKind.MINUTES_GUESSED: words.tr(
            "The document has no minutes for “{title}”. It was given {count}; change that if needed.",
            **places,
        ),
        RemarkKind.MINUTES_DIFFER: words.tr(
            "For “{title}” the document says {count} minutes, and its parts take {other} together. The guide "
            "has what the parts take.",
            **places,
        ),
        RemarkKind.MINUTES_TOO_MANY: words.tr(
            "The parts of “{title}” take {other} minutes together, more than the {count} of the longest "
            "session. Split it into several.",
            **places,
        ),
        RemarkKind.PEOPLE_GUESSED: words.tr(
            "The document does not say for how many people it is. The guide says {count} to {other}; change "
            "that if needed.",
            **places,
        ),
    }[remark.kind]
