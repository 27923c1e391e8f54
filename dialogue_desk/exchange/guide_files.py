"""Reading guide files (``.guide.md``); ``docs/guide-format.md`` describes them to authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.guide_attributes import ID, MOST_ID, SHOWN
from dialogue_desk.exchange.guide_faults import Faults, GuideUnreadable
from dialogue_desk.exchange.guide_markdown import Shape, front_matter, pieces, title_and_attributes
from dialogue_desk.exchange.guide_parser import read_sections, sections
from dialogue_desk.exchange.refusals import noted
from dialogue_desk.words import Words

SUFFIX = ".guide.md"
MOST_BYTES = 2_000_000
MOST_LINES = 20_000
MOST_PEOPLE = 500

_KEYS = ("id", "version", "language", "title", "summary", "people")
_OPTIONAL = ("summary",)
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PEOPLE = re.compile(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?")


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
    faults = Faults(name, words)
    try:
        return _guide(text, faults)
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


def _guide(text: str, faults: Faults) -> Guide:
    words = faults.words
    lines = _lines(text)
    if len(lines) > MOST_LINES or len(text) > MOST_BYTES:
        faults.add(0, words.tr("The text is far too long for a guide: more than 20,000 lines or 2 MB."))
        raise GuideUnreadable(faults.found)
    opening = front_matter(lines)
    if opening is None:
        faults.add(
            1,
            words.tr(
                "The file does not begin with the lines that say which guide it is. Begin it with a "
                "line ---, then id, version, language, title and people, then a line --- again."
            ),
        )
        raise GuideUnreadable(faults.found)
    front = _read_front(opening, faults)
    # Blank lines instead of the top keep the numbers of the lines below.
    lines[: len(opening) + 2] = [""] * (len(opening) + 2)
    ground_rules, sessions = read_sections(sections(pieces(lines), faults), faults)
    if faults.found:
        raise GuideUnreadable(faults.found)
    return Guide(
        id=front["id"],
        version=front["version"],
        language=front["language"],
        title=front["title"],
        summary=front.get("summary", ""),
        people=_people(front["people"]) or (1, 1),
        ground_rules=ground_rules,
        sessions=sessions,
    )


def _read_front(lines: list[str], faults: Faults) -> dict[str, str]:
    tr = faults.words.tr
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, key, value in _front_entries(lines, faults):
        if key in places:
            faults.add(number, tr("“{key}” is here a second time. Keep only one.", key=key))
        elif value:
            places[key], values[key] = number, value
    for key in _KEYS:
        if key not in values and key not in _OPTIONAL:
            faults.add(1, tr("The lines at the top are missing {key}. Add a line “{key}: ...”.", key=key))
    _check_front(values, places, faults)
    return values


def _front_entries(lines: list[str], faults: Faults) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(lines, 2):
        key, _, value = (side.strip() for side in line.partition(":"))
        if key in _KEYS:
            yield number, key, value
        elif line.strip():
            faults.add(
                number,
                faults.words.tr(
                    "“{line}” is not understood. At the top you can write: {known}.",
                    line=line.strip()[:SHOWN],
                    known=", ".join(f"{known}: ..." for known in _KEYS),
                ),
            )


def _check_front(values: dict[str, str], places: dict[str, int], faults: Faults) -> None:
    tr = faults.words.tr
    name = values.get("id")
    if name and (not ID.fullmatch(name) or len(name) > MOST_ID):
        faults.add(
            places["id"],
            tr("This cannot be a name. Use lowercase letters, numbers and hyphens: id: my-guide"),
        )
    if "version" in values and not _VERSION.fullmatch(values["version"]):
        faults.add(places["version"], tr("This is not a version. Write numbers: version: 1.0.0"))
    if "language" in values and not _LANGUAGE.fullmatch(values["language"]):
        faults.add(
            places["language"],
            tr("This is not a language. Write its short name: language: en, or language: es"),
        )
    if "people" in values and not _people(values["people"]):
        faults.add(
            places["people"],
            tr(
                "This is not the size of a circle. Write the smallest and the largest, at most {most}: "
                "people: 8-12",
                most=MOST_PEOPLE,
            ),
        )


def _people(value: str) -> tuple[int, int] | None:
    match = _PEOPLE.fullmatch(value)
    if not match:
        return None
    low, high = int(match[1]), int(match[2] or match[1])
    return (low, high) if 1 <= low <= high <= MOST_PEOPLE else None


def heading_lines(text: str) -> Mapping[str, int]:
    """Return the line of each session (``s1``) and of each of its parts (``s1/welcome``)."""
    found: dict[str, int] = {}
    session = ""
    for piece in pieces(_lines(text)[:MOST_LINES]):
        if piece.shape is not Shape.HEADING:
            continue
        for attribute in title_and_attributes(piece.text)[1]:
            if attribute.startswith("#") and piece.depth in (1, 2):
                key = attribute[1:]
                session = key if piece.depth == 1 else session
                found.setdefault(key if piece.depth == 1 else f"{session}/{key}", piece.line)
    return found


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
