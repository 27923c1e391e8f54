"""The sentences of programs' reports by their codes: findings, written or counted, and asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import (
    FindingKind,
    ReportSentence,
    SentenceRole,
)
from dialogue_desk.domain.overview.report_findings import finding_id
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored, stored


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence of a program's report that has a code: a finding, an ask.

    ``text`` is the sentence as organizers wrote it, or else the names of the themes it speaks of.
    """

    code: str
    role: SentenceRole
    text: str
    program: str


def written_sentences(desk: Desk, language: str) -> Iterator[SentenceHit]:
    """Yield the findings and asks that somebody wrote, in ``language`` where they have it.

    An ask has the code of its idea, as on paper.
    """
    records = desk.file.records
    found = [
        one
        for one in stored(records.of_kind(Kind.REPORT_SENTENCE), ReportSentence)
        if one.body.role in (SentenceRole.FINDING, SentenceRole.ASK) and not one.body.left_out
    ]
    programs = _programs(desk) if found else {}
    for one in found:
        asked = one.body.role is SentenceRole.ASK and one.body.about
        code = line_code(one.body.about[0] if asked else one.id)
        if text := _text(desk, one, language):
            yield SentenceHit(code, one.body.role, text, programs.get(one.owner, ""))


def counted_findings(desk: Desk, folders: Folders, code: str) -> Iterator[SentenceHit]:
    """Yield the findings that the counts of a program may propose under ``code``: on a theme, on level ones.

    Nobody wrote them, so there is no record of them: their ids are drawn from what they speak of.
    """
    themes = stored(desk.file.records.of_kind(Kind.THEME), Theme)
    for program, name in _programs(desk).items():
        alone = [
            theme.body.name
            for theme in themes
            if any(line_code(finding_id(program, kind, [theme.id])) == code for kind in FindingKind)
        ]
        for text in alone or _level_themes(folders, program, code):
            yield SentenceHit(code, SentenceRole.FINDING, text, name)


def _level_themes(folders: Folders, program: RecordId, code: str) -> Iterator[str]:
    """Yield the names of the themes that are level in a finding which the counts propose now."""
    for found in report_plan(folders.picture(program)).findings:
        if line_code(found.id) == code:
            yield ", ".join(theme.name for theme in found.themes)


def _programs(desk: Desk) -> dict[RecordId, str]:
    return {one.id: one.body.name for one in stored(desk.file.records.of_kind(Kind.PROGRAM), Program)}


def _text(desk: Desk, one: Stored[ReportSentence], language: str) -> str:
    written = one.body.text(language) or next((text for _, text in one.body.texts if text), "")
    return written or ", ".join(_names(desk, one.body.about))


def _names(desk: Desk, themes: Iterable[RecordId]) -> Iterator[str]:
    known = desk.file.records.known(themes)
    return (one.body.name for one in known.values() if isinstance(one.body, Theme))
