"""The sheet of what waits: what files of other laptops would change or erase, and the answers to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import asks_twice
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.trust.trust_text import circle_lines, effect_sentences, source_text
from dialogue_desk.desk.trust.waiting_changes import (
    WaitingChanges,
    keep_both,
    leave_out,
    take,
    waiting_changes,
)
from dialogue_desk.desk.trust.way_back import days_to_bring_back
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.records.trust import Claim
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.core.undo import what_can_be_undone
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.ui.widgets.toast import ASK_AGAIN, UNDO
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words import Words
from dialogue_desk.words.holding_words import hold_text


class Answer(StrEnum):
    """What a person decides about what one laptop would do."""

    TAKE = "take"
    KEEP_BOTH = "keep both"
    LEAVE_OUT = "leave out"


class WaitingSheet(SheetDialog):
    """Shows what waits laptop by laptop, and does what a person answers.  It closes when nothing is left."""

    answered = Signal()
    left_out = Signal(object)
    """Claims that a person left out (a sequence), which can be asked about again."""

    def __init__(self, desk: Desk, context: Context, window: QWidget | None = None) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Changes that wait for you"), window, wide=True)
        self._desk, self._context, self._words = desk, context, words
        self._cards: list[LaptopCard] = []
        self._lead = Label()
        self._trouble = TroubleLine(context.announcer)
        self._list = column(gap=Space.SNUG)
        self.column.add(self._lead, self._trouble, self._list)
        self.column.body.addStretch(1)
        self._all = [
            self.add_button(words.tr("Leave all out"), partial(self._answer_all, Answer.LEAVE_OUT)),
            self.add_button(words.tr("Take all"), partial(self._answer_all, Answer.TAKE)),
        ]
        self.foot.addStretch(1)
        self._later = self.add_button(words.tr("Decide later"), self.reject, weight=Weight.QUIET)
        self._fill()
        # A key pressed too early must not change anything.
        self._later.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        waiting = waiting_changes(self._desk)
        lead = _lead(waiting, days_to_bring_back(self._desk), self._words)
        self._lead.setText(lead)
        self.setAccessibleDescription(lead)
        before = {card.waiting.signer: card for card in self._cards}
        self._cards = []
        for place, one in enumerate(waiting):
            # A card that says the same stays, and so does what was ticked on it.
            card = before.get(one.signer)
            if card is None or card.waiting != one:
                card = LaptopCard(one, self._theme, self._words, self._answer)
                self._list.insertWidget(place, card)
                card.show()  # at once, because one of its buttons may take the focus
            self._cards.append(card)
        for card in before.values():
            if card not in self._cards:
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
        for button in self._all:
            button.setVisible(len(waiting) > 1)

    def _answer(self, card: LaptopCard, answer: Answer) -> None:
        self._ask_twice(answer, card.waiting.erasures, partial(self._do_answer, card, answer))

    def _answer_all(self, answer: Answer) -> None:
        erasures = [claim for card in self._cards for claim in card.waiting.erasures]
        self._ask_twice(answer, erasures, partial(self._do_answer_all, answer))

    def _ask_twice(self, answer: Answer, erasures: Sequence[Claim], go_on: Callable[[], None]) -> None:
        """Go on, or ask once more first, when what would be erased is on hold."""
        now = self._desk.clock.now()
        taken = erasures if answer is Answer.TAKE else ()
        held = {one.id: one for claim in taken for one in asks_twice(self._desk, claim.record.id)}
        if not held:
            go_on()
            return
        tr, zone = self._words.tr, self._desk.clock.zone(now)
        told = " ".join(hold_text(one, zone, self._words) for one in held.values())
        question = ChoicePrompt(
            tr("Erase although it is on hold"),
            tr("{holds} Whoever answers the request may need what would be erased.", holds=told),
            (PromptAnswer("take", tr("Erase although it is on hold")),),
        )
        self._context.prompts.choose(question, lambda _: go_on())

    def _do_answer(self, card: LaptopCard, answer: Answer) -> None:
        if not self._done(answer, card.waiting.claims, from_now_on=card.always):
            return
        place = self._cards.index(card)
        self._say(answer, card.waiting, always=card.always)
        self._fill()
        self._go_on(place, answer)

    def _do_answer_all(self, answer: Answer) -> None:
        claims = [claim for card in self._cards for claim in card.waiting.claims]
        if self._done(answer, claims):
            self._say(answer)
            self._fill()
            self._go_on(0, answer)

    def _done(self, answer: Answer, claims: Sequence[Claim], *, from_now_on: bool = False) -> bool:
        try:
            match answer:
                case Answer.TAKE:
                    take(self._desk, claims, from_now_on=from_now_on)
                case Answer.KEEP_BOTH:
                    keep_both(self._desk, claims)
                case Answer.LEAVE_OUT:
                    leave_out(self._desk, claims)
                    self.left_out.emit(claims)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._words))
            return False
        self._trouble.say("")
        self.answered.emit()
        return True

    def _say(self, answer: Answer, about: WaitingChanges | None = None, *, always: bool = False) -> None:
        tr, say = self._words.tr, self._context.toast.say
        match answer:
            case Answer.LEAVE_OUT:
                say(tr("It was left out."), action=tr("Ask me again"), action_id=ASK_AGAIN)
                return
            case Answer.KEEP_BOTH if about is not None and about.erasures:
                said = tr(
                    "Both versions are kept, and the erasing is left out. Choose between them in the program."
                )
            case Answer.KEEP_BOTH:
                said = tr("Both versions are kept. Choose between them in the program.")
            case Answer.TAKE if about is not None and always:
                said = tr(
                    "The changes are made. From now on those of laptop {laptop} are made without asking; "
                    "Settings can undo that.",
                    laptop=short_device(about.signer),
                )
            case Answer.TAKE:
                said = tr("The changes are made.")
        what, _ = what_can_be_undone(self._desk, self._words, in_session=False)
        say(said, action=tr("Undo: {what}", what=what) if what else "", action_id=UNDO)

    def _go_on(self, place: int, answer: Answer) -> None:
        """Go to the same answer for the laptop that is there now, or close when none is left."""
        if not self._cards:
            self.accept()
            return
        card = self._cards[min(place, len(self._cards) - 1)]
        card.button(answer).setFocus(Qt.FocusReason.OtherFocusReason)


class LaptopCard(Card):
    """What the files of one laptop would do, and the answers; ``press`` is called with one."""

    def __init__(
        self,
        waiting: WaitingChanges,
        theme: AppTheme,
        words: Words,
        press: Callable[[LaptopCard, Answer], None],
    ) -> None:
        super().__init__(edge=Space.BASE)
        self.waiting, self._theme, self._press = waiting, theme, press
        tr = words.tr
        title = (
            tr("Laptop {laptop}", laptop=short_device(waiting.signer))
            if waiting.signer
            else tr("Nobody signed this")
        )
        effects = tuple(effect_sentences(waiting, words))
        files = _files_text(waiting, words)
        self.column.setSpacing(Space.HAIR)
        self.add(Label(title, "strong"), Label(files, "note"))
        self.column.addSpacing(Space.TIGHT)
        self.add(*map(Label, effects), *(Label(line, "note") for line in circle_lines(waiting, words)))
        if waiting.changes and waiting.erasures:
            leaves_out = tr(
                "“Keep both” leaves the erasing out. Open the file again to be asked about it again."
            )
            self.add(Label(leaves_out, "note"))
        self.column.addSpacing(Space.TIGHT)
        self._tick: Tick | None = None
        if waiting.signer:
            always = tr("From now on, take the changes of this laptop without asking")
            self._tick = Tick(theme, always)
            self._tick.setAccessibleName(f"{always}: {title}")
            self.add(self._tick)
        told = ". ".join((source_text(waiting, words), " ".join(effects)))
        texts = {Answer.TAKE: tr("Take it"), Answer.LEAVE_OUT: tr("Leave it out")}
        if waiting.changes:
            texts = {Answer.TAKE: texts[Answer.TAKE], Answer.KEEP_BOTH: tr("Keep both"), **texts}
        self._buttons = {answer: self._make(answer, text, title, told) for answer, text in texts.items()}
        self.add(flowing(*self._buttons.values(), gap=Space.SNUG))

    @property
    def always(self) -> bool:
        """Whether a person wants the changes of this laptop from now on without being asked."""
        return self._tick is not None and self._tick.isChecked()

    def button(self, answer: Answer) -> Button:
        """Return the button of an answer, or the last one where that answer is not offered."""
        return self._buttons.get(answer, self._buttons[Answer.LEAVE_OUT])

    def _make(self, answer: Answer, text: str, title: str, told: str) -> Button:
        button = Button(self._theme, text)
        button.setAccessibleName(f"{text}: {title}")
        button.setAccessibleDescription(told)
        button.clicked.connect(lambda: self._press(self, answer))
        return button


def _files_text(waiting: WaitingChanges, words: Words) -> str:
    first, more = safe_in_sentence(waiting.files[0]), len(waiting.files) - 1
    if more:
        return words.ntr(
            "“{file}” and {count} more file", "“{file}” and {count} more files", more, file=first
        )
    return f"“{first}”"


def _lead(waiting: Sequence[WaitingChanges], days: int, words: Words) -> str:
    lead = words.tr(
        "Nothing has happened yet. These files would change or erase what other laptops wrote, so you decide."
    )
    if not any(one.erasures for one in waiting):
        return lead
    if not days:
        return f"{lead} " + words.tr("What you let them erase is gone for good.")
    back = words.ntr(
        "What you let them erase can be brought back for {count} day, except quotes.",
        "What you let them erase can be brought back for {count} days, except quotes.",
        days,
    )
    return f"{lead} {back}"
