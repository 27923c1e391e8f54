"""The sheet that shows side by side how two organizers coded a note, and asks which it is to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.note_coding import choose_coding, codings_of
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.languages import join_names


class CodingChoiceSheet(SheetDialog):
    """Asks for one note after the other; ``chosen`` carries each note for which a choice was made."""

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        picture: ProgramPicture,
        notes: Sequence[CircleNote],
        context: Context,
        window: QWidget,
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Coded differently"), window, wide=True)
        self._desk, self._picture, self._words = desk, picture, words
        self._left = list(notes)
        self._count = Label(role="note")
        self._text = Label(role="lead")
        self._sides = row(gap=Space.BASE)
        self.column.add(self._count, self._text, self._sides)
        self.column.body.addStretch(1)
        self._both = self.add_button(words.tr("Both"), self._choose_both)
        self.foot.addStretch(1)
        self.add_button(words.tr("Decide later"), self.reject, weight=Weight.QUIET)
        self._show()

    def _show(self) -> None:
        words = self._words
        while (item := self._sides.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not self._left:
            self.accept()
            return
        line = self._left[0]
        more = len(self._left) - 1
        source = words.tr("Circle {code}, session {number}", code=line.circle, number=line.number)
        after = words.ntr("{count} more after this", "{count} more after this", more) if more else ""
        self._count.setText(" · ".join(filter(None, (source, after))))
        self._text.setText(line.text)
        for number, themes in enumerate(codings_of(self._desk, self._picture, line.note_id), 1):
            self._sides.addWidget(self._side(number, line, themes), 1)

    def _side(self, number: int, line: CircleNote, themes: tuple[RecordId, ...]) -> Card:
        words, names = self._words, self._names(themes)
        card = Card()
        title = words.tr("Coding {number}", number=number)
        use = Button(self._theme, words.tr("Use this"), weight=Weight.NORMAL)
        use.setAccessibleName(words.tr("Use coding {number}: {themes}", number=number, themes=names))
        use.clicked.connect(partial(self._choose, line, themes))
        card.add(Label(title, "section"), Label(names, "strong"), 1, use)
        return card

    def _names(self, themes: tuple[RecordId, ...]) -> str:
        known = self._picture.theme_of()
        names = [known[theme].name for theme in themes if theme in known]
        return join_names(names, self._words) if names else self._words.tr("Without a theme")

    def _choose_both(self) -> None:
        line = self._left[0]
        every = codings_of(self._desk, self._picture, line.note_id)
        self._choose(line, tuple(dict.fromkeys(theme for themes in every for theme in themes)))

    def _choose(self, line: CircleNote, themes: tuple[RecordId, ...]) -> None:
        choose_coding(self._desk, self._picture, line.note_id, themes)
        self._left.remove(line)
        self.chosen.emit(line.note_id)
        self._show()
