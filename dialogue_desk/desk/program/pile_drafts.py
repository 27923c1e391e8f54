"""A pile of slips while it is typed: kept after each field as it is, and counted nowhere until saved."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.pooled_edits import CannotCount, SlipQuestion, TypedPile
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.storage.slip_drafts import SlipDrafts
from dialogue_desk.words import Words
from dialogue_desk.words.typed_sums import read_sum


@dataclass(frozen=True, slots=True)
class PileDraft:
    """What somebody typed of a pile so far, whether it can be read or not.

    ``typed`` is what stands in each field, by question and answer.
    """

    kind: SlipKind
    circles: tuple[RecordId, ...] = ()
    slips: str = ""
    typed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    @classmethod
    def of(cls, pool: PooledCounts) -> PileDraft:
        """Return a saved pile as it is typed."""
        typed = {(question, answer): str(count) for question, answer, count in pool.counts}
        return cls(pool.kind, pool.circles, str(pool.slips), typed, pool.said)

    @property
    def empty(self) -> bool:
        """Whether nothing is typed: circles alone are no pile yet."""
        return not (self.slips.strip() or any(one.strip() for one in self.typed.values()) or self.said)

    def answered(self, question: str) -> int:
        """Return the sum of what is typed for a question; what cannot be read is not in it."""
        return sum(read_sum(text) or 0 for (asked, _), text in self.typed.items() if asked == question)


def typed_pile(draft: PileDraft, asked: Sequence[SlipQuestion], words: Words) -> TypedPile:
    """Return the numbers that a draft says.

    Raises:
        CannotCount: when something is no number; the sentence says which.
    """
    slips = read_sum(draft.slips)
    if slips is None:
        raise CannotCount(words.tr("Type how many slips are on this pile."))
    texts = {one.key: one.text for one in asked}
    counts = {}
    for (question, answer), text in draft.typed.items():
        count = read_sum(text)
        if count is None and text.strip():
            raise CannotCount(
                words.tr(
                    "“{typed}” under “{question}” is no number. Type a number, or several with + between "
                    "them.",
                    typed=safe_in_sentence(text.strip()[:40]),
                    question=safe_in_sentence(texts.get(question, question)[:60]),
                )
            )
        counts[question, answer] = count or 0
    return TypedPile(draft.kind, draft.circles, slips, counts, draft.said)


def keep_draft(desk: Desk, program: RecordId, draft: PileDraft, pool: RecordId | None = None) -> None:
    """Keep a pile as it is typed: a new one of the program, or a change of a saved ``pool``.

    Raises:
        DeskTrouble: when it could not be written.
    """
    said = {
        "program": program,  # with which the draft is erased
        "circles": list(draft.circles),
        "slips": draft.slips,
        "typed": [[*about, text] for about, text in draft.typed.items()],
        "said": list(draft.said),
    }
    drafts, key = SlipDrafts.beside(desk.file), _key(program, draft.kind, pool)
    if draft.empty:
        drafts.forget(key)
    else:
        drafts.write(key, json.dumps(said, ensure_ascii=False))


def kept_draft(
    desk: Desk, program: RecordId, kind: SlipKind, pool: RecordId | None = None
) -> PileDraft | None:
    """Return the pile that somebody began and did not save; None where there is none."""
    text = SlipDrafts.beside(desk.file).of(_key(program, kind, pool))
    try:
        said = json.loads(text) if text else None
        draft = None if said is None else _draft(kind, said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return None if draft is None or draft.empty else draft


def forget_draft(desk: Desk, program: RecordId, kind: SlipKind, pool: RecordId | None = None) -> None:
    """Forget a pile that was begun: it is saved, or not wanted."""
    SlipDrafts.beside(desk.file).forget(_key(program, kind, pool))


def _draft(kind: SlipKind, said: Mapping[str, list[object]]) -> PileDraft:
    return PileDraft(
        kind,
        tuple(RecordId(str(one)) for one in said["circles"]),
        str(said["slips"]),
        {(str(question), str(answer)): str(text) for question, answer, text in _triples(said["typed"])},
        tuple(str(one) for one in said["said"]),
    )


def _triples(rows: Sequence[object]) -> list[tuple[object, object, object]]:
    return [(one[0], one[1], one[2]) for one in rows if isinstance(one, list) and len(one) == 3]


def _key(program: RecordId, kind: SlipKind, pool: RecordId | None) -> str:
    return f"{program} {kind} {pool or ''}"
