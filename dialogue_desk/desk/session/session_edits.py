"""Begins and edits sessions and their circles: each function is one step to undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import AS_SPOKEN, Circle, GroundRule, GuideText, PartFit, Session
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER, Record

BETWEEN_RULES = 1_000
"""The gap between the places of two ground rules, so that another can be put between them."""


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """What a person enters to begin a session.

    With ``circle_id`` None, ``circle`` is a new one.  ``texts`` are the guide's texts, the spoken language
    first.  ``ground_rules`` are written for a circle that has none yet.  ``fits`` is what the session changes
    of its parts; ``present`` is how many came, once that is known; ``track`` is which track of the plan the
    circle follows.
    """

    texts: tuple[GuideText, ...]
    plan: str
    number: int
    start: Instant
    hard_end: Instant
    people: int
    place: str = ""
    circle: Circle | None = None
    circle_id: RecordId | None = None
    ground_rules: tuple[str, ...] = ()
    title: str = ""
    factor: int = AS_SPOKEN
    fits: tuple[PartFit, ...] = ()
    present: int | None = None
    track: str = ""


def create_session(desk: Desk, session_draft: SessionDraft) -> RecordId:
    """Write a session, its guide and a new circle, and return the session's id.

    Raises:
        ValueError: when there is no circle, or the numbers are impossible (see :class:`Session`).
        DeskTrouble: when it could not be written.
    """
    circle_id = session_draft.circle_id
    writes: list[Write] = []
    if circle_id is None:
        if session_draft.circle is None:
            raise ValueError("a session belongs to a circle")
        circle_id = desk.new_id()
        writes.append(Write.of(circle_id, NO_OWNER, session_draft.circle))
    writes += [Write.of(text.id, NO_OWNER, text) for text in session_draft.texts]
    if not ground_rules_of(desk, circle_id):
        for index, text in enumerate(session_draft.ground_rules, start=1):
            writes.append(Write.of(desk.new_id(), circle_id, GroundRule(text, index * BETWEEN_RULES)))
    session_id = desk.new_id()
    writes.append(Write.of(session_id, circle_id, _session(desk, session_draft)))
    desk.perform(Edit(Act.BEGIN, tuple(writes)))
    return session_id


def change_session(desk: Desk, session_id: RecordId, session_draft: SessionDraft) -> Outcome:
    """Save what a person changed of a session, before it or during it; its circle and its number stay.

    Raises:
        KeyError: when there is no such session.
        ValueError: when the numbers are impossible (see :class:`Session`).
        DeskTrouble: when it could not be written.
    """
    record, known = _known_session(desk, session_id)
    session = replace(_session(desk, session_draft), number=known.number, officers=known.officers)
    texts = (Write.of(text.id, NO_OWNER, text) for text in session_draft.texts)
    return desk.perform(Edit(Act.WRITE, (*texts, Write.again(record, session))))


def _session(desk: Desk, session_draft: SessionDraft) -> Session:
    fits = session_draft.fits
    return Session(
        number=session_draft.number,
        plan=session_draft.plan,
        guides=tuple(text.id for text in session_draft.texts),
        start=session_draft.start,
        hard_end=session_draft.hard_end,
        people=session_draft.people,
        place=session_draft.place,
        zone=desk.clock.zone(session_draft.start),
        languages=tuple(text.language for text in session_draft.texts),
        title=session_draft.title,
        present=session_draft.present,
        factor=session_draft.factor,
        fitted=tuple(fit.part for fit in fits),
        minutes=tuple(fit.minutes for fit in fits),
        seconds_each=tuple(fit.seconds_each for fit in fits),
        track=session_draft.track,
    )


def ground_rules_of(desk: Desk, circle_id: RecordId) -> list[Stored[GroundRule]]:
    """Return the ground rules of a circle, in their order."""
    rules = stored(desk.file.records.under(circle_id, Kind.GROUND_RULE), GroundRule)
    return sorted(rules, key=lambda rule: (rule.body.place, rule.id))


def rules_to_begin_with(desk: Desk, circle: Stored[Circle]) -> list[str]:
    """Return what a circle agreed on or, as long as it has no rules of its own, the one it was split from."""
    from_other = ground_rules_of(desk, circle.body.out_of) if circle.body.out_of else []
    return [rule.body.text for rule in ground_rules_of(desk, circle.id) or from_other]


def set_ground_rules(desk: Desk, circle_id: RecordId, texts: Sequence[str]) -> Outcome:
    """Save a circle's ground rules, in this order, as one step.

    A rule whose words stay keeps its record, so that when two laptops both add one, neither is lost.
    """
    left = ground_rules_of(desk, circle_id)
    writes: list[Write] = []
    for index, text in enumerate(texts, start=1):
        rule = GroundRule(text, index * BETWEEN_RULES)
        same = next((known for known in left if known.body.text == text), None)
        if same is not None:
            left.remove(same)
        record_id = desk.new_id() if same is None else same.id
        writes.append(Write.of(record_id, circle_id, rule))
    writes += [Write(rule.id, Kind.GROUND_RULE, circle_id, None) for rule in left]
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def themes_under(desk: Desk, owners: Iterable[RecordId]) -> dict[RecordId, Theme]:
    """Return the themes of these circles and programs, by id, in the order they were made."""
    records = desk.file.records
    return {one.id: one.body for owner in owners for one in stored(records.under(owner, Kind.THEME), Theme)}


def find_or_add_theme(desk: Desk, owners: Sequence[RecordId], name: str) -> RecordId:
    """Return the theme with this name under any of ``owners``; it is added under the first if needed."""
    (theme_id,), writes = themes_named((name,), themes_under(desk, reversed(owners)), owners[0], desk.new_id)
    if writes:
        desk.perform(Edit(Act.WRITE, writes))
    return theme_id


def set_attendance(desk: Desk, session_id: RecordId, present: int | None) -> Outcome:
    """Save how many people were there (a count, never a list); None for not said.

    Raises:
        KeyError: when there is no such session.
        ValueError: when the count is impossible.
    """
    _, session = _known_session(desk, session_id)
    return desk.rewrite(session_id, replace(session, present=present))


def _known_session(desk: Desk, session_id: RecordId) -> tuple[Record, Session]:
    record = desk.get(session_id)
    if record is None or not isinstance(record.body, Session):
        raise KeyError(session_id)
    return record, record.body
