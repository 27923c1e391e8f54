"""Who may read what: the profiles under which records leave a laptop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.bodies import Body
from dialogue_desk.domain.closing import ClosingStep, PrivacyDecision, Step, Tally
from dialogue_desk.domain.notes import Consent, Note, NoteKind
from dialogue_desk.domain.records import Record
from dialogue_desk.domain.session_folder import Kept, SessionFolder


class Profile(StrEnum):
    """For whom something leaves.

    ``OTHER_LAPTOP`` is the second laptop of the same circle: the facilitators' own, so all of it goes.
    ``ORGANIZER`` gets no debrief and no quote without consent.  ``EVERYONE`` gets no sensitive notes and no
    tallies either; summaries for people are of this profile.
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
    TALLY = "tally"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a session's package will contain, and what stays here and why.  Shown before anything is written.

    ``notes`` are counted by kind, ``stays`` by reason.  ``clashes`` leave with all their wordings, for a
    person to choose.
    """

    notes: Mapping[NoteKind, int]
    actions: int
    ground_rules: int
    themes: int
    top_themes: int
    tallies: int
    clashes: int
    stays: Mapping[Reason, int]


def lets(profile: Profile, body: Body | None, *, debrief: bool = False) -> bool:
    """Whether something that says ``body`` may leave under ``profile``; a trace without words always may.

    Args:
        profile: for whom it is.
        body: what it says.
        debrief: whether the facilitators asked for their debrief to go along to the organizer.
    """
    return stays_because(profile, body, debrief=debrief) is None


def stays_because(profile: Profile, body: Body | None, *, debrief: bool = False) -> Reason | None:
    """Return why something that says ``body`` may not leave under ``profile``; nothing when it may."""
    if profile is Profile.OTHER_LAPTOP:
        return None
    if isinstance(body, PrivacyDecision):
        return Reason.PRIVACY
    if isinstance(body, Tally) and profile is Profile.EVERYONE:
        return Reason.TALLY
    if isinstance(body, ClosingStep) and body.step is Step.EXPORT:
        # Else to tick it off would make another revision of what was exported.
        return Reason.EXPORT
    return _note_stays(profile, body, debrief=debrief) if isinstance(body, Note) else None


def may_leave(record: Record, profile: Profile, *, debrief: bool = False) -> bool:
    """Whether a record may leave under ``profile``: only when every edition of it may."""
    return all(lets(profile, edition.body, debrief=debrief) for edition in record.editions)


def leaving(folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False) -> Leaving:
    """Return what would leave with a session's package under ``profile``, and what would stay."""

    def reason(one: Kept[Note]) -> Reason | None:
        why = stays_because(profile, one.body, debrief=debrief)
        if why is None and not all(lets(profile, other, debrief=debrief) for other in one.others):
            return Reason.CLASH
        return why

    reasons = [(note, reason(note)) for note in folder.notes]
    leaves = [note for note, why in reasons if why is None]
    clashes = [
        *(note.clash for note in leaves),
        *(action.clash for action in folder.actions),
        *(rule.clash for rule in folder.ground_rules),
    ]
    return Leaving(
        notes=Counter(note.body.kind for note in leaves),
        actions=len(folder.actions),
        ground_rules=len(folder.ground_rules),
        themes=len(folder.themes),
        top_themes=len(folder.closing.top_themes),
        tallies=sum(lets(profile, tally) for tally in folder.closing.tallies.values()),
        clashes=sum(clashes),
        stays=Counter(why for _, why in reasons if why is not None),
    )


def _note_stays(profile: Profile, note: Note, *, debrief: bool) -> Reason | None:
    if note.kind is NoteKind.DEBRIEF:
        if not debrief or profile is not Profile.ORGANIZER:
            return Reason.DEBRIEF
        return Reason.SENSITIVE if note.sensitive else None
    if note.kind is NoteKind.QUOTE and note.consent is not Consent.YES:
        return Reason.NOT_ASKED if note.consent is Consent.NOT_ASKED else Reason.NOT_GIVEN
    return Reason.SENSITIVE if note.sensitive and profile is Profile.EVERYONE else None
