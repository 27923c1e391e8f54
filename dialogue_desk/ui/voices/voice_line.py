"""A form for one voice wanted: who, of which kind, how many are hoped for, and by which answer they count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.circles import LONGEST_NAME
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized, title_text
from dialogue_desk.domain.model.voices import MOST_HOPED, Voice, VoiceKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.voices.entry_line import EntryLine, Kept, LineTexts
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import capitalize_first

_LONGEST_SHOWN = 48
_NOT_COUNTED = "none"


class VoiceLine(EntryLine[Voice]):
    """Who, kind, how many, and counted as what; the kind stays for the next one."""

    def __init__(self, context: Context, keep_entry: Callable[[Voice, RecordId | None], Kept]) -> None:
        words, theme = context.words, context.theme
        texts = LineTexts(words.tr("Edit this voice"), words.tr("Add voice"))
        super().__init__(context, texts, keep_entry)
        self._words = words
        self._counted: dict[str, tuple[RecordId | None, str]] = {}
        self.name = LineBox()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(words.tr("Tenants, night-shift workers, the Eastside …"))
        kinds = [Choice(one, capitalize_first(name_of(one, words))) for one in VoiceKind]
        self.kind = Select(theme, kinds)
        self.hoped = Number(theme, words, 0, MOST_HOPED)
        self.hoped.box.setSpecialValueText(words.tr("not said"))
        self.counted = Select(theme)
        for box in (self.kind, self.counted):
            box.setMinimumContentsLength(8)
        self.learn_answers(())
        self.name.returnPressed.connect(self.save_typed)
        self.name.escaped.connect(self.go_on)
        self.name.textEdited.connect(lambda _: self.trouble.say(""))
        self.lay_out(
            (
                (Field(words.tr("Whom you want"), self.name), 4),
                (Field(words.tr("Kind"), self.kind), 2),
                (Field(words.tr("How many you hope for"), self.hoped), 2),
                (Field(words.tr("Counted by this answer"), self.counted), 4),
            )
        )

    @property
    def first(self) -> QWidget:
        return self.name

    def learn_answers(self, categories: Iterable[Stored[TallyCategory]]) -> None:
        """Offer the answers on the tally sheet of the program."""
        self._counted = {_NOT_COUNTED: (None, "")}
        choices = [Choice(_NOT_COUNTED, self._words.tr("No question asks for them"))]
        for category in categories:
            for answer in category.body.answers:
                key = f"{category.id}\n{answer}"
                self._counted[key] = (category.id, answer)
                said = self._words.tr("{name}: {value}", name=category.body.name, value=answer)
                choices.append(Choice(key, shortened(said, _LONGEST_SHOWN)))
        self.counted.show_choices(choices)

    def show_entry(self, body: Voice) -> None:
        self.name.setText(body.name)
        self.kind.choose(body.kind)
        self.hoped.show_value(body.hoped)
        key = f"{body.category}\n{body.answer}"
        if body.category is not None and key not in self._counted:  # an answer that is asked no more
            self._counted[key] = (body.category, body.answer)
            self.counted.addItem(shortened(body.answer, _LONGEST_SHOWN), key)
        self.counted.choose(_NOT_COUNTED if body.category is None else key)

    def clear_entry(self) -> None:
        self.name.setText("")  # unlike clear(), Ctrl+Z does not bring it back
        self.hoped.show_value(0)
        self.counted.choose(_NOT_COUNTED)

    def entry(self, base: Voice | None) -> Voice:
        category, answer = self._counted.get(self.counted.choice(), (None, ""))
        return replace(
            base or Voice(""),
            name=self._typed_name(),
            kind=VoiceKind(self.kind.choice()),
            hoped=self.hoped.value(),
            category=category,
            answer=answer,
        )

    def begun(self) -> bool:
        return bool(self._typed_name())

    def fault(self) -> str:
        return self.hoped.fault()

    def _typed_name(self) -> str:
        return " ".join(title_text(normalized(self.name.text())).split())
