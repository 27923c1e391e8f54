"""What organizers have made of what the circles of a program said, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportOutline,
    ReportSentence,
    SentenceRole,
    Star,
    Synonyms,
)
from dialogue_desk.domain.model.questionnaire import Questionnaire
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, Voice
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.records import Record

_AS_USUAL = ReportOutline()


@dataclass(frozen=True, slots=True)
class ProgramWork:
    """Codings by note, cards by what they are about, stars by line; how ideas compare; the report's words.

    ``answers`` and ``progress`` are what came of a line, by the line; ``heard`` is when one of them was last
    written.

    ``voices``, ``invitations`` and ``pools`` are who is wanted, who was asked, and slips added up;
    ``options``, ``ballots`` and ``teams`` belong to the ``forum``.

    ``differing`` are the records of these that two organizers wrote differently.
    """

    codings: Mapping[RecordId, tuple[RecordId, ...]] = field(default_factory=dict)
    cards: Mapping[RecordId, Card] = field(default_factory=dict)
    stars: Mapping[RecordId, Star] = field(default_factory=dict)
    likenesses: tuple[Likeness, ...] = ()
    sentences: tuple[Stored[ReportSentence], ...] = ()
    outline: ReportOutline = _AS_USUAL
    synonyms: tuple[Stored[Synonyms], ...] = ()
    answers: Mapping[RecordId, Stored[Answer]] = field(default_factory=dict)
    progress: Mapping[RecordId, Stored[Progress]] = field(default_factory=dict)
    heard: Mapping[RecordId, Instant] = field(default_factory=dict)
    voices: tuple[Stored[Voice], ...] = ()
    invitations: tuple[Stored[Invitation], ...] = ()
    pools: tuple[Stored[PooledCounts], ...] = ()
    questionnaire: Questionnaire | None = None
    forum: Forum | None = None
    options: tuple[Stored[ForumOption], ...] = ()
    ballots: tuple[Stored[BallotEntry], ...] = ()
    teams: Mapping[RecordId, Stored[ActionTeam]] = field(default_factory=dict)
    differing: frozenset[RecordId] = frozenset()

    def of_role(self, role: SentenceRole) -> tuple[Stored[ReportSentence], ...]:
        """Return the sentences of one role, in their order."""
        found = (one for one in self.sentences if one.body.role is role)
        return tuple(sorted(found, key=lambda one: (one.body.place, one.id)))


def work_of(records: Iterable[Record]) -> ProgramWork:
    """Return what these records of one program say, put together."""
    known = [record for record in records if record.body is not None]
    cards, stars = stored(known, Card), stored(known, Star)
    return ProgramWork(
        codings={one.body.note: one.body.themes for one in stored(known, Coding)},
        cards={one.body.about: one.body for one in cards},
        stars={one.body.line: one.body for one in stars},
        likenesses=tuple(one.body for one in stored(known, Likeness)),
        sentences=tuple(stored(known, ReportSentence)),
        outline=next((one.body for one in stored(known, ReportOutline)), _AS_USUAL),
        synonyms=tuple(stored(known, Synonyms)),
        answers={one.body.about: one for one in stored(known, Answer)},
        progress={one.body.about: one for one in stored(known, Progress)},
        heard=_heard(known),
        voices=tuple(sorted(stored(known, Voice), key=lambda one: (one.body.place, one.id))),
        invitations=tuple(stored(known, Invitation)),
        pools=tuple(stored(known, PooledCounts)),
        questionnaire=next((one.body for one in stored(known, Questionnaire)), None),
        forum=next((one.body for one in stored(known, Forum)), None),
        options=tuple(sorted(stored(known, ForumOption), key=lambda one: (one.body.number, one.id))),
        ballots=tuple(sorted(stored(known, BallotEntry), key=_as_piled)),
        teams={one.body.about: one for one in stored(known, ActionTeam)},
        differing=frozenset(record.id for record in known if record.in_conflict),
    )


def with_ballots(work: ProgramWork, records: Iterable[Record]) -> ProgramWork:
    """Return ``work`` with these ballots as they are now: of hundreds, people type one at a time."""
    changed = {record.id: record for record in records}
    known = [one for one in work.ballots if one.id not in changed]
    known += stored([one for one in changed.values() if one.body is not None], BallotEntry)
    return replace(
        work,
        ballots=tuple(sorted(known, key=_as_piled)),
        differing=work.differing - changed.keys() | {one.id for one in changed.values() if one.in_conflict},
    )


def _as_piled(one: Stored[BallotEntry]) -> tuple[int, int]:
    return one.body.number, one.body.entry


def _heard(records: Iterable[Record]) -> dict[RecordId, Instant]:
    found: dict[RecordId, Instant] = {}
    for record in records:
        if isinstance(record.body, Answer | Progress):
            latest = max(edition.at for edition in record.editions)
            found[record.body.about] = max(latest, found.get(record.body.about, latest))
    return found
