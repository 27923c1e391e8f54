"""Sessions for programs of qualitative analysis, in the REFI-QDA standard (codebook 1.0, project 1.0).

Themes are codes, and so are the kinds of note and their spread.  A session is a case with its facts, and
one text in which each note and each action idea begins a line and is coded.  Positions count Unicode
characters.  The caller leaves out what may not leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.notes import NoteKind, Spread, Theme
from dialogue_desk.domain.model.text import one_line, printable
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored, stored
from dialogue_desk.domain.records.records import Record
from dialogue_desk.words.times import local_datetime

_CODEBOOK, _PROJECT = "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:project:1.0"
_ORIGIN = "Dialogue Desk"
_OURS = UUID("0f1de0d0-6e0f-5b0a-9d0e-7f3c1a5d2b64")
_LONGEST_NAME = 80
_ACTION_IDEA = "action idea"
_VARIABLES = {
    "Program": "Text",
    "Circle": "Text",
    "Session": "Integer",
    "Place": "Text",
    "Date": "Date",
    "People": "Integer",
    "Officers": "Text",
    "Language": "Text",
}
"""The facts about a session, and the type of each."""


def codebook_bytes(records: Iterable[Record]) -> bytes:
    """Return the themes, with the kinds of note and their spread, as a codebook (.qdc)."""
    book = Element("CodeBook", {"xmlns": _CODEBOOK, "origin": _ORIGIN})
    _add_codes(book, _themes(records))
    return _xml(book)


def project_bytes(records: Iterable[Record], folders: Iterable[SessionFolder]) -> bytes:
    """Return sessions, with the themes of ``records``, as a project (.qdpx), always in the same bytes."""
    themes = _themes(records)
    sessions = [_Session(folder) for folder in sorted(folders, key=lambda folder: folder.id)]
    files = {"project.qde": _xml(_project(themes, sessions))}
    files |= {f"sources/{one.source}.txt": one.text.encode() for one in sessions}
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, content in files.items():
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _CodedText:
    """One note or action idea: its place in the text of its session, and its codes."""

    id: RecordId
    begin: int
    end: int
    codes: tuple[str, ...]
    more: str
    at: Instant | None


class _Session:
    def __init__(self, folder: SessionFolder) -> None:
        self.folder = folder
        self.case = _guid(folder.id)
        self.source = _drawn("source", folder.id)
        self.said: list[_CodedText] = []
        self._lines: list[str] = []
        self._length = 0
        for note in folder.notes:
            body = note.body
            codes = (*map(_guid, _known(folder, body.themes)), _coded(body.kind))
            codes += (_coded(body.spread),) if body.spread else ()
            self._add(note.id, body.text, codes, "", body.said_at)
        for action in folder.actions:
            idea = action.body
            codes = (*map(_guid, _known(folder, idea.themes)), _drawn("kind", _ACTION_IDEA))
            fields = {
                "why": idea.why,
                "who": idea.who,
                "first step": idea.first_step,
                "strengths": idea.strengths,
                "obstacles": idea.obstacles,
                "level": idea.level.value if idea.level else "",
                "horizon": idea.horizon.value if idea.horizon else "",
            }
            more = "\n".join(f"{name}: {printable(value)}" for name, value in fields.items() if value)
            self._add(action.id, idea.what, codes, more, idea.said_at)

    @property
    def text(self) -> str:
        return "".join(self._lines)

    @property
    def name(self) -> str:
        session, circle = self.folder.session, self.folder.circle
        day = local_datetime(session.start, session.zone).date().isoformat()
        return one_line(f"{_program(self.folder)} {circle.code} session {session.number}, {day}")

    @property
    def facts(self) -> dict[str, str]:
        """The values of the variables; "" when one is not known."""
        session, circle = self.folder.session, self.folder.circle
        return {
            "Program": _program(self.folder),
            "Circle": circle.code,
            "Session": str(session.number),
            "Place": session.place or circle.place,
            "Date": local_datetime(session.start, session.zone).date().isoformat(),
            "People": "" if session.present is None else str(session.present),
            "Officers": session.officers.value if session.officers else "",
            "Language": circle.language,
        }

    def _add(self, said: RecordId, text: str, codes: tuple[str, ...], more: str, at: Instant | None) -> None:
        line = printable(text)
        self.said.append(
            _CodedText(said, self._length, self._length + len(line), tuple(dict.fromkeys(codes)), more, at)
        )
        self._lines.append(f"{line}\n")
        self._length += len(line) + 1


def _project(themes: Sequence[Stored[Theme]], sessions: Sequence[_Session]) -> Element:
    """Return the project; the standard wants its parts in this order, and no empty ones."""
    user = _drawn("user", "note-taker")
    project = Element("Project", xmlns=_PROJECT, name=_ORIGIN, origin=_ORIGIN, creatingUserGUID=user)
    SubElement(SubElement(project, "Users"), "User", {"guid": user, "name": "Note-taker"})
    _add_codes(SubElement(project, "CodeBook"), themes)
    variables = SubElement(project, "Variables")
    for name, type_ in _VARIABLES.items():
        about = {"guid": _drawn("variable", name), "name": name, "typeOfVariable": type_}
        SubElement(variables, "Variable", about)
    if sessions:
        names = list(_unlike([one.name for one in sessions]))
        cases = SubElement(project, "Cases")
        for name, session in zip(names, sessions, strict=True):
            _add_case(cases, session, name)
        sources = SubElement(project, "Sources")
        for name, session in zip(names, sessions, strict=True):
            _add_source(sources, session, name, user)
    return project


def _add_codes(above: Element, themes: Sequence[Stored[Theme]]) -> None:
    codes = SubElement(above, "Codes")
    for theme, name in zip(themes, _unlike([theme.body.name for theme in themes]), strict=True):
        _add_code(codes, _guid(theme.id), name)
    kinds = _add_code(codes, _drawn("codes", "kind"), "Kind of note", codable=False)
    for kind in NoteKind:
        _add_code(kinds, _coded(kind), kind.value)
    _add_code(kinds, _drawn("kind", _ACTION_IDEA), _ACTION_IDEA)
    spreads = _add_code(codes, _drawn("codes", "spread"), "Held by", codable=False)
    for spread in Spread:
        _add_code(spreads, _coded(spread), spread.value)


def _add_code(above: Element, guid: str, name: str, *, codable: bool = True) -> Element:
    about = {"guid": guid, "name": one_line(name), "isCodable": "true" if codable else "false"}
    return SubElement(above, "Code", about)


def _add_case(cases: Element, session: _Session, name: str) -> None:
    case = SubElement(cases, "Case", {"guid": session.case, "name": name})
    for variable, value in session.facts.items():
        if value:
            held = SubElement(case, "VariableValue")
            SubElement(held, "VariableRef", {"targetGUID": _drawn("variable", variable)})
            SubElement(held, f"{_VARIABLES[variable]}Value").text = printable(value)
    SubElement(case, "SourceRef", {"targetGUID": session.source})


def _add_source(sources: Element, session: _Session, name: str, user: str) -> None:
    source = SubElement(
        sources,
        "TextSource",
        guid=session.source,
        name=name,
        plainTextPath=f"internal://{session.source}.txt",
        creatingUser=user,
        creationDateTime=_moment(session.folder.session.start),
    )
    for said in session.said:
        written = {"creatingUser": user, "creationDateTime": _moment(said.at) if said.at is not None else ""}
        written = {key: value for key, value in written.items() if value}
        selection = SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": _guid(said.id),
                "name": one_line(session.text[said.begin : said.end])[:_LONGEST_NAME],
                "startPosition": str(said.begin),
                "endPosition": str(said.end),
                **written,
            },
        )
        if said.more:
            SubElement(selection, "Description").text = said.more
        for code in said.codes:
            coding = SubElement(selection, "Coding", {"guid": _drawn("coding", said.id, code), **written})
            SubElement(coding, "CodeRef", {"targetGUID": code})


def _themes(records: Iterable[Record]) -> Sequence[Stored[Theme]]:
    themes = stored(sorted(records, key=lambda record: record.id), Theme)
    known = {theme.id for theme in themes}
    return [theme for theme in themes if theme.body.into not in known]


def _known(folder: SessionFolder, themes: Iterable[RecordId]) -> Iterator[RecordId]:
    return (theme for theme in themes if theme in folder.themes)


def _program(folder: SessionFolder) -> str:
    return folder.program.called if folder.program else ""


def _unlike(names: Sequence[str]) -> Iterator[str]:
    """Yield ``names`` with numbers where they are alike: some programs know codes by name alone."""
    taken: set[str] = set()
    for name in names:
        plain = candidate = one_line(name) or "?"
        number = 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{plain} ({number})"
        taken.add(candidate.casefold())
        yield candidate


def _coded(member: StrEnum) -> str:
    return _drawn("kind" if isinstance(member, NoteKind) else "spread", member.value)


def _guid(record: RecordId) -> str:
    """Return the id of a record as the standard wants it: a UUID, the record's own when it is one."""
    try:
        return record if str(UUID(record)) == record else _drawn("record", record)
    except ValueError:
        return _drawn("record", record)


def _drawn(*parts: str) -> str:
    return str(uuid5(_OURS, "/".join(parts)))


def _moment(at: Instant) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")


def _xml(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
