"""Findings, or asks, of the report: proposed from the counts, written and ordered by a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal

from dialogue_desk.domain.overview.report_findings import (
    LEAST_IN_FRONT,
    MOST_IN_FRONT,
    Ask,
    CountedFinding,
    numbers_then,
)
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import each_of_circles
from dialogue_desk.reports.report_sentences import (
    ask_text,
    asked_day,
    proposed_sentence,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.ordered_rows import OrderedCard
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.mark_list import MarkRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name

Said: TypeAlias = CountedFinding | Ask
"""What stands in front of a report as a sentence."""

EDIT, HOLDS, OUT = "edit", "holds", "out"


class SentencesCard(OrderedCard):
    """``act_wanted(act, said)`` tells what a person wants for one of them, ``ordered(all)`` another order."""

    act_wanted = Signal(str, object)
    ordered = Signal(object)
    more_wanted = Signal()

    def __init__(self, context: Context, title: str, sentence: str, empty: str, more: str) -> None:
        super().__init__(context, title, sentence, empty)
        words = context.words
        self._words, self._title = words, title
        self._said: tuple[Said, ...] = ()
        self._plan: ReportPlan | None = None
        self.more = Button(context.theme, more, weight=Weight.QUIET, icon="plus")
        self.more.clicked.connect(self.more_wanted)
        acts = ((EDIT, words.tr("Edit…")), (HOLDS, words.tr("It still holds")), (OUT, words.tr("Leave out")))
        self.lay_out(acts, (self.more,))
        self.say_acts(self._offered)
        self.acted.connect(self._tell)
        self.rows.opened.connect(lambda row_id: self._tell(EDIT, row_id))
        self.rows.stepped.connect(self._step_sentence)
        self.rows.dropped.connect(self._drop_sentence)

    def show_said(self, said: Sequence[Said], plan: ReportPlan, languages: Sequence[str]) -> None:
        """Show these, which stand in the report of ``plan``, in its languages."""
        self._said, self._plan = tuple(said), plan
        rows = [_row(number, one, plan, languages, self._words) for number, one in enumerate(said, 1)]
        self.show_rows(rows)
        self._warn(len(said))

    def _warn(self, count: int) -> None:
        """Say where there are more than the page in front has room for, or too few."""
        words, said = self._words, ""
        if count > MOST_IN_FRONT:
            said = words.tr(
                "The page in front has room for {most}: the first {most} stand there, the others inside.",
                most=MOST_IN_FRONT,
            )
        elif 0 < count < LEAST_IN_FRONT:
            said = words.tr(
                "Readers expect {least} to {most} here.", least=LEAST_IN_FRONT, most=MOST_IN_FRONT
            )
        self.warning.play("note")
        self.warning.setText(said)
        self.warning.setVisible(bool(said))

    def _offered(self, row_id: str) -> dict[str, str]:
        words, said = self._words, self._find(row_id)
        offered = {EDIT: words.tr("Edit…"), OUT: words.tr("Leave out")}
        if said is not None and self._plan is not None and numbers_then(said, self._plan.room.met):
            offered[HOLDS] = words.tr("It still holds")
        return offered

    def _find(self, row_id: str) -> Said | None:
        return next((one for one in self._said if one.id == row_id), None)

    def _tell(self, act: str, row_id: str) -> None:
        if (said := self._find(row_id)) is not None:
            self.act_wanted.emit(act, said)

    def _step_sentence(self, row_id: str, by: int) -> None:
        place = next(number for number, one in enumerate(self._said) if one.id == row_id)
        goal = place + by
        if 0 <= goal < len(self._said):
            others = [one for one in self._said if one.id != row_id]
            others.insert(goal, self._said[place])
            self.ordered.emit(tuple(others))

    def _drop_sentence(self, row_id: str, before: str) -> None:
        if row_id == before:
            return
        moved = self._find(row_id)
        others = [one for one in self._said if one.id != row_id]
        goal = next((number for number, one in enumerate(others) if one.id == before), len(others))
        if moved is not None:
            others.insert(goal, moved)
        if tuple(others) != self._said:
            self.ordered.emit(tuple(others))


def said_text(said: Said, words: Words) -> str:
    """Return its sentence in the language of ``words``."""
    if isinstance(said, Ask):
        return ask_text(said, words)[0]
    own = said.written.text(words.language) if said.written else ""
    return own or proposed_sentence(said, words)


def _row(number: int, said: Said, plan: ReportPlan, languages: Sequence[str], words: Words) -> MarkRow:
    text, details = said_text(said, words), list(_details(said, plan, words))
    stale = numbers_then(said, plan.room.met)
    if stale:
        details.insert(
            0,
            words.tr(
                "The numbers have changed: {then} then, {now} now. Read it again.",
                then=each_of_circles(*stale, words),
                now=each_of_circles(said.each, plan.room.met, words),
            ),
        )
    if lacking := _lacking(said, languages):
        names = ", ".join(language_name(code, words) for code in lacking)
        details.append(words.tr("not written in: {languages}", languages=names))
    detail = " · ".join(details)
    return MarkRow(
        said.id,
        text,
        detail,
        f"{number}. {text}. {detail}",
        icon="warning" if stale else "",
        figure="" if stale else str(number),
        filled=number <= MOST_IN_FRONT and not stale,
    )


def _details(said: Said, plan: ReportPlan, words: Words) -> tuple[str, ...]:
    count = each_of_circles(said.counts, plan.room.met, words)
    own = bool(said.written and said.written.texts)
    whose = words.tr("in your words") if own else words.tr("proposed from the counts")
    if isinstance(said, Ask):
        by = asked_day(said, words)
        return tuple(part for part in (plan.code_of(said.proposal), count, said.actor, by, whose) if part)
    return count, whose


def _lacking(said: Said, languages: Sequence[str]) -> list[str]:
    """Return the languages of the program in which a sentence is not written, though it is in others."""
    if said.written is None or not said.written.texts:
        return []
    return [code for code in languages if not said.written.text(code)]
