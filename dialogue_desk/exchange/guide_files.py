"""Reading guide files (``.guide.md``); ``docs/guide-format.md`` describes them to authors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_lengths import guide_for_people, usual_people
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.guide_faults import SHOWN, Fault, Faults, GuideUnreadable
from dialogue_desk.exchange.guide_markdown import BEFORE, TODAY, Reading, front_matter, tree_of
from dialogue_desk.exchange.guide_parser import guide_of
from dialogue_desk.exchange.guide_source import GuideSource
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.exchange.refusals import noted
from dialogue_desk.file_names import portable_name
from dialogue_desk.words import Words

SUFFIX = ".guide.md"
MOST_BYTES = 2_000_000
MOST_LINES = 40_000


@dataclass(frozen=True, slots=True)
class OpenedGuide:
    """A guide, the tree of its file ``name``, and hints about words in it that nobody knows."""

    name: str
    guide: Guide
    source: GuideSource
    hints: tuple[Fault, ...] = ()


def read_guide_file(path: Path, words: Words) -> Guide:
    """Read the guide in a file.

    Raises:
        GuideUnreadable: when it is not a guide, with a sentence for each thing to fix.
    """
    return read_guide(guide_text(path, words), path.name, words)


def guide_text(path: Path, words: Words) -> str:
    """Return the text of a guide file.

    Raises:
        GuideUnreadable: when it is missing, too big, or not UTF-8 text.
    """
    faults = Faults(path.name, words)
    try:
        if not path.is_file():
            faults.add(0, words.tr("There is no such file. Choose a file whose name ends in .guide.md."))
        elif path.stat().st_size > MOST_BYTES:
            faults.add(0, words.tr("The file is larger than 2 MB. A guide is plain text and far smaller."))
        else:
            return decoded(path.read_bytes())
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.add(line, words.tr("The file is not plain text in UTF-8. Save it again as UTF-8 text."))
    except OSError as error:
        faults.add(0, unread_because(error, words))
    raise GuideUnreadable(faults.found)


def read_guide(text: str, name: str, words: Words) -> Guide:
    """Read a guide from its text; ``name`` is the file's name in the sentences.

    Raises:
        GuideUnreadable: with everything that is wrong, as far as one reading can tell.
    """
    return open_guide(text, name, words).guide


def read_stored_guide(text: str, name: str, words: Words) -> Guide:
    """Read a guide with which sessions were held, also one that only earlier rules let through.

    Raises:
        GuideUnreadable: when it was never a guide.
    """
    try:
        return read_guide(text, name, words)
    except GuideUnreadable as refused:
        try:
            return _opened(text, name, words, BEFORE).guide
        except GuideUnreadable:
            raise refused from None


def guide_file_name(guide: str, language: str) -> str:
    """Return the name of the file in which a guide leaves, in one language."""
    return portable_name(f"{guide or 'guide'}.{language or 'en'}{SUFFIX}")


def guide_text_of(text: str) -> GuideText:
    """Return a text with the guide, the version and the language that its top names.

    What is missing there is empty, so that a text which is no guide yet can be kept too.
    """
    return GuideText(top_line(text, "id"), top_line(text, "version"), top_line(text, "language"), text)


def top_line(text: str, key: str) -> str:
    """Return what the top of a guide's text says under ``key``; "" when it does not say it."""
    lines = front_matter(text.removeprefix("\ufeff").splitlines()) or ()
    found = (value for name, _, value in (line.partition(":") for line in lines) if name.strip() == key)
    return next(found, "").strip()[:SHOWN]


def open_guide(text: str, name: str, words: Words) -> OpenedGuide:
    """Read a guide and the tree of its file.

    Raises:
        GuideUnreadable: with everything that is wrong, as far as one reading can tell.
    """
    return _opened(text, name, words, TODAY)


def tree_in(text: str, words: Words) -> tuple[GuideSource, tuple[str, ...]]:
    """Return the tree of a text that may have faults, and its lines that are in no tree and would be lost.

    Raises:
        GuideUnreadable: when the text does not begin as a guide does, or is far too long.
    """
    faults = Faults("", words)
    source = _tree(text, faults, TODAY)
    if not faults.found:
        return source, ()
    lines, kept = _lines(text), _letters(written(source))
    lost = [lines[fault.line - 1].strip() for fault in faults.found if fault.line]
    return source, tuple(dict.fromkeys(line for line in lost if _letters(line) not in kept))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _opened(text: str, name: str, words: Words, reading: Reading) -> OpenedGuide:
    faults = Faults(name, words)
    try:
        guide, source = _read(text, faults, reading)
    except GuideUnreadable:
        raise
    except Exception as error:  # noqa: BLE001  # nothing in a file may stop the reading of others
        noted(error)
        sentence = words.tr(
            "The file has something in it that Dialogue Desk could not cope with; the log says what "
            "went wrong. Go back to the last text that could be opened."
        )
        faults.add(0, sentence)
        raise GuideUnreadable(faults.found) from None
    return OpenedGuide(name, guide_for_people(guide, usual_people(guide)), source, faults.all)


def _read(text: str, faults: Faults, reading: Reading) -> tuple[Guide, GuideSource]:
    source = _tree(text, faults, reading)
    guide = guide_of(source, faults, strict=reading.strict)
    if faults.found:
        raise GuideUnreadable(faults.found)
    return guide, source


def _tree(text: str, faults: Faults, reading: Reading) -> GuideSource:
    words, lines = faults.words, _lines(text)
    if len(lines) > MOST_LINES or len(text) > MOST_BYTES:
        faults.add(0, words.tr("The text is far too long for a guide: more than 40,000 lines or 2 MB."))
        raise GuideUnreadable(faults.found)
    source = tree_of(lines, faults, reading)
    if source is None:
        faults.add(
            1,
            words.tr(
                "The file does not begin with the lines that say which guide it is. Begin it with a "
                "line ---, then id, version, language, title and people, then a line --- again."
            ),
        )
        raise GuideUnreadable(faults.found)
    return source


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
