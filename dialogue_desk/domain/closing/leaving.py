"""Who may read what: the profiles for which records leave a laptop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.closing.tallies import may_keep_tally, total
from dialogue_desk.domain.model.bodies import ORGANIZING, Body, Kind
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, ClosingStep, Tally, TopThemes
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.domain.records.records import Record, Records


class Profile(StrEnum):
    """For whom something leaves the laptop.

    ``OTHER_LAPTOP`` is the second laptop of the same circle, the facilitators' own: everything leaves.
    ``ORGANIZER`` gets no debrief and no quote without consent.  ``EVERYONE`` gets what the circle said and
    chose, and neither sensitive notes nor tallies, nor how the facilitators went about it: which steps of the
    close they took, and why they took notes against the guide.  Summaries for people are of this profile.
    """

    OTHER_LAPTOP = "other laptop"
    ORGANIZER = "organizer"
    EVERYONE = "everyone"


class Reason(StrEnum):
    """Why something stays on the laptop."""

    DEBRIEF = "debrief"
    NOT_ASKED = "not asked"
    NOT_GIVEN = "not given"
    SENSITIVE = "sensitive"
    PRIVACY = "privacy"
    EXPORT = "export"
    STEP = "step"
    OVERRULE = "overrule"
    TALLY = "tally"
    CONFLICT = "clash"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a session's package will contain, and what stays here and why.  Shown before anything is written.

    ``notes`` are counted by kind.  ``stays`` counts by reason the notes, the tallies and the reasons against
    the guide that stay.  ``conflicts`` leave with all their versions, for a person to choose.
    """

    notes: Mapping[NoteKind, int]
    actions: int
    ground_rules: int
    themes: int
    top_themes: int
    tallies: int
    conflicts: int
    stays: Mapping[Reason, int]


def lets(profile: Profile, body: Body | None, *, debrief: bool = False) -> bool:
    """Whether something that says ``body`` may leave under ``profile``; a trace without words always may.

    ``debrief``: the facilitators asked for their debrief to go along to the organizer.
    """
    return stays_because(profile, body, debrief=debrief) is None


def stays_because(profile: Profile, body: Body | None, *, debrief: bool = False) -> Reason | None:
    """Return why something that says ``body`` may not leave under ``profile``; None when it may."""
    if profile is Profile.OTHER_LAPTOP:
        return None
    if isinstance(body, Note):
        return _note_stays(profile, body, debrief=debrief)
    if isinstance(body, ClosingStep) and body.step is CloseStep.EXPORT:
        # Else to tick it off would make another revision of what was exported.
        return Reason.EXPORT
    return None if body is None else _kind_stays(profile, Kind.of(body))


def may_be_placed(note: Note, officers: Officers | None, profile: Profile = Profile.ORGANIZER) -> bool:
    """Whether circle, session and place may stand beside a note in what people under ``profile`` read.

    Not beside what could only be one person: one voice, a quote, and an experience, a concern or a hope of
    which nobody said that others share it.  Where ``officers`` were in the room, or nobody said that none
    were, a few may all be officers, so there an experience is placed only when most of the circle held it.

    What may not be placed stands in lists of the whole program alone: a theme, or another heading, that
    fewer circles raised would say whose it is as well.  The report of a program, which names no circle beside
    a line, has such lines under a theme only if many circles raised it (``MANY_CIRCLES`` in ``report_plan``).
    """
    if profile is Profile.OTHER_LAPTOP:
        return True
    if note.kind is NoteKind.QUOTE or note.spread is Spread.ONE_VOICE:
        return False
    if note.kind is NoteKind.EXPERIENCE:
        return note.spread in (_SEVERAL if officers is Officers.NOT_PRESENT else _MANY)
    return note.spread is not None or note.kind not in (NoteKind.CONCERN, NoteKind.HOPE)


def may_leave(record: Record, profile: Profile, *, debrief: bool = False) -> bool:
    """Whether a record may leave under ``profile``: only when every edition of it may."""
    return all(lets(profile, edition.body, debrief=debrief) for edition in record.editions)


def may_leave_session(
    folder: SessionFolder, record: Record, profile: Profile, *, debrief: bool = False
) -> bool:
    """Whether a record of a session may leave with it; a tally only if the session may keep that tally."""
    if profile is not Profile.OTHER_LAPTOP:
        tallies = (edition.body for edition in record.editions if isinstance(edition.body, Tally))
        if not all(may_keep_tally(folder, tally) for tally in tallies):
            return False
    return may_leave(record, profile, debrief=debrief)


def leaving_records(
    records: Records, session_id: RecordId, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False
) -> Iterator[Record]:
    """Yield those of a session's ``records``, its circle's and its program's that leave under ``profile``.

    A theme leaves when something that leaves has it, so that what another evening added stays out; whether
    a session may keep its tallies is asked by ``may_leave_session``.
    """
    able = [record for record in records.values() if may_leave(record, profile, debrief=debrief)]
    used = {theme for record in able if record.owner == session_id for theme in _themes_of(record)}
    for record in able:
        unused = record.kind is Kind.THEME and record.id not in used and record.body is not None
        if profile is Profile.OTHER_LAPTOP or not unused:
            yield record


def private_themes(stays: Iterable[Record], leaves: Iterable[Record]) -> frozenset[RecordId]:
    """Return the themes that only lines have that stay: the name of such a theme may tell what they say."""
    found = {theme for record in stays for theme in _themes_of(record)}
    return frozenset(found.difference(theme for record in leaves for theme in _themes_of(record)))


def leaving(folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False) -> Leaving:
    """Return what would leave with a session's package under ``profile``, and what would stay."""
    closing = folder.closing
    leaves = [
        record
        for record in leaving_records(folder.records, folder.id, profile, debrief=debrief)
        if record.body is not None and may_leave_session(folder, record, profile, debrief=debrief)
    ]
    said = [record.body for record in leaves if isinstance(record.body, Note)]
    kinds = Counter(record.kind for record in leaves)
    tallies = sum(isinstance(one.body, Tally) and total(one.body) > 0 for one in leaves)
    stays = Counter(why for note in folder.notes if (why := _stays(note, profile, debrief=debrief)))
    stays[Reason.OVERRULE] = len(closing.overruled) - kinds[Kind.OVERRULE]
    stays[Reason.TALLY] = sum(total(tally) > 0 for tally in closing.tallies.values()) - tallies
    return Leaving(
        notes=Counter(note.kind for note in said),
        actions=kinds[Kind.ACTION],
        ground_rules=kinds[Kind.GROUND_RULE],
        themes=kinds[Kind.THEME],
        top_themes=sum(len(one.body.themes) for one in leaves if isinstance(one.body, TopThemes)),
        tallies=tallies,
        conflicts=sum(record.in_conflict for record in leaves),
        stays=+stays,
    )


def _stays(note: Stored[Note], profile: Profile, *, debrief: bool) -> Reason | None:
    why = stays_because(profile, note.body, debrief=debrief)
    if why is None and not all(lets(profile, other, debrief=debrief) for other in note.others):
        return Reason.CONFLICT
    return why


def _themes_of(record: Record) -> Iterator[RecordId]:
    for edition in record.editions:
        if isinstance(edition.body, Note | ActionIdea | TopThemes):
            yield from edition.body.themes


def _kind_stays(profile: Profile, kind: Kind) -> Reason | None:
    if kind in _FOR_EVERYONE or (profile is Profile.ORGANIZER and kind in _FOR_ORGANIZER):
        return None
    return _REASONS.get(kind, Reason.UNKNOWN)


def _note_stays(profile: Profile, note: Note, *, debrief: bool) -> Reason | None:
    if note.kind is NoteKind.DEBRIEF:
        if not debrief or profile is not Profile.ORGANIZER:
            return Reason.DEBRIEF
        return Reason.SENSITIVE if note.sensitive else None
    if note.kind is NoteKind.QUOTE and note.consent is not Consent.YES:
        return Reason.NOT_ASKED if note.consent is Consent.NOT_ASKED else Reason.NOT_GIVEN
    return Reason.SENSITIVE if note.sensitive and profile is Profile.EVERYONE else None


_MANY = (Spread.MOST, Spread.EVERYONE)
_SEVERAL = (Spread.A_FEW, Spread.CONTESTED, *_MANY)

_FOR_EVERYONE = frozenset(
    {
        Kind.PROGRAM,
        Kind.CIRCLE,
        Kind.SESSION,
        Kind.GUIDE,
        Kind.GROUND_RULE,
        Kind.NOTE,
        Kind.THEME,
        Kind.ACTION,
        Kind.MOVE,
        Kind.TOP_THEMES,
        Kind.READ_BACK,
        Kind.TALLY_CATEGORY,
        Kind.DOT_VOTE,
    }
)
"""What anyone may have: a kind of record that is named nowhere here stays."""

_FOR_ORGANIZER = frozenset({Kind.TALLY, Kind.OVERRULE, Kind.CLOSING_STEP})
"""What the facilitators' organizer may know too, and nobody else."""

_REASONS: Mapping[Kind, Reason] = {
    Kind.TALLY: Reason.TALLY,
    Kind.OVERRULE: Reason.OVERRULE,
    Kind.CLOSING_STEP: Reason.STEP,
    Kind.PRIVACY_DECISION: Reason.PRIVACY,
    Kind.OWN_GUIDE: Reason.UNKNOWN,
    Kind.THEMES_APART: Reason.UNKNOWN,
    **dict.fromkeys(ORGANIZING, Reason.UNKNOWN),
}
"""Why records of a kind stay, wherever they do."""
