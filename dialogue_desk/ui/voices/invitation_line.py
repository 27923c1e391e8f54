"""A form for one invitation: who was asked to bring people in, for what, and the numbers that came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.circles import LONGEST_NAME
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized, title_text
from dialogue_desk.domain.model.voices import MOST_HOPED, Invitation, Voice
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.voices.entry_line import EntryLine, Kept, LineTexts
from dialogue_desk.ui.voices.voice_choice import VoiceChoice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, Number
from dialogue_desk.ui.widgets.line_box import LineBox

_LONGEST_ASKED = 300


class InvitationLine(EntryLine[Invitation]):
    """Whom, for which voices, what they were asked, how many were invited and signed up, and the day."""

    def __init__(
        self, context: Context, today: date, keep_entry: Callable[[Invitation, RecordId | None], Kept]
    ) -> None:
        words, theme = context.words, context.theme
        texts = LineTexts(words.tr("Edit this invitation"), words.tr("Add invitation"))
        super().__init__(context, texts, keep_entry)
        self._words, self._today = words, today
        self.to, self.asked = LineBox(), LineBox()
        self.to.setMaxLength(LONGEST_NAME)
        self.asked.setMaxLength(_LONGEST_ASKED)
        self.to.setPlaceholderText(words.tr("Tenants’ union, pastor, school nurse …"))
        self.voices = VoiceChoice(context)
        self.invited = Number(theme, words, 0, MOST_HOPED)
        self.signed_up = Number(theme, words, 0, MOST_HOPED)
        self.day = Day(words, today)
        self.day.past = True
        for box in (self.to, self.asked):
            box.returnPressed.connect(self.save_typed)
            box.escaped.connect(self.go_on)
            box.textEdited.connect(lambda _: self.trouble.say(""))
        hint = words.tr("A group or a role, no names.")
        self.lay_out(
            (
                (Field(words.tr("Who is asked"), self.to, hint), 3),
                (Field(words.tr("What they are asked"), self.asked, words.tr("In one line.")), 4),
                (Field(words.tr("For which voices"), self.voices, words.tr("None means all.")), 3),
            ),
            (
                (Field(words.tr("Invited"), self.invited), 2),
                (Field(words.tr("Signed up"), self.signed_up), 2),
                (Field(words.tr("Day"), self.day), 2),
            ),
        )

    @property
    def first(self) -> QWidget:
        return self.to

    def learn_voices(self, voices: Iterable[Stored[Voice]]) -> None:
        """Offer the voices that are wanted."""
        self.voices.learn(voices)

    def offer(self, voice: RecordId | None) -> None:
        """Have the next new invitation be for this voice, unless one is edited or typed already."""
        if self.edited is None and not self.begun():
            self.voices.choose(() if voice is None else (voice,))

    def show_entry(self, body: Invitation) -> None:
        self.to.setText(body.to)
        self.asked.setText(body.asked)
        self.voices.choose(body.voices)
        self.invited.show_value(body.invited)
        self.signed_up.show_value(body.signed_up)
        self.day.show_value(date.fromisoformat(body.day) if body.day else self._today)

    def clear_entry(self) -> None:
        """Make the fields ready for the next one: for the same voices, asked the same, on the same day."""
        self.to.setText("")  # unlike clear(), Ctrl+Z does not bring it back
        self.invited.show_value(0)
        self.signed_up.show_value(0)

    def entry(self, base: Invitation | None) -> Invitation:
        day = self.day.value()
        unsaid = base is not None and not base.day and day == self._today
        return replace(
            base or Invitation(""),
            to=_one_line(self.to),
            asked=_one_line(self.asked),
            voices=self.voices.chosen(),
            invited=self.invited.value(),
            signed_up=self.signed_up.value(),
            day="" if unsaid else day.isoformat(),
        )

    def begun(self) -> bool:
        return bool(_one_line(self.to))

    def fault(self) -> str:
        return self.invited.fault() or self.signed_up.fault() or self.day.fault()


def _one_line(box: LineBox) -> str:
    return " ".join(title_text(normalized(box.text())).split())
