"""Reads sessions, circles and programs from a desk, for pages, documents and packages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.program_edits import categories_of
from dialogue_desk.desk.session.open_conflicts import Conflict, conflict_of
from dialogue_desk.desk.session.session_edits import ground_rules_of, themes_under
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle, GuideText, Program, Session
from dialogue_desk.domain.model.guide import Guide, SessionPlan
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind, Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.joined_themes import stand_ins, standing
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.session_folder import (
    SessionFolder,
    Stored,
    longest_run,
    plan_without_guide,
    runs_of,
    session_plan,
    stored,
    under_standing,
)
from dialogue_desk.domain.records.records import Record

if TYPE_CHECKING:
    from dialogue_desk.domain.overview.program_overview import ProgramPicture

_READ_ONE_BY_ONE = frozenset({Kind.NOTE, Kind.ACTION, Kind.THEME})

UNKNOWN_CIRCLE = Circle(code="?")
"""Stands for a circle whose record is not here."""


@dataclass(frozen=True, slots=True)
class ProgramEntry:
    """A program on this laptop with its circles, or the circles that belong to no program."""

    id: RecordId | None
    program: Program | None
    circles: tuple[Stored[Circle], ...]


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A session as lists show it."""

    id: RecordId
    session: Session
    circle_id: RecordId
    circle: Circle
    program: Program | None
    title: str
    phase: Phase
    notes: int
    actions: int


class Folders:
    """Puts the desk's records together.  Nothing is kept here: each method reads the desk."""

    def __init__(self, desk: Desk, shelf: GuideShelf) -> None:
        self._desk = desk
        self.shelf = shelf

    def session(self, session_id: RecordId) -> SessionFolder | None:
        """Return everything about one session, or None when it is not here or was removed."""
        record = self._desk.get(session_id)
        if record is None or not isinstance(record.body, Session):
            return None
        circle_record = self._desk.get(record.owner)
        circle = circle_record.body if circle_record else None
        if not isinstance(circle, Circle):
            circle = UNKNOWN_CIRCLE
        return self._folder(record, record.body, circle)

    def session_after(self, folder: SessionFolder, outcome: Outcome) -> SessionFolder | None:
        """Return what ``session`` returns after a change, reading only what changed when possible.

        It makes a new note appear at once, however many there are.
        """
        if not outcome.kinds <= _READ_ONE_BY_ONE:
            return self.session(folder.id)
        changed = self._desk.file.records.known(outcome.ids).values()
        if not folder.keeps_its_themes(outcome.ids, changed):
            return self.session(folder.id)
        return folder.after(outcome.ids, changed)

    def entries(self) -> list[SessionEntry]:
        """Return every session for a list, sorted by start.

        The phase of a session is found without its guide.
        """
        records = self._desk.file.records
        notes, actions = records.count_under(Kind.NOTE), records.count_under(Kind.ACTION)
        circles = {circle.id: circle.body for circle in stored(records.of_kind(Kind.CIRCLE), Circle)}
        programs = {program.id: program.body for program in stored(records.of_kind(Kind.PROGRAM), Program)}
        last_moves = records.last_moves()
        titles: dict[tuple[tuple[RecordId, ...], str], str] = {}  # many sessions go by the same plan
        found = []
        for one in stored(records.of_kind(Kind.SESSION), Session):
            circle = circles.get(one.owner, UNKNOWN_CIRCLE)
            plan = (one.body.guides, one.body.plan)
            if not one.body.title and plan not in titles:
                titles[plan] = self.guide(one.body)[1].title
            found.append(
                SessionEntry(
                    one.id,
                    one.body,
                    one.owner,
                    circle,
                    programs.get(circle.program) if circle.program else None,
                    one.body.title or titles[plan],
                    self._phase(one, last_moves.get(one.id, [])),
                    notes.get(one.id, 0),
                    actions.get(one.id, 0),
                )
            )
        return sorted(found, key=lambda entry: (entry.session.start, entry.id))

    def programs(self) -> list[ProgramEntry]:
        """Return the programs by name, and last an entry for the circles that belong to none, if any."""
        circles = sorted(
            stored(self._desk.file.records.of_kind(Kind.CIRCLE), Circle),
            key=lambda circle: (look_up_order(circle.body.code), circle.id),
        )
        programs = stored(self._desk.file.records.of_kind(Kind.PROGRAM), Program)
        found = [
            ProgramEntry(
                program.id,
                program.body,
                tuple(circle for circle in circles if circle.body.program == program.id),
            )
            for program in sorted(
                programs, key=lambda program: (look_up_order(program.body.name), program.id)
            )
        ]
        known = {program.id for program in programs}
        loose = tuple(circle for circle in circles if circle.body.program not in known)
        return [*found, ProgramEntry(None, None, loose)] if loose else found

    def picture(self, program_id: RecordId | None) -> ProgramPicture:
        """Return the overview of a program, or of the circles that belong to none.

        Raises:
            KeyError: when there is no such program.
        """
        from dialogue_desk.domain.overview.program_overview import circle_rows, picture_of  # noqa: PLC0415  # Home needs none
        from dialogue_desk.domain.overview.program_work import work_of  # noqa: PLC0415  # likewise

        entry = next((entry for entry in self.programs() if entry.id == program_id), None)
        if entry is None:
            if program_id is not None:
                raise KeyError(program_id)
            entry = ProgramEntry(None, None, ())
        rows = circle_rows(entry.circles)
        folders = [folder for circle in entry.circles for folder in self.of_circle(circle.id)]
        owners = [circle.id for circle in entry.circles] + ([program_id] if program_id else [])
        records = self._desk.file.records
        themes = [theme for owner in owners for theme in stored(records.under(owner, Kind.THEME), Theme)]
        work = work_of(records.under(program_id, *ORGANIZING)) if program_id else None
        picture = picture_of(program_id, entry.program, rows, folders, themes, work)
        return replace(picture, categories=tuple(categories_of(self._desk, program_id) if program_id else ()))

    def conflicts(self, program_id: RecordId | None) -> tuple[Conflict, ...]:
        """Return the conflicts in a program, or in the circles that belong to none."""
        entry = next((entry for entry in self.programs() if entry.id == program_id), None)
        if entry is None:
            return ()
        records = self._desk.file.records
        inside = {circle.id for circle in entry.circles} | ({program_id} if program_id else set())
        found = [conflict_of(records, record) for record in records.conflicting()]
        return tuple(one for one in found if inside & {one.record.id, one.record.owner, one.above})

    def of_circle(self, circle_id: RecordId) -> list[SessionFolder]:
        """Return the sessions of a circle, by number."""
        records = self._desk.file.records.under(circle_id, Kind.SESSION)
        found = [folder for record in records if (folder := self.session(record.id)) is not None]
        return sorted(found, key=lambda folder: (folder.session.number, folder.session.start))

    def guide(self, session: Session) -> tuple[Guide, SessionPlan]:
        """Return the guide a session began with and its plan, or a plan without parts when it is not here."""
        for record in self._desk.file.records.known(session.guides).values():
            if isinstance(record.body, GuideText) and record.id == session.guides[0]:
                guide = self.shelf.guide(record.body)
                for plan in guide.sessions:
                    if plan.id == session.plan:
                        return guide, session_plan(plan, session)
        plan = plan_without_guide(session)
        language = session.languages[0] if session.languages else "en"
        return Guide("", "", language, "", "", (1, 60), (), (plan,)), plan

    def other_plans(self, session: Session) -> dict[str, SessionPlan]:
        """Return the session's plan in the other languages it began with, by language."""
        known = self._desk.file.records.known(session.guides[1:])
        guides = [
            self.shelf.guide(record.body) for record in known.values() if isinstance(record.body, GuideText)
        ]
        return {
            guide.language: session_plan(plan, session)
            for guide in guides
            for plan in guide.sessions
            if plan.id == session.plan
        }

    def _phase(self, one: Stored[Session], last_moves: list[str]) -> Phase:
        """Return the phase of a session.  Most sessions are closed, which their last moves already tell."""
        if not last_moves:
            return Phase.READY
        if all(kind == MoveKind.CLOSE for kind in last_moves):
            return Phase.CLOSED
        moves = stored(self._desk.file.records.under(one.id, Kind.MOVE), Move)
        clock = plan_without_guide(one.body)
        return longest_run(one.body, clock, (move.body for move in moves)).phase

    def _folder(self, record: Record, session: Session, circle: Circle) -> SessionFolder:
        guide, plan = self.guide(session)
        records = session_scope(self._desk, record.id)
        inside = [one for one in records.values() if one.owner == record.id]
        program_record = self._desk.get(circle.program) if circle.program else None
        program = program_record.body if program_record else None
        known_program = program if isinstance(program, Program) else None
        program_id = circle.program if known_program else None
        owners = ([circle.program] if circle.program else []) + [record.owner]
        every_theme = themes_under(self._desk, owners)
        instead = stand_ins(every_theme)
        closing = closing_of(inside)
        return SessionFolder(
            id=record.id,
            session=session,
            circle_id=record.owner,
            circle=circle,
            program_id=program_id,
            program=known_program,
            guide=guide,
            plan=plan,
            runs=runs_of(session, plan, (move.body for move in stored(inside, Move))),
            notes=under_standing(stored(inside, Note), instead),
            actions=under_standing(stored(inside, ActionIdea), instead),
            themes={
                one: theme.named_in(guide.language)
                for one, theme in every_theme.items()
                if one not in instead
            },
            joined_themes={one: every_theme[one] for one in instead},
            ground_rules=tuple(ground_rules_of(self._desk, record.owner)),
            closing=replace(closing, top_themes=standing(closing.top_themes, instead)),
            categories=tuple(categories_of(self._desk, program_id)) if program_id else (),
            plans={guide.language: plan, **self.other_plans(session)},
            records=records,
        )
