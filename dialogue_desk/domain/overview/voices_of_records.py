"""Who took part in each program, from records and sessions as they are: for data that leaves a desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogue_desk.domain.model.bodies import ORGANIZING
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import circle_rows, picture_of
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored, stored
from dialogue_desk.domain.overview.voices_picture import VoicesPicture, voices_of
from dialogue_desk.domain.records.records import Record


def voices_by_program(
    records: Sequence[Record], folders: Iterable[SessionFolder]
) -> dict[RecordId, VoicesPicture]:
    """Return who took part in each program of these records, by the program's id."""
    known = list(folders)
    circles = stored(records, Circle)
    return {
        program.id: _voices(program.id, program.body, records, known, circles)
        for program in stored(records, Program)
    }


def _voices(
    program_id: RecordId,
    program: Program,
    records: Sequence[Record],
    folders: Sequence[SessionFolder],
    circles: Sequence[Stored[Circle]],
) -> VoicesPicture:
    own = [record for record in records if record.owner == program_id]
    work = work_of(record for record in own if record.kind in ORGANIZING)
    rows = circle_rows(circle for circle in circles if circle.body.program == program_id)
    met = [folder for folder in folders if folder.program_id == program_id]
    asked = sorted(stored(own, TallyCategory), key=lambda one: (one.body.place, one.id))
    picture = picture_of(program_id, program, rows, met, (), work)
    return voices_of(replace(picture, categories=tuple(asked)))
