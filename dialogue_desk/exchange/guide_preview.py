"""The guide that a document under review would be: its draft, its text, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desk.domain.guides.drafting import DraftSession, GuideDraft
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument, ReviewedLine
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.guide_concerns import concerns, spoken_concerns
from dialogue_desk.exchange.document_refusals import remark_sentence
from dialogue_desk.exchange.guide_draft_text import guide_draft_text
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.plain_concerns import plain_sentence
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class PreviewNote:
    """One sentence about the guide, and the number of the line it is about; 0 for the whole of it."""

    number: int
    sentence: str
    hint: bool = False


@dataclass(frozen=True, slots=True)
class GuidePreview:
    """The guide as it will be.  ``remarks`` say how it was read, ``concerns`` what goes wrong with it."""

    draft: GuideDraft
    text: str
    remarks: tuple[PreviewNote, ...]
    concerns: tuple[PreviewNote, ...]

    @property
    def minutes(self) -> dict[int, int]:
        """The minutes of parts, by the number of their line."""
        return {part.number: part.minutes or 0 for session in self.draft.sessions for part in session.parts}

    def minutes_of(self, line: ReviewedLine) -> int:
        """Return the minutes that the guide gives to what begins in a line; 0 when it has none."""
        if line.meaning is Meaning.SESSION:
            return next((one.minutes for one in self.draft.sessions if one.number == line.number), 0)
        if line.meaning is Meaning.PART:
            return self.minutes.get(line.number, 0)
        return 0


def preview_of(document: ReviewedDocument, words: Words) -> GuidePreview:
    """Make the guide that a document is now, and check it for the largest circle it is made for."""
    draft = document.draft()
    text = guide_draft_text(draft)
    remarks = tuple(
        PreviewNote(remark.number, remark_sentence(remark, words))
        for remark in (*document.remarks, *draft.remarks)
    )
    try:
        guide = read_guide(text, draft.title, words)
    except GuideUnreadable as unreadable:
        faults = tuple(PreviewNote(0, fault.sentence) for fault in unreadable.faults)
        return GuidePreview(draft, text, remarks, faults)
    found = sorted(_concerns(guide, draft, words), key=lambda note: note.hint)
    return GuidePreview(draft, text, remarks, tuple(found))


def _concerns(guide: Guide, draft: GuideDraft, words: Words) -> Iterator[PreviewNote]:
    people = guide.people[1]
    for plan, session in zip(guide.sessions, draft.sessions, strict=True):
        numbers = _numbers(session)
        for concern in (*concerns(plan, people), *spoken_concerns(plan, guide.language)):
            sentence = plain_sentence(concern, plan, people, words)
            yield PreviewNote(numbers.get(concern.part, session.number), sentence, concern.kind.hint)


def _numbers(session: DraftSession) -> dict[str, int]:
    return {part.id: part.number for part in session.parts}
