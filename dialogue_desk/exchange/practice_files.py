"""Reading practice scripts (``.practice.md``); ``docs/practice-scripts.md`` describes them to authors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from dialogue_desk.domain.model.guide import Guide, SessionPlan
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.text import decoded, normalized
from dialogue_desk.domain.practice.script import (
    Mark,
    MarkKind,
    PracticeLine,
    PracticePart,
    PracticeScript,
    Written,
)
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.guide_attributes import is_id
from dialogue_desk.exchange.guide_faults import SHOWN, Fault, Faults, GuideUnreadable
from dialogue_desk.exchange.guide_markdown import front_matter
from dialogue_desk.exchange.guide_top import LANGUAGE, VERSION
from dialogue_desk.words import Words

SUFFIX = ".practice.md"
MOST_BYTES = 1_000_000
MOST_LINES = 5_000

KINDS = tuple(kind for kind in NoteKind if kind is not NoteKind.DEBRIEF)
"""The kinds of notes about what a circle said."""

GuideFinder = Callable[[str, str], Guide | None]
"""Answers with the guide of an id, in a language if it comes in that; None when there is no such guide.

It is the ``translation`` of a library."""

_KEYS = ("id", "version", "language", "title", "summary", "guide", "session")
_HEADING = re.compile(r"##[ \t]+(?P<title>.*?)[ \t]*\{#(?P<id>[^{}\s]*)\}")
_SPOKEN = re.compile(
    r"-[ \t]+(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])[ \t]+\[(?P<voice>\w{1,8})\][ \t]+(?P<text>\S.*)"
)
_BELOW = re.compile(r"[ \t]+(?P<sign>[>!])[ \t]*(?P<kind>[^:]*?)[ \t]*:[ \t]*(?P<text>\S.*)")


class PracticeUnreadable(Exception):
    """A file is not a practice script; ``faults`` is everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(fault.sentence for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Practices:
    """The practice scripts of a folder.  ``faults`` says which files were left out, and why."""

    scripts: tuple[PracticeScript, ...]
    faults: tuple[Fault, ...]


def practices_in(folder: Path, words: Words, guide_of: GuideFinder | None = None) -> Practices:
    """Read every practice script of a folder, by file name.  A folder that does not exist has none.

    A file that cannot be read is left out, and so is a second one with the same id and language.
    """
    found: dict[tuple[str, str], tuple[str, PracticeScript]] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            script = read_practice_file(path, words, guide_of)
        except PracticeUnreadable as unreadable:
            faults += unreadable.faults
            continue
        used, _ = found.setdefault((script.id, script.language), (path.name, script))
        if used != path.name:
            faults += _twin(path.name, used, script, words)
    return Practices(tuple(script for _, script in found.values()), tuple(faults))


def read_practice_file(path: Path, words: Words, guide_of: GuideFinder | None = None) -> PracticeScript:
    """Read the practice script in a file.

    Raises:
        PracticeUnreadable: when it is none, with a sentence for each thing to fix.
    """
    faults = Faults(path.name, words)
    try:
        if not path.is_file():
            faults.add(0, words.tr("There is no such file. Choose a file whose name ends in .practice.md."))
        elif path.stat().st_size > MOST_BYTES:
            faults.add(0, _too_long(words))
        else:
            return read_practice(decoded(path.read_bytes()), path.name, words, guide_of)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.add(line, words.tr("The file is not plain text in UTF-8. Save it again as UTF-8 text."))
    except OSError as error:
        faults.add(0, unread_because(error, words))
    raise PracticeUnreadable(faults.found)


def read_practice(text: str, name: str, words: Words, guide_of: GuideFinder | None = None) -> PracticeScript:
    """Read a practice script from its text; ``name`` is the file's name in the sentences.

    With ``guide_of`` it is also checked that the guide, the session and the parts exist.

    Raises:
        PracticeUnreadable: with everything that is wrong.
    """
    faults = Faults(name, words)
    try:
        script = _read(normalized(text), faults, guide_of)
    except GuideUnreadable as too_many:
        raise PracticeUnreadable(too_many.faults) from None
    if script is None or faults.found:
        raise PracticeUnreadable(faults.found)
    return script


def _read(text: str, faults: Faults, guide_of: GuideFinder | None) -> PracticeScript | None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MOST_LINES or len(text) > MOST_BYTES:
        faults.add(0, _too_long(faults.words))
        return None
    opening = front_matter(lines)
    if opening is None:
        faults.add(
            1,
            faults.words.tr(
                "The file does not begin with the lines that say which practice it is. Begin it with a "
                "line ---, then id, version, language, title, summary, guide and session, then a line --- "
                "again."
            ),
        )
        return None
    top = _top_of(opening, faults)
    body = _Body(faults)
    for number, line in enumerate(lines[len(opening) + 2 :], len(opening) + 3):
        body.read(number, line.rstrip())
    body.settle()
    if guide_of is not None:
        _check_places(top, body, guide_of, faults)
    return PracticeScript(**{key: top[key][1] if key in top else "" for key in _KEYS}, parts=body.parts)


# The top

_Top = dict[str, tuple[int, str]]
"""What the top says for each key, with the number of its line."""


def _top_of(lines: Sequence[str], faults: Faults) -> _Top:
    top = _Top()
    for number, line in enumerate(lines, 2):
        if line.strip():
            _read_top_line(number, line, top, faults)
    for key in _KEYS:
        if key not in top:
            missing = faults.words.tr(
                "The lines at the top are missing {key}. Add a line “{key}: ...”.", key=key
            )
            faults.add(1, missing)
    return top


def _read_top_line(number: int, line: str, top: _Top, faults: Faults) -> None:
    tr = faults.words.tr
    key, colon, value = (piece.strip() for piece in line.partition(":"))
    if not colon or key not in _KEYS:
        faults.add(
            number,
            tr(
                "“{line}” is not understood. At the top you can write: {known}.",
                line=line.strip()[:SHOWN],
                known=", ".join(f"{one}: ..." for one in _KEYS),
            ),
        )
    elif key in top:
        faults.add(number, tr("“{key}” is here a second time. Keep only one.", key=key))
    elif value:
        top[key] = (number, value)
        if sentence := _wrong_value(key, value, faults.words):
            faults.add(number, sentence)


def _wrong_value(key: str, value: str, words: Words) -> str:
    if key in ("id", "guide", "session") and not is_id(value):
        return words.tr(
            "“{value}” cannot be a name. Use lowercase letters, numbers and hyphens, such as "
            "{key}: {example}",
            value=value[:SHOWN],
            key=key,
            example={"id": "a-hard-question", "guide": "safety-together", "session": "s1"}[key],
        )
    if key == "version" and not VERSION.fullmatch(value):
        return words.tr("This is not a version. Write numbers: version: 1.0.0")
    if key == "language" and not LANGUAGE.fullmatch(value):
        return words.tr("This is not a language. Write its short name: language: en, or language: es")
    return ""


# The parts

_EXAMPLE = "## Hopes {#hopes}"


class _Above(Enum):
    """What is above a line of the file; what is below a line that has a fault is not judged."""

    NOTHING = "nothing"
    LINE = "line"
    UNREAD = "unread"


@dataclass(slots=True)
class _Part:
    """A part while its lines are gathered; ``line`` is the number of its heading."""

    id: str
    title: str
    line: int
    lines: list[PracticeLine] = field(default_factory=list)


class _Body:
    """Gathers the parts and their lines, one line of the file after the other."""

    def __init__(self, faults: Faults) -> None:
        self._faults, self._words = faults, faults.words
        self.found: list[_Part] = []
        self._above: _Above = _Above.NOTHING

    @property
    def parts(self) -> tuple[PracticePart, ...]:
        return tuple(PracticePart(part.id, part.title, tuple(part.lines)) for part in self.found)

    def read(self, number: int, line: str) -> None:
        """Take in one line of the file."""
        if not line:
            return
        if line.startswith("#"):
            self._head(number, line)
        elif line.startswith("-"):
            self._line(number, line)
        elif line.lstrip().startswith((">", "!")):
            self._what_is_below(number, line)
        else:
            self._fault(
                number,
                self._words.tr(
                    "“{line}” is not understood. Write a part as {example}, a spoken line as "
                    "- 0:12 [A] words, all in one line, and below it > kind: a note, or ! kind: words.",
                    line=line.strip()[:SHOWN],
                    example=_EXAMPLE,
                ),
            )

    def settle(self) -> None:
        """Judge what only the whole tells."""
        if not self.found:
            self._fault(
                0, self._words.tr("The practice has no part. Write one as {example}.", example=_EXAMPLE)
            )
        for part in self.found:
            if not part.lines:
                self._fault(
                    part.line,
                    self._words.tr("Nobody speaks in this part. Write a line such as - 0:00 [A] Hello."),
                )

    def _fault(self, number: int, sentence: str) -> None:
        self._faults.add(number, sentence)

    def _head(self, number: int, line: str) -> None:
        self._above = _Above.NOTHING
        match = _HEADING.fullmatch(line)
        if match is None or not match["title"] or not is_id(match["id"]):
            self._fault(
                number,
                self._words.tr(
                    "“{line}” is not a part. Write two # signs, a title, and the part’s name in the guide: "
                    "{example}",
                    line=line[:SHOWN],
                    example=_EXAMPLE,
                ),
            )
            # A substitute, so that the lines below it are no further faults.
            self.found.append(_Part("", "", number, []))
            return
        if any(part.id == match["id"] for part in self.found):
            self._fault(
                number,
                self._words.tr("The part “{part}” is here twice. Write its lines in one.", part=match["id"]),
            )
        self.found.append(_Part(match["id"], match["title"], number))

    def _line(self, number: int, line: str) -> None:
        match = _SPOKEN.fullmatch(line)
        if not self.found:
            self._fault(
                number,
                self._words.tr(
                    "This line is in no part. Write its part above it: {example}", example=_EXAMPLE
                ),
            )
            self.found.append(_Part("", "", number))
        if match is None:
            self._fault(
                number,
                self._words.tr(
                    "“{line}” is not a spoken line. Write minutes and seconds, a letter for the voice, and "
                    "the words: - 0:12 [A] I work nights.",
                    line=line[:SHOWN],
                ),
            )
            self._above = _Above.UNREAD
            return
        self._above = _Above.LINE
        at = 60 * int(match["minutes"]) + int(match["seconds"])
        lines = self.found[-1].lines
        if lines and at <= lines[-1].at:
            self._fault(
                number,
                self._words.tr(
                    "This line begins at {time}, and the line before it at {before}. Each line begins later "
                    "than the one before. Write a later time.",
                    time=_clock(at),
                    before=_clock(lines[-1].at),
                ),
            )
        lines.append(PracticeLine(at, match["voice"], match["text"]))

    def _what_is_below(self, number: int, line: str) -> None:
        match = _BELOW.fullmatch(line)
        if match is None:
            self._fault(
                number,
                self._words.tr(
                    "“{line}” is not understood. Below a spoken line, indented by two spaces, write a note "
                    "as > concern: no sidewalk, or words that could identify somebody as ! name: Rosa",
                    line=line.strip()[:SHOWN],
                ),
            )
        elif self._above is _Above.NOTHING:
            self._fault(
                number,
                self._words.tr("There is no spoken line above this. Write it below the line it is about."),
            )
        elif self._above is _Above.UNREAD:
            return
        elif match["sign"] == ">":
            self._note(number, match["kind"], match["text"])
        else:
            self._mark(number, match["kind"], match["text"])

    def _note(self, number: int, kind: str, text: str) -> None:
        lines = self.found[-1].lines
        if kind not in KINDS:
            self._fault(number, self._no_such_kind(kind, KINDS))
        elif lines[-1].written is not None:
            self._fault(
                number,
                self._words.tr(
                    "This line has a note already. Write one note for a line, the one most worth it."
                ),
            )
        else:
            lines[-1] = replace(lines[-1], written=Written(NoteKind(kind), text))

    def _mark(self, number: int, kind: str, text: str) -> None:
        lines = self.found[-1].lines
        if kind not in tuple(MarkKind):
            self._fault(number, self._no_such_kind(kind, tuple(MarkKind)))
        elif not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", lines[-1].text):
            self._fault(
                number,
                self._words.tr(
                    "“{words}” is not in the line above. Write the words exactly as they are there.",
                    words=text[:SHOWN],
                ),
            )
        elif any(mark.words == text for mark in lines[-1].marks):
            self._fault(number, self._words.tr("“{words}” is here twice. Keep only one.", words=text[:SHOWN]))
        else:
            mark = Mark(MarkKind(kind), text)
            lines[-1] = replace(lines[-1], marks=(*lines[-1].marks, mark))

    def _no_such_kind(self, kind: str, known: Iterable[str]) -> str:
        return self._words.tr(
            "There is no kind “{kind}”. Write one of these: {known}.",
            kind=kind[:SHOWN],
            known=", ".join(known),
        )


# The shelf


def _check_places(top: _Top, body: _Body, guide_of: GuideFinder, faults: Faults) -> None:
    tr = faults.words.tr
    if not {"guide", "session"} <= top.keys():
        return
    (line, guide_id), (session_line, session_id) = top["guide"], top["session"]
    guide = guide_of(guide_id, top.get("language", (0, ""))[1])
    if guide is None:
        faults.add(
            line,
            tr("There is no guide “{guide}” here. Write the id of a guide that is here.", guide=guide_id),
        )
        return
    session = next((one for one in guide.sessions if one.id == session_id), None)
    if session is None:
        faults.add(
            session_line,
            tr(
                "The guide “{guide}” has no session “{session}”. Write one of these: {known}.",
                guide=guide_id,
                session=session_id,
                known=", ".join(one.id for one in guide.sessions),
            ),
        )
        return
    _check_parts(body.found, session, faults)


def _check_parts(parts: Iterable[_Part], session: SessionPlan, faults: Faults) -> None:
    known = [part.id for part in session.parts]
    for part in parts:
        if part.id and part.id not in known:
            faults.add(
                part.line,
                faults.words.tr(
                    "The session “{session}” has no part “{part}”. Write one of these: {known}.",
                    session=session.id,
                    part=part.id,
                    known=", ".join(known),
                ),
            )


def _twin(name: str, used: str, script: PracticeScript, words: Words) -> tuple[Fault, ...]:
    faults = Faults(name, words)
    faults.add(
        0,
        words.tr(
            "The practice “{practice}” in the language “{language}” is here twice; {other} is used. "
            "Give this one another id, or delete one of the two.",
            practice=script.id,
            language=script.language,
            other=used,
        ),
    )
    return faults.found


def _too_long(words: Words) -> str:
    return words.tr("The file is far too long for a practice: more than 5,000 lines or 1 MB.")


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
