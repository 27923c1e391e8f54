"""Over the session that is led in a practice: what happens now, and how it can be answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds
from dialogue_desk.domain.practice.challenges import Challenge, Delay
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import named
from dialogue_desk.ui.run.run_shortcuts import session_keys
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words

_BESIDE = 820
"""The width, at 100 % text, from which the answers are beside what happens."""


class ChallengeCard(QWidget):
    """Hidden while nothing happens."""

    words_wanted = Signal()
    """A person wants to look up what to say."""
    plan_wanted = Signal()
    """A person wants to adjust the plan."""
    done = Signal()
    """A person goes on, with words of their own or with the plan as it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._words = context, context.words
        theme, tr = context.theme, context.words.tr
        self._title, self._asked = Label(role="strong", heads=True), Label()
        self.help = Button(theme, "")
        self.on = Button(theme, "", weight=Weight.QUIET)
        self._lost = False
        self._find = with_key(tr("Find words"), "moments", context)
        self._adjust = with_key(tr("Adjust the plan"), "plan", context)
        line = ResponsiveRow(theme, _BESIDE, gap=Space.BASE)
        said = QWidget()
        column(self._title, self._asked, gap=Space.HAIR, within=said)
        line.add(said, 1)
        line.add(flowing(self.help, self.on))
        card = Card("notice", edge=0)
        card.column.setContentsMargins(Space.BASE, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        card.add(line)
        column(card, margins=(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR), within=self)
        self.help.clicked.connect(self._help)
        self.on.clicked.connect(self.done)
        self.hide()

    def show_moment(self, title: str) -> None:
        """Say that a hard moment has come."""
        tr = self._words.tr
        self._lost = False
        self._show(
            title, tr("What do you say? Find words, and say them out loud."), tr("I have my own words")
        )

    def show_delay(self, challenge: Challenge) -> None:
        """Say how the session lost time."""
        self._lost = True
        asked = self._words.tr("What can be cut, so that the closing keeps its time?")
        self._show(delay_text(challenge, self._words), asked, self._words.tr("Leave the plan as it is"))

    def show_found(self, after: Milliseconds) -> None:
        """Say that words were found, and how soon."""
        said = self._words.tr(
            "You have words after {time}. Say them out loud, and go back to the session.",
            time=time_text(after, self._words),
        )
        self._answer(said)

    def show_other(self, wanted: str) -> None:
        """Say that the words that are open are for another moment."""
        self._asked.setText(
            self._words.tr("These words are for another moment. Look for: {moment}", moment=wanted)
        )
        self._context.announcer.announce(self._asked.text())

    def _show(self, title: str, asked: str, on: str) -> None:
        self._title.setText(title)
        self._asked.setText(asked)
        self.help.setText(self._adjust if self._lost else self._find)
        self.help.show()
        self.on.setText(on)
        self.show()
        self._context.announcer.announce(f"{title} {asked}", urgent=True)

    def _answer(self, said: str) -> None:
        self._asked.setText(said)
        self.help.hide()
        self.on.setText(self._words.tr("Go on"))
        self._context.announcer.announce(said)

    def _help(self) -> None:
        (self.plan_wanted if self._lost else self.words_wanted).emit()


def with_key(said: str, action: str, context: Context) -> str:
    """Return what a button of a session says, with the key that holds for it, if one does."""
    known = {one.id: one for one in session_keys(context.words)}
    key = named(context.keys.keys_of(action, known[action].keys))
    return context.words.tr("{words} ({key})", words=said, key=key) if key else said


def delay_text(challenge: Challenge, words: Words) -> str:
    """Return how a session lost time."""
    minutes = challenge.lost // MINUTE
    if challenge.delay is Delay.LATE_ARRIVALS:
        return words.tr("Half of the circle came late, and you waited {minutes} minutes.", minutes=minutes)
    return words.tr("One story took {minutes} minutes longer than there was time for.", minutes=minutes)


def time_text(time: Milliseconds, words: Words) -> str:
    """Return a short time as people say it."""
    seconds = max(1, round(time / SECOND))
    if seconds < 90:
        return words.ntr("{count} second", "{count} seconds", seconds)
    return words.ntr("{count} minute", "{count} minutes", round(seconds / 60))
