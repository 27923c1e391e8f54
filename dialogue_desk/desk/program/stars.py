"""Lines that organizers want in the report: starred, and where they allow it with the circle beside."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Star, star_id
from dialogue_desk.domain.records.changes import Act, Edit, Write


def set_star(
    desk: Desk, program: RecordId, line: RecordId, *, on: bool = True, with_circle: bool = False
) -> Outcome:
    """Star a note for the report, or take its star away.

    ``with_circle`` allows its circle and place to stand beside it, though it could be one person's.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    star = Star(line, with_circle)
    write = Write.of(star_id(program, line), program, star)
    return desk.perform(Edit(Act.SORT, (write if on else replace(write, body=None),)))
