"""What was answered and what became of it, in words: in the report, the progress report and circle sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.overview.follow_up import Followed
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day

_OFFICE, _LETTERS = 40, 27
"""How much of an office's name is said, and how many letters have room beside each other in a column."""


def answer_text(answer: Answer | None, words: Words, most: int = 160) -> str:
    """Return an answer: the word, why, and which office; that there is none, where there is none."""
    if answer is None:
        return words.tr("no answer yet")
    said = name_of(answer.reply, words)
    if answer.by:
        office = shortened(answer.by, _OFFICE)
        said = words.tr("{reply} ({office})", reply=said, office=office)
    return words.tr("{reply}: {why}", reply=said, why=shortened(answer.why, most)) if answer.why else said


def progress_text(progress: Progress | None, words: Words, most: int = 160) -> str:
    """Return what became of something: its status, what changed and the evidence; "" where nobody said."""
    if progress is None:
        return ""
    said = name_of(progress.status, words)
    if progress.changed:
        said = words.tr("{status}: {changed}", status=said, changed=shortened(progress.changed, most))
    if progress.evidence:
        seen = words.tr("Evidence: {evidence}", evidence=shortened(progress.evidence, most))
        said = f"{said.rstrip('.')}. {seen}"
    return said


def became_text(one: Followed, words: Words, day: date | None, most: int) -> str:
    """Return what became of something, with its next date and whether that is past on a ``day``."""
    said = [progress_text(one.progress, words, most)]
    if one.next_day is not None:
        next_day = written_day(one.next_day, words)
        past = day is not None and one.next_day < day
        told = words.tr("Next date: {day} (past)", day=next_day)
        said.append(told if past else words.tr("Next date: {day}", day=next_day))
    return "\n".join(part for part in said if part)


def told_of(one: Followed, words: Words, most: int = 160) -> str:
    """Return what was answered and became of something, in a line; "" where there is neither."""
    said = [words.tr("Answer: {answer}", answer=answer_text(one.answer, words, most))] if one.answer else []
    if one.progress is not None:
        said.append(words.tr("Since then: {progress}", progress=progress_text(one.progress, words, most)))
    if said and one.next_day is not None:
        said.append(words.tr("Next date: {day}", day=written_day(one.next_day, words)))
    return ". ".join(part.rstrip(".") for part in said)


def rows_on_a_page(rows: Sequence[tuple[str, ...]], most: int) -> int:
    """Return how many of these rows have room on a page of ``most`` lines, in columns of three to a page."""
    left = float(most)
    for number, row in enumerate(rows):
        left -= 0.6 + max(_lines_of(cell) for cell in row)
        if left < 0:
            return number
    return len(rows)


def _lines_of(cell: str) -> int:
    return sum(1 + len(line) // _LETTERS for line in cell.splitlines()) or 1
