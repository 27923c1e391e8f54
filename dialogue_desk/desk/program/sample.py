"""The sample community: five made-up circles, to look at, to try things on, and to remove again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_desk.desk.desk import Desk, forget_records
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.imports import (
    ImportPlan,
    ImportResult,
    ReadPackage,
    import_packages,
    read_packages,
)
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import Circle, GuideText, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.records import Record, laptop_of
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words

DAY = 24 * 60 * MINUTE
EVENING = 19 * 60 * MINUTE
"""Seven in the evening, when circles like to begin."""


NOT_HANDED_IN = ("C04", 2)
"""The circle and session whose package never reached the organizer."""

STILL_TO_COME = ("C05", 2)
"""The circle and session that a person who tries the app can run."""


def sample_packages() -> tuple[Path, ...]:
    """Return the packages of the sample that come with the app, the program's own first.

    They are made by ``tools/sample``; the session that ran on two laptops has a package of each, and what the
    organizers made beside the circles has one too.
    """
    packages = resource("sample").glob("*.dialogue")
    return tuple(sorted(packages, key=lambda path: (path.name.startswith("alder-"), path.name)))


def import_sample(desk: Desk, shelf: GuideShelf, words: Words) -> ImportResult | None:
    """Import the sample into a person's own desk, as its organizer would have it after some weeks.

    One package was never handed in, so the program shows a gap; one circle has a session to come, at the
    next seven in the evening, so there is one to run.  Returns None when the sample is here already.

    Raises:
        DeskTrouble: when it could not be saved.
        OSError: when there is no room for its files.
    """
    if sample_programs(desk):
        return None
    plan = read_packages(sample_packages(), PackageReader(words), words)
    by_session = {(one.about.circle, one.about.session): one for one in plan.packages}
    with TemporaryDirectory() as folder:
        to_come = _session_to_come(
            desk, shelf, plan.packages[0], by_session[STILL_TO_COME], Path(folder), words
        )
    left_out = {NOT_HANDED_IN, STILL_TO_COME}
    others = [one for one in plan.packages if (one.about.circle, one.about.session) not in left_out]
    return import_packages(desk, ImportPlan((*others, *to_come.packages), plan.refused), words)


def sample_programs(desk: Desk) -> tuple[RecordId, ...]:
    """Return the programs on this desk that always were samples."""
    programs = desk.file.records.of_kind(Kind.PROGRAM)
    return tuple(record.id for record in programs if _is_sample(desk, record))


def remove_sample(desk: Desk) -> Outcome | None:
    """Remove everything of the sample from this laptop: its records, their history, its packages.

    Nothing else is touched; a guide that another session follows stays.  Returns None when there is no
    sample here.

    Raises:
        DeskTrouble: when it could not be written; then the sample is as it was.
    """
    owners, sessions = _holders(desk)
    if not owners:
        return None
    below = [record.id for owner in owners for record in desk.file.records.under(owner)]
    guides = _guides_only_of(desk, frozenset(sessions))
    return forget_records(desk, list(dict.fromkeys((*owners, *below, *guides))))


def is_written_in(desk: Desk) -> bool:
    """Whether somebody wrote in the sample on this laptop: that goes with it, and does not come back."""
    (owners, _), own = _holders(desk), desk.names()
    records = (record for owner in owners for record in desk.file.records.under(owner))
    writers = (
        writer for record in records for edition in record.editions for writer, _ in edition.version.counts
    )
    return any(laptop_of(writer) in own for writer in writers)


def _holders(desk: Desk) -> tuple[list[RecordId], list[RecordId]]:
    """Return what holds the records of the sample: programs, circles and sessions; and its sessions."""
    records, programs = desk.file.records, sample_programs(desk)
    circles = [circle.id for circle in records.of_kind(Kind.CIRCLE) if _is_of(desk, circle, programs)]
    sessions = [session.id for circle in circles for session in records.under(circle, Kind.SESSION)]
    return [*programs, *circles, *sessions], sessions


def _session_to_come(
    desk: Desk, shelf: GuideShelf, program: ReadPackage, session: ReadPackage, folder: Path, words: Words
) -> ImportPlan:
    """Return a package of the session to come, so that the whole sample is imported in one step."""
    with closing(DeskFile(IN_MEMORY)) as file:
        aside = Desk(file, desk.clock, desk.ids)
        import_packages(aside, ImportPlan((program,), ()), words)
        coming = Folders(aside, shelf).session(_plan_session(aside, session))
        assert coming is not None
        return read_packages([export_session(aside, coming, folder)], PackageReader(words), words)


def _plan_session(desk: Desk, model: ReadPackage) -> RecordId:
    """Plan a session like the one in a package, for the next seven in the evening."""
    bodies = {key: record.body for key, record in model.incoming.records.items()}
    (session,) = (body for body in bodies.values() if isinstance(body, Session))
    texts = [body for guide in session.guides if isinstance(body := bodies[guide], GuideText)]
    start = _next_evening(desk)
    circles = stored(desk.file.records.of_kind(Kind.CIRCLE), Circle)
    session_draft = SessionDraft(
        texts=tuple(texts),
        plan=session.plan,
        title=session.title,
        number=session.number,
        start=start,
        hard_end=start + session.hard_end - session.start,
        people=session.people,
        circle_id=next(one.id for one in circles if one.body.code == model.about.circle),
    )
    return create_session(desk, session_draft)


def _next_evening(desk: Desk) -> Instant:
    now = desk.clock.now()
    zone = desk.clock.zone(now) * MINUTE
    start = (now + zone) // DAY * DAY + EVENING - zone
    return start if start > now else start + DAY


def _is_sample(desk: Desk, program: Record) -> bool:
    bodies = [body for body in _all_bodies(desk, program) if isinstance(body, Program)]
    return bool(bodies) and all(body.sample for body in bodies)


def _is_of(desk: Desk, circle: Record, programs: Sequence[RecordId]) -> bool:
    bodies = [body for body in _all_bodies(desk, circle) if isinstance(body, Circle)]
    return bool(bodies) and all(body.program in programs for body in bodies)


def _all_bodies(desk: Desk, record: Record) -> Iterator[Body]:
    """Yield all bodies that a record has or had on this laptop, so that a removed one is recognized."""
    for known in (record, *desk.file.history.earlier_records(record.id)):
        yield from (edition.body for edition in known.editions if edition.body is not None)


def _guides_only_of(desk: Desk, sessions: frozenset[RecordId]) -> list[RecordId]:
    """Return the guides that these sessions follow and no other session does."""
    following: dict[RecordId, set[bool]] = {}
    for record in desk.file.records.of_kind(Kind.SESSION):
        for body in _all_bodies(desk, record):
            for guide in body.guides if isinstance(body, Session) else ():
                following.setdefault(guide, set()).add(record.id in sessions)
    return [guide for guide, ours in following.items() if ours == {True}]
