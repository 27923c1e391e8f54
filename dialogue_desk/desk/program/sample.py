"""The sample community: five circles that never met, to be looked at, played with and thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.imports import Looked, Plan, Taken, look_at, take_in
from dialogue_desk.desk.sample_community import Community
from dialogue_desk.desk.sample_script import Script, script_in
from dialogue_desk.desk.session.session_edits import Beginning, begin_session
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.overview.session_folder import Kept, kept
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words

DAY = 24 * 60 * MINUTE
EVENING = 19 * 60 * MINUTE
"""Seven o'clock, when circles like to begin."""


@dataclass(frozen=True, slots=True)
class Played:
    """The packages that the sample community wrote, the program's own first.

    The session that two laptops held has a package of each.
    """

    packages: tuple[Path, ...]


def sample_script() -> Script:
    """Return the script of the community that comes with the app."""
    return script_in(resource("sample"))


def play_sample(
    to: Path, shelf: GuideShelf, words: Words, progress: Callable[[int, int], None] | None = None
) -> Played:
    """Play all evenings and write their packages into the folder ``to``: the same ones every time.

    ``progress`` hears how many of how many evenings are done; it may raise to stop.

    Raises:
        OSError: when a package could not be written.
    """
    script = sample_script()
    packages: list[Path] = []
    with TemporaryDirectory() as between, ExitStack() as files:
        community = Community(script, shelf, words, Path(between), files)
        packages.append(community.set_up(to))
        for done, evening in enumerate(script.evenings, start=1):
            packages += community.hold(evening, to)
            if progress is not None:
                progress(done, len(script.evenings))
    return Played(tuple(packages))


def open_sample(desk: Desk, shelf: GuideShelf, words: Words) -> Taken | None:
    """Bring the sample into a person's own desk, as its organizer would find it some weeks on.

    One package was never handed in, so the program shows a gap; one circle has its evening still
    before it, at the next seven o'clock, so there is one to run.  Returns nothing when the sample is
    here already.

    Raises:
        DeskTrouble: when it could not be kept.
        OSError: when there is no room to play it.
    """
    if samples(desk):
        return None
    script = sample_script()
    missing = (script.not_handed_in, script.still_to_come)
    with TemporaryDirectory() as folder:
        played = play_sample(Path(folder), shelf, words)
        plan = look_at(played.packages, PackageReader(words), words)
        to_come = _what_is_to_come(desk, script, shelf, plan.looked[0], Path(folder), words)
    looked = [one for one in plan.looked if f"{one.about.circle}-s{one.about.session}" not in missing]
    return take_in(desk, Plan((*looked, *to_come.looked), plan.refused), words)


def samples(desk: Desk) -> tuple[RecordId, ...]:
    """Return the programs on this desk that are samples and have never been anything else."""
    programs = desk.file.records.of_kind(Kind.PROGRAM)
    return tuple(record.id for record in programs if _is_sample(desk, record))


def throw_sample_away(desk: Desk) -> Outcome | None:
    """Take everything of the sample off this laptop: its records, their history, its packages.

    Nothing else is touched; a guide stays where another session follows it.  Returns nothing when
    there is no sample here.

    Raises:
        DeskTrouble: when it could not be written; then the sample is here as it was.
    """
    programs = samples(desk)
    if not programs:
        return None
    records = desk.file.records
    circles = [circle.id for circle in records.of_kind(Kind.CIRCLE) if _is_of(desk, circle, programs)]
    sessions = [session.id for circle in circles for session in records.under(circle, Kind.SESSION)]
    owners = [*programs, *circles, *sessions]
    below = [record.id for owner in owners for record in records.under(owner)]
    guides = _followed_by_no_other(desk, frozenset(sessions))
    return desk.forget(list(dict.fromkeys((*owners, *below, *guides))))


def _what_is_to_come(
    desk: Desk, script: Script, shelf: GuideShelf, program: Looked, folder: Path, words: Words
) -> Plan:
    """Return a package of the evening that is still to come, so that all of the sample is one step."""
    file = DeskFile(IN_MEMORY)
    try:
        aside = Desk(file, desk.clock, desk.ids)
        take_in(aside, Plan((program,), ()), words)
        coming = Folders(aside, shelf).session(_plan_evening(aside, script, shelf))
        assert coming is not None
        return look_at([export_session(aside, coming, folder)], PackageReader(words), words)
    finally:
        file.close()


def _plan_evening(desk: Desk, script: Script, shelf: GuideShelf) -> RecordId:
    evening = script.evening(script.still_to_come)
    languages = next(circle.languages for circle in script.circles if circle.code == evening.circle)
    texts = shelf.editions(script.guide)
    start = _next_evening(desk)
    beginning = Beginning(
        texts=tuple(texts[language] for language in languages),
        plan=evening.plan,
        title=shelf.guide(texts[languages[0]]).session(evening.plan).title,
        number=evening.number,
        start=start,
        hard_end=start + evening.instant(evening.hard_end, 0) - evening.instant(evening.start, 0),
        people=evening.people,
        circle_id=_circle(desk, evening.circle, samples(desk)).id,
    )
    return begin_session(desk, beginning)


def _next_evening(desk: Desk) -> Instant:
    now = desk.clock.now()
    zone = desk.clock.zone(now) * MINUTE
    start = (now + zone) // DAY * DAY + EVENING - zone
    return start if start > now else start + DAY


def _circle(desk: Desk, code: str, programs: Sequence[RecordId]) -> Kept[Circle]:
    circles = kept(desk.file.records.of_kind(Kind.CIRCLE), Circle)
    return next(one for one in circles if one.body.code == code and one.body.program in programs)


def _is_sample(desk: Desk, program: Record) -> bool:
    said = [body for body in _ever_said(desk, program) if isinstance(body, Program)]
    return bool(said) and all(body.sample for body in said)


def _is_of(desk: Desk, circle: Record, programs: Sequence[RecordId]) -> bool:
    said = [body for body in _ever_said(desk, circle) if isinstance(body, Circle)]
    return bool(said) and all(body.program in programs for body in said)


def _ever_said(desk: Desk, record: Record) -> Iterator[Body]:
    """Yield all that a record says or said on this laptop, so that a removed one is still known."""
    for known in (record, *desk.file.history.wordings(record.id)):
        yield from (edition.body for edition in known.editions if edition.body is not None)


def _followed_by_no_other(desk: Desk, sessions: frozenset[RecordId]) -> list[RecordId]:
    """Return the guides that these sessions follow and no other one does."""
    following: dict[RecordId, set[bool]] = {}
    for record in desk.file.records.of_kind(Kind.SESSION):
        for body in _ever_said(desk, record):
            for guide in body.guides if isinstance(body, Session) else ():
                following.setdefault(guide, set()).add(record.id in sessions)
    return [guide for guide, ours in following.items() if ours == {True}]
