"""What was read of a document, line by line, and as what: a person can change each before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desk.domain.guides.labels import Meaning, card_title, labelled
from dialogue_desk.domain.guides.time_phrases import timed, without_ordinal

HEADINGS = frozenset({Meaning.SESSION, Meaning.PART, Meaning.STEP})

_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"))
_ENDS_A_QUESTION = re.compile(r"[?？]\s*[)\]\"”’»*]*(?:\s*\([^()]*\)\.?)?$")
"""A question may have a note in brackets after it."""


@dataclass(frozen=True, slots=True)
class GuideLine:
    """One line: its place in the document, its words there, what it means, and what the guide says for it.

    ``minutes`` and ``starts`` (minutes after midnight) are of headings.  ``listed`` is a line of a list.
    """

    number: int
    source: str
    meaning: Meaning
    text: str
    minutes: int | None = None
    starts: int | None = None
    listed: bool = False

    @property
    def understood(self) -> bool:
        """Whether the line is more than a piece of text that has to be kept somewhere."""
        return self.meaning is not Meaning.UNKNOWN


def as_meaning(line: GuideLine, meaning: Meaning) -> GuideLine:
    """Return the line with another meaning, as a person chose it: its text is read again for that."""
    made = line_of(line.number, line.source, meaning, listed=line.listed)
    if meaning in HEADINGS and made.minutes is None:
        return replace(made, minutes=line.minutes, starts=line.starts)
    return made


def as_meanings(line: GuideLine, meaning: Meaning) -> tuple[GuideLine, ...]:
    """Return all pieces that a line is with another meaning: what it lists to bring are several things."""
    if meaning is Meaning.MATERIAL:
        label = labelled(line.source.strip())
        rest = label.text if label and label.meaning is meaning else line.source
        if things := tuple(things_in(line.number, line.source, rest)):
            return things
    return (as_meaning(line, meaning),)


def things_in(number: int, source: str, rest: str) -> Iterator[GuideLine]:
    """Yield the things to bring that one line names."""
    pieces = re.split(r"\s*;\s*", rest) if ";" in rest else re.split(r",\s+(?!\d)", rest)
    if re.search(r"[.!?]\s+\S|[(]", rest):
        pieces = [rest]
    for piece in filter(None, (piece.strip() for piece in pieces)):
        yield replace(line_of(number, source, Meaning.MATERIAL), text=piece)


def line_of(number: int, source: str, meaning: Meaning, *, listed: bool = False) -> GuideLine:
    """Make a line of its words in the document: without the time in a heading, the label, the quotes."""
    if meaning is Meaning.MINUTES:
        return _minutes_line(number, source, listed=listed)
    if meaning in HEADINGS:
        time = timed(source)
        title = without_ordinal(time.text) or source.strip()
        return GuideLine(number, source, meaning, title, time.minutes, time.starts, listed)
    if meaning is Meaning.TITLE:
        time = timed(source)
        return GuideLine(number, source, meaning, source.strip(), time.minutes, None, listed)
    if meaning is Meaning.CARD:
        return GuideLine(number, source, meaning, card_title(source) or source.strip(" :"), listed=listed)
    text = source.strip()
    label = labelled(text)
    if label is not None and label.meaning is meaning:
        text = label.text
    return GuideLine(
        number, source, meaning, unquoted(text) if meaning is Meaning.SAY else text, listed=listed
    )


def _minutes_line(number: int, source: str, *, listed: bool) -> GuideLine:
    """Make a line that tells minutes.  Its text is empty when it says nothing else."""
    label = labelled(source.strip())
    time = timed(label.text if label else source, sentence=True)
    return GuideLine(
        number,
        source,
        Meaning.MINUTES,
        "" if time.is_only_time else source.strip(),
        time.minutes,
        None,
        listed,
    )


def is_question(text: str) -> bool:
    """Whether a line ends as a question does."""
    return bool(_ENDS_A_QUESTION.search(text.strip()))


def is_quoted(text: str) -> bool:
    """Whether a whole line stands in quotation marks."""
    return unquoted(text) != text.strip()


def unquoted(text: str) -> str:
    """Return a line without the quotation marks around the whole of it."""
    plain = text.strip()
    for opening, closing in _PAIRS:
        inside = plain[len(opening) : -len(closing)]
        whole = plain.startswith(opening) and plain.endswith(closing) and len(plain) > 2
        if whole and opening not in inside and closing not in inside:
            return inside.strip()
    return plain
