"""Who may read what: the profiles under which records leave a laptop."""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.bodies import Body
from dialogue_desk.domain.closing import PrivacyDecision, Tally
from dialogue_desk.domain.notes import Consent, Note, NoteKind
from dialogue_desk.domain.records import Record


class Profile(StrEnum):
    """For whom something leaves.

    ``OTHER_LAPTOP`` is the second laptop of the same circle: the facilitators' own, so all of it goes.
    ``ORGANIZER`` gets no debrief and no quote without consent.  ``EVERYONE`` gets no sensitive notes and no
    tallies either; summaries for people are of this profile.
    """

    OTHER_LAPTOP = "other laptop"
    ORGANIZER = "organizer"
    EVERYONE = "everyone"


def lets(profile: Profile, body: Body | None, *, debrief: bool = False) -> bool:
    """Whether something that says ``body`` may leave under ``profile``; a trace without words always may.

    Args:
        profile: for whom it is.
        body: what it says.
        debrief: whether the facilitators asked for their debrief to go along to the organizer.
    """
    if profile is Profile.OTHER_LAPTOP:
        return True
    if isinstance(body, PrivacyDecision | Tally):
        return profile is Profile.ORGANIZER and isinstance(body, Tally)
    if not isinstance(body, Note):
        return True
    if body.kind is NoteKind.DEBRIEF:
        return debrief and profile is Profile.ORGANIZER and not body.sensitive
    if body.kind is NoteKind.QUOTE and body.consent is not Consent.YES:
        return False
    return not (body.sensitive and profile is Profile.EVERYONE)


def may_leave(record: Record, profile: Profile, *, debrief: bool = False) -> bool:
    """Whether a record may leave under ``profile``: only when every edition of it may."""
    return all(lets(profile, edition.body, debrief=debrief) for edition in record.editions)
