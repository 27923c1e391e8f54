"""For which of the voices wanted somebody is asked: chosen one by one, each with a way to leave it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Voice
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import clear_layout, column

_LONGEST_SHOWN = 40
_ADD = "add"


class VoiceChoice(QWidget):
    """A list to choose the next voice from, and a button for each that is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._names: dict[RecordId, str] = {}
        self._chosen: tuple[RecordId, ...] = ()
        self.select = Select(context.theme)
        self.select.setMinimumContentsLength(8)
        self._line = FlowLayout(gap=Space.HAIR)
        self._ground = QWidget()
        self._ground.setLayout(self._line)
        column(self.select, self._ground, gap=Space.HAIR, within=self)
        self.setFocusProxy(self.select)
        self.select.chosen.connect(self._add)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.select.setAccessibleName(name)

    def learn(self, voices: Iterable[Stored[Voice]]) -> None:
        """Offer these voices; what is chosen stays."""
        self._names = {one.id: one.body.name for one in voices}
        self._show()

    def chosen(self) -> tuple[RecordId, ...]:
        """Return the ids of the voices that are chosen."""
        return self._chosen

    def choose(self, voices: Sequence[RecordId]) -> None:
        """Choose these."""
        if tuple(voices) != self._chosen:
            self._chosen = tuple(voices)
            self._show()

    def _add(self, voice: str) -> None:
        if voice in self._names and voice not in self._chosen:
            self.choose((*self._chosen, RecordId(voice)))
        self.select.choose(_ADD)

    def _drop(self, voice: RecordId, _checked: bool = False) -> None:
        self.select.setFocus()
        self.choose(tuple(one for one in self._chosen if one != voice))

    def _show(self) -> None:
        words = self._context.words
        left = [Choice(one, shortened(name, _LONGEST_SHOWN)) for one, name in self._names.items()]
        left = [one for one in left if one.id not in self._chosen]
        self.select.show_choices([Choice(_ADD, words.tr("Choose a voice …")), *left])
        self.select.choose(_ADD)
        clear_layout(self._line)
        for one in self._chosen:
            name = shortened(self._names.get(one, words.tr("a voice that was deleted")), _LONGEST_SHOWN)
            button = Button(self._context.theme, name, weight=Weight.QUIET, icon="close", trailing=True)
            button.setAccessibleName(words.tr("Leave out: {name}", name=name))
            button.clicked.connect(partial(self._drop, one))
            self._line.addWidget(button)
            button.show()
        self._ground.setVisible(bool(self._chosen))
