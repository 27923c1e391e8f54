"""Who may read what: the profiles for which records leave a laptop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.closing.tallies import kept_tallies, may_keep_tally, total
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.closing import CloseStep, ClosingStep, Overrule, PrivacyDecision, Tally
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.domain.records.records import Record


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
    if isinstance(body, PrivacyDecision):
        return Reason.PRIVACY
    if isinstance(body, ClosingStep) and body.step is CloseStep.EXPORT:
        # Else to tick it off would make another revision of what was exported.
        return Reason.EXPORT
    return _NOT_FOR_EVERYONE.get(type(body)) if profile is Profile.EVERYONE else None


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


def leaving(folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False) -> Leaving:
    """Return what would leave with a session's package under ``profile``, and what would stay."""

    def reason(one: Stored[Note]) -> Reason | None:
        why = stays_because(profile, one.body, debrief=debrief)
        if why is None and not all(lets(profile, other, debrief=debrief) for other in one.others):
            return Reason.CONFLICT
        return why

    closing = folder.closing
    counted = {category: tally for category, tally in closing.tallies.items() if total(tally)}
    known = counted if profile is Profile.OTHER_LAPTOP else kept_tallies(folder)
    tallies = sum(lets(profile, tally) for tally in known.values())
    reasons = [(note, reason(note)) for note in folder.notes]
    leaves = [note for note, why in reasons if why is None]
    clashes = [
        *(note.in_conflict for note in leaves),
        *(action.in_conflict for action in folder.actions),
        *(rule.in_conflict for rule in folder.ground_rules),
    ]
    stays = Counter(why for _, why in reasons if why is not None)
    if profile is Profile.EVERYONE:
        stays[Reason.OVERRULE] = len(closing.overruled)
    stays[Reason.TALLY] = len(counted) - tallies
    return Leaving(
        notes=Counter(note.body.kind for note in leaves),
        actions=len(folder.actions),
        ground_rules=len(folder.ground_rules),
        themes=len(folder.themes),
        top_themes=len(closing.top_themes),
        tallies=tallies,
        conflicts=sum(clashes),
        stays=+stays,
    )


def _note_stays(profile: Profile, note: Note, *, debrief: bool) -> Reason | None:
    if note.kind is NoteKind.DEBRIEF:
        if not debrief or profile is not Profile.ORGANIZER:
            return Reason.DEBRIEF
        return Reason.SENSITIVE if note.sensitive else None
    if note.kind is NoteKind.QUOTE and note.consent is not Consent.YES:
        return Reason.NOT_ASKED if note.consent is Consent.NOT_ASKED else Reason.NOT_GIVEN
    return Reason.SENSITIVE if note.sensitive and profile is Profile.EVERYONE else None


_NOT_FOR_EVERYONE: Mapping[type, Reason] = {
    Tally: Reason.TALLY,
    Overrule: Reason.OVERRULE,
    ClosingStep: Reason.STEP,
}
"""What the facilitators' organizer may know, and nobody else."""
