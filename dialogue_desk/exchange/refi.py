"""Sessions for programs of qualitative analysis, in the REFI-QDA standard (codebook 1.0, project 1.0).

Themes are codes, and so are the kinds of note and their spread.  A session is a case with its facts, and
one text in which each note and each action idea begins a line and is coded: by the note-taker as the circle
wrote it, and by organizers where they count it under themes of their own.  Positions count Unicode
characters.  The caller leaves out what may not leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.text import one_line, printable
from dialogue_desk.domain.overview.session_folder import SessionFolder, stored
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.about_tables import licenses
from dialogue_desk.exchange.refi_codes import ACTION_IDEA, add_codes, coded, drawn, guid, themes_in, unlike
from dialogue_desk.exchange.theme_tables import ThemesOfLines
from dialogue_desk.words.times import local_datetime

_CODEBOOK, _PROJECT = "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:project:1.0"
_ORIGIN = "Dialogue Desk"
_LONGEST_NAME = 80
_NOTE_TAKER, _ORGANIZERS = "note-taker", "organizers"
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
    known = _sorted(records)
    add_codes(book, known, themes_in(known))
    return _xml(book)


def project_bytes(records: Iterable[Record], folders: Iterable[SessionFolder]) -> bytes:
    """Return sessions, with the themes of ``records``, as a project (.qdpx), always in the same bytes."""
    known = _sorted(records)
    themes = themes_in(known)
    sessions = [_Session(folder, themes) for folder in sorted(folders, key=lambda folder: folder.id)]
    files = {"project.qde": _xml(_project(known, themes, sessions))}
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
    """One note or action idea: its place in the text of its session, and its codes by who gave them."""

    id: RecordId
    begin: int
    end: int
    codes: tuple[tuple[str, tuple[str, ...]], ...]
    more: str
    at: Instant | None


class _Session:
    def __init__(self, folder: SessionFolder, themes: ThemesOfLines) -> None:
        self.folder = folder
        self.case = guid(folder.id)
        self.source = drawn("source", folder.id)
        self.said: list[_CodedText] = []
        self._lines: list[str] = []
        self._length = 0
        for note in folder.notes:
            body = note.body
            codes = (*map(guid, themes.by_circle(note)), coded(body.kind))
            codes += (coded(body.spread),) if body.spread else ()
            by_organizers = tuple(map(guid, themes.by_organizers(note)))
            given = ((_NOTE_TAKER, codes), (_ORGANIZERS, by_organizers))
            self._add(note.id, body.text, given, "", body.said_at)
        for action in folder.actions:
            idea = action.body
            codes = (*map(guid, themes.by_circle(action)), drawn("kind", ACTION_IDEA))
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
            self._add(action.id, idea.what, ((_NOTE_TAKER, codes),), more, idea.said_at)

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

    def _add(
        self,
        said: RecordId,
        text: str,
        codes: tuple[tuple[str, tuple[str, ...]], ...],
        more: str,
        at: Instant | None,
    ) -> None:
        line = printable(text)
        self.said.append(_CodedText(said, self._length, self._length + len(line), codes, more, at))
        self._lines.append(f"{line}\n")
        self._length += len(line) + 1


def _project(records: Sequence[Record], themes: ThemesOfLines, sessions: Sequence[_Session]) -> Element:
    """Return the project; the standard wants its parts in this order, and no empty ones."""
    user = drawn("user", _NOTE_TAKER)
    project = Element("Project", xmlns=_PROJECT, name=_ORIGIN, origin=_ORIGIN, creatingUserGUID=user)
    users = SubElement(project, "Users")
    for name in (_NOTE_TAKER, _ORGANIZERS) if themes.codings else (_NOTE_TAKER,):
        SubElement(users, "User", {"guid": drawn("user", name), "name": name.capitalize()})
    add_codes(SubElement(project, "CodeBook"), records, themes)
    variables = SubElement(project, "Variables")
    for name, type_ in _VARIABLES.items():
        about = {"guid": drawn("variable", name), "name": name, "typeOfVariable": type_}
        SubElement(variables, "Variable", about)
    if sessions:
        names = list(unlike((one.name, "") for one in sessions))
        cases = SubElement(project, "Cases")
        for name, session in zip(names, sessions, strict=True):
            _add_case(cases, session, name)
        sources = SubElement(project, "Sources")
        for name, session in zip(names, sessions, strict=True):
            _add_source(sources, session, name, user)
    terms = licenses(program.body for program in stored(records, Program))
    SubElement(project, "Description").text = printable("\n".join(dict.fromkeys(terms.values())))
    return project


def _add_case(cases: Element, session: _Session, name: str) -> None:
    case = SubElement(cases, "Case", {"guid": session.case, "name": name})
    for variable, value in session.facts.items():
        if value:
            held = SubElement(case, "VariableValue")
            SubElement(held, "VariableRef", {"targetGUID": drawn("variable", variable)})
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
                "guid": guid(said.id),
                "name": one_line(session.text[said.begin : said.end])[:_LONGEST_NAME],
                "startPosition": str(said.begin),
                "endPosition": str(said.end),
                **written,
            },
        )
        if said.more:
            SubElement(selection, "Description").text = said.more
        for who, codes in said.codes:
            for code in dict.fromkeys(codes):
                _add_coding(selection, said, code, who)


def _add_coding(selection: Element, said: _CodedText, code: str, who: str) -> None:
    """Add that somebody gave a line a code; organizers give theirs long after it was said."""
    about = {"guid": drawn("coding", said.id, code), "creatingUser": drawn("user", who)}
    if who == _ORGANIZERS:
        about["guid"] = drawn("coding", who, said.id, code)
    elif said.at is not None:
        about["creationDateTime"] = _moment(said.at)
    SubElement(SubElement(selection, "Coding", about), "CodeRef", {"targetGUID": code})


def _sorted(records: Iterable[Record]) -> Sequence[Record]:
    return sorted(records, key=lambda record: record.id)


def _program(folder: SessionFolder) -> str:
    return folder.program.called if folder.program else ""


def _moment(at: Instant) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")


def _xml(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
