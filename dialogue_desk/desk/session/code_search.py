"""Finds lines by the short code that stands beside them on paper: KTR42."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.search import NO_WORDS, Hit, HitContext
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code, near_codes
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.domain.records.records import Record

_CODED = (Kind.NOTE, Kind.ACTION, Kind.REPORT_SENTENCE)
"""The kinds of record that have a code on paper."""


class CodeMatch(StrEnum):
    """What was found for a code."""

    EXACT = "exact"
    """Lines with that code."""
    GOES_ON = "goes on"
    """The line was split, or made something else, and goes on under other codes: these lines."""
    NEAR = "near"
    """No line has it, and these differ in one letter or digit."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence of a program's report that has a code: a finding, an ask."""

    id: RecordId
    code: str
    role: SentenceRole
    text: str
    program: str


@dataclass(frozen=True, slots=True)
class CodeResult:
    """What one code leads to.

    Two lines may have one code, and then both are here.  ``erased``: a line with this code was erased for
    good.  ``removed``: one was deleted, and its words may be back with Undo or in another line.
    """

    code: str
    match: CodeMatch = CodeMatch.NONE
    hits: tuple[Hit, ...] = ()
    sentences: tuple[SentenceHit, ...] = ()
    erased: bool = False
    removed: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what was found, each once."""
        found = [hit.code for hit in self.hits] + [sentence.code for sentence in self.sentences]
        return tuple(dict.fromkeys(found))


def search_code(
    desk: Desk, folders: Folders, code: str, within: RecordId | None = None, language: str = "en"
) -> CodeResult:
    """Find the lines with ``code``, in the circle ``within`` or in all for None; else those that are near.

    ``language`` is that of the report's sentences, where they have it.

    Raises:
        DeskTrouble: when the desk file cannot be read.
    """
    by_code: dict[str, list[RecordId]] = {}
    for record_id in desk.file.records.ids_of(*_CODED):
        by_code.setdefault(line_code(record_id), []).append(record_id)
    known = desk.file.records.known(by_code.get(code, ()))
    result = CodeResult(
        code,
        erased=any(one.erased for one in known.values()),
        removed=any(one.body is None and not one.erased for one in known.values()),
    )
    here = _Lines(desk, folders, within, language)
    gone = [one for one in known if known[one].body is None]
    tried = [
        (CodeMatch.EXACT, by_code.get(code, [])),
        (CodeMatch.GOES_ON, [one for ids in by_code.values() for one in ids if _is_of(one, gone)]),
    ]
    if not known:
        near = [one for near in near_codes(code, by_code) for one in by_code[near]]
        tried.append((CodeMatch.NEAR, near))
    for match, ids in tried:
        hits, sentences = here.of(ids)
        if hits or sentences:
            return replace(result, match=match, hits=hits, sentences=sentences)
    return result


class _Lines:
    """Tells of records what people know them by; those that were removed are left out."""

    def __init__(self, desk: Desk, folders: Folders, within: RecordId | None, language: str) -> None:
        self._desk, self._folders = desk, folders
        self._within, self._language = within, language

    def of(self, ids: Sequence[RecordId]) -> tuple[tuple[Hit, ...], tuple[SentenceHit, ...]]:
        found = self._desk.file.records.known(ids) if ids else {}
        records = [found[one] for one in ids if one in found]
        return self._hits(records), self._sentences(records)

    def _hits(self, records: Iterable[Record]) -> tuple[Hit, ...]:
        said = [
            (one, one.body)
            for one in records
            if one.body is not None and isinstance(one.body, Note | ActionIdea)
        ]
        places = HitContext(self._desk, self._folders, [one.owner for one, _ in said])
        hits = (places.hit(one.id, one.owner, body, NO_WORDS) for one, body in said)
        sessions = self._sessions()
        return tuple(
            replace(hit, code=line_code(hit.id))
            for hit in hits
            if hit is not None and (sessions is None or hit.session_id in sessions)
        )

    def _sessions(self) -> set[RecordId] | None:
        if self._within is None:
            return None
        return {one.id for one in self._desk.file.records.under(self._within, Kind.SESSION)}

    def _sentences(self, records: Iterable[Record]) -> tuple[SentenceHit, ...]:
        said = [(one, one.body) for one in records if isinstance(one.body, ReportSentence)]
        if self._within is not None or not said:
            return ()
        programs = self._desk.file.records.known({one.owner for one, _ in said})
        return tuple(
            SentenceHit(
                one.id,
                line_code(one.id),
                body.role,
                _text_in(dict(body.texts), self._language),
                _name_of(programs.get(one.owner)),
            )
            for one, body in said
        )


def _is_of(record_id: RecordId, gone: Iterable[RecordId]) -> bool:
    """Whether a line was made of one that is gone: its id begins with that one's."""
    return any(record_id.startswith(f"{one}:") for one in gone)


def _text_in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or next(filter(None, texts.values()), "")


def _name_of(record: Record | None) -> str:
    return record.body.name if record is not None and isinstance(record.body, Program) else ""
