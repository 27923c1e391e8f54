"""What a person wrote with a change, in words: a note by its first words, the attendance, a tally."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.history import PastChange
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_LONGEST = 32
"""How many characters of a note are enough to know which one it is."""


def written_name(desk: Desk, past: PastChange, words: Words, act: Act) -> str:
    """Return what a change wrote or deleted, as ``act`` says, seen from what the records say now."""
    pairs = [(before, desk.get(record_id)) for record_id, before in desk.file.history.befores(past).items()]
    if note := _only_note(pairs):
        deleted = words.tr("deleting “{note}”", note=note)
        return deleted if act is Act.REMOVE else words.tr("the note “{note}”", note=note)
    if act is Act.REMOVE:
        return name_of(act, words)
    if len(pairs) == 1 and _is_attendance(*pairs[0]):
        return words.tr("the attendance")
    kinds = {record.kind for pair in pairs for record in pair if record is not None} - {Kind.GUIDE}
    named = {
        Kind.SESSION: words.tr("details of the session"),
        Kind.GROUND_RULE: words.tr("ground rules"),
        Kind.CLOSING_STEP: words.tr("a step of the wrap-up"),
        Kind.TOP_THEMES: words.tr("top themes"),
        Kind.TALLY: words.tr("a tally"),
        Kind.DOT_VOTE: words.tr("the dot vote"),
        Kind.PRIVACY_DECISION: words.tr("an answer in the privacy check"),
        Kind.OWN_GUIDE: words.tr("a guide"),
        Kind.THEMES_APART: words.tr("a decision on two themes"),
        Kind.CODING: _of_notes(len(pairs), words),
        Kind.LIKENESS: words.tr("how two things compare"),
        Kind.CARD: words.tr("who must act"),
        Kind.STAR: words.tr("a star for the report"),
        Kind.REPORT_SENTENCE: words.tr("a sentence of the report"),
        Kind.REPORT_OUTLINE: words.tr("the outline of the report"),
        Kind.SYNONYMS: words.tr("words that mean the same"),
        Kind.ANSWER: words.tr("an answer"),
        Kind.PROGRESS: words.tr("what became of an ask"),
        Kind.VOICE: words.tr("a voice wanted"),
        Kind.INVITATION: words.tr("an invitation"),
        Kind.POOLED_COUNTS: words.tr("counts of slips"),
        Kind.QUESTIONNAIRE: words.tr("the questionnaire"),
        Kind.FORUM: words.tr("the action forum"),
        Kind.FORUM_OPTION: words.tr("an option on the ballot"),
        Kind.BALLOT_ENTRY: words.tr("a ballot"),
        Kind.ACTION_TEAM: words.tr("an action team"),
    }
    return named.get(kinds.pop(), name_of(Act.WRITE, words)) if len(kinds) == 1 else name_of(Act.WRITE, words)


def first_words(body: Body | None) -> str:
    """Return as much of a note or an action idea as tells which one it is; "" for anything else."""
    if not isinstance(body, Note | ActionIdea):
        return ""
    line = " ".join((body.text if isinstance(body, Note) else body.what).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _of_notes(count: int, words: Words) -> str:
    if count == 1:
        return words.tr("the themes of a note")
    return words.ntr("the themes of {count} note", "the themes of {count} notes", count)


def _only_note(pairs: Sequence[tuple[Record | None, Record | None]]) -> str:
    """Return the first words of the one note or idea that was changed; "" for none and for several."""
    versions = ([one.body for one in pair if one is not None and one.body is not None] for pair in pairs)
    notes = [note for bodies in versions if bodies and (note := first_words(bodies[-1]))]
    return notes[0] if len(notes) == 1 else ""


def _is_attendance(before: Record | None, now: Record | None) -> bool:
    """Whether two versions of a session differ only in how many and who were there."""
    was, is_now = before and before.body, now and now.body
    if not isinstance(was, Session) or not isinstance(is_now, Session):
        return False
    return replace(was, present=is_now.present, officers=is_now.officers) == is_now
