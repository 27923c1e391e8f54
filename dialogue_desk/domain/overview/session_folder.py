"""Everything known of one session, for screens, summaries and packages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar, cast

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GroundRule, PartFit, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_lengths import for_people, on_track
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import LiveSession, Move, Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.notes.joined_themes import stand_ins, standing, twin_key
from dialogue_desk.domain.overview.closing_facts import NOTHING_CLOSED, ClosingFacts, read_after
from dialogue_desk.domain.records.records import Record, Records

B = TypeVar("B", bound=Body)
T = TypeVar("T", Note, ActionIdea)

_CLOCKS_DIFFER: Milliseconds = 15 * MINUTE


@dataclass(frozen=True, slots=True)
class Stored(Generic[B]):
    """What one record says, under its id.

    ``in_conflict``: a person has to choose between versions; ``others`` are those that are not shown.
    """

    id: RecordId
    owner: RecordId
    body: B
    in_conflict: bool = False
    others: tuple[Body, ...] = ()


Entry: TypeAlias = Stored[Note] | Stored[ActionIdea]
"""One line of what was said, with its id: a note or an action idea."""


def stored(records: Iterable[Record], cls: type[B]) -> tuple[Stored[B], ...]:
    """Return the bodies of this class among ``records``, each under its id."""
    return tuple(
        Stored(record.id, record.owner, cast(B, record.body), record.in_conflict, _others(record))
        for record in records
        if isinstance(record.body, cls)
    )


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """One session: its circle and program, its guide, its clock, and all that was written down.

    ``runs`` are the clocks of the laptops that ran it; ``live`` is the one that ran longest, or one that
    never started.  ``categories`` are the questions of the program's tally sheet, and
    ``plans`` is the plan in every language the session began with.  ``themes`` are those that stand for
    themselves, under the names they have in the spoken language, and notes are under these; for
    ``joined_themes`` others stand.  ``records`` are what all this
    was read from: the session's own, and those of its circle and program that go with it.
    """

    id: RecordId
    session: Session
    circle_id: RecordId
    circle: Circle
    program_id: RecordId | None
    program: Program | None
    guide: Guide
    plan: SessionPlan
    runs: Mapping[RecordId, LiveSession]
    notes: tuple[Stored[Note], ...]
    actions: tuple[Stored[ActionIdea], ...]
    themes: Mapping[RecordId, Theme]
    ground_rules: tuple[Stored[GroundRule], ...]
    closing: ClosingFacts = NOTHING_CLOSED
    categories: tuple[Stored[TallyCategory], ...] = ()
    plans: Mapping[str, SessionPlan] = field(default_factory=lambda: MappingProxyType({}))
    joined_themes: Mapping[RecordId, Theme] = field(default_factory=lambda: MappingProxyType({}))
    records: Records = field(default_factory=lambda: MappingProxyType({}))

    @property
    def live(self) -> LiveSession:
        """The clock that tells how the session went."""
        return _longest(self.runs.values(), ready_session(self.session, self.plan))

    @property
    def every_theme(self) -> Mapping[RecordId, Theme]:
        """All themes, also those for which others stand."""
        return {**self.themes, **self.joined_themes}

    @property
    def begun(self) -> bool:
        """Whether anything of it has happened: its clock ran, or something was written down."""
        return self.live.phase is not Phase.READY or bool(self.notes or self.actions)

    @property
    def conflicts(self) -> int:
        """How many records wait for a person to choose."""
        said: tuple[Stored[Any], ...] = (*self.notes, *self.actions, *self.ground_rules)
        return sum(one.in_conflict for one in said) + self.closing.conflicts

    def notes_of(self, *kinds: NoteKind) -> tuple[Stored[Note], ...]:
        """Return the notes of these kinds, in the order they came."""
        return tuple(note for note in self.notes if note.body.kind in kinds)

    def after(self, ids: Collection[RecordId], records: Iterable[Record]) -> SessionFolder:
        """Return the folder with the notes, action ideas and themes of these ids taken from ``records``.

        Those of ``ids`` that are not among the records are left out.
        """
        fresh = tuple(records)
        inside = [record for record in fresh if record.owner == self.id]
        above = {self.circle_id, self.circle.program}
        context = [record for record in fresh if record.owner in above]
        themes = {one.id: one.body.named_in(self.guide.language) for one in stored(context, Theme)}
        instead = stand_ins(self.every_theme)
        left = {one: record for one, record in self.records.items() if one not in ids}
        known = left | {record.id: record for record in (*inside, *context)}
        return replace(
            self,
            notes=_renewed(self.notes, ids, under_standing(stored(inside, Note), instead)),
            actions=_renewed(self.actions, ids, under_standing(stored(inside, ActionIdea), instead)),
            themes={one: theme for one, theme in self.themes.items() if one not in ids} | themes,
            closing=read_after(self.closing, ids, known),
            records=known,
        )

    def keeps_its_themes(self, ids: Collection[RecordId], records: Iterable[Record]) -> bool:
        """Whether what changed leaves the themes as they are, but for new ones under names of their own."""
        fresh = {record.id: record.body for record in records}
        if any(one in self.every_theme for one in ids):
            return False
        new = [body for body in fresh.values() if isinstance(body, Theme)]
        keys = [twin_key(name) for one in new for name in one.every_name]
        here = self.every_theme.values() if new else ()
        known = {twin_key(name) for one in here for name in one.every_name}
        joined = any(one.into is not None for one in new)
        return not joined and len(keys) == len(set(keys)) and known.isdisjoint(keys)

    def with_themes_in(self, language: str) -> SessionFolder:
        """Return the folder with its themes under the names they have in a language."""
        return replace(self, themes={one: theme.named_in(language) for one, theme in self.themes.items()})

    def theme_names(self, ids: Iterable[RecordId]) -> tuple[str, ...]:
        """Return the names of those themes that are known."""
        return tuple(self.themes[theme].name for theme in ids if theme in self.themes)


def under_standing(
    said: tuple[Stored[T], ...], instead: Mapping[RecordId, RecordId]
) -> tuple[Stored[T], ...]:
    """Return notes or action ideas under the themes that stand for those they were put under."""
    if not instead:
        return said
    return tuple(
        replace(one, body=replace(one.body, themes=standing(one.body.themes, instead))) for one in said
    )


def _others(record: Record) -> tuple[Body, ...]:
    return tuple(edition.body for edition in record.editions[1:] if edition.body is not None)


def _renewed(
    known: tuple[Stored[B], ...], ids: Collection[RecordId], fresh: tuple[Stored[B], ...]
) -> tuple[Stored[B], ...]:
    left = (one for one in known if one.id not in ids)
    return tuple(sorted((*left, *fresh), key=lambda one: one.id))


def ready_session(session: Session, plan: SessionPlan) -> LiveSession:
    """Return the clock of a session that nobody has started."""
    return LiveSession.of(plan, session.start, session.hard_end, session.zone)


def runs_of(session: Session, plan: SessionPlan, moves: Iterable[Move]) -> dict[RecordId, LiveSession]:
    """Return the clocks of all runs of a session, from its moves in any order."""
    by_run: dict[RecordId, list[Move]] = {}
    for move in moves:
        by_run.setdefault(move.run, []).append(move)
    ready = ready_session(session, plan)
    return {
        run: ready.after_all(sorted(made, key=lambda move: move.number))
        for run, made in sorted(by_run.items())
    }


def longest_run(session: Session, plan: SessionPlan, moves: Iterable[Move]) -> LiveSession:
    """Return the clock of the run that lasted longest, or one that never started.

    A session that one laptop closed is over, also on a laptop that was left running beside it.
    """
    return _longest(runs_of(session, plan, moves).values(), ready_session(session, plan))


def _longest(runs: Iterable[LiveSession], ready: LiveSession) -> LiveSession:
    known = tuple(runs)
    over = tuple(run for run in known if run.phase is Phase.CLOSED)
    end = max((run.closed or 0 for run in over), default=0)
    # The clocks of two laptops differ; who goes on for longer than that really goes on.
    if over and all(run.since <= end + _CLOCKS_DIFFER for run in known):
        known = over
    return max(known, key=lambda run: (sum(run.spent), run.started or 0), default=ready)


def fitted_plan(plan: SessionPlan, fits: Iterable[PartFit], people: int, track: str = "") -> SessionPlan:
    """Return the plan for so many people, with what a session changes of its parts.

    Of a plan with tracks it is what those of one ``track`` do; with a track it does not know, all of it.
    """
    changed = {fit.part: fit for fit in fits}
    if changed:
        plan = replace(plan, parts=tuple(_fitted(part, changed.get(part.id)) for part in plan.parts))
    counted = for_people(plan, people)
    return on_track(counted, track) if track in counted.tracks else counted


def session_plan(plan: SessionPlan, session: Session) -> SessionPlan:
    """Return the plan that a session began with: for the people it expected, however many come."""
    return fitted_plan(plan, session.fits, session.people, session.track)


def _fitted(part: Part, fit: PartFit | None) -> Part:
    if fit is None:
        return part
    minutes = fit.minutes or part.minutes
    return replace(
        part,
        minutes=minutes,
        floor=min(part.floor, minutes),
        length=None if fit.minutes else part.length,
        seconds_each=(part.seconds_each and fit.seconds_each) or part.seconds_each,
    )


def plan_without_guide(session: Session) -> SessionPlan:
    """Return the plan of a session whose guide is not known here: one part for the whole time."""
    minutes = max(1, (session.hard_end - session.start) // MINUTE)
    part = Part("talk", PartKind.OPEN_TALK, "", minutes, minutes, Cut.NEVER)
    return SessionPlan(session.plan, "", minutes, "", (part,))
