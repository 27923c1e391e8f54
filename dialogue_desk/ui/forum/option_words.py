"""The sheet for what the ballot says of one option, in each language of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.forum import ForumOption
from dialogue_desk.domain.model.text import title_text
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_text import missing_text
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.languages import language_name

_TALL = 96


class OptionWordsSheet(SheetDialog):
    """``written(option)`` tells the option with the words that a person typed; Enter saves them."""

    written = Signal(object)

    def __init__(
        self, option: ForumOption, languages: Sequence[str], context: Context, window: QWidget
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Words of option {number}", number=option.number), window)
        self._option = option
        hint = words.tr("People vote on these words. Keep them short: they are on ballots and posters.")
        self.column.add(Label(hint, "muted"))
        if missing := missing_text(option, languages, words):
            self.column.add(Label(missing, "warn"))
        self.boxes: dict[str, NoteBox] = {}
        for language in languages:
            box = NoteBox()
            box.setFixedHeight(context.theme.scaled(_TALL))
            box.setPlainText(option.text(language))
            box.entered.connect(self._write)
            box.escaped.connect(self.reject)
            self.boxes[language] = box
            self.column.add(Field(language_name(language, words), box))
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.add_button(words.tr("Save these words"), self._write, weight=Weight.PRIMARY)
        empty = next((box for box in self.boxes.values() if not box.text()), None)
        (empty or next(iter(self.boxes.values()))).setFocus()

    def _write(self) -> None:
        texts = dict(self._option.texts)
        texts |= {language: " ".join(title_text(box.text()).split()) for language, box in self.boxes.items()}
        kept = tuple((language, said) for language, said in texts.items() if said)
        self.written.emit(replace(self._option, texts=kept))
        self.accept()
