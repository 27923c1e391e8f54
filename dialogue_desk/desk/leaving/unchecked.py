"""What guards what leaves a session and was not done, told before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desk.desk.session.privacy_check import PrivacyCheck
from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus, closing_steps
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What nobody has looked at of what leaves.

    ``privacy`` is the privacy check where it is open, ``finds`` how many of its matches have no answer, and
    ``answered`` how many have one.
    ``quotes`` is how many quotes nobody was asked about, ``unread`` how many lines nobody
    marked as read to the circle, also where the reading was called done.
    """

    privacy: StepProgress | None = None
    finds: int = 0
    answered: int = 0
    quotes: int = 0
    unread: int = 0

    def __bool__(self) -> bool:
        return self.privacy is not None or bool(self.finds or self.quotes or self.unread)

    @property
    def step(self) -> CloseStep:
        """The step to go back to first; quotes are asked about where they are exported."""
        if self.privacy is not None or self.finds:
            return CloseStep.PRIVACY
        return CloseStep.EXPORT if self.quotes else CloseStep.READ_BACK


def unchecked(
    check: PrivacyCheck,
    folder: SessionFolder,
    profile: Profile,
    *,
    debrief: bool = False,
    papers: bool = True,
) -> Unchecked:
    """Return what was not done before a session leaves under ``profile``, with its summary or without.

    The circle's own other laptop gets everything as it is, so that it can be checked there.
    """
    if profile is Profile.OTHER_LAPTOP and not papers:
        return Unchecked()
    steps = {one.step: one for one in closing_steps(folder, debrief=debrief)}
    privacy = steps[CloseStep.PRIVACY]
    if privacy.status is StepStatus.NOTHING:
        return Unchecked()
    review = check.review(folder, debrief=debrief)
    looked = Unchecked(privacy if privacy.is_open else None, len(review.open), review.looked_at)
    if profile is Profile.OTHER_LAPTOP:
        return looked
    reading = steps[CloseStep.READ_BACK]
    quotes = sum(note.body.consent is Consent.NOT_ASKED for note in folder.notes_of(NoteKind.QUOTE))
    return replace(looked, quotes=quotes, unread=reading.left)


def unchecked_sentences(what: Unchecked, words: Words) -> tuple[str, ...]:
    """Return a sentence for each thing that was not done, what matters most first."""
    return tuple(_sentences(what, words))


def _sentences(what: Unchecked, words: Words) -> Iterator[str]:
    if what.privacy is not None and what.privacy.news:
        yield words.ntr(
            "{count} line came in or changed after the privacy check.",
            "{count} lines came in or changed after the privacy check.",
            what.privacy.news,
        )
    elif what.privacy is not None and what.answered and what.finds:
        yield words.tr("The privacy check was begun and is not finished.")
    elif what.privacy is not None and what.answered:
        yield words.tr("In the privacy check every match has an answer, but it is not marked as done.")
    elif what.privacy is not None:
        yield words.tr("Nobody has done the privacy check yet.")
    if what.finds:
        yield words.ntr(
            "{count} match could point to someone and has no answer.",
            "{count} matches could point to someone and have no answer.",
            what.finds,
        )
    if what.quotes:
        yield words.ntr(
            "{count} quote stays here: nobody was asked if it may be repeated.",
            "{count} quotes stay here: nobody was asked if they may be repeated.",
            what.quotes,
        )
    if what.unread:
        yield words.ntr(
            "{count} line is not marked as read back to the circle.",
            "{count} lines are not marked as read back to the circle.",
            what.unread,
        )
