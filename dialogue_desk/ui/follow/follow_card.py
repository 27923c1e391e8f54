"""One ask beside the list: the answer of whoever was asked, and what became of it since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.follow_edits import answer_to, progress_of, told_twice
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.overview.follow_up import Followed
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.follow.follow_text import asked_text
from dialogue_desk.ui.follow.next_date_line import NextDateLine
from dialogue_desk.ui.program.kept_text import KeptText
from dialogue_desk.ui.proposals.actor_choice import ActorChoice
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.names import name_of

_LONGEST_TITLE = 400


class FollowCard(ScrollColumn):
    """Shows what was asked; ``said(fact)`` tells an answer or what became of it, field by field.

    ``taken_back(fact)`` tells that there is no answer, or that nothing became of it.  What belongs to an
    answer can be typed once it is chosen; so nothing is typed that nobody keeps.  ``dropped(sentence)`` tells
    of a date that could not be kept, when another ask is shown.
    """

    said = Signal(object)
    taken_back = Signal(object)
    one_kept = Signal()
    conflict_wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, edge=Space.HAIR)
        words, theme = context.words, context.theme
        self._words = words
        self._shown: Followed | None = None
        self._title, self._asked = Label(role="title"), Label(role="muted")
        self._twice = Label()
        self.choose = Button(theme, words.tr("Choose a version…"))
        self.keep_one = Button(theme, words.tr("Keep the one shown"))
        self._differs = Card("notice", edge=Space.SNUG)
        self._differs.add(self._twice, flowing(self.choose, self.keep_one))
        replies = [Choice(one, name_of(one, words)) for one in Reply]
        self.reply = Chips(theme, words.tr("What was answered"), replies, optional=True)
        self.why, self.changed, self.evidence = KeptText(theme), KeptText(theme), KeptText(theme)
        self.by = ActorChoice(context, words.tr("Which office answered"), words.tr("Nobody is named yet"))
        self.answer_next = NextDateLine(words, words.tr("When people hear more"))
        statuses = [Choice(one, name_of(one, words)) for one in Status]
        self.status = Chips(theme, words.tr("What became of it"), statuses, optional=True)
        self.progress_next = NextDateLine(words, words.tr("Next date"))
        self._of_answer: tuple[QWidget, ...] = (
            Field(words.tr("Why"), self.why),
            self.by,
            self.answer_next,
        )
        self._of_progress: tuple[QWidget, ...] = (
            Field(words.tr("What changed"), self.changed),
            Field(words.tr("Evidence"), self.evidence, words.tr("By which anybody can see it")),
            self.progress_next,
        )
        self._fields: tuple[QWidget, ...] = (
            Section(words.tr("The answer")),
            Field(words.tr("What was answered"), self.reply),
            *self._of_answer,
            Section(words.tr("Since then")),
            Field(words.tr("What became of it"), self.status),
            *self._of_progress,
        )
        self.add(self._title, self._asked, self._differs, *self._fields)
        self.body.addStretch(1)
        self._connect()

    def show_followed(self, one: Followed, actors: Sequence[str], today: date) -> None:
        """Show another ask, or the same one after a change; what was typed is to be kept before."""
        before = self._shown
        other = before is None or before.about != one.about
        self._shown = one
        words, answer, progress = self._words, one.answer, one.progress
        self._title.setText(shortened(one.words, _LONGEST_TITLE))
        self._asked.setText(asked_text(one, words))
        self._twice.setText("\n".join(told_twice(one, words)))
        self._differs.setVisible(bool(one.differing) or one.two_answers)
        self.choose.setVisible(bool(one.differing))
        self.keep_one.setVisible(one.two_answers and not one.differing)
        for line in (self.answer_next, self.progress_next):
            if other and line.trouble and before is not None:
                self.dropped.emit(
                    words.tr("The date of {code} was not kept. {why}", code=before.code, why=line.trouble)
                )
            line.today = today
            if other:
                line.clear()
        self.reply.choose(answer.reply if answer else "")
        self.why.show_text(answer.why if answer else "")
        named = answer.by if answer else ""
        self.by.show_actor(tuple(dict.fromkeys(filter(None, (one.actor, *actors)))), named)
        self.answer_next.show_day(answer.next_day if answer else "")
        self.status.choose(progress.status if progress else "")
        self.changed.show_text(progress.changed if progress else "")
        self.evidence.show_text(progress.evidence if progress else "")
        self.progress_next.show_day(progress.next_day if progress else "")
        for field in self._of_answer:
            field.setEnabled(answer is not None)
        for field in self._of_progress:
            field.setEnabled(progress is not None)
        if other:
            self.open_at_top()

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        for box in (self.why, self.by, self.answer_next, self.changed, self.evidence, self.progress_next):
            if box.isEnabled():
                box.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.keep_one.clicked.connect(self.one_kept)
        self.reply.chosen.connect(self._answer)
        self.why.kept.connect(lambda text: self._change_answer(why=text))
        self.by.chosen.connect(lambda name: self._change_answer(by=name))
        self.answer_next.kept.connect(lambda day: self._change_answer(next_day=day))
        self.status.chosen.connect(self._become)
        self.changed.kept.connect(lambda text: self._change_progress(changed=text))
        self.evidence.kept.connect(lambda text: self._change_progress(evidence=text))
        self.progress_next.kept.connect(lambda day: self._change_progress(next_day=day))

    def _choose(self) -> None:
        if self._shown is not None and self._shown.differing:
            self.conflict_wanted.emit(self._shown.differing[0])

    def _answer(self, reply: str) -> None:
        if self._shown is None:
            return
        if not reply:
            self.taken_back.emit(self._shown.answer)
        elif self._shown.answer is None:
            self._tell(answer_to(self._shown, Reply(reply)))
        else:
            self._change_answer(reply=Reply(reply))

    def _become(self, status: str) -> None:
        if self._shown is None:
            return
        if not status:
            self.taken_back.emit(self._shown.progress)
        elif self._shown.progress is None:
            self._tell(progress_of(self._shown, Status(status)))
        else:
            self._change_progress(status=Status(status))

    def _change_answer(self, **changed: object) -> None:
        if self._shown is not None and self._shown.answer is not None:
            self._tell(replace(self._shown.answer, **changed))  # type: ignore[arg-type]

    def _change_progress(self, **changed: object) -> None:
        if self._shown is not None and self._shown.progress is not None:
            self._tell(replace(self._shown.progress, **changed))  # type: ignore[arg-type]

    def _tell(self, fact: Answer | Progress) -> None:
        """Tell a fact, and know it at once: the next field may be told before all is read again."""
        if self._shown is not None:
            self._shown = self._shown.saying(fact)
            for field in self._of_answer if isinstance(fact, Answer) else self._of_progress:
                field.setEnabled(True)
            self.said.emit(fact)
