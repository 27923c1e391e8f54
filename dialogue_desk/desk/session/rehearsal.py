"""Rehearses a session on a desk in memory, at any speed; nothing of it is saved."""

from __future__ import annotations

from dialogue_desk.desk.clock import FastClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, set_ground_rules
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, GuideText
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile


class Rehearsal:
    """One rehearsed session, in which ``speed`` seconds pass in one real second.

    What is known of its circle is copied from ``desk``, to which nothing is ever written.
    """

    def __init__(self, desk: Desk, shelf: GuideShelf, session_draft: SessionDraft, speed: int = 1) -> None:
        self.clock = FastClock(desk.clock, session_draft.start, speed)
        self.desk = Desk(DeskFile(IN_MEMORY), self.clock, desk.ids)
        self.folders = Folders(self.desk, shelf)
        if session_draft.circle_id is not None:
            copies = _known_of_circle(desk, session_draft.circle_id)
            self.desk.perform(Edit(Act.BEGIN, tuple(copies)))
        self.session_id = create_session(self.desk, session_draft)
        if session_draft.ground_rules:
            circle_id = self.desk.file.records.known((self.session_id,))[self.session_id].owner
            set_ground_rules(self.desk, circle_id, session_draft.ground_rules)
        with self.desk.file.writing():
            self.desk.file.history.settle()

    def close(self) -> None:
        """Throw everything away."""
        self.desk.file.close()


def session_draft_of(desk: Desk, folder: SessionFolder) -> SessionDraft:
    """Return the draft that would begin this session again."""
    session = folder.session
    known = desk.file.records.known(session.guides)
    texts = [known[guide].body for guide in session.guides if guide in known]
    return SessionDraft(
        texts=tuple(text for text in texts if isinstance(text, GuideText)),
        plan=session.plan,
        number=session.number,
        start=session.start,
        hard_end=session.hard_end,
        people=session.people,
        place=session.place,
        circle=folder.circle,
        circle_id=folder.circle_id,
        title=session.title,
        factor=session.factor,
        fits=session.fits,
        present=session.present,
        track=session.track,
    )


def _known_of_circle(desk: Desk, circle_id: RecordId) -> list[Write]:
    """Return the writes that copy a circle: itself, its program, and their themes and ground rules."""
    records = desk.file.records
    circle = desk.get(circle_id)
    owners = [circle_id]
    if circle is not None and isinstance(circle.body, Circle) and circle.body.program:
        owners.append(circle.body.program)
    found = [record for owner in owners if (record := desk.get(owner)) is not None]
    for owner in owners:
        found += records.under(owner, Kind.THEME, Kind.GROUND_RULE)
    return [Write.of(record.id, record.owner, record.body) for record in found if record.body is not None]
