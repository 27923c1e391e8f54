"""Makes the circles that were formed in the program: codes, places and languages, and no number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_edits import circles_of, has_sessions
from dialogue_desk.domain.forming.forming import FormedCircle, Forming
from dialogue_desk.domain.forming.slips import YOUNG
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER


@dataclass(frozen=True, slots=True)
class CirclesToMake:
    """What making the circles does, by their codes: ``new`` ones, ``changed`` ones, and those that are left.

    A circle with a session, prepared or over, is ``left`` as it is.
    """

    writes: tuple[Write, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def circles_to_make(desk: Desk, program_id: RecordId, forming: Forming) -> CirclesToMake:
    """Return what would be written; a circle that has met or is prepared stays as it is."""
    known = {plain_letters(circle.body.code): circle for circle in circles_of(desk, program_id)}
    writes: list[Write] = []
    found: dict[str, list[str]] = {"new": [], "changed": [], "left": []}
    for formed in forming.circles:
        old = known.get(plain_letters(formed.code))
        body = _circle(forming, formed, program_id, old)
        if old is not None and body == old.body:
            continue
        if old is not None and has_sessions(desk, old.id):
            found["left"].append(formed.code)
            continue
        found["new" if old is None else "changed"].append(formed.code)
        writes.append(Write.of(desk.new_id() if old is None else old.id, NO_OWNER, body))
    return CirclesToMake(tuple(writes), **{name: tuple(codes) for name, codes in found.items()})


def make_circles(desk: Desk, program_id: RecordId, forming: Forming) -> CirclesToMake:
    """Write the circles into the program as one step of Undo, and return what was done.

    Raises:
        DeskTrouble: when they could not be written; then nothing was changed.
    """
    made = circles_to_make(desk, program_id, forming)
    if made.writes:
        desk.perform(Edit(Act.PREPARE, made.writes))
    return made


def _circle(
    forming: Forming, formed: FormedCircle, program_id: RecordId, old: Stored[Circle] | None
) -> Circle:
    place = " · ".join(filter(None, _where(formed)))
    people = forming.of(formed.numbers)
    youth = bool(people) and all(YOUNG in slip.groups for slip in people)
    if old is None:
        return Circle(formed.code, place, program_id, formed.language, youth=youth)
    return replace(old.body, place=place or old.body.place, language=formed.language, youth=youth)


def _where(formed: FormedCircle) -> Iterator[str]:
    yield formed.meeting.place.name
    yield formed.meeting.time
