"""The picture of a program after an organizer coded notes or shaped themes, without reading what was said."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.program_overview import ProgramPicture, under_themes
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.changes import Act

_SHAPING = (Act.SORT, Act.SPLIT, Act.PUT)
"""Acts that make or change themes of the program and join none."""


def only_codes(outcome: Outcome, picture: ProgramPicture) -> bool:
    """Whether a change leaves what circles said, and which of their themes are joined, as it was."""
    if outcome.everything or outcome.conflicts or outcome.owners != {picture.program_id}:
        return False
    themes = Kind.THEME in outcome.kinds
    return outcome.kinds <= {*ORGANIZING, Kind.THEME} and (not themes or outcome.act in _SHAPING)


def coded_again(desk: Desk, picture: ProgramPicture) -> ProgramPicture:
    """Return a picture with its notes under the themes that there are now, as organizers code them."""
    records, program = desk.file.records, picture.program_id
    owners = [row.circle_id for row in picture.rows] + ([program] if program else [])
    themes = [theme for owner in owners for theme in stored(records.under(owner, Kind.THEME), Theme)]
    return under_themes(picture, themes, work_of(records.under(program, *ORGANIZING) if program else ()))
