"""After a session was led in a practice: what happened, how soon it was answered, and what was cut."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.practice.leading import Ending, Led, Met
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import lateness
from dialogue_desk.ui.practice.challenge_card import delay_text, time_text
from dialogue_desk.ui.practice.practice_bar import PracticeBar
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.part_names import title_of


class LeadingReview(QWidget):
    """Tells what came and what became of the plan; it grades nothing."""

    again_wanted = Signal()
    another_wanted = Signal()
    left = Signal()

    def __init__(self, led: Led, plan: SessionPlan, titles: Mapping[str, str], context: Context) -> None:
        super().__init__()
        self._words = words = context.words
        theme, tr = context.theme, words.tr
        self.bar = PracticeBar(context, tr("Back to the guides"))
        self.bar.show_text(title_of(plan, words), tr("What happened, and what became of the plan"))
        self.bar.back.clicked.connect(self.left)
        page = ScrollColumn(theme, characters=90, centred=True, edge=Space.WIDE)
        self._summary = how_far(led, words)
        kindly = tr("Nothing here is a grade. No circle goes as planned.")
        heading, summary = Label(tr("How it went"), "title"), Label(self._summary, "lead")
        page.add(column(heading, summary, Label(kindly, "muted"), gap=Space.TIGHT))
        if led.met:
            page.add(Section(tr("What happened")))
            page.add(Card.of_rows(self._met_row(one, titles) for one in led.met))
        page.add(Section(tr("What became of the plan")))
        held = Card(edge=Space.BASE)
        held.add(*(Label(sentence) for sentence in plan_sentences(led, plan, words)))
        page.add(held)
        page.body.addStretch(1)
        self.another = Button(theme, tr("Another practice"), weight=Weight.PRIMARY)
        again = Button(theme, tr("Lead it again"))
        self.another.clicked.connect(self.another_wanted)
        again.clicked.connect(self.again_wanted)
        foot = Card("bar", edge=0)
        edges = (Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        foot.column.addLayout(row(STRETCH, flowing(again, self.another), margins=edges))
        column(self.bar, (page, 1), foot, within=self)

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self.another.setFocus()

    def sentence(self) -> str:
        """Return the first words of the page."""
        return self._summary

    def _met_row(self, one: Met, titles: Mapping[str, str]) -> QWidget:
        whole, challenge = QWidget(), one.challenge
        what = delay_text(challenge, self._words) if challenge.delay else titles.get(challenge.moment, "")
        column(Label(what, "strong"), Label(answer_text(one, self._words)), gap=Space.HAIR, within=whole)
        return whole


def how_far(led: Led, words: Words) -> str:
    """Return how far the session came, and how much time was over."""
    if led.ending is Ending.NOT_REACHED:
        done = words.tr(
            "You stopped in the middle: {count} of {total} parts.", count=led.reached, total=led.parts
        )
    else:
        done = words.tr("You led the session to its end.")
    if drift(led.late).lateness is Lateness.ON_TIME:
        return words.tr("{done} It was on time.", done=done)
    return words.tr("{done} It was {late}.", done=done, late=lateness(led.late, words))


def answer_text(one: Met, words: Words) -> str:
    """Return how something was answered."""
    tr, delay = words.tr, one.challenge.delay is not None
    if one.after is None:
        return tr("You left the plan as it was.") if delay else tr("You did not get to it.")
    time = time_text(one.after, words)
    if delay:
        return tr("You adjusted the plan after {time}.", time=time)
    if one.own:
        return tr("You had your own words after {time}.", time=time)
    return tr("You had found words after {time}.", time=time)


def plan_sentences(led: Led, plan: SessionPlan, words: Words) -> tuple[str, ...]:
    """Return what was cut, and whether the closing kept its minutes."""
    tr = words.tr
    titles = {part.id: title_of(part, words) for part in plan.parts}
    said: list[str] = []
    if led.left_out:
        said.append(
            tr("You left out: {parts}.", parts=join_names([titles[one] for one in led.left_out], words))
        )
    if led.shortened:
        shorter = join_names([titles[one] for one in led.shortened], words)
        said.append(tr("You made shorter: {parts}.", parts=shorter))
    if not said:
        said.append(tr("Nothing was cut."))
    last = titles[plan.parts[-1].id]
    hurried = tr("“{part}” had too little time. Next time, cut something before it.", part=last)
    if led.late <= 0:
        hurried = tr("“{part}” was over sooner than its guide asks for.", part=last)
    ending = {
        Ending.KEPT: tr("“{part}” kept its time. There people find out if they were heard.", part=last),
        Ending.SHORT: hurried,
        Ending.LEFT_OUT: tr("“{part}” was left out. Next time, cut something before it.", part=last),
        Ending.NOT_REACHED: tr("“{part}” was still to come.", part=last),
    }
    return (*said, ending[led.ending])
