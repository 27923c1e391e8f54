"""What a person wrote with a change, in words: the attendance, a tally, or else their words."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.history import PastChange
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


def written_name(desk: Desk, past: PastChange, words: Words) -> str:
    """Return what a change wrote, seen from what the records say now."""
    pairs = [(before, desk.get(record_id)) for record_id, before in desk.file.history.befores(past).items()]
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
    }
    return named.get(kinds.pop(), name_of(Act.WRITE, words)) if len(kinds) == 1 else name_of(Act.WRITE, words)


def _is_attendance(before: Record | None, now: Record | None) -> bool:
    """Whether two versions of a session differ only in how many and who were there."""
    was, is_now = before and before.body, now and now.body
    if not isinstance(was, Session) or not isinstance(is_now, Session):
        return False
    return replace(was, present=is_now.present, officers=is_now.officers) == is_now
