"""Answers and what became of asks, typed in as a list: a line for each code, with or without heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

from dialogue_desk.desk.program.follow_edits import (
    CannotFollow,
    answer_to,
    next_day_typed,
    progress_of,
    reply_typed,
    with_typed_code,
)
from dialogue_desk.domain.model.answers import Answer, Progress, Status
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp
from dialogue_desk.exchange.rows_of_files import Rows
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.names import name_of

_LONGEST_SHOWN = 60


class ListColumn(StrEnum):
    """What a column of a list says, in the order of a list without heads."""

    CODE = "code"
    ANSWER = "answer"
    WHY = "why"
    BY = "by whom"
    NEXT = "next date"
    STATUS = "status"
    CHANGED = "changed"
    EVIDENCE = "evidence"
    STATUS_NEXT = "next date of the status"


_OF_ANSWER = (ListColumn.WHY, ListColumn.BY)
_OF_STATUS = (ListColumn.CHANGED, ListColumn.EVIDENCE, ListColumn.STATUS_NEXT)
_SHORT = {
    "by": ListColumn.BY,
    "who": ListColumn.BY,
    "next": ListColumn.NEXT,
    "quien": ListColumn.BY,
    "proxima": ListColumn.NEXT,
}
"""What people write above a column who write little."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What a typed list holds: the ``facts``, and a sentence for each line that was left out."""

    facts: tuple[tuple[Followed, Answer | Progress], ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers among the facts."""
        return tuple(fact for _, fact in self.facts if isinstance(fact, Answer))

    @property
    def reports(self) -> tuple[Progress, ...]:
        """What became of asks, among the facts."""
        return tuple(fact for _, fact in self.facts if isinstance(fact, Progress))


def facts_in(rows: Rows, known: FollowUp, words: Words, today: date) -> AnswerSheet:
    """Return what a list says: answers, what became of asks, or both.

    With a first row of heads the columns may stand in any order; without, they are in that of
    ``ListColumn``.  A code that stands twice counts once; where its lines differ, the second is left out
    with a sentence.
    """
    facts: dict[tuple[RecordId, type], tuple[Followed, Answer | Progress]] = {}
    refused: list[str] = []
    heads = _heads(rows[0]) if rows else ()
    for number, row in enumerate(rows, 1):
        if number == 1 and heads:
            continue
        try:
            cells = _cells(row, heads or tuple(ListColumn), words)
            one = with_typed_code(known, cells.get(ListColumn.CODE, ""), words)
            for fact in _facts(one, cells, words, today):
                before = facts.setdefault((one.about, type(fact)), (one, fact))[1]
                _check_same(one, before, fact, words)
        except CannotFollow as trouble:
            refused.append(words.tr("Line {number}: {sentence}", number=number, sentence=str(trouble)))
    return AnswerSheet(tuple(facts.values()), tuple(refused))


def column_name(column: ListColumn, words: Words) -> str:
    """Return the head of a column."""
    return {
        ListColumn.CODE: words.tr("Code"),
        ListColumn.ANSWER: words.tr("Answer"),
        ListColumn.WHY: words.tr("Why"),
        ListColumn.BY: words.tr("By whom"),
        ListColumn.NEXT: words.tr("Next date"),
        ListColumn.STATUS: words.tr("Status"),
        ListColumn.CHANGED: words.tr("What changed"),
        ListColumn.EVIDENCE: words.tr("Evidence"),
        ListColumn.STATUS_NEXT: words.tr("Next date of the status"),
    }[column]


def _heads(row: Sequence[str]) -> tuple[ListColumn | None, ...]:
    """Return what the columns of a list say, by their heads; () where the first row is none of heads.

    A second "next date", or one behind the status, is that of the status.  Of two columns with one head the
    first counts.
    """
    found = [_columns().get(" ".join(plain_letters(cell).split())) for cell in row]
    if ListColumn.CODE not in found:
        return ()
    heads: list[ListColumn | None] = []
    for column in found:
        named = column
        if column is ListColumn.NEXT and (ListColumn.NEXT in heads or _belongs_to_status(heads, found)):
            named = ListColumn.STATUS_NEXT
        heads.append(named)
    return tuple(None if one in heads[:place] else one for place, one in enumerate(heads))


def _belongs_to_status(before: Sequence[ListColumn | None], every: Sequence[ListColumn | None]) -> bool:
    """Whether a next date is that of the status: the status stands nearer before it than the answer."""
    kinds = [one for one in before if one in (ListColumn.ANSWER, ListColumn.STATUS)]
    return kinds[-1] is ListColumn.STATUS if kinds else ListColumn.ANSWER not in every


def _cells(row: Sequence[str], heads: Sequence[ListColumn | None], words: Words) -> Mapping[ListColumn, str]:
    """Return the cells of a line that say something, by their columns."""
    if any(cell.strip() for cell in row[len(heads) :]):
        raise CannotFollow(
            words.tr("It has more cells than there are columns. Check whether a comma parts a text.")
        )
    found = {column: cell.strip() for column, cell in zip(heads, row, strict=False) if column is not None}
    return {column: cell for column, cell in found.items() if cell}


def _facts(
    one: Followed, cells: Mapping[ListColumn, str], words: Words, today: date
) -> Iterator[Answer | Progress]:
    """Yield what a line says; all of it is read before any counts."""
    _check_begun(cells, words)
    next_day = next_day_typed(cells.get(ListColumn.NEXT, ""), words, today)
    read: list[Answer | Progress] = []
    if ListColumn.ANSWER in cells:
        read.append(_answer(one, cells, next_day, words))
    if ListColumn.STATUS in cells:
        later = next_day_typed(cells.get(ListColumn.STATUS_NEXT, ""), words, today)
        read.append(_progress(one, cells, later, words))
    yield from read


def _check_begun(cells: Mapping[ListColumn, str], words: Words) -> None:
    """Check that what belongs to an answer, or to a status, has one."""
    answered, has_status = ListColumn.ANSWER in cells, ListColumn.STATUS in cells
    if not answered and not has_status:
        raise CannotFollow(words.tr("It has neither an answer nor a status."))
    loose = [] if answered else [*_OF_ANSWER, ListColumn.NEXT]
    if found := next((one for one in loose if one in cells), None):
        raise CannotFollow(
            words.tr("It has no answer, so “{column}” has no place.", column=column_name(found, words))
        )
    if found := next((one for one in _OF_STATUS if one in cells and not has_status), None):
        raise CannotFollow(
            words.tr("It has no status, so “{column}” has no place.", column=column_name(found, words))
        )


def _answer(one: Followed, cells: Mapping[ListColumn, str], next_day: str, words: Words) -> Answer:
    """Return the answer of a line; what it leaves empty stays as it is, if the answer is the same one."""
    reply = reply_typed(cells[ListColumn.ANSWER], words)
    made = answer_to(one, reply, cells.get(ListColumn.WHY, ""), cells.get(ListColumn.BY, ""), next_day)
    before = one.answer
    if before is None or before.reply is not reply:
        return made
    return replace(
        made, why=made.why or before.why, by=made.by or before.by, next_day=next_day or before.next_day
    )


def _progress(one: Followed, cells: Mapping[ListColumn, str], next_day: str, words: Words) -> Progress:
    """Return what became of an ask; what a line leaves empty stays as it is."""
    status, before = status_typed(cells[ListColumn.STATUS], words), one.progress
    made = progress_of(one, status)
    return replace(
        made,
        changed=cells.get(ListColumn.CHANGED, "") or (before.changed if before else ""),
        evidence=cells.get(ListColumn.EVIDENCE, "") or (before.evidence if before else ""),
        next_day=next_day or (before.next_day if before and not status.is_final else ""),
    )


def status_typed(typed: str, words: Words) -> Status:
    """Return the status that somebody typed, in any language of the app.

    Raises:
        CannotFollow: when it is none.
    """
    found = _statuses().get(" ".join(plain_letters(typed).split()).strip(". "))
    if found is None:
        typed = safe_in_sentence(typed)
        shown = typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN].rstrip()}…"
        raise CannotFollow(
            words.tr(
                "“{typed}” is no status. A status is one of: {statuses}.",
                typed=shown,
                statuses=", ".join(name_of(one, words) for one in Status),
            )
        )
    return found


def _check_same(one: Followed, before: Answer | Progress, fact: Answer | Progress, words: Words) -> None:
    if before == fact:
        return
    if isinstance(before, Answer):
        raise CannotFollow(
            words.tr(
                "{code} is answered twice, in two ways. The first one counts: {reply}.",
                code=one.code,
                reply=name_of(before.reply, words),
            )
        )
    raise CannotFollow(
        words.tr(
            "{code} has two statuses that differ. The first one counts: {status}.",
            code=one.code,
            status=name_of(before.status, words),
        )
    )


@cache
def _columns() -> Mapping[str, ListColumn]:
    """Return each column by its heads, in every language of the app."""
    found = {column.value: column for column in ListColumn} | _SHORT
    for language in LANGUAGES:
        words = Words(language)
        found |= {plain_letters(column_name(column, words)): column for column in ListColumn}
    return found


@cache
def _statuses() -> Mapping[str, Status]:
    found = {status.value: status for status in Status}
    for language in LANGUAGES:
        words = Words(language)
        found |= {plain_letters(name_of(status, words)): status for status in Status}
    return found
