"""Finds lines by the short code that stands beside them on paper: KTR42."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.coded_sentences import (
    SentenceHit,
    counted_findings,
    written_sentences,
)
from dialogue_desk.desk.session.search import NO_WORDS, Hit, HitContext
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code, near_codes
from dialogue_desk.domain.model.notes import ActionIdea, Note

_CODED = (Kind.NOTE, Kind.ACTION)
"""The kinds of line; the sentences of reports have codes of their own."""


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
    here = _Lines(desk, folders, within)
    sentences = list(written_sentences(desk, language)) if within is None else []
    own = tuple(one for one in sentences if one.code == code)
    if hits := here.of(by_code.get(code, [])):
        return replace(result, match=CodeMatch.EXACT, hits=hits, sentences=own)
    gone = [one for one in known if known[one].body is None]
    later = [one for ids in by_code.values() for one in ids if _is_of(one, gone)] if gone else []
    if hits := here.of(later):
        return replace(result, match=CodeMatch.GOES_ON, hits=hits)
    if own := own or (tuple(counted_findings(desk, folders, code)) if within is None else ()):
        return replace(result, match=CodeMatch.EXACT, sentences=own)
    near = near_codes(code, (*by_code, *(one.code for one in sentences)))
    hits = here.of([one for code in near for one in by_code.get(code, ())])
    others = tuple(one for one in sentences if one.code in near)
    if known or not (hits or others):
        return result
    return replace(result, match=CodeMatch.NEAR, hits=hits, sentences=others)


class _Lines:
    """Tells of records what people know them by; those that were removed are left out."""

    def __init__(self, desk: Desk, folders: Folders, within: RecordId | None) -> None:
        self._desk, self._folders, self._within = desk, folders, within

    def of(self, ids: Sequence[RecordId]) -> tuple[Hit, ...]:
        found = self._desk.file.records.known(ids) if ids else {}
        records = [found[one] for one in ids if one in found]
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


def _is_of(record_id: RecordId, gone: Iterable[RecordId]) -> bool:
    """Whether a line was made of one that is gone: its id begins with that one's."""
    return any(record_id.startswith(f"{one}:") for one in gone)
